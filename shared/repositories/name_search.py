"""What the searches of messages and of people share: documents newest first, held against typed words."""

from collections.abc import Iterator, Sequence

from shared.domain.documents import Document, Filter, Order, Query
from shared.domain.message_words import begins_all
from shared.ports import Documents
from shared.repositories.aggregate import Position

NEWEST_FIRST = (Order("created_at", descending=True),)
_PAGE = 200


def newest(
    documents: Documents,
    collection: str,
    where: tuple[Filter, ...],
    after: Position | None,
    *,
    first: int = _PAGE,
    keys: Sequence[str] | None = None,
) -> Iterator[Document]:
    """The documents, read as they are asked for: `first` at once, since most of them may do, and then more; of their
    payload only `keys`, where some are named.
    """
    size = min(first, _PAGE)
    while True:
        asked = Query(collection, where, NEWEST_FIRST, after, size, keys=None if keys is None else tuple(keys))
        found = documents.query(asked)
        yield from found
        if len(found) < size:
            return
        after, size = position_of(found[-1]), _PAGE


def position_of(document: Document | None) -> Position | None:
    """Where a page that goes on behind the document begins; None without one."""
    if document is None:
        return None
    created_at = document.fields["created_at"]
    assert not isinstance(created_at, tuple)  # noqa: S101  narrows the type
    return (created_at, document.id)


def is_called(document: Document, words: list[str]) -> bool:
    """Whether the document's `prospect` has for each typed word one of the name or the company that begins so; for none
    nobody has.
    """
    person = document.payload["prospect"]
    assert isinstance(person, dict)  # noqa: S101  narrows the type
    name, company = (value if isinstance(value := person.get(key), str) else "" for key in ("full_name", "company"))
    return bool(words) and begins_all(words, name, company)
