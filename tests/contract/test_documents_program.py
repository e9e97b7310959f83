"""Random programs of writes and queries: each adapter must do and answer what the plain one in memory does."""

from datetime import UTC
from itertools import permutations, product
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.documents import (
    Bound,
    Compare,
    Contains,
    Create,
    Delete,
    Document,
    Equal,
    Filter,
    In,
    Increment,
    Operation,
    Order,
    Put,
    Query,
    Update,
)
from shared.domain.errors import WriteConflictError
from shared.domain.query_rules import serving_indexes
from shared.ports import Documents
from tests.contract.documents_adapters import ADAPTERS, declared
from tests.memory_documents import MemoryDocuments

COLLECTION = "workspaces/w/messages"
IDS = ["a", "aa", "b", "B", "ñ", "🚀", "\uffff"]
FIELDS = ["f", "g", "h"]
INDEXES = (
    *(declared(one, other) for one, other in product(FIELDS, ["f", "-f", "g", "-g", "h"]) if one != other.strip("-")),
    *(declared(f"{one}[]", other) for one, other in product(FIELDS, ["f", "-f", "-g"]) if one != other.strip("-")),
    declared("f", "g", "-h"),
    declared("g", "f", "-h"),
    declared("f", "g", "h"),
    declared("f[]", "g", "h"),
)

texts = st.sampled_from(["", "a", "a\0", "b", "é", "z\uffff", "🚀"])
numbers = st.sampled_from([-(2**63), -1, -0.5, 0, 1, 1.0, 1.5, 2, 2**53, 2.0**53, 2**53 + 1, 2**63 - 1])
moments = st.datetimes(timezones=st.just(UTC))
scalars = st.none() | st.booleans() | numbers | moments | texts
values = scalars | st.lists(texts, max_size=3).map(tuple)
fields = st.dictionaries(st.sampled_from(FIELDS), values)
keys = st.sampled_from(["a", "b", "a.b", "__x__", "~", ""])
leaves = st.none() | st.booleans() | st.integers(-(2**63), 2**63 - 1) | st.floats(-1e6, 1e6) | texts
payloads = st.dictionaries(
    keys,
    st.recursive(
        leaves, lambda inner: st.dictionaries(keys, inner, max_size=2) | st.lists(leaves, max_size=2), max_leaves=4
    ),
    max_size=3,
)
payload_paths = st.lists(keys, min_size=1, max_size=3).map(tuple)
CURRENT, OLD = "current", "old"
"""Stand for a version while a program is made; no store has given one yet."""
versions = st.sampled_from([None, None, CURRENT, OLD])
paths = st.sampled_from([f"{COLLECTION}/{id_}" for id_ in IDS])


def apart(by_path):
    """Whether no path lies within another one."""
    return not any(one != other and other[: len(one)] == one for one, other in product(by_path, by_path))


changes = st.dictionaries(payload_paths, payloads | leaves, max_size=2).filter(apart)
amounts = st.dictionaries(payload_paths, st.integers(-5, 5), min_size=1, max_size=2).filter(apart)


@st.composite
def operations(draw):
    """One operation on one of few documents."""
    path = draw(paths)
    match draw(st.sampled_from(["create", "put", "put", "update", "increment", "delete"])):
        case "create":
            return Create(path, draw(fields), draw(payloads))
        case "put":
            return Put(path, draw(fields), draw(payloads))
        case "update":
            named = draw(fields)
            removed = tuple(set(draw(st.lists(st.sampled_from(FIELDS), max_size=2))) - named.keys())
            return Update(path, named, draw(changes), removed, draw(versions))
        case "increment":
            return Increment(path, draw(amounts))
        case _:
            return Delete(path, draw(versions))


@st.composite
def steps(draw):
    """One write of several operations, with what its increments need."""
    step = draw(st.lists(operations(), min_size=1, max_size=4, unique_by=lambda one: one.path))
    if any(isinstance(one, Increment) for one in step):
        step.append(Create(f"guards/{draw(st.integers(0, 99))}"))
    return step


def is_served(query, sums=()):
    try:
        serving_indexes(query, INDEXES, sums)
    except ValueError:
        return False
    return True


@st.composite
def questions(draw):
    """A query that the declared indexes serve, and fields to sum."""
    query = draw(queries().filter(is_served))
    sums = [sums for length in range(3) for sums in permutations(FIELDS, length) if is_served(query, sums)]
    return query, draw(st.sampled_from(sums))


@st.composite
def queries(draw):
    """Any query that the rules allow, indexes apart."""
    ordered = draw(st.lists(st.sampled_from(FIELDS), max_size=2, unique=True))
    order = tuple(Order(name, draw(st.booleans())) for name in ordered)
    free = [name for name in FIELDS if name not in {one.field for one in order}]
    where: list[Filter] = [Equal(name, draw(scalars)) for name in free if draw(st.booleans())]
    if where and draw(st.booleans()):
        name = where.pop().field
        several = st.lists(scalars.filter(lambda value: value is not None), min_size=1, max_size=4).map(tuple)
        where.append(In(name, draw(several)) if draw(st.booleans()) else Contains(name, draw(texts)))
    if order and draw(st.booleans()):
        same_type = draw(st.sampled_from([st.booleans(), numbers, moments, texts]))
        bounds = draw(st.sampled_from([[Bound.ABOVE], [Bound.AT_MOST], [Bound.AT_LEAST, Bound.BELOW], [Bound.BELOW]]))
        where += [Compare(order[0].field, bound, draw(same_type)) for bound in bounds]
    after = draw(st.none() | st.tuples(*(scalars for _ in order), st.sampled_from(IDS)))
    return Query(COLLECTION, tuple(where), order, after, draw(st.none() | st.integers(1, 4)), draw(st.booleans()))


class Player:
    """Plays a program on one store and remembers nothing but a version that no document has any more."""

    def __init__(self, documents: Documents) -> None:
        self._documents = documents
        self._old_version = documents.write([Put("programs/start")])

    def play(self, step: list[Operation]) -> str:
        try:
            self._documents.write([self._with_version(one) for one in step])
        except WriteConflictError:
            return "conflict"
        return "written"

    def contents(self):
        return [one and seen(one) for one in self._documents.get_many([f"{COLLECTION}/{id_}" for id_ in IDS])]

    def found(self, query: Query):
        return [seen(one) for one in self._documents.query(query)]

    def aggregated(self, query: Query, sums: tuple[str, ...]):
        answer = self._documents.aggregate(query, sums)
        # Doubles near 2**63 are 2048 apart, and stores add them in orders of their own.
        return answer.count, {name: pytest.approx(float(value), abs=20_000) for name, value in answer.sums.items()}

    def _with_version(self, operation: Operation) -> Operation:
        if not isinstance(operation, Update | Delete) or operation.version is None:
            return operation
        stored = self._documents.get(operation.path)
        version = stored.version if stored and operation.version == CURRENT else self._old_version
        return operation._replace(version=version)


@pytest.mark.parametrize("open_adapter", [one for one in ADAPTERS if one.id != "memory"])
@given(program=st.lists(steps(), min_size=1, max_size=5), questions=st.lists(questions(), min_size=1, max_size=6))
def test_a_random_program_leaves_and_answers_the_same_everywhere(open_adapter, program, questions):
    with TemporaryDirectory() as folder, open_adapter(Path(folder), INDEXES) as documents:
        ours, plain = Player(documents), Player(MemoryDocuments(INDEXES))
        for step in program:
            assert ours.play(step) == plain.play(step)
        assert ours.contents() == plain.contents()
        for query, sums in questions:
            assert ours.found(query) == plain.found(query)
            assert ours.aggregated(query, sums) == plain.aggregated(query, sums)


def seen(document: Document):
    """All of a document but its version, with types, so that True is not 1."""
    return document.path, repr(sorted(document.fields.items())), repr(sorted_payload(document.payload))


def sorted_payload(value):
    if isinstance(value, dict):
        return sorted((key, sorted_payload(item)) for key, item in value.items())
    return [sorted_payload(item) for item in value] if isinstance(value, list) else value
