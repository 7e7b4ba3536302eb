"""The chapters of the week, in the order in which they are lived."""

from playground.story.chapter import Chapter
from playground.story.week import (
    answers,
    before_posting,
    calendar,
    calling_off,
    founding,
    guard,
    moving,
    power_cut,
    presenting,
    proposing,
    reckoning,
    regular,
    reminding,
    settling,
    stricter,
    usual_hours,
)

WEEK: tuple[Chapter, ...] = (
    founding.CHAPTER,
    proposing.CHAPTER,
    answers.CHAPTER,
    settling.CHAPTER,
    power_cut.CHAPTER,
    moving.CHAPTER,
    guard.CHAPTER,
    before_posting.CHAPTER,
    stricter.CHAPTER,
    reminding.CHAPTER,
    calling_off.CHAPTER,
    calendar.CHAPTER,
    usual_hours.CHAPTER,
    presenting.CHAPTER,
    regular.CHAPTER,
    reckoning.CHAPTER,
)
