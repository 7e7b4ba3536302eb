"""The guard on plain messages, as a group writes them every day; none of them was trained on."""

import pytest

from bot.identifiers import screen

# What colleagues write all day. An alarm here would have the guard switched off within a week.
PLAIN = (
    "Tuesday at 2 works for me",
    "Wed 10-12",
    "Mon 8am, Tue 8am, Tue 4pm",
    "My client is stuck, and so am I. Tuesday at 2pm? Or Thursday?",
    "Running ten minutes late, sorry!",
    "Thanks everyone, that was really helpful.",
    "Can we start at 5 next week? I have a dentist appointment.",
    "I'd like to bring a case about termination.",
    "Does anybody have a good handout on sleep hygiene?",
    "Happy birthday Fran!",
    "Has anyone read the new Yalom?",
    "Client A came late again and I let it slide.",
    "My client cried the whole hour and I nearly did too.",
    "How do you all handle late cancellations?",
    "PHQ-9 went from 19 to 11, I'll take it.",
    "Zoom link is the same as last time.",
    "She says I remind her of her mother.",
    "Dr. Patel can't make Tuesday.",
    "A question of boundaries",
    "Anyone taking new couples in Massachusetts?",
)

# What nobody should miss.
PLAINLY_TO_WARN = (
    "My client Jane Doe called me at 212-555-0142 yesterday.",
    "saw marisela at 4, her sister drove her in from petaluma",
    "her SSN is 457-55-5462",
    "J.M. no-showed again",
    "my client dana r. lost her job at the bakery on Elm Street",
    "he was admitted on May 2nd to St. Orsola Children's",
    "MRN 00482913, can someone look at the chart?",
    "my client is the only female fire chief on the island",
    "She turned 93 last week, my oldest client ever.",
    "uploading intake_jane_doe.pdf now",
)


@pytest.mark.parametrize("text", PLAIN)
def test_plain_messages_draw_nothing(text: str) -> None:
    """No warning."""
    screening = screen(text)
    assert not screening.warn, screening.findings


@pytest.mark.parametrize("text", PLAINLY_TO_WARN)
def test_what_is_plain_is_warned_about(text: str) -> None:
    """A warning, with a finding and its reason."""
    screening = screen(text)
    assert screening.warn
    assert all(one.reason for one in screening.findings)
