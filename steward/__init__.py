"""Steward turns the customer lists of many departments into one unified master."""
