"""Words about presenters, topics, and how a meeting's time is shared out."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from bot.domain.agenda.boxes import agenda_boxes, running
from bot.domain.agenda.facts import Box, Part, Swap, Turn, TurnState
from bot.domain.agenda.offers import lapses_at
from bot.domain.agenda.queue import facilitator, open_places, presenting, queue
from bot.domain.group import Group
from bot.domain.ids import MemberId
from bot.domain.meeting import Gathering
from cogs.wording.meetings import describe
from cogs.wording.shared import clock, counted, listed, moment, people, person

AGENDA = "What a meeting is about"
AGENDA_ADD = "Bring a topic to a meeting"
AGENDA_SHOW = "See a meeting's agenda, privately"
PRESENTERS = "Who presents when"
PRESENTERS_SHOW = "See who presents next, privately"
PRESENTERS_OFFER = "Offer to present at a meeting"
OPTION_GROUP = "Which group, if it is not this channel's"
OPTION_MEETING = "Which meeting, if it is not the next one"

ACCEPT = "Yes, I present"
PASS = "Not this time"  # noqa: S105 - no password
SWAP = "Swap with…"
PRESENT = "I will present"
TITLE = "Say what it is about"
TITLE_FORM = "What you present"
TITLE_LABEL = "What is it about?"
TOPIC_FORM = "Bring a topic"
TOPIC_LABEL = "What would you like to talk about?"
HINT = "The group sees this. Please leave out client names and details."
CHANGE = "Change"
TAKE = "I take it"
DECLINE = "No, sorry"
ADD_TOPIC = "Bring a topic"
TAKE_OUT = "Take a topic of yours back"
SHOW_BUTTON = "Show the agenda"
BEGIN = "Begin"
MORE = "Five more minutes"
NEXT = "Next"

WHOM = "Whom would you like to ask? I ask them; until they agree, the turn is yours."
WHOM_MENU = "Pick a member of the group"
PASSED = "Thank you for saying so. Your place in the queue stays as it is; I ask the next."
TOPIC_TAKEN_BACK = "Taken back. Nobody sees it any more."
NEXT_BEGINS = "The next part begins."

_PARTS: Mapping[Part, str] = MappingProxyType(
    {Part.OPENING: "Opening round", Part.CLOSING: "Closing round", Part.TALK: "Time to talk"}
)


def _starts(gathering: Gathering) -> str:
    time = gathering.meeting.time
    return moment(time.starts) if time else "a time to be found"


def offer(gathering: Gathering, ask: int) -> tuple[str, tuple[MemberId, ...]]:
    """Asks those whose turn it is, and tells those who offered themselves; with whom to ping."""
    turns = {who: turn for who, turn in presenting(gathering).items() if turn.ask == ask}
    asked = [who for who, turn in turns.items() if turn.state is TurnState.OFFERED]
    given = [who for who, turn in turns.items() if turn.state is TurnState.ACCEPTED]
    lines = [f"### Presenting on {_starts(gathering)}"]
    if given:
        lines.append(f"{people(given)}, you offered to present, and a turn is free: it is yours.")
    if asked:
        until = max(lapses_at(gathering.meeting, turns[who]) for who in asked)
        lines.append(
            f"{people(asked)}, you have waited longest. Would you like to present?"
            f"\nIf I do not hear from you by {moment(until)}, I ask the next in the queue."
        )
    return "\n".join(lines), (*given, *asked)


def accepted(gathering: Gathering, member_id: MemberId) -> str:
    """After a member said that they present."""
    turn = gathering.meeting.agenda.turns.get(member_id)
    if turn and turn.state is TurnState.WILLING:
        return (
            "Every turn is taken or offered at the moment. You are the first I come to when one"
            " becomes free."
        )
    return f"Thank you. You present on {_starts(gathering)}, and I count on you to come."


def swap_asked(to: MemberId) -> str:
    """To who asks for a swap."""
    return f"I am asking {person(to)}. Until they agree, the turn is yours."


def swap(gathering: Gathering, giver: MemberId, asked: Swap) -> str:
    """Asks the other one."""
    trade = (
        "trade places in the order with them"
        if asked.to in presenting(gathering)
        else ("present in their place")
    )
    return (
        f"### {person(giver)} asks for a swap\n{person(asked.to)}, would you {trade} on"
        f" {_starts(gathering)}? Who gives a turn away keeps their place in the queue."
    )


def swapped(gathering: Gathering, giver: MemberId, taker: MemberId) -> str:
    """Told to everybody when the other one agreed."""
    if giver in presenting(gathering):
        return f"{person(taker)} and {person(giver)} have traded places in the order."
    return (
        f"{person(taker)} presents in place of {person(giver)}, who keeps their place in the queue."
    )


def not_swapped(giver: MemberId, other: MemberId) -> str:
    """Told to everybody when the other one did not agree."""
    return f"{person(other)} cannot take it, {person(giver)}; the turn stays yours."


def places(gathering: Gathering) -> str:
    """Says plainly what is still free."""
    free = open_places(gathering)
    who = [*presenting(gathering)]
    stands = (
        f"{people(who)} {'presents' if len(who) == 1 else 'present'}."
        if who
        else ("Nobody presents yet.")
    )
    return (
        f"### {_free(free)}\nOn {_starts(gathering)}:"
        f" {stands} Whoever would like to present can take what is free."
    )


def _free(count: int) -> str:
    return f"{counted(count, 'turn at presenting is', 'turns at presenting are')} free"


def presenters_line(gathering: Gathering) -> str:
    """On the meeting's card; empty where nobody presents."""
    turns = presenting(gathering)
    if not gathering.group.settings.formal or not turns:
        return ""
    return f"**Presenting** {', '.join(_presenter(who, turn) for who, turn in turns.items())}"


def _presenter(who: MemberId, turn: Turn) -> str:
    return person(who) if turn.state is TurnState.ACCEPTED else f"{person(who)} (asked)"


def waiting(group: Group, coming: Sequence[Gathering]) -> str:
    """The queue, and who presents at the meetings ahead."""
    lines = [f"{_starts(one)}: {presenters_line(one) or 'nobody presents yet'}" for one in coming]
    order = [f"{place}. {person(who)}" for place, who in enumerate(queue(group)[:25], start=1)]
    return "\n".join(
        [*lines, f"**{group.name}**, who has waited longest first:", *(order or ["nobody yet"])]
    )


def agenda(gathering: Gathering) -> str:
    """The agenda as it stands: with times for presenters, and for topics once it has begun."""
    laid = running(gathering.meeting)
    timed = laid is not None or gathering.group.settings.formal
    boxes = laid.boxes if laid else agenda_boxes(gathering)
    lines = [f"### Agenda of {describe(gathering)}"]
    if timed:
        lines += [_line(gathering, box) for box in boxes]
    else:
        topics = gathering.meeting.agenda.topics
        lines += [f"- {one.text} ({person(one.member_id)})" for one in topics]
        lines += [] if topics else ["Nobody has brought a topic yet."]
    led = facilitator(gathering)
    if led:
        lines.append(f"{person(led)} leads through the meeting.")
    free = open_places(gathering)
    if free:
        lines.append(f"{_free(free)}.")
    return "\n".join(lines)


def _line(gathering: Gathering, box: Box) -> str:
    turn = gathering.meeting.agenda.turns.get(box.member_id) if box.member_id else None
    unsure = " (asked, has not said yet)" if turn and turn.state is TurnState.OFFERED else ""
    return f"- {clock(box.starts)} to {clock(box.ends)}: {what(box)}{unsure}"


def what(box: Box) -> str:
    """What a box is for."""
    if box.member_id is None:
        return _PARTS.get(box.part, "")
    if box.part is Part.TOPIC:
        return f"{box.text} ({person(box.member_id)})"
    return f"{person(box.member_id)}: {box.text}" if box.text else person(box.member_id)


def box_begins(box: Box) -> str:
    """At the beginning of a box."""
    return f"### Now: {what(box)}\nuntil {clock(box.ends)}"


def box_ends(box: Box) -> str:
    """Five minutes before its end."""
    return f"5 minutes left for this: {what(box)}, until {clock(box.ends)}."


def begun(gathering: Gathering) -> str:
    """To who began the meeting."""
    time = gathering.meeting.time
    return f"Begun. I say in the thread when a part ends, until {clock(time.ends)}." if time else ""


def longer(box: Box) -> str:
    """Told to everybody: a box has five more minutes."""
    return f"Five more minutes: {what(box)}, until {clock(box.ends)}. The others share the rest."


def titled(title: str) -> str:
    """After a presenter said what they bring."""
    return f"Kept: “{title}”. It stands in the agenda." if title else "Taken back."


def topic_added(gathering: Gathering) -> str:
    """After a topic was brought."""
    return f"It is on the agenda of {describe(gathering)}. You can take it back until then."


def structure(presenters: int, opening: int, closing: int) -> str:
    """How a formal group's meetings go, for its settings."""
    rounds = [f"an opening round of {opening}"] if opening else []
    rounds += [f"a closing round of {closing}"] if closing else []
    between = f", with {listed(rounds)} minutes" if rounds else ""
    return f"At each meeting {counted(presenters, 'member presents', 'members present')}{between}."
