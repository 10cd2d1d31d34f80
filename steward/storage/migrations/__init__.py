"""Alembic's environment and versions, shipped with the package."""
