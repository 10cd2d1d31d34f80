"""The rights of persons: what the log says about them, erasing them, and recognizing who was erased."""
