"""Times and zones: what people type, what it means, and how it is shown.

`zones` finds a zone by what people call it, `typed` reads times as people type them, `wall` turns a
clock's time into instants across the two nights a year when that is not simple. This room knows
nothing of groups or meetings and asks no clock: the present is handed in.
"""
