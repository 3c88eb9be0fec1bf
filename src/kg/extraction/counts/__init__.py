"""Which figures tell how much of a measure was done, and those that a noun tells."""
