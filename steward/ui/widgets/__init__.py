"""The small pieces that pages are built of."""
