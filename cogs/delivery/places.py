"""Where a message belongs: the meeting's thread where there is one, else the group's channel."""

from bot.domain.ids import ChannelId
from bot.domain.meeting import Gathering
from bot.domain.plan import Action

_IN_CHANNEL = {
    Action.TIMES_WANTED,
    Action.POLL_CARD,
    Action.MEETING_CARD,
    Action.UNDECIDED,
    Action.IMPOSSIBLE,
}


def opens_post(gathering: Gathering, action: Action) -> bool:
    """Whether this message is a forum's post: a poll's first, or the card of a regular meeting."""
    if not gathering.group.forum:
        return False
    if gathering.meeting.regular:
        return action is Action.MEETING_CARD
    return action in {Action.TIMES_WANTED, Action.POLL_CARD}


def places(gathering: Gathering, action: Action) -> tuple[ChannelId, ...]:
    """The places to try, the best first: a thread may have been deleted by somebody.

    In a forum everything but what opens a post goes into the meeting's post.
    """
    posts, group = gathering.meeting.posts, gathering.group
    if group.forum:
        return (posts.thread,) if posts.thread else ()
    if action in _IN_CHANNEL or posts.thread is None:
        return (group.channel_id,)
    return posts.thread, group.channel_id
