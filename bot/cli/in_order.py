"""Work on several threads at once, with the results in the order of what was given.

It does not know what the work is. More is taken in while results are waited for, up to a limit, so
that one who gives no more until a result is there gets it.
"""

import threading
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from queue import Empty, Queue
from typing import TypeVar

_Given = TypeVar("_Given")
_Result = TypeVar("_Result")

AHEAD = 8
"""For each thread so many are taken in before the first result is taken."""


def in_order(
    work: Callable[[_Given], _Result], given: Iterable[_Given], threads: int
) -> Generator[_Result, None, None]:
    """The result for each of `given`, as soon as it and all before it are there.

    Raises:
        Exception: what the work or the iteration raised, in its place.
    """
    waiting: Queue[Future[_Result] | None] = Queue(AHEAD * threads)
    gone = threading.Event()
    pool = ThreadPoolExecutor(threads)

    def take_in() -> None:
        try:
            for one in given:
                if gone.is_set():
                    return
                waiting.put(pool.submit(work, one))
        except Exception as failure:  # noqa: BLE001 (it is raised where the results are taken)
            failed: Future[_Result] = Future()
            failed.set_exception(failure)
            waiting.put(failed)
        finally:
            waiting.put(None)

    # A daemon, since it may wait for ever for somebody to give more.
    threading.Thread(target=take_in, daemon=True).start()
    try:
        while (result := waiting.get()) is not None:
            yield result.result()
    finally:
        gone.set()
        _empty(waiting)
        pool.shutdown(wait=False, cancel_futures=True)


def _empty(waiting: Queue[Future[_Result] | None]) -> None:
    """Makes room, so that who takes in can come to its end."""
    while True:
        try:
            waiting.get_nowait()
        except Empty:
            return
