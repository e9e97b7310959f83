"""What has been written, to whom, and what became of it."""

from functions.history.allowance_routes import add_allowances
from functions.history.export_routes import add_exports
from functions.history.follow_up_routes import add_follow_ups
from functions.history.history_import_routes import add_history_imports
from functions.history.message_routes import add_changing, add_changing_many, add_finding, add_outcomes
from functions.history.metrics_routes import add_metrics
from functions.history.prospect_routes import add_prospects
from functions.history.reply_routes import add_replies
from functions.history.suppression_routes import add_suppressions
from functions.history.timeline_routes import add_timeline
from shared.api.app import Api
from shared.bootstrap import Services


def add_routes(api: Api, services: Services) -> None:
    """Add the routes of the function `history`."""
    add_finding(api, services)
    add_changing(api, services)
    add_changing_many(api, services)
    add_outcomes(api, services)
    add_allowances(api, services)
    add_replies(api, services)
    add_follow_ups(api, services)
    add_history_imports(api, services)
    add_metrics(api, services)
    add_exports(api, services)
    add_suppressions(api, services)
    add_prospects(api, services)
    add_timeline(api, services)
