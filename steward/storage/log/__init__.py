"""The decision log: its entries, how they are sealed and found, which are in force and what changed since."""
