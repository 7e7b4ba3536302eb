"""A throw-away certificate authority and the TLS contexts for Discord's host names.

Made once per process: building a context costs more than the rest of a test.
It does *not* know who listens.
"""

import ssl
import tempfile
from functools import cache
from pathlib import Path

import trustme

HOSTS = (
    "discord.com",
    "gateway.discord.gg",
    "gateway-resume.discord.gg",
    "cdn.discordapp.com",
    "media.discordapp.net",
)


@cache
def _authority() -> trustme.CA:
    return trustme.CA()


@cache
def server_context() -> ssl.SSLContext:
    """The context with which the loopback listens, as all of Discord's hosts."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    certificate = _authority().issue_cert(*HOSTS)
    certificate.configure_cert(context)  # pyright: ignore[reportUnknownMemberType] - pyOpenSSL
    return context


@cache
def client_context() -> ssl.SSLContext:
    """A context that trusts the loopback and nobody else."""
    context = ssl.create_default_context(cadata=_authority().cert_pem.bytes().decode())
    context.check_hostname = True
    return context


@cache
def _folder() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="convene-ca-")


@cache
def ca_file() -> Path:
    """The authority's certificate as a file, for another process; it goes with this process."""
    path = Path(_folder().name) / "ca.pem"
    _authority().cert_pem.write_to_path(path)
    return path
