"""Who asks for something."""

from dataclasses import dataclass

from bot.domain.errors import NotAMember, NotTheConvener, NotTheSeriesConvener
from bot.domain.group import Group
from bot.domain.ids import MemberId
from bot.domain.meeting import Meeting
from bot.domain.series.schedule import Series


@dataclass(frozen=True, slots=True)
class Actor:
    """A person of a server; `manages` says whether Discord lets them manage it."""

    id: MemberId
    manages: bool = False

    def require_member(self, group: Group) -> None:
        """Refuses who is not in the group."""
        if self.id not in group.member_ids:
            raise NotAMember(group.name)

    def require_convener(self, meeting: Meeting) -> None:
        """Refuses who neither called the meeting nor manages the server."""
        if not self.manages and meeting.convener_id != self.id:
            raise NotTheConvener

    def keeps(self, series: Series) -> bool:
        """Whether the person set the series up, or manages the server."""
        return self.manages or series.convener_id == self.id

    def require_keeper(self, series: Series) -> None:
        """Refuses everybody else."""
        if not self.keeps(series):
            raise NotTheSeriesConvener
