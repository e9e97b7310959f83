"""The second process of a laptop: it runs the items of batches that the server's queue gives it, and nothing else.

    python -m scripts.item_server        (the server starts it: scripts/item_process.py)

It prints its address once it serves, and ends at once when its standard input does: so nobody need end it, and it does
not outlive a server that was killed.
"""

import os
import signal
import socket
import sys
import threading
from importlib import import_module

from scripts.graceful_server import GracefulServer
from scripts.local_router import LocalRouter
from scripts.route_table import owners
from shared.api.app import create_app, declared_routes
from shared.bootstrap import build_services, read_environment

HOST = "127.0.0.1"
FUNCTION = "tasks"


def main() -> None:
    """Serve until standard input ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C goes to both: the server lets what is running here finish
    threading.Thread(target=_end_with_server, name="server-watch", daemon=True).start()
    services = build_services(read_environment().model_copy(update={"demo": False}))  # the server has opened it
    app = create_app(FUNCTION, import_module(f"functions.{FUNCTION}.routes").add_routes, services)
    listener = socket.socket()
    listener.bind((HOST, 0))
    server = GracefulServer(LocalRouter({FUNCTION: app}, owners({FUNCTION: declared_routes(app)}), app), listener)
    print(f"http://{HOST}:{listener.getsockname()[1]}", flush=True)
    server.serve()


def _end_with_server() -> None:
    sys.stdin.read()
    os._exit(0)


if __name__ == "__main__":
    main()
