define flow.risky : bool = self.open_to_all or self.crosses
define flow.open_to_all : bool = self.risky and not self.two_way
