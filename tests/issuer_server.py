"""An issuer that serves its description and its keys on this machine, and signs whatever a test asks for."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import jwt
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from jwt.algorithms import ECAlgorithm, RSAAlgorithm


class Issuer:
    """`keys` are served as they are; `requests` counts what was asked for, by path; `down` answers 503."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.requests: dict[str, int] = {}
        self.down = False
        self.private: dict[str, tuple[str, Any]] = {}
        self.description: dict[str, Any] = {"issuer": address, "jwks_uri": f"{address}/keys"}
        self.add_key("rsa-1", "RS256")

    def add_key(self, key_id: str, algorithm: str) -> None:
        made: Any = (
            rsa.generate_private_key(65537, 2048) if algorithm == "RS256" else ec.generate_private_key(ec.SECP256R1())
        )
        self.private[key_id] = (algorithm, made)

    def remove_key(self, key_id: str) -> None:
        del self.private[key_id]

    def keys(self) -> dict[str, Any]:
        kinds: dict[str, Any] = {"RS256": RSAAlgorithm, "ES256": ECAlgorithm}
        return {
            "keys": [
                {
                    **kinds[algorithm].to_jwk(key.public_key(), as_dict=True),
                    "kid": key_id,
                    "use": "sig",
                    "alg": algorithm,
                }
                for key_id, (algorithm, key) in self.private.items()
            ]
        }

    def sign(self, claims: dict[str, Any], key_id: str = "rsa-1", **headers: Any) -> str:
        algorithm, key = self.private[key_id]
        return jwt.encode(claims, key, algorithm, headers={"kid": key_id, **headers})


@contextmanager
def running_issuer() -> Iterator[Issuer]:
    """The issuer, for as long as the block runs."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler())
    issuer = Issuer(f"http://127.0.0.1:{server.server_port}")
    server.issuer = issuer  # type: ignore[attr-defined]
    thread = threading.Thread(target=lambda: server.serve_forever(poll_interval=0.02))
    thread.start()
    yield issuer
    server.shutdown()
    thread.join()
    server.server_close()


def _handler() -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            issuer: Issuer = self.server.issuer  # type: ignore[attr-defined]
            issuer.requests[self.path] = issuer.requests.get(self.path, 0) + 1
            pages = {"/keys": issuer.keys(), "/.well-known/openid-configuration": issuer.description}
            body = json.dumps(pages.get(self.path, {})).encode()
            self.send_response(503 if issuer.down else 200 if self.path in pages else 404)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: Any) -> None:
            pass

    return Handler
