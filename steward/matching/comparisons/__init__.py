"""How alike two values of one type are: what is compared of them, in levels, and what shows it at a glance."""
