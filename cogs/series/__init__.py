"""Established schedules as members meet them: set up, looked at, changed meeting by meeting."""
