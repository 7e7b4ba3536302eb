"""Things that lead to a client: a vehicle by its plate or number, a device by its serial number.

The writer's own car and the office's machines are left alone where the words beside them say so.
"""

import re

from bot.identifiers import check_digits, cues
from bot.identifiers.finding import Kind
from bot.identifiers.needs import digits, holding, said, shaped, written
from bot.identifiers.recognizer import (
    Candidate,
    Recognizer,
    any_of,
    has_digits,
    pattern,
    said_around,
    unsaid_around,
    unsaid_before,
)
from bot.identifiers.records import NUMBER

_CAR = any_of(
    "car, truck, van, suv, sedan, coupe, pickup, motorcycle, jeep, subaru, toyota, honda, "
    "ford, chevy, tesla, bmw, audi, nissan, hyundai, kia, mazda, tacoma, civic, corolla, "
    "camry, prius, charger, mustang, escalade, silverado, rental, parked, parks, drives, "
    "driving"
)
_NOT_MY_CAR = cues.not_own("plates?, car, truck, van, suv, vin, rental, jeep, bike, registration")
_PLATE_LENGTHS = range(4, 9)


def _plate_like(candidate: Candidate) -> bool:
    marks = re.sub(r"[^A-Za-z0-9]", "", candidate.span)
    return len(marks) in _PLATE_LENGTHS and len(candidate.digits) > 1


def _vehicle_number(candidate: Candidate) -> bool:
    said = re.search(r"\bvin\b", candidate.before(20), re.IGNORECASE)
    return said is not None or check_digits.vin(candidate.span)


VEHICLES = (
    Recognizer(
        Kind.VEHICLE,
        pattern(
            r"\b(?:licen[cs]e plate|number plate|plates?|rego)"
            r"(?: (?:number|no|is|was|of)\b|'s|[:=,#(\"' ]){0,4}"
            r"(?P<id>(?=[a-z0-9 -]{0,7}[0-9])"
            r"(?:[a-z0-9]{2,8}(?:[- ][a-z0-9]{2,5})?|(?:[a-z0-9] ){4,6}[a-z0-9]{1,4}))\b(?!/)"
        ),
        0.75,
        "a vehicle's plate",
        (_plate_like, _NOT_MY_CAR),
        needs=(holding("plate", "rego"),),
        checks_need=(digits(2),),
    ),
    Recognizer(
        Kind.VEHICLE,
        pattern(
            r"(?<![\w-])(?P<id>(?-i:[0-9][A-Z]{3}[- ]?[0-9]{3}|[A-Z]{3}[- ]?[0-9]{4}"
            r"|[0-9][A-Z]{2}[- ]?[0-9]{4}|[A-Z]{2}[0-9]{2} ?[A-Z]{3}))(?![\w-])"
        ),
        0.7,
        "the shape of a plate beside words for a vehicle or plate",
        (
            said_around(rf"\b(?:{_CAR}|plates?)\b", 60),
            _NOT_MY_CAR,
            unsaid_before(r"\b(?:suite|room|rm|flight|parking|spot|model|code)\b[^.]{0,10}$", 30),
        ),
        needs=(digits(2), written(r"[A-Z][A-Z][- ]?[0-9]{2}")),
        checks_need=(said(_CAR, "plates?"),),
    ),
    Recognizer(
        Kind.VEHICLE,
        pattern(r"\b(?P<id>[a-hj-npr-z0-9]{17})\b"),
        0.85,
        "a vehicle identification number",
        (_vehicle_number, has_digits(6), _NOT_MY_CAR),
        needs=(shaped(r"[a-hj-npr-z0-9]{17}"),),
        checks_need=(digits(6),),
    ),
)

_WORN = any_of(
    r"pumps?, implants?, pacemaker, icd, defibrillator, cpap, bipap, vns, dbs, cgm, "
    r"dexcom, stimulator, monitor, ankle, bracelet, hearing aids?, cochlear, "
    r"prosthe\w{1,8}, wheelchair, insulin, device, chromebook, ipad, laptop, tablet, "
    r"phone, unit"
)
_SERIAL = any_of("serial(?: (?:number|no|#))?, ser, s/n, sn, imei, udi, asset tag, device tag")

DEVICES = (
    Recognizer(
        Kind.DEVICE,
        pattern(
            rf"\b(?:{_SERIAL}|device (?:id|no|number|#))(?: (?:is|was)\b|[.:=#( ]){{0,4}}"
            rf"(?P<id>{NUMBER})"
        ),
        0.8,
        "a serial number beside words for a client's device",
        (
            has_digits(4),
            said_around(rf"\b{_WORN}\b", 120),
            unsaid_around(r"\b(?:printer|router|scanner|shredder|copier|white noise)\b", 80),
            cues.not_own("office, laptop, ipad, phone, tablet, computer, pump, device, monitor"),
        ),
        needs=(holding("ser", "s/n", "sn", "imei", "udi", "asset tag", "device"),),
        checks_need=(digits(4),),
    ),
)

RECOGNIZERS = (*VEHICLES, *DEVICES)
