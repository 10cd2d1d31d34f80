"""Home: what to do next, and how far the master is."""
