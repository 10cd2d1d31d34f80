"""The store file: one SQLite database. Mapped objects never leave this package."""
