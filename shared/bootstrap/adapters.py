"""Which adapters the settings choose. A cloud adapter is imported inside the branch that chose it, so that what was not
chosen is never imported.
"""

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

from shared.adapters.embedded.laptop_only import refuse_in_the_cloud
from shared.adapters.embedded.local_secrets import LocalSecrets
from shared.adapters.no_people import NoPeople
from shared.api.version import VERSION
from shared.config import Settings
from shared.domain.errors import Sentence, StartError
from shared.ports import Backups, Clock, Documents, MessageWriter, Secrets, TokenVerifier
from shared.repositories.store import DECLARED_INDEXES, expiring_collections
from shared.telemetry.logs import Report
from shared.telemetry.spans import Tracer

if TYPE_CHECKING:
    from shared.adapters.embedded.local_issuer import LocalIssuer

CURSOR_KEY = "cursor-key"
IDENTITY_KEY = "identity-key"
GEMINI_API_KEY = "gemini-api-key"
ISSUER_KEY = "local-issuer-key"
SEALING_KEY = "sealing-key"

DATABASE = "outreach.sqlite3"

_BUSY_SECONDS = 20.0
_NO_DSN = Sentence("APP_SENTRY_DSN no es una dirección de Sentry.", "APP_SENTRY_DSN is no address of Sentry.")


def choose_documents(settings: Settings) -> Documents:
    """The store."""
    if settings.store == "firestore":
        from shared.adapters.google.firestore_documents import FirestoreDocuments

        return FirestoreDocuments(settings.google_project, settings.firestore_database, settings.store_seconds)
    from shared.adapters.embedded.sqlite_documents import SqliteDocuments

    # Writers wait for each other in no order: while a batch runs, a person's write may be overtaken for seconds.
    return SqliteDocuments(settings.data_dir / DATABASE, DECLARED_INDEXES, busy_timeout_seconds=_BUSY_SECONDS)


def choose_collection(settings: Settings, documents: Documents, clock: Clock) -> Callable[[], int] | None:
    """What does on a laptop what Firestore does by itself: documents go when their time is over."""
    if settings.store == "firestore":
        return None
    from shared.adapters.embedded.sqlite_documents import SqliteDocuments

    store = documents
    return (lambda: store.collect(expiring_collections(), clock.now())) if isinstance(store, SqliteDocuments) else None


def choose_backups(settings: Settings) -> Backups | None:
    """What tells of the store's backups, where somebody counts on them."""
    if not settings.watch_backups:
        return None
    from shared.adapters.google.firestore_backups import FirestoreBackups

    return FirestoreBackups(
        settings.google_project or "",
        settings.firestore_database,
        settings.store_seconds,
        settings.firestore_admin_url,
    )


def choose_secrets(settings: Settings, clock: Clock) -> Secrets:
    """Where keys live."""
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


def offline_writer(clock: Clock) -> MessageWriter:
    """The writer without a model."""
    from shared.adapters.embedded.offline_writer import OfflineWriter

    return OfflineWriter(clock)


def choose_writers(settings: Settings, secrets: Secrets, clock: Clock) -> tuple[MessageWriter, MessageWriter]:
    """Who writes messages: for a person who waits, and for tasks, which leave trying again to the queue."""
    if settings.writer_in_use == "offline":
        return offline_writer(clock), offline_writer(clock)
    from shared.adapters.google.gemini_connection import IdentityAccess, KeyAccess
    from shared.adapters.google.gemini_writer import GeminiWriter

    access: KeyAccess | IdentityAccess = KeyAccess(lambda: secrets.get(GEMINI_API_KEY), settings.gemini_base_url)
    if settings.writer_in_use == "vertex":
        access = IdentityAccess(settings.google_project or "", settings.vertex_location)
    patient, once = (GeminiWriter(access, clock, settings.model, retry_within_request=again) for again in (True, False))
    return patient, once


def choose_local_issuer(secrets: Secrets, clock: Clock) -> "Callable[[], LocalIssuer]":
    """The laptop's own issuer, made when the first person comes: its libraries take 50 ms to load."""
    refuse_in_the_cloud()

    @cache
    def make() -> "LocalIssuer":
        from shared.adapters.embedded.local_issuer import LocalIssuer

        return LocalIssuer(lambda: secrets.get(ISSUER_KEY), clock)

    return make


def choose_verifier(settings: Settings, clock: Clock) -> TokenVerifier:
    """Who vouches for people, where that is not this machine itself."""
    if settings.sign_in_in_use == "nobody":
        return NoPeople()
    from shared.adapters.id_token import Audience
    from shared.adapters.oidc_tokens import OidcTokens, TrustedIssuer, identity_platform

    issuers = [
        TrustedIssuer(Audience(one.issuer, one.client_ids), one.keys_address) for one in settings.sign_in_issuers
    ]
    if settings.identity_platform_project is not None:
        issuers.append(identity_platform(settings.identity_platform_project, settings.identity_platform_tenant))
    return OidcTokens(issuers, clock)


def choose_error_reports(settings: Settings) -> Report | None:
    """Where exceptions go besides the log."""
    if settings.sentry_dsn is None:
        return None
    from shared.telemetry.sentry import sentry_reporter

    try:
        return sentry_reporter(settings.sentry_dsn, VERSION)
    except ValueError as error:
        raise StartError(_NO_DSN) from error


def choose_tracer(settings: Settings) -> Tracer | None:
    """Where the spans of requests go."""
    if settings.traces_url is None:
        return None
    from shared.telemetry.open_telemetry import otlp_tracer

    resource = {"service.name": "outreach", "service.version": VERSION}
    if not settings.traces_to_google:
        return otlp_tracer(settings.traces_url, resource)
    from shared.adapters.google.trace_session import trace_session

    return otlp_tracer(
        settings.traces_url, {**resource, "gcp.project_id": settings.google_project or ""}, trace_session()
    )
