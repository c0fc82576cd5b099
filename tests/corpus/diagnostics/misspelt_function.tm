assert "nothing on the Internet reaches the pump": not reach(pump, pump)
boundary pump
