"""The review page: the queue, the compare grid and the answers of the steward."""
