"""On every store a workspace keeps an owner, whoever leaves while somebody else does."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor

import pytest

from shared.domain.documents import Aggregate, Document, Operation, Query
from shared.domain.errors import ConflictError, NotAuthenticatedError, Sentence
from shared.domain.identity import Identity
from shared.domain.ids import derived_id
from shared.domain.principal import PERMISSIONS_OF, Person, Principal, PrincipalKind, WorkspaceRole
from shared.ports import Documents
from shared.repositories.store import Store
from shared.services.authenticate import Authenticate
from shared.services.change_member import LAST_OWNER, ChangeMember
from shared.services.identify import Identify
from shared.services.open_workspace import NewWorkspace, OpenWorkspace, member_of
from shared.services.read_workspace import ReadWorkspace
from tests.fakes import FixedClock

CLOCK = FixedClock()
W = derived_id("workspace", "w")
OWNER = WorkspaceRole.OWNER


class Interrupted:
    """A store in which something else happens between the first reading and the first writing."""

    def __init__(self, inner: Documents, meanwhile: Callable[[], object]) -> None:
        self._inner = inner
        self._meanwhile: Callable[[], object] | None = meanwhile

    def get(self, path: str) -> Document | None:
        return self._inner.get(path)

    def get_many(self, paths: Sequence[str]) -> list[Document | None]:
        return self._inner.get_many(paths)

    def query(self, query: Query) -> list[Document]:
        return self._inner.query(query)

    def aggregate(self, query: Query, sums: Sequence[str] = ()) -> Aggregate:
        return self._inner.aggregate(query, sums)

    def write(self, operations: Sequence[Operation]) -> str:
        meanwhile, self._meanwhile = self._meanwhile, None
        if meanwhile is not None:
            meanwhile()
        return self._inner.write(operations)

    def close(self) -> None:
        self._inner.close()


class NoTokens:
    """Nobody signs in here."""

    def verify(self, token: str) -> Identity:
        raise NotAuthenticatedError(Sentence("no", "no"))


def change_member(documents: Documents) -> ChangeMember:
    store = Store(documents, b"key")
    workspaces = ReadWorkspace(store, CLOCK)
    identify = Identify(store, workspaces, NoTokens(), CLOCK)
    return ChangeMember(store, Authenticate(store, identify, workspaces, CLOCK), CLOCK)


def owners(documents: Documents, count: int) -> list[Principal]:
    """So many owners of one workspace."""
    store = Store(documents, b"key")
    people = [Person(derived_id("person", str(n)), None, None, CLOCK.now()) for n in range(count)]
    OpenWorkspace(store, CLOCK)(people[0], NewWorkspace(name="w"), W)
    members = store.of(W).members
    for person in people[1:]:
        ids, version = members.owners()
        joined = members.creation(person.id, member_of(person, OWNER, CLOCK.now()))
        known = store.directory.people.joining(person, W)
        documents.write([joined, known, members.guard([*ids, person.id], version)])
    return [Principal(W, PrincipalKind.PERSON, one.id, OWNER, PERMISSIONS_OF[OWNER]) for one in people]


def who_owns(documents: Documents) -> set[str]:
    """The owners by the guard, which are those by their own documents."""
    members = Store(documents, b"key").of(W).members
    guarded = set(members.owners()[0])
    found = members.find_many([derived_id("person", str(n)) for n in range(8)])
    assert guarded == {member.id for member in found if member is not None and members.owned(member)}
    return guarded


WAYS: dict[str, Callable[[Principal, Principal], Callable[[ChangeMember], object]]] = {
    "leaves": lambda one, _: lambda change: change.leave(one),
    "is made a viewer": lambda one, other: lambda change: change.set_role(other, one.id, WorkspaceRole.VIEWER),
    "is removed": lambda one, other: lambda change: change.remove(other, one.id),
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("other_way", WAYS)
def test_of_two_owners_who_go_at_the_same_moment_one_stays(documents, way, other_way):
    """Both have read that there are two, whichever way they go."""
    first, second = owners(documents, 2)
    goes, meanwhile = WAYS[way](first, second), WAYS[other_way](second, first)
    interrupted = Interrupted(documents, lambda: meanwhile(change_member(documents)))
    with pytest.raises(ConflictError) as refused:
        goes(change_member(interrupted))
    assert refused.value.sentence == LAST_OWNER
    assert who_owns(documents) == {first.id}


def test_of_eight_owners_who_leave_at_once_at_least_one_stays(documents):
    everybody = owners(documents, 8)

    def leave(one: Principal) -> bool:
        try:
            change_member(documents).leave(one)
        except ConflictError:  # the last one, or who lost eight times against the others
            return False
        return True

    with ThreadPoolExecutor(8) as pool:
        left = list(pool.map(leave, everybody))
    stayed = {one.id for one, has_left in zip(everybody, left, strict=True) if not has_left}
    assert who_owns(documents) == stayed
    assert stayed
