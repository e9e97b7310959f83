"""The composition root: settings choose adapters, adapters go into services. Nothing else wires anything."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from pydantic import ValidationError

from shared.adapters.embedded.key_file import KeyFile, exclusive
from shared.adapters.late_verifier import LateVerifier
from shared.adapters.system import RandomIds, SystemClock
from shared.bootstrap.adapters import (
    CURSOR_KEY,
    IDENTITY_KEY,
    choose_documents,
    choose_local_issuer,
    choose_secrets,
    choose_verifier,
    choose_writer,
)
from shared.config import Settings, variable
from shared.domain.errors import Sentence, StartError
from shared.domain.http_policy import HttpPolicy
from shared.ports import Clock, Documents, Ids, MessageWriter, Secrets, TokenVerifier
from shared.repositories.audited_documents import AuditedDocuments
from shared.repositories.store import Store
from shared.services.activate_prompt import ActivatePrompt
from shared.services.approve_message import ApproveMessage
from shared.services.approve_messages import ApproveMessages
from shared.services.assign_messages import AssignMessages
from shared.services.authenticate import Authenticate
from shared.services.change_member import ChangeMember
from shared.services.change_message import ChangeMessage
from shared.services.change_settings import ChangeSettings
from shared.services.check_health import CheckHealth
from shared.services.check_text import CheckText
from shared.services.create_import import CreateImport
from shared.services.create_prompt import CreatePrompt
from shared.services.delete_role import DeleteRole
from shared.services.delete_workspace import DeleteWorkspace
from shared.services.edit_message import EditMessage
from shared.services.examine_message import ExamineMessage
from shared.services.export_import_errors import ExportImportErrors
from shared.services.export_workspace import ExportWorkspace
from shared.services.fold_counters import FoldCounters
from shared.services.generate_message import GenerateMessage
from shared.services.identify import Identify
from shared.services.invite_member import InviteMember
from shared.services.limit_requests import LimitRequests
from shared.services.list_audit import ListAudit
from shared.services.list_imports import ListImports
from shared.services.list_messages import ListMessages
from shared.services.list_prompts import ListPrompts
from shared.services.list_prospects import ListProspects
from shared.services.list_roles import ListRoles
from shared.services.list_schedules import ListSchedules
from shared.services.list_templates import ListTemplates
from shared.services.manage_api_keys import ManageApiKeys
from shared.services.manage_suppressions import ManageSuppressions
from shared.services.map_import import MapImport
from shared.services.open_demo import OpenDemo
from shared.services.open_people import OpenPeople
from shared.services.open_workspace import OpenWorkspace
from shared.services.plan_generation import PlanGeneration
from shared.services.preview_prompt import PreviewPrompt
from shared.services.put_role import PutRole
from shared.services.read_import import ReadImport
from shared.services.read_me import ReadMe
from shared.services.read_metrics import ReadMetrics
from shared.services.read_settings import ReadSettings
from shared.services.read_workspace import ReadWorkspace
from shared.services.record_audit import RecordAudit
from shared.services.record_outcome import RecordOutcome
from shared.services.recount_counters import RecountCounters
from shared.services.reject_message import RejectMessage
from shared.services.replay_request import ReplayRequest
from shared.services.save_schedule import SaveSchedule
from shared.services.save_template import SaveTemplate
from shared.services.transfer_suppressions import TransferSuppressions
from shared.services.write_checked_draft import WriteCheckedDraft
from shared.telemetry.logs import configure_logging

if TYPE_CHECKING:
    from shared.adapters.embedded.local_issuer import LocalIssuer

DEMO_KEY_FILE = "demo-key"


@dataclass(frozen=True)
class Services:
    """Every use case, ready to call."""

    activate_prompt: ActivatePrompt
    approve_message: ApproveMessage
    approve_messages: ApproveMessages
    assign_messages: AssignMessages
    authenticate: Authenticate
    change_member: ChangeMember
    change_settings: ChangeSettings
    check_health: CheckHealth
    check_text: CheckText
    create_import: CreateImport
    create_prompt: CreatePrompt
    delete_role: DeleteRole
    edit_message: EditMessage
    delete_workspace: DeleteWorkspace
    export_workspace: ExportWorkspace
    fold_counters: FoldCounters
    export_import_errors: ExportImportErrors
    generate_message: GenerateMessage
    identify: Identify
    invite_member: InviteMember
    limit_requests: LimitRequests
    list_audit: ListAudit
    list_imports: ListImports
    list_messages: ListMessages
    list_prompts: ListPrompts
    list_prospects: ListProspects
    list_roles: ListRoles
    list_schedules: ListSchedules
    list_templates: ListTemplates
    manage_suppressions: ManageSuppressions
    map_import: MapImport
    manage_api_keys: ManageApiKeys
    open_demo: OpenDemo
    open_workspace: OpenWorkspace
    preview_prompt: PreviewPrompt
    put_role: PutRole
    read_import: ReadImport
    read_me: ReadMe
    read_metrics: ReadMetrics
    read_settings: ReadSettings
    record_outcome: RecordOutcome
    reject_message: RejectMessage
    record_audit: RecordAudit
    recount_counters: RecountCounters
    replay_request: ReplayRequest
    save_schedule: SaveSchedule
    save_template: SaveTemplate
    transfer_suppressions: TransferSuppressions
    secrets: Secrets
    documents: Documents
    ids: Ids
    http_policy: HttpPolicy
    local_issuer: "Callable[[], LocalIssuer] | None"

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
    verifier: TokenVerifier | None = None,
) -> Services:
    """All services over the adapters that `settings` choose (read from the environment if left out).

    A keyword replaces one adapter. On the embedded store the demo workspace is opened, if settings ask for it and it
    is not there. Raises StartError, with a sentence for people, where the product cannot start.
    """
    settings = settings or read_environment()
    configure_logging(settings.log_level, google_project=settings.google_project)
    clock, ids = clock or SystemClock(), ids or RandomIds()
    secrets = secrets or choose_secrets(settings, clock)
    documents = documents or choose_documents(settings)
    writer = writer or choose_writer(settings, secrets, clock)
    documents = AuditedDocuments(documents, clock, ids, timedelta(days=settings.audit_days))
    local_issuer = choose_local_issuer(secrets, clock) if settings.sign_in_in_use == "embedded" else None
    verifier = verifier or (choose_verifier(settings, clock) if local_issuer is None else LateVerifier(local_issuer))
    services = _wire(settings, documents, writer, secrets, clock, ids, verifier, local_issuer)
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


def _wire(
    settings: Settings,
    documents: Documents,
    writer: MessageWriter,
    secrets: Secrets,
    clock: Clock,
    ids: Ids,
    verifier: TokenVerifier,
    local_issuer: "Callable[[], LocalIssuer] | None",
) -> Services:
    store = Store(documents, secrets.get(IDENTITY_KEY))
    read_settings = ReadSettings(store)
    change_message = ChangeMessage(store, clock)
    approve_message = ApproveMessage(store, change_message, clock)
    list_messages = ListMessages(store, read_settings)
    list_imports = ListImports(store, clock)
    open_people = OpenPeople()
    read_workspace = ReadWorkspace(store, clock)
    identify = Identify(store, read_workspace, verifier, clock)
    authenticate = Authenticate(store, identify, read_workspace, clock)
    record_audit = RecordAudit(store, clock, ids, timedelta(days=settings.audit_days))
    plan = PlanGeneration(store, read_settings, clock, ids, settings.deadlines)
    write = WriteCheckedDraft(writer, clock, settings.deadlines)
    return Services(
        activate_prompt=ActivatePrompt(store),
        approve_message=approve_message,
        approve_messages=ApproveMessages(store, approve_message, list_messages, clock),
        assign_messages=AssignMessages(change_message, clock),
        authenticate=authenticate,
        change_member=ChangeMember(store, authenticate, clock),
        change_settings=ChangeSettings(store, read_settings),
        check_health=CheckHealth(store),
        check_text=CheckText(store, read_settings, clock),
        create_import=CreateImport(store, open_people, read_settings, clock, ids),
        create_prompt=CreatePrompt(store, clock),
        delete_role=DeleteRole(store, read_settings),
        edit_message=EditMessage(change_message, ExamineMessage(store, read_settings, clock), clock),
        delete_workspace=DeleteWorkspace(store, read_settings, read_workspace, clock, settings.item_seconds),
        export_workspace=ExportWorkspace(store, read_settings, record_audit),
        fold_counters=FoldCounters(store, clock),
        export_import_errors=ExportImportErrors(store),
        generate_message=GenerateMessage(store, plan, write, writer, clock, ids),
        identify=identify,
        invite_member=InviteMember(store, authenticate, clock),
        limit_requests=LimitRequests(clock),
        list_audit=ListAudit(store, read_settings),
        list_messages=list_messages,
        list_imports=list_imports,
        list_prompts=ListPrompts(store),
        list_prospects=ListProspects(store),
        list_roles=ListRoles(store),
        list_schedules=ListSchedules(store, clock),
        list_templates=ListTemplates(store),
        manage_api_keys=ManageApiKeys(store, identify, clock),
        manage_suppressions=ManageSuppressions(store, clock),
        map_import=MapImport(store, list_imports, read_settings, ids),
        open_demo=OpenDemo(store, identify, clock),
        open_workspace=OpenWorkspace(store, clock),
        preview_prompt=PreviewPrompt(store, plan),
        put_role=PutRole(store, clock),
        read_import=ReadImport(),
        read_me=ReadMe(store, read_workspace),
        read_metrics=ReadMetrics(store, read_settings, clock),
        read_settings=read_settings,
        record_outcome=RecordOutcome(store, change_message, read_settings, clock),
        reject_message=RejectMessage(change_message, clock),
        record_audit=record_audit,
        recount_counters=RecountCounters(store),
        replay_request=ReplayRequest(store, clock, ids, settings.lease_seconds),
        save_schedule=SaveSchedule(store, read_settings, clock),
        transfer_suppressions=TransferSuppressions(store, clock),
        save_template=SaveTemplate(store, clock),
        secrets=secrets,
        documents=documents,
        ids=ids,
        http_policy=HttpPolicy(settings.origins, settings.trusted_proxies),
        local_issuer=local_issuer,
    )


def _open_demo(settings: Settings, open_demo: OpenDemo) -> None:
    """Open the demo once, however many processes start at the same time, and keep its key where people find it."""
    with exclusive(settings.data_dir / ".lock"):
        file = KeyFile(settings.data_dir / DEMO_KEY_FILE)
        held = file.read()
        key = open_demo(held)
        if key != held:
            file.write(key)
