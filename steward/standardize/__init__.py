"""Raw text to standard values, one module per attribute type; the door is ``values``."""
