"""Work on many things at a time whose results come in order."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


def in_order(work: Callable[[Item], Result], items: Iterable[Item], parallel: int) -> Iterator[Result]:
    """The results in the order of the items, `parallel` at a time.

    At most twice as many are under way or waiting to be taken: what is not taken is not begun, so memory stays flat
    and an interrupted run has paid for few too many. The first failure is raised in its place.
    """
    waiting: deque[Future[Result]] = deque()
    with ThreadPoolExecutor(max_workers=parallel) as pool:
        try:
            for item in items:
                waiting.append(pool.submit(work, item))
                if len(waiting) >= parallel * 2:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            for future in waiting:
                future.cancel()
