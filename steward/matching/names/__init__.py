"""What names are made of, word by word, and which words of two names answer each other."""
