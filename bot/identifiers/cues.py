"""Pieces of patterns that several families share: how therapists speak of a client, of themselves and of colleagues.

It does not know what identifier a cue stands beside.
"""

# Abbreviations as typed in notes: ct, clt, pt, cl.
CLIENT = r"(?:clients?|patients?|analysand|cts?|clts?|pts?)"

# Someone spoken of who may well be a client or of a client's circle.
PERSON = (
    r"(?:he|she|they|him|her|his|their|them|who|kid|child|teen|boy|girl|son|daughter|guy|"
    r"man|woman|lady|gentleman|"
    r"mom|mum|mother|dad|father|husband|wife|ex|brother|sister|roommate|couple|family|"
    r"clients?|patients?|analysand|cts?|clts?|pts?)(?:'s|'re|'d|'ve|'ll)?"
)

# The writer's own things, and those of the writer's own people.
OWN = (
    r"\b(?:my|our|mine)\s(?:own\s|new\s|old\s|work\s|office\s|practice\s|business\s|private\s)?"
    r"(?:cell|mobile|phone|number|fax|line|email|e-mail|address|office|practice|website|"
    r"site|blog|insta|instagram|ig|"
    r"tiktok|handle|page|profile|card|account|acct|bank|plate|car|truck|license|licence|"
    r"passport|printer|laptop|router|"
    r"server|wi-?fi|npi|birthday|bday|mom|mum|mother|dad|father|wife|husband|partner|spouse|"
    r"daughter|son|kids?|sister|brother|"
    r"grandma|grandpa|grandmother|grandfather|aunt|uncle|dog|cat|friend|place|house|home|zoom)\b"
)

# The writer in person, as subject.
WRITER = r"\b(?:i|i'm|i've|i'll|i'd|im|we|we're|we've|we'll|us)\b"

# A professional or an organisation whose details members share with one another.
COLLEAGUE = (
    r"\b(?:dr|doctor|prof|refer|referral|referrals|clinic|front desk|hotline|helpline|"
    r"warmline|crisis line|lifeline|"
    r"after-hours|on-call|intake line|intake coordinator|colleague|supervisor|consultant|"
    r"prescriber|psychiatrist|attorney|lawyer|"
    r"pharmacy|dispatch|provider relations|provider line|support line|customer service|"
    r"billing|biller|rsvp|register|registration|"
    r"dial-?in|conference|zoom|openings|takes calls|directory|listserv|vendor|rep)\b"
)

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)\.?"
)
