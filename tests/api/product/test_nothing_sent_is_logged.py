"""Whatever is sent to whichever route, in a body, a path, a query or a header: none of it stands in a log."""

from typing import Any

from scripts.function_apps import all_routes
from scripts.openapi_document import openapi_document
from shared.api.route import PUBLIC, Internal, Route
from tests.api.accounts.people import signed_in
from tests.api.product.caller import Caller
from tests.api.product.test_batches import Worked
from tests.builders import form

PLANTED = "zoraidaplantada"
PERSON = {
    "full_name": "Zoraidaplantada Quiroga",
    "email": f"{PLANTED}@quiroga.example",
    "linkedin_url": f"https://www.linkedin.com/in/{PLANTED}",
    "title": f"Directora de {PLANTED}",
    "company": f"{PLANTED} SL",
    "posts": [f"Ayer {PLANTED}."],
    "custom": {PLANTED: PLANTED},
}
HISTORY = (
    f"Nombre completo;Correo;Canal;Fecha de envío;Mensaje\nIria {PLANTED};{PLANTED}@x.example;correo;03/11/2026;Hola\n"
)
NAMES = """User-Agent Idempotency-Key If-Match Accept-Language Origin Referer Cookie traceparent X-Cloud-Trace-Context
X-Forwarded-For X-Request-Id X-CloudTasks-TaskName"""
HEADERS = dict.fromkeys(NAMES.split(), PLANTED)
ROUTES = [route for routes in all_routes().values() for route in routes if route.permission is not PUBLIC]
DOCUMENT = openapi_document([route for route in ROUTES if not isinstance(route.permission, Internal)])


def logged(capsys: Any) -> str:
    lines: str = capsys.readouterr().err
    assert "request_answered" in lines
    assert not [line for line in lines.splitlines() if "request_failed" in line]
    return lines.lower()


def test_what_was_sent_to_any_route_is_in_no_log(caller: Caller, capsys: Any) -> None:
    statuses = set()
    for route in ROUTES:
        path = route.path.replace("<", PLANTED + "<").split("<")[0] if "<" in route.path else route.path
        for sent in (planted(route), planted(route) | {PLANTED: PLANTED}):
            body = sent if route.model("body") is not None else None
            statuses.add(caller.send(route.method, path, body, HEADERS).status_code)
        for headers in ({"X-Workspace": PLANTED}, {"Authorization": f"Bearer {PLANTED}"}):
            statuses.add(caller.send(route.method, f"{path}?q={PLANTED}&cursor={PLANTED}", None, headers).status_code)
        statuses.add(caller.send(route.method, path, data=f'{{"{PLANTED}'.encode(), headers={}).status_code)
    assert {200, 201, 400, 401, 403, 404, 422} <= statuses
    assert PLANTED not in logged(capsys)


def planted(route: Route) -> dict[str, Any]:
    """A body by the description with the word wherever a text may stand; {} where it takes none."""
    if isinstance(route.permission, Internal) or route.model("body") is None:
        return {}
    operation = DOCUMENT["paths"][route.template][route.method.lower()]
    content = operation["requestBody"]["content"]
    made = example(content["application/json"]["schema"], 0) if "application/json" in content else {}
    return made if isinstance(made, dict) else {}


def example(schema: Any, depth: int) -> Any:
    while "$ref" in schema:
        schema = DOCUMENT["components"]["schemas"][schema["$ref"].rpartition("/")[2]]
    for inner in (*schema.get("anyOf", ()), *schema.get("oneOf", ())):
        return example(inner, depth)
    simple = {"integer": 1, "number": 1, "boolean": True, "string": schema.get("enum", [PLANTED])[0]}
    match schema.get("type"):
        case "object" if depth < 6:
            return {name: example(inner, depth + 1) for name, inner in schema.get("properties", {}).items()}
        case "array":
            return [example(schema.get("items", {}), depth + 1)]
        case kind:
            return simple.get(kind)


def uploaded(caller: Caller, path: str, text: str) -> Any:
    form_data = form(("file", text.encode(), f"{PLANTED}.csv"))
    return caller.post(path, data=form_data, content_type="multipart/form-data; boundary=b")


def test_what_people_do_with_a_person_is_in_no_log(start: Any, capsys: Any) -> None:
    """From the file to the erasure, by every way that text comes in or goes out."""
    worked = Worked(start)
    caller = worked.caller
    imported = uploaded(caller, "/v1/imports", f"Nombre,Correo,Notas\n{PLANTED} Q,{PLANTED}@y.example,x\n").get_json()
    worked.create(prospects=[PERSON])
    worked.create(import_id=imported["id"], prospects=None)
    worked.work()
    answers = [uploaded(caller, "/v1/history-imports", HISTORY)]
    message = caller.generate(prospect=PERSON, instructions=f"Nombra {PLANTED}")
    path = f"/v1/messages/{message['id']}"
    edit = {"subject": None, "body": f"Hola, Zoraidaplantada: {PLANTED}"}
    edited = caller.patch(path, edit, headers={"If-Match": f'"{message["fingerprint"]}"'})
    fingerprint = edited.get_json()["fingerprint"]
    answers += [
        edited,
        caller.post(f"{path}/approve", {"fingerprint": fingerprint, "reason": f"Porque {PLANTED}"}),
        caller.post(f"{path}/outcomes", {"kind": "sent", "account": PLANTED, "note": PLANTED}),
        caller.post("/v1/replies", {"text": f"Sí, {PLANTED}", "channel": "email", "message_id": message["id"]}),
        caller.post("/v1/suppressions", {"email": f"otra@{PLANTED}.example", "reason": "requested"}),
        caller.get(f"/v1/messages?q={PLANTED}"),
        caller.get(f"/v1/prospects/{message['prospect']['id']}/export.json"),
        caller.get("/v1/suppressions/export.csv"),
    ]
    export = caller.post("/v1/exports", {"filter": {"q": PLANTED}}).get_json()
    answers += [caller.get(export["url"]), caller.delete(f"/v1/prospects/{message['prospect']['id']}")]
    worked.work()
    signed_in(caller.services, PLANTED).get("/v1/messages")
    caller.services.run_tick()
    assert [answer.status_code for answer in answers if answer.status_code >= 400] == []
    assert PLANTED in answers[-2].get_data(as_text=True).lower()
    assert PLANTED not in logged(capsys)
