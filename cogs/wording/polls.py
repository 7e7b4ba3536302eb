"""Words about polls: the card, the private answer, and what the convener can do."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.domain.availability import Tally, missing, ranked
from bot.domain.disclosure import is_public, may_see
from bot.domain.ids import MemberId
from bot.domain.meeting import Choice, Gathering, Meeting, Phase
from bot.domain.when.names import city_of
from bot.domain.when.shown import show_local, show_range
from bot.domain.when.slot import Slot
from cogs.wording.meetings import caller, title
from cogs.wording.shared import away, counted, duration, moment, people, person

ANSWER = "Answer"
MANAGE = "Manage"
SETTLE = "Settle now"
EXTEND = "Give it more time"
ADD = "Add times"
CHOOSE = "Choose a time"
OFF = "Call it off"

FORM_TITLE = "When can you come?"
I_CAN = "I can come"
IF_NEED_BE = "If need be, I could come"
IF_NEED_BE_HINT = "Leave out what you cannot make. You can change your answer until the deadline."
NOTE = "A note for the group (optional)"
NOTE_HINT = "The group sees this. Please leave out client names and details."
PICK_TIMES = "Pick times"
SEE = "See answers"
HIDDEN = (
    "What people answer is hidden until the poll is settled. Answer first, then see the others’."
)

MANAGE_TEXT = "What would you like to do with this poll? Only you see this."
CHOOSE_TEXT = "Which time shall it be? I will settle it at once, whatever the quorum."
SETTLED_BY_YOU = "Settled. The meeting card is on its way."


def card(gathering: Gathering, budget: int = 3800) -> str:
    """The whole text of a poll's card, within Discord's 4000 characters."""
    head, tail = _head(gathering), _tail(gathering)
    lines = _slots(gathering, budget - len(head) - len(tail))
    return "\n\n".join(part for part in (head, lines, tail) if part)


def _head(gathering: Gathering) -> str:
    meeting = gathering.meeting
    called = f"{caller(meeting)} · {duration(meeting.length)}"
    return f"## {title(meeting)}\n{called}\n{_state(gathering)}"


def _state(gathering: Gathering) -> str:
    meeting = gathering.meeting
    match meeting.phase:
        case Phase.POLLING:
            return f"Please answer by **{moment(meeting.deadline)}** ({away(meeting.deadline)})."
        case Phase.UNDECIDED:
            return f"**No time has enough people yet.** {person(meeting.convener_id)} decides."
        case Phase.SCHEDULED | Phase.HELD:
            return f"**Settled:** {_time(meeting)}"
        case Phase.CANCELLED | Phase.WAITING:
            return "**Called off.**"


def _time(meeting: Meeting) -> str:
    return moment(meeting.time.starts) if meeting.time else ""


def _slots(gathering: Gathering, budget: int, *, disclosed: bool = False) -> str:
    """Every slot with counts; names as long as there is room, the best slots first.

    Where answers are hidden, only the slots, unless it is for who may see them (`disclosed`).
    """
    in_time = sorted(ranked(gathering), key=lambda one: one.slot.starts)
    if not is_public(gathering) and not disclosed:
        return "\n".join(f"**{moment(one.slot.starts)}**" for one in in_time)
    best = ranked(gathering)[0] if ranked(gathering) else None
    plain = {one.slot: _counts(one, gathering, best) for one in in_time}
    room = budget - sum(len(line) + 1 for line in plain.values())
    for one in ranked(gathering):
        names = _names(one)
        if names and len(names) + 1 <= room:
            plain[one.slot] += f"\n{names}"
            room -= len(names) + 1
    return "\n".join(plain[one.slot] for one in in_time)


def _counts(one: Tally, gathering: Gathering, best: Tally | None) -> str:
    parts = [f"{len(one.yes)} yes"]
    if one.if_need_be:
        parts.append(f"{len(one.if_need_be)} if need be")
    if one.no:
        parts.append(f"{len(one.no)} no")
    leads = best is not None and one.slot == best.slot and one.can > 0
    mark = " ⭐" if leads and one.can >= gathering.group.settings.quorum else ""
    return f"**{moment(one.slot.starts)}**{mark}\n{' · '.join(parts)}"


def _names(one: Tally) -> str:
    parts: list[str] = []
    if one.yes:
        parts.append(people(one.yes))
    if one.if_need_be:
        parts.append(f"if need be {people(one.if_need_be)}")
    return " · ".join(parts)


def _tail(gathering: Gathering) -> str:
    meeting = gathering.meeting
    if not meeting.open:
        return ""
    waiting = missing(gathering)
    lines = [_stand(gathering, len(waiting))]
    if waiting:
        lines.append(f"**Not heard from** {people(waiting[:30])}{_rest(waiting)}")
    else:
        lines.append("Everybody has answered.")
    lines += _notes(gathering) if is_public(gathering) else [HIDDEN]
    return "\n".join(lines)


def _stand(gathering: Gathering, waiting: int) -> str:
    quorum = gathering.group.settings.quorum
    if is_public(gathering):
        best = max((one.can for one in ranked(gathering)), default=0)
        return f"**Quorum** {quorum} · best so far {best}"
    members = len(gathering.group.members)
    return f"**Quorum** {quorum} · {members - waiting} of {members} have answered"


def answers(gathering: Gathering, budget: int = 1900) -> str:
    """What was answered so far, for one who may see it, within a message's 2000 characters."""
    notes = "\n".join(_notes(gathering))
    head = "### What people answered so far"
    lines = _slots(gathering, budget - len(head) - len(notes) - 2, disclosed=True)
    text = "\n".join(part for part in (head, lines, notes) if part)
    return text if len(text) <= budget else text[:budget].rpartition("\n")[0]


def _rest(waiting: Sequence[MemberId]) -> str:
    return f" and {len(waiting) - 30} more" if len(waiting) > 30 else ""  # noqa: PLR2004 - as above


def _notes(gathering: Gathering) -> list[str]:
    notes = [
        f"{person(member_id)}: {answer.note[:80].splitlines()[0]}"
        for member_id, answer in gathering.meeting.answers.items()
        if answer.note and member_id in gathering.group.member_ids
    ]
    return ["**Notes**", *notes[:6]] if notes else []


def slot_label(slot: Slot, zone: str, now: datetime) -> str:
    """A slot in a menu: plain text in the reader's own zone, at most 100 characters."""
    return show_range(slot, ZoneInfo(zone), now=now)[:100]


def form_hint(zone: str) -> str:
    """Over the answer's menus."""
    return f"Times are shown in {city_of(zone)} time."[:100]


def thanks(
    gathering: Gathering, member_id: MemberId, both: Sequence[Slot], room: int = 1900
) -> str:
    """After an answer was kept; who has answered is shown what is hidden from others.

    `room` is how many characters there are.
    """
    meeting = gathering.meeting
    answer = meeting.answers[member_id]
    said = list(answer.choices.values())
    can, need = said.count(Choice.YES), said.count(Choice.IF_NEED_BE)
    parts = [f"Thank you, your answer is kept: {_summary(can, need)}."]
    if both:
        parts.append(f" You marked {moment(both[0].starts)} both ways; I kept it as yes.")
    if meeting.phase is Phase.SCHEDULED:
        parts.append(f"\nThat settled it: {_time(meeting)}.")
    elif meeting.phase is Phase.POLLING:
        parts.append(f" You can change it until {moment(meeting.deadline)}.")
    said_so = "".join(parts)
    if is_public(gathering) or not may_see(gathering, member_id):
        return said_so
    return f"{said_so}\n{answers(gathering, room - len(said_so))}"


def _summary(can: int, need: int) -> str:
    if can and need:
        return f"{counted(can, 'time', 'times')} yes, {need} if need be"
    if need:
        return f"{counted(need, 'time', 'times')} if need be"
    return f"{counted(can, 'time', 'times')} yes" if can else "none of these times"


def undecided_notice(gathering: Gathering) -> str:
    """To the convener, when no slot has the quorum at the deadline."""
    meeting = gathering.meeting
    quorum = gathering.group.settings.quorum
    best = ranked(gathering)[:3] if is_public(gathering) else ()
    how = "The best times so far:" if best else f"*{SEE}* shows you how it stands."
    lines = [
        f"### {person(meeting.convener_id)}, no time has enough people yet",
        f"The quorum is {quorum}. {how}",
        *[f"- {moment(one.slot.starts)}: {counted(one.can, 'person', 'people')}" for one in best],
        "You can give people longer, add times, choose a time anyway, or call it off.",
    ]
    return "\n".join(lines)


EXTEND_TEXT = "How much longer shall people have? All answers stay. Only you see this."


def extend_label(by: timedelta, until: datetime, zone: str, now: datetime) -> str:
    """A way to extend a poll, in the convener's menu and zone, at most 100 characters."""
    long = _LONGER.get(by, "As long as the last time allows")
    return f"{long}, until {show_local(until, ZoneInfo(zone), now=now)}"[:100]


_LONGER = {
    timedelta(days=1): "A day longer",
    timedelta(days=2): "Two days longer",
    timedelta(days=7): "A week longer",
}


def extended(gathering: Gathering) -> str:
    """After the deadline was moved."""
    return f"People can now answer until {moment(gathering.meeting.deadline)}."


def option_label(one: Tally, zone: str, now: datetime, *, counts: bool = True) -> str:
    """A slot in the convener's menu, with how many could come where they may see that."""
    if not counts:
        return slot_label(one.slot, zone, now)
    return f"{slot_label(one.slot, zone, now)[:80]} · {counted(one.can, 'person', 'people')}"


def closed_for_answers() -> str:
    """On a card whose poll is over."""
    return "This poll is over."
