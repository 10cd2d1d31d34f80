"""What a steward reviews: the queue, one cluster, samples of a band, questions."""
