"""What a member reads when something cannot be done: what to do now, in one or two sentences."""

from discord import app_commands

from bot.domain import errors
from bot.domain.agenda import refusals as agenda
from bot.domain.series import refusals as schedules
from bot.domain.standing import refusals as standing
from bot.domain.when.names import UnknownZone
from cogs.wording import availability, public_holidays, rhythm, series
from cogs.wording.shared import duration, listed, moment, person

_PLAIN: dict[type[BaseException], str] = {
    errors.ChannelTaken: "This channel already has a group. Please choose another channel.",
    errors.NameTaken: "There is a group of that name already. Please choose another name.",
    errors.NoSuchGroup: (
        "I could not tell which group you mean. Use the command in the group's channel,"
        " or pick the group in the `group` option."
    ),
    errors.NoSuchMeeting: (
        "I could not find that meeting. `/meeting list` shows what is coming up."
    ),
    errors.NoSuchDraft: (
        "That form is no longer open: it was posted already, or it is too old."
        " `/meeting call` starts a new one."
    ),
    errors.AlreadyAMember: "You are in this group already.",
    errors.NotTheConvener: (
        "Only the person who called this meeting, or who manages the server, can do that."
    ),
    errors.MayNotCreate: (
        "Creating a group needs the Manage Server permission here."
        " Please ask whoever runs the server."
    ),
    errors.PollClosed: "This poll is closed. The answers stay as they are.",
    errors.NotAnswered: (
        "Please answer this poll first: this group shows answers to who has given their own."
    ),
    errors.NotScheduled: "This meeting is not coming up any more, so there is nothing to change.",
    errors.NoSlots: "Please give at least one time that I can read, like `Tue 2pm`.",
    errors.NoSlotWithQuorum: (
        "No time has the quorum yet, so I have not settled it."
        " You can still choose a time yourself, or give people longer."
    ),
    errors.TooLateToSnooze: "It starts before I could remind you again. I tell you when it does.",
    errors.NotOver: "This meeting is not over yet. Afterwards you can say who was there.",
    errors.LastSlot: ("No other time would be left. Add one first, or call the poll off."),
    errors.NothingChanged: "That would change nothing, so I left everything as it is.",
    errors.NoRhythm: rhythm.NO_RHYTHM,
    errors.TurnOver: rhythm.TURN_OVER,
    agenda.NoPresenters: (
        "This group has no presenters in turn. `/agenda add` brings a topic;"
        " `/group settings structure` changes how its meetings go."
    ),
    agenda.NoTopics: (
        "In this group the presenters say what a meeting is about. `/presenters offer` makes you"
        " one of them."
    ),
    agenda.NotPresenting: "You hold no turn at this meeting. `/presenters offer` gives you one.",
    agenda.NobodyToSwapWith: (
        "Please pick another member of the group who has not said that they cannot come."
    ),
    agenda.SwapOver: "That has been answered already, or the turn is with somebody else now.",
    agenda.NothingTyped: "Please write a few words about it.",
    agenda.NoSuchTopic: "That topic is gone already, or somebody else brought it.",
    agenda.CannotCome: "You said that you cannot come. Press “I am coming” first.",
    agenda.HasBegun: "This meeting has begun already. The thread says what is next.",
    agenda.NoTimeLeft: (
        "There is too little time left for that. The last part ends with the meeting."
    ),
    agenda.BoxOver: (
        "Somebody was quicker: the times have changed. Please look at the newest message."
    ),
    standing.NoUsualHours: availability.NO_USUAL_HOURS,
    standing.NoneOfThese: availability.NONE_OF_THESE,
    standing.AwayReversed: availability.AWAY_REVERSED,
    errors.NoSuchCountry: public_holidays.NO_COUNTRY,
    errors.SeriesOver: series.OVER,
    errors.NoSuchSeries: series.NO_SUCH,
    errors.NotTheSeriesConvener: series.NOT_YOURS,
    schedules.LastBeforeFirst: series.LAST_FIRST,
    app_commands.NoPrivateMessage: "Please use this in your server, in the group's channel.",
}

FAULT = (
    "Sorry, something went wrong on my side, and nothing was changed. Please try again in a moment."
)

_WHERE = {
    "topic": "The topic",
    "series title": "The title",
    "candidate times": "What you typed as times",
    "note": "Your note",
    "group name": "The name",
    "agenda item": "The topic",
    "title": "The title",
}


def sentence(error: BaseException) -> str:  # noqa: C901, PLR0911, PLR0912 - one line a kind of refusal
    """The sentence for a refusal, or the apology for a fault."""
    if type(error) in _PLAIN:
        return _PLAIN[type(error)]
    match error:
        case errors.LikelyIdentifier():
            return likely_identifier(error)
        case errors.NotAMember():
            return f"This is for members of {error.group_name}. `/group join` lets you in."
        case errors.TimePassed():
            return f"{moment(error.starts)} has passed already. Please choose a later time."
        case errors.TooManySlots():
            return f"A poll holds up to {error.most} times. Please leave some out."
        case errors.TextTooLong():
            where = _WHERE.get(error.where, "That")
            return f"{where} is too long. Please keep it under {error.longest} characters."
        case errors.NameUnclear():
            return f"Please give the group a name of up to {error.longest} characters."
        case errors.QuorumUnclear():
            return f"The quorum must be between 1 and {error.largest} people."
        case errors.TooLateToUndo():
            return f"It was called off more than {duration(error.minutes)} ago. Please call anew."
        case errors.NudgesUnclear():
            return f"A poll asks again at most {error.most} times. Please choose from 0 up to that."
        case errors.RhythmUnclear():
            return rhythm.unclear(error.most)
        case errors.LengthUnclear():
            shortest, longest = duration(error.shortest), duration(error.longest)
            return f"A meeting lasts from {shortest} to {longest}. Please choose a length in that."
        case errors.LeadTimesUnclear():
            return (
                f"I could not use those reminder times. Write up to {error.most} of them"
                f" like `24h, 1h, 10m`, each {duration(error.longest)} at most."
            )
        case errors.RoundsUnclear():
            return (
                f"A meeting has from 1 to {error.most} presenters, and rounds of up to"
                f" {duration(error.longest)}. Please choose within that."
            )
        case agenda.AskedOfAnother():
            return f"This question is for {person(error.member_id)}."
        case agenda.TooManyTopics():
            return f"A meeting holds {error.most} topics. Please keep yours for the next one."
        case agenda.NotYet():
            return f"It is early: a meeting can begin {duration(error.minutes)} before its time."
        case errors.QuietUnclear():
            return (
                "I could not use those quiet hours. Write them like `21-8` or `10pm - 7am`,"
                f" {duration(error.longest)} at most, or leave them empty."
            )
        case standing.HoursUnclear():
            return availability.hours_unclear(error.pieces)
        case standing.TooManyHours():
            return availability.too_many_hours(error.most)
        case standing.DayUnclear():
            return availability.day_unclear(error.typed)
        case standing.TooManyAways():
            return availability.too_many_aways(error.most)
        case errors.TooManySeries():
            return series.too_many(error.most)
        case errors.NoSuchRegion():
            return public_holidays.no_region(error.country)
        case schedules.FirstUnclear():
            return series.first_unclear(error)
        case schedules.LastUnclear():
            return series.last_unclear(error)
        case UnknownZone():
            return (
                "I do not know that time zone. Start typing your city and pick one from the list."
            )
        case _:
            return FAULT


def likely_identifier(error: errors.LikelyIdentifier) -> str:
    """Why a text was not shown to others; never the text."""
    where = _WHERE.get(error.where, "That text")
    why = listed(tuple(dict.fromkeys(error.reasons)))
    return (
        f"{where} may identify a client: {why}. Nobody has seen it."
        " Please say it without that, for example “my client”."
    )
