"""Words that begin with a capital and still name no client: everyday words, wide places, theorists.

It does not know grammar; `names` and `places` ask it about single words.
"""


def listed(words: str) -> frozenset[str]:
    """The words of a list written with blanks or, where it has commas, with commas between."""
    parts = words.split(",") if "," in words else words.split()
    return frozenset(" ".join(part.split()) for part in parts)


_EVERYDAY = listed(
    """
    al-anon alanon alateen pediatrics oncology marketing sales finance accounting engineering
    construction hospitality retail nursing zoomed googled facetimed venmoed scout scouts
    a aa abilify about above across act acute adderall adhd advice aetna african after again
    against ain't all allah alma along also am amazon ambien american among an and another
    anthem anxiety any anybody anyone anything apparently apple apr april aps are aren't around
    as asian asked asks at ativan attorney aug august australian autumn bad baptist basically be
    because been before behind being below beneath beside besides best betterhelp between beyond
    bible big bipolar borderline boss both boy bpd british brother btw buddha buddhist buspar
    but by called calls came can can't canadian canceled cancelled cancels cannot case catholic
    cbt chart chase child children chinese christ christian christmas chronic cigna client
    clients clt colleague colleagues come coming complex consult costco could couldn't
    counsellor counselor couple court cps cpt ct currently dad daughter dbt dec december
    depression despite did didn't discord do doctor does doesn't doing don't done dr dsm during
    each easter effexor eight either emdr english er erp european every everybody everyone
    everything except facebook fall family father feb february feels felt few first five for
    four french fri friday friend from fyi gad german get gets girl given giving god going gone
    good google got great grief group grow guy had half halloween hanukkah has have having he
    he'd he'll he's headway hello help her here here's hers hey hi him hindu hipaa his hmm
    hopefully how however humana husband i i'd i'll i'm i've icd icu if ifs imo in indian inside
    instagram intake into iop irish is isn't it it's italian its jan january japanese jesus
    jewish judge jul july jun june just kaiser keeps kept kid kids klonopin korean lady lamictal
    last latina latino lawyer lcsw least less let let's lexapro like lithium lived lives lmft
    lol long looking looks lord lots lpc madam made magellan makes man many mar march may maybe
    md mdd me meanwhile medicaid medicare member members mexican might mine miss mom mon monday
    more mormon most mother mr mrs ms much mum muslim must my na narcissist narcissistic need
    needs neither netflix new next nine no nobody none nope not note notes nothing nov november
    now np nurse ocd oct october of off oh ok okay old omg on once only onto optum or other
    others otherwise our ours out outside over own parent parents patient patients paypal people
    per perhaps person phd php plan please pls police presented presenting presents prof prozac
    psychiatrist psychologist psyd pt ptsd question quran ramadan re really recently reddit
    regarding reported reports ritalin rn russian said same sat saturday say says schizoid
    school second seem seems sep sept september seroquel sertraline session sessions seven
    several severe she she'd she'll she's short should shouldn't showed shows si sib signal
    simplepractice since sir sister six small snapchat so some somebody someone something son
    sorry spanish spring starbucks started starts still suboxone such summer sun sunday
    supervisee supervision supervisor takes talkspace target tbh teacher teams teen tells ten
    termination than thanks thanksgiving that that's the their them then therapist therapy
    therapynotes there there's these they they're they've thinks third this those though thought
    three through thu thur thurs thursday tiktok tmrw to today told tomorrow tonight too took
    torah trauma trazodone treatment tue tues tuesday twice twitter two u uber ugh under
    unfortunately united until up update upon ur us used uses venmo very via vs vyvanse walmart
    want wants was wasn't we we're we've wed wednesday well wellbutrin went were weren't what
    whatsapp when where which while who who's whom whose why wife will winter with within
    without woman won't worked works worst would wouldn't wow wrote xanax ya yeah yep yes
    yesterday yet you you're your youtube zoloft zoom
    """
)

WIDE_PLACES = listed(
    """
    afghanistan, africa, air force, alabama, alaska, albania, alberta, algeria, amazon, america,
    angola, argentina, arizona, arkansas, army, asia, australia, austria, bangladesh, belgium,
    bolivia, bosnia, botswana, brazil, britain, british columbia, bulgaria, california,
    cambodia, cameroon, canada, central america, chile, china, colombia, colorado, congo,
    connecticut, costa rica, croatia, cuba, czech republic, delaware, denmark, dominican
    republic, dubai, east africa, east coast, eastern europe, ecuador, egypt, el salvador,
    england, eritrea, ethiopia, europe, finland, florida, france, georgia, germany, ghana,
    google, great britain, greece, guam, guatemala, haiti, hawaii, holland, honduras, hungary,
    iceland, idaho, illinois, india, indiana, indonesia, iowa, iran, iraq, ireland, israel,
    italy, jamaica, japan, jordan, kansas, kentucky, kenya, korea, kuwait, laos, latin america,
    lebanon, liberia, libya, louisiana, luxembourg, maine, malaysia, manitoba, marines,
    maryland, massachusetts, mcdonald's, medicaid, medicare, mexico, michigan, middle east,
    midwest, minnesota, mississippi, missouri, montana, morocco, mozambique, namibia, navy,
    nebraska, nepal, netherlands, nevada, new hampshire, new brunswick, new england, new jersey,
    new mexico, new south wales, new york, new york state, new zealand, newfoundland, nicaragua,
    nigeria, north america, north carolina, north dakota, north korea, northern ireland, norway,
    nova scotia, ohio, oklahoma, ontario, oregon, pakistan, palestine, panama, paraguay,
    pennsylvania, peru, philippines, poland, portugal, puerto rico, qatar, quebec, queensland,
    rhode island, romania, russia, rwanda, saskatchewan, saudi arabia, scotland, senegal,
    serbia, singapore, slovakia, somalia, south america, south africa, south australia, south
    carolina, south dakota, south korea, spain, sri lanka, starbucks, sudan, sweden,
    switzerland, syria, taiwan, tanzania, target, tasmania, teams, tennessee, texas, thailand,
    the northeast, the army, the east coast, the middle east, the midwest, the south, the
    states, the va, the west coast, trinidad, tunisia, turkey, uganda, uk, ukraine, united
    kingdom, united states, uruguay, us, usa, utah, va, venezuela, vermont, victoria, vietnam,
    virginia, wales, walmart, washington, washington state, west africa, west coast, west
    virginia, western australia, western europe, wisconsin, wyoming, yemen, zambia, zimbabwe,
    zoom
    """
)

_THEORISTS = listed(
    """
    adler ainsworth allport bandura barlow bateson beck benjamin beutler bion bollas bowen
    bowlby bromberg buber burns cashdan chodorow clarkson davanloo ellis erickson erikson
    fairbairn ferenczi foa fonagy fosha frankl freud freud's fromm gabbard gendlin gottman
    greenberg grof guntrip gurman haley hayes hendrix herman horney hughes imago johnson jung
    kabat kabat-zinn kegan kernberg klein kohut kolk korzybski kubler-ross kübler-ross lacan
    laing laplanche levine linehan lowen luborsky mahler main maslow masterson may mcgoldrick
    mcwilliams mearns miller minuchin mitchell moreno neff norcross ogden panksepp perel perls
    persons piaget porges prochaska racker rank reich rogers rollnick rorschach rothschild
    safran satir schore schwartz seligman shapiro shedler siegel skinner stern stolorow sue
    sullivan tronick van-der-kolk wachtel wampold watson wechsler wells whitaker white winnicott
    wolpe yalom young
    """
)


def everyday(word: str) -> bool:
    """Whether a word that begins with a capital is an everyday word rather than a name."""
    return _bare(word) in _EVERYDAY


def theorist(word: str) -> bool:
    """Whether a word is the surname of someone whose work members speak of."""
    return _bare(word) in _THEORISTS


def _bare(word: str) -> str:
    return word.lower().strip(".,:;!?()[]\"'").removesuffix("'s")
