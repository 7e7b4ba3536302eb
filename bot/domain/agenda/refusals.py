"""Why something about an agenda was refused, as facts."""

from bot.domain.errors import Refusal
from bot.domain.ids import MemberId


class NoPresenters(Refusal):
    """The group is informal: it brings topics, and nobody is asked to present."""


class NoTopics(Refusal):
    """The group is formal: what a meeting is about is what its presenters bring."""


class NotPresenting(Refusal):
    """The member holds no turn at this meeting."""


class NobodyToSwapWith(Refusal):
    """Who was chosen is not in the group, cannot come, or is the one who asks."""


class SwapOver(Refusal):
    """The swap was answered already, or the turn is not theirs any more."""


class AskedOfAnother(Refusal):
    """Only who was asked can say yes or no to a swap."""

    def __init__(self, member_id: MemberId) -> None:
        self.member_id = member_id
        super().__init__(member_id)


class NothingTyped(Refusal):
    """A topic or title without a word in it."""


class TooManyTopics(Refusal):
    """More topics than a meeting can hold."""

    def __init__(self, most: int) -> None:
        self.most = most
        super().__init__(most)


class NoSuchTopic(Refusal):
    """The topic is gone, or it is somebody else's."""


class CannotCome(Refusal):
    """Who said that they cannot come does not begin the meeting."""


class NotYet(Refusal):
    """It is more than so many minutes until the meeting starts."""

    def __init__(self, minutes: int) -> None:
        self.minutes = minutes
        super().__init__(minutes)


class HasBegun(Refusal):
    """The boxes were laid already."""


class NoTimeLeft(Refusal):
    """The time that is left is too short to be shared out like that."""


class BoxOver(Refusal):
    """The box of which that was asked is over, or its times have changed since."""
