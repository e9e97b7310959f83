"""Two workspaces on one store: one that is full, and a stranger's next door who would like to know what is in it."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from flask.testing import FlaskClient

from scripts.function_apps import all_routes, build_apps
from shared.adapters.embedded.sqlite_documents import SqliteDocuments
from shared.adapters.system import SystemClock
from shared.api.route import PUBLIC, Route
from shared.bootstrap import DEMO_KEY_FILE, Services, build_services
from shared.config import Settings
from shared.domain.documents import Aggregate, Document, Operation, Query
from shared.domain.ids import is_id
from shared.ports import Documents
from shared.prompts.demo_people import LOCAL_PEOPLE
from shared.repositories.store import DECLARED_INDEXES
from shared.repositories.workspace_contents import COLLECTIONS, NESTED, WorkspaceContents
from shared.services.open_demo import DEMO_WORKSPACE
from tests.api.accounts.people import ADDRESS
from tests.api.product.caller import GENERATION, Caller
from tests.api.product.test_batches import Worked

STRANGE_ID = "a" * 26
ROUTES = [route for routes in all_routes().values() for route in routes if not route.path.startswith("/v1/tasks/")]
CLOSED = [route for route in ROUTES if route.permission is not PUBLIC]
LISTS = [route for route in CLOSED if route.method == "GET" and "<" not in route.path]
NAMING = [route for route in CLOSED if "<id>" in route.path]
"""A role's key and a month are the caller's own choice, no ids: who names another's names their own."""
KINDS = {*COLLECTIONS, *(name for names in NESTED.values() for name in names)}

MADE: Sequence[tuple[str, Mapping[str, Any]]] = (
    ("/v1/api-keys", {"name": "k", "role": "viewer"}),
    ("/v1/invitations", {"email": "nuria@talaya.example", "role": "agent"}),
    ("/v1/templates", {"name": "t", "format": "email", "language": "es", "subject": "s", "body": "hola"}),
    ("/v1/imports", {"text": "name,company\nIria Souto,Astilleros Norte\n"}),
    ("/v1/imports", {"text": "Quien,Donde,Otra cosa\nIria Souto,Astilleros Norte,x\n"}),
    ("/v1/webhooks", {"url": "https://hooks.talaya.example/x"}),
    ("/v1/exports", {"layout": "hubspot"}),
    ("/v1/schedules", {"name": "s", "cron": "0 9 * * MON", "format": "email"}),
)


class Front:
    """All functions behind one address."""

    def __init__(self, services: Services) -> None:
        self.clients: dict[str, FlaskClient] = {name: app.test_client() for name, app in build_apps(services).items()}
        self._owners = {(route.method, route.path): name for name, routes in all_routes().items() for route in routes}

    def send(self, route: Route, token: str | None, path: str, **options: Any) -> Any:
        headers = {} if token is None else {"Authorization": f"Bearer {token}"}
        client = self.clients[self._owners[route.method, route.path]]
        return client.open(path, method=route.method, headers=headers, **options)


def filled(route: Route, value: str) -> str:
    return re.sub(r"<[^>]+>", value, route.path)


def token_of(services: Services, subject: str) -> str:
    assert services.local_issuer is not None
    person = next(person for person in LOCAL_PEOPLE if person.subject == subject)
    return services.local_issuer().token(person, ADDRESS)


def told(answer: Any) -> tuple[int, str]:
    """What an answer says, but for ids, moments and figures of its own."""
    text = re.sub(r"\b[a-z2-7]{26}\b", "ID", answer.get_data(as_text=True))
    return answer.status_code, re.sub(r"\d{4}-\d\d(-\d\d)?(T[\d:.]+Z)?", "DATE", text)


class HastyClock(SystemClock):
    """In a hurry, seconds pass with each look at it, so that no limit of requests a minute is ever reached."""

    def __init__(self) -> None:
        self._ahead = 0.0
        self.in_a_hurry = False

    def monotonic(self) -> float:
        self._ahead += 0.5 * self.in_a_hurry
        return super().monotonic() + self._ahead


class WatchedDocuments:
    """A store that keeps what it was asked for: the path of a document, or of what a query looked through."""

    def __init__(self, inner: Documents) -> None:
        self._inner = inner
        self.asked: list[str] = []

    def get(self, path: str) -> Document | None:
        self.asked.append(path)
        return self._inner.get(path)

    def get_many(self, paths: Sequence[str]) -> list[Document | None]:
        self.asked += paths
        return self._inner.get_many(paths)

    def query(self, query: Query) -> list[Document]:
        self.asked.append(query.collection)
        return self._inner.query(query)

    def aggregate(self, query: Query, sums: Sequence[str] = ()) -> Aggregate:
        self.asked.append(query.collection)
        return self._inner.aggregate(query, sums)

    def write(self, operations: Sequence[Operation]) -> str:
        return self._inner.write(operations)

    def close(self) -> None:
        self._inner.close()


class Neighbours:
    """The demo workspace with something of every kind in it, and what its stranger saw before it had."""

    def __init__(self, folder: Path) -> None:
        self.clock = HastyClock()
        self.store = WatchedDocuments(SqliteDocuments(folder / "documents.sqlite3", DECLARED_INDEXES))
        self.worked = Worked(lambda queue: self._started(folder, queue))
        self.stranger = token_of(self.services, "guest")
        opened = self.front.clients["accounts"].post(
            "/v1/workspaces", json={"name": "Vecinos"}, headers={"Authorization": f"Bearer {self.stranger}"}
        )
        self.home = opened.get_json()["id"]
        self.seen_before = self.lists()
        self.made: list[str] = []  # what lies outside the workspace's path (invitations) is found by nothing else
        self._fill()
        self.seen_after = self.lists()
        self.clock.in_a_hurry = True
        self.before = self.contents()
        self.ids = [DEMO_WORKSPACE, *dict.fromkeys([*self._ids_of_each_kind(), *self.made])]
        self._markers = self._words()

    def _started(self, folder: Path, queue: Any) -> Caller:
        settings = Settings(data_dir=folder, demo_messages=0)
        self.services = build_services(settings, clock=self.clock, documents=self.store, queue=queue)
        self.front = Front(self.services)
        key = (folder / DEMO_KEY_FILE).read_text().strip()
        return Caller(list(self.front.clients.values()), key, self.services)

    def _fill(self) -> None:
        owner = self.worked.caller
        self._experiment(owner)
        sent = owner.generate()
        owner.post(f"/v1/messages/{sent['id']}/approve", {"fingerprint": sent["fingerprint"]})
        assert owner.post(f"/v1/messages/{sent['id']}/outcomes", {"kind": "sent"}).status_code == 201
        erased = owner.generate(prospect={"full_name": "Iria Souto"})["prospect"]["id"]
        assert owner.delete(f"/v1/prospects/{erased}").status_code in (202, 204)
        for path, body in MADE:
            answer = owner.post(path, body, headers={"Idempotency-Key": str(len(self.made))})
            assert answer.status_code == 201, (path, answer.get_json())
            self.made.append(answer.get_json()["id"])
        unwanted = {"email": "baja@talaya.example", "reason": "requested"}
        assert owner.post("/v1/suppressions", unwanted).status_code in (200, 201)
        webhook, schedule = self.made[5], self.made[7]
        assert owner.post(f"/v1/webhooks/{webhook}/test").status_code == 200
        assert owner.post(f"/v1/schedules/{schedule}/run").status_code in (200, 202)
        self.worked.create()
        self.worked.work()
        self.services.run_tick()
        self.worked.work()
        owner.generate(**GENERATION)

    def _experiment(self, owner: Caller) -> None:
        prompt = {"role": "operations", "format": "email", "language": "es", "text": "Escribe.", "note": "n"}
        variants = [{"prompt_id": owner.post("/v1/prompts", prompt).get_json()["id"]} for _ in range(2)]
        answer = owner.post("/v1/experiments", {"name": "e", "variants": variants})
        assert answer.status_code == 201, answer.get_json()

    def lists(self) -> dict[str, tuple[int, str]]:
        """What each list tells the stranger. Their own log grows as they look, and the night proves their counters."""
        routes = [route for route in LISTS if not route.path.startswith(("/v1/audit", "/v1/metrics/proofs"))]
        return {route.template: told(self.ask(route, route.path)) for route in routes}

    def ask(self, route: Route, path: str, **options: Any) -> Any:
        """The answer to the stranger."""
        return self.front.send(route, self.stranger, path, **options)

    def contents(self) -> dict[str, Any]:
        """What the workspace holds, but for what its own log says."""
        return {path: payload for path, payload in self._all().items() if f"{DEMO_WORKSPACE}/audit/" not in path}

    def kinds(self) -> set[str]:
        """The collections that hold something."""
        return {path.split("/")[-2] for path in self._all()}

    def _all(self) -> dict[str, Any]:
        walk = WorkspaceContents(self.services.documents, DEMO_WORKSPACE).walk()
        return {document.path: dict(document.payload) for document in walk}

    def _ids_of_each_kind(self) -> Iterator[str]:
        """Up to two ids of each collection."""
        kinds: Counter[str] = Counter()
        for path in sorted(self._all()):
            _, kind, id_ = path.rsplit("/", 2)
            kinds[kind] += 1
            if kinds[kind] <= 2:
                yield id_

    def _words(self) -> list[str]:
        texts = {"Iria Souto", "Talaya (demo)", "nuria@talaya.example", "hooks.talaya.example"}
        for path, payload in self.before.items():
            if "/prospects/" in path:
                known = payload["prospect"]
                texts |= {known[name] for name in ("full_name", "email", "linkedin_url") if known.get(name)}
        return sorted(texts) + [id_ for id_ in self.ids if is_id(id_)]

    def leaks(self, text: str, sent: str) -> list[str]:
        """What of the workspace stands in an answer, beyond what was asked for."""
        return [marker for marker in self._markers if marker in text and marker not in sent]
