"""Customers: found, built from their records by the rules, locked and exported."""
