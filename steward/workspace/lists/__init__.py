"""Departments' lists: previewed, loaded, delivered again, and cared for afterwards."""
