"""Settings, read once by `shared/bootstrap`: environment variables with the prefix APP_.

Every default is the embedded adapter, so that nothing needs to be set on a laptop. Choosing a cloud adapter without
what it needs fails at start with a sentence that names the variable. docs/settings.md is generated from this file.
"""

from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, Field, SecretStr, model_validator
from pydantic_core import from_json

from shared.domain.deadlines import Deadlines


def variable(name: str) -> str:
    """The environment variable of the setting: "APP_DATA_DIR" for `data_dir`."""
    return f"APP_{name.upper()}"


class SignInIssuer(BaseModel, defer_build=True):
    """An OpenID Connect issuer whose people may sign in."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    issuer: str
    client_ids: tuple[str, ...] = Field(min_length=1)
    keys_address: str | None = None


def _from_text(value: object) -> object:
    if not (isinstance(value, str) and value.startswith(("[", "{"))):
        return value
    try:
        return from_json(value)
    except ValueError:
        return value  # which is no list to its setting, and the error names that


class Settings(BaseModel):
    """All that differs between a laptop, a test and production."""

    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True)

    data_dir: Path = Field(default=Path(".data"), description="Folder of the embedded database, secrets and demo key.")
    store: Literal["embedded", "firestore"] = Field(
        default="embedded", description="Where documents live: an SQLite file in the data folder, or Firestore."
    )
    google_project: str | None = Field(
        default=None, description="Google Cloud project of Firestore, Secret Manager and Vertex AI."
    )
    firestore_database: str = Field(default="(default)", description="Name of the Firestore database.")
    firestore_admin_url: str | None = Field(
        default=None, description="Another server that speaks Firestore's admin API; it is sent no credentials."
    )
    watch_backups: bool = Field(
        default=False, description="Whether the clock looks each hour for Firestore's backup of last night."
    )
    secrets: Literal["embedded", "secret_manager"] = Field(
        default="embedded", description="Where keys live: files in the data folder, or Secret Manager."
    )
    secret_manager_url: str | None = Field(
        default=None, description="Another server that speaks Secret Manager's API; it is sent no credentials."
    )
    demo: bool = Field(
        default=True, description="Open the demo workspace at the first start; embedded store only, never in the cloud."
    )
    demo_messages: int = Field(
        default=300,
        ge=0,
        le=2000,
        description="How many messages of the last 90 days the demo workspace begins with; an experiment adds two "
        "thirds as many.",
    )
    writer: Literal["offline", "gemini", "vertex"] | None = Field(
        default=None,
        description="Who writes messages. Left out: gemini where a key is given, else offline. "
        "gemini uses an API key; vertex uses the function's own identity.",
    )
    gemini_api_key: SecretStr | None = Field(default=None, description="Key of the Gemini API.")
    gemini_base_url: str | None = Field(default=None, description="Another server that speaks the Gemini API.")
    model: str | None = Field(default=None, description="The model's name; left out: the default of the price file.")
    vertex_location: str = Field(
        default="eu",
        description="Vertex AI location of the writer `vertex`; eu keeps processing in the European Union.",
    )
    queue: Literal["embedded", "cloud_tasks", "none"] = Field(
        default="embedded",
        description="Where tasks wait: the SQLite file, whose server delivers them to itself, or Cloud Tasks; "
        "none for a function that has nothing to do with tasks.",
    )
    queue_location: str | None = Field(default=None, description="Region of the Cloud Tasks queues.")
    tasks_url: str | None = Field(
        default=None, description="Address of the function tasks, without a closing slash; its tokens' audience too."
    )
    queue_caller: str | None = Field(default=None, description="E-mail of the account that Cloud Tasks calls as.")
    clock_caller: str | None = Field(default=None, description="E-mail of the one that Cloud Scheduler calls as.")
    cloud_tasks_server: str | None = Field(
        default=None, description="host:port of another server that speaks Cloud Tasks' API; it is sent no credentials."
    )
    queue_seconds: float = Field(default=5.0, gt=0, description="Deadline of one call to Cloud Tasks.")
    queue_max_attempts: int = Field(default=8, ge=1, description="How often a task is tried; the queue's own figure.")
    queue_min_backoff_seconds: float = Field(default=1.0, gt=0, description="Embedded queue: the first pause.")
    queue_max_backoff_seconds: float = Field(default=10.0, gt=0, description="Embedded queue: the longest pause.")
    queue_concurrency: int = Field(default=20, ge=1, le=35, description="Embedded queue: items at a time.")
    queue_processes: int = Field(
        default=2, ge=1, le=2, description="Embedded queue: processes that run items, the second from 200 items on."
    )
    queue_rate: float | None = Field(default=None, gt=0, description="Embedded queue: items a second; all if left out.")
    queue_patience_seconds: float = Field(
        default=600.0, gt=0, description="An item that was enqueued so long ago without being begun is enqueued again."
    )
    advance_seconds: float = Field(default=2.0, gt=0, description="Longest pause between two passes over a batch.")
    model_call_seconds: float = Field(default=12.0, gt=0, description="Deadline of one call to the model.")
    item_seconds: float = Field(default=30.0, gt=0, description="Deadline of one message with its repair.")
    function_seconds: float = Field(default=60.0, gt=0, description="Time-out of a function.")
    dispatch_seconds: float = Field(default=75.0, gt=0, description="Deadline of a task's delivery.")
    lease_seconds: float = Field(default=90.0, gt=0, description="How long a claimed item belongs to its claimant.")
    repair_start_seconds: float = Field(
        default=2.0, ge=0, description="While a person waits, a repair starts only if the draft came within this time."
    )
    store_seconds: float = Field(default=5.0, gt=0, description="Deadline of one call to the store.")
    secret_seconds: float = Field(default=5.0, gt=0, description="Deadline of one call to Secret Manager.")
    sign_in: Literal["embedded", "issuers", "nobody"] | None = Field(
        default=None,
        description="Who vouches for people. embedded: demo people on a laptop, no password. issuers: those of "
        "APP_SIGN_IN_ISSUERS and Identity Platform. nobody: only API keys are let in. Left out: embedded with the "
        "embedded store, else issuers where one is set, else nobody.",
    )
    sign_in_issuers: tuple[SignInIssuer, ...] = Field(
        default=(),
        description="OpenID Connect issuers, as JSON: "
        '[{"issuer": "https://accounts.google.com", "client_ids": ["…"], "keys_address": null}]. '
        "Without keys_address the issuer's own description names it.",
    )
    identity_platform_project: str | None = Field(
        default=None, description="Project of Identity Platform: its exact issuer and audience are taken from it."
    )
    identity_platform_tenant: str | None = Field(
        default=None, description="The only Identity Platform tenant that is let in; left out: people of no tenant."
    )
    origins: frozenset[str] = Field(
        default=frozenset(),
        description='Origins whose pages may call the API from a browser, as JSON: ["https://app.example.com"].',
    )
    trusted_proxies: int = Field(
        default=0,
        ge=0,
        le=5,
        description="How many addresses at the end of X-Forwarded-For are our own proxies' word; 0 on a laptop.",
    )
    daily_spend_limit: float | None = Field(
        default=None,
        gt=0,
        description="What one workspace's messages may cost in a day, in the currency of the price file; above it the "
        "clock pauses its generation, until somebody lifts the pause. Left out: nothing is paused.",
    )
    webhook_seconds: float = Field(default=10.0, gt=0, description="Deadline of one delivery to a webhook.")
    webhook_loopback: bool = Field(
        default=False,
        description="Let webhooks reach this machine itself, over http too: to try them out on a laptop.",
    )
    audit_days: int = Field(default=730, ge=30, description="How long an entry of the audit log is kept.")
    sentry_dsn: str | None = Field(
        default=None,
        description="Where exceptions are sent besides the log: types and places, no data. Left out: nowhere.",
    )
    traces_url: str | None = Field(
        default=None,
        description="Where spans of requests are sent by OTLP over HTTP, such as http://localhost:4318/v1/traces; "
        "https://telemetry.googleapis.com/v1/traces is Cloud Trace. Left out: nothing is traced.",
    )
    log_level: Literal["debug", "info", "warning", "error"] = Field(default="info", description="Least log severity.")

    @classmethod
    def of_environment(cls, environment: Mapping[str, str]) -> Self:
        """The settings that these variables ask for. Raises pydantic's ValidationError."""
        given = {name: environment.get(variable(name)) for name in cls.model_fields}
        return cls.model_validate({name: value for name, value in given.items() if value is not None})

    @model_validator(mode="before")
    @classmethod
    def _lists_and_objects_come_as_json(cls, values: object) -> object:
        return {name: _from_text(value) for name, value in values.items()} if isinstance(values, dict) else values

    @model_validator(mode="after")
    def _cloud_adapters_have_what_they_need(self) -> Self:
        in_manager, in_cloud_tasks = self.secrets == "secret_manager", self.queue == "cloud_tasks"
        complaints = {
            "APP_GOOGLE_PROJECT is needed where APP_STORE=firestore, APP_SECRETS=secret_manager or APP_WRITER=vertex": (
                self.google_project is None and (self.store == "firestore" or in_manager or self.writer == "vertex")
            ),
            "APP_TRACES_URL must begin with http:// or https://": (
                self.traces_url is not None and not self.traces_url.startswith(("http://", "https://"))
            ),
            "APP_GOOGLE_PROJECT is needed where APP_TRACES_URL is Cloud Trace": (
                self.google_project is None and self.traces_to_google
            ),
            "APP_WATCH_BACKUPS is for APP_STORE=firestore": self.watch_backups and self.store != "firestore",
            "APP_GEMINI_API_KEY is needed where APP_WRITER=gemini and APP_SECRETS=embedded": (
                self.gemini_api_key is None and self.writer == "gemini" and not in_manager
            ),
            "APP_GEMINI_API_KEY is not read where APP_SECRETS=secret_manager: add it there as gemini-api-key": (
                self.gemini_api_key is not None and in_manager
            ),
            "APP_SIGN_IN_ISSUERS or APP_IDENTITY_PLATFORM_PROJECT is needed where APP_SIGN_IN=issuers": (
                self.sign_in == "issuers" and not self._names_issuers
            ),
        }
        complaints |= {
            f"{variable(name)} is needed where APP_QUEUE=cloud_tasks": in_cloud_tasks and getattr(self, name) is None
            for name in ("google_project", "queue_location", "tasks_url", "queue_caller")
        }
        wrong = [sentence for sentence, holds in complaints.items() if holds]
        if wrong:
            raise ValueError("; ".join(wrong))
        return self

    @model_validator(mode="after")
    def _deadlines_contain_each_other(self) -> Self:
        ordered = [
            self.model_call_seconds,
            self.item_seconds,
            self.function_seconds,
            self.dispatch_seconds,
            self.lease_seconds,
        ]
        if any(inner >= outer for inner, outer in pairwise(ordered)):
            raise ValueError(
                "APP_MODEL_CALL_SECONDS < APP_ITEM_SECONDS < APP_FUNCTION_SECONDS < APP_DISPATCH_SECONDS < "
                "APP_LEASE_SECONDS must hold"
            )
        return self

    @property
    def writer_in_use(self) -> Literal["offline", "gemini", "vertex"]:
        """The writer that was chosen, or that follows from the key."""
        return self.writer or ("offline" if self.gemini_api_key is None else "gemini")

    @property
    def traces_to_google(self) -> bool:
        """Whether spans go to Cloud Trace, which asks for the function's own identity."""
        return (self.traces_url or "").startswith("https://telemetry.googleapis.com/")

    @property
    def sign_in_in_use(self) -> Literal["embedded", "issuers", "nobody"]:
        """Who vouches for people, as chosen or as it follows from the rest."""
        if self.sign_in is not None:
            return self.sign_in
        if self._names_issuers:
            return "issuers"
        return "embedded" if self.store == "embedded" else "nobody"

    @property
    def _names_issuers(self) -> bool:
        return bool(self.sign_in_issuers) or self.identity_platform_project is not None

    @property
    def deadlines(self) -> Deadlines:
        """The deadlines as services take them."""
        return Deadlines(
            model_call=self.model_call_seconds,
            item=self.item_seconds,
            function=self.function_seconds,
            dispatch=self.dispatch_seconds,
            lease=self.lease_seconds,
            repair_start=self.repair_start_seconds,
        )
