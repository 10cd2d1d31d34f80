"""How a model comes about: from the records of a table alone, from third records, from decisions."""
