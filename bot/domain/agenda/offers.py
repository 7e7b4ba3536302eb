"""Turns at presenting: offered by the queue, accepted, passed on, swapped, given back.

Each step takes the gathering as it is and gives the meeting as it shall be, or raises a refusal.
Whom the queue asks next follows in `followed`, which is part of every change of a meeting.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from bot.domain.agenda.facts import HELD, Agenda, Swap, Turn, TurnState
from bot.domain.agenda.queue import comes, next_up, open_places, presenting
from bot.domain.agenda.refusals import (
    AskedOfAnother,
    NobodyToSwapWith,
    NoPresenters,
    NotPresenting,
    SwapOver,
)
from bot.domain.errors import NotAMember, NotScheduled
from bot.domain.ids import MemberId
from bot.domain.meeting import Attendance, Gathering, Meeting, Phase

AHEAD = timedelta(days=14)
"""How long before a meeting the first are asked, at most; of a regular one, with its card."""

PATIENCE = timedelta(days=3)
"""How long a turn is kept for who was asked, so that silence holds nobody up."""

A_DAY = timedelta(days=1)


def opens_at(meeting: Meeting) -> datetime:
    """When the first are asked: once the group knows the time, at most two weeks before."""
    starts = meeting.time.starts if meeting.time else meeting.deadline
    return max(meeting.told_at, starts - AHEAD)


def closes_at(meeting: Meeting) -> datetime:
    """Until when the queue is asked: a day before the start, or half of the time that there is."""
    opens = opens_at(meeting)
    starts = meeting.time.starts if meeting.time else meeting.deadline
    return max(starts - A_DAY, opens + (starts - opens) / 2).replace(microsecond=0)


def lapses_at(meeting: Meeting, turn: Turn) -> datetime:
    """Until when a turn is kept for who was asked."""
    return min(turn.at + PATIENCE, closes_at(meeting))


def followed(gathering: Gathering, now: datetime) -> Meeting:
    """The meeting after a change of it, of its group, or of the hour, with turns as they follow.

    Who cannot come gives their turn back; what nobody answered in time lapses; free turns go to
    who offered themselves, and then to the next of the queue. After the end nothing is left.
    """
    meeting, now = gathering.meeting, now.replace(microsecond=0)
    if meeting.phase is Phase.HELD:
        return replace(meeting, agenda=Agenda())
    if meeting.phase is not Phase.SCHEDULED or meeting.time is None or meeting.time.starts <= now:
        return meeting
    if not gathering.group.settings.formal:
        return meeting
    turns = {who: _aged(gathering, who, turn, now) for who, turn in meeting.agenda.turns.items()}
    return _topped_up(gathering.having(_with_turns(meeting, turns)), now)


def _aged(gathering: Gathering, who: MemberId, turn: Turn, now: datetime) -> Turn:
    if turn.state in {*HELD, TurnState.WILLING} and not comes(gathering, who):
        return replace(turn, state=TurnState.PASSED, swap=None)
    if turn.state is TurnState.OFFERED and lapses_at(gathering.meeting, turn) <= now:
        return replace(turn, state=TurnState.LAPSED, swap=None)
    return turn


def _topped_up(gathering: Gathering, now: datetime) -> Meeting:
    meeting, free = gathering.meeting, open_places(gathering)
    turns = meeting.agenda.turns
    willing = [who for who, turn in _in_order(turns) if turn.state is TurnState.WILLING]
    chosen = dict.fromkeys(willing[:free], TurnState.ACCEPTED)
    if opens_at(meeting) <= now < closes_at(meeting):
        asked = next_up(gathering)[: free - len(chosen)]
        chosen |= dict.fromkeys(asked, TurnState.OFFERED)
    if not chosen:
        return meeting
    ask, last = meeting.agenda.asks + 1, _last(turns)
    new = {
        who: Turn(state, last + place, ask, now, turns[who].title if who in turns else "")
        for place, (who, state) in enumerate(chosen.items(), start=1)
    }
    return replace(meeting, agenda=replace(meeting.agenda, turns={**turns, **new}, asks=ask))


def accepted(gathering: Gathering, member_id: MemberId, now: datetime) -> Meeting:
    """A member says that they present, whether they were asked or offer themselves.

    Where every turn is taken they are kept as willing, and are the first when one becomes free.
    """
    _require(gathering, member_id, now)
    turns = gathering.meeting.agenda.turns
    turn = turns.get(member_id) or Turn(TurnState.WILLING, _last(turns) + 1, 0, now)
    holds = turn.state in HELD or open_places(gathering)
    if turn.state not in HELD:
        turn = replace(turn, position=_last(turns) + 1)
    state = TurnState.ACCEPTED if holds else TurnState.WILLING
    return _coming(gathering.meeting, member_id, {**turns, member_id: replace(turn, state=state)})


def passed(gathering: Gathering, member_id: MemberId, now: datetime) -> Meeting:
    """A member does not present this time; their place in the queue stays what it was."""
    _require(gathering, member_id, now)
    turns = gathering.meeting.agenda.turns
    turn = turns.get(member_id)
    if turn is None:
        raise NotPresenting
    gone = replace(turn, state=TurnState.PASSED, swap=None)
    return _with_turns(gathering.meeting, {**turns, member_id: gone})


def swap_asked(gathering: Gathering, who: MemberId, to: MemberId, now: datetime) -> Meeting:
    """A presenter asks another member to take the turn; until they agree nothing changes."""
    _require(gathering, who, now)
    held = presenting(gathering)
    if who not in held:
        raise NotPresenting
    if to == who or not comes(gathering, to):
        raise NobodyToSwapWith
    agenda = gathering.meeting.agenda
    swap = Swap(agenda.swaps + 1, to, now)
    asking = {**agenda.turns, who: replace(held[who], swap=swap)}
    changed = replace(agenda, turns=asking, swaps=swap.number)
    return replace(gathering.meeting, agenda=changed)


def swap_of(gathering: Gathering, number: int) -> tuple[MemberId, Turn, Swap]:
    """Whose turn a swap is about; refuses with SwapOver where it stands no more."""
    for who, turn in presenting(gathering).items():
        if turn.swap and turn.swap.number == number:
            return who, turn, turn.swap
    raise SwapOver


def swap_answered(
    gathering: Gathering, number: int, by: MemberId, now: datetime, *, agrees: bool
) -> Meeting:
    """Who was asked agrees: they take the turn. A presenter who agrees trades places in the order.

    Who gave the turn away keeps their place in the queue.
    """
    _require(gathering, by, now)
    giver, given, swap = swap_of(gathering, number)
    if by != swap.to:
        raise AskedOfAnother(swap.to)
    turns = gathering.meeting.agenda.turns
    given = replace(given, swap=None)
    if not agrees:
        return _with_turns(gathering.meeting, {**turns, giver: given})
    own = turns.get(by)
    taker = replace(own, state=TurnState.ACCEPTED) if own else replace(given, ask=0, title="")
    traded = own is not None and own.state in HELD
    after = {
        giver: replace(given, position=own.position if own else given.position),
        by: replace(taker, state=TurnState.ACCEPTED, position=given.position, swap=None),
    }
    if not traded:
        after[giver] = replace(after[giver], state=TurnState.PASSED)
    return _coming(gathering.meeting, by, {**turns, **after})


def titled(gathering: Gathering, member_id: MemberId, title: str, now: datetime) -> Meeting:
    """A presenter says what they bring; an empty title takes it back."""
    _require(gathering, member_id, now)
    held = presenting(gathering)
    if member_id not in held:
        raise NotPresenting
    turns = gathering.meeting.agenda.turns
    return _with_turns(
        gathering.meeting, {**turns, member_id: replace(held[member_id], title=title)}
    )


def _require(gathering: Gathering, member_id: MemberId, now: datetime) -> None:
    meeting, group = gathering.meeting, gathering.group
    if member_id not in group.member_ids:
        raise NotAMember(group.name)
    if not group.settings.formal:
        raise NoPresenters
    if meeting.phase is not Phase.SCHEDULED or meeting.time is None or meeting.time.ends <= now:
        raise NotScheduled


def _in_order(turns: Mapping[MemberId, Turn]) -> list[tuple[MemberId, Turn]]:
    return sorted(turns.items(), key=lambda one: one[1].position)


def _last(turns: Mapping[MemberId, Turn]) -> int:
    return max((turn.position for turn in turns.values()), default=0)


def _with_turns(meeting: Meeting, turns: Mapping[MemberId, Turn]) -> Meeting:
    return replace(meeting, agenda=replace(meeting.agenda, turns=turns))


def _coming(meeting: Meeting, who: MemberId, turns: Mapping[MemberId, Turn]) -> Meeting:
    """Who presents comes; they need not say so twice."""
    attendance = dict(meeting.attendance)
    if turns[who].state is TurnState.ACCEPTED:
        attendance[who] = Attendance.COMING
    return replace(_with_turns(meeting, turns), attendance=attendance)
