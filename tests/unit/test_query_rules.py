"""What a query to the Documents port may ask, and which declared indexes serve it."""

from datetime import UTC, datetime

import pytest

from shared.domain.documents import Bound, Compare, Contains, Equal, Exemption, In, Index, IndexMode, Order, Query
from shared.domain.query_rules import check_declaration, check_query, serving_indexes
from tests.contract.documents_adapters import declared

NEWEST = (Order("at", descending=True),)
NOW = datetime(2026, 11, 22, tzinfo=UTC)


def asking(*where, order=(), after=None, limit=None) -> Query:
    return Query("messages", where, order, after, limit)


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        (Query("messages/m"), "collection"),
        (asking(Equal("A", 1)), "snake case"),
        (asking(order=(Order("a.b"),)), "snake case"),
        (asking(Equal("a", (1,))), "cannot be stored"),  # type: ignore[arg-type]
        (asking(Equal("a", "x" * 1501)), "1500 bytes"),
        (asking(Equal("a", float("nan"))), "finite"),
        (asking(In("a", ())), "1 to 30 values"),
        (asking(In("a", tuple(range(31)))), "1 to 30 values"),
        (asking(In("a", (1, None))), "null"),
        (asking(In("a", ("x" * 1501,))), "1500 bytes"),
        (asking(Contains("a", 1)), "string"),  # type: ignore[arg-type]
        (asking(Contains("a", "\ud800")), "surrogate"),
        (asking(In("a", (1,)), In("b", (1,))), "one In or one Contains"),
        (asking(In("a", (1,)), Contains("b", "x")), "one In or one Contains"),
        (asking(Contains("a", "x"), Contains("b", "x")), "one In or one Contains"),
        (asking(Equal("a", 1), Equal("a", 2)), "one equality only"),
        (asking(Compare("a", Bound.ABOVE, 1)), "first order"),
        (asking(Compare("a", Bound.ABOVE, 1), order=(Order("b"), Order("a"))), "first order"),
        (asking(Compare("a", Bound.ABOVE, 1), Compare("b", Bound.BELOW, 1), order=(Order("a"),)), "first order"),
        (asking(Compare("a", Bound.ABOVE, None), order=(Order("a"),)), "null"),
        (asking(Compare("a", Bound.ABOVE, 1), Compare("a", Bound.AT_LEAST, 2), order=(Order("a"),)), "one lower"),
        (asking(Compare("a", Bound.BELOW, 1), Compare("a", Bound.AT_MOST, 2), order=(Order("a"),)), "one upper"),
        (asking(Compare("a", Bound.ABOVE, 1), Compare("a", Bound.BELOW, "x"), order=(Order("a"),)), "one type"),
        (asking(Compare("a", Bound.ABOVE, True), Compare("a", Bound.BELOW, 1), order=(Order("a"),)), "one type"),
        (asking(order=(Order("a"), Order("a", descending=True))), "different fields"),
        (asking(Equal("a", 1), order=(Order("a"),)), "different fields"),
        (asking(order=(Order("a"),), after=(1,)), "for each order and then the id"),
        (asking(after=(1, "m")), "for each order and then the id"),
        (asking(after=(1,)), "id"),
        (asking(after=("a/b",)), "id"),
        (asking(order=(Order("a"),), after=(("x",), "m")), "cannot be stored"),
        (asking(limit=0), "positive"),
        (asking(limit=-1), "positive"),
    ],
)
def test_a_query_that_the_port_does_not_know_is_refused(query, sentence):
    with pytest.raises(ValueError, match=sentence):
        check_query(query)


@pytest.mark.parametrize(
    "query",
    [
        asking(Equal("a", None), In("b", tuple(range(30)))),
        asking(Compare("a", Bound.ABOVE, 1), Compare("a", Bound.BELOW, 1.5), order=(Order("a"), Order("b"))),
        asking(Compare("a", Bound.AT_LEAST, NOW), order=(Order("a"),), after=(None, "m"), limit=1),
    ],
)
def test_a_query_at_the_limit_is_accepted(query):
    check_query(query)


@pytest.mark.parametrize(
    "query",
    [
        asking(),
        asking(Equal("a", 1)),
        asking(Equal("a", 1), Equal("b", 2), In("c", (1, 2))),
        asking(Contains("words", "x")),
        asking(order=(Order("a"),)),
        asking(Compare("a", Bound.ABOVE, 1), order=(Order("a", descending=True),)),
    ],
)
def test_equalities_alone_or_one_field_alone_need_no_declared_index(query):
    assert serving_indexes(query, []) == ()


ROLE, STATUS, WORDS = declared("role", "-at"), declared("status", "-at"), declared("words[]", "-at")


@pytest.mark.parametrize(
    ("query", "indexes", "serving"),
    [
        (asking(Equal("role", 1), order=NEWEST), [STATUS, ROLE], {ROLE}),
        (asking(In("role", (1, 2)), order=NEWEST), [ROLE], {ROLE}),
        (asking(Equal("role", 1), Equal("status", 1), order=NEWEST), [ROLE, STATUS, WORDS], {ROLE, STATUS}),
        (asking(Equal("role", 1), Contains("words", "x"), order=NEWEST), [ROLE, STATUS, WORDS], {ROLE, WORDS}),
        (
            asking(Equal("role", 1), Compare("at", Bound.BELOW, 5), order=NEWEST),
            [declared("role", "at"), ROLE],
            {ROLE},
        ),
        (
            asking(Equal("role", 1), Equal("status", 1), order=NEWEST),
            [ROLE, STATUS, declared("status", "role", "-at")],
            {declared("status", "role", "-at")},
        ),
        (
            asking(Equal("a", 1), Equal("b", 1), Equal("c", 1), order=NEWEST),
            [declared("a", "b", "-at"), declared("-b", "c", "-at")],
            {declared("a", "b", "-at"), declared("-b", "c", "-at")},
        ),
        (asking(order=(Order("a"), *NEWEST)), [declared("a", "-at")], {declared("a", "-at")}),
        (asking(Equal("a", 1), Contains("words", "x")), [declared("a", "words[]")], {declared("a", "words[]")}),
    ],
)
def test_declared_indexes_serve_alone_or_merged(query, indexes, serving):
    assert set(serving_indexes(query, indexes)) == serving


@pytest.mark.parametrize(
    ("query", "indexes"),
    [
        (asking(Equal("role", 1), order=NEWEST), []),
        (asking(Equal("role", 1), order=NEWEST), [declared("role", "at")]),
        (asking(Equal("role", 1), order=NEWEST), [declared("role", "-at", group="others")]),
        (asking(Equal("role", 1), order=NEWEST), [declared("role", "status", "-at")]),
        (asking(Equal("role", 1), order=NEWEST), [declared("role", "-at", "x")]),
        (asking(Equal("role", 1), order=NEWEST), [declared("-at", "role")]),
        (asking(Equal("role", 1), order=NEWEST), [declared("role[]", "-at")]),
        (asking(Contains("words", "x"), order=NEWEST), [declared("words", "-at")]),
        (asking(Equal("role", 1), Equal("status", 1), order=NEWEST), [ROLE]),
        (asking(Equal("role", 1), Equal("status", 1), order=NEWEST), [ROLE, declared("status", "at")]),
        (asking(order=(Order("a"), Order("b"))), [declared("a", "-b")]),
        (asking(order=(Order("a"), Order("b"))), [declared("b", "a")]),
        (asking(order=(Order("a"), Order("b"))), [declared("x", "a", "b")]),
        (asking(Equal("a", 1), Contains("words", "x")), []),
    ],
)
def test_a_query_that_the_declared_indexes_do_not_serve_is_refused(query, indexes):
    with pytest.raises(ValueError, match="No declared index"):
        serving_indexes(query, indexes)


@pytest.mark.parametrize(
    "query",
    [
        asking(Equal("role", 1)),
        asking(Equal("other", 1), In("role", (1, 2))),
        asking(order=(Order("role"),)),
        asking(Compare("role", Bound.ABOVE, 1), order=(Order("role"),)),
    ],
)
def test_a_field_that_is_exempt_from_an_index_of_its_own_is_asked_for_through_declared_ones_only(query):
    exemption = Exemption("messages", "role")
    with pytest.raises(ValueError, match="exempt from an index of its own is role"):
        serving_indexes(query, [ROLE, exemption])

    assert serving_indexes(query, [Exemption("others", "role"), Exemption("messages", "words")]) == ()
    assert serving_indexes(asking(Equal("role", 1), order=NEWEST), [ROLE, exemption]) == (ROLE,)


def test_the_refusal_says_which_index_to_declare():
    with pytest.raises(ValueError, match="Declare one with: words contains, at descending"):
        serving_indexes(asking(Equal("role", 1), Contains("words", "x"), order=NEWEST), [ROLE])


def test_a_sum_needs_the_index_that_ordering_by_it_would_need():
    query = asking(Equal("role", 1))

    assert serving_indexes(asking(), [], ["cost"]) == ()
    assert serving_indexes(asking(order=(Order("cost", descending=True),)), [], ["cost"]) == ()
    assert serving_indexes(query, [declared("role", "cost")], ["cost"]) == (declared("role", "cost"),)
    for indexes in ([], [declared("role", "-cost")], [declared("role", "-at")]):
        with pytest.raises(ValueError, match="No declared index"):
            serving_indexes(query, indexes, ["cost"])


@pytest.mark.parametrize(
    ("sums", "sentence"),
    [(["a", "a"], "different"), (list("abcde"), "at most 4"), (["A"], "snake case"), (["role"], "equality")],
)
def test_sums_that_firestore_cannot_compute_are_refused(sums, sentence):
    with pytest.raises(ValueError, match=sentence):
        serving_indexes(asking(Equal("role", 1)), [], sums)


@pytest.mark.parametrize(
    ("index", "sentence"),
    [
        (declared("a"), "at least two"),
        (declared("a", "-a"), "different"),
        (declared("a[]", "b[]"), "one array field"),
        (declared("a", "b", group="x/y"), "last segment"),
        (Exemption("messages", "a.b"), "snake case"),
        (Exemption("x/y", "a"), "last segment"),
        (Index("messages", (("a.b", IndexMode.ASCENDING), ("c", IndexMode.ASCENDING))), "snake case"),
    ],
)
def test_an_index_that_firestore_would_refuse_is_refused(index, sentence):
    with pytest.raises(ValueError, match=sentence):
        check_declaration(index)
