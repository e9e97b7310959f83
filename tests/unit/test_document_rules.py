"""What a write to the Documents port may hold."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from shared.domain.document_rules import (
    MAX_DOCUMENT_BYTES,
    check_collection,
    check_document,
    check_path,
    check_write,
    is_segment,
)
from shared.domain.documents import Create, Delete, Increment, IndexedValue, Put, Update

PATH = "messages/m"


def nested(levels: int) -> dict:
    """A payload of this many levels of objects, itself included."""
    return {} if levels == 1 else {"a": nested(levels - 1)}


@pytest.mark.parametrize(
    "segment", ["a", "ñ🚀", "a.b", "...", "_", "__", "__a", "a__", "x" * 1500, "é" * 750, "a b", "a\0"]
)
def test_an_id_may_be_almost_anything(segment):
    assert is_segment(segment)
    check_path(f"messages/{segment}")


@pytest.mark.parametrize("segment", ["", ".", "..", "a/b", "____", "__a__", "__a\n__", "x" * 1501, "é" * 751, "\ud800"])
def test_an_id_that_firestore_refuses_is_refused(segment):
    assert not is_segment(segment)


@pytest.mark.parametrize("path", ["", "a", "a/b/c", "/a/b", "a/b/", "a//b/c", "a/.", "__a__/b", "/".join("ab" * 101)])
def test_a_document_path_alternates_collections_and_ids(path):
    with pytest.raises(ValueError, match="path"):
        check_path(path)


@pytest.mark.parametrize("path", ["", "a/b", "a/b/c/d", "a/../c", "a//c"])
def test_a_collection_path_ends_with_a_collection(path):
    with pytest.raises(ValueError, match="path"):
        check_collection(path)


@pytest.mark.parametrize("name", ["a", "created_at", "h2", "x" * 64])
def test_a_field_is_named_in_snake_case(name):
    check_document(PATH, {name: 1}, {})


@pytest.mark.parametrize("name", ["", "A", "2a", "_a", "a.b", "ñ", "payload", "a-b", "x" * 65, "a\n"])
def test_another_name_of_a_field_is_refused(name):
    for operation in (Create(PATH, {name: 1}), Update(PATH, {name: 1}), Update(PATH, removed=(name,))):
        with pytest.raises(ValueError, match="snake case"):
            check_write([operation])


@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        ("x" * 1501, "1500 bytes"),
        ("é" * 751, "1500 bytes"),
        ("\udfff", "surrogate"),
        (2**63, "64 bits"),
        (-(2**63) - 1, "64 bits"),
        (float("nan"), "finite"),
        (float("-inf"), "finite"),
        (datetime(2026, 1, 1), "time zone"),  # noqa: DTZ001
        (datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=1))), "years 1 to 9999"),
        (b"bytes", "cannot be stored"),
        (["a"], "cannot be stored"),
        ({"a": 1}, "cannot be stored"),
        ((1,), "strings"),
        (("a", None), "strings"),
        (("x" * 1501,), "1500 bytes"),
        (("a",) * 1001, "1000 items"),
    ],
)
def test_a_value_that_no_index_holds_is_refused(value, sentence):
    for operation in (Create(PATH, {"f": value}), Put(PATH, {"f": value}), Update(PATH, {"f": value})):
        with pytest.raises(ValueError, match=sentence):
            check_write([operation])


@pytest.mark.parametrize(
    "value",
    [None, True, -(2**63), 2**63 - 1, 1e308, "x" * 1500, datetime.max.replace(tzinfo=UTC), (), ("a",) * 1000],
)
def test_a_value_at_the_limit_is_indexed(value):
    check_write([Create(PATH, {"f": value})])


def test_path_and_indexed_fields_together_fit_one_index_entry():
    check_write([Create(PATH, {f"f{n}": "x" * 1490 for n in range(5)})])
    with pytest.raises(ValueError, match="index entry"):
        check_write([Create(PATH, {f"f{n}": "x" * 1490 for n in range(6)})])
    with pytest.raises(ValueError, match="index entry"):
        check_write([Create("a/" + "x" * 1400 + "/b/" + "x" * 1400, {"f": "x" * 1400, "g": ("x" * 1400, "y")})])


@pytest.mark.parametrize(
    ("payload", "sentence"),
    [
        ({"a": [[1]]}, "list"),
        ({"a": [{"b": [[]]}]}, "list"),
        ({"a": (1,)}, "tuple"),
        ({"a": {1}}, "set"),
        ({"a": datetime(2026, 1, 1, tzinfo=UTC)}, "datetime"),
        ({"a": float("inf")}, "finite"),
        ({"a": [2**63]}, "64 bits"),
        ({"a": "\ud83d"}, "surrogate"),
        ({"\ud83d": 1}, "surrogate"),
        ({1: "a"}, "key"),
        ({"x" * 1000: 1}, "key"),
        (nested(21), "20 levels"),
        ({"a": [nested(19)]}, "20 levels"),
    ],
)
def test_a_payload_that_firestore_cannot_hold_is_refused(payload, sentence):
    for operation in (
        Create(PATH, payload=payload),
        Update(PATH, payload={(key,): one for key, one in payload.items()}),
    ):
        with pytest.raises(ValueError, match=sentence):
            check_write([operation])


@pytest.mark.parametrize("payload", [nested(20), {"a": [nested(18)]}, {"a": [1, {"b": [2]}]}, {"": {"__x__": 1}}])
def test_a_payload_at_the_limit_is_held(payload):
    check_write([Create(PATH, payload=payload)])


def test_an_update_counts_the_depth_of_its_path():
    check_write([Update(PATH, payload={("a",) * 19: nested(1)})])
    with pytest.raises(ValueError, match="20 levels"):
        check_write([Update(PATH, payload={("a",) * 19: nested(2)})])
    with pytest.raises(ValueError, match="1 to 20 keys"):
        check_write([Update(PATH, payload={("a",) * 21: 1})])


def test_the_size_of_a_document_is_firestores():
    # The example of https://cloud.google.com/firestore/docs/storage-size, and 40 bytes for our empty payload.
    fields: dict[str, IndexedValue] = {
        "type": "Personal",
        "description": "Learn Cloud Firestore",
        "priority": 1,
        "done": False,
    }

    assert check_document("users/jeff/tasks/my_task_id", fields, {}) == 147 + 40


def test_a_document_has_at_most_900_kib():
    room = MAX_DOCUMENT_BYTES - check_document(PATH, {}, {"a": ""})

    check_write([Put(PATH, payload={"a": "x" * room})])
    with pytest.raises(ValueError, match="921600 bytes"):
        check_write([Put(PATH, payload={"a": "x" * (room + 1)})])


def test_a_write_has_at_most_8_mib_and_500_operations():
    operations = [Put(f"messages/{n}", payload={"a": "x" * 838_000}) for n in range(11)]

    check_write(operations[:10])
    with pytest.raises(ValueError, match="8388608 bytes"):
        check_write(operations)
    with pytest.raises(ValueError, match="8388608 bytes"):
        check_write([Update(one.path, payload={("a",): one.payload["a"]}) for one in operations])
    check_write([Delete(f"messages/{n}") for n in range(500)])
    with pytest.raises(ValueError, match="500 operations"):
        check_write([Delete(f"messages/{n}") for n in range(501)])
    with pytest.raises(ValueError, match="500 operations"):
        check_write([])


def test_a_write_names_each_document_once():
    with pytest.raises(ValueError, match="once"):
        check_write([Create(PATH), Increment(PATH, {("n",): 1})])


def test_an_increment_needs_a_create_or_an_update_at_a_version():
    increment = Increment("counters/c", {("n",): 1})

    for guard in (Create(PATH), Update(PATH, version="1")):
        check_write([increment, guard])
    for other in (Put(PATH), Update(PATH), Delete(PATH, "1")):
        with pytest.raises(ValueError, match="Increment needs"):
            check_write([increment, other])


@pytest.mark.parametrize("amount", [1.0, True, "1", None, 2**63])
def test_an_increment_adds_whole_amounts(amount):
    with pytest.raises(ValueError, match="whole amounts"):
        check_write([Create(PATH), Increment("counters/c", {("n",): amount})])


def test_an_increment_names_what_it_adds_to():
    with pytest.raises(ValueError, match="at least one"):
        check_write([Create(PATH), Increment("counters/c", {})])


@pytest.mark.parametrize(
    ("paths", "sentence"),
    [
        ([()], "1 to 20 keys"),
        ([("a",), ("a", "b")], "within another"),
        ([("a", "b", "c"), ("a", "b")], "within another"),
        ([("x" * 500, "x" * 500)], "1000 bytes"),
        ([("`" * 500,)], "1000 bytes"),
    ],
)
def test_payload_paths_that_cannot_be_set_are_refused(paths, sentence):
    for operation in (Update(PATH, payload=dict.fromkeys(paths, 1)), Increment(PATH, dict.fromkeys(paths, 1))):
        with pytest.raises(ValueError, match=sentence):
            check_write([Create("messages/other"), operation])


def test_payload_paths_beside_each_other_are_accepted():
    check_write([Update(PATH, payload={("a", "b"): 1, ("a", "c"): 2, ("ab",): 3, ("a.b",): 4, ("", ""): 5})])


def test_an_update_sets_a_field_or_removes_it():
    with pytest.raises(ValueError, match="not both"):
        check_write([Update(PATH, {"a": 1}, removed=("a",))])


def test_a_sentence_never_repeats_the_value():
    for operation in (
        Create(PATH, {"name": "Secret Person" * 200}),
        Create(PATH, payload={"a": {"b": "Secret Person\ud800"}}),
        Create(PATH, payload={"Secret Person" * 100: 1}),
        Create("messages/Secret Person/x"),
    ):
        with pytest.raises(ValueError, match=r"\.$") as caught:
            check_write([operation])
        assert "Secret" not in str(caught.value)
