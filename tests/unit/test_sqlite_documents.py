"""What the SQLite store promises beyond the port: its file, its indexes over time, its threads."""

import gc
import os
import sqlite3
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from shared.adapters.embedded.sqlite_documents import SqliteDocuments
from shared.adapters.embedded.sqlite_file import FORMAT
from shared.domain.documents import Contains, Create, Declaration, Delete, Equal, Exemption, Order, Put, Query, Update
from shared.domain.errors import StartError, UpstreamFailedError
from tests.contract.documents_adapters import declared

COLLECTION = "workspaces/w/messages"
NEWEST = (Order("at", descending=True),)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "new folder" / "documents.sqlite3"


def ids(documents, *where, order=NEWEST):
    return [one.id for one in documents.query(Query(COLLECTION, where, order))]


def counted(path: Path, question: str) -> int:
    with sqlite3.connect(path) as connection:
        (number,) = connection.execute(question).fetchone()
    connection.close()
    return int(number)


def test_documents_outlive_the_process_that_wrote_them(path):
    with SqliteDocuments(path) as documents:
        version = documents.write([Create(f"{COLLECTION}/a", {"at": 1}, {"n": 1})])

    with SqliteDocuments(path) as documents:
        stored = documents.get(f"{COLLECTION}/a")
        assert stored is not None
        assert (stored.payload, stored.version) == ({"n": 1}, version)
        assert documents.write([Put(f"{COLLECTION}/a")]) != version


def test_an_index_declared_later_holds_what_was_stored_before(path):
    with SqliteDocuments(path) as documents:
        documents.write(
            [Create(f"{COLLECTION}/{n}", {"role": n % 2, "at": n, "words": ("x", str(n))}) for n in range(6)]
        )
        documents.write([Create("workspaces/w/others/o", {"role": 1, "at": 1})])

    with SqliteDocuments(path, [declared("role", "-at"), declared("words[]", "-at")]) as documents:
        assert ids(documents, Equal("role", 1)) == ["5", "3", "1"]
        assert ids(documents, Contains("words", "x"), Equal("role", 0)) == ["4", "2", "0"]
        documents.write([Update(f"{COLLECTION}/5", {"role": 0})])
        assert ids(documents, Equal("role", 1)) == ["3", "1"]


def test_an_index_no_longer_declared_leaves_nothing_behind(path):
    with SqliteDocuments(path) as documents:
        documents.write([Create(f"{COLLECTION}/a", {"role": 1, "at": 1})])
        plain = counted(path, "SELECT count(*) FROM entries")

    with SqliteDocuments(path, [declared("role", "-at")]):
        assert counted(path, "SELECT count(*) FROM entries") == plain + 1
    with SqliteDocuments(path):
        assert counted(path, "SELECT count(*) FROM entries") == plain


EXEMPT: list[Declaration] = [declared("words[]", "-at"), Exemption("messages", "words"), Exemption("messages", "role")]


def test_a_file_of_an_earlier_version_loses_the_entries_that_nobody_asks_for_and_nothing_else(path):
    messages = [Create(f"{COLLECTION}/{n}", {"role": n % 2, "at": n, "words": ("x", str(n))}) for n in range(6)]
    other = Create("workspaces/w/old_messages/o", {"role": 1, "words": ("x",)})
    with SqliteDocuments(path, EXEMPT[:1]) as documents:
        documents.write([*messages, other])
        before = counted(path, "SELECT count(*) FROM entries")
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 1")
    connection.close()

    with SqliteDocuments(path, EXEMPT) as documents:
        # Of each message: the role, the words as a whole, each of the two words.
        assert counted(path, "SELECT count(*) FROM entries") == before - 6 * 4
        assert ids(documents, Contains("words", "x")) == ["5", "4", "3", "2", "1", "0"]
        assert [one.id for one in documents.query(Query("workspaces/w/old_messages", (Equal("role", 1),)))] == ["o"]
        documents.write([Delete(one.path) for one in (*messages, other)])
        assert counted(path, "SELECT count(*) FROM entries") == 0
    assert counted(path, "PRAGMA user_version") == FORMAT


def test_a_field_that_is_no_longer_exempt_is_found_by_what_was_stored_before(path):
    with SqliteDocuments(path, EXEMPT) as documents:
        documents.write([Create(f"{COLLECTION}/{n}", {"role": n % 2, "at": n, "words": ("x",)}) for n in range(4)])
        documents.write([Create("workspaces/w/others/o", {"role": 1})])
        with pytest.raises(ValueError, match="exempt from an index of its own is role"):
            ids(documents, Equal("role", 1), order=())

    with SqliteDocuments(path, EXEMPT[:1]) as documents:
        assert ids(documents, Equal("role", 1), order=()) == ["1", "3"]
        assert ids(documents, Contains("words", "x"), order=()) == ["0", "1", "2", "3"]
        documents.write([Update(f"{COLLECTION}/1", {"role": 0})])
        assert ids(documents, Equal("role", 1), order=()) == ["3"]


def test_entries_are_built_once_and_not_at_each_start(path):
    indexes = [declared("role", "-at"), declared("status", "-at")]
    with SqliteDocuments(path, indexes) as documents:
        documents.write([Create(f"{COLLECTION}/a", {"role": 1, "at": 1})])
    with sqlite3.connect(path) as connection:
        connection.execute("DELETE FROM entries")
    connection.close()

    with SqliteDocuments(path, indexes[::-1]) as documents:
        assert ids(documents, Equal("role", 1)) == []


def test_a_program_with_other_indexes_is_told_to_start_again(path):
    with SqliteDocuments(path, [declared("role", "-at")]) as old:
        old.write([Create(f"{COLLECTION}/a", {"role": 1, "at": 1})])
        with SqliteDocuments(path, [declared("status", "-at")]) as new:
            for attempt in (
                lambda: old.write([Put(f"{COLLECTION}/b")]),
                lambda: old.query(Query(COLLECTION)),
                lambda: old.aggregate(Query(COLLECTION)),
            ):
                with pytest.raises(UpstreamFailedError, match="Another version"):
                    attempt()
            assert new.get(f"{COLLECTION}/b") is None


def test_two_processes_share_a_file_and_each_others_new_fields(path):
    with SqliteDocuments(path) as one, SqliteDocuments(path) as other:
        one.write([Create(f"{COLLECTION}/a", {"fresh": 1})])
        assert ids(other, Equal("fresh", 1), order=()) == ["a"]
        other.write([Update(f"{COLLECTION}/a", {"fresh": 2})])
        assert ids(one, Equal("fresh", 1), order=()) == []
        assert ids(one, Equal("fresh", 2), order=()) == ["a"]


def test_an_update_of_the_payload_alone_touches_no_entry(path):
    with SqliteDocuments(path) as documents:
        documents.write([Create(f"{COLLECTION}/a", {"at": 1}, {"n": 1})])
        with sqlite3.connect(path) as connection:
            connection.execute("CREATE TRIGGER t BEFORE DELETE ON entries BEGIN SELECT RAISE(ABORT, 'touched'); END")
        connection.close()

        documents.write([Update(f"{COLLECTION}/a", payload={("n",): 2})])
        with pytest.raises(UpstreamFailedError):
            documents.write([Update(f"{COLLECTION}/a", {"at": 2})])


def test_the_connections_of_ended_threads_are_closed(path):
    with SqliteDocuments(path) as documents:
        for _ in range(20):
            thread = threading.Thread(target=documents.get, args=(f"{COLLECTION}/a",))
            thread.start()
            thread.join()
        gc.collect()

        open_files = [one.readlink() for one in Path("/proc/self/fd").iterdir() if one.exists()]
        assert open_files.count(path) <= 4  # of twenty; one is for writing


def test_threads_that_write_share_one_connection(path):
    with SqliteDocuments(path) as documents:
        together = threading.Barrier(9)

        def write(name):
            documents.write([Create(f"{COLLECTION}/{name}")])
            together.wait(60)  # all are still there
            together.wait(60)

        threads = [threading.Thread(target=write, args=(name,)) for name in "abcdefgh"]
        for thread in threads:
            thread.start()
        together.wait(60)
        open_files = [one.readlink() for one in Path("/proc/self/fd").iterdir() if one.exists()]
        together.wait(60)
        for thread in threads:
            thread.join(60)

        assert open_files.count(path) <= 2  # theirs, and that of the thread that opened the file
        assert len(ids(documents, order=())) == len("abcdefgh")


def test_a_closed_store_opens_again_for_whoever_still_asks(path):
    documents = SqliteDocuments(path)
    documents.write([Create(f"{COLLECTION}/a")])
    documents.close()

    assert documents.get(f"{COLLECTION}/a") is not None
    documents.close()


def test_it_refuses_to_start_on_cloud_run(path, monkeypatch):
    monkeypatch.setenv("K_SERVICE", "generate")

    with pytest.raises(StartError, match="APP_STORE=firestore"):
        SqliteDocuments(path)

    assert not path.exists()


def test_a_file_that_is_no_database_is_told_so(path):
    path.parent.mkdir()
    path.write_bytes(b"This is a letter, and no database at all. " * 100)

    with pytest.raises(StartError, match="damaged") as caught:
        SqliteDocuments(path)

    assert "dañado" in caught.value.sentence.es
    assert path.read_bytes().startswith(b"This is a letter")


def test_a_file_cut_short_is_told_so(path):
    with SqliteDocuments(path) as documents:
        documents.write([Create(f"{COLLECTION}/{n}", {"at": n}, {"text": "x" * 2000}) for n in range(200)])
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])

    with pytest.raises(StartError, match="damaged"):
        SqliteDocuments(path)


def test_a_page_overwritten_with_rubbish_is_told_so(path):
    with SqliteDocuments(path) as documents:
        documents.write([Create(f"{COLLECTION}/{n}", {"at": n}, {"text": "x" * 2000}) for n in range(200)])
    content = bytearray(path.read_bytes())
    content[8 * 4096 : 9 * 4096] = os.urandom(4096)
    path.write_bytes(content)

    with pytest.raises(StartError, match="damaged"):
        SqliteDocuments(path)


def test_damage_met_while_running_is_an_upstream_failure(path):
    with SqliteDocuments(path) as documents:
        documents.write([Create(f"{COLLECTION}/{n}", {"at": n}, {"text": "x" * 2000}) for n in range(200)])
    with SqliteDocuments(path) as documents:
        with path.open("r+b") as file:
            file.seek(4096)
            file.write(os.urandom(path.stat().st_size - 4096))
        # A thread of its own, whose connection has not read the file before.
        with ThreadPoolExecutor(1) as pool, pytest.raises(UpstreamFailedError, match="damaged"):
            pool.submit(documents.query, Query(COLLECTION)).result()


def test_a_file_of_a_newer_version_is_told_so(path):
    SqliteDocuments(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute(f"PRAGMA user_version = {FORMAT + 1}")
    connection.close()

    with pytest.raises(StartError, match="newer version"):
        SqliteDocuments(path)


def test_the_file_of_another_program_is_left_alone(path):
    path.parent.mkdir()
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE customers (name TEXT)")
    connection.close()

    with pytest.raises(StartError, match="another program"):
        SqliteDocuments(path)

    assert counted(path, "SELECT count(*) FROM sqlite_schema") == 1


def test_an_empty_file_becomes_a_database(path):
    path.parent.mkdir()
    path.touch()

    with SqliteDocuments(path) as documents:
        documents.write([Create(f"{COLLECTION}/a")])


def test_a_folder_in_the_place_of_which_there_is_a_file_is_told_so(tmp_path):
    (tmp_path / "file").touch()

    with pytest.raises(StartError, match="folder cannot be written"):
        SqliteDocuments(tmp_path / "file" / "documents.sqlite3")


def test_a_folder_in_the_place_of_the_file_is_told_so(path):
    path.mkdir(parents=True)

    with pytest.raises(StartError, match="folder cannot be written"):
        SqliteDocuments(path)


OPEN = """
import os, sys
from pathlib import Path
from shared.adapters.embedded.sqlite_documents import SqliteDocuments
from shared.domain.errors import StartError
if os.geteuid() == 0:  # whom no permission stops
    os.setuid(65534)
try:
    SqliteDocuments(Path(sys.argv[1]))
except StartError as error:
    print(error)
"""


@pytest.mark.parametrize("existing", [True, False])
def test_a_folder_that_may_not_be_written_is_told_so(tmp_path, existing):
    folder = tmp_path / "data"
    folder.mkdir()
    path = folder / "documents.sqlite3"
    if existing:
        SqliteDocuments(path).close()
        path.chmod(0o444)
    folder.chmod(0o555)
    for parent in (tmp_path, *list(tmp_path.parents)[:2]):
        parent.chmod(0o755)

    done = subprocess.run([sys.executable, "-c", OPEN, str(path)], capture_output=True, text=True, check=False)

    folder.chmod(0o755)
    assert (done.stdout.strip(), done.stderr) == (
        "The data folder cannot be written to. Allow writing to it or choose another one.",
        "",
    )


def test_readers_never_see_half_of_a_write(path):
    # Stricter than the port for get_many, and not in its contract: the Firestore emulator answers a query while it
    # applies a commit, so that this fails there about every fourth time.
    paths = [f"workspaces/w/pairs/{side}" for side in ("left", "right")]
    with SqliteDocuments(path) as documents:
        documents.write([Put(one, {"n": 0}) for one in paths])

        def write(start: int) -> None:
            for n in range(start, start + 25):
                documents.write([Put(one, {"n": n}) for one in paths])

        with ThreadPoolExecutor(2) as pool:
            writing = [pool.submit(write, start) for start in (1, 1001)]
            while not all(one.done() for one in writing):
                together = [*filter(None, documents.get_many(paths))]
                assert len({one.version for one in together}) == 1
                assert len({one.version for one in documents.query(Query("workspaces/w/pairs"))}) == 1
        for one in writing:
            one.result()
