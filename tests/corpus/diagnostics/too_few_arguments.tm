boundary pump
assert "nothing on the Internet reaches the pump": not reaches(pump)
