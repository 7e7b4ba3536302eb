"""Words to those who have not answered a poll yet, and about how they like to be asked."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from bot.domain.group import Nudge
from bot.domain.ids import MemberId
from bot.domain.meeting import Gathering
from cogs.wording.meetings import title
from cogs.wording.shared import away, moment, people, person

COMMANDS = "Say how you like to be reminded"
NUDGE = "Say how I ask you again when you have not answered a poll"
NUDGE_OPTIONS: Mapping[str, str] = MappingProxyType({"how": "Where I ask you again"})
CHOICES: Mapping[Nudge, str] = MappingProxyType(
    {
        Nudge.THREAD: "In the group's channel, with the others",
        Nudge.DM: "By direct message, to me alone",
    }
)
KEPT: Mapping[Nudge, str] = MappingProxyType(
    {
        Nudge.THREAD: (
            "I will ask you again in the group's channel, in one message for everybody who has"
            " not answered."
        ),
        Nudge.DM: (
            "I will ask you again by direct message. If Discord does not let me write to you, I"
            " ask you in the group's channel."
        ),
    }
)

_POST = "https://discord.com/channels/{}/{}/{}"


def nudge(gathering: Gathering, waiting: Sequence[MemberId]) -> str:
    """To all who have not answered, in the group's channel or post."""
    return f"### Your answer is still missing\n{_about(gathering)}\n{people(waiting)}"


def private_nudge(gathering: Gathering, member_id: MemberId) -> str:
    """To one who likes to be asked alone."""
    return (
        f"### Your answer is still missing\n{person(member_id)}, **{gathering.group.name}** waits"
        f" for you.\n{_about(gathering)}"
    )


def _about(gathering: Gathering) -> str:
    meeting = gathering.meeting
    posts = meeting.posts
    where = "the poll"
    if posts.poll_channel and posts.poll_message:
        link = _POST.format(meeting.guild_id, posts.poll_channel, posts.poll_message)
        where = f"[the poll]({link})"
    return (
        f"**{title(meeting)}**\nPlease answer {where} by {moment(meeting.deadline)}"
        f" ({away(meeting.deadline)}). If you can make none of the times, send the form with"
        " nothing picked: that helps the others too."
    )
