"""Keeps what is in memory out of files: a process that crashes leaves no image of itself behind.

Texts of members are in memory while they are looked at; an image would hold them.
"""

import contextlib
import ctypes

_SET_DUMPABLE = 4
"""What Linux calls the wish: neither a file nor a program that collects images gets one."""


def leave_no_image() -> None:
    """From now on no core dump is made of this process, where the system can be asked for that."""
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource  # noqa: PLC0415 - not every system has it

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with contextlib.suppress(OSError, AttributeError, TypeError):
        ctypes.CDLL(None).prctl(_SET_DUMPABLE, 0, 0, 0, 0)
