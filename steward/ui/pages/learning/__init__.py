"""What decisions teach the matching: a proposal with everything that would change, applied only when asked for."""
