"""Names, places, dates, ages, files: each kind is found, and its near twin is not."""

from collections.abc import Callable

import pytest

from bot.identifiers import Finding, Kind

# The identifier in [[ ]], and a twin that looks or reads alike and identifies no client.
PAIRS = (
    (Kind.NAME, "my client [[Dana]] cried today", "my client cried today"),
    (Kind.NAME, "my client [[dana r.]] cried today", "my client is here, my client who cried"),
    (Kind.NAME, "My patient, [[Thaddeus Wrobel]], is 52", "My patient, I think, is 52"),
    (Kind.NAME, "pt name: [[maria g]]", "pt name goes at the top of the form"),
    (Kind.NAME, "a client named [[Wren]]", "a client named her fear today"),
    (Kind.NAME, "my ct [[josie]] is late", "my ct's late again, my ct may quit"),
    (Kind.NAME, "saw [[Mrs. Okafor]] at three", "saw Dr. Okafor at three"),
    (Kind.NAME, "[[Kev]]'s mom left a voicemail", "Today's mom group was loud"),
    (Kind.NAME, "[[dana]]'s safety plan is thin", "will's safety is art, hope's plan"),
    (Kind.NAME, "the [[Papadopoulos]] couple again", "the Korean couple, the Catholic family"),
    (Kind.NAME, "[[Kayla]] no-showed", "Client no-showed, Monday no-showed too"),
    (Kind.NAME, "[[Rosalind]], 34, panic attacks", "In Philadelphia, 34, panic attacks"),
    (Kind.NAME, "her husband [[Seun]] came along", "her husband Monday came along"),
    (Kind.NAME, "session 3 with [[Noor]]", "supervision session with Noor"),
    (Kind.NAME, "I've been seeing [[Xiomara]] since 2021", "I've been seeing improvement"),
    (Kind.NAME, "the girl, [[Brynn]], told me", "the girl, however, told me"),
    (Kind.NAME, "my client [[Will]] said no", "my client will say no"),
    (Kind.NAME, "patient: [[Maria Lopez]]", "patient: no, therapist: yes"),
    (Kind.NAME, "client ([[Maria]]) is late", "client (again) is late"),
    (Kind.NAME, "her name is [[Maria]]", "the manager, her name is Maria, was rude"),
    (Kind.NAME, "my 9am, [[Kayla]], never came", "my 9am, 10am and Tuesday never came"),
    (Kind.NAME, "dad ([[Luis]]) left early", "my dad (Luis) left early"),
    (Kind.NAME, "the ex-husband, [[Rick]], called", "the ex-husband, again, called"),
    (Kind.NAME, "a 34-year-old woman, [[Emily R.]], with PTSD", "Dr. Emily R. sees a 34-year-old"),
    (Kind.NAME, "need spots for [[Rochelle H]], bpd", "thanks Rochelle H, bpd it is"),
    (Kind.NAME, "auth for [[Priya]] expired", "auth for 90837 expired"),
    (Kind.NAME, "[[Jamal]] said he wants to die", "Monday said he wants to die"),
    (Kind.INITIALS, "my client ([[J.D.]]) is back", "she has a J.D. from somewhere"),
    (Kind.INITIALS, "[[J.M.]] came at nine", "came at 9 a.m., e.g. from the U.S."),
    (Kind.INITIALS, "saw [[KT]] again", "saw CBT again as the answer"),
    (Kind.INITIALS, "my client [[JM]] is back", "my client SI is passive, DBT skills"),
    (Kind.INITIALS, "[[Mr. B]] wants a letter", "Mr. X wants a letter"),
    (Kind.INITIALS, "thinking of [[R.V.]] all week", "thinking of D.W. Winnicott all week"),
    (Kind.INITIALS, "[[TB]] dc'd from IOP", "PT dc'd from IOP"),
    (Kind.INITIALS, "[[P.K.]] asked for notes", "Ogden, T.H. (1992) asked it"),
    (Kind.PLACE, "lives at [[14 Alder Court, apt 3]]", "our office is at 14 Alder Court"),
    (Kind.PLACE, "wellness check at [[88 tamarack ln]]", "wellness check at 8 in the morning"),
    (Kind.PLACE, "her zip is [[02445]]", "her code is 90837, then 96130"),
    (Kind.PLACE, "she teaches at [[Lincoln High]]", "she teaches at a big high school"),
    (Kind.PLACE, "he lives in [[Brookline]]", "he lives in Massachusetts, then New Zealand"),
    (Kind.PLACE, "she works at [[Harbor Coffee]]", "she works at a tech company, in IT"),
    (Kind.PLACE, "kid goes to [[Willow Glen Elementary]]", "my kid goes to Willow Glen Elementary"),
    (Kind.PLACE, "admitted to [[Mercy Gate Hospital]]", "Dr. Ames of Mercy Gate Hospital spoke"),
    (Kind.PLACE, "my Wednesday client from [[Takoma Park]]", "my Wednesday client from Ohio"),
    (Kind.PLACE, "treated at [[UCLA Medical Center]], his idea", "treated at the medical center"),
    (Kind.PLACE, "he grew up in [[Fall River, MA]]", "I'm in Fall River, MA until he calls"),
    (Kind.PLACE, "my client is the mayor of [[Salem]]", "my client is the mayor of a town"),
    (Kind.DATE, "she was seen at the ER by a resident on [[July 5]]", "seen at the talk on July 5"),
    (Kind.DATE, "DOB [[3/14/88]]", "Tuesday 3/14 at 2pm?"),
    (Kind.DATE, "born [[March 3, 1991]]", "born in 1991"),
    (Kind.DATE, "hospitalised on [[May 2nd]]", "I was hospitalised on May 2nd"),
    (Kind.DATE, "admitted [[4/11]] after the attempt", "consult moved 4/11 to 4/19"),
    (Kind.DATE, "his dad died on [[the 3rd of June]]", "my dad died on the 3rd of June"),
    (Kind.DATE, "d/c'd [[2026-02-26]] with no plan", "the recording is 2026-02-26.mp4"),
    (Kind.DATE, "incident date [[7/19]]", "incident rated 7/10 by him"),
    (Kind.DATE, "she was arrested in [[October]]", "licence renewal in October"),
    (Kind.DATE, "he overdosed [[March 8]]", "the workshop on overdose March 8"),
    (Kind.DATE, "surgery on um [[june twenty sixth]]", "surgery on Tuesday"),
    (Kind.DATE, "discharged on [[19 August]]", "discharged after 19 sessions"),
    (Kind.AGE90, "she is [[93]]", "she is 93% sure, and 93 minutes late"),
    (Kind.AGE90, "a man of [[ninety-four]]", "ninety minutes with a man of forty"),
    (Kind.AGE90, "[[96yo]] widow", "96130 and 96131, 96 pages"),
    (Kind.AGE90, "pt turned [[101]] today", "my grandmother turned 101 today"),
    (Kind.AGE90, "she was born in [[1929]]", "she was born in 1992"),
    (Kind.AGE90, "a [[92-year-old]] man", "92 years of sobriety between them"),
    (Kind.IMAGE, "see [[intake_jane_doe.pdf]]", "see intake_form_2024.pdf"),
    (Kind.IMAGE, "[[Halloran_P_MMPI3_raw.pdf]]", "consult_norms_v4.pdf"),
    (Kind.IMAGE, "her drawing, [[IMG_3321.jpg]]", "new couch, IMG_3321.jpg"),
    (Kind.IMAGE, "[[tasha_voicemail.m4a]]", "group_voicemail.m4a"),
    (
        Kind.QUASI,
        "she's [[the only female fire chief on the island]]",
        "I'm the only LCSW in the county",
    ),
    (
        Kind.QUASI,
        "he was [[the sole survivor of the ferry accident]]",
        "she was the only one in the waiting room",
    ),
)


@pytest.mark.parametrize(("kind", "marked", "twin"), PAIRS, ids=[pair[1] for pair in PAIRS])
def test_is_found_and_its_twin_is_not(
    kind: Kind,
    marked: str,
    twin: str,
    kinds_at: Callable[[str], set[Kind]],
    patterned: Callable[[str], tuple[Finding, ...]],
) -> None:
    """Words that lead to a client are found; what only reads like them is left alone."""
    assert kind in kinds_at(marked)
    assert not patterned(twin)


# What the labelling policy leaves alone, in its own words where it gives them.
CLEAN = (
    "Dr. Patel can't make Tuesday",
    "thanks Fran!",
    "<@80351110224678912> can you cover group?",
    "Winnicott would say good enough; Yalom and Linehan agree",
    "Beck Depression Inventory 31, Young Schema Questionnaire, Rorschach, Gottman method",
    "Tuesday 3/14 at 2pm? or Thu 3/16 10-12",
    "join https://us02web.zoom.us/j/8841920037 at 12:15",
    "I'm in Minneapolis until May 2nd for the board",
    "F43.10, 90837, PHQ-9 of 17, GAF 55, 50 mg sertraline",
    "34yo teacher in Massachusetts, married with two kids",
    "he works at a big hospital, she at a tech company",
    "will may grace mark hope, faith and art; bill drew chase a summer",
    "Chase froze the practice account and Signal beats Teams",
    "my client, Client A, C1, the mom and X all canceled",
    "call or text 988, or the Crisis Text Line at 741741",
    "my mom is 96 and lives in Tulsa",
    "Klein, M. (1946). Notes on some schizoid mechanisms. IJPA, 27, 99-110.",
    "Dora and Thelma are cases everybody knows",
    "the mom says he's been flat since the winter of 2019",
    "session 42 of 50, SUDS 90 to 55, fee 185, room 204",
)


@pytest.mark.parametrize("text", CLEAN)
def test_what_the_policy_leaves_alone(
    text: str, patterned: Callable[[str], tuple[Finding, ...]]
) -> None:
    """Colleagues, theorists, scheduling, codes and everyday words warn nobody."""
    assert not patterned(text)
