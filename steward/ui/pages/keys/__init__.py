"""The page Keys: every action with its keys, and others in their place."""
