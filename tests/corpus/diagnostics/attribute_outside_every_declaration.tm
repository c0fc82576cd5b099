boundary pump
purpose: "Doses the drug."
