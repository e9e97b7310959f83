"""Entry point of the function `tasks`: settings in, a WSGI application out."""

import functions_framework
from flask import Flask, Request

from shared.collection import collection_paused

with collection_paused():
    from functions.tasks.routes import add_routes
    from shared.api.app import create_app
    from shared.bootstrap import build_services

    app = create_app("tasks", add_routes, build_services())


@functions_framework.http
def tasks(_request: Request) -> Flask:
    """Hand the request to the application, which Flask serves as any WSGI callable that a view returns."""
    return app
