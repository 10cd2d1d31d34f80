"""Decisions: taken, reversed, searched, remembered and carried to another store."""
