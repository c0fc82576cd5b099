import "device.tm"
//// file: device.tm
import "hospital.tm"
//// file: hospital.tm
import "device.tm"
