"""What Terraform makes of Firestore is what the repositories declare and the product writes."""

from collections.abc import Sequence
from datetime import datetime

import pytest

from scripts import export_indexes
from shared.bootstrap import build_services
from shared.config import Settings
from shared.domain.documents import Document, Exemption, Index, Operation
from shared.domain.generation import GenerationRequest
from shared.domain.ids import derived_id
from shared.repositories.store import DECLARED_INDEXES
from tests.builders import GOOD_DRAFT, owner, prospect
from tests.fakes import FixedClock, FixedSecrets, NumberedIds, ScriptedWriter
from tests.infra.terraform_files import firestore
from tests.memory_documents import MemoryDocuments


class RememberingDocuments(MemoryDocuments):
    """Keeps every path that was ever written."""

    def __init__(self) -> None:
        super().__init__(DECLARED_INDEXES)
        self.paths: set[str] = set()

    def write(self, operations: Sequence[Operation]) -> str:
        self.paths.update(operation.path for operation in operations)
        return super().write(operations)

    def written(self, collection: str) -> list[Document]:
        """The documents of a collection, by the last segment of its path."""
        paths = [path for path in sorted(self.paths) if path.split("/")[-2] == collection]
        return [document for document in self.get_many(paths) if document is not None]


@pytest.fixture(scope="module")
def used() -> RememberingDocuments:
    """A store in which the demo was opened and one message was written under an Idempotency-Key."""
    documents = RememberingDocuments()
    services = build_services(
        Settings(demo=False, demo_messages=0),
        documents=documents,
        writer=ScriptedWriter(GOOD_DRAFT),
        secrets=FixedSecrets(),
        clock=FixedClock(),
        ids=NumberedIds(),
    )
    services.open_demo(None)
    services.replay_request.begin(owner(), "POST /v1/generations", "key", "digest")
    asked = {"prospect": prospect().model_dump(), "format": "linkedin_note", "language": "es"}
    services.generate_message(owner(), GenerationRequest.model_validate(asked), derived_id("message"))
    return documents


def test_every_declared_index_is_made_and_no_other() -> None:
    made = {
        (index["collection"], tuple((field["name"], field["mode"]) for field in index["fields"]))
        for index in firestore()["indexes"]
    }
    assert made == {
        (index.group, tuple((name, mode.value) for name, mode in index.fields))
        for index in DECLARED_INDEXES
        if isinstance(index, Index)
    }


def test_every_repository_s_indexes_are_among_the_declared_ones() -> None:
    declared = {one for one in DECLARED_INDEXES if isinstance(one, Index)}
    assert {index for one in export_indexes.repositories() for index in one.indexes} == declared


def test_what_is_exempt_from_an_index_of_its_own_is_so_in_every_store() -> None:
    made = {(one["collection"], one["field"]) for one in firestore()["exemptions"]}
    ends = {(collection, export_indexes.EXPIRY) for collection in firestore()["expiring_collections"]}
    declared = {(one.group, one.field) for one in DECLARED_INDEXES if isinstance(one, Exemption)}

    assert not made & ends  # Terraform knows a field once
    assert made | ends == declared
    assert {("messages", "words"), ("messages", "role"), ("messages", "expires_at")} <= declared


def test_what_is_exempt_is_a_field_that_is_stored(used: RememberingDocuments) -> None:
    for collection in ("messages", "prospects"):
        exempt = {one["field"] for one in firestore()["exemptions"] if one["collection"] == collection}
        sparse = {name for one in export_indexes.repositories() if one.collection == collection for name in one.sparse}
        stored = {name for document in used.written(collection) for name in document.fields}
        assert exempt <= stored | sparse


def test_firestore_takes_no_more_exemptions_than_there_are() -> None:
    # https://cloud.google.com/firestore/quotas: 200 configurations of single fields a database
    told = firestore()
    assert len(told["collections"]) + len(told["expiring_collections"]) + len(told["exemptions"]) <= 200


def test_the_payload_of_every_collection_that_the_product_writes_is_exempt(used: RememberingDocuments) -> None:
    written = {path.split("/")[-2] for path in used.paths}
    assert {"workspaces", "messages", "idempotency"} <= written <= set(firestore()["collections"])


def test_remembered_requests_end_and_api_keys_stay() -> None:
    expiring = set(firestore()["expiring_collections"])
    assert "idempotency" in expiring
    assert "api_keys" not in expiring


def test_what_ends_by_itself_says_when_in_a_field_that_firestore_sees(used: RememberingDocuments) -> None:
    # Firestore keeps a document for ever whose expiry is missing, in the payload, or no timestamp.
    documents = [
        document for collection in firestore()["expiring_collections"] for document in used.written(collection)
    ]
    assert documents
    assert {type(document.fields.get(export_indexes.EXPIRY)) for document in documents} == {datetime}


def test_a_file_that_says_something_else_is_found(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path_factory.mktemp("terraform") / "firestore.json"
    monkeypatch.setattr(export_indexes, "ROOT", file.parent)
    monkeypatch.setattr(export_indexes, "FILE", file)
    monkeypatch.setattr(export_indexes, "INDEXES", file.parent / "indexes.json")
    monkeypatch.setattr(export_indexes, "EXPIRING", file.parent / "expiring.json")
    monkeypatch.setattr("sys.argv", ["export_indexes", "--check"])
    assert export_indexes.main() == 1
    monkeypatch.setattr("sys.argv", ["export_indexes"])
    assert export_indexes.main() == 0
    monkeypatch.setattr("sys.argv", ["export_indexes", "--check"])
    assert export_indexes.main() == 0
    file.write_text(file.read_text().replace("descending", "ascending", 1))
    assert export_indexes.main() == 1
    assert "firestore.json is not what the repositories declare" in capsys.readouterr().err
