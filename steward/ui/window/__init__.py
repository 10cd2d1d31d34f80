"""The window around the pages: rail, header, status bar, and the stores that it opens."""
