"""On a laptop, what has come to its end goes as it goes from Firestore, and leaves nothing in the files."""

from datetime import timedelta
from pathlib import Path
from random import Random

from shared.adapters.embedded.sqlite_documents import SqliteDocuments
from shared.domain.documents import Create, Delete
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


def test_nothing_of_many_deleted_documents_is_left_in_the_gaps_of_pages(tmp_path: Path) -> None:
    random = Random(3)  # with SQLite 3.40 it leaves three copies, where the file is not rewritten
    paths = [f"workspaces/w/{'a' if random.random() < 0.15 else 'b'}/{random.randbytes(8).hex()}" for _ in range(600)]
    erased = [path for path in paths if path.startswith("workspaces/w/a/")]
    with SqliteDocuments(tmp_path / "documents.sqlite3") as documents:
        for path in paths:
            name = "Zoraidamarker" if path in erased else "Somebodyelse_"
            fields = {"name": name + random.randbytes(random.randint(4, 60)).hex()}
            documents.write([Create(path, fields, {"text": "y" * random.randint(0, 300)})])
        documents.write([Delete(path) for path in erased])
        documents.collect((), CLOCK.now())
        files = b"".join(file.read_bytes() for file in tmp_path.iterdir())
        assert b"Somebodyelse_" in files
        assert b"Zoraidamarker" not in files


def test_the_file_is_rewritten_once_a_day(tmp_path: Path) -> None:
    with SqliteDocuments(tmp_path / "documents.sqlite3") as documents:
        unused = []
        for hours in (0, 1, 24):
            documents.write([Create(f"workspaces/w/a/{hours}-{n}", {}, {"text": "x" * 4_000}) for n in range(50)])
            documents.write([Delete(f"workspaces/w/a/{hours}-{n}") for n in range(50)])
            documents.collect((), CLOCK.now() + timedelta(hours=hours))
            with documents.file.asking() as connection:
                unused += connection.execute("PRAGMA freelist_count").fetchone()
        assert [pages > 0 for pages in unused] == [False, True, False]


def test_what_ends_on_a_laptop_is_what_ends_in_firestore() -> None:
    assert {"messages", "outcomes", "prospects", "imports", "audit"} <= set(expiring_collections())
    assert not {"api_keys", "suppressions", "erasures", "counters"} & set(expiring_collections())
