"""How what is due reaches Discord."""
