"""A week of an invented group, played by the real bot at the loopback Discord.

Chapters are lists of steps, each a sentence and what is done and seen; who shows them to whom
(`paper`, for a terminal) is apart from what happens. It knows the bot only as a process.
"""
