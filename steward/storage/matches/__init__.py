"""What match runs found: pairs, clusters, what records are compared by, and the queue of clusters."""
