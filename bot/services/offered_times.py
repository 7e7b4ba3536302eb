"""Times that a group is offered: whatever the guard makes of a date, these are the group's own."""

import re

_DAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?s?"
_CLOCK = r"\d{1,2}(?::\d\d|\.\d\d)?\s?(?:am|pm|h)|\d{1,2}:\d\d|noon|midday|midnight"
_MONTH = (
    r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_BETWEEN = (
    r"at|or|and|to|till|until|from|next|this|the|of|in|on|week|tomorrow|today|morning|evening"
)
_PIECE = rf"(?:{_DAY}|{_CLOCK}|{_MONTH}|{_BETWEEN}|\d{{1,4}}(?:st|nd|rd|th)?)"
_ONLY_TIMES = re.compile(rf"\W*(?:{_PIECE}(?:\W+|$))+", re.IGNORECASE)
_A_TIME = re.compile(rf"\b(?:{_DAY}|{_CLOCK})(?!\w)", re.IGNORECASE)


def is_offered_time(passage: str) -> bool:
    """Whether a passage says a weekday or an hour, and beside it nothing but when."""
    return bool(_A_TIME.search(passage) and _ONLY_TIMES.fullmatch(passage))
