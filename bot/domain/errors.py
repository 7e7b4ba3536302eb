"""Why something was refused, as facts; the sentences about them live with the wording."""

from datetime import datetime


class Refusal(Exception):  # noqa: N818 - a refusal is an answer to a member, not a fault
    """Something a member asked for cannot be done, and nothing was changed."""


class NameUnclear(Refusal):
    """A group's name is empty or too long."""

    def __init__(self, longest: int) -> None:
        self.longest = longest
        super().__init__(longest)


class QuorumUnclear(Refusal):
    """A quorum outside what makes sense."""

    def __init__(self, largest: int) -> None:
        self.largest = largest
        super().__init__(largest)


class LengthUnclear(Refusal):
    """A meeting's length outside what makes sense, in minutes."""

    def __init__(self, shortest: int, longest: int) -> None:
        self.shortest, self.longest = shortest, longest
        super().__init__(shortest, longest)


class LeadTimesUnclear(Refusal):
    """Lead times that cannot be read, too many of them, or too long (minutes)."""

    def __init__(self, most: int, longest: int) -> None:
        self.most, self.longest = most, longest
        super().__init__(most, longest)


class NudgesUnclear(Refusal):
    """More nudges for one poll than a group can bear, or fewer than none."""

    def __init__(self, most: int) -> None:
        self.most = most
        super().__init__(most)


class RhythmUnclear(Refusal):
    """A rhythm of less than a week, or of more weeks than make sense."""

    def __init__(self, most: int) -> None:
        self.most = most
        super().__init__(most)


class NoRhythm(Refusal):
    """A group that is not asked for a time by itself."""


class TurnOver(Refusal):
    """A turn that waited for times has some, was left out, or came too late."""


class QuietUnclear(Refusal):
    """Quiet hours that cannot be read, or are longer than that (minutes)."""

    def __init__(self, longest: int) -> None:
        self.longest = longest
        super().__init__(longest)


class NoSuchCountry(Refusal):
    """No country with known holidays is meant by what was said."""


class NoSuchRegion(Refusal):
    """The country (by its name) has no region that is meant by what was said."""

    def __init__(self, country: str) -> None:
        self.country = country
        super().__init__(country)


class ChannelTaken(Refusal):
    """The channel already has a consultation group."""


class NameTaken(Refusal):
    """The server already has a consultation group of that name."""


class NoSuchGroup(Refusal):
    """No group is meant by what was said, or it is gone."""


class NoSuchMeeting(Refusal):
    """No meeting is meant by what was said, or it is gone."""


class NoSuchDraft(Refusal):
    """A preview that is too old, or was posted already."""


class RoundsUnclear(Refusal):
    """Presenters or rounds outside of what a meeting bears: so many, and so many minutes."""

    def __init__(self, most: int, longest: int) -> None:
        self.most, self.longest = most, longest
        super().__init__(most, longest)


class NotAMember(Refusal):
    """Only a member of the group may do this."""

    def __init__(self, group_name: str) -> None:
        self.group_name = group_name
        super().__init__()


class AlreadyAMember(Refusal):
    """Joining a group that one is in."""


class NotTheConvener(Refusal):
    """Only the convener, or who manages the server, may do this."""


class MayNotCreate(Refusal):
    """Creating groups needs Manage Server here."""


class PollClosed(Refusal):
    """The poll takes no more answers."""


class NotAnswered(Refusal):
    """Others' answers are shown to who has answered, and this member has not."""


class NotScheduled(Refusal):
    """The meeting has no time that could be moved, cancelled or attended."""


class TimePassed(Refusal):
    """A time that is not ahead any more."""

    def __init__(self, starts: datetime) -> None:
        self.starts = starts
        super().__init__()


class NotOver(Refusal):
    """Who was there can be said once the meeting has taken place."""


class TooLateToSnooze(Refusal):
    """The meeting starts before a reminder could come once more."""


class TooLateToUndo(Refusal):
    """What was called off so long ago (minutes) that it stays so."""

    def __init__(self, minutes: int) -> None:
        self.minutes = minutes
        super().__init__(minutes)


class LastSlot(Refusal):
    """Without this slot the poll would have none ahead."""


class NoSlots(Refusal):
    """A call without any candidate time."""


class TooManySlots(Refusal):
    """More slots than a poll can hold."""

    def __init__(self, most: int) -> None:
        self.most = most
        super().__init__(most)


class NoSlotWithQuorum(Refusal):
    """Settling was asked for, and no slot has the quorum."""


class NothingChanged(Refusal):
    """The change would change nothing."""


class SeriesOver(Refusal):
    """A series that has no meeting ahead."""


class TooManySeries(Refusal):
    """More established schedules than a group can have."""

    def __init__(self, most: int) -> None:
        self.most = most
        super().__init__(most)


class NoSuchSeries(Refusal):
    """No series is meant by what was said, or it is gone."""


class NotTheSeriesConvener(Refusal):
    """Only who set the series up, or who manages the server, may do this."""


class LikelyIdentifier(Refusal):
    """A text that others would see may identify a client; `reasons` never hold the text."""

    def __init__(self, where: str, reasons: tuple[str, ...]) -> None:
        self.where, self.reasons = where, reasons
        super().__init__(where)


class TextTooLong(Refusal):
    """A text longer than its place can show."""

    def __init__(self, where: str, longest: int) -> None:
        self.where, self.longest = where, longest
        super().__init__(where, longest)


class DatabaseNewer(Exception):  # noqa: N818 - reads as the fact it is
    """The database was written by a newer Convene."""

    def __init__(self, found: int, known: int) -> None:
        self.found, self.known = found, known
        super().__init__(f"the database has schema {found}, this version knows up to {known}")
