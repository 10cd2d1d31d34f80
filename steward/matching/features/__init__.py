"""What is compared of two records: columns put together into features, their values, and how each came out."""
