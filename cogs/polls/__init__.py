"""Polls: the public card, the private answer, and the convener's choices."""
