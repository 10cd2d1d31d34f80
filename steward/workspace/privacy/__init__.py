"""What a person has a right to, and erasing that lasts."""
