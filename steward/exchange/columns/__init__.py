"""What every column of a list probably means, by its header and by its cells together."""
