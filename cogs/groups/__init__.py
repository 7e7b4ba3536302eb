"""Consultation groups as members handle them: creating, joining, leaving, settings."""
