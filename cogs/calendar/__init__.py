"""A member's meetings in their own calendar."""
