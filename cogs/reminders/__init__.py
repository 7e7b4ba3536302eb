"""What is said before a meeting and at its start."""
