"""The REST routes, by subject.

Each route reads one call, asks whether the bot may, changes the world and answers. It does *not*
see HTTP: that is the door's.
"""
