"""Match runs: what may be one customer, and what decisions teach the matching."""
