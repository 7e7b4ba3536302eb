"""Initials that stand for a client.

Degrees, times of day, places and the many abbreviations of the field are left alone, and so are a
theorist's initials and agreed labels such as `Client A` or `X`.
"""

from bot.identifiers import cues
from bot.identifiers.cue_words import first_words
from bot.identifiers.finding import Kind
from bot.identifiers.needs import said, shaped, standing, written
from bot.identifiers.recognizer import (
    Candidate,
    Recognizer,
    any_of,
    pattern,
    unsaid_after,
    unsaid_before,
)
from bot.identifiers.words import listed

_SHORTHAND = listed(
    """
    aa aca act ad add adhd ai aka am apa aps asap asd ba bb bbc bc bid bp bpd bs btw cbt cc ccc
    ce ceu cl cps cpt ct cv dad dbt dc dcf did diy dj do dob dsm dss dv dx eap ed eg ehr ein
    emdr emr eob er erp eu ex fba fbi fm fsa fyi gad gi gp he hers hi hipaa his hiv hmo hoa hr
    hsa hx ibs ic icd icu id ie iep ifs imo inn iop ip ipv iq irl it its iv jd la lcsw lgbt llc
    llp lmft lmhc lol lpc ma mba md mdd mi mo mom ms my na nasw nb nc nd nh ni nj nm no np npd
    npi ny ocd od odd ok omg oon or ot pa pc pg phd phi php pllc pm po poc ppo pr prn ps psyd pt
    ptsd qa qd qed qid ra rcc ri rip rn roi rsvp rx sad sc sd si sib so sos ssa ssdi ssi sti sud
    sw sx ta tba tbd tbh tid tv tx uk un us va vip who wv xx yes yo
    """
)
_ACTS = any_of(
    "no[- ]?showed, relapsed, dissociated, dc'?d, d/c'?d, overdosed, disclosed, cancelled "
    "again, ghosted, threatened, came in, was tearful, decompensated, transferred out, is "
    "back, wants, cried, is suicidal, texted me, emailed me"
)
_TITLE = any_of("Mr, Mrs, Ms, Miss, Mx")


def _no_shorthand(candidate: Candidate) -> bool:
    letters = "".join(mark for mark in candidate.span.lower() if mark.isalpha())
    return letters not in _SHORTHAND


_NO_AUTHOR = unsaid_before(
    r"(?-i:[A-Z][a-z]{2,20}), $|\b(?:dr|prof|ed|eds|trans|&|colleague|supervisor)\.? $"
    r"|\b(?:ph\.?d|psy\.?d|m\.?d|m\.?a|ed\.?d|lcsw|lmft)\.?, (?:\S{1,8}, )?$",
    40,
)

RECOGNIZERS = (
    Recognizer(
        Kind.INITIALS,
        pattern(
            r"(?<![\w.@/(-])(?P<id>(?-i:(?:[A-Z]-)?[A-Z]\.(?:[- ]?[A-Z]\.){1,2}|[A-Z]\.O'[A-Z]))"
            r"(?![\w.@)-])(?! (?-i:[A-Z][a-z]{2,20}))(?!,? \(?(?:19|20)[0-9]{2})"
        ),
        0.7,
        "initials that may stand for a client",
        (_no_shorthand, _NO_AUTHOR, unsaid_before(r"\bmy (?:name|initials)\b", 20)),
        needs=(written(r"\.(?<=[A-Z]\.)(?:[- ]?[A-Z]\.|O'[A-Z])"),),
    ),
    Recognizer(
        Kind.INITIALS,
        pattern(rf"(?<![\w.])(?P<id>[a-z]\.[a-z]\.(?:[a-z]\.)?) {_ACTS}\b"),
        0.7,
        "initials beside words for what a client does",
        (_no_shorthand,),
        needs=(shaped(r"\.[a-z]\."), said(_ACTS)),
    ),
    Recognizer(
        Kind.INITIALS,
        pattern(rf"\b{cues.CLIENT}[,:]? \(?(?P<id>(?-i:(?:[A-Z]\.){{2,3}}))(?!\w)"),
        0.8,
        "initials beside words for a client",
        needs=(shaped(r"\.[a-z]\."),),
        begins=first_words(cues.CLIENT),
    ),
    Recognizer(
        Kind.INITIALS,
        pattern(rf"\b{cues.CLIENT}[,:]? \(?(?P<id>(?-i:[A-Z]{{2,3}}))(?![\w/-])"),
        0.75,
        "initials beside words for a client",
        (
            _no_shorthand,
            unsaid_after(
                " "
                + any_of(
                    "codes?, license, board, state, medicaid, law, therapist, group, program, "
                    "resident, tips, question, notes?"
                )
                + r"\b"
            ),
        ),
        begins=first_words(cues.CLIENT),
    ),
    Recognizer(
        Kind.INITIALS,
        pattern(
            r"(?:^|[.!?\n] {0,2}|\bsaw |\bsession (?:with|w/) |\bre:? )"
            rf"(?P<id>(?-i:[A-Z]{{2,3}})) (?:{_ACTS}|again)\b"
        ),
        0.7,
        "initials beside words for what a client does",
        (_no_shorthand,),
        needs=(written(r"[A-Z][A-Z] "), standing(rf"{_ACTS}|again")),
    ),
    Recognizer(
        Kind.INITIALS,
        pattern(rf"\b(?P<id>(?-i:{_TITLE})\.? (?-i:[A-WYZ])\b)(?![.'-]?\w)"),
        0.65,
        "a title and an initial",
        begins=first_words(_TITLE),
    ),
)
