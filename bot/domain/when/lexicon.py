"""The words of typed times: days, months, and what may stand beside them and means nothing."""

WEEKDAYS = (
    ("monday", "mon"),
    ("tuesday", "tues", "tue"),
    ("wednesday", "weds", "wed"),
    ("thursday", "thurs", "thur", "thu"),
    ("friday", "fri"),
    ("saturday", "sat"),
    ("sunday", "sun"),
)
MONTHS = (
    ("january", "jan"),
    ("february", "feb"),
    ("march", "mar"),
    ("april", "apr"),
    ("may",),
    ("june", "jun"),
    ("july", "jul"),
    ("august", "aug"),
    ("september", "sept", "sep"),
    ("october", "oct"),
    ("november", "nov"),
    ("december", "dec"),
)
WEEKDAY_NUMBERS = {name: number for number, names in enumerate(WEEKDAYS) for name in names}
MONTH_NUMBERS = {name: number for number, names in enumerate(MONTHS, 1) for name in names}

NEAR_DAYS = {"today": 0, "tonight": 0, "tomorrow": 1, "tmrw": 1, "tomorow": 1, "tommorow": 1}

WORKDAYS = frozenset({"weekday", "weekdays", "workday", "workdays"})

# Words after which a time still means what it says. Words such as "after", "not", "before" or
# "except" are left out on purpose: with them the piece means something else than its figures.
_NOISE = (
    "a also am are at be both can could day den der die either et for free from good "
    "great hello here hi i i'm in is it its let's lets local maybe me meeting my of "
    "ok okay on option options our perhaps please possible possibly say sharp should "
    "slot slots so still suits sure thanks that the then there these this time times "
    "um us we work works would"
)
NOISE = frozenset(_NOISE.split())
