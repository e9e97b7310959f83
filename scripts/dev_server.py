"""Serve the whole product on this machine: every function in one process, on http://localhost:$PORT (8080).

    make run

Only this machine can reach it. Ctrl-C finishes what is running and ends.
"""

import logging
import os
import socket
import sys
import time
from collections.abc import Callable
from pathlib import Path

from scripts.build_web import built
from scripts.function_apps import build_apps
from scripts.graceful_server import GracefulServer
from scripts.item_process import ItemProcess
from scripts.local_clock import LocalClock
from scripts.local_router import LocalRouter
from scripts.local_site import LocalSite, create_site
from scripts.openapi_document import openapi_document
from scripts.parent_watch import end_with_parent
from scripts.route_table import owners
from shared.adapters.system import SystemClock
from shared.api.app import declared_routes
from shared.bootstrap import DEMO_KEY_FILE, Services, build_services, read_environment
from shared.domain.errors import NotAuthenticatedError, OutreachError, Sentence, StartError, UpstreamFailedError

HOST = "127.0.0.1"
DEFAULT_PORT = "8080"

_PORT_PATIENCE_SECONDS = 2.0
_LARGEST_PORT = 65_535
_NO_KEY = Sentence("La clave de demostración falta o no vale.", "The demo key is missing or does not hold.")


def main() -> int:
    """Serve until told to end, then 0; 1, with one sentence, if that cannot start."""
    if "MAKELEVEL" in os.environ:
        end_with_parent()
    try:
        _run(_bound_socket(_port()))
    except OutreachError as error:
        print(f"{error.sentence.es} / {error.sentence.en}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        pass
    return 0


def _run(listener: socket.socket) -> None:
    settings = read_environment()
    services = build_services(settings)
    key_file = (settings.data_dir / DEMO_KEY_FILE).absolute() if settings.demo else None
    port = listener.getsockname()[1]
    delivery = services.tasks.delivery
    app = compose(services, f"http://localhost:{port}", key_file)
    server = _server(listener, app, None if delivery is None else delivery.pause)
    second = ItemProcess() if min(settings.queue_processes, os.cpu_count() or 1) > 1 else None
    if delivery is not None:
        delivery.start(f"http://{HOST}:{port}", second)
        LocalClock(services.tasks.queue, SystemClock()).start()
    _announce(f"http://localhost:{port}", key_file)
    if server.serve():
        services.close()
    if second is not None:
        second.close()


def compose(services: Services, address: str, key_file: Path | None) -> LocalRouter:
    """The product as one WSGI app: every function's paths, and the local pages for the rest."""
    apps = build_apps(services)
    routes = {name: declared_routes(app) for name, app in apps.items()}
    site = LocalSite(
        address=address,
        key_file=key_file,
        functions=tuple(apps),
        describe=lambda: openapi_document(route for declared in routes.values() for route in declared),
        check_health=_health_check(services, key_file),
        web=built(),
        issuer=services.local_issuer,
        issuers=services.settings.sign_in_issuers,
    )
    return LocalRouter(apps, owners(routes), create_site(site))


def _health_check(services: Services, key_file: Path | None) -> Callable[[], None]:
    """Ready means: the store answers, and the demo key lies there and opens the demo workspace."""

    def check() -> None:
        services.check_health()
        if key_file is not None:
            _require_key(services, key_file)

    return check


def _require_key(services: Services, key_file: Path) -> None:
    try:
        services.authenticate(key_file.read_text().strip())
    except (OSError, NotAuthenticatedError) as error:
        raise UpstreamFailedError(_NO_KEY) from error


def _port() -> int:
    given = os.environ.get("PORT") or DEFAULT_PORT
    if not given.isascii() or not given.isdigit() or int(given) > _LARGEST_PORT:
        raise StartError(Sentence("PORT tiene que ser un número de puerto.", "PORT must be a port number."))
    return int(given)


def _bound_socket(port: int) -> socket.socket:
    """A socket that holds the port, not yet listening. Waits a moment for a server that is just ending."""
    deadline = time.monotonic() + _PORT_PATIENCE_SECONDS
    while True:
        listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((HOST, port))
        except OSError as error:
            listener.close()
            if time.monotonic() > deadline:
                raise _port_taken(port) from error
            time.sleep(0.1)
        else:
            return listener


def _server(listener: socket.socket, app: LocalRouter, before_ending: Callable[[], None] | None) -> GracefulServer:
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)  # it warns of every request that waits
    try:
        return GracefulServer(app, listener, before_ending=before_ending)
    except OSError as error:  # somebody else bound the port at the same moment and listens first
        raise _port_taken(listener.getsockname()[1]) from error


def _port_taken(port: int) -> StartError:
    return StartError(
        Sentence(
            f"El puerto {port} está ocupado; elige otro: PORT={port + 1} make run",
            f"Port {port} is taken; choose another one: PORT={port + 1} make run",
        )
    )


def _announce(address: str, key_file: Path | None) -> None:
    print(f"Reteki Outreach: {address}", flush=True)
    if key_file is not None:
        print(f"Clave de demostración / demo key: {key_file}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
