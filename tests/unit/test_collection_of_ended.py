"""On a laptop, what has come to its end goes as it goes from Firestore, and leaves nothing in the files."""

from datetime import timedelta
from pathlib import Path

from shared.adapters.embedded.sqlite_documents import SqliteDocuments
from shared.domain.documents import Create
from shared.repositories.store import expiring_collections
from tests.fakes import FixedClock

CLOCK = FixedClock()
ENDED, YOUNG = CLOCK.now(), CLOCK.now() + timedelta(microseconds=1)


def test_documents_of_collections_that_end_go_when_their_time_is_over(tmp_path: Path) -> None:
    with SqliteDocuments(tmp_path / "documents.sqlite3") as documents:
        documents.write(
            [
                Create("workspaces/w/imports/old/chunks/1", {"expires_at": ENDED}, {"rows": "Zoraidamarker"}),
                Create("workspaces/w/imports/young/chunks/1", {"expires_at": YOUNG}),
                Create("workspaces/w/imports/endless/chunks/1", {}),
                Create("workspaces/w/api_keys/k", {"expires_at": ENDED}),
            ]
        )
        assert documents.collect(expiring_collections(), CLOCK.now()) == 1
        paths = ["imports/old/chunks/1", "imports/young/chunks/1", "imports/endless/chunks/1", "api_keys/k"]
        kept = documents.get_many([f"workspaces/w/{path}" for path in paths])
        assert [document is not None for document in kept] == [False, True, True, True]
        files = b"".join(file.read_bytes() for file in tmp_path.iterdir())
        assert b"Zoraidamarker" not in files
        assert documents.collect(expiring_collections(), CLOCK.now()) == 0


def test_what_ends_on_a_laptop_is_what_ends_in_firestore() -> None:
    assert {"messages", "outcomes", "prospects", "imports", "audit"} <= set(expiring_collections())
    assert not {"api_keys", "suppressions", "erasures", "counters"} & set(expiring_collections())
