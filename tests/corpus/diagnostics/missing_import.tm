import "hosptial.tm"
