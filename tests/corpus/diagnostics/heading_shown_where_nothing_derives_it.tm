type Dosing "Dosing by network" : section {
    chapter:     safe_use
    shown_where: is_hostd
    asks:        "How is the dose set by the network?"
}
