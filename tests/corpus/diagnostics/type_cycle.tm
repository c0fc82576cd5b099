type InfusionPump : SyringePump
type SyringePump : InfusionPump
type NeonatalPump : SyringePump
boundary ward { process pump : NeonatalPump }
