"""The Documents port: asking."""

from datetime import UTC, datetime

import pytest

from shared.domain.documents import (
    Bound,
    Compare,
    Contains,
    Create,
    Delete,
    Document,
    Equal,
    In,
    Json,
    Order,
    Query,
    Update,
)
from tests.contract.documents_adapters import declared

COLLECTION = "workspaces/w/messages"
ASCENDING_VALUES = (  # as the port promises them, written down independently of any adapter
    None,
    False,
    True,
    -(2**63),
    -1.5,
    -1,
    0,
    1,
    1.5,
    2**53,
    2**53 + 1,
    2.0**60,
    2**63 - 1,
    1e300,
    datetime(1, 1, 1, tzinfo=UTC),
    datetime(1969, 12, 31, 23, 59, 59, 999999, tzinfo=UTC),
    datetime(2026, 11, 22, 9, 30, 0, 1, tzinfo=UTC),
    datetime(2026, 11, 22, 9, 30, 0, 2, tzinfo=UTC),
    "",
    "\0",
    "\0a",
    "A",
    "a",
    "a\0",
    "a\1",
    "aa",
    "e\u0301",
    "é",
    "\u1680",
    "\ue000",
    "\uffff",
    "\U00010000",
    "🚀",
    (),
    ("a",),
    ("a", "a"),
    ("a\0",),
    ("aa",),
    ("b",),
)


def fill(documents, **fields_by_id):
    documents.write([Create(f"{COLLECTION}/{id_}", fields, {"id": id_}) for id_, fields in fields_by_id.items()])


def ids(documents, *where, order=(), after=None, limit=None):
    return [one.id for one in documents.query(Query(COLLECTION, where, order, after, limit))]


def test_a_collection_without_filters_is_listed_by_id(documents):
    fill(documents, **{"b": {}, "a": {"x": 1}, "ñ": {}, "B": {}, "a-1": {}, "🚀": {}, "ab": {}})

    assert ids(documents) == ["B", "a", "a-1", "ab", "b", "ñ", "🚀"]


def test_a_query_sees_its_own_collection_only(documents):
    fill(documents, a={"n": 1})
    documents.write(
        [
            Create("workspaces/other/messages/b", {"n": 1}),
            Create(f"{COLLECTION}/a/messages/c", {"n": 1}),
            Create("workspaces/w/messages2/d", {"n": 1}),
        ]
    )

    assert ids(documents) == ids(documents, Equal("n", 1)) == ids(documents, order=(Order("n"),)) == ["a"]


def test_a_collection_that_holds_nothing_answers_nothing(documents):
    assert ids(documents, Equal("n", 1)) == []
    assert documents.aggregate(Query(COLLECTION), ["n"]).count == 0
    assert documents.aggregate(Query(COLLECTION), ["n"]).sums == {"n": 0}


@pytest.mark.parametrize("descending", [False, True])
def test_values_sort_by_type_and_then_within_it(documents, descending):
    fill(documents, **{f"d{n:02}": {"v": value} for n, value in enumerate(reversed(ASCENDING_VALUES))})

    found = documents.query(Query(COLLECTION, order=(Order("v", descending),)))

    expected = [code(value) for value in ASCENDING_VALUES]
    assert [code(one.fields["v"]) for one in found] == (expected[::-1] if descending else expected)


def code(value):
    """Tells True from 1, and shows characters that look alike apart."""
    return type(value).__name__, ascii(value)


@pytest.mark.parametrize("descending", [False, True])
def test_ties_end_with_the_id_in_the_direction_of_the_last_order(open_documents, descending):
    documents = open_documents(declared("a", "-b" if descending else "b"))
    fill(documents, z={"a": 1, "b": 1}, y={"a": 1, "b": 1.0}, x={"a": 0, "b": 1}, w={"a": 1, "b": 2})

    found = ids(documents, order=(Order("a"), Order("b", descending)))

    assert found == (["x", "w", "z", "y"] if descending else ["x", "y", "z", "w"])
    assert ids(documents, order=(Order("b", descending),)) == (
        ["w", "z", "y", "x"] if descending else ["x", "y", "z", "w"]
    )


def test_a_document_without_the_field_is_in_no_result_that_filters_or_orders_by_it(open_documents):
    documents = open_documents(declared("a", "b"))
    fill(documents, none={}, null={"a": None}, one={"a": 1}, both={"a": 1, "b": 1})

    assert ids(documents, order=(Order("a"),)) == ["null", "both", "one"]
    assert ids(documents, Equal("a", None)) == ["null"]
    assert ids(documents, Equal("a", 1), order=(Order("b"),)) == ["both"]
    assert ids(documents, order=(Order("a"), Order("b"))) == ["both"]


def test_equality_is_of_type_and_value(documents):
    fill(
        documents,
        one={"v": 1},
        one_point={"v": 1.0},
        true={"v": True},
        text={"v": "1"},
        zero={"v": 0},
        minus_zero={"v": -0.0},
        false={"v": False},
        null={"v": None},
        big={"v": 2**53},
        bigger={"v": 2**53 + 1},
        array={"v": ("1",)},
    )

    assert ids(documents, Equal("v", 1)) == ids(documents, Equal("v", 1.0)) == ["one", "one_point"]
    assert ids(documents, Equal("v", True)) == ["true"]
    assert ids(documents, Equal("v", "1")) == ["text"]
    assert ids(documents, Equal("v", 0)) == ids(documents, Equal("v", -0.0)) == ["minus_zero", "zero"]
    assert ids(documents, Equal("v", None)) == ["null"]
    assert ids(documents, Equal("v", float(2**53))) == ["big"]
    assert ids(documents, Equal("v", 2**53 + 1)) == ["bigger"]
    assert ids(documents, Equal("v", "2")) == []


def test_a_composed_character_differs_from_its_parts(documents):
    fill(documents, composed={"v": "é"}, parts={"v": "e\u0301"})

    assert ids(documents, Equal("v", "é")) == ["composed"]


def test_several_equalities_need_no_declared_index(documents):
    fill(documents, a={"x": 1, "y": "p"}, b={"x": 1, "y": "q"}, c={"x": 2, "y": "p"}, d={"x": 1}, e={"x": 1, "y": "p"})

    assert ids(documents, Equal("x", 1), Equal("y", "p")) == ["a", "e"]
    assert ids(documents, Equal("x", 1), Equal("y", "p"), after=("a",)) == ["e"]
    assert ids(documents, In("x", (2, 1)), Equal("y", "p"), limit=2) == ["a", "c"]
    assert ids(documents, Equal("x", 1), Equal("never_seen", 1)) == []


def test_in_finds_each_document_once_and_in_the_query_order(open_documents):
    documents = open_documents(declared("x", "-at"))
    fill(
        documents,
        a={"x": 1, "at": 5},
        b={"x": "t", "at": 7},
        c={"x": True, "at": 6},
        d={"x": 1.0, "at": 6},
        e={"x": None},
    )

    assert ids(documents, In("x", (1, 1.0, "t", "u"))) == ["a", "b", "d"]
    assert ids(documents, In("x", ("t", 1, True)), order=(Order("at", descending=True),)) == ["b", "d", "c", "a"]
    assert ids(documents, In("x", tuple(range(30)))) == ["a", "d"]


def test_contains_finds_items_of_arrays(open_documents):
    documents = open_documents(declared("words[]", "-at"), declared("role", "-at"))
    newest = (Order("at", descending=True),)
    fill(
        documents,
        a={"words": ("ana", "luz", "ana"), "at": 1, "role": "sales"},
        b={"words": ("ana",), "at": 2, "role": "hr"},
        c={"words": "ana", "at": 3, "role": "sales"},
        d={"words": (), "at": 4, "role": "sales"},
        e={"words": ("an", "a", "anab"), "at": 5, "role": "sales"},
        f={"words": ("luz", "ana"), "at": 6, "role": "sales"},
    )

    assert ids(documents, Contains("words", "ana")) == ["a", "b", "f"]
    assert ids(documents, Contains("words", "ana"), order=newest) == ["f", "b", "a"]
    assert ids(documents, Contains("words", "ana"), Equal("role", "sales"), order=newest) == ["f", "a"]
    assert ids(documents, Equal("words", "ana")) == ["c"]


@pytest.mark.parametrize(
    ("ends", "expected"),
    [
        ([(Bound.AT_LEAST, 2)], ["two", "two_point", "three"]),
        ([(Bound.ABOVE, 2)], ["three"]),
        ([(Bound.AT_MOST, 2)], ["one", "two", "two_point"]),
        ([(Bound.BELOW, 2)], ["one"]),
        ([(Bound.ABOVE, 1), (Bound.BELOW, 3)], ["two", "two_point"]),
        ([(Bound.AT_LEAST, 1), (Bound.AT_MOST, 3.5)], ["one", "two", "two_point", "three"]),
        ([(Bound.AT_LEAST, 3), (Bound.BELOW, 2)], []),
        ([(Bound.AT_LEAST, False)], ["false", "true"]),
        ([(Bound.BELOW, True)], ["false"]),
        ([(Bound.AT_LEAST, "")], ["text"]),
        ([(Bound.BELOW, "")], []),
        ([(Bound.ABOVE, datetime(2026, 1, 1, tzinfo=UTC))], ["later"]),
    ],
)
def test_a_range_matches_values_of_its_own_type(open_documents, ends, expected):
    documents = open_documents(declared("k", "v"), declared("k", "-v"))
    values = {
        "null": None,
        "false": False,
        "true": True,
        "one": 1,
        "two": 2,
        "two_point": 2.0,
        "three": 3,
        "now": datetime(2026, 1, 1, tzinfo=UTC),
        "later": datetime(2026, 1, 1, 0, 0, 0, 1, tzinfo=UTC),
        "text": "2",
        "array": ("2",),
    }
    fill(
        documents,
        **{id_: {"v": value, "k": 1} for id_, value in values.items()},
        other={"v": 2, "k": 2},
        without={"k": 1},
    )
    found = tuple(Compare("v", bound, value) for bound, value in ends)
    in_k = [id_ for id_ in expected if id_ != "other"]

    assert [one for one in ids(documents, *found, order=(Order("v"),)) if one != "other"] == in_k
    assert ids(documents, Equal("k", 1), *found, order=(Order("v"),)) == in_k
    assert ids(documents, Equal("k", 1), *found, order=(Order("v", descending=True),)) == in_k[::-1]


def test_a_limit_takes_the_first_ones(documents):
    fill(documents, **{f"d{n}": {"n": n} for n in range(5)})

    assert ids(documents, limit=2) == ["d0", "d1"]
    assert ids(documents, order=(Order("n", descending=True),), limit=2) == ["d4", "d3"]
    assert ids(documents, limit=99) == ["d0", "d1", "d2", "d3", "d4"]


@pytest.mark.parametrize(
    ("where", "order"),
    [
        ((), ()),
        ((), (Order("at"),)),
        ((), (Order("at", descending=True),)),
        ((Equal("role", "sales"),), ()),
        ((Equal("role", "sales"),), (Order("at", descending=True),)),
        ((Equal("role", "sales"), Equal("status", "ready")), (Order("at", descending=True),)),
        ((In("status", ("ready", "sent")),), (Order("at", descending=True),)),
        ((Equal("role", "sales"), In("status", ("ready", "sent"))), (Order("at", descending=True),)),
        ((Equal("role", "sales"), Contains("words", "ana")), (Order("at", descending=True),)),
        ((Compare("at", Bound.AT_LEAST, 1), Compare("at", Bound.BELOW, 4)), (Order("at", descending=True),)),
        ((Compare("at", Bound.ABOVE, 0),), (Order("at"), Order("size", descending=True))),
    ],
)
def test_pages_by_cursor_join_to_the_whole_result(open_documents, where, order):
    documents = open_documents(
        declared("role", "-at"), declared("status", "-at"), declared("words[]", "-at"), declared("at", "-size")
    )
    for n in range(60):
        fields = {
            "role": ["sales", "sales", "hr"][n % 3],
            "status": ["ready", "sent", "rejected"][n // 2 % 3],
            "words": ("ana",) if n % 4 else ("luz",),
            "at": n % 5 if n % 7 else None,
            "size": n % 2,
        }
        fill(documents, **{f"d{n * 37 % 60:02}": fields})
    whole = documents.query(Query(COLLECTION, where, order))
    assert len(whole) > 7

    pages: list[Document] = []
    after = None
    while len(pages) <= len(whole) and (page := documents.query(Query(COLLECTION, where, order, after, limit=7))):
        pages += page
        after = (*(page[-1].fields[one.field] for one in order), page[-1].id)

    assert pages == whole


def test_a_cursor_need_not_name_a_document_that_exists(documents):
    fill(documents, a={"n": 1}, c={"n": 1}, d={"n": 3})

    assert ids(documents, order=(Order("n"),), after=(1, "b")) == ["c", "d"]
    assert ids(documents, order=(Order("n"),), after=(2, "zzz")) == ["d"]
    assert ids(documents, order=(Order("n"),), after=("text", "a")) == []
    assert ids(documents, order=(Order("n", descending=True),), after=("text", "a")) == ["d", "c", "a"]
    assert ids(documents, order=(Order("n"),), after=(None, "a")) == ["a", "c", "d"]


def test_a_projection_leaves_the_payload_out(documents):
    fill(documents, a={"n": 1, "words": ("x",)})

    (found,) = documents.query(Query(COLLECTION, fields_only=True))

    assert (found.fields, found.payload) == ({"n": 1, "words": ("x",)}, {})
    whole = documents.get(f"{COLLECTION}/a")
    assert found.version == whole.version
    assert whole.payload == {"id": "a"}


def test_a_projection_to_keys_leaves_all_else_out(open_documents):
    documents = open_documents(declared("status", "-at"))
    payload: dict[str, Json] = {"body": "x", "person": {"name": "Ana", "__id__": 1}, "~odd": [1], "left": "out"}
    documents.write([Create(f"{COLLECTION}/a", {"status": "ready", "at": 1, "n": 2}, payload)])
    newest = (Order("at", descending=True),)

    (found,) = documents.query(
        Query(COLLECTION, (Equal("status", "ready"),), newest, keys=("body", "person", "~odd", "missing"))
    )

    assert found.fields == {"at": 1}
    assert found.payload == {key: payload[key] for key in ("body", "person", "~odd")}
    assert found.version == documents.get(f"{COLLECTION}/a").version
    (unordered,) = documents.query(Query(COLLECTION, keys=("missing",)))
    assert (unordered.fields, unordered.payload) == ({}, {})


def test_queries_follow_every_change(open_documents):
    documents = open_documents(declared("status", "-at"), declared("words[]", "-at"))
    newest = (Order("at", descending=True),)
    fill(documents, a={"status": "ready", "at": 1, "words": ("x", "y")}, b={"status": "ready", "at": 2})

    documents.write([Update(f"{COLLECTION}/a", {"status": "sent", "at": 3, "words": ("y", "z")})])
    assert ids(documents, Equal("status", "ready"), order=newest) == ["b"]
    assert ids(documents, Equal("status", "sent"), order=newest) == ["a"]
    assert ids(documents, Contains("words", "x"), order=newest) == []
    assert ids(documents, Contains("words", "z")) == ["a"]

    documents.write([Update(f"{COLLECTION}/a", removed=("at",)), Delete(f"{COLLECTION}/b")])
    assert ids(documents, Equal("status", "sent"), order=newest) == []
    assert ids(documents, Equal("status", "sent")) == ["a"]
    assert ids(documents, order=newest) == []

    documents.write([Update(f"{COLLECTION}/a", {"at": True})])
    documents.write([Update(f"{COLLECTION}/a", {"at": 1})])  # equal in Python, another type to the store
    assert ids(documents, Compare("at", Bound.AT_LEAST, 0), order=newest) == ["a"]
    assert ids(documents, Equal("at", True)) == []


def test_aggregate_counts_what_the_query_lists_without_its_cursor_and_no_further_than_its_limit(open_documents):
    documents = open_documents(declared("role", "-at"), declared("status", "-at"))
    fill(
        documents,
        **{f"d{n}": {"role": "ab"[n % 2], "status": "xyz"[n % 3], "at": n} for n in range(12)},
        e={"role": "a"},
    )
    newest = (Order("at", descending=True),)

    def counted(*where, order=(), **more):
        return documents.aggregate(Query(COLLECTION, where, order, **more)).count

    assert counted() == 13
    assert counted(Equal("role", "a")) == 7
    assert counted(Equal("role", "a"), order=newest) == 6
    assert counted(Equal("role", "a"), Equal("status", "x"), order=newest) == 2
    assert counted(In("status", ("x", "y"))) == 8
    assert counted(In("status", ("x", "y")), Equal("role", "b"), order=newest) == 4
    assert counted(Compare("at", Bound.AT_LEAST, 10), order=newest) == 2
    assert counted(order=newest, after=(5, "d5")) == 12
    assert counted(order=newest, limit=5) == 5
    assert counted(Equal("role", "a"), Equal("status", "x"), order=newest, limit=1) == 1
    assert counted(In("status", ("x", "y")), limit=7) == 7
    assert counted(In("status", ("x", "y")), limit=9) == 8


def test_sums_take_in_the_documents_that_have_all_summed_fields(open_documents):
    documents = open_documents(declared("k", "a", "b"), declared("k", "-at", "a"), declared("a", "b"))
    fill(
        documents,
        p={"k": 1, "a": 1, "b": 10, "at": 1},
        q={"k": 1, "a": 2},
        r={"k": 1, "a": "text", "b": 20},
        s={"k": 1, "a": True, "b": 0.5, "at": 2},
        t={"k": 2, "a": 100, "b": 100},
    )

    whole = documents.aggregate(Query(COLLECTION), ["a"])
    assert (whole.count, whole.sums) == (5, {"a": 103})
    two = documents.aggregate(Query(COLLECTION, (Equal("k", 1),)), ["a", "b"])
    assert (two.count, two.sums) == (3, {"a": 1, "b": 30.5})
    assert documents.aggregate(Query(COLLECTION, limit=1), ["a"]) == whole
    ordered = documents.aggregate(Query(COLLECTION, (Equal("k", 1),), (Order("at", descending=True),)), ["a"])
    assert (ordered.count, ordered.sums) == (2, {"a": 1})


def test_a_sum_beyond_64_bits_is_a_fraction(documents):
    fill(documents, a={"n": 2**63 - 1}, b={"n": 2**62})

    assert documents.aggregate(Query(COLLECTION), ["n"]).sums == {"n": float(2**63 - 1 + 2**62)}


def test_merged_indexes_find_the_few_common_documents_of_long_lists(open_documents):
    documents = open_documents(declared("a", "-at"), declared("b", "-at"), declared("c", "-at"))
    writes = [
        Create(f"{COLLECTION}/d{n:04}", {"a": n % 2, "b": n < 700, "c": n % 350 == 1, "at": n}, {}) for n in range(1400)
    ]
    for start in range(0, 1400, 500):
        documents.write(writes[start : start + 500])
    newest = (Order("at", descending=True),)

    assert ids(documents, Equal("a", 1), Equal("b", True), Equal("c", True), order=newest) == ["d0351", "d0001"]
    assert ids(documents, Equal("a", 0), Equal("b", True), order=newest, limit=2) == ["d0698", "d0696"]
    assert documents.aggregate(Query(COLLECTION, (Equal("a", 1), Equal("b", False)), newest)).count == 350
