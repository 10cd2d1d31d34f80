"""Which records are one customer, given how much every pair of them weighs and what forbids it."""
