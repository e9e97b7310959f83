"""Many people at once. Each resource has a module of its own."""

from functions.batch.batch_routes import add_batch_routes
from functions.batch.import_routes import add_import_routes
from functions.batch.schedule_routes import add_schedule_routes
from shared.api.app import Api
from shared.bootstrap import Services


def add_routes(api: Api, services: Services) -> None:
    """Add the routes of the function `batch`."""
    add_import_routes(api, services)
    add_batch_routes(api, services)
    add_schedule_routes(api, services)
