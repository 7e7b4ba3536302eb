"""Presenters, topics, and the boxes of a meeting's time."""
