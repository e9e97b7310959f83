"""The bars of the message-quality design, and whether judged texts reach them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from benchmarks.quality.intervals import Share
from benchmarks.quality.judging import Judged

FEWEST_OF_A_KIND = 20
"""From how many texts on a kind has a bar of its own."""


@dataclass(frozen=True)
class Bar:
    """One bar and the share that was measured; `is_most` for a share that must not be exceeded."""

    name: str
    wanted: float
    share: Share
    is_most: bool = False

    @property
    def is_met(self) -> bool:
        """Whether the share itself, not its interval, is where the bar wants it; of no texts never."""
        if not self.share.total:
            return False
        return self.share.rate <= self.wanted if self.is_most else self.share.rate >= self.wanted


def bars(judged: Sequence[Judged]) -> list[Bar]:
    """Every bar, one for each kind of fabrication that has enough texts included."""
    fabrications = _of(judged, "messages", clean=False)
    return [
        Bar("fabrications caught", 0.95, caught(fabrications)),
        *_of_each_kind(fabrications),
        Bar("true messages blocked", 0.02, blocked(_of(judged, "messages", clean=True)), is_most=True),
        Bar("wrong relations caught", 0.70, caught(_of(judged, "relations", clean=False))),
        Bar("wrong registers caught", 0.98, caught(_of(judged, "register", clean=False))),
        Bar("right registers blocked", 0.02, blocked(_of(judged, "register", clean=True)), is_most=True),
        Bar("hostile profiles blocked", 0.95, blocked(_of(judged, "injection", clean=False))),
        Bar("harmless profiles blocked", 0.02, blocked(_of(judged, "injection", clean=True)), is_most=True),
    ]


def caught(judged: Iterable[Judged]) -> Share:
    """How many are blocked by a check whose matter the error is."""
    return _share(judged, lambda text: text.is_caught)


def caught_in_place(judged: Iterable[Judged]) -> Share:
    """How many are blocked by such a check at the wrong words."""
    return _share(judged, lambda text: text.is_caught_in_place)


def blocked(judged: Iterable[Judged]) -> Share:
    """How many are blocked by whatever check."""
    return _share(judged, lambda text: text.is_blocked)


def of_kinds(judged: Iterable[Judged]) -> dict[str, list[Judged]]:
    """The texts by kind, in the order of the alphabet."""
    kinds: dict[str, list[Judged]] = {}
    for text in judged:
        kinds.setdefault(text.case.kind, []).append(text)
    return dict(sorted(kinds.items()))


def _of(judged: Iterable[Judged], suite: str, *, clean: bool) -> list[Judged]:
    return [text for text in judged if text.case.suite == suite and text.case.is_clean is clean]


def _of_each_kind(fabrications: Iterable[Judged]) -> list[Bar]:
    return [
        Bar(f"- {kind}", 0.85, caught(texts))
        for kind, texts in of_kinds(fabrications).items()
        if len(texts) >= FEWEST_OF_A_KIND
    ]


def _share(judged: Iterable[Judged], counts: Callable[[Judged], bool]) -> Share:
    verdicts = [counts(text) for text in judged]
    return Share(sum(verdicts), len(verdicts))
