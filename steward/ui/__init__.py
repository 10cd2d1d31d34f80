"""The window: everything that imports PySide6, and nothing that knows a store, a file format or a rule."""
