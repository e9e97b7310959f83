"""Finding people by what is typed of their name and company."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from shared.domain.ids import derived_id
from shared.domain.prospect import Prospect, StoredProspect
from shared.ports import Documents
from shared.repositories import prospect_search
from shared.repositories.aggregate import Position
from shared.repositories.prospects import Prospects
from shared.repositories.store import DECLARED_INDEXES

START = datetime(2026, 11, 1, 9, tzinfo=UTC)
PEOPLE = ["Lucía Ferrer", "Íñigo Núñez", "Ana Ferrán", "Bo Li"]


@pytest.fixture
def prospects(open_documents: Callable[..., Documents]) -> Prospects:
    """Twelve people, one a minute, of four names in turn; those of even numbers sell."""
    documents = open_documents(*DECLARED_INDEXES)
    people = Prospects(documents, "w", b"key")
    documents.write([people.creation(entry.id, entry) for entry in map(stored, range(12))])
    return people


def stored(number: int) -> StoredProspect:
    at = START + timedelta(minutes=number)
    return StoredProspect(
        id=derived_id(str(number)),
        prospect=Prospect(full_name=PEOPLE[number % 4], company="Logística Norte"),
        role="sales" if number % 2 == 0 else None,
        created_at=at,
        updated_at=at,
    )


def found(people: Prospects, typed: str, role: str | None = None) -> list[str | None]:
    """All pages of a search, as the names."""
    names: list[str | None] = []
    position: Position | None = None
    while True:
        page = people.search(typed, role, position, 2)
        names += [one.prospect.full_name for one in page.items]
        position = page.next_position
        if position is None:
            return names


def test_beginnings_of_words_find_people_page_by_page(prospects: Prospects) -> None:
    assert found(prospects, "ferr") == ["Ana Ferrán", "Lucía Ferrer"] * 3
    assert found(prospects, "NUÑEZ norte") == ["Íñigo Núñez"] * 3
    assert found(prospects, "l") == found(prospects, "logistica")
    assert found(prospects, "zzz") == []
    assert found(prospects, "…") == []


def test_a_role_narrows_what_was_typed(prospects: Prospects) -> None:
    assert found(prospects, "logi", "sales") == ["Ana Ferrán", "Lucía Ferrer"] * 3


def test_a_page_that_would_read_too_much_ends_early_and_the_next_one_goes_on(
    prospects: Prospects, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(prospect_search, "MAX_READ", 3)
    assert prospects.search("lucia norte", None, None, 2).next_position is not None
    assert found(prospects, "lucia") == ["Lucía Ferrer"] * 3
