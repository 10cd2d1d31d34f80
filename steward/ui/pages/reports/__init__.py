"""Reports: how the lists overlap, how good they are, how sure the merges are; and each steward's own work."""
