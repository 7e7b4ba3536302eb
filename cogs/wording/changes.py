"""Words about second thoughts: a time withdrawn, a call-off taken back, below the quorum."""

from collections.abc import Sequence

from bot.domain.availability import able, awaited, has_quorum
from bot.domain.decisions import UNDO
from bot.domain.ids import MemberId
from bot.domain.meeting import Gathering, Phase
from bot.domain.when.slot import Slot
from cogs.wording.shared import counted, moment, people, person

WITHDRAW = "Withdraw a time"
WITHDRAW_TEXT = "Which time falls away? What people said about it goes with it; all else stays."
RESTORE = "Take it back"
HOLD = "Keep it as it is"


def withdrawn(gathering: Gathering, slot: Slot) -> str:
    """After a time was taken out of a poll."""
    meeting = gathering.meeting
    parts = [f"{moment(slot.starts)} is no longer a choice. All other answers stay."]
    if meeting.phase is Phase.SCHEDULED and meeting.time:
        parts.append(f"That settled it: {moment(meeting.time.starts)}.")
    elif meeting.phase is Phase.POLLING:
        parts.append(f"People can answer until {moment(meeting.deadline)}.")
    return " ".join(parts)


def undo_until(gathering: Gathering) -> str:
    """Until when a call-off can be taken back."""
    meeting = gathering.meeting
    until = meeting.changed_at + UNDO
    if meeting.time:
        quiet = not meeting.told_by(meeting.changed_at)
        until = meeting.time.starts if quiet else min(until, meeting.time.starts)
    return f"You can take that back until {moment(until)}."


def restored_for(gathering: Gathering) -> str:
    """To who took a call-off back."""
    quiet = not gathering.meeting.told_by(gathering.meeting.changed_at)
    return (
        _on_again(gathering) if quiet else f"{_on_again(gathering)} I am telling those concerned."
    )


def restored_notice(gathering: Gathering, pinged: Sequence[MemberId]) -> str:
    """Tells those who were told that it is called off."""
    return f"### Not called off after all\n{_on_again(gathering)}\n{people(pinged)}"


def _on_again(gathering: Gathering) -> str:
    meeting = gathering.meeting
    if meeting.time:
        return f"The meeting at **{moment(meeting.time.starts)}** takes place as planned."
    if meeting.phase is Phase.POLLING:
        return f"The poll is open again until **{moment(meeting.deadline)}**; all answers stand."
    return "The poll is open again; all answers stand."


def short_notice(gathering: Gathering) -> str:
    """Tells the group that fewer can come than the quorum asks for, and what can be done."""
    meeting = gathering.meeting
    if meeting.time is None:
        return ""
    if has_quorum(gathering):
        return "### Enough people can come again\nFor a moment there were fewer than the quorum."
    return (
        f"### Fewer than the quorum can come now\n{_count(gathering)}, at"
        f" **{moment(meeting.time.starts)}**.\n{person(meeting.convener_id)}, you can move the"
        " meeting, keep it as it is, or call it off. Until then it stands, and I go on reminding."
    )


def short_line(gathering: Gathering) -> str:
    """On the card of a meeting that fell below its quorum; empty where it has it."""
    if gathering.meeting.short_at is None or has_quorum(gathering):
        return ""
    return f"⚠ {_count(gathering)}."


def _count(gathering: Gathering) -> str:
    count = counted(len(able(gathering)), "person", "people")
    waiting = len(awaited(gathering))
    rest = f", {waiting} not heard from" if waiting else ""
    return f"{count} can come{rest}, and the quorum is {gathering.group.settings.quorum}"


def held(gathering: Gathering, member_id: MemberId) -> str:
    """In place of the notice, when the convener keeps a meeting below its quorum."""
    return f"{_count(gathering)}. {person(member_id)} keeps the meeting as it is."
