"""The care of a store: its counts and reports, verifying it, putting a copy back."""
