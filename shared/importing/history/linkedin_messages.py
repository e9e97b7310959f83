"""LinkedIn's own export of conversations (messages.csv): each row a message, in either direction.

Its columns (LinkedIn, "Download your data", 2024): CONVERSATION ID, CONVERSATION TITLE, FROM, SENDER PROFILE URL, TO,
RECIPIENT PROFILE URLS, DATE, SUBJECT, CONTENT, FOLDER. Whose export it is stands nowhere: it is the profile that has a
part in the most conversations.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from shared.domain.imports import SourceRow
from shared.importing.cells import as_text
from shared.importing.headings import plain_heading
from shared.importing.table_source import TableSource

_NEEDED = ("conversation id", "from", "sender profile url", "to", "recipient profile urls", "date", "content")
_HEADINGS = ("Full name", "LinkedIn URL", "Sent at", "Message", "Subject", "Format", "Reply", "Replied at")


class _Said(NamedTuple):
    """One message of a conversation."""

    number: int
    sender: str
    sender_url: str
    recipient: str
    recipient_urls: tuple[str, ...]
    date: str
    subject: str
    content: str


def is_linkedin_messages(source: TableSource) -> bool:
    """Whether the file is LinkedIn's export of conversations."""
    return set(_NEEDED) <= {plain_heading(heading) for heading in source.headings}


def as_history(source: TableSource) -> TableSource:
    """The file as one row for each message that its owner sent to one person, with the answer that came to it."""
    return TableSource(_HEADINGS, lambda: _rows(source), source.warnings)


def _rows(source: TableSource) -> Iterator[SourceRow]:
    conversations: dict[str, list[_Said]] = defaultdict(list)
    places = {plain_heading(heading): place for place, heading in enumerate(source.headings)}
    for row in source.rows():
        conversations[_cell(row, places, "conversation id")].append(_said(row, places))
    owner = _owner(list(conversations.values()))
    for said in conversations.values():
        yield from _sent(sorted(said, key=lambda one: one.date), owner)


def _said(row: SourceRow, places: dict[str, int]) -> _Said:
    urls = _cell(row, places, "recipient profile urls").replace(";", ",").split(",")
    return _Said(
        row.number,
        _cell(row, places, "from"),
        _cell(row, places, "sender profile url"),
        _cell(row, places, "to"),
        tuple(url.strip() for url in urls if url.strip()),
        _cell(row, places, "date"),
        _cell(row, places, "subject"),
        _cell(row, places, "content"),
    )


def _cell(row: SourceRow, places: dict[str, int], name: str) -> str:
    place = places.get(name)
    return "" if place is None or place >= len(row.cells) or row.cells[place] is None else as_text(row.cells[place])


def _owner(conversations: Sequence[Sequence[_Said]]) -> str:
    """The profile with a part in most conversations; of two, the one that wrote more."""
    parts: Counter[str] = Counter()
    written: Counter[str] = Counter()
    for said in conversations:
        parts.update({url for one in said for url in (one.sender_url, *one.recipient_urls) if url})
        written.update(one.sender_url for one in said)
    return max(parts, key=lambda url: (parts[url], written[url], url), default="")


def _sent(said: Sequence[_Said], owner: str) -> Iterator[SourceRow]:
    """What the owner wrote to one person alone, each with the first answer before the next of them."""
    for place, one in enumerate(said):
        if one.sender_url != owner or len(one.recipient_urls) != 1:
            continue
        answer = next((other for other in said[place + 1 :]), None)
        answered = answer is not None and answer.sender_url == one.recipient_urls[0]
        yield SourceRow(
            one.number,
            (
                one.recipient,
                one.recipient_urls[0],
                one.date,
                one.content,
                one.subject or None,
                "inmail" if one.subject else "linkedin message",
                answer.content if answer is not None and answered else None,
                answer.date if answer is not None and answered else None,
            ),
        )
