"""What a model says of pairs: their match weights, and which need no closer look."""
