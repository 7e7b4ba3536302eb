"""Random histories of a meeting: steps of the main job, as a group might take them."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from hypothesis import strategies as st

from bot.domain import decisions, reminders
from bot.domain.errors import Refusal
from bot.domain.ids import MemberId
from bot.domain.meeting import Attendance, Choice, Gathering, Meeting
from tests.domain.examples import EVERYBODY, NOON, a_group, a_poll, slot

Step = Callable[[Gathering, datetime], Meeting]


def answering(who: MemberId, choice: Choice) -> Step:
    """Somebody says the same about every slot."""
    return lambda before, now: decisions.answered(
        before, who, dict.fromkeys(before.meeting.slots, choice), "", now
    )


def attending(who: MemberId, state: Attendance) -> Step:
    """Somebody says whether they come."""
    return lambda before, now: decisions.attending(before, who, state, now)


def choosing(place: int) -> Step:
    """The convener chooses one of the slots."""
    return lambda before, now: decisions.chosen(
        before, before.meeting.slots[place % len(before.meeting.slots)], now
    )


def extending(hours: int) -> Step:
    """The convener gives the poll more time."""
    return lambda before, now: decisions.extended(before, timedelta(hours=hours), now)


def adding(hour: int) -> Step:
    """The convener adds a slot."""
    return lambda before, now: decisions.with_more_slots(before, [slot(hour)], now)


def moving(hour: int) -> Step:
    """The convener moves the meeting."""
    return lambda before, now: decisions.moved(before, slot(hour), now)


def withdrawing(place: int) -> Step:
    """The convener takes a slot back."""
    return lambda before, now: decisions.without_slot(
        before, before.meeting.slots[place % len(before.meeting.slots)], now
    )


def snoozing(who: MemberId, minutes: int) -> Step:
    """Somebody wants to be reminded once more."""
    return lambda before, now: reminders.snoozed(before, who, minutes, now)


def hushing(who: MemberId) -> Step:
    """Somebody wants no reminders of it."""
    return lambda before, now: reminders.hushed(before, who, now)


_HOURS = st.integers(1, 200)
_PEOPLE = st.sampled_from(EVERYBODY[:4])
STEPS: st.SearchStrategy[Step] = st.one_of(
    st.builds(answering, _PEOPLE, st.sampled_from(Choice)),
    st.builds(attending, _PEOPLE, st.sampled_from(Attendance)),
    st.builds(choosing, st.integers(0, 24)),
    st.builds(extending, _HOURS),
    st.builds(adding, _HOURS),
    st.builds(moving, _HOURS),
    st.builds(withdrawing, st.integers(0, 24)),
    st.builds(snoozing, _PEOPLE, st.sampled_from(reminders.SNOOZES)),
    st.builds(hushing, _PEOPLE),
    st.sampled_from(
        [
            decisions.settled_early,
            decisions.cancelled,
            decisions.restored,
            decisions.at_deadline,
            decisions.at_end,
        ]
    ),
)
TIMED_STEPS = st.lists(st.tuples(STEPS, st.integers(0, 1500)), max_size=12)
"""Steps, each with the minutes that pass before it."""


def history(steps: Sequence[tuple[Step, int]], **facts: object) -> list[Gathering]:
    """A group's meeting as it stood after each step that was not refused."""
    gathering = a_poll(group=a_group(EVERYBODY[:3]), **facts)  # pyright: ignore[reportArgumentType] - real fields
    stood, now = [gathering], NOON
    for step, minutes in steps:
        now += timedelta(minutes=minutes)
        try:
            gathering = gathering.having(step(gathering, now))
        except Refusal:
            continue
        stood.append(gathering)
    return stood
