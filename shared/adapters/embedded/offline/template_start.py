"""A rendered template as the text itself: without a model nobody can rework it, so it is used where it stands."""

from collections.abc import Iterable

from shared.domain.language import Limits
from shared.domain.lazy_pattern import lazy_pattern
from shared.domain.message import Draft, Fact
from shared.domain.text import utf16_length
from shared.domain.writing import WrittenClaim

_UNFILLED = lazy_pattern(r"\{\{|\}\}|\[[^\]\n]{1,40}\]|<[^>\n]{1,40}>|\bXX+\b")
_LEAST_CLAIM = 3


def stands(body: str, limits: Limits) -> bool:
    """Whether the template's body can be sent as it is: something is written, nothing unfilled is left, it fits."""
    return bool(body.strip()) and not _UNFILLED.search(body) and utf16_length(body) <= limits.body


def usable_subject(draft: Draft, limits: Limits) -> str | None:
    """The template's own subject where the format has one and it can be used, else None."""
    subject = draft.subject
    if limits.subject is None or not subject or _UNFILLED.search(subject):
        return None
    return subject if utf16_length(subject) <= limits.subject else None


def claims_in(text: str, facts: Iterable[Fact]) -> tuple[WrittenClaim, ...]:
    """The facts that the text repeats, in the text's own capitals."""
    found = []
    for fact in facts:
        start = text.casefold().find(fact.text.casefold()) if len(fact.text) >= _LEAST_CLAIM else -1
        if start >= 0 and len(text.casefold()) == len(text):
            found.append(WrittenClaim(text[start : start + len(fact.text)], (fact.id,)))
    return tuple(found)
