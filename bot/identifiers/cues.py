"""How therapists speak of clients, themselves and colleagues: pieces that several families share.

It does not know what identifier a cue stands beside.
"""

from bot.identifiers.recognizer import Check, any_of, unsaid_before

# Abbreviations as typed in notes: ct, clt, pt.
CLIENT = any_of("clients?, patients?, analysand, cts?, clts?, pts?")

_CIRCLE = any_of(
    "male, female, adolescent, veteran, kid, child, teen, boy, girl, son, daughter, guy, "
    "man, woman, lady, gentleman, mom, mum, mother, dad, father, husband, wife, ex, "
    "boyfriend, girlfriend, brother, sister, roommate, couple, family"
)

# Someone spoken of who may be a client or of a client's circle; as subject, and in any role.
SUBJECT = rf"(?:he|she|they|who|{_CIRCLE}|{CLIENT})(?:'s|'re|'d|'ve|'ll)?"
PERSON = rf"\b(?:{SUBJECT}|him|her|his|hers|their|them)\b"

# The writer in person, as subject.
WRITER = r"\b" + any_of("i, i'm, i've, i'll, i'd, im, we, we're, we've, we'll") + r"\b"

_KIN = any_of(
    "mom, mum, mother, dad, father, parents, wife, husband, partner, spouse, fiancee?, "
    "daughters?, sons?, kids?, child, children, toddler, baby, sister, brother, "
    "siblings?, grandma, grandpa, nana, grandmother, grandfather, aunt, uncle, niece, "
    "nephew, cousin, in-laws?, mother-in-law, father-in-law, friend, neighbor, neighbour, "
    "dog, cat, family"
)

# A colleague or an organisation, whose details members share with one another.
COLLEAGUE = any_of(
    "dr, doctor, prof, professor, colleagues?, supervisor, supervisee, consultant, "
    "prescriber, psychiatrist, attorney, lawyer, refer, referrals?, clinic, front desk, "
    "hotline, helpline, warmline, crisis line, lifeline, after-hours, on-call, intake "
    "line, intake coordinator, pharmacy, dispatch, provider relations, provider line, "
    "support line, customer service, billing, biller, rsvp, register, registration, "
    "dial-?in, conference, zoom, openings, takes calls, directory, listserv, vendor, rep, "
    "editor, submit, cv, resumes?"
)

MONTH = (
    any_of(
        "jan(?:uary)?, feb(?:ruary)?, mar(?:ch)?, apr(?:il)?, may, june?, july?, aug(?:ust)?, "
        "sept?(?:ember)?, oct(?:ober)?, nov(?:ember)?, dec(?:ember)?"
    )
    + r"\.?"
)


def not_own(things: str, reach: int = 60) -> Check:
    """Holds where no `my` or `our` stands before one of the things, which are parted by commas."""
    return unsaid_before(rf"\b(?:my|our|mine)\s(?:\w{{1,12}}\s){{0,2}}{any_of(things)}\b", reach)


# The writer's own family is no client's: `my mom is 96`.
not_own_kin = unsaid_before(rf"\b(?:my|our)\s(?:own\s|older\s|younger\s)?{_KIN}\b")
