"""Finding messages by what is typed, in a small history and in one too long to look through."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from shared.domain.ids import derived_id
from shared.domain.message import ProspectSummary
from shared.ports import Documents
from shared.repositories import message_search
from shared.repositories.message_filter import MessageFilter
from shared.repositories.messages import MessageChange, Messages
from shared.repositories.store import DECLARED_INDEXES
from tests.builders import stored_message

START = datetime(2026, 11, 1, 9, tzinfo=UTC)
PEOPLE = ["Lucía Ferrer", "Íñigo Núñez", "Ana Ferrán", "Luz Fernández", "Bo Li"]


@pytest.fixture
def messages(open_documents: Callable[..., Documents]) -> Messages:
    """Forty messages, one a minute, to five people in turn; every tenth speaks of the quay."""
    documents = open_documents(*DECLARED_INDEXES)
    history = Messages(documents, "w")
    for number in range(40):
        add(documents, history, number)
    return history


def add(documents: Documents, history: Messages, number: int) -> None:
    message = stored_message(
        id=derived_id(str(number)),
        body=f"Hola: abrió el muelle {number}." if number % 10 == 0 else "Hola: ¿qué tal la ruta?",
        prospect=ProspectSummary(id="p", full_name=PEOPLE[number % 5], company="Logística Norte"),
        created_at=START + timedelta(minutes=number),
    )
    documents.write(history.writing([MessageChange(message)], START.date()))


def found(history: Messages, typed: str) -> list[str]:
    """All pages of a search, as the names of the people."""
    names: list[str] = []
    position = None
    while True:
        page = history.search(MessageFilter(), typed, position, 3)
        names += [message.prospect.full_name for message in page.items]
        position = page.next_position
        if position is None:
            return names


def test_beginnings_of_words_find_people_page_by_page(messages: Messages) -> None:
    assert found(messages, "ferr") == ["Ana Ferrán", "Lucía Ferrer"] * 8
    assert found(messages, "ferrer logis") == ["Lucía Ferrer"] * 8
    assert found(messages, "NUÑEZ") == ["Íñigo Núñez"] * 8
    assert found(messages, "li") == ["Bo Li"] * 8
    assert found(messages, "zzz") == []


def test_two_words_are_found_without_reading_the_messages_that_have_one_of_them(
    messages: Messages, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(message_search, "MAX_TEXTS", 39)
    monkeypatch.setattr(message_search, "MAX_READ", 8)
    for typed in ("logistica nuñez", "íñig logi", "logistica norte iñigo", "li norte"):
        page = messages.search(MessageFilter(), typed, None, 50)
        assert len(page.items) == 8
        assert len({one.prospect.full_name for one in page.items}) == 1
        assert page.next_position is None


def test_texts_are_searched_where_the_history_is_small_enough(messages: Messages) -> None:
    page = messages.search(MessageFilter(), "ABRIO el muelle", None, 50)
    assert (len(page.items), page.truncated) == (4, False)


def test_in_a_long_history_names_are_searched_and_the_answer_says_so(
    messages: Messages, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(message_search, "MAX_TEXTS", 39)
    assert messages.search(MessageFilter(), "muelle", None, 50) == ([], None, True)
    page = messages.search(MessageFilter(), "nunez", None, 50)
    assert (len(page.items), page.truncated) == (8, True)
    last_ten = MessageFilter(created_from=START + timedelta(minutes=30))
    assert len(messages.search(last_ten, "muelle", None, 50).items) == 1


def test_a_page_that_would_read_too_much_ends_early_and_the_next_one_goes_on(
    messages: Messages, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(message_search, "MAX_READ", 7)
    page = messages.search(MessageFilter(), "lucia", None, 3)
    assert (len(page.items), page.truncated) == (1, True)
    assert page.next_position is not None
    assert found(messages, "lucia") == ["Lucía Ferrer"] * 8


def test_messages_that_arrive_while_somebody_pages_neither_repeat_nor_hide_any(
    messages: Messages, open_documents: Callable[..., Documents]
) -> None:
    first = messages.search(MessageFilter(), "lucia", None, 3)
    add(messages._documents, messages, 40)
    second = messages.search(MessageFilter(), "lucia", first.next_position, 50)
    assert len({message.id for message in [*first.items, *second.items]}) == 8
