"""What an error of Discord's means for delivery: not known, refused for good, or gone."""

from collections.abc import Generator
from contextlib import contextmanager

import aiohttp
import discord

from bot.services.outbox import Gone, Refused, Unreachable

UNKNOWN_CHANNEL = 10003
UNKNOWN_MESSAGE = 10008
UNKNOWN_EVENT = 10070
THREAD_EXISTS = 160004
_TRY_AGAIN = 429


@contextmanager
def understood() -> Generator[None]:
    """Turns what discord.py and the network raise into the words of delivery."""
    try:
        yield
    except discord.DiscordServerError as error:
        raise Unreachable from error
    except discord.NotFound as error:
        if error.code == UNKNOWN_MESSAGE:
            raise Gone from error
        raise Refused(error.code) from error
    except discord.HTTPException as error:
        if error.status == _TRY_AGAIN or error.status >= 500:  # noqa: PLR2004 - the server's fault
            raise Unreachable from error
        raise Refused(error.code) from error
    except (aiohttp.ClientError, OSError, TimeoutError, discord.ConnectionClosed) as error:
        raise Unreachable from error
