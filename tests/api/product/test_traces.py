"""Where traces are on, a collector gets the spans of a request together, and nothing of the people in it."""

import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from shared.config import Settings
from shared.domain.errors import Sentence, UpstreamFailedError
from shared.telemetry import open_telemetry, spans
from shared.telemetry.trace import current_traceparent
from tests.api.product.caller import Caller
from tests.fakes import ScriptedWriter
from tests.trace_collector import CollectedSpan, TraceCollector

TRACE, CALLER = "0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331"
ASKED = {
    "prospect": {"full_name": "Ximena Zubizarreta", "title": "Directora de Compras", "company": "Aceros Urdaibai"},
    "format": "linkedin_note",
    "language": "es",
}


@pytest.fixture
def collector(monkeypatch: pytest.MonkeyPatch) -> Iterator[TraceCollector]:
    monkeypatch.setattr(spans._Process, "tracer", None)  # and what a test sets is taken back
    monkeypatch.setattr(open_telemetry, "EXPORT_SECONDS", 60.0)  # a busy machine is not what is tested
    with TraceCollector() as collector:
        yield collector


@pytest.fixture
def traced(start: Callable[..., Caller], data_dir: Path, collector: TraceCollector) -> Callable[..., Caller]:
    return lambda **adapters: start(settings=Settings(data_dir=data_dir, traces_url=collector.url), **adapters)


def of_route(collector: TraceCollector, route: str) -> list[CollectedSpan]:
    """The one export whose request asked for the route."""
    (found,) = (export for export in collector.exports if export[-1].attributes.get("http.route") == route)
    return found


def test_a_generation_is_one_export_in_which_model_gate_and_store_are_parts_of_the_request(traced, collector):
    assert traced().post("/v1/generations", ASKED).status_code == 201
    *parts, request = of_route(collector, "/v1/generations")
    assert request.name == "POST /v1/generations"
    assert request.parent == ""
    assert request.attributes == {
        "faas.name": "generate",
        "http.route": "/v1/generations",
        "http.response.status_code": "201",
    }
    assert {part.parent for part in parts} == {request.id}
    assert {part.trace for part in parts} == {request.trace}
    assert "0" not in {part.attributes.get("documents") for part in parts if part.name == "store.get"}
    assert {"model.write", "gate", "store.get", "store.query", "store.write"} <= {part.name for part in parts}
    (model,) = (part for part in parts if part.name == "model.write")
    assert model.attributes["gen_ai.provider.name"] == "offline"
    assert collector.resources[0]["service.name"] == "outreach"


def test_a_request_goes_on_in_the_trace_that_it_came_with(traced, collector):
    traced().get("/v1/settings", headers={"traceparent": f"00-{TRACE}-{CALLER}-01"})
    request = of_route(collector, "/v1/settings")[-1]
    assert (request.trace, request.parent) == (TRACE, CALLER)


def test_a_trace_that_is_not_recorded_elsewhere_is_not_recorded_here(traced, collector):
    answer = traced().get("/v1/settings", headers={"traceparent": f"00-{TRACE}-{CALLER}-00"})
    assert answer.status_code == 200
    assert all(export[-1].attributes["http.route"] != "/v1/settings" for export in collector.exports)


def test_spans_hold_no_word_of_people_and_no_key(traced, collector):
    caller = traced()
    caller.post("/v1/generations", ASKED)
    caller.get("/v1/messages", query_string={"q": "Zubizarreta"})
    assert len(collector.exports) >= 2
    for secret in ("Zubizarreta", "Ximena", "Urdaibai", "Compras", caller.key):
        assert secret.encode() not in collector.bytes


def test_what_fails_says_its_type_and_no_more(traced, collector):
    sentence = Sentence("El modelo falló con Zubizarreta.", "The model failed at Zubizarreta.")
    writer = ScriptedWriter(UpstreamFailedError(sentence))
    assert traced(writer=writer).post("/v1/generations", ASKED).status_code == 502
    *parts, request = of_route(collector, "/v1/generations")
    (model,) = (part for part in parts if part.name == "model.write")
    assert model.failed
    assert model.attributes["error.type"] == "shared.domain.errors.UpstreamFailedError"
    assert request.failed
    assert request.attributes["error.type"] == "502"
    assert b"Zubizarreta" not in collector.bytes


def test_what_a_request_causes_stands_below_its_span(traced, collector, monkeypatch):
    stood: list[str | None] = []
    caller = traced()
    read = caller.services.read_settings

    def read_and_note(principal):
        stood.append(current_traceparent())
        return read(principal)

    monkeypatch.setattr(caller.services, "read_settings", read_and_note)
    caller.get("/v1/settings", headers={"traceparent": f"00-{TRACE}-{CALLER}-01"})
    assert stood == [f"00-{TRACE}-{of_route(collector, '/v1/settings')[-1].id}-01"]


def test_a_collector_that_is_away_changes_no_answer(start, data_dir, collector, monkeypatch):
    monkeypatch.setattr(open_telemetry, "EXPORT_SECONDS", 0.1)
    with socket.socket() as taken:  # bound and not listening: connections are refused
        taken.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{taken.getsockname()[1]}/v1/traces"
        caller = start(settings=Settings(data_dir=data_dir, traces_url=url))
        assert caller.post("/v1/generations", ASKED).status_code == 201


def test_without_a_collector_nothing_is_traced(start, collector):
    assert start().post("/v1/generations", ASKED).status_code == 201
    assert collector.exports == []
