"""The recovery drill: a backup of the emulator, everything lost, the backup brought in, the erased erased again."""

import hashlib
import json
import urllib.request
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from shared.domain.documents import Document
from shared.domain.prospect import Prospect
from shared.repositories.store import DECLARED_INDEXES
from shared.repositories.workspace_contents import WorkspaceContents
from tests.batch_runner import BatchRunner
from tests.builders import owner, product
from tests.contract.firestore_emulator import HOW_TO_INSTALL, emulator_host, is_left_out

pytestmark = pytest.mark.skipif(is_left_out(), reason=HOW_TO_INSTALL)

HERS = "https://www.linkedin.com/in/lucia-ferrer-1"
BACKUP = "backup"
FOLLOWS = ("/audit/", "/erasures/")
"""What an erasure itself leaves; all else must be as it was after it."""


class Database(NamedTuple):
    """A database of the emulator, by the paths that the emulator has for its keeper
    (https://firebase.google.com/docs/emulator-suite/connect_firestore#clear_your_database_between_tests).
    """

    project: str

    @property
    def name(self) -> str:
        return f"projects/{self.project}/databases/(default)"

    def export(self, folder: Path) -> Path:
        """A backup in the folder; answers the file that names its parts."""
        asked = {"database": self.name, "export_directory": str(folder), "export_name": BACKUP}
        self._ask("POST", f"/emulator/v1/projects/{self.project}:export", asked)
        return folder / BACKUP / f"{BACKUP}.overall_export_metadata"

    def bring_in(self, backup: Path) -> None:
        """The backup's documents, over whatever is there."""
        asked = {"database": self.name, "export_directory": str(backup)}
        self._ask("POST", f"/emulator/v1/projects/{self.project}:import", asked)

    def wipe(self) -> None:
        """Nothing is left."""
        self._ask("DELETE", f"/emulator/v1/{self.name}/documents")

    def _ask(self, method: str, path: str, body: object = None) -> None:
        data = None if body is None else json.dumps(body).encode()
        headers = {"Content-Type": "application/json"}
        request = urllib.request.Request(f"http://{emulator_host()}{path}", data, headers, method=method)
        with urllib.request.urlopen(request, timeout=60) as answer:
            assert answer.status == 200


@pytest.fixture
def database() -> Database:
    return Database(f"demo-{uuid.uuid4().hex}")


@pytest.fixture
def run(database: Database, monkeypatch: pytest.MonkeyPatch) -> Iterator[BatchRunner]:
    from shared.adapters.google.firestore_documents import FirestoreDocuments  # noqa: PLC0415  only with the emulator

    monkeypatch.setenv("FIRESTORE_EMULATOR_HOST", emulator_host())
    documents = FirestoreDocuments(database.project, deadline_seconds=20, indexes=DECLARED_INDEXES)
    yield BatchRunner(product(store=documents))
    documents.close()


def contents(run: BatchRunner) -> dict[str, str]:
    """A digest of every document by its path."""
    return {
        document.path: _digest(document)
        for document in WorkspaceContents(run.product.documents, owner().workspace_id).walk()
        if not any(part in document.path for part in FOLLOWS)
    }


def _digest(document: Document) -> str:
    text = json.dumps([dict(document.fields), dict(document.payload)], sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()


def holds_her(run: BatchRunner) -> bool:
    walked = WorkspaceContents(run.product.documents, owner().workspace_id).walk()
    return any(HERS in f"{dict(document.fields)} {dict(document.payload)}" for document in walked)


def test_a_restored_backup_is_what_was_before_and_who_was_erased_since_is_erased_again(
    run: BatchRunner, database: Database, tmp_path: Path
) -> None:
    run.start(3)
    run.run()
    backup, before = database.export(tmp_path), contents(run)
    services = run.product.services
    [her] = run.workspace.prospects.known_ids([Prospect(linkedin_url=HERS)])
    assert her is not None
    assert services.erase_person(owner(), her)
    erasures, after = list(services.replay_erasures.recorded()), contents(run)
    assert (len(erasures), holds_her(run), before == after) == (1, False, False)

    database.wipe()
    assert contents(run) == {}
    database.bring_in(backup)
    assert contents(run) == before
    assert holds_her(run), "the backup has brought her back"

    assert [services.replay_erasures(erasure) for erasure in erasures] == [True]
    assert not holds_her(run)
    assert contents(run).keys() == after.keys()
    differing = {path for path, digest in contents(run).items() if digest != after[path]}
    assert {path.split("/")[2] for path in differing} <= {"removed_counts", "suppressions"}
