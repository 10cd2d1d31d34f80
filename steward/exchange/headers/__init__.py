"""What the words over a column mean, in whatever language and spelling."""
