"""Discord's scheduled event as a mirror of the meeting: made, changed or removed, never twice.

The event list can be read by the whole server, so everything in it is neutral. A reference in the
description, which says nothing to readers, finds the event again where an answer was lost.
"""

from datetime import datetime
from typing import Any

import discord
from discord.ext import commands

from bot.domain.ids import EventId
from bot.domain.meeting import Gathering, Meeting, Phase
from bot.domain.plan import Action, key_of, marker
from bot.services.outbox import Refused
from cogs.delivery.faults import UNKNOWN_CHANNEL
from cogs.wording import meetings as wording


async def mirror_event(client: commands.Bot, gathering: Gathering) -> EventId | None:
    """Makes the event equal to the meeting; gives its id, or None where there is none now."""
    guild = client.get_guild(gathering.group.guild_id)
    if guild is None:
        raise Refused(UNKNOWN_CHANNEL)
    meeting = gathering.meeting
    event = await _existing(guild, meeting)
    if meeting.phase is not Phase.SCHEDULED or meeting.time is None:
        if event:
            await event.delete()
        return None
    if event is None:
        made = await guild.create_scheduled_event(**_facts(guild, gathering))
        return EventId(made.id)
    if not _same_time(event, meeting.time.starts, meeting.time.ends):
        await event.edit(start_time=meeting.time.starts, end_time=meeting.time.ends)
    return EventId(event.id)


async def _existing(guild: discord.Guild, meeting: Meeting) -> discord.ScheduledEvent | None:
    if meeting.posts.event:
        try:
            return await guild.fetch_scheduled_event(meeting.posts.event)
        except discord.NotFound:
            return None  # somebody removed it
    reference = _reference(meeting)
    for event in await guild.fetch_scheduled_events(with_counts=False):
        if reference in (event.description or ""):
            return event
    return None


def _reference(meeting: Meeting) -> str:
    return marker(meeting, key_of(meeting, Action.EVENT))


def _facts(guild: discord.Guild, gathering: Gathering) -> dict[str, Any]:
    time = gathering.meeting.time
    if time is None:
        raise ValueError("an event needs a time")
    voice = gathering.group.settings.voice_channel_id
    channel = guild.get_channel(voice) if voice else None
    where: dict[str, Any] = (
        {"entity_type": discord.EntityType.voice, "channel": channel}
        if channel
        else {"entity_type": discord.EntityType.external, "location": wording.event_place()}
    )
    return where | {
        "name": wording.NEUTRAL,
        "description": wording.event_text(_reference(gathering.meeting)),
        "start_time": time.starts,
        "end_time": time.ends,
        "privacy_level": discord.PrivacyLevel.guild_only,
    }


def _same_time(event: discord.ScheduledEvent, starts: datetime, ends: datetime) -> bool:
    return event.start_time == starts and event.end_time == ends
