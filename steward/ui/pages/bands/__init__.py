"""Semi-automatic merging: a band of match strength is merged in bulk once a blind sample proved it good enough."""
