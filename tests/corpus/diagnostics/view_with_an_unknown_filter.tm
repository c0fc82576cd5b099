import std.medical

system s "S" {}
define flow.carries_dose : bool = any d in self.carries where (d is TherapyRecord)
view doses "Doses" { flows_where: carry_dose }
