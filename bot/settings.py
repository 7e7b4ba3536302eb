"""Settings: config.toml and the environment become frozen values, or sentences about what is wrong.

The token never sits in config.toml, and it shows in no repr. Knows nothing of what the values do.
"""

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from ipaddress import ip_address
from pathlib import Path
from typing import Final, cast
from urllib.parse import urlsplit

LOOPBACK: Final = "CONVENE_DISCORD_LOOPBACK"
CA: Final = "CONVENE_DISCORD_CA"
CLOCK: Final = "CONVENE_CLOCK"
TOKEN: Final = "DISCORD_TOKEN"  # noqa: S105 - the variable's name, not its value
TOKEN_FILE: Final = "DISCORD_TOKEN_FILE"  # noqa: S105 - likewise
_LEVELS: Final = ("debug", "info", "warning", "error")
_KNOWN: Final = {
    "discord": {"token_file", "message_content"},
    "storage": {"path", "backups", "keep_backups"},
    "logs": {"level"},
    "calendar": {"listen", "public"},
}
_LONGEST_PUBLIC = 200


class WrongSettings(Exception):  # noqa: N818 - reads as the fact it is
    """What is wrong with the settings, one sentence a problem, each naming its key."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        self.problems = problems
        super().__init__(*problems)


@dataclass(frozen=True, slots=True)
class Address:
    """An address of this machine and a port."""

    host: str
    port: int


@dataclass(frozen=True, slots=True)
class Loopback:
    """A stand-in for Discord on this machine, with the certificate that it is trusted by."""

    address: Address
    ca: Path
    clock: Address | None


@dataclass(frozen=True, slots=True)
class CalendarFeed:
    """Where members' calendars are listened for, and what the links given to them begin with."""

    listen: Address
    public: str


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that can be set; paths are absolute."""

    token: str = field(repr=False)
    message_content: bool
    database: Path
    backups: Path
    keep_backups: int
    level: str
    loopback: Loopback | None
    calendar: CalendarFeed | None = None


def load(path: Path | None, environ: Mapping[str, str] | None = None) -> Settings:
    """Reads the settings; without a path there is no file, and every default holds.

    Raises:
        WrongSettings: with every problem at once.
    """
    problems: list[str] = []
    reading = _Reading(_table(path, problems), problems)
    environment = os.environ if environ is None else environ
    base = path.resolve().parent if path else Path.cwd()
    settings = Settings(
        token=_token(environment, reading, base),
        message_content=reading.flag("discord", "message_content", default=True),
        database=base / reading.text("storage", "path", "data/convene.sqlite3"),
        backups=base / reading.text("storage", "backups", "data/backups"),
        keep_backups=reading.number("storage", "keep_backups", 14, least=1),
        level=reading.one_of("logs", "level", "info", _LEVELS),
        loopback=_loopback(environment, problems),
        calendar=_calendar(reading),
    )
    if problems:
        raise WrongSettings(tuple(problems))
    return settings


def _table(path: Path | None, problems: list[str]) -> dict[str, dict[str, object]]:
    if path is None:
        return {}
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        problems.append(f"{path}: there is no such file; copy config.example.toml to it.")
        return {}
    except (OSError, UnicodeDecodeError):
        problems.append(f"{path}: the file cannot be read.")
        return {}
    except tomllib.TOMLDecodeError as error:
        problems.append(f"{path}: this is not TOML ({error}).")
        return {}
    sections: dict[str, dict[str, object]] = {}
    for section, values in table.items():
        if section not in _KNOWN or not isinstance(values, dict):
            problems.append(f"{section}: there is no such section; see config.example.toml.")
            continue
        sections[section] = cast("dict[str, object]", values)
        problems += _unknown_keys(section, sections[section])
    return sections


def _unknown_keys(section: str, values: dict[str, object]) -> list[str]:
    if section == "discord" and "token" in values:
        said = f"discord.token: keep the token out of this file; set {TOKEN},"
        return [f"{said} or name a file that holds it in discord.token_file."]
    unknown = sorted(values.keys() - _KNOWN[section])
    return [f"{section}.{key}: there is no such key." for key in unknown]


@dataclass(frozen=True, slots=True)
class _Reading:
    """Reads single keys, and says what is wrong with them."""

    table: dict[str, dict[str, object]]
    problems: list[str]

    def _get(self, section: str, key: str) -> object:
        return self.table.get(section, {}).get(key)

    def text(self, section: str, key: str, default: str) -> str:
        value = self._get(section, key)
        if value is None:
            return default
        if isinstance(value, str) and value.strip():
            return value
        self.problems.append(f"{section}.{key}: write a text in quotes, like {default!r}.")
        return default

    def flag(self, section: str, key: str, *, default: bool) -> bool:
        value = self._get(section, key)
        if value is None or isinstance(value, bool):
            return default if value is None else value
        self.problems.append(f"{section}.{key}: write true or false, without quotes.")
        return default

    def number(self, section: str, key: str, default: int, least: int) -> int:
        value = self._get(section, key)
        if value is None:
            return default
        if isinstance(value, int) and not isinstance(value, bool) and value >= least:
            return value
        self.problems.append(f"{section}.{key}: write a whole number of {least} or more.")
        return default

    def one_of(self, section: str, key: str, default: str, allowed: tuple[str, ...]) -> str:
        value = self.text(section, key, default)
        if value in allowed:
            return value
        self.problems.append(f"{section}.{key}: write one of {', '.join(allowed)}.")
        return default


def _token(environ: Mapping[str, str], reading: _Reading, base: Path) -> str:
    token = environ.get(TOKEN, "").strip()
    if token:
        return token
    named = environ.get(TOKEN_FILE) or reading.text("discord", "token_file", "")
    if not named:
        reading.problems.append(
            f"{TOKEN}: there is no token; set this variable, or name a file that holds the token"
            " in discord.token_file."
        )
        return ""
    try:
        token = (base / named).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        reading.problems.append("discord.token_file: the file cannot be read.")
        return ""
    if not token:
        reading.problems.append("discord.token_file: the file is empty.")
    return token


def _calendar(reading: _Reading) -> CalendarFeed | None:
    """The feed; off unless an address to listen on is named."""
    listen, public = (reading.text("calendar", key, "") for key in ("listen", "public"))
    if not listen and not public:
        return None
    address = _listened(listen)
    if address is None:
        reading.problems.append(
            'calendar.listen: write an address and a port, like "127.0.0.1:8088".'
        )
    if not _is_public(public):
        reading.problems.append(
            "calendar.public: write what the links given to members begin with,"
            ' like "https://calendar.example.org".'
        )
    return CalendarFeed(address, public.rstrip("/")) if address else None


def _listened(said: str) -> Address | None:
    host, _, port = said.rpartition(":")
    host = host.removeprefix("[").removesuffix("]")
    try:
        ip_address(host)
    except ValueError:
        return None
    is_port = port.isascii() and port.isdigit() and 0 < int(port) < 2**16
    return Address(host, int(port)) if is_port else None


def _is_public(said: str) -> bool:
    """Whether it is an address that others reach over TLS, or one of this machine for trying."""
    try:
        parts = urlsplit(said)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return False
    del port
    plain = parts.scheme == "http" and _is_loopback(host)
    bare = not (parts.query or parts.fragment or parts.username or parts.password)
    fits = len(said) <= _LONGEST_PUBLIC and said.isascii() and said.isprintable()
    return bool(host) and bare and fits and " " not in said and (parts.scheme == "https" or plain)


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def _loopback(environ: Mapping[str, str], problems: list[str]) -> Loopback | None:
    where = environ.get(LOOPBACK, "")
    if not where:
        problems += [
            f"{name}: this goes only with {LOOPBACK}." for name in (CA, CLOCK) if environ.get(name)
        ]
        return None
    ca = Path(environ.get(CA, ""))
    if not ca.is_file():
        problems.append(f"{CA}: name the file of the certificate that {LOOPBACK} is trusted by.")
    address = _address(LOOPBACK, where, problems)
    steered = environ.get(CLOCK, "")
    clock = _address(CLOCK, steered, problems) if steered else None
    return Loopback(address, ca, clock)


def _address(name: str, said: str, problems: list[str]) -> Address:
    host, _, port = said.rpartition(":")
    host = host.strip("[]")
    if not _is_loopback(host) or not port.isdigit() or not 0 < int(port) < 2**16:
        problems.append(f"{name}: write a loopback address and a port, like 127.0.0.1:8443.")
        return Address("127.0.0.1", 0)
    return Address(host, int(port))
