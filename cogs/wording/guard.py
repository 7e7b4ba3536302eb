"""Words about a group's guard: how strict it is, what that costs, and how its alarms went."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from bot.domain.group import Group
from bot.domain.ids import ChannelId, MemberId
from bot.identifiers import Kind, Strictness
from bot.services.warnings import Record, Tally
from cogs.wording.shared import channel, counted, listed, person

GUARD = "See how strict the guard is and how its alarms went, or change it"
GUARD_OPTIONS: Mapping[str, str] = MappingProxyType(
    {
        "group": "The group, if it is not the one of this channel",
        "strictness": "What happens when a message may identify a client",
        "channel": "Only for this channel, thread or post of the group",
        "forget": "Forget all that the group called no identifier",
    }
)
INHERIT = "As the group has it"
CHOICES: Mapping[Strictness, str] = MappingProxyType(
    {
        Strictness.QUIET: "Quiet: a direct message to the author, nothing in the channel",
        Strictness.NUDGE: "Nudge: a short reply under the message",
        Strictness.STRICT: "Strict: taken out at once, with a copy to the author",
    }
)
_CALLED = {Strictness.QUIET: "quiet", Strictness.NUDGE: "nudge", Strictness.STRICT: "strict"}
_MEANS = {
    Strictness.QUIET: "only the author hears of it, by a direct message",
    Strictness.NUDGE: "a short reply, and only the author can open the review",
    Strictness.STRICT: (
        "a message is taken out at once, and its author gets the only copy to mend;"
        " who takes no direct messages from me is nudged instead"
    ),
}


@dataclass(frozen=True, slots=True)
class Cost:
    """What a strictness costs: clean messages warned about, and messages that slip through."""

    alarms_in_1000: int
    missed_in_100: int


COST: Mapping[Strictness, Cost] = MappingProxyType(
    {
        Strictness.QUIET: Cost(alarms_in_1000=47, missed_in_100=27),
        Strictness.NUDGE: Cost(alarms_in_1000=107, missed_in_100=13),
        Strictness.STRICT: Cost(alarms_in_1000=167, missed_in_100=11),
    }
)
"""Measured with `screen` on the hand-written messages of benchmarks/blind.jsonl, on which nobody
trained: half of them clean and hard, so that a real chat draws far fewer alarms."""

_KINDS: Mapping[Kind, str] = MappingProxyType(
    {
        Kind.NAME: "names",
        Kind.INITIALS: "initials",
        Kind.PLACE: "places",
        Kind.DATE: "dates",
        Kind.AGE90: "ages over 89",
        Kind.PHONE: "telephone numbers",
        Kind.EMAIL: "e-mail addresses",
        Kind.URL: "web addresses",
        Kind.IP: "network addresses",
        Kind.HANDLE: "user names",
        Kind.SSN: "social security numbers",
        Kind.MRN: "record numbers",
        Kind.PLAN: "health plan numbers",
        Kind.ACCOUNT: "account numbers",
        Kind.LICENSE: "licences",
        Kind.VEHICLE: "vehicles",
        Kind.DEVICE: "devices",
        Kind.IMAGE: "files",
        Kind.QUASI: "descriptions that fit one person",
    }
)

LONGEST = 2000
MOST_PLACES = 6
"""So many channels are named one by one."""

_MORE_KINDS = "- and of other kinds:"

NOT_ITS_CHANNEL = "That channel does not belong to the group, so I do not watch it."


Choices = Mapping[ChannelId | None, Strictness]
"""What a group chose, by channel; None stands for the group as a whole."""


@dataclass(frozen=True, slots=True)
class Guarded:
    """A group's guard as it stands; `barred` are channels where the bot may not delete."""

    group: Group
    choices: Choices
    record: Record
    learned: int
    barred: tuple[ChannelId, ...] = ()


def guard(guarded: Guarded) -> str:
    """How strict a group's guard is, what that costs, and how its alarms went."""
    before = [_whole(guarded), *_places(guarded), _costs()]
    after = [*_unheard(guarded.record), _lessons(guarded.learned)]
    room = LONGEST - sum(len(part) + 1 for part in (*before, *after))
    return "\n".join([*before, *_record(guarded.record, room), *after])


def _whole(guarded: Guarded) -> str:
    whole = guarded.choices.get(None, Strictness.NUDGE)
    return f"The guard of **{guarded.group.name}** is **{_CALLED[whole]}**: {_MEANS[whole]}."


def _places(guarded: Guarded) -> Iterator[str]:
    """The channels that differ, as many as there is room for."""
    differing = [(place, way) for place, way in guarded.choices.items() if place]
    for place, way in differing[:MOST_PLACES]:
        yield f"{channel(place)}: **{_CALLED[way]}**."
    if len(differing) > MOST_PLACES:
        yield f"Other channels and threads that differ: {len(differing) - MOST_PLACES}."
    if guarded.barred:
        places = listed([channel(place) for place in guarded.barred[:MOST_PLACES]])
        yield f"I may not delete messages in {places}, so there I nudge instead."


def _costs() -> str:
    return "\n".join(["What it costs, as measured on labelled messages:", *map(_cost, COST)])


def _cost(strictness: Strictness) -> str:
    cost = COST[strictness]
    return (
        f"- {_CALLED[strictness]}: {cost.alarms_in_1000} false alarms in 1000 clean messages,"
        f" and {cost.missed_in_100} in 100 that should be warned about slip through"
    )


def _record(record: Record, room: int) -> Iterator[str]:
    """How the alarms went, the kinds with the most first, as many as fit."""
    if not record.tallies:
        yield "There was no alarm yet."
        return
    yield "Alarms so far:"
    room -= len("Alarms so far:") + 1 + len(_MORE_KINDS) + 3
    ordered = sorted(record.tallies.items(), key=lambda one: -_total(one[1]))
    for number, (kind, tally) in enumerate(ordered):
        line = f"- {_KINDS[kind]}: {_tally(tally)}"
        room -= len(line) + 1
        if room < 0:
            yield f"{_MORE_KINDS} {len(ordered) - number}"
            return
        yield line


def _total(tally: Tally) -> int:
    return tally.confirmed + tally.refused + tally.consented + tally.waiting


def _unheard(record: Record) -> Iterator[str]:
    if record.unheard:
        count = counted(record.unheard, "warning", "warnings")
        yield f"{count} reached nobody: the author takes no direct messages from me."


def _tally(tally: Tally) -> str:
    counts = (
        (tally.confirmed, "confirmed"),
        (tally.refused, "refused"),
        (tally.consented, "kept with consent"),
        (tally.waiting, "open"),
    )
    return listed([f"{count} {what}" for count, what in counts if count])


def _lessons(learned: int) -> str:
    if not learned:
        return "Nobody has called anything no identifier yet."
    count = counted(learned, "passage is", "passages are")
    return f"{count} known here as harmless, each as a keyed hash and never as words."


def chosen(
    group: Group, actor_id: MemberId, strictness: Strictness | None, place: ChannelId | None
) -> str:
    """Told to the group: somebody changed how strict its guard is."""
    where = f"in {channel(place)}" if place else f"of **{group.name}**"
    said = f"{person(actor_id)} changed the guard {where}:"
    if strictness:
        return f"{said} it is **{_CALLED[strictness]}** now: {_MEANS[strictness]}."
    again = "follows the group again" if place else f"is **{_CALLED[Strictness.NUDGE]}** again"
    return f"{said} it {again}."


def forgotten(group: Group, count: int) -> str:
    """Told to who had it forgotten."""
    passages = counted(count, "passage", "passages")
    return f"The guard of **{group.name}** has forgotten {passages} that it took for harmless."
