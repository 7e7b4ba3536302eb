"""Which entries send a message, and which of them a copy that was put back decides once more."""

from bot.domain.agenda.due import What
from bot.domain.plan import REMINDERS, Action

SENT = {
    Action.POLL_CARD,
    Action.IMPOSSIBLE,
    Action.UNDECIDED,
    Action.NUDGE,
    Action.NUDGE_DM,
    Action.MEETING_CARD,
    *REMINDERS,
    Action.CLOSE,
    Action.MOVED,
    Action.CANCELLED,
    Action.RESTORED,
    Action.SHORT,
    *(Action(one) for one in What if one is not What.OFFERING),
}
DECIDED = {
    *("impossible", "undecided", "meeting card", "moved", "cancelled", "restored", "short"),
    *(What.OFFER, What.SWAP, What.PLACES, What.BOX, What.BOX_ENDS),
}
