"""GET /v1/{function}/health: whether a function can do its work."""

from typing import Literal

from pydantic import BaseModel

from shared.api.app_services import AppServices
from shared.api.route import PUBLIC
from shared.api.routing import Api
from shared.api.version import VERSION

HEALTH_TAG = "health"


class Health(BaseModel, defer_build=True):
    """A function that can do its work."""

    status: Literal["ok"] = "ok"
    function: str
    version: str


def add_health(api: Api, function: str, services: AppServices) -> None:
    """Declare the health route of `function`, open to strangers."""

    def get_health() -> Health:
        """Whether this function can do its work."""
        services.check_health()
        return Health(function=function, version=VERSION)

    get_health.__name__ = f"get_{function}_health"
    api.get(f"/v1/{function}/health", permission=PUBLIC, answers={200: Health}, tag=HEALTH_TAG)(get_health)
