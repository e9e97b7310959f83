"""The Documents port: each adapter applies the rules of validity (all of them have unit tests of their own)."""

import pytest

from shared.domain.documents import (
    Bound,
    Compare,
    Contains,
    Create,
    Delete,
    Equal,
    In,
    Index,
    IndexMode,
    Order,
    Put,
    Query,
    Update,
)
from tests.contract.documents_adapters import declared

COLLECTION = "workspaces/w/messages"
PATH = f"{COLLECTION}/m"


@pytest.mark.parametrize(
    "path", ["", "messages", COLLECTION, "a//b/c", "messages/..", "messages/__x__", "messages/" + "x" * 1501]
)
def test_a_path_that_names_no_document_is_refused(documents, path):
    for attempt in (
        lambda: documents.get(path),
        lambda: documents.get_many([PATH, path]),
        lambda: documents.write([Create(path)]),
        lambda: documents.write([Delete(path)]),
    ):
        with pytest.raises(ValueError, match="path"):
            attempt()


@pytest.mark.parametrize(
    "operations",
    [
        [],
        [Put(PATH), Delete(PATH)],
        [Put(f"messages/{n}") for n in range(501)],
        [Put(f"messages/{n}", payload={"x": "x" * 900_000}) for n in range(10)],
        [Put(PATH, payload={"x": "x" * 922_000})],
        [Put(PATH, {"x": "x" * 1501})],
        [Put(PATH, payload={"x": [[1]]})],
        [Put(PATH, payload={"x": float("nan")})],
        [Put(PATH, payload={"x": 2**63})],
        [Put(PATH, payload={"x": "\ud800"})],
        [Update(PATH, payload={("a",): 1, ("a", "b"): 2})],
    ],
)
def test_an_invalid_write_is_refused_whole(documents, operations):
    with pytest.raises(ValueError):  # noqa: PT011  the sentences are the rules' own business
        documents.write([Put("messages/other"), *operations] if len(operations) == 1 else operations)

    assert documents.get("messages/other") is None


@pytest.mark.parametrize(
    "query",
    [
        Query(PATH),
        Query(COLLECTION, (In("a", ()),)),
        Query(COLLECTION, (In("a", tuple(range(31))),)),
        Query(COLLECTION, (In("a", (1,)), Contains("b", "x"))),
        Query(COLLECTION, (Compare("a", Bound.ABOVE, 1),)),
        Query(COLLECTION, order=(Order("a"),), after=("id",)),
        Query(COLLECTION, limit=0),
    ],
)
def test_an_invalid_query_is_refused(documents, query):
    for attempt in (lambda: documents.query(query), lambda: documents.aggregate(query)):
        with pytest.raises(ValueError):  # noqa: PT011  the sentences are the rules' own business
            attempt()


def test_a_query_without_its_index_is_refused_even_over_an_empty_collection(open_documents):
    documents = open_documents(declared("role", "-at"), declared("role", "-at", group="others"))
    newest = (Order("at", descending=True),)

    documents.query(Query(COLLECTION, (Equal("role", "sales"),), newest))
    for query in (
        Query(COLLECTION, (Equal("role", "sales"),), (Order("at"),)),
        Query(COLLECTION, (Equal("status", "ready"),), newest),
        Query(COLLECTION, (Equal("role", "sales"), Equal("status", "ready")), newest),
        Query("workspaces/w/prospects", (Equal("role", "sales"),), newest),
    ):
        with pytest.raises(ValueError, match="No declared index"):
            documents.query(query)
        with pytest.raises(ValueError, match="No declared index"):
            documents.aggregate(query)


def test_a_sum_without_its_index_is_refused(open_documents):
    documents = open_documents(declared("role", "-at"))

    documents.aggregate(Query(COLLECTION), ["cost"])
    with pytest.raises(ValueError, match="role ascending, cost ascending"):
        documents.aggregate(Query(COLLECTION, (Equal("role", "sales"),)), ["cost"])


def test_an_index_that_firestore_would_not_accept_is_refused_at_start(open_documents):
    with pytest.raises(ValueError, match="at least two fields"):
        open_documents(Index("messages", (("role", IndexMode.ASCENDING),)))
