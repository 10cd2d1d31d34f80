"""Survivorship rules: which value of several becomes golden, tried on every golden record before it is saved."""
