"""The composition root: settings choose adapters, adapters go into services. Nothing else wires anything.

A cloud adapter is imported inside the branch that chose it, so that what was not chosen is never imported.
"""

import os
from dataclasses import dataclass

from pydantic import ValidationError

from shared.adapters.embedded.key_file import KeyFile, exclusive
from shared.adapters.embedded.local_secrets import LocalSecrets
from shared.adapters.system import RandomIds, SystemClock
from shared.config import Settings, variable
from shared.domain.errors import Sentence, StartError
from shared.ports import Clock, Documents, Ids, MessageWriter, Secrets
from shared.repositories.store import DECLARED_INDEXES, Store
from shared.services.activate_prompt import ActivatePrompt
from shared.services.approve_message import ApproveMessage
from shared.services.approve_messages import ApproveMessages
from shared.services.assign_messages import AssignMessages
from shared.services.authenticate import Authenticate
from shared.services.change_message import ChangeMessage
from shared.services.change_settings import ChangeSettings
from shared.services.check_health import CheckHealth
from shared.services.check_text import CheckText
from shared.services.create_import import CreateImport
from shared.services.create_prompt import CreatePrompt
from shared.services.delete_role import DeleteRole
from shared.services.edit_message import EditMessage
from shared.services.examine_message import ExamineMessage
from shared.services.export_import_errors import ExportImportErrors
from shared.services.fold_counters import FoldCounters
from shared.services.generate_message import GenerateMessage
from shared.services.list_imports import ListImports
from shared.services.list_messages import ListMessages
from shared.services.list_prompts import ListPrompts
from shared.services.list_prospects import ListProspects
from shared.services.list_roles import ListRoles
from shared.services.list_schedules import ListSchedules
from shared.services.list_templates import ListTemplates
from shared.services.map_import import MapImport
from shared.services.open_demo import OpenDemo
from shared.services.open_people import OpenPeople
from shared.services.plan_generation import PlanGeneration
from shared.services.preview_prompt import PreviewPrompt
from shared.services.put_role import PutRole
from shared.services.read_import import ReadImport
from shared.services.read_settings import ReadSettings
from shared.services.record_outcome import RecordOutcome
from shared.services.recount_counters import RecountCounters
from shared.services.reject_message import RejectMessage
from shared.services.replay_request import ReplayRequest
from shared.services.save_schedule import SaveSchedule
from shared.services.save_template import SaveTemplate
from shared.services.write_checked_draft import WriteCheckedDraft
from shared.telemetry.logs import configure_logging

CURSOR_KEY = "cursor-key"
IDENTITY_KEY = "identity-key"
GEMINI_API_KEY = "gemini-api-key"

DATABASE = "outreach.sqlite3"
DEMO_KEY_FILE = "demo-key"


@dataclass(frozen=True)
class Services:
    """Every use case, ready to call."""

    activate_prompt: ActivatePrompt
    approve_message: ApproveMessage
    approve_messages: ApproveMessages
    assign_messages: AssignMessages
    authenticate: Authenticate
    change_settings: ChangeSettings
    check_health: CheckHealth
    check_text: CheckText
    create_import: CreateImport
    create_prompt: CreatePrompt
    delete_role: DeleteRole
    edit_message: EditMessage
    fold_counters: FoldCounters
    export_import_errors: ExportImportErrors
    generate_message: GenerateMessage
    list_imports: ListImports
    list_messages: ListMessages
    list_prompts: ListPrompts
    list_prospects: ListProspects
    list_roles: ListRoles
    list_schedules: ListSchedules
    list_templates: ListTemplates
    map_import: MapImport
    open_demo: OpenDemo
    preview_prompt: PreviewPrompt
    put_role: PutRole
    read_import: ReadImport
    read_settings: ReadSettings
    record_outcome: RecordOutcome
    reject_message: RejectMessage
    recount_counters: RecountCounters
    replay_request: ReplayRequest
    save_schedule: SaveSchedule
    save_template: SaveTemplate
    secrets: Secrets
    documents: Documents
    ids: Ids

    def close(self) -> None:
        """Let go of the store; no thread may be using the services any more."""
        self.documents.close()

    def cursor_secret(self) -> bytes:
        """The key that signs cursors."""
        return self.secrets.get(CURSOR_KEY)


def build_services(
    settings: Settings | None = None,
    *,
    documents: Documents | None = None,
    writer: MessageWriter | None = None,
    secrets: Secrets | None = None,
    clock: Clock | None = None,
    ids: Ids | None = None,
) -> Services:
    """All services over the adapters that `settings` choose (read from the environment if left out).

    A keyword replaces one adapter. On the embedded store the demo workspace is opened, if settings ask for it and it
    is not there. Raises StartError, with a sentence for people, where the product cannot start.
    """
    settings = settings or read_environment()
    configure_logging(settings.log_level, google_project=settings.google_project)
    clock, ids = clock or SystemClock(), ids or RandomIds()
    secrets = secrets or _secrets(settings, clock)
    documents = documents or _documents(settings)
    writer = writer or _writer(settings, secrets, clock)
    services = _wire(settings, documents, writer, secrets, clock, ids)
    if settings.store == "embedded" and settings.demo:
        _open_demo(settings, services.open_demo)
    return services


def read_environment() -> Settings:
    """The settings of this process. Raises StartError, naming the variables that are wrong."""
    try:
        return Settings.of_environment(os.environ)
    except ValidationError as error:
        wrong = "; ".join(_complaint(detail["loc"], detail["msg"]) for detail in error.errors(include_input=False))
        raise StartError(Sentence(f"La configuración no vale: {wrong}", f"The settings are wrong: {wrong}")) from None


def _complaint(location: tuple[int | str, ...], message: str) -> str:
    return f"{variable(str(location[0]))}: {message}" if location else message.removeprefix("Value error, ")


def _documents(settings: Settings) -> Documents:
    if settings.store == "firestore":
        from shared.adapters.google.firestore_documents import FirestoreDocuments

        return FirestoreDocuments(settings.google_project, settings.firestore_database, settings.store_seconds)
    from shared.adapters.embedded.sqlite_documents import SqliteDocuments

    return SqliteDocuments(settings.data_dir / DATABASE, DECLARED_INDEXES)


def _secrets(settings: Settings, clock: Clock) -> Secrets:
    if settings.secrets == "secret_manager":
        from shared.adapters.google.secret_manager import SecretManagerSecrets

        return SecretManagerSecrets(
            settings.google_project or "",
            clock,
            _needed_secrets(settings),
            deadline_seconds=settings.secret_seconds,
            server=settings.secret_manager_url,
        )
    key = settings.gemini_api_key
    given = {} if key is None else {GEMINI_API_KEY: key.get_secret_value().encode()}
    return LocalSecrets(settings.data_dir / "secrets", given)


def _needed_secrets(settings: Settings) -> list[str]:
    """The secrets without which no function starts; the key of the model for those that call it."""
    return [CURSOR_KEY, IDENTITY_KEY, *([GEMINI_API_KEY] if settings.writer_in_use == "gemini" else [])]


def _writer(settings: Settings, secrets: Secrets, clock: Clock) -> MessageWriter:
    if settings.writer_in_use == "offline":
        from shared.adapters.embedded.offline_writer import OfflineWriter

        return OfflineWriter(clock)
    from shared.adapters.google.gemini_connection import IdentityAccess, KeyAccess
    from shared.adapters.google.gemini_writer import GeminiWriter

    access: KeyAccess | IdentityAccess = KeyAccess(lambda: secrets.get(GEMINI_API_KEY), settings.gemini_base_url)
    if settings.writer_in_use == "vertex":
        access = IdentityAccess(settings.google_project or "", settings.vertex_location)
    return GeminiWriter(access, clock, settings.model, retry_within_request=True)


def _wire(
    settings: Settings, documents: Documents, writer: MessageWriter, secrets: Secrets, clock: Clock, ids: Ids
) -> Services:
    store = Store(documents, secrets.get(IDENTITY_KEY))
    read_settings = ReadSettings(store)
    authenticate = Authenticate(store, clock)
    change_message = ChangeMessage(store, clock)
    approve_message = ApproveMessage(store, change_message, clock)
    list_messages = ListMessages(store, read_settings)
    list_imports = ListImports(store, clock)
    open_people = OpenPeople()
    plan = PlanGeneration(store, read_settings, clock, ids, settings.deadlines)
    write = WriteCheckedDraft(writer, clock, settings.deadlines)
    return Services(
        activate_prompt=ActivatePrompt(store),
        approve_message=approve_message,
        approve_messages=ApproveMessages(store, approve_message, list_messages, clock),
        assign_messages=AssignMessages(change_message, clock),
        authenticate=authenticate,
        change_settings=ChangeSettings(store, read_settings),
        check_health=CheckHealth(store),
        check_text=CheckText(read_settings, clock),
        create_import=CreateImport(store, open_people, read_settings, clock, ids),
        create_prompt=CreatePrompt(store, clock),
        delete_role=DeleteRole(store, read_settings),
        edit_message=EditMessage(change_message, ExamineMessage(store, read_settings, clock), clock),
        fold_counters=FoldCounters(store, clock),
        export_import_errors=ExportImportErrors(store),
        generate_message=GenerateMessage(store, plan, write, writer, clock, ids),
        list_messages=list_messages,
        list_imports=list_imports,
        list_prompts=ListPrompts(store),
        list_prospects=ListProspects(store),
        list_roles=ListRoles(store),
        list_schedules=ListSchedules(store, clock),
        list_templates=ListTemplates(store),
        map_import=MapImport(store, list_imports, read_settings, ids),
        open_demo=OpenDemo(store, authenticate, clock),
        preview_prompt=PreviewPrompt(store, plan),
        put_role=PutRole(store, clock),
        read_import=ReadImport(),
        read_settings=read_settings,
        record_outcome=RecordOutcome(store, change_message, read_settings, clock),
        reject_message=RejectMessage(change_message, clock),
        recount_counters=RecountCounters(store),
        replay_request=ReplayRequest(store, clock, ids, settings.lease_seconds),
        save_schedule=SaveSchedule(store, read_settings, clock),
        save_template=SaveTemplate(store, clock),
        secrets=secrets,
        documents=documents,
        ids=ids,
    )


def _open_demo(settings: Settings, open_demo: OpenDemo) -> None:
    """Open the demo once, however many processes start at the same time, and keep its key where people find it."""
    with exclusive(settings.data_dir / ".lock"):
        file = KeyFile(settings.data_dir / DEMO_KEY_FILE)
        held = file.read()
        key = open_demo(held)
        if key != held:
            file.write(key)
