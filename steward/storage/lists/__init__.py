"""What lists delivered: sources, deliveries, records with their versions and keys, rows held back."""
