"""Nothing of a workspace is forgotten when it is taken out or deleted."""

from scripts.export_indexes import repositories
from shared.domain.documents import Create, Document
from shared.repositories.workspace_contents import COLLECTIONS, NESTED, WorkspaceContents
from tests.memory_documents import MemoryDocuments

OUTSIDE = {"closed_workspaces", "due_fires", "invitations", "listeners", "open_batches", "people", "rounds"}
W = "workspaces/w"


def test_every_collection_of_every_repository_has_its_place() -> None:
    placed = {*COLLECTIONS, *(name for names in NESTED.values() for name in names)}
    kept = {repository.collection for repository in repositories()}
    assert kept - placed - OUTSIDE == set()


def filled() -> MemoryDocuments:
    documents = MemoryDocuments()
    for collection in COLLECTIONS:
        for number in range(3):
            path = f"{W}/{collection}/{number}"
            documents.write([Create(path)])
            for nested in NESTED.get(collection, ()):
                documents.write([Create(f"{path}/{nested}/a"), Create(f"{path}/{nested}/b")])
    documents.write([Create("workspaces/other/messages/1")])
    return documents


def paths(found: list[Document]) -> list[str]:
    return [document.path for document in found]


def test_a_walk_meets_everything_once_and_nothing_of_others() -> None:
    documents = filled()
    walked = paths(list(WorkspaceContents(documents, "w").walk()))
    nested = sum(len(names) * 6 for names in NESTED.values())
    assert len(walked) == len(set(walked)) == len(COLLECTIONS) * 3 + nested
    assert all(path.startswith(f"{W}/") for path in walked)


def test_a_walk_goes_on_from_any_place_where_another_one_ended() -> None:
    contents = WorkspaceContents(filled(), "w")
    whole = paths(list(contents.walk()))
    for place, path in enumerate(whole):
        assert paths(list(contents.walk(path))) == whole[place + 1 :]
