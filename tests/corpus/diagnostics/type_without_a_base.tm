type Pump
