"""The way of members' calendars to their feed, over HTTP.

It hands out what one token shows, and nothing else: no listing, no other path, no log of who asks
for what. Knows nothing of meetings, members or the database.
"""
