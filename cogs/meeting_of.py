"""The meeting that a control belongs to: only where the control stands, or in a private message."""

from bot.domain.errors import NoSuchMeeting
from bot.domain.ids import MeetingId
from bot.domain.meeting import Gathering
from bot.services.meetings import MeetingKeeping
from cogs.controls import Press


async def meeting_here(press: Press, meetings: MeetingKeeping) -> Gathering:
    """The meeting, in the server where the control is; refuses with NoSuchMeeting."""
    gathering = await meetings.get(MeetingId(press.number))
    if gathering.meeting.guild_id != press.interaction.guild_id:
        raise NoSuchMeeting
    return gathering


async def meeting_asked(press: Press, meetings: MeetingKeeping) -> Gathering:
    """The same, also from a direct message; who may press it there is up to the caller."""
    if press.interaction.guild_id is None:
        return await meetings.get(MeetingId(press.number))
    return await meeting_here(press, meetings)
