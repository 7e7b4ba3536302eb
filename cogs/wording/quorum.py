"""Words about a poll whose quorum has become impossible, and about waiting all the same."""

from datetime import datetime

from bot.domain.availability import can_reach_quorum, most_reachable
from bot.domain.disclosure import is_public
from bot.domain.ids import MemberId
from bot.domain.meeting import Gathering
from cogs.wording.polls import SEE
from cogs.wording.shared import counted, moment, person

WAIT = "Wait"


def impossible_notice(gathering: Gathering, at: datetime) -> str:
    """To the convener, when no time can get the quorum; `at` is when that was noted."""
    meeting, quorum = gathering.meeting, gathering.group.settings.quorum
    if can_reach_quorum(gathering, at):
        return "### The poll can go on\nFor a moment no time could reach the quorum."
    if not is_public(gathering):
        return (
            f"### {person(meeting.convener_id)}, please look at this poll\n"
            f"*{SEE}* shows you why I ask. {_choices(gathering)}"
        )
    most = counted(most_reachable(gathering, at), "person", "people")
    return (
        f"### {person(meeting.convener_id)}, no time can reach the quorum any more\n"
        f"The quorum is {quorum}, and at most {most} could still come to one of these times."
        f" {_choices(gathering)}"
    )


def _choices(gathering: Gathering) -> str:
    until = moment(gathering.meeting.deadline)
    return (
        f"You can add times, wait until {until} for somebody to change their mind, or call it off."
        " Until you choose, the poll stays open."
    )


def waiting(gathering: Gathering, member_id: MemberId) -> str:
    """In place of the notice, once the convener waits."""
    until = moment(gathering.meeting.deadline)
    return f"{person(member_id)} waits. People can answer, or change their answer, until {until}."
