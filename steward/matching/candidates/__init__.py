"""Blocking: which of all pairs are worth comparing."""
