system pump "Infusion pump"
system monitor "Patient monitor"
