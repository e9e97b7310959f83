"""Messages to many people: started, watched, stopped and gone on with."""

from functions.batch.batch_views import (
    BatchEstimateView,
    BatchPath,
    BatchQuery,
    BatchView,
    ItemQuery,
    ItemView,
    ResumeQuery,
)
from shared.api.app import Answer, Api
from shared.api.conditional import answer_unless_same
from shared.api.language import interface_language
from shared.api.pagination import Page
from shared.bootstrap import Services
from shared.domain.batch import Batch, BatchRequest
from shared.domain.idempotency import Claim
from shared.domain.principal import Permission, Principal

_MAX_BODY_BYTES = 6_000_000
"""Five hundred whole profiles; they must fit into one write of the store."""


def add_batch_routes(api: Api, services: Services) -> None:
    """Add the routes of batches."""
    _add_reading(api, services)
    _add_starting(api, services)
    _add_changing(api, services)


def _add_reading(api: Api, services: Services) -> None:
    @api.get("/v1/batches", permission=Permission.READ_MESSAGES, answers={200: Page[BatchView]}, tag="batches")
    def list_batches(principal: Principal, query: BatchQuery) -> Page[BatchView]:
        """Batches, newest first."""
        found = services.batches.list(principal, query.state, api.position(principal, query), query.limit)
        interface = interface_language()
        return api.page(
            principal, query, [BatchView.of(status, interface) for status in found.items], found.next_position
        )

    @api.get(
        "/v1/batches/<id>", permission=Permission.READ_MESSAGES, answers={200: BatchView, 304: None}, tag="batches"
    )
    def get_batch(principal: Principal, path: BatchPath) -> Answer:
        """One batch and how far it has come.

        The answer has an ETag; with If-None-Match, 304 says that nothing has happened since. `poll_after_ms` says when
        to ask again.
        """
        view = BatchView.of(services.batches.list.one(principal, path.id), interface_language())
        return answer_unless_same(view, view.tag)

    @api.get(
        "/v1/batches/<id>/items", permission=Permission.READ_MESSAGES, answers={200: Page[ItemView]}, tag="batches"
    )
    def list_batch_items(principal: Principal, path: BatchPath, query: ItemQuery) -> Page[ItemView]:
        """The items of a batch in the order of the rows; those that have not been made yet are missing."""
        position = api.position(principal, query)
        found = services.batches.list.items(principal, path.id, query.state, position, query.limit)
        interface = interface_language()
        return api.page(principal, query, [ItemView.of(item, interface) for item in found.items], found.next_position)


def _add_starting(api: Api, services: Services) -> None:
    def batch_again(principal: Principal, id_: str) -> BatchView:
        return BatchView.of(services.batches.list.one(principal, id_), interface_language())

    @api.post(
        "/v1/batches",
        permission=Permission.GENERATE,
        answers={202: BatchView, 200: BatchEstimateView},
        replay=batch_again,
        tag="batches",
        max_body_bytes=_MAX_BODY_BYTES,
    )
    def create_batch(principal: Principal, body: BatchRequest, claim: Claim) -> Answer:
        """Start a batch of messages; `dry_run` answers the estimate and starts nothing."""
        if body.dry_run:
            estimate = services.batches.start.estimate(principal, body)
            return Answer(BatchEstimateView.of(estimate, interface_language()))
        batch = services.batches.start(principal, body, claim.id)
        return Answer(_view(services, principal, batch), 202, remember=batch.id)

    @api.post(
        "/v1/batches/estimate",
        permission=Permission.GENERATE,
        answers={200: BatchEstimateView},
        tag="batches",
        max_body_bytes=_MAX_BODY_BYTES,
    )
    def estimate_batch(principal: Principal, body: BatchRequest) -> BatchEstimateView:
        """What a batch would take and cost; nothing is stored and no model is called."""
        return BatchEstimateView.of(services.batches.start.estimate(principal, body), interface_language())


def _add_changing(api: Api, services: Services) -> None:
    @api.post("/v1/batches/<id>/pause", permission=Permission.GENERATE, answers={200: BatchView}, tag="batches")
    def pause_batch(principal: Principal, path: BatchPath) -> BatchView:
        """Begin no further item; those that run finish."""
        return _view(services, principal, services.batches.change.pause(principal, path.id))

    @api.post("/v1/batches/<id>/resume", permission=Permission.GENERATE, answers={200: BatchView}, tag="batches")
    def resume_batch(principal: Principal, path: BatchPath, query: ResumeQuery) -> BatchView:
        """Go on with a batch that was paused or stopped itself; after its budget, with a larger one."""
        return _view(services, principal, services.batches.change.resume(principal, path.id, query.budget_micros))

    @api.post("/v1/batches/<id>/cancel", permission=Permission.GENERATE, answers={200: BatchView}, tag="batches")
    def cancel_batch(principal: Principal, path: BatchPath) -> BatchView:
        """Never begin what has not begun; what is done stays."""
        return _view(services, principal, services.batches.change.cancel(principal, path.id))

    @api.post("/v1/batches/<id>/retry-failed", permission=Permission.GENERATE, answers={200: BatchView}, tag="batches")
    def retry_failed_items(principal: Principal, path: BatchPath) -> BatchView:
        """Try the items again that have failed."""
        return _view(services, principal, services.batches.change.retry_failed(principal, path.id))


def _view(services: Services, principal: Principal, batch: Batch) -> BatchView:
    return BatchView.of(services.batches.list.status(principal, batch), interface_language())
