"""The playground's page: a Discord of our own in the browser, with the real bot behind it.

A small server on loopback that shows the world as one member sees it and does what that member
does. It knows the loopback Discord and its people; it does *not* know the bot, except as a process
and as a database file that it may read.
"""
