"""Who may see what was answered to a poll, where a group hides that from who has not answered.

Who has answered is never hidden, only what; and once a poll is settled, nothing is.
"""

from bot.domain.availability import missing
from bot.domain.group import Answers
from bot.domain.ids import MemberId
from bot.domain.meeting import Gathering, Phase


def is_public(gathering: Gathering) -> bool:
    """Whether the answers may stand where everybody reads them."""
    settled = gathering.meeting.phase in {Phase.SCHEDULED, Phase.HELD}
    return settled or gathering.group.settings.answers is Answers.OPEN


def may_see(gathering: Gathering, member_id: MemberId) -> bool:
    """Whether a person may see the answers; for hidden ones they have answered every slot."""
    if is_public(gathering):
        return True
    return member_id in gathering.group.member_ids and member_id not in missing(gathering)
