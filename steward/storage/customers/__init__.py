"""Customers: the crosswalk over time, golden records, finding them, and which files they left in."""
