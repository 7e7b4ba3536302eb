"""The same machine for a group with presenters: offers, swaps and signals, once each, in any order.

`CONVENE_MACHINES` sets here, too, how many lives are tried; a third as many.
"""

import os
from dataclasses import replace

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize, precondition, rule

from bot.domain.agenda.boxes import EARLY
from bot.domain.group import Structure
from tests.delivery.test_machine import Lives
from tests.domain.agenda.steps import AGENDA_STEPS, PRESSES, beginning
from tests.domain.examples import ADA
from tests.domain.histories import Step


class PresentingLives(Lives):
    """Lives of a formal group."""

    def __init__(self) -> None:
        super().__init__()
        # One after another: what is sent when something crashes is then the same each time.
        self.world.at_once = 1

    @initialize()
    def begin(self) -> None:
        super().begin()
        formal = replace(self.group.settings, structure=Structure.FORMAL, presenters=2)
        store = self.world.life.stores.groups
        self.group = self.run(store.change(self.group.id, lambda _: formal, self.world.now()))
        self.work()

    def _step(self, number: int, step: Step) -> None:
        if not self.world.alive:
            return
        now = self.world.now().replace(microsecond=0)
        change = self.world.life.stores.meetings.change
        meeting_id = self._some(number).meeting.id
        self.run(self._try(change(meeting_id, lambda before: step(before, now), now)))

    @precondition(lambda self: self.world.alive and self.meetings)
    @rule(number=st.integers(0, 3), step=AGENDA_STEPS)
    def speak_up(self, number: int, step: Step) -> None:
        self._step(number, step)

    @precondition(lambda self: self.world.alive and self.meetings)
    @rule(number=st.integers(0, 3), step=AGENDA_STEPS)
    def speak_up_while_something_is_sent(self, number: int, step: Step) -> None:
        now = self.world.now().replace(microsecond=0)
        change = self.world.life.stores.meetings.change
        meeting_id = self._some(number).meeting.id
        self.discord.meanwhile = lambda: self._try(
            change(meeting_id, lambda before: step(before, now), now)
        )
        self.run(self.world.work())
        self.discord.meanwhile = None

    @precondition(lambda self: self.world.alive and self.meetings)
    @rule(number=st.integers(0, 3), presses=st.lists(PRESSES, max_size=4))
    def a_meeting_is_begun(self, number: int, presses: list[Step]) -> None:
        time = self.run(self.world.look(self._some(number))).meeting.time
        if time and time.starts > self.world.now():
            self.world.wait_until(max(self.world.now(), time.starts - EARLY))
        self._step(number, beginning(ADA))
        for press in presses:
            self.work()
            self.world.let_pass(minutes=4)
            self._step(number, press)


TestPresentingLives = PresentingLives.TestCase
TestPresentingLives.settings = settings(
    max_examples=int(os.environ.get("CONVENE_MACHINES", "60")) // 3,
    stateful_step_count=40,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
