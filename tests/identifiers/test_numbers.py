"""Numbers and addresses: each kind is found, and its near twin is not."""

from collections.abc import Callable

import pytest

from bot.identifiers import Finding, Kind

# The identifier in [[ ]], and a twin that looks or reads alike and identifies no client.
PAIRS = (
    (Kind.PHONE, "her sister's number is [[617-555-0143]], after 5", "the line is 1-800-273-8255"),
    (Kind.PHONE, "dad's at [[(212) 555-0187 x42]]", "988 is on her plan, and text 741741"),
    (Kind.PHONE, "text him, [[2125550187]]", "NPI 2125550187 is on the superbill"),
    (Kind.PHONE, "he wants me to call [[555-0142]]", "PCL-5 went 555-0142, no, 55-42"),
    (Kind.PHONE, "mum rang from [[+44 20 7946 0958]]", "+1 to all that, 2 4 6 8"),
    (Kind.PHONE, "ct moved to Leeds, [[07700 900123]]", "SSRIs since 07 at 0.5 then 50 mg"),
    (Kind.PHONE, "aussie ct, [[0491 570 156]], no leave", "norms are 0.491 to 0.570"),
    (Kind.PHONE, "new cell: [[021 555 0123]] she said", "score 021 of 100"),
    (
        Kind.PHONE,
        "um she left [[six one seven five five five oh one four three]] on the machine",
        "one two three four five is how we ground",
    ),
    (Kind.PHONE, "wife's cell [[617.555.0199]] in the chart", "my cell is 617.555.0199"),
    (Kind.PHONE, "roommate answers [[617 555 0199]]", "front desk is 617 555 0199"),
    (Kind.PHONE, "pt at [[617-555-0110]] tonight", "refer to Dr. Lee, 617-555-0110"),
    (Kind.PHONE, "her number [[617-555-0110]]", "911 or 311, and 42 CFR 164-512"),
    (Kind.EMAIL, "she wrote from [[lena.k@example.net]]", "email me at fran@example.org"),
    (Kind.EMAIL, "his ex uses [[oso_1971@example.com]]", "slots: intake@example.org"),
    (
        Kind.EMAIL,
        "it's [[moth dot lamp at example dot com]] she said",
        "we met at noon dot dot dot",
    ),
    (Kind.URL, "he sent me his blog, [[https://tide.example/post/3]]", "https://zoom.us/j/123"),
    (
        Kind.URL,
        "her shop is [[www.claymugs.example]]",
        "her paper: https://doi.org/10.1000/182, on her site",
    ),
    (Kind.URL, "ct's gofundme: [[help.example.org/f/92]]", "our website is help.example.org"),
    (Kind.IP, "portal shows her at [[203.0.113.77]]", "router is 192.168.1.1 for guests"),
    (Kind.IP, "login from [[2001:db8::7f]]", "woke at 10:30:15 and 11:45:02"),
    (Kind.IP, "form came from [[198.51.100.9]]", "the app is on version 4.18.2.1"),
    (Kind.IP, "IP address [[8.8.4.4]] in the log", "see 4.6.2.1 in the manual"),
    (Kind.HANDLE, "she tweets as [[@mollybakes]]", "she is @ the office"),
    (Kind.HANDLE, "she's [[@moss.and.ink]] on insta", "<@123456789012345678> she's on insta"),
    (Kind.HANDLE, "his snap is [[jayden_0x]]", "his tiktok is hilarious"),
    (Kind.HANDLE, "pretty sure [[u/quiet_lamp9]] is him", "the h/u visit and w/u are done"),
    (
        Kind.HANDLE,
        "teen posts under [[gingersnapjustice]] on threads",
        "follow @psychmemes on insta, she's funny",
    ),
    (Kind.HANDLE, "he dm'd me, [[@tall_oak]] on tiktok", "@everyone the tiktok he sent is up"),
    (Kind.SSN, "the form has [[457-55-5462]]", "the form has 000-55-5462 and 457-00-5462"),
    (Kind.SSN, "his social is [[457 55 5462]]", "trials 457 55 5462 of the n-back"),
    (Kind.SSN, "SSN: [[987-65-4320]]", "score 987-65-4320"),
    (Kind.SSN, "last four of her social, [[4821]]", "the last four sessions since 2021"),
    (
        Kind.SSN,
        "last four of his ssn um [[four eight two one]]",
        "last four of his sessions were flat",
    ),
    (Kind.SSN, "NI number [[AB 12 34 56 C]]", "NI is not a state, AB 12"),
    (Kind.SSN, "her SIN is [[046 454 286]]", "her SIN is 046 454 287"),
    (Kind.MRN, "MRN [[00482913]] on the fax", "case #2 for consult today"),
    (Kind.MRN, "chart no. [[20-1187]]", "course no. 4418-B, 6 units"),
    (Kind.MRN, "docket [[J-24-00391]]", "docket it for May"),
    (Kind.MRN, "hearing in [[22-JV-004417]]", "the 22-item PTSD scale, 17-20"),
    (Kind.MRN, "NHS number [[943 476 5919]]", "NHS waiting list is 1800 weeks"),
    (Kind.MRN, "CPS case # [[0094-7713-C]]", "CPS has 30 days, form 7713"),
    (Kind.MRN, "hosp no. [[44-20917]]", "my support ticket no. 44-20917"),
    (Kind.PLAN, "Aetna [[W2341 88712]] was denied", "Aetna pays 112 for 90837 and 90834"),
    (Kind.PLAN, "member ID [[XQP884120937]]", "payer id 60054 for aetna"),
    (Kind.PLAN, "subscriber number is [[U51 440 7782]]", "provider id 5144077 at Cigna"),
    (Kind.PLAN, "medicare says [[1EG4-TE5-MK73]]", "medicare says 99214 and 90833"),
    (Kind.PLAN, "insurance ID: [[ABC123]]", "insurance ID: on page 12"),
    (Kind.PLAN, "Blue Cross member [[XYZ123456789]]", "Blue Cross member services, 90837"),
    (Kind.ACCOUNT, "he texted [[4111 1111 1111 1111]]", "mtg 4111 1111 1111 1112 today"),
    (Kind.ACCOUNT, "his card ending [[6620]] declined", "my card ending 6620 declined"),
    (Kind.ACCOUNT, "bank acct [[004418827719]]", "my account 004418827719 is frozen"),
    (Kind.ACCOUNT, "[[GB82 WEST 1234 5698 7654 32]]", "GB82 WEST 1234 5698 7654 33"),
    (
        Kind.LICENSE,
        "nurse client, RN license [[548812]], reported",
        "my license 548812 renews in May, she said",
    ),
    (Kind.LICENSE, "driver's license [[S1234567]]", "driver's license, 7 tries since 2012"),
    (Kind.LICENSE, "her passport [[C01234567]] is held", "her passport expired in 2023"),
    (
        Kind.LICENSE,
        "his driver's license [[D447-8810-3392]]",
        "his driver's license is gone since 2019",
    ),
    (Kind.VEHICLE, "gray van, plate [[BRV 8806]]", "my plate is BRV 8806, towed"),
    (Kind.VEHICLE, "plate is [[7KLM402]]", "she has a lot on her plate 24/7"),
    (Kind.VEHICLE, "the car has [[1M8GDM9AXKP042788]]", "the car has 1M8GDM9AXKP042789"),
    (
        Kind.VEHICLE,
        "he parks a white truck, [[9XGT331]]",
        "room 9XGT331 has the projector and no car",
    ),
    (Kind.DEVICE, "insulin pump SN [[8G-440172]]", "our printer, serial U64971H8N"),
    (Kind.DEVICE, "ankle unit (serial [[SCR-7719043]])", "a serial monogamist, 3 in 2019"),
)


@pytest.mark.parametrize(("kind", "marked", "twin"), PAIRS, ids=[pair[1] for pair in PAIRS])
def test_is_found_and_its_twin_is_not(
    kind: Kind,
    marked: str,
    twin: str,
    kinds_at: Callable[[str], set[Kind]],
    patterned: Callable[[str], tuple[Finding, ...]],
) -> None:
    """A number that leads to a client is found; what only looks like it is left alone."""
    assert kind in kinds_at(marked)
    assert not patterned(twin)


def test_every_kind_of_number_is_tried() -> None:
    """No kind of number or address lacks a pair."""
    names = {Kind.NAME, Kind.INITIALS, Kind.PLACE, Kind.DATE, Kind.AGE90, Kind.IMAGE, Kind.QUASI}
    assert {kind for kind, _, _ in PAIRS} == set(Kind) - names
