attribute flow.hops : int { ordered: yes }
system s "S"
