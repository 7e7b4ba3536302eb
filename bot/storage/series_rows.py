"""Series as rows; functions that run inside a transaction."""

from datetime import date, datetime, time
from sqlite3 import Connection, Row

from bot.domain.errors import NoSuchSeries
from bot.domain.ids import GroupId, GuildId, MemberId, SeriesId
from bot.domain.series.rule import EveryWeeks, MonthlyByWeekday, Rule
from bot.domain.series.schedule import Series
from bot.storage.instants import read, read_or_none, stored, stored_or_none

_COLUMNS = (
    "guild_id, group_id, convener_id, uid, title, rule, anchor, starts, zone, length, created_at,"
    " last_day, revision, started_at, follows, follows_from"
)
_NAMES = tuple(name.strip() for name in _COLUMNS.split(","))


def series_by_id(db: Connection, series_id: SeriesId) -> Series:
    """The series or draft; refuses with NoSuchSeries where it is gone."""
    row = db.execute("SELECT * FROM series WHERE id = ?", (series_id,)).fetchone()
    if row is None:
        raise NoSuchSeries
    return _series(row)


def of_group(db: Connection, group_id: GroupId) -> tuple[Series, ...]:
    """A group's started series, in the order of their starting."""
    return _found(db, "group_id = ?", group_id)


def of_guild(db: Connection, guild_id: GuildId) -> tuple[Series, ...]:
    """A server's started series."""
    return _found(db, "guild_id = ?", guild_id)


def every(db: Connection) -> tuple[Series, ...]:
    """All started series there are."""
    return _found(db, "1")


def _found(db: Connection, condition: str, *values: object) -> tuple[Series, ...]:
    rows = db.execute(
        f"SELECT * FROM series WHERE started_at IS NOT NULL AND {condition}"  # noqa: S608 - our words
        " ORDER BY started_at, id",
        values,
    ).fetchall()
    return tuple(_series(row) for row in rows)


def _series(row: Row) -> Series:
    follows, follows_from, last = row["follows"], row["follows_from"], row["last_day"]
    return Series(
        id=SeriesId(row["id"]),
        guild_id=GuildId(row["guild_id"]),
        group_id=GroupId(row["group_id"]),
        convener_id=MemberId(row["convener_id"]),
        uid=row["uid"],
        title=row["title"],
        rule=_rule(row["rule"]),
        anchor=date.fromisoformat(row["anchor"]),
        starts=time.fromisoformat(row["starts"]),
        zone=row["zone"],
        length=row["length"],
        created_at=read(row["created_at"]),
        last=date.fromisoformat(last) if last else None,
        revision=row["revision"],
        started_at=read_or_none(row["started_at"]),
        follows=None if follows is None else SeriesId(follows),
        follows_from=date.fromisoformat(follows_from) if follows_from else None,
    )


def _rule(text: str) -> Rule:
    kind, *numbers = text.split()
    if kind == "weeks":
        return EveryWeeks(int(numbers[0]))
    return MonthlyByWeekday(int(numbers[0]), int(numbers[1]))


def _written(rule: Rule) -> str:
    match rule:
        case EveryWeeks(weeks):
            return f"weeks {weeks}"
        case MonthlyByWeekday(nth, weekday):
            return f"monthly {nth} {weekday}"


def _values(series: Series) -> tuple[object, ...]:
    return (
        series.guild_id,
        series.group_id,
        series.convener_id,
        series.uid,
        series.title,
        _written(series.rule),
        series.anchor.isoformat(),
        series.starts.isoformat("minutes"),
        series.zone,
        series.length,
        stored(series.created_at),
        series.last.isoformat() if series.last else None,
        series.revision,
        stored_or_none(series.started_at),
        series.follows,
        series.follows_from.isoformat() if series.follows_from else None,
    )


def insert(db: Connection, series: Series) -> SeriesId:
    """A new series or draft; its id is given by the database."""
    marks = ", ".join("?" * len(_NAMES))
    cursor = db.execute(
        f"INSERT INTO series ({_COLUMNS}) VALUES ({marks})",  # noqa: S608 - our own column names
        _values(series),
    )
    return SeriesId(cursor.lastrowid or 0)


def save(db: Connection, series: Series) -> None:
    """Writes a series as it is now."""
    assignments = ", ".join(f"{name} = ?" for name in _NAMES)
    db.execute(
        f"UPDATE series SET {assignments} WHERE id = ?",  # noqa: S608 - our own column names
        (*_values(series), series.id),
    )


def drop_draft(db: Connection, series_id: SeriesId) -> bool:
    """Forgets a draft; False where there is none of that number."""
    cursor = db.execute("DELETE FROM series WHERE id = ? AND started_at IS NULL", (series_id,))
    return cursor.rowcount > 0


def drop_drafts_before(db: Connection, instant: datetime) -> int:
    """Forgets drafts that nobody started; gives how many."""
    return db.execute(
        "DELETE FROM series WHERE started_at IS NULL AND created_at < ?", (stored(instant),)
    ).rowcount
