"""Posts a member's words where a message of theirs stood: as the bot's message under their name."""

from collections.abc import Iterator
from typing import Any

import discord

from bot.domain.ids import ChannelId, MemberId
from cogs.wording import checking as wording

LONGEST_MESSAGE = 2000


async def repost(
    client: discord.Client,
    channel_id: ChannelId,
    author_id: MemberId,
    text: str,
    answered: int,
) -> None:
    """Posts it, in several messages where it is long; nobody is pinged by it.

    Args:
        client: who posts.
        channel_id: where.
        author_id: whose words they are.
        text: the words; they have been screened, or their author answers for them.
        answered: the message of that channel that the text answers, or 0.

    Raises:
        discord.HTTPException: Discord did not let it in; of a long text a part may stand.
    """
    channel = client.get_partial_messageable(channel_id)
    options: dict[str, Any] = {"allowed_mentions": discord.AllowedMentions.none()}
    if answered:
        answer_to = channel.get_partial_message(answered)
        options["reference"] = answer_to.to_reference(fail_if_not_exists=False)
    for piece in pieces(wording.posted(author_id, text)):
        await channel.send(piece, **options)
        options.pop("reference", None)


def pieces(text: str, longest: int = LONGEST_MESSAGE) -> Iterator[str]:
    """The text in pieces that fit into a message, parted at lines or blanks where there are any."""
    rest = text
    while len(rest) > longest:
        head = rest[:longest]
        cut = max(head.rfind("\n"), head.rfind(" "))
        cut = cut if cut > longest // 2 else longest
        yield rest[:cut].rstrip()
        rest = rest[cut:].lstrip()
    if rest:
        yield rest
