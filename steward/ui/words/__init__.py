"""Every text that the window makes of what lower layers say: labels, sentences and the patterns of failures."""
