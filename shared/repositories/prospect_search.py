"""Find people by what somebody types of their name and company, in bounded reading."""

from collections.abc import Sequence

from shared.domain.documents import Contains, Document, Filter
from shared.domain.message_words import lookup_strings, words_of
from shared.ports import Documents
from shared.repositories.aggregate import Position
from shared.repositories.name_search import is_called, newest, position_of

MAX_READ = 2000
"""How many people one page reads at most."""


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
    for read, document in enumerate(newest(documents, collection, (*filters, *_by_words(words)), after)):
        if len(hits) == limit or read == MAX_READ:
            return hits, position_of(last)
        last = document
        if is_called(document, words):
            hits.append(document)
    return hits, None


def _by_words(words: list[str]) -> list[Filter]:
    """What the store can narrow typed words down by; nothing for a letter."""
    return [Contains("words", one) for one in lookup_strings(words)[:1]]
