"""Settings: language, look, the steward's name and the keys."""
