define risky : bool = self.crosses
