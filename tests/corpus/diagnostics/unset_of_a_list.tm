attribute flow.hops : int { unset: no }
system s "S"
