"""Whole jobs: a table matched, or what changed in it, and what to ask a steward about the result."""
