"""How a check answers."""

from collections.abc import Sequence

from shared.domain.errors import Sentence
from shared.domain.message import Check, CheckVerdict, Span


def passed(name: str, es: str = "Correcto", en: str = "Fine") -> Check:
    """Nothing to object to."""
    return Check(name=name, verdict=CheckVerdict.PASS, detail=Sentence(es, en))


def warned(name: str, detail: Sentence, spans: Sequence[Span] = ()) -> Check:
    """Worth a look; does not hold the message back."""
    return Check(name=name, verdict=CheckVerdict.WARN, detail=detail, spans=tuple(spans))


def blocked(name: str, detail: Sentence, spans: Sequence[Span] = ()) -> Check:
    """The message may not go out like this without a person's review."""
    return Check(name=name, verdict=CheckVerdict.BLOCK, detail=detail, spans=tuple(spans))
