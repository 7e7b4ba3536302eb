"""Calling, showing, moving and cancelling meetings, and the meeting's card."""
