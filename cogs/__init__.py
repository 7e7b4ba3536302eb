"""Everything a member sees: commands, cards, forms and sentences; the rules live in `bot`."""
