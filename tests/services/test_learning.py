"""What a group calls no identifier is known again, and is never kept as words."""

import pytest

from bot.domain.errors import NotAMember
from bot.domain.ids import MemberId
from bot.identifiers import Strictness
from bot.services.actor import Actor
from bot.services.confidentiality import either
from bot.services.learning import MOST_LESSONS, Lessons, hashed
from tests.domain.examples import ADA, CHANNEL
from tests.services.conftest import House

STRANGER = Actor(MemberId(999))


@pytest.mark.parametrize("again", ["Jane Doe", "JANE DOE", " jane \n doe ", "\uff2aane Doe"])
def test_case_blanks_and_width_make_no_difference(again: str) -> None:
    assert Lessons(b"key", frozenset([hashed(b"key", "Jane Doe")])).knows(again)


@pytest.mark.parametrize("other", ["Jane", "Jane Dowd", "JaneDoe", ""])
def test_another_passage_is_not_known(other: str) -> None:
    assert not Lessons(b"key", frozenset([hashed(b"key", "Jane Doe")])).knows(other)


async def test_each_group_has_a_key_of_its_own_and_no_word_is_on_disk(house: House) -> None:
    one = await house.stores.a_group()
    await house.guard.learn(one.id, ["Vandersloot", "0147"])
    assert (await house.guard.known(one.id))("VANDERSLOOT")
    lessons = await house.stores.lessons.lessons(one.id)
    assert lessons is not None
    assert len(lessons.key) == 32
    assert b"andersloot" not in house.on_disk()
    await house.guard.forget(one, Actor(ADA))
    assert not (await house.guard.known(one.id))("Vandersloot")
    await house.guard.learn(one.id, ["Vandersloot"])
    again = await house.stores.lessons.lessons(one.id)
    assert again is not None
    assert again.key != lessons.key


async def test_the_oldest_lessons_go_first(house: House) -> None:
    group = await house.stores.a_group()
    for number in range(3):
        await house.guard.learn(group.id, [f"old {number}"])
    await house.guard.learn(group.id, [f"new {number}" for number in range(MOST_LESSONS - 1)])
    known = await house.guard.known(group.id)
    assert [known(f"old {number}") for number in range(3)] == [False, False, True]
    assert all(known(f"new {number}") for number in range(MOST_LESSONS - 1))
    assert await house.guard.learned(group.id) == MOST_LESSONS


async def test_the_innermost_choice_counts(house: House) -> None:
    group = await house.stores.a_group()
    thread, member = CHANNEL, Actor(ADA)
    assert await house.guard.strictness(group.id, (thread,)) is Strictness.NUDGE
    await house.guard.choose(group, member, Strictness.STRICT)
    await house.guard.choose(group, member, Strictness.QUIET, thread)
    assert await house.guard.strictness(group.id, (thread,)) is Strictness.QUIET
    assert await house.guard.strictness(group.id, ()) is Strictness.STRICT
    await house.guard.choose(group, member, None, thread)
    assert await house.guard.strictness(group.id, (thread,)) is Strictness.STRICT


async def test_only_members_and_managers_settle_the_guard(house: House) -> None:
    group = await house.stores.a_group()
    with pytest.raises(NotAMember):
        await house.guard.choose(group, STRANGER, Strictness.QUIET)
    with pytest.raises(NotAMember):
        await house.guard.forget(group, STRANGER)
    await house.guard.choose(group, Actor(STRANGER.id, manages=True), Strictness.QUIET)
    assert await house.guard.strictness(group.id, ()) is Strictness.QUIET


def test_known_to_either_is_known() -> None:
    both = either("a".__eq__, "b".__eq__)
    assert [both(one) for one in "abc"] == [True, True, False]
