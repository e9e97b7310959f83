"""The functions of functions/, for programs that look at all of them: the local server, the API's description."""

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, cast

from flask import Flask

from shared.api.app import create_app, declare_routes
from shared.api.route import Route

if TYPE_CHECKING:
    from shared.bootstrap import Services

ROOT = Path(__file__).resolve().parent.parent


def function_names() -> tuple[str, ...]:
    """Every folder of functions/ that declares routes, sorted."""
    return tuple(sorted(file.parent.name for file in (ROOT / "functions").glob("*/routes.py")))


def build_apps(services: "Services") -> dict[str, Flask]:
    """One app for each function, over the same services."""
    return {
        name: create_app(name, import_module(f"functions.{name}.routes").add_routes, services)
        for name in function_names()
    }


def all_routes() -> dict[str, tuple[Route, ...]]:
    """What each function declares. Nothing is opened: declaring calls no service."""
    nothing = cast("Services", object())
    return {
        name: declare_routes(name, import_module(f"functions.{name}.routes").add_routes, nothing)
        for name in function_names()
    }
