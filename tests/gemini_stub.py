"""A server that answers like Gemini's generateContent, well or badly, as scripted.

    with GeminiStub() as stub:
        stub.script(error(503), cut(), slow(message("Hola"), seconds=2.0))
        ... point the writer at stub.url ...
        assert stub.requests[0].system_instruction == ...

Replies are taken from the script in order; when it is used up, `default` answers. The forms of answers and errors are
those of Google's REST reference (https://ai.google.dev/api/generate-content) and of google.rpc.Status.
"""

import json
import re
import socket
import threading
import time
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Self

Json = dict[str, Any]

_PATH = re.compile(r"/(?P<version>v1|v1beta|v1beta1)/(?:.+/)?models/(?P<model>[^/:]+):(?P<method>\w+)$")
_STATUSES = {
    400: "INVALID_ARGUMENT",
    401: "UNAUTHENTICATED",
    403: "PERMISSION_DENIED",
    404: "NOT_FOUND",
    429: "RESOURCE_EXHAUSTED",
    500: "INTERNAL",
    503: "UNAVAILABLE",
    504: "DEADLINE_EXCEEDED",
}


@dataclass(frozen=True)
class Reply:
    """One HTTP answer: `delay` seconds before it; `pause` seconds between its bytes, which come `piece` at a time.

    With `cut_after` the connection closes after so many bytes of the body.
    """

    status: int = 200
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    delay: float = 0.0
    pause: float = 0.0
    piece: int = 1
    cut_after: int | None = None


@dataclass(frozen=True)
class StubRequest:
    """What a client sent."""

    path: str
    model: str
    headers: Mapping[str, str]
    body: Json

    @property
    def system_instruction(self) -> str:
        """The text of the system instruction."""
        return "".join(part["text"] for part in self.body["systemInstruction"]["parts"])

    @property
    def contents(self) -> str:
        """The text of all turns."""
        return "".join(part["text"] for turn in self.body["contents"] for part in turn["parts"])

    @property
    def generation_config(self) -> Json:
        """The configuration of the generation."""
        config: Json = self.body["generationConfig"]
        return config


@dataclass(frozen=True)
class Tokens:
    """What an answer says that it took."""

    prompt: int = 800
    candidates: int = 90
    thoughts: int = 0


Answerer = Callable[[StubRequest], Reply]


def message(
    body: str, subject: str | None = None, claims: list[Json] | None = None, tokens: Tokens = Tokens()
) -> Reply:
    """A good answer in the asked form."""
    content: Json = {"body": body, "claims": claims or []}
    if subject is not None:
        content["subject"] = subject
    usage = {"promptTokenCount": tokens.prompt, "candidatesTokenCount": tokens.candidates}
    if tokens.thoughts:
        usage["thoughtsTokenCount"] = tokens.thoughts
    return text(json.dumps(content), usage=usage)


def text(content: str, finish_reason: str | None = "STOP", usage: Json | None = None) -> Reply:
    """An answer whose only part is `content`, whatever that is."""
    candidate: Json = {"content": {"parts": [{"text": content}], "role": "model"}, "index": 0}
    if finish_reason is not None:
        candidate["finishReason"] = finish_reason
    return response({"candidates": [candidate], "usageMetadata": usage or {"promptTokenCount": 800}})


def response(body: Json) -> Reply:
    """A 200 with any JSON object."""
    return Reply(body=json.dumps(body).encode())


def raw(body: bytes) -> Reply:
    """A 200 with any bytes."""
    return Reply(body=body)


def stopped(finish_reason: str) -> Reply:
    """A candidate without content, ended for `finish_reason`."""
    return response({"candidates": [{"finishReason": finish_reason, "index": 0}], "usageMetadata": {}})


def cut() -> Reply:
    """An answer that the cap on tokens cut in the middle of its JSON."""
    return text('{"body": "Hola, he vis', finish_reason="MAX_TOKENS")


def prompt_blocked(reason: str = "SAFETY") -> Reply:
    """A refusal of the prompt itself: no candidates at all."""
    return response({"promptFeedback": {"blockReason": reason}, "usageMetadata": {"promptTokenCount": 800}})


def empty() -> Reply:
    """No candidates, and no reason."""
    return response({"candidates": [], "usageMetadata": {"promptTokenCount": 800}})


def error(status: int, reason: str | None = None, retry_delay: str | None = None, **headers: str) -> Reply:
    """A google.rpc.Status, with an ErrorInfo, a RetryInfo and headers (`retry_after="7"`) where given."""
    details: list[Json] = []
    if reason is not None:
        details.append({"@type": "type.googleapis.com/google.rpc.ErrorInfo", "reason": reason})
    if retry_delay is not None:
        details.append({"@type": "type.googleapis.com/google.rpc.RetryInfo", "retryDelay": retry_delay})
    status_body = {
        "code": status,
        "message": "scripted",
        "status": _STATUSES.get(status, "UNKNOWN"),
        "details": details,
    }
    names = {name.replace("_", "-").title(): value for name, value in headers.items()}
    return Reply(status, json.dumps({"error": status_body}).encode(), names)


def key_invalid() -> Reply:
    """How Gemini says that a key is wrong: a 400."""
    return error(400, reason="API_KEY_INVALID")


def slow(reply: Reply, seconds: float) -> Reply:
    """`reply` after so many seconds of silence."""
    return replace(reply, delay=seconds)


def trickled(reply: Reply, pause: float, piece: int = 1) -> Reply:
    """`reply` in pieces of so many bytes, with a pause before each."""
    return replace(reply, pause=pause, piece=piece)


def torn(reply: Reply, after: int = 20) -> Reply:
    """`reply` whose connection closes after so many bytes of the body."""
    return replace(reply, cut_after=after)


class GeminiStub:
    """The server. `key`, if given, is the only one that it accepts; `latency` seconds pass before every default."""

    def __init__(self, default: Reply | Answerer | None = None, key: str | None = None, latency: float = 0.0) -> None:
        self._default = default or message("Hola, una pregunta breve: ¿cómo lo hacéis hoy?")
        self._key = key
        self._latency = latency
        self._script: deque[Reply] = deque()
        self._lock = threading.Lock()
        self.requests: list[StubRequest] = []
        self._server = _Server(self)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True)

    @property
    def url(self) -> str:
        """The base URL to give to a client."""
        return f"http://127.0.0.1:{self._server.server_port}"

    def script(self, *replies: Reply) -> None:
        """Give these replies to the next requests, in order."""
        with self._lock:
            self._script.extend(replies)

    def reply_to(self, request: StubRequest) -> Reply:
        """The reply to `request`, which is recorded."""
        with self._lock:
            self.requests.append(request)
            scripted = self._script.popleft() if self._script else None
        if self._key is not None and request.headers.get("x-goog-api-key") != self._key:
            return key_invalid()
        if scripted is not None:
            return scripted
        reply = self._default if isinstance(self._default, Reply) else self._default(request)
        return replace(reply, delay=reply.delay + self._latency)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error_: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()


class _Server(ThreadingHTTPServer):
    """Keeps no thread waiting for another, and refuses no burst of connections."""

    daemon_threads = True
    block_on_close = False
    request_queue_size = 256

    def __init__(self, stub: GeminiStub) -> None:
        self.stub = stub
        super().__init__(("127.0.0.1", 0), _Handler)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Stay silent: a client that was killed leaves a broken connection."""


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    protocol_version = "HTTP/1.1"
    timeout = 30
    disable_nagle_algorithm = True

    def do_POST(self) -> None:
        content = self.rfile.read(int(self.headers["Content-Length"]))
        match = _PATH.fullmatch(self.path)
        if match is None or match["method"] != "generateContent":
            self._send(error(404))
            return
        headers = {name.lower(): value for name, value in self.headers.items()}
        request = StubRequest(self.path, match["model"], headers, json.loads(content))
        self._send(self.server.stub.reply_to(request))

    def _send(self, reply: Reply) -> None:
        time.sleep(reply.delay)
        try:
            self.send_response(reply.status)
            for name, value in {"Content-Type": "application/json", **reply.headers}.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(reply.body)))
            self.end_headers()
            self._send_body(reply)
        except OSError:
            self.close_connection = True

    def _send_body(self, reply: Reply) -> None:
        body = reply.body[: reply.cut_after]
        piece = reply.piece if reply.pause else max(len(body), 1)
        for start in range(0, len(body), piece):
            time.sleep(reply.pause)
            self.wfile.write(body[start : start + piece])
        if reply.cut_after is not None:
            self.close_connection = True
            self.connection.shutdown(socket.SHUT_RDWR)

    def log_message(self, *args: object) -> None:
        """Stay silent: what is posted here looks like people's data."""
