"""Find messages by what somebody types: the words of a person's name and company, and, in a small history, of a text.

A store has no full-text index, so what a search may read is bounded: by the beginnings of words that are kept with each
message, by how many messages a text is looked for in, and by how many are read for one page.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from shared.domain.documents import Contains, Document, Filter, Json, Order, Query
from shared.domain.message import Message
from shared.domain.message_words import begins_all, lookup_strings, words_of
from shared.domain.text import without_accents
from shared.ports import Documents
from shared.repositories.aggregate import Position

MAX_TEXTS = 2000
"""Texts are searched only where the other filters leave so many messages at most."""
MAX_READ = 2000
"""How many messages one page reads at most."""
_PAGE = 200
_COUNTED = 1000
_LOOKED_AT = ("prospect", "subject", "body")
"""Of a message, what typed words are compared with; only those that match are read whole."""
_NEWEST_FIRST = (Order("created_at", descending=True),)


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
    for document in _newest(documents, collection, chosen.where, after, limit + 1):
        if len(hits) == limit or read == MAX_READ:
            is_partial = chosen.is_partial or read == MAX_READ
            return Found(_whole(documents, hits, entry), _position(last), is_partial)
        read, last = read + 1, document
        if chosen.matches(document):
            hits.append(document.path)
    return Found(_whole(documents, hits, entry), None, chosen.is_partial)


def _whole(documents: Documents, paths: Sequence[str], entry: Callable[[Document], Message]) -> list[Message]:
    """The messages at the paths, but for those that were removed in the meantime."""
    return [entry(one) for one in documents.get_many(paths) if one is not None]


def _is_small(documents: Documents, collection: str, filters: Sequence[Filter]) -> bool:
    """Counted only as far as it matters, so that a search in a long history costs no more than in a middling one."""
    query = Query(collection, tuple(filters), _NEWEST_FIRST, limit=MAX_TEXTS + 1)
    return documents.aggregate(query).count <= MAX_TEXTS


def _by_texts(typed: str, filters: Sequence[Filter]) -> _Search:
    words, phrase = words_of(typed), " ".join(without_accents(typed).split())
    return _Search(tuple(filters), lambda one: _names_match(one, words) or phrase in _text_of(one), is_partial=False)


def _by_names(documents: Documents, collection: str, typed: str, filters: Sequence[Filter]) -> _Search:
    words = words_of(typed)
    narrowed = [(*filters, Contains("words", one)) for one in lookup_strings(words)] or [tuple(filters)]
    where = _rarest(documents, collection, narrowed) if len(narrowed) > 1 else narrowed[0]
    return _Search(where, lambda one: _names_match(one, words), is_partial=True)


def _rarest(documents: Documents, collection: str, narrowed: list[tuple[Filter, ...]]) -> tuple[Filter, ...]:
    """The filters that leave the fewest messages, counted no further than matters: two surnames often go together."""
    queries = [Query(collection, where, _NEWEST_FIRST, limit=_COUNTED) for where in narrowed]
    return min(queries, key=lambda query: documents.aggregate(query).count).where


def _names_match(document: Document, words: list[str]) -> bool:
    person = document.payload["prospect"]
    assert isinstance(person, dict)  # noqa: S101  narrows the type
    return bool(words) and begins_all(words, str(person["full_name"]), _text(person.get("company")))


def _text_of(document: Document) -> str:
    payload = document.payload
    text = f"{_text(payload.get('subject')) or ''} {payload['body']}"
    return " ".join(without_accents(text).split())


def _text(value: Json) -> str | None:
    return value if isinstance(value, str) else None


def _newest(
    documents: Documents, collection: str, where: tuple[Filter, ...], after: Position | None, first: int
) -> Iterator[Document]:
    """The documents, read as they are asked for: `first` at once, since most of them will do, and then more."""
    size = min(first, _PAGE)
    while True:
        found = documents.query(Query(collection, where, _NEWEST_FIRST, after, size, keys=_LOOKED_AT))
        yield from found
        if len(found) < size:
            return
        after, size = _position(found[-1]), _PAGE


def _position(document: Document | None) -> Position | None:
    if document is None:
        return None
    created_at = document.fields["created_at"]
    assert not isinstance(created_at, tuple)  # noqa: S101  narrows the type
    return (created_at, document.id)
