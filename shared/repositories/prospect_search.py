"""Find people by what somebody types of their name and company, in bounded reading."""

from collections.abc import Iterator, Sequence

from shared.domain.documents import Contains, Document, Filter, Order, Query
from shared.domain.message_words import begins_all, lookup_strings, words_of
from shared.ports import Documents
from shared.repositories.aggregate import Position

MAX_READ = 2000
"""How many people one page reads at most."""
_PAGE = 200
_NEWEST_FIRST = (Order("created_at", descending=True),)


def search(
    documents: Documents, collection: str, filters: Sequence[Filter], typed: str, after: Position | None, limit: int
) -> tuple[list[Document], Position | None]:
    """At most `limit` people who pass the filters and whose name and company have for each typed word one that begins
    so, accents ignored, newest first; and where the next page begins, None at the end. A page that has read its
    measure holds fewer and still has a next one.
    """
    words = words_of(typed)
    hits: list[Document] = []
    if not words:
        return hits, None
    last: Document | None = None
    for read, document in enumerate(_newest(documents, collection, (*filters, *_by_words(words)), after)):
        if len(hits) == limit or read == MAX_READ:
            return hits, _position(last)
        last = document
        if _is_called(document, words):
            hits.append(document)
    return hits, None


def _by_words(words: list[str]) -> list[Filter]:
    """What the store can narrow typed words down by; nothing for a letter."""
    return [Contains("words", one) for one in lookup_strings(words)[:1]]


def _is_called(document: Document, words: list[str]) -> bool:
    person = document.payload["prospect"]
    assert isinstance(person, dict)  # noqa: S101  narrows the type
    name, company = (value if isinstance(value := person.get(key), str) else "" for key in ("full_name", "company"))
    return begins_all(words, name, company)


def _newest(
    documents: Documents, collection: str, where: tuple[Filter, ...], after: Position | None
) -> Iterator[Document]:
    while True:
        found = documents.query(Query(collection, where, _NEWEST_FIRST, after, _PAGE))
        yield from found
        if len(found) < _PAGE:
            return
        after = _position(found[-1])


def _position(document: Document | None) -> Position | None:
    if document is None:
        return None
    created_at = document.fields["created_at"]
    assert not isinstance(created_at, tuple)  # noqa: S101  narrows the type
    return (created_at, document.id)
