"""What the queue and the clock call; nobody else can. It is in no description of the API and on no public address."""

from functions.tasks.batch_tasks import add_batch_tasks
from functions.tasks.clock_tasks import add_clock_tasks
from functions.tasks.erasure_tasks import add_erasure_tasks
from functions.tasks.event_tasks import add_event_tasks
from shared.api.app import Api
from shared.bootstrap import Services


def add_routes(api: Api, services: Services) -> None:
    """Add the routes of the function `tasks`."""
    add_batch_tasks(api, services)
    add_event_tasks(api, services)
    add_erasure_tasks(api, services)
    add_clock_tasks(api, services)
