"""The Documents port: reading and writing."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta, timezone

import pytest

from shared.domain.documents import Create, Delete, Document, Increment, IndexedValue, Json, Put, Query, Update
from shared.domain.errors import WriteConflictError
from shared.ports import Documents

PATH = "workspaces/w/messages/m"
OTHER = "workspaces/w/messages/n"
COUNTER = "workspaces/w/counters/day"


def read(documents: Documents, path: str = PATH) -> Document:
    document = documents.get(path)
    assert document is not None
    return document


def test_a_created_document_is_read_as_it_was_written(documents):
    fields: dict[str, IndexedValue] = {
        "status": "ready",
        "score": 0.5,
        "size": 3,
        "flag": True,
        "nothing": None,
        "words": ("ana", "luz"),
    }
    payload: dict[str, Json] = {
        "text": "¡Hola, señora! 🚀",
        "list": [1, {"a": [2.5, None, False]}],
        "empty": {},
        "": "no key",
        "a.b`c": 1,
    }

    version = documents.write([Create(PATH, fields, payload)])

    assert documents.get(PATH) == Document(PATH, fields, payload, version)


def test_whole_numbers_and_fractions_come_back_as_what_they_were(documents):
    documents.write([Create(PATH, {"one": 1, "one_point": 1.0}, {"one": 1, "one_point": 1.0, "big": 2**63 - 1})])

    stored = read(documents)

    assert [type(stored.fields[name]) for name in ("one", "one_point")] == [int, float]
    assert [type(stored.payload[name]) for name in ("one", "one_point")] == [int, float]
    assert stored.payload["big"] == 2**63 - 1


def test_datetimes_keep_their_microseconds_and_come_back_in_utc(documents):
    madrid = timezone(timedelta(hours=1))
    moments = {
        "first": datetime(1, 1, 1, tzinfo=UTC),
        "local": datetime(2026, 11, 22, 10, 30, 0, 123456, tzinfo=madrid),
        "last": datetime(9999, 12, 31, 23, 59, 59, 999999, tzinfo=UTC),
    }

    documents.write([Create(PATH, moments)])

    stored = read(documents).fields
    assert stored == moments
    assert {value.utcoffset() for value in stored.values() if isinstance(value, datetime)} == {timedelta(0)}


@pytest.mark.parametrize("key", ["__proto__", "__x__", "~", "~__x__", "", "a/b", "a.b", "`", "\\", "ñ🚀", "x\0y", "*"])
def test_a_payload_key_may_hold_any_character(documents, key):
    documents.write([Create(PATH, payload={key: {key: 1}})])
    documents.write([Update(PATH, payload={(key, "set"): 2}), Increment(COUNTER, {(key, key): 3}), Create(OTHER)])

    assert read(documents).payload == {key: {key: 1, "set": 2}}
    assert read(documents, COUNTER).payload == {key: {key: 3}}


def test_what_is_not_there_reads_as_none(documents):
    assert documents.get(PATH) is None
    assert documents.get_many([]) == []


def test_get_many_answers_in_the_order_asked_with_none_for_what_is_missing(documents):
    documents.write([Create(PATH, payload={"n": 1}), Create(OTHER, payload={"n": 2})])

    found = documents.get_many([OTHER, "workspaces/w/messages/none", PATH, OTHER])

    assert [one and one.payload["n"] for one in found] == [2, None, 1, 2]


def test_a_document_may_lie_below_one_that_does_not_exist(documents):
    documents.write([Create(f"{PATH}/outcomes/o")])

    assert documents.get(PATH) is None
    assert documents.query(Query("workspaces/w/messages")) == []
    assert [one.id for one in documents.query(Query(f"{PATH}/outcomes"))] == ["o"]


def test_create_conflicts_with_an_existing_document(documents):
    documents.write([Create(PATH, payload={"n": 1})])

    with pytest.raises(WriteConflictError):
        documents.write([Create(PATH, payload={"n": 2})])

    assert read(documents).payload == {"n": 1}


def test_put_replaces_the_whole_document_or_makes_it(documents):
    documents.write([Put(PATH, {"status": "ready", "role": "sales"}, {"a": 1})])
    documents.write([Put(PATH, {"status": "sent"}, {"b": 2})])

    stored = read(documents)
    assert (stored.fields, stored.payload) == ({"status": "sent"}, {"b": 2})


def test_update_sets_what_it_names_and_keeps_the_rest(documents):
    documents.write(
        [Create(PATH, {"status": "ready", "role": "sales", "words": ("a",)}, {"a": {"b": 1, "c": 2}, "d": 3})]
    )

    documents.write([Update(PATH, {"status": "sent", "sent_day": None}, {("a", "b"): [9], ("new", "deep"): True})])

    stored = read(documents)
    assert stored.fields == {"status": "sent", "role": "sales", "words": ("a",), "sent_day": None}
    assert stored.payload == {"a": {"b": [9], "c": 2}, "d": 3, "new": {"deep": True}}


def test_update_replaces_an_object_whole_when_it_names_it(documents):
    documents.write([Create(PATH, payload={"a": {"b": 1, "c": 2}})])

    documents.write([Update(PATH, payload={("a",): {"d": 3}})])

    assert read(documents).payload == {"a": {"d": 3}}


@pytest.mark.parametrize("in_the_way", [None, 5, "text", [1, 2]])
def test_update_by_path_makes_objects_in_place_of_other_values(documents, in_the_way):
    documents.write([Create(PATH, payload={"error": in_the_way})])

    documents.write([Update(PATH, payload={("error", "title"): "slow"})])

    assert read(documents).payload == {"error": {"title": "slow"}}


def test_update_removes_indexed_fields_from_the_sight_of_queries(documents):
    documents.write([Create(PATH, {"status": "ready", "due": 1})])

    documents.write([Update(PATH, removed=("due", "never_there"))])

    assert read(documents).fields == {"status": "ready"}
    assert documents.query(Query("workspaces/w/messages", (), ())) != []


def test_update_conflicts_with_a_missing_document(documents):
    with pytest.raises(WriteConflictError):
        documents.write([Update(PATH, {"status": "sent"})])

    assert documents.get(PATH) is None


def test_update_at_a_version_conflicts_with_any_other(documents):
    first = documents.write([Create(PATH, payload={"n": 1})])
    second = documents.write([Update(PATH, payload={("n",): 2}, version=first)])

    with pytest.raises(WriteConflictError):
        documents.write([Update(PATH, payload={("n",): 3}, version=first)])
    assert read(documents).payload == {"n": 2}

    documents.write([Update(PATH, payload={("n",): 4}, version=second)])
    assert read(documents).payload == {"n": 4}


def test_update_at_a_version_conflicts_with_a_missing_document(documents):
    version = documents.write([Create(PATH)])
    documents.write([Delete(PATH)])

    with pytest.raises(WriteConflictError):
        documents.write([Update(PATH, version=version)])


def test_an_update_that_changes_nothing_still_gives_a_new_version(documents):
    first = documents.write([Create(PATH, {"n": 1}, {"n": 1})])

    second = documents.write([Update(PATH, {"n": 1}, {("n",): 1}, version=first)])
    third = documents.write([Update(PATH, version=second)])
    fourth = documents.write([Put(PATH, {"n": 1}, {"n": 1})])

    assert len({first, second, third, fourth}) == 4
    assert read(documents).version == fourth


def test_a_version_never_comes_back_after_delete_and_create(documents):
    seen = set()
    for _ in range(5):
        seen.add(documents.write([Create(PATH, {"n": 1}, {"n": 1})]))
        documents.write([Delete(PATH)])
    assert len(seen) == 5


def test_every_document_of_a_write_has_the_version_that_the_write_answers(documents):
    documents.write([Create(COUNTER)])

    version = documents.write([Create(PATH), Put(OTHER), Update(COUNTER)])

    assert {one and one.version for one in documents.get_many([PATH, OTHER, COUNTER])} == {version}


def test_delete_removes_a_document_and_does_not_mind_a_missing_one(documents):
    documents.write([Create(PATH, {"status": "ready"})])

    documents.write([Delete(PATH)])
    documents.write([Delete(PATH)])

    assert documents.get(PATH) is None
    assert documents.query(Query("workspaces/w/messages")) == []


def test_delete_at_a_version_conflicts_with_another_version_and_with_none(documents):
    first = documents.write([Create(PATH)])
    second = documents.write([Update(PATH)])

    with pytest.raises(WriteConflictError):
        documents.write([Delete(PATH, first)])
    documents.write([Delete(PATH, second)])
    with pytest.raises(WriteConflictError):
        documents.write([Delete(PATH, second)])


@pytest.mark.parametrize(
    "failing",
    [Create(PATH), Update("workspaces/w/messages/none"), Update(PATH, version="0"), Delete(PATH, "0")],
    ids=["create", "update", "update-at-version", "delete-at-version"],
)
def test_one_failed_precondition_leaves_nothing_of_the_write(documents, failing):
    if getattr(failing, "version", None):
        failing = type(failing)(PATH, version=documents.write([Put(PATH)]))
    version = documents.write([Put(PATH, payload={"n": 1}), Put(OTHER, payload={"n": 1}), Put(COUNTER)])
    others = [
        Put(OTHER, payload={"n": 2}),
        Delete(COUNTER),
        Create("workspaces/w/messages/new"),
        Increment("workspaces/w/counters/x", {("n",): 1}),
    ]

    for position in range(len(others) + 1):
        with pytest.raises(WriteConflictError):
            documents.write([*others[:position], failing, *others[position:]])

    found = documents.get_many([PATH, OTHER, COUNTER, "workspaces/w/messages/new", "workspaces/w/counters/x"])
    assert [one and (one.payload, one.version) for one in found] == [
        ({"n": 1}, version),
        ({"n": 1}, version),
        ({}, version),
        None,
        None,
    ]


def test_increment_adds_to_nested_numbers_and_makes_what_is_missing(documents):
    documents.write([Create(COUNTER, payload={"counts": {"sent:role=sales": 2, "kept": 9}, "seconds": 0.5})])

    documents.write(
        [
            Increment(COUNTER, {("counts", "sent:role=sales"): 3, ("counts", "a.b/`c`"): -1, ("seconds",): 2}),
            Increment("workspaces/w/counters/new", {("counts", "generated"): 1}),
            Create(PATH),
        ]
    )

    assert read(documents, COUNTER).payload == {
        "counts": {"sent:role=sales": 5, "kept": 9, "a.b/`c`": -1},
        "seconds": 2.5,
    }
    assert read(documents, "workspaces/w/counters/new").payload == {"counts": {"generated": 1}}


@pytest.mark.parametrize("stored", [None, True, "text", [1], {"n": 1}])
def test_increment_counts_what_is_no_number_as_nothing(documents, stored):
    documents.write([Create(COUNTER, payload={"n": stored, "way": stored})])

    documents.write([Increment(COUNTER, {("n",): 4, ("way", "deep"): 5}), Create(PATH)])

    payload = read(documents, COUNTER).payload
    assert payload["n"] == 4
    assert payload["way"] == ({"n": 1, "deep": 5} if isinstance(stored, dict) else {"deep": 5})


def test_increment_stops_at_the_ends_of_64_bits(documents):
    documents.write([Create(COUNTER, payload={"up": 2**63 - 2, "down": -(2**63) + 1})])

    documents.write([Increment(COUNTER, {("up",): 5, ("down",): -5}), Create(PATH)])

    assert read(documents, COUNTER).payload == {"up": 2**63 - 1, "down": -(2**63)}


def test_increment_keeps_the_indexed_fields_and_gives_a_new_version(documents):
    first = documents.write([Create(COUNTER, {"day": "2026-11-22"}, {"n": 1})])

    version = documents.write([Increment(COUNTER, {("n",): 0}), Create(PATH)])

    stored = read(documents, COUNTER)
    assert (stored.fields, stored.payload, stored.version) == ({"day": "2026-11-22"}, {"n": 1}, version)
    assert version != first


@pytest.mark.parametrize("beside", [[], [Put(PATH)], [Update(PATH)], [Delete(PATH)]])
def test_increment_is_refused_without_a_create_or_an_update_at_a_version(documents, beside):
    documents.write([Create(PATH), Create(COUNTER, payload={"n": 1})])

    with pytest.raises(ValueError, match="Increment needs a Create"):
        documents.write([Increment(COUNTER, {("n",): 1}), *beside])

    assert read(documents, COUNTER).payload == {"n": 1}


def test_increment_is_accepted_beside_an_update_at_a_version(documents):
    version = documents.write([Create(PATH)])

    documents.write([Update(PATH, version=version), Increment(COUNTER, {("n",): 1})])

    assert read(documents, COUNTER).payload == {"n": 1}


def test_a_repeated_write_conflicts_instead_of_counting_twice(documents):
    write = [Create(PATH), Increment(COUNTER, {("n",): 1})]
    documents.write(write)

    with pytest.raises(WriteConflictError):
        documents.write(write)

    assert read(documents, COUNTER).payload == {"n": 1}


def test_500_operations_are_one_write(documents):
    version = documents.write([Create(f"workspaces/w/items/i{n:03}", {"n": n}) for n in range(500)])

    found = documents.query(Query("workspaces/w/items"))
    assert len(found) == 500
    assert {one.version for one in found} == {version}


def test_a_document_of_900_kib_is_kept_whole(documents):
    text = "ñ" * ((900 * 1024 - 200) // 2)

    documents.write([Create(PATH, payload={"text": text})])

    assert read(documents).payload == {"text": text}


def test_updates_cannot_grow_a_document_without_end(documents):
    documents.write([Create(PATH, payload={"a": "x" * 600_000})])

    with pytest.raises(ValueError, match="document"):
        documents.write([Update(PATH, payload={("b",): "y" * 600_000})])

    assert "b" not in read(documents).payload


def test_racing_creates_of_one_document_have_one_winner(documents):
    def create(n: int) -> bool:
        try:
            documents.write([Create(PATH, payload={"n": n}), Increment(COUNTER, {("won",): 1})])
        except WriteConflictError:
            return False
        return True

    with ThreadPoolExecutor(8) as pool:
        won = list(pool.map(create, range(8)))

    assert won.count(True) == 1
    assert read(documents).payload == {"n": won.index(True)}
    assert read(documents, COUNTER).payload == {"won": 1}


def test_eight_threads_racing_on_one_version_all_finish_with_exact_totals(documents):
    documents.write([Create(PATH, payload={"spent": 0})])

    def spend(thread: int) -> None:
        done = 0
        while done < 10:
            guard = read(documents)
            spent = guard.payload["spent"]
            assert isinstance(spent, int)
            try:
                documents.write(
                    [
                        Update(PATH, payload={("spent",): spent + 1}, version=guard.version),
                        Increment(COUNTER, {("by", str(thread)): 1, ("total",): 1}),
                    ]
                )
                done += 1
            except WriteConflictError:
                continue

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(spend, range(8)))

    assert read(documents).payload == {"spent": 80}
    assert read(documents, COUNTER).payload == {"by": {str(n): 10 for n in range(8)}, "total": 80}
