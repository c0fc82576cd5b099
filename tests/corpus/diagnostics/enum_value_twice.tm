enum alarm_priority "Priority of an alarm" { low, medium, low }
