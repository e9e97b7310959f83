"""Values for tests: whole and valid, with only what the test is about left to say."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from shared.bootstrap import Services, build_services
from shared.config import Settings
from shared.domain.ids import derived_id
from shared.domain.language import Format, Language, Register
from shared.domain.message import Draft, Message, MessageStatus, PromptUse, ProspectSummary, RoleMatch, WriterUse
from shared.domain.principal import Permission, Principal, PrincipalKind, WorkspaceRole
from shared.domain.prospect import Prospect
from shared.domain.workspace import WorkspaceSettings
from shared.ports import Documents
from shared.prompts.demo_company import demo_company
from shared.repositories.store import DECLARED_INDEXES
from shared.services.open_demo import DEMO_WORKSPACE
from tests.fakes import FaultyDocuments, FixedClock, FixedSecrets, NumberedIds, RecordingQueue, ScriptedWriter
from tests.memory_documents import MemoryDocuments

GOOD_DRAFT = Draft(
    body="Hola, Lucía: dirige Operaciones en Logística Norte. ¿Qué le quita más tiempo al preparar cada ruta?"
)
"""A note to `prospect()` that passes every check."""


def prospect(**fields: Any) -> Prospect:
    """Lucía Ferrer, unless the test says otherwise."""
    known = {
        "full_name": "Lucía Ferrer",
        "title": "Directora de Operaciones",
        "company": "Logística Norte",
        "location": "Bilbao",
    }
    return Prospect.model_validate(known | fields)


def stored_message(**fields: Any) -> Message:
    """A note to `prospect()` as it is stored, `ready`, unless the test says otherwise."""
    now = fields.get("created_at", datetime(2026, 11, 22, 9, 30, tzinfo=UTC))
    known: dict[str, Any] = {
        "id": derived_id("message"),
        "status": MessageStatus.READY,
        "role": RoleMatch(key="operations", matched_by="title"),
        "format": Format.LINKEDIN_NOTE,
        "language": Language.ES,
        "register": Register.USTED,
        "body": GOOD_DRAFT.body,
        "limit": 200,
        "prompt": PromptUse(id=derived_id("prompt"), version=1),
        "writer": WriterUse(
            provider="scripted",
            model="scripted-1",
            input_tokens=100,
            output_tokens=50,
            cost_micros=30,
            currency="USD",
            latency_ms=0,
            attempts=1,
        ),
        "prospect": ProspectSummary(id=derived_id("person"), full_name="Lucía Ferrer", company="Logística Norte"),
        "author": "owner",
        "created_at": now,
        "updated_at": now,
        "created_day": now.date(),
    }
    return Message(**(known | fields))


def demo_settings(**changes: Any) -> WorkspaceSettings:
    """The demo company's settings in UTC, with the changes."""
    return demo_company().settings.model_copy(update={"time_zone": "UTC"} | changes)


def owner(workspace_id: str = DEMO_WORKSPACE) -> Principal:
    """The owner of a workspace, who may do everything."""
    return Principal(workspace_id, PrincipalKind.KEY, "owner", WorkspaceRole.OWNER, frozenset(Permission))


@dataclass
class Product:
    """The services over doubles, and the doubles."""

    services: Services
    documents: FaultyDocuments
    queue: RecordingQueue
    clock: FixedClock
    writer: ScriptedWriter
    principal: Principal


def product(
    writer: ScriptedWriter | None = None,
    clock: FixedClock | None = None,
    *,
    open_demo: bool = True,
    demo_messages: int = 0,
    store: Documents | None = None,
) -> Product:
    """All services over doubles, with the demo workspace open, in memory unless the test brings a store, and unless
    the test opens it itself.
    """
    clock = clock or FixedClock()
    writer = writer or ScriptedWriter(GOOD_DRAFT)
    documents = FaultyDocuments(store or MemoryDocuments(DECLARED_INDEXES))
    queue = RecordingQueue()
    services = build_services(
        Settings(demo=False, demo_messages=demo_messages),
        documents=documents,
        queue=queue,
        writer=writer,
        secrets=FixedSecrets(),
        clock=clock,
        ids=NumberedIds(),
    )
    if open_demo:
        services.open_demo(None)
    return Product(services, documents, queue, clock, writer, owner())


def form(*parts: tuple[str, bytes, str]) -> bytes:
    """A multipart/form-data body, boundary "b", of files: name, content, filename."""
    quoted = str.maketrans({'"': "%22", "\\": "\\\\"})
    heads = [f'form-data; name="{name}"; filename="{filename.translate(quoted)}"' for name, _, filename in parts]
    made = [
        f"--b\r\nContent-Disposition: {head}\r\n\r\n".encode() + data + b"\r\n"
        for head, (_, data, _) in zip(heads, parts, strict=True)
    ]
    return b"".join(made) + b"--b--\r\n"
