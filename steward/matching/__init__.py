"""How likely two records are the same customer: pure, deterministic, columns in and arrays out."""
