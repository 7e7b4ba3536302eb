"""Random steps about an agenda, as the members of a group might take them."""

from datetime import datetime

from hypothesis import strategies as st

from bot.domain.agenda import boxes, offers, topics
from bot.domain.ids import MemberId
from bot.domain.meeting import Gathering, Meeting
from tests.domain.examples import ADA, BEN, CLEO
from tests.domain.histories import Step


def accepting(who: MemberId) -> Step:
    """Somebody presents."""
    return lambda before, now: offers.accepted(before, who, now)


def passing(who: MemberId) -> Step:
    """Somebody does not."""
    return lambda before, now: offers.passed(before, who, now)


def asking(who: MemberId, to: MemberId) -> Step:
    """Somebody asks another to take their turn."""
    return lambda before, now: offers.swap_asked(before, who, to, now)


def answering(agrees: bool) -> Step:
    """Whoever was asked last says yes or no."""

    def step(before: Gathering, now: datetime) -> Meeting:
        number = before.meeting.agenda.swaps
        _, _, swap = offers.swap_of(before, number)
        return offers.swap_answered(before, number, swap.to, now, agrees=agrees)

    return step


def naming(who: MemberId) -> Step:
    """Somebody says what they bring."""
    return lambda before, now: offers.titled(before, who, "Endings", now)


def bringing(who: MemberId) -> Step:
    """Somebody brings a topic."""
    return lambda before, now: topics.with_topic(before, who, "Fees", now)


def beginning(who: MemberId) -> Step:
    """Somebody begins the meeting."""
    return lambda before, now: boxes.begun(before, who, now)


def pressing(who: MemberId, more: bool) -> Step:
    """Somebody gives the running box more time, or goes on to the next."""

    def step(before: Gathering, now: datetime) -> Meeting:
        laid = boxes.running(before.meeting)
        found = laid.boxes if laid else ()
        running = [place for place, one in enumerate(found) if one.starts <= now < one.ends]
        press = boxes.longer if more else boxes.sooner
        return press(before, who, laid.number if laid else 0, (running or [0])[0], now)

    return step


_PEOPLE = st.sampled_from([ADA, BEN, CLEO])
PRESSES: st.SearchStrategy[Step] = st.builds(pressing, _PEOPLE, st.booleans())
AGENDA_STEPS: st.SearchStrategy[Step] = st.one_of(
    st.builds(accepting, _PEOPLE),
    st.builds(passing, _PEOPLE),
    st.builds(asking, _PEOPLE, _PEOPLE),
    st.builds(answering, st.booleans()),
    st.builds(naming, _PEOPLE),
    st.builds(bringing, _PEOPLE),
    st.builds(beginning, _PEOPLE),
    PRESSES,
)
