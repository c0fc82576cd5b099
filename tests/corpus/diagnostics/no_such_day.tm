system pump "Infusion pump" { support_until: 2036-02-30 }
