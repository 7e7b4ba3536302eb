"""Pure rules of consultation groups and their meetings; knows no await, no I/O and no Discord."""
