"""Ways to reach a client: telephone, e-mail, web address, social-media handle, network address.

A colleague's, an organisation's or the writer's own details are left alone where the words beside them say so.
"""

import ipaddress

from bot.identifiers import cues
from bot.identifiers.finding import Kind
from bot.identifiers.recognizer import (
    Candidate,
    Recognizer,
    pattern,
    said_around,
    said_before,
    unsaid_after,
    unsaid_before,
)

_NOT_A_LINE = unsaid_before(
    r"\b(?:npi|isbn|issn|doi|pmid|ein|tax id|taxonomy|claim|mtg|meeting id|invoice|ticket|"
    r"confirmation|order|code|sku|"
    r"tracking|version|id)\b[^a-z]{0,12}$",
    40,
)
_TOLL_FREE = ("800", "833", "844", "855", "866", "877", "888", "900")
_CALLING = (
    r"\b(?:call|calls|called|calling|phone|tel|telephone|cell|mobile|text|texts|texted|"
    r"number|reach|reachable|fax|whatsapp|"
    r"voicemail|vm|contact|ring|rang|sms)\b"
)


def _reaches_someone(candidate: Candidate) -> bool:
    """Numbers that a person may have: no toll-free line, no area or exchange that begins with 0 or 1."""
    digits = candidate.digits[-10:]
    return digits[0] not in "01" and digits[3] not in "01" and digits[:3] not in _TOLL_FREE


_OTHERS_LINE = (unsaid_before(cues.COLLEAGUE), unsaid_before(cues.OWN, 40), _NOT_A_LINE)
_ME = unsaid_before(r"\b(?:call|text|reach|ring|page|email|dm|ping) (?:me|us)\b", 40)
_NO_DIGIT_BEFORE = r"(?<![0-9A-Za-z$.#/_-])"
_NO_DIGIT_AFTER = r"(?![0-9]|[-./][0-9])"

_TELEPHONE = "a telephone or fax number that may be a client's"

PHONES = (
    Recognizer(
        Kind.PHONE,
        pattern(
            _NO_DIGIT_BEFORE + r"(?P<id>(?:\+?1[-. ]?)?(?:\([0-9]{3}\) ?|"
            r"[0-9]{3}[-. ])[0-9]{3}[-. ][0-9]{4}(?: ?(?:x|ext\.?) ?[0-9]{1,5})?)" + _NO_DIGIT_AFTER
        ),
        0.85,
        _TELEPHONE,
        (_reaches_someone, *_OTHERS_LINE, _ME, unsaid_after(r" ?(?:is|=) (?:my|our)\b")),
        "0123456789",
    ),
    Recognizer(
        Kind.PHONE,
        pattern(
            _NO_DIGIT_BEFORE + r"(?P<id>[2-9][0-9]{9}|[2-9][0-9]{2}[-.][0-9]{4})" + _NO_DIGIT_AFTER
        ),
        0.7,
        "digits beside words for calling or texting someone",
        (
            said_before(_CALLING, 40),
            *_OTHERS_LINE,
            _ME,
            lambda candidate: candidate.digits[:3] not in _TOLL_FREE,
        ),
        "0123456789",
    ),
    Recognizer(
        Kind.PHONE,
        pattern(
            r"(?<![\w+])(?P<id>\+[1-9][0-9]{0,2}(?:[ .-]?\(?[0-9]{1,5}\)?){2,6})" + _NO_DIGIT_AFTER
        ),
        0.8,
        _TELEPHONE,
        (lambda candidate: 9 <= len(candidate.digits) <= 15, *_OTHERS_LINE, _ME),
        "+",
    ),
    Recognizer(
        Kind.PHONE,  # Britain, Australia and New Zealand: a leading 0, then groups
        pattern(
            _NO_DIGIT_BEFORE + r"(?P<id>0[0-9]{4} ?[0-9]{6}|0[0-9]{4} [0-9]{3} [0-9]{3}|"
            r"02[0-9] [0-9]{4} [0-9]{4}|0[0-9]{3} [0-9]{3} [0-9]{3,4}"
            + r"|\(0[2-8]\) ?[0-9]{4} [0-9]{4}|0[2-8] [0-9]{4} [0-9]{4}|"
            r"02[0-9] [0-9]{3} [0-9]{3,4})" + _NO_DIGIT_AFTER
        ),
        0.75,
        _TELEPHONE,
        (
            *_OTHERS_LINE,
            _ME,
            unsaid_before(
                r"\b(?:mrn|nhs|nhi|id|chart|record|account|acct|serial|ser|sn|case)\b[^.]{0,20}$",
                30,
            ),
        ),
        "0",
    ),
    Recognizer(
        Kind.PHONE,  # dictated
        pattern(
            r"\b(?P<id>(?:(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|"
            r"[0-9])[ ,-]{1,2}){6,9}"
            r"(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|[0-9]))\b"
        ),
        0.75,
        "a number told digit by digit",
        (lambda candidate: sum(mark.isalpha() for mark in candidate.span) > 15, *_OTHERS_LINE, _ME),
    ),
)

_ROLE_MAILBOX = (
    "admin", "appointments", "billing", "contact", "credentialing", "frontdesk", "hello", "help", "info", "intake", "intakes",
    "mail", "no-reply", "noreply", "office", "provider", "providers", "referral", "referrals", "registration", "scheduling", "support", "team", "training",
)  # fmt: skip


def _personal(candidate: Candidate) -> bool:
    """No mailbox of an office, and none that calls itself a doctor's."""
    mailbox = candidate.span.partition("@")[0].lower()
    return mailbox not in _ROLE_MAILBOX and not mailbox.startswith(("dr.", "dr_", "dr-"))


_OTHERS_MAIL = (
    unsaid_before(cues.OWN, 40),
    _ME,
    unsaid_before(
        r"\b(?:dr|prof|rsvp|register|registration|submit|cv|resumes?|refer|referrals?|"
        r"colleague|listserv|supervisor|editor)\b"
    ),
)

EMAILS = (
    Recognizer(
        Kind.EMAIL,
        pattern(
            r"(?<![\w.%+/@-])(?P<id>[\w.%+-]{1,64}@(?:[a-z0-9-]{1,63}\.){1,6}[a-z]{2,24})(?![\w@-])"
        ),
        0.85,
        "an e-mail address that may be a client's",
        (_personal, *_OTHERS_MAIL),
        "@",
    ),
    Recognizer(
        Kind.EMAIL,  # dictated
        pattern(
            r"\b(?P<id>(?:[\w-]{1,30} (?:dot|underscore|"
            r"dash) ){0,3}[\w-]{1,30} at [\w-]{1,30} dot (?:[\w-]{1,30} dot )?"
            r"(?:com|org|net|edu|gov|co|uk|au|nz|ca|io|me))\b"
        ),
        0.8,
        "an e-mail address in words",
        _OTHERS_MAIL,
    ),
)

_SOCIAL = (
    r"\b(?:insta|instagram|ig|tiktok|tik tok|twitter|snap|snapchat|threads|bluesky|bsky|"
    r"youtube|twitch|reddit|tumblr|facebook|fb|"
    r"onlyfans|discord|steam|xbox|psn|venmo|cash ?app|pinterest|handle|username|"
    r"screen ?name|gamertag|followers|finsta|burner|tag(?:s|ged|ging)?|"
    r"dms?|dm'd|posts?|posted|follow(?:s|ed)? me|account|channel|profile)\b"
)
_OF_CLIENT = said_around(rf"\b{cues.PERSON}\b", 160)
_RECOMMENDED = unsaid_before(
    r"\b(?:check out|recommend|follow|credit|via|source|shout-?out|h/t|thanks|thx)\b[^.]{0,25}$", 50
)
_OWN_HANDLE = unsaid_before(
    r"\b(?:my|our)\s(?:\w{1,12}\s)?(?:insta|instagram|ig|tiktok|handle|account|"
    r"page)\s?(?:is|=|:|\()?\s?$",
    40,
)

HANDLES = (
    Recognizer(
        Kind.HANDLE,
        pattern(r"(?<![\w.@/])(?P<id>@(?!everyone\b|here\b)[a-z_][\w.]{2,29})(?<!\.)(?![\w@])"),
        0.7,
        "a social-media handle",
        (said_around(_SOCIAL), _OF_CLIENT, _RECOMMENDED, _OWN_HANDLE),
        "@",
    ),
    Recognizer(
        Kind.HANDLE,
        pattern(r"(?<![\w/.])(?P<id>/?u/[a-z0-9][\w-]{2,19})(?![\w/])"),
        0.75,
        "a user name on a social site",
        (_RECOMMENDED, unsaid_before(cues.OWN, 30)),
        "/",
    ),
    Recognizer(
        Kind.HANDLE,
        pattern(
            r"\b(?:his|her|their|ct's|client's|pt's|patient's|kid's)\s(?:\w{1,12}\s){0,2}"
            r"(?:user(?: ?name)?|handle|screen ?name|gamertag|insta(?:gram)?|ig|"
            r"snap(?:chat)?|tiktok|venmo|finsta|twitter|reddit)"
            r"(?: name| handle| account)?\s?(?:is|=|:|\(|"
            r",)\s?[\"']?(?P<id>(?=[a-z._]{0,28}[0-9_.][\w])[a-z][\w.]{3,29})(?<!\.)\b"
        ),
        0.8,
        "a user name beside words for a client's account",
    ),
    Recognizer(
        Kind.HANDLE,
        pattern(
            r"\b(?:under|as|called)\s[\"']?(?P<id>[a-z][\w.]{5,29})(?<!\.)[\"']?\son\s"
            r"(?:insta(?:gram)?|ig|threads|tiktok|twitter|snap(?:chat)?|reddit|bluesky|"
            r"youtube|tumblr|twitch|facebook|fb)\b"
        ),
        0.7,
        "a user name on a social site",
        (unsaid_before(cues.WRITER + r"[^.]{0,15}$", 30),),
    ),
)

_CLIENTS_SITE = (
    r"\b(?:his|her|their|ct's|client's|pt's|patient's|clts?'?s?|patient|client|kid's|mom's|"
    r"dad's|wife's|husband's)\b[^.!?]{0,40}"
    r"\b(?:blog|site|website|web ?page|page|substack|channel|portfolio|store|shop|profile|"
    r"linkedin|youtube|podcast|etsy|gofundme|fundraiser|"
    r"onlyfans|obituary|mugshot|memoir|tumblr|patreon|feed|soundcloud|band|business)\b"
)
# Links that members share for their own work; a client's pages are elsewhere.
_WORK_SITES = (
    "zoom.us", "meet.google.com", "teams.microsoft.com", "teams.live.com", "doxy.me", "simplepractice.com", "therapynotes.com",
    "doi.org", "nih.gov", "apa.org", "psychiatry.org", "who.int", "cdc.gov", "hhs.gov", "samhsa.gov", "psychologytoday.com",
    "docs.google.com", "drive.google.com", "forms.gle", "calendly.com", "discord.com", "discord.gg", "sciencedirect.com",
    "springer.com", "wiley.com", "tandfonline.com", "sagepub.com", "jstor.org", "pep-web.org", "researchgate.net",
    "wikipedia.org", "amazon.com", "aamft.org", "socialworkers.org", "counseling.org", "nasw.org", "ecfr.gov",
)  # fmt: skip


def _no_work_site(candidate: Candidate) -> bool:
    host = candidate.span.lower().removeprefix("https://").removeprefix("http://").partition("/")[0]
    return not any(host == site or host.endswith("." + site) for site in _WORK_SITES)


_HOST = (
    r"(?:[a-z0-9-]{1,63}\.){1,5}(?:com|org|net|edu|co|io|me|blog|info|shop|page|site|art|tv|uk|"
    r"au|nz|ca|us|example)"
)

URLS = (
    Recognizer(
        Kind.URL,
        pattern(
            r"(?<![\w@./-])(?P<id>(?:https?://|"
            rf"www\.){_HOST}(?::[0-9]{{1,5}})?(?:/[^\s<>()\"]{{0,300}})?|"
            rf"{_HOST}(?:/[^\s<>()\"]{{0,300}})?)"
            r"(?<![.,;:!?])(?![\w@-])"
        ),
        0.75,
        "a web address beside words for a client's page",
        (_no_work_site, said_around(_CLIENTS_SITE, 120), unsaid_before(cues.OWN, 40), _RECOMMENDED),
        ".",
    ),
)


def _public_address(candidate: Candidate) -> bool:
    """An address of the internet or of the documentation ranges, rather than of a local network."""
    try:
        address = ipaddress.ip_address(candidate.span)
    except ValueError:
        return False
    private = (address.is_private and not _documentation(address)) or address.is_unspecified
    return not (private or address.is_loopback or address.is_multicast or address.is_link_local)


_DOCUMENTATION = tuple(
    ipaddress.ip_network(block)
    for block in ("192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24", "2001:db8::/32")
)


def _documentation(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
    return any(address in block for block in _DOCUMENTATION)


_NO_VERSION = (
    unsaid_before(
        r"\b(?:version|ver|v|section|sec|standard|rule|release|update|firmware|\u00a7)\.?\s?$", 20
    ),
    unsaid_before(r"\b(?:router|printer|gateway|dns|subnet|our server|localhost)\b", 40),
)

ADDRESSES = (
    Recognizer(
        Kind.IP,
        pattern(r"(?<![\w.:/-])(?P<id>(?:[0-9]{1,3}\.){3}[0-9]{1,3})(?!\.?[0-9]|[\w/])"),
        0.8,
        "a network address",
        (_public_address, *_NO_VERSION),
        ".",
    ),
    Recognizer(
        Kind.IP,
        pattern(r"(?<![\w:.])(?P<id>(?=[0-9a-f]{0,4}:[0-9a-f]{0,4}:)[0-9a-f:]{6,39})(?![\w:])"),
        0.8,
        "a network address",
        (_public_address, *_NO_VERSION),
        ":",
    ),
)

RECOGNIZERS = (*PHONES, *EMAILS, *HANDLES, *URLS, *ADDRESSES)
