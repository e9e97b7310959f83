"""A small function over services that live in memory: what the tests of the HTTP layer send requests to."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Annotated

from flask import Flask
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError

from shared.api.app import CSV, PUBLIC, Answer, Api, Download, UploadedFile, create_app
from shared.api.language import interface_language
from shared.api.pagination import Page, PageQuery
from shared.domain.act import Act, Origin
from shared.domain.errors import (
    ConflictError,
    InvalidInputError,
    NotAuthenticatedError,
    NotFoundError,
    OutreachError,
    Sentence,
)
from shared.domain.http_policy import HttpPolicy
from shared.domain.idempotency import Claim, Finished
from shared.domain.principal import Caller, Permission, Principal, PrincipalKind, WorkspaceRole
from shared.services.limit_requests import LimitRequests
from shared.telemetry.logs import configure_logging
from tests.fakes import FixedClock

MAX_FILE_BYTES = 2**20

OWNER = "rtk_owner"
READER = "rtk_reader"
NEIGHBOUR = "rtk_neighbour"
QUEUE = "of-the-queue"

_PERMISSIONS = {
    OWNER: ("w1", frozenset(Permission)),
    READER: ("w1", frozenset({Permission.READ_CONTENT})),
    NEIGHBOUR: ("w2", frozenset(Permission)),
}


def bearer(token: str = OWNER) -> dict[str, str]:
    """The header that makes a request the token's owner's."""
    return {"Authorization": f"Bearer {token}"}


@dataclass
class MemoryOfRequests:
    """Remembers guarded requests; `events` lists what was asked of it."""

    done: dict[tuple[str, str], tuple[str, Finished]] = field(default_factory=dict)
    running: dict[tuple[str, str], str] = field(default_factory=dict)
    events: list[str] = field(default_factory=list)

    def unguarded(self) -> Claim:
        self.events.append("unguarded")
        return Claim(id="fresh")

    def begin(self, caller: Caller, route: str, key: str, digest: str) -> Claim | Finished:
        place = (caller.workspace_id + route, key)
        known = self.done[place][0] if place in self.done else self.running.get(place, digest)
        if known != digest:
            raise InvalidInputError.at("/headers/Idempotency-Key", "Otra petición.", "Another request.")
        if place in self.running:
            raise ConflictError(Sentence("En curso.", "Still running."), retry_after_seconds=7)
        if place in self.done:
            return self.done[place][1]
        self.running[place] = digest
        return Claim(id=f"derived-{key}", workspace_id=place[0], record_id=key)

    def finish(self, claim: Claim, resource_id: str, status: int) -> None:
        place = (claim.workspace_id or "", claim.record_id or "")
        self.done[place] = (self.running.pop(place), Finished(resource_id, status))
        self.events.append("finished")

    def abandon(self, claim: Claim) -> None:
        self.running.pop((claim.workspace_id or "", claim.record_id or ""))
        self.events.append("abandoned")

    def forget(self, claim: Claim) -> None:
        self.running.pop((claim.workspace_id or "", claim.record_id or ""))
        self.events.append("forgotten")


@dataclass
class RefusalsKept:
    """Keeps the actions that were refused."""

    actions: list[str]

    def refusal(self, principal: Principal, act: Act) -> None:
        self.actions.append(act.action)


@dataclass
class SmallServices:
    """The services of the small function. `failure` is what its next note raises; `illness` what health finds."""

    replay_request: MemoryOfRequests = field(default_factory=MemoryOfRequests)
    notes: dict[str, str] = field(default_factory=dict)
    failure: Exception | None = None
    illness: OutreachError | None = None
    secret: bytes = b"cursor secret"
    http_policy: HttpPolicy = field(default_factory=HttpPolicy)
    limit_requests: LimitRequests = field(default_factory=lambda: LimitRequests(FixedClock()))
    record_audit: RefusalsKept = field(default_factory=lambda: RefusalsKept([]))

    def identify(self, token: str) -> Caller:
        return self.authenticate(token, None, Origin())

    def authenticate(self, token: str, workspace_id: str | None, origin: Origin) -> Principal:
        if token not in _PERMISSIONS:
            raise NotAuthenticatedError(Sentence("No.", "No."))
        workspace, permissions = _PERMISSIONS[token]
        return Principal(workspace, PrincipalKind.KEY, token, WorkspaceRole.OWNER, permissions)

    def admit_task(self, token: str, path: str) -> None:
        if (token, path) != (QUEUE, "/v1/tasks/count"):
            raise NotAuthenticatedError(Sentence("No.", "No."))

    def cursor_secret(self) -> bytes:
        return self.secret

    def check_health(self) -> None:
        if self.illness is not None:
            raise self.illness


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


def _kind_word(text: str) -> str:
    if text == "rude":
        raise PydanticCustomError("person_name", "%s is rude" % text)  # noqa: UP031  pydantic's own form
    if text == "odd":
        raise ValueError(f"{text} is odd")
    return text


class Part(BaseModel):
    model_config = ConfigDict(extra="forbid")

    size: int = Field(ge=1, le=9)


class NoteBody(BaseModel):
    model_config = ConfigDict(extra="forbid")

    text: Annotated[str, StringConstraints(min_length=1, max_length=900_000), AfterValidator(_kind_word)]
    colour: Colour = Colour.RED
    day: date | None = None
    parts: list[Part] = []
    labels: dict[Annotated[str, StringConstraints(max_length=20)], str] = {}
    either: int | list[int] = 0
    register_: str | None = Field(default=None, alias="register", max_length=5)
    dry_run: bool = False


class NotePath(BaseModel):
    id: Annotated[str, StringConstraints(pattern="^[a-z0-9-]{1,20}$")]


class NoteView(BaseModel):
    id: str
    text: str
    register_: str | None = Field(alias="register")
    reader: str


class FileText(BaseModel):
    model_config = ConfigDict(extra="forbid")

    text: str


class FileView(BaseModel):
    name: str | None
    size: int | None
    text: str | None


class NumberQuery(PageQuery):
    colour: Colour | None = None
    up_to: int = Field(default=500, ge=0)


class Number(BaseModel):
    value: int


def note_view(services: SmallServices, id_: str) -> NoteView:
    if id_ not in services.notes:
        raise NotFoundError(Sentence("No hay tal nota.", "There is no such note."))
    return NoteView(id=id_, text=services.notes[id_], register=None, reader=interface_language())


def add_routes(api: Api, services: SmallServices) -> None:
    _add_notes(api, services)
    _add_numbers(api)
    _add_files(api)


def _add_notes(api: Api, services: SmallServices) -> None:
    @api.post(
        "/v1/notes",
        permission=Permission.EDIT_CONTENT,
        answers={201: NoteView, 200: NoteView},
        tag="notes",
        replay=lambda _principal, id_: note_view(services, id_),
    )
    def create_note(principal: Principal, body: NoteBody, claim: Claim) -> Answer:
        """Write a note.

        It is kept until it is read.
        """
        if services.failure is not None:
            raise services.failure
        if body.dry_run:
            return Answer(NoteView(id="-", text=body.text, register=None, reader="-"))
        services.notes[claim.id] = body.text
        location = {"Location": f"/v1/notes/{claim.id}"}
        return Answer(note_view(services, claim.id), 201, location, remember=claim.id)

    @api.get("/v1/notes/<id>", permission=Permission.READ_CONTENT, answers={200: NoteView}, tag="notes")
    def get_note(principal: Principal, path: NotePath) -> NoteView:
        """One note."""
        return note_view(services, path.id)

    @api.put("/v1/notes/<id>", permission=Permission.EDIT_CONTENT, answers={200: NoteView}, tag="notes")
    def put_note(principal: Principal, path: NotePath, body: NoteBody) -> NoteView:
        """Replace a note."""
        services.notes[path.id] = body.text
        return note_view(services, path.id)

    @api.delete("/v1/notes/<id>", permission=Permission.EDIT_CONTENT, answers={204: None}, tag="notes")
    def delete_note(principal: Principal, path: NotePath) -> Answer:
        """Delete a note."""
        services.notes.pop(path.id)
        return Answer(None, 204)


def _add_files(api: Api) -> None:
    @api.post(
        "/v1/files",
        permission=Permission.EDIT_CONTENT,
        answers={201: FileView},
        tag="files",
        replay=lambda _principal, id_: FileView(name=id_, size=None, text=None),
        max_body_bytes=MAX_FILE_BYTES,
    )
    def create_file(principal: Principal, file: UploadedFile | None, body: FileText | None, claim: Claim) -> Answer:
        """Keep a file, or a text."""
        size = None if file is None else len(file.data)
        view = FileView(name=file and file.filename, size=size, text=body and body.text)
        return Answer(view, 201, remember=claim.id)

    @api.put("/v1/pictures", permission=Permission.EDIT_CONTENT, answers={204: None}, tag="files")
    def put_picture(principal: Principal, file: UploadedFile) -> Answer:
        """Keep a picture."""
        return Answer(None, 204)

    @api.get("/v1/files/<id>.csv", permission=Permission.READ_CONTENT, answers={200: CSV}, tag="files")
    def get_file(principal: Principal, path: NotePath) -> Download:
        """A file, made while it is sent."""

        def parts() -> Iterator[bytes]:
            if path.id == "gone":
                raise NotFoundError(Sentence("No hay tal archivo.", "There is no such file."))
            yield b"a,b\r\n"
            yield b"1,2\r\n"

        return Download("informe año.csv", parts())


def _add_numbers(api: Api) -> None:
    @api.get("/v1/numbers", permission=Permission.READ_CONTENT, answers={200: Page[Number]}, tag="numbers")
    def list_numbers(principal: Principal, query: NumberQuery) -> Page[Number]:
        """The numbers from 1."""
        position = api.position(principal, query)
        first = 1 if position is None else int(str(position[0])) + 1
        last = min(query.up_to, first + query.limit - 1)
        following = (last, "id") if last < query.up_to else None
        return api.page(principal, query, [Number(value=value) for value in range(first, last + 1)], following)

    @api.get("/v1/open", permission=PUBLIC, answers={200: Number}, tag="numbers")
    def get_open() -> Number:
        """Open to strangers."""
        return Number(value=1)


def small_app(services: SmallServices | None = None) -> Flask:
    configure_logging(for_terminal=False)
    return create_app("small", add_routes, services or SmallServices())
