"""The guided tour: hints beside the real widgets, once, and again when it is asked for."""
