"""Steward turns the customer lists of many departments into one unified master."""

__version__ = "0.1.0"
