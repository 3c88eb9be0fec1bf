"""Whether an act lies behind or ahead, and which day governs its figures."""
