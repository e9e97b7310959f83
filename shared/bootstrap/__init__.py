"""The composition root: settings choose adapters, adapters go into services. Nothing else wires anything."""

import os
from datetime import timedelta
from typing import TYPE_CHECKING

from pydantic import ValidationError

from shared.adapters.embedded.key_file import KeyFile, exclusive
from shared.adapters.late_verifier import LateVerifier
from shared.adapters.system import RandomIds, SystemClock
from shared.bootstrap.accounts import AccountServices
from shared.bootstrap.adapters import (
    choose_backups,
    choose_collection,
    choose_documents,
    choose_error_reports,
    choose_local_issuer,
    choose_secrets,
    choose_tracer,
    choose_verifier,
    choose_writers,
)
from shared.bootstrap.content import ContentServices
from shared.bootstrap.many import BulkServices
from shared.bootstrap.messages import MessageServices
from shared.bootstrap.privacy import PrivacyServices
from shared.bootstrap.task_queue import open_queue
from shared.bootstrap.wiring import Adapters
from shared.config import Settings, variable
from shared.domain.errors import Sentence, StartError
from shared.ports import Clock, Documents, Ids, MessageWriter, Secrets, TaskQueue, TokenVerifier
from shared.repositories.audited_documents import AuditedDocuments
from shared.telemetry.logs import configure_logging
from shared.telemetry.spans import Tracer, configure_tracer

if TYPE_CHECKING:
    from shared.services.open_demo import OpenDemo

DEMO_KEY_FILE = "demo-key"


class Services(ContentServices, MessageServices, BulkServices, AccountServices, PrivacyServices):
    """Every use case, made when it is first asked for. Add one to the group that it belongs to."""


def build_services(
    settings: Settings | None = None,
    *,
    documents: Documents | None = None,
    queue: TaskQueue | None = None,
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
    configure_logging(settings.log_level, google_project=settings.google_project, report=choose_error_reports(settings))
    clock, ids = clock or SystemClock(), ids or RandomIds()
    secrets = secrets or choose_secrets(settings, clock)
    documents = documents or choose_documents(settings)
    tasks = open_queue(settings, documents, secrets)
    tasks = tasks if queue is None else tasks._replace(queue=queue)
    writers = (writer, writer) if writer else choose_writers(settings, secrets, clock)
    collect = choose_collection(settings, documents, clock)
    if (tracer := choose_tracer(settings)) is not None:
        documents, writers = _traced(tracer, documents, writers)
    documents = AuditedDocuments(documents, clock, ids, timedelta(days=settings.audit_days))
    local_issuer = choose_local_issuer(secrets, clock) if settings.sign_in_in_use == "embedded" else None
    verifier = verifier or (choose_verifier(settings, clock) if local_issuer is None else LateVerifier(local_issuer))
    watched = choose_backups(settings)
    adapters = Adapters(documents, tasks, *writers, secrets, clock, ids, verifier, local_issuer, collect, watched)
    services = Services(settings, adapters)
    if settings.store == "embedded" and settings.demo:
        _open_demo(settings, services.open_demo)
    return services


def _traced(
    tracer: Tracer, documents: Documents, writers: tuple[MessageWriter, MessageWriter]
) -> tuple[Documents, tuple[MessageWriter, MessageWriter]]:
    from shared.adapters.traced import TracedDocuments, TracedWriter

    configure_tracer(tracer)
    return TracedDocuments(documents), (TracedWriter(writers[0]), TracedWriter(writers[1]))


def read_environment() -> Settings:
    """The settings of this process. Raises StartError, naming the variables that are wrong."""
    try:
        return Settings.of_environment(os.environ)
    except ValidationError as error:
        wrong = "; ".join(_complaint(detail["loc"], detail["msg"]) for detail in error.errors(include_input=False))
        raise StartError(Sentence(f"La configuración no vale: {wrong}", f"The settings are wrong: {wrong}")) from None


def _complaint(location: tuple[int | str, ...], message: str) -> str:
    return f"{variable(str(location[0]))}: {message}" if location else message.removeprefix("Value error, ")


def _open_demo(settings: Settings, open_demo: "OpenDemo") -> None:
    """Open the demo once, however many processes start at the same time, and keep its key where people find it."""
    with exclusive(settings.data_dir / ".lock"):
        file = KeyFile(settings.data_dir / DEMO_KEY_FILE)
        held = file.read()
        key = open_demo(held)
        if key != held:
            file.write(key)
