"""A client's places on the internet: e-mail, web page, social-media handle, network address.

Links of the members' own work, recommended accounts and the writer's own details are left alone. It
does not open any address.
"""

import ipaddress

from bot.identifiers import cues
from bot.identifiers.cue_words import first_words
from bot.identifiers.finding import Kind
from bot.identifiers.needs import digits, holding, said, shaped
from bot.identifiers.recognizer import (
    Candidate,
    Recognizer,
    any_of,
    pattern,
    said_around,
    unsaid_before,
)
from bot.identifiers.words import listed

_ROLE_MAILBOXES = listed(
    """
    admin appointments billing contact credentialing frontdesk hello help info intake intakes mail
    no-reply noreply office provider providers referral referrals registration scheduling support
    team training
    """
)
_TLD = any_of(
    "com, org, net, edu, gov, co, io, me, blog, info, shop, page, site, art, tv, uk, au, "
    "nz, ca, us, example"
)
_HOST = rf"(?:[a-z0-9-]{{1,63}}\.){{1,5}}{_TLD}"
_PATH = r"(?::[0-9]{1,5})?(?:/[^\s<>()\"]{0,300})?"


def _personal(candidate: Candidate) -> bool:
    """No mailbox of an office, and none that calls itself a doctor's."""
    mailbox = candidate.span.partition("@")[0].lower()
    return mailbox not in _ROLE_MAILBOXES and not mailbox.startswith(("dr.", "dr_", "dr-"))


_RECOMMENDED = unsaid_before(
    r"\b(?:check out|recommend|follow|credit|via|source|shout-?out|h/t|thanks|thx)\b[^.]{0,25}$", 50
)
_OTHERS_MAIL = (
    cues.not_own("email, e-mail, address, inbox, work email, gmail", 40),
    unsaid_before(r"\b(?:e-?mail|reach|contact|write|ping|invite|add) (?:me|us)\b", 40),
    unsaid_before(r"\b(?:e-?mail|contact|write|ask|ping)(?: to)? \w{2,15} at $", 40),
    unsaid_before(rf"\b{cues.COLLEAGUE}\b"),
)

MAIL = (
    Recognizer(
        Kind.EMAIL,
        pattern(
            r"(?<![\w.%+/@-])(?P<id>[\w.%+-]{1,64}@(?:[a-z0-9-]{1,63}\.){1,6}[a-z]{2,24})(?![\w@-])"
        ),
        0.85,
        "an e-mail address that may be a client's",
        (_personal, *_OTHERS_MAIL),
        needs=(holding("@"),),
    ),
    Recognizer(
        Kind.EMAIL,  # dictated
        pattern(
            r"\b(?P<id>(?:[\w-]{1,30} (?:dot|underscore|dash) ){0,3}[\w-]{1,30} at [\w-]{1,30} dot "
            rf"(?:[\w-]{{1,30}} dot )?{_TLD})\b"
        ),
        0.8,
        "an e-mail address in words",
        _OTHERS_MAIL,
        needs=(said("dot"),),
    ),
)

_SITE = any_of(
    "insta(?:gram)?, ig, finsta, tik ?tok, twitter, snap(?:chat)?, threads, bluesky, "
    "bsky, youtube, twitch, reddit, tumblr, facebook, fb, onlyfans, discord, steam, xbox, "
    "psn, tweets, tweeted, venmo, cash ?app, pinterest"
)
_ACCOUNT = any_of(
    "handle, user(?: ?name)?, screen ?name, gamertag, followers, burner, tags, tagged, "
    "tagging, dms?, dm'd, posts?, posted, follows me, followed me, account, channel, "
    "profile"
)
_OWN_ACCOUNT = unsaid_before(
    rf"\b(?:my|our)\s(?:\w{{1,12}}\s)?(?:{_SITE}|{_ACCOUNT})\s?(?:is|=|:|\()?\s?$", 40
)
_THEIRS = rf"(?:his|her|their|kid's|teen's|{cues.CLIENT}'s?|mom's|dad's|wife's|husband's)"

HANDLES = (
    Recognizer(
        Kind.HANDLE,
        pattern(r"(?<![\w.@/])(?P<id>@(?!everyone\b|here\b)[a-z_][\w.]{2,29})(?<!\.)(?![\w@])"),
        0.7,
        "a social-media handle",
        (
            said_around(rf"\b(?:{_SITE}|{_ACCOUNT})\b"),
            said_around(cues.PERSON, 160),
            _RECOMMENDED,
            _OWN_ACCOUNT,
        ),
        needs=(holding("@"),),
    ),
    Recognizer(
        Kind.HANDLE,
        pattern(r"(?<![\w/.])(?P<id>/?u/[a-z0-9][\w-]{2,19})(?![\w/])"),
        0.75,
        "a user name on a social site",
        (_RECOMMENDED, _OWN_ACCOUNT),
        needs=(said("u"), holding("u/")),
    ),
    Recognizer(
        Kind.HANDLE,  # a user name shows itself by a digit, a dot or an underline within
        pattern(
            rf"\b{_THEIRS}\s(?:\w{{1,12}}\s){{0,2}}(?:{_SITE}|{_ACCOUNT})"
            r"(?: name| handle| account)?\s?(?:is|=|:|\(|,)\s?"
            r"[\"']?(?P<id>(?=[a-z._]{0,28}[0-9_.]\w)[a-z][\w.]{3,29})(?<!\.)\b"
        ),
        0.8,
        "a user name beside words for a client's account",
        needs=(shaped(r"[0-9_.](?<=[a-z._].)\w"),),
        begins=first_words(_THEIRS),
    ),
    Recognizer(
        Kind.HANDLE,
        pattern(
            r"\b(?:under|as|called)\s[\"']?(?P<id>[a-z][\w.]{5,29})(?<!\.)[\"']?\s"
            rf"on\s{_SITE}\b"
        ),
        0.7,
        "a user name on a social site",
        (unsaid_before(cues.WRITER + r"[^.]{0,15}$", 30),),
        needs=(said("on"), said(_SITE)),
        begins=first_words("under|as|called"),
    ),
)

# Where members' own links lead; a client's pages are elsewhere.
_WORK_SITES = tuple(
    listed(
        """
        zoom.us meet.google.com teams.microsoft.com teams.live.com doxy.me simplepractice.com
        therapynotes.com doi.org nih.gov apa.org psychiatry.org who.int cdc.gov hhs.gov samhsa.gov
        psychologytoday.com docs.google.com drive.google.com forms.gle calendly.com discord.com
        discord.gg sciencedirect.com springer.com wiley.com tandfonline.com sagepub.com jstor.org
        pep-web.org researchgate.net wikipedia.org amazon.com aamft.org socialworkers.org
        counseling.org ecfr.gov 988lifeline.org translifeline.org
        """
    )
)


def _no_work_site(candidate: Candidate) -> bool:
    address = candidate.span.lower().removeprefix("https://").removeprefix("http://")
    host = address.partition("/")[0].removeprefix("www.")
    return not any(host == site or host.endswith("." + site) for site in _WORK_SITES)


_PAGE = any_of(
    "blog, site, website, web ?page, page, substack, channel, portfolio, store, shop, "
    "profile, linkedin, podcast, etsy, gofundme, fundraiser, obituary, mugshot, memoir, "
    "patreon, feed, soundcloud, band, business"
)

PAGES = (
    Recognizer(
        Kind.URL,
        pattern(rf"(?<![\w@./-])(?P<id>(?:https?://|www\.)?{_HOST}{_PATH})(?<![.,;:!?])(?![\w@-])"),
        0.75,
        "a web address beside words for a client's page",
        (
            _no_work_site,
            said_around(
                rf"\b{_THEIRS}\b[^.!?]{{0,40}}\b(?:{_PAGE}|{_SITE})\b"
                rf"|\bthe (?:wedding|funeral|obituary|memorial) {_PAGE}\b",
                120,
            ),
            unsaid_before(r"\b(?:resources?|books?|article|author|services?|download|visit)\b", 80),
            cues.not_own("website, site, blog, page, practice", 40),
            _RECOMMENDED,
        ),
        needs=(shaped(rf"\.{_TLD}"),),
    ),
)

_NUMBERING = 30
_DOCUMENTATION = tuple(
    ipaddress.ip_network(block)
    for block in ("192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24", "2001:db8::/32")
)


def _public_address(candidate: Candidate) -> bool:
    """An address of the internet or of its documentation ranges, and none of a local network."""
    try:
        address = ipaddress.ip_address(candidate.span)
    except ValueError:
        return False
    return address.is_global or any(address in block for block in _DOCUMENTATION)


def _no_numbering(candidate: Candidate) -> bool:
    """No four small numbers, which rather number a version or a section, unless called an IP."""
    large = any(int(part) > _NUMBERING for part in candidate.span.split("."))
    return large or " ip" in f" {candidate.before(25).lower()}"


_NO_VERSION = (
    unsaid_before(
        rf"\b{any_of('version, ver, v, section, sec, standard, rule, release, update, firmware')}"
        r"\.?\s?$",
        20,
    ),
    unsaid_before(r"\b(?:router|printer|gateway|dns|subnet|our server|localhost)\b", 40),
)

ADDRESSES = (
    Recognizer(
        Kind.IP,
        pattern(r"(?<![\w.:/-])(?P<id>(?:[0-9]{1,3}\.){3}[0-9]{1,3})(?!\.?[0-9]|[\w/])"),
        0.8,
        "a network address",
        (_public_address, _no_numbering, *_NO_VERSION),
        needs=(digits(4), shaped(r"\.[0-9]{1,3}\.[0-9]")),
    ),
    Recognizer(
        Kind.IP,
        pattern(r"(?<![\w:.])(?P<id>(?=[0-9a-f]{0,4}:[0-9a-f]{0,4}:)[0-9a-f:]{6,39})(?![\w:])"),
        0.8,
        "a network address",
        (_public_address, *_NO_VERSION),
        needs=(shaped(r":[0-9a-f]{0,4}:"),),
    ),
)

RECOGNIZERS = (*MAIL, *HANDLES, *PAGES, *ADDRESSES)
