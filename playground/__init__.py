"""A Discord of our own on loopback, to try the bot and to test it.

The unpatched discord.py connects to it over TLS. It knows Discord's REST and gateway, version 10,
as far as the bot goes there, and refuses what Discord would refuse. It does *not* know the bot.
"""
