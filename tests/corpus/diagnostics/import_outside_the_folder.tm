import "../shared/hospital.tm"
