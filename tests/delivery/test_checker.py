"""The checker of the kill loop, on journals written by hand: each break of the promise is named."""

import json
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.delivery.checker import Verdict, check
from tests.delivery.due import MINUTE, Meeting, owed, save
from tests.delivery.ledger import APPEARED

START = int(datetime(2026, 3, 4, 19, 0, tzinfo=UTC).timestamp())
CHANNEL, CARD, VOICE = 10, 100, 7
MEETING = Meeting(
    channel=CHANNEL,
    forum=False,
    called=START - 131 * MINUTE,
    settles=START - 101 * MINUTE,
    starts=START,
    ends=START + 65 * MINUTE,
    leads=(90, 30),
)


@dataclass
class Journal:
    """A journal in which everything happens at minutes before the meeting's start."""

    entries: list[dict[str, Any]] = field(default_factory=list[dict[str, Any]])

    def add(self, minutes: float, what: str, **notes: object) -> None:
        clock = datetime.fromtimestamp(START - minutes * MINUTE, UTC)
        at = clock + timedelta(days=200)
        self.entries.append(
            {
                "method": APPEARED,
                "route": what,
                "clock": clock.isoformat(),
                "at": at.isoformat(),
                "lost": False,
                "notes": notes,
            }
        )

    def message(
        self, minutes: float, number: int, text: str, *buttons: str, channel: int = CARD
    ) -> None:
        notes = {"id": number, "channel": channel, "text": text, "buttons": list(buttons)}
        self.add(minutes, "message", **notes)

    def reminder(self, minutes: float, number: int, channel: int = CARD) -> None:
        text = f"### Reminder: we meet <t:{START}:R>\n<t:{START}:F>"
        self.message(minutes, number, text, "I can’t come", channel=channel)

    def rest(self, since: float, until: float) -> None:
        ends = [START - minutes * MINUTE for minutes in (since, until)]
        self.add(until, "rest", since=ends[0], until=ends[1])


def settled() -> Journal:
    """All that comes before the reminders."""
    journal = Journal()
    journal.message(131, 99, f"<t:{START}:F>", "Answer", "Manage", channel=CHANNEL)
    journal.message(101, CARD, f"**<t:{START}:F>**", "I am coming", channel=CHANNEL)
    journal.add(101, "thread", id=CARD, parent=CHANNEL)
    journal.add(101, "event", id=55, starts=START)
    journal.rest(100, 95)
    return journal


def held() -> Journal:
    """All that a meeting owes, in time and in place."""
    journal = settled()
    journal.reminder(90, 1)
    journal.rest(80, 75)
    journal.reminder(30, 2)
    journal.rest(25, 20)
    journal.message(0, 3, "### We are starting now", "I can’t come")
    journal.rest(-2, -7)
    journal.message(-66, 4, f"### That was the meeting of <t:{START}:F>", "I was there")
    journal.rest(-70, -75)
    return journal


def judged(journal: Journal, folder: Path) -> Verdict:
    lines = [json.dumps(entry) for entry in journal.entries]
    (folder / "journal").write_text("\n".join(lines), encoding="utf-8")
    save([MEETING], folder / "plan")
    return check(folder / "journal", folder / "plan")


def without(journal: Journal, number: int) -> Journal:
    """The same, had this message not come."""
    return Journal([one for one in journal.entries if one["notes"].get("id") != number])


def test_a_kept_promise_is_not_faulted(tmp_path: Path) -> None:
    verdict = judged(held(), tmp_path)
    assert verdict.breaks == []
    assert verdict.arrived == verdict.owed == len(list(owed(MEETING))) == 8


@pytest.mark.parametrize("number", [99, CARD, 55, 1, 2, 3, 4])
def test_what_did_not_come_before_the_bot_rested_is_lost(number: int, tmp_path: Path) -> None:
    journal = without(held(), number)
    if number == 99:
        journal.rest(125, 120)
    verdict = judged(journal, tmp_path)
    assert verdict.lost != []


def test_what_the_bot_could_never_bring_in_time_is_excused(tmp_path: Path) -> None:
    """No rest lies within the life of the last reminder."""
    journal = without(held(), 2)
    journal.entries = [one for one in journal.entries if one["notes"].get("until") != START - 1200]
    verdict = judged(journal, tmp_path)
    assert verdict.breaks == []
    assert verdict.excused == 1


@pytest.mark.parametrize("minutes", [60, 29])
def test_a_reminder_too_many_is_doubled(minutes: float, tmp_path: Path) -> None:
    journal = held()
    journal.reminder(minutes, 4)
    assert len(judged(journal, tmp_path).doubled) == 1


def test_a_second_event_is_doubled(tmp_path: Path) -> None:
    journal = held()
    journal.add(90, "event", id=56, starts=START)
    assert len(judged(journal, tmp_path).doubled) == 1


def test_two_reminders_in_one_stretch_are_not_taken_for_one_each(tmp_path: Path) -> None:
    """The count is right, but one came when it was superseded."""
    journal = without(without(held(), 1), 2)
    journal.add(30, "killed")
    for number, minutes in ((1, 29), (2, 28)):
        journal.reminder(minutes, number)
    verdict = judged(journal, tmp_path)
    assert (len(verdict.lost), len(verdict.doubled)) == (1, 1)


@pytest.mark.parametrize("minutes", [91, -1])
def test_a_reminder_before_its_time_or_after_the_start_is_untimely(
    minutes: float, tmp_path: Path
) -> None:
    journal = held()
    journal.reminder(minutes, 4)
    assert len(judged(journal, tmp_path).untimely) == 1


@pytest.mark.parametrize("place", [CHANNEL, VOICE])
def test_a_reminder_outside_its_thread_is_misplaced(place: int, tmp_path: Path) -> None:
    journal = without(held(), 2)
    journal.reminder(30, 2, channel=place)
    assert len(judged(journal, tmp_path).misplaced) == 1


def test_what_nobody_expects_is_strange(tmp_path: Path) -> None:
    journal = held()
    journal.message(50, 4, "Hello")
    journal.message(50, 5, "### We are starting now", channel=VOICE)
    journal.add(50, "event", id=56, starts=START + 60)
    assert len(judged(journal, tmp_path).strange) == 3
