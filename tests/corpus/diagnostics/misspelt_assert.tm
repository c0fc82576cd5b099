boundary pump
asert "nothing reaches the pump": empty(pump.flows)
