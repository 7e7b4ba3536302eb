"""Who presents at a meeting, what it is about, and how its time is shared out."""
