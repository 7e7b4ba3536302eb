"""Groups, their members and members' zones as rows; functions that run inside a transaction."""

from datetime import datetime
from sqlite3 import Connection, IntegrityError, Row

from bot.domain.errors import ChannelTaken, NameTaken, NoSuchGroup
from bot.domain.group import Answers, Group, GroupSettings, Member, Nudge, Structure
from bot.domain.ids import ChannelId, GroupId, GuildId, MemberId
from bot.storage.agenda_rows import facilitated_at, presents_at
from bot.storage.instants import read, stored
from bot.storage.reminder_rows import WISHES, wishes_in

_GROUP = "SELECT * FROM consultation_group WHERE "
_MEMBERS = f"""
SELECT membership.member_id, membership.joined_at, person.zone, wish.nudge, {WISHES}
FROM membership
JOIN consultation_group AS g ON g.id = membership.group_id
LEFT JOIN person ON person.guild_id = g.guild_id AND person.member_id = membership.member_id
LEFT JOIN wish ON wish.guild_id = g.guild_id AND wish.member_id = membership.member_id
WHERE membership.group_id = ?
ORDER BY membership.joined_at, membership.member_id
"""  # noqa: S608 - our own column names


def group_by_id(db: Connection, group_id: GroupId) -> Group:
    """The group; refuses with NoSuchGroup where it is gone."""
    row = db.execute(_GROUP + "id = ?", (group_id,)).fetchone()
    if row is None:
        raise NoSuchGroup
    return _group(db, row)


def group_in_channel(db: Connection, channel_id: ChannelId) -> Group | None:
    """The group that is bound to the channel, or None."""
    row = db.execute(_GROUP + "channel_id = ?", (channel_id,)).fetchone()
    return _group(db, row) if row else None


def groups_of_guild(db: Connection, guild_id: GuildId) -> tuple[Group, ...]:
    """All groups of a server by name."""
    rows = db.execute(_GROUP + "guild_id = ? ORDER BY name", (guild_id,)).fetchall()
    return tuple(_group(db, row) for row in rows)


def _group(db: Connection, row: Row) -> Group:
    group_id = GroupId(row["id"])
    presents, facilitated = presents_at(db, group_id), facilitated_at(db, group_id)
    members = tuple(
        Member(
            MemberId(found["member_id"]),
            found["zone"],
            read(found["joined_at"]),
            Nudge(found["nudge"] or Nudge.THREAD),
            presents.get(MemberId(found["member_id"])),
            facilitated.get(MemberId(found["member_id"])),
            wishes=wishes_in(found),
        )
        for found in db.execute(_MEMBERS, (row["id"],))
    )
    voice = row["voice_channel_id"]
    settings = GroupSettings(
        name=row["name"],
        zone=row["zone"],
        quorum=row["quorum"],
        length=row["length"],
        leads=tuple(int(lead) for lead in row["leads"].split(",") if lead),
        voice_channel_id=None if voice is None else ChannelId(voice),
        nudges=row["nudges"],
        structure=Structure(row["structure"]),
        presenters=row["presenters"],
        opening=row["opening"],
        closing=row["closing"],
        answers=Answers(row["answers"]),
    )
    return Group(
        id=group_id,
        guild_id=GuildId(row["guild_id"]),
        channel_id=ChannelId(row["channel_id"]),
        forum=bool(row["forum"]),
        settings=settings,
        members=members,
    )


def insert_group(
    db: Connection,
    guild_id: GuildId,
    channel_id: ChannelId,
    settings: GroupSettings,
    *,
    forum: bool,
    now: datetime,
) -> GroupId:
    """A new group without members; refuses a channel or a name that is taken."""
    if group_in_channel(db, channel_id):
        raise ChannelTaken
    try:
        cursor = db.execute(
            "INSERT INTO consultation_group"
            " (guild_id, channel_id, forum, name, zone, quorum, length, leads, voice_channel_id,"
            " nudges, structure, presenters, opening, closing, answers, created_at)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (guild_id, channel_id, int(forum), *_columns(settings), stored(now)),
        )
    except IntegrityError as taken:
        raise NameTaken from taken
    return GroupId(cursor.lastrowid or 0)


def update_settings(db: Connection, group_id: GroupId, settings: GroupSettings) -> None:
    """Other settings for a group; refuses a name that is taken."""
    try:
        db.execute(
            "UPDATE consultation_group SET name = ?, zone = ?, quorum = ?, length = ?, leads = ?,"
            " voice_channel_id = ?, nudges = ?, structure = ?, presenters = ?, opening = ?,"
            " closing = ?, answers = ? WHERE id = ?",
            (*_columns(settings), group_id),
        )
    except IntegrityError as taken:
        raise NameTaken from taken


def _columns(settings: GroupSettings) -> tuple[object, ...]:
    leads = ",".join(map(str, settings.leads))
    voice = settings.voice_channel_id
    return (
        settings.name,
        settings.zone,
        settings.quorum,
        settings.length,
        leads,
        voice,
        settings.nudges,
        settings.structure.value,
        settings.presenters,
        settings.opening,
        settings.closing,
        settings.answers.value,
    )


def delete_group(db: Connection, group_id: GroupId) -> None:
    """The group with all its meetings."""
    db.execute("DELETE FROM consultation_group WHERE id = ?", (group_id,))


def insert_member(db: Connection, group_id: GroupId, member_id: MemberId, now: datetime) -> bool:
    """Adds a member; False where they are in already."""
    cursor = db.execute(
        "INSERT INTO membership (group_id, member_id, joined_at) VALUES (?, ?, ?)"
        " ON CONFLICT DO NOTHING",
        (group_id, member_id, stored(now)),
    )
    return cursor.rowcount > 0


def delete_member(db: Connection, group_id: GroupId, member_id: MemberId) -> bool:
    """Takes a member out; False where they were not in."""
    cursor = db.execute(
        "DELETE FROM membership WHERE group_id = ? AND member_id = ?", (group_id, member_id)
    )
    return cursor.rowcount > 0


def zone_of(db: Connection, guild_id: GuildId, member_id: MemberId) -> str | None:
    """The member's IANA zone, or None where they were not asked yet."""
    row = db.execute(
        "SELECT zone FROM person WHERE guild_id = ? AND member_id = ?", (guild_id, member_id)
    ).fetchone()
    return row["zone"] if row else None


def set_zone(db: Connection, guild_id: GuildId, member_id: MemberId, zone: str) -> None:
    """Keeps the member's zone."""
    db.execute(
        "INSERT INTO person (guild_id, member_id, zone) VALUES (?, ?, ?)"
        " ON CONFLICT DO UPDATE SET zone = excluded.zone",
        (guild_id, member_id, zone),
    )


def set_nudge(db: Connection, guild_id: GuildId, member_id: MemberId, nudge: Nudge) -> None:
    """Keeps how the member is asked for an answer that is missing."""
    db.execute(
        "INSERT INTO wish (guild_id, member_id, nudge) VALUES (?, ?, ?)"
        " ON CONFLICT DO UPDATE SET nudge = excluded.nudge",
        (guild_id, member_id, nudge.value),
    )


def groups_of_member(db: Connection, guild_id: GuildId, member_id: MemberId) -> tuple[GroupId, ...]:
    """The groups of a server that a member is in."""
    rows = db.execute(
        "SELECT g.id FROM consultation_group AS g JOIN membership ON membership.group_id = g.id"
        " WHERE g.guild_id = ? AND membership.member_id = ? ORDER BY g.id",
        (guild_id, member_id),
    ).fetchall()
    return tuple(GroupId(row["id"]) for row in rows)
