"""The page Lists: the sources, their deliveries, and loading a list."""
