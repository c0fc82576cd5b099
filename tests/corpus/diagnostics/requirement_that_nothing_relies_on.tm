import std.medical

assumption segment "The pumps stand in a VLAN of their own." : SegmentationRequirement {
    owner:       operator
    if_false:    "Any computer of the hospital reaches the pumps."
    measured_by: "A scan from the guest network finds no pump."
}
