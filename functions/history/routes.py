"""What has been written, to whom, and what became of it."""

from functions.history.message_routes import add_changing, add_changing_many, add_finding, add_outcomes
from shared.api.app import Api
from shared.bootstrap import Services

_LATER = (
    ("/v1/allowances", "functions.history.allowance_routes:add_allowances"),
    ("/v1/replies", "functions.history.reply_routes:add_replies"),
    ("/v1/follow-ups", "functions.history.follow_up_routes:add_follow_ups"),
    ("/v1/history-imports", "functions.history.history_import_routes:add_history_imports"),
    ("/v1/metrics", "functions.history.metrics_routes:add_metrics"),
    ("/v1/metrics", "functions.history.summary_routes:add_proofs"),
    ("/v1/summaries", "functions.history.summary_routes:add_summaries"),
    ("/v1/signals", "functions.history.signal_routes:add_signals"),
    ("/v1/exports", "functions.history.export_routes:add_exports"),
    ("/v1/suppressions", "functions.history.suppression_routes:add_suppressions"),
    ("/v1/prospects", "functions.history.prospect_routes:add_prospects"),
    ("/v1/erasures", "functions.history.erasure_routes:add_erasures"),
    ("/v1/prospects", "functions.history.timeline_routes:add_timeline"),
)


def add_routes(api: Api, services: Services) -> None:
    """Add the routes of the function `history`; those that are not of messages, when they are asked for."""
    add_finding(api, services)
    add_changing(api, services)
    add_changing_many(api, services)
    add_outcomes(api, services)
    for place, adder in _LATER:
        api.later(place, adder, services)
