"""Find messages by what somebody types: the words of a person's name and company, and, in a small history, of a text.

A store has no full-text index, so what a search may read is bounded: by the beginnings of words that are kept with each
message, by how many messages a text is looked for in, and by how many are read for one page.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from shared.domain.documents import Contains, Document, Filter, Json, Query
from shared.domain.message import Message
from shared.domain.message_words import lookup_strings, words_of
from shared.domain.text import without_accents
from shared.ports import Documents
from shared.repositories.aggregate import Position
from shared.repositories.name_search import NEWEST_FIRST, is_called, newest, position_of

MAX_TEXTS = 2000
"""Texts are searched only where the other filters leave so many messages at most."""
MAX_READ = 2000
"""How many messages one page reads at most."""
_COUNTED = 1000
_LOOKED_AT = ("prospect", "subject", "body")
"""Of a message, what typed words are compared with; only those that match are read whole."""


class Found(NamedTuple):
    """One page of a search, where the next one begins, and whether only part of what it could lie in was examined."""

    items: list[Message]
    next_position: Position | None
    truncated: bool = False


class _Search(NamedTuple):
    """How one page is found: which documents are read, and which of them belong to it."""

    where: tuple[Filter, ...]
    matches: Callable[[Document], bool]
    is_partial: bool


def search(
    documents: Documents,
    collection: str,
    filters: Sequence[Filter],
    typed: str,
    after: Position | None,
    limit: int,
    entry: Callable[[Document], Message],
) -> Found:
    """The page; `entry` makes a message of a document."""
    is_small = _is_small(documents, collection, filters)
    chosen = _by_texts(typed, filters) if is_small else _by_names(documents, collection, typed, filters)
    hits: list[str] = []
    read = 0
    last: Document | None = None
    for document in newest(documents, collection, chosen.where, after, first=limit + 1, keys=_LOOKED_AT):
        if len(hits) == limit or read == MAX_READ:
            is_partial = chosen.is_partial or read == MAX_READ
            return Found(_whole(documents, hits, entry), position_of(last), is_partial)
        read, last = read + 1, document
        if chosen.matches(document):
            hits.append(document.path)
    return Found(_whole(documents, hits, entry), None, chosen.is_partial)


def _whole(documents: Documents, paths: Sequence[str], entry: Callable[[Document], Message]) -> list[Message]:
    """The messages at the paths, but for those that were removed in the meantime."""
    return [entry(one) for one in documents.get_many(paths) if one is not None]


def _is_small(documents: Documents, collection: str, filters: Sequence[Filter]) -> bool:
    """Counted only as far as it matters, so that a search in a long history costs no more than in a middling one."""
    query = Query(collection, tuple(filters), NEWEST_FIRST, limit=MAX_TEXTS + 1)
    return documents.aggregate(query).count <= MAX_TEXTS


def _by_texts(typed: str, filters: Sequence[Filter]) -> _Search:
    words, phrase = words_of(typed), " ".join(without_accents(typed).split())
    return _Search(tuple(filters), lambda one: is_called(one, words) or phrase in _text_of(one), is_partial=False)


def _by_names(documents: Documents, collection: str, typed: str, filters: Sequence[Filter]) -> _Search:
    words = words_of(typed)
    narrowed = [(*filters, Contains("words", one)) for one in lookup_strings(words)] or [tuple(filters)]
    where = _rarest(documents, collection, narrowed) if len(narrowed) > 1 else narrowed[0]
    return _Search(where, lambda one: is_called(one, words), is_partial=True)


def _rarest(documents: Documents, collection: str, narrowed: list[tuple[Filter, ...]]) -> tuple[Filter, ...]:
    """The filters that leave the fewest messages, counted no further than matters: two surnames often go together."""
    queries = [Query(collection, where, NEWEST_FIRST, limit=_COUNTED) for where in narrowed]
    return min(queries, key=lambda query: documents.aggregate(query).count).where


def _text_of(document: Document) -> str:
    payload = document.payload
    text = f"{_text(payload.get('subject')) or ''} {payload['body']}"
    return " ".join(without_accents(text).split())


def _text(value: Json) -> str | None:
    return value if isinstance(value, str) else None
