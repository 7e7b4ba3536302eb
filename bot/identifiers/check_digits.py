"""Check digits that tell real numbers from digits that only look like them.

It does not know which texts carry such numbers.
"""

_LUHN_BASE = 10
_VIN_LENGTH = 17
_VIN_VALUES = dict(
    zip(
        "0123456789ABCDEFGHJKLMNPRSTUVWXYZ",
        [*range(10), *range(1, 9), *range(1, 6), 7, *range(9, 10), *range(2, 10)],
        strict=True,
    )
)
_VIN_WEIGHTS = (8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2)


def luhn(digits: str) -> bool:
    """Whether a card number, or a Canadian social insurance number, ends in its check digit."""
    total = 0
    for place, mark in enumerate(reversed(digits)):
        value = int(mark) * (1 + place % 2)
        total += value - 9 if value >= _LUHN_BASE else value
    return total % _LUHN_BASE == 0


def vin(number: str) -> bool:
    """Whether a vehicle identification number has 17 characters and its check digit in place."""
    marks = number.upper()
    if len(marks) != _VIN_LENGTH or not set(marks) <= _VIN_VALUES.keys():
        return False
    rest = (
        sum(_VIN_VALUES[mark] * weight for mark, weight in zip(marks, _VIN_WEIGHTS, strict=True))
        % 11
    )
    return marks[8] == "0123456789X"[rest]


def iban(number: str) -> bool:
    """Whether an international bank account number without blanks leaves 1 when divided by 97."""
    moved = number[4:] + number[:4]
    return int("".join(str(int(mark, 36)) for mark in moved)) % 97 == 1


def nhs(digits: str) -> bool:
    """Whether ten digits are a British NHS number by its check digit (modulo 11)."""
    total = sum(
        int(mark) * weight for mark, weight in zip(digits[:9], range(10, 1, -1), strict=True)
    )
    return (11 - total % 11) % 11 == int(digits[9])
