"""History: every decision, and the way back from each."""
