"""Pages and their cursors."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.api.pagination import CursorCodec, PageQuery
from shared.domain.errors import InvalidInputError
from shared.domain.principal import Principal, PrincipalKind, WorkspaceRole
from tests.api.small_app import NEIGHBOUR, NumberQuery, bearer

MOMENTS = st.datetimes(timezones=st.just(UTC))
POSITIONS = st.lists(MOMENTS | st.text() | st.integers() | st.booleans() | st.none(), min_size=1, max_size=4).map(tuple)
CODEC = CursorCodec(lambda: b"secret")


def principal(workspace: str = "w") -> Principal:
    return Principal(workspace, PrincipalKind.KEY, "k", WorkspaceRole.OWNER, frozenset())


def with_cursor(cursor: str, **filters) -> NumberQuery:
    return NumberQuery(cursor=cursor, **filters)


@given(POSITIONS)
def test_a_cursor_leads_back_to_its_position_and_fits_into_an_address(position):
    cursor = CODEC.write(principal(), "/v1/numbers", NumberQuery(), position)
    assert CODEC.read(principal(), "/v1/numbers", NumberQuery.model_construct(cursor=cursor)) == position
    assert all(character.isalnum() or character in "-_." for character in cursor)


def test_a_moment_keeps_its_microseconds_and_becomes_utc():
    moment = datetime(2026, 11, 22, 1, 2, 3, 456789, timezone(timedelta(hours=2)))
    cursor = CODEC.write(principal(), "/r", NumberQuery(), (moment, "id"))
    read = CODEC.read(principal(), "/r", with_cursor(cursor))
    assert read == (moment, "id")
    assert read[0].utcoffset() == timedelta()


@pytest.mark.parametrize(
    ("workspace", "route", "filters", "secret"),
    [
        ("other", "/r", {}, b"secret"),
        ("w", "/other", {}, b"secret"),
        ("w", "/r", {"colour": "red"}, b"secret"),
        ("w", "/r", {"up_to": 7}, b"secret"),
        ("w", "/r", {}, b"another secret"),
    ],
)
def test_a_cursor_holds_only_for_its_workspace_route_filter_and_key(workspace, route, filters, secret):
    cursor = CODEC.write(principal(), "/r", NumberQuery(), (1, "id"))
    with pytest.raises(InvalidInputError) as refused:
        CursorCodec(lambda: secret).read(principal(workspace), route, with_cursor(cursor, **filters))
    assert refused.value.errors[0].pointer == "/query/cursor"


def test_another_limit_does_not_change_the_list():
    cursor = CODEC.write(principal(), "/r", NumberQuery(limit=2), (1, "id"))
    assert CODEC.read(principal(), "/r", with_cursor(cursor, limit=100)) == (1, "id")


@given(st.integers(min_value=0), st.characters(exclude_categories=["Cs"]))
def test_a_cursor_with_one_other_character_is_refused(place, character):
    cursor = CODEC.write(principal(), "/r", NumberQuery(), (1, "id"))
    place %= len(cursor)
    forged = cursor[:place] + character + cursor[place + 1 :]
    if forged[:-1] == cursor[:-1]:
        return  # the last character of a signature carries spare bits
    with pytest.raises(InvalidInputError):
        CODEC.read(principal(), "/r", NumberQuery.model_construct(cursor=forged))


@pytest.mark.parametrize("cursor", ["", ".", "a.b", "..", "WyJpZCJd", "ñ", "eyJ." * 300])
def test_nonsense_is_refused(cursor):
    with pytest.raises(InvalidInputError):
        CODEC.read(principal(), "/r", PageQuery(cursor=cursor))


def pages(client, path: str) -> list[list[int]]:
    found, cursor = [], ""
    while cursor is not None:
        page = client.get(f"{path}{cursor and '&cursor='}{cursor}", headers=bearer()).json
        found.append([item["value"] for item in page["items"]])
        cursor = page["next_cursor"]
    return found


def test_cursors_lead_through_the_whole_list_once(client):
    assert pages(client, "/v1/numbers?limit=2&up_to=5") == [[1, 2], [3, 4], [5]]


def test_a_page_has_fifty_entries_unless_asked_otherwise(client):
    assert [len(page) for page in pages(client, "/v1/numbers?up_to=120")] == [50, 50, 20]


def test_an_empty_list_is_one_page_without_cursor(client):
    assert client.get("/v1/numbers?up_to=0", headers=bearer()).json == {"items": [], "next_cursor": None}


def test_a_neighbour_s_cursor_is_refused_in_the_words_of_a_forged_one(client):
    cursor = client.get("/v1/numbers?limit=1", headers=bearer(NEIGHBOUR)).json["next_cursor"]
    foreign = client.get(f"/v1/numbers?limit=1&cursor={cursor}", headers=bearer())
    forged = client.get("/v1/numbers?limit=1&cursor=abc.def", headers=bearer())
    assert foreign.status_code == forged.status_code == 422
    assert foreign.json["errors"] == forged.json["errors"]
