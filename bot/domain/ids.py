"""The kinds of number that name things, so that they cannot be mistaken for one another."""

from typing import NewType

GuildId = NewType("GuildId", int)
ChannelId = NewType("ChannelId", int)
MemberId = NewType("MemberId", int)
MessageId = NewType("MessageId", int)
EventId = NewType("EventId", int)

GroupId = NewType("GroupId", int)
MeetingId = NewType("MeetingId", int)
DraftId = NewType("DraftId", int)
SeriesId = NewType("SeriesId", int)
EntryId = NewType("EntryId", int)
