/* The pump. */
boundary pump
