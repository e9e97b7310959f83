"""Batches that start by themselves."""

from functions.batch.schedule_views import FireView, SchedulePath, ScheduleView
from shared.api.app import Answer, Api
from shared.api.language import interface_language
from shared.api.pagination import Page, PageQuery
from shared.bootstrap import Services
from shared.domain.idempotency import Claim
from shared.domain.principal import Permission, Principal
from shared.domain.schedule import Schedule, ScheduleContent

_APART = "."
"""Between the ids of a schedule and of its fire, where one text names both."""


def add_schedule_routes(api: Api, services: Services) -> None:
    """Add the routes of schedules."""
    _add_content(api, services)
    _add_switches(api, services)
    _add_fires(api, services)


def _view(services: Services, schedule: Schedule) -> ScheduleView:
    return ScheduleView.of(schedule, services.list_schedules.next_fires(schedule))


def _add_content(api: Api, services: Services) -> None:
    def schedule_again(principal: Principal, id_: str) -> ScheduleView:
        return _view(services, services.list_schedules.one(principal, id_))

    @api.get("/v1/schedules", permission=Permission.READ_CONTENT, answers={200: Page[ScheduleView]}, tag="schedules")
    def list_schedules(principal: Principal, query: PageQuery) -> Page[ScheduleView]:
        """Schedules, newest first, each with its next five fires."""
        found = services.list_schedules(principal, api.position(principal, query), query.limit)
        views = [_view(services, schedule) for schedule in found.items]
        return api.page(principal, query, views, found.next_position)

    @api.post(
        "/v1/schedules",
        permission=Permission.GENERATE,
        answers={201: ScheduleView},
        replay=schedule_again,
        tag="schedules",
    )
    def create_schedule(principal: Principal, body: ScheduleContent, claim: Claim) -> Answer:
        """Start batches by a clock, for people who have no message in the format yet. It is active at once."""
        schedule = services.save_schedule.create(principal, body, claim.id)
        return Answer(_view(services, schedule), 201, remember=schedule.id)

    @api.get("/v1/schedules/<id>", permission=Permission.READ_CONTENT, answers={200: ScheduleView}, tag="schedules")
    def get_schedule(principal: Principal, path: SchedulePath) -> ScheduleView:
        """One schedule with its next five fires."""
        return _view(services, services.list_schedules.one(principal, path.id))

    @api.put("/v1/schedules/<id>", permission=Permission.GENERATE, answers={200: ScheduleView}, tag="schedules")
    def put_schedule(principal: Principal, path: SchedulePath, body: ScheduleContent) -> ScheduleView:
        """Replace what a schedule does; it stays active or paused, and from now on runs on the caller's behalf."""
        return _view(services, services.save_schedule.replace(principal, path.id, body))

    @api.delete("/v1/schedules/<id>", permission=Permission.GENERATE, answers={204: None}, tag="schedules")
    def delete_schedule(principal: Principal, path: SchedulePath) -> Answer:
        """Delete a schedule; its batches stay."""
        services.save_schedule.delete(principal, path.id)
        return Answer(None, 204)


def _add_switches(api: Api, services: Services) -> None:
    @api.post("/v1/schedules/<id>/pause", permission=Permission.GENERATE, answers={200: ScheduleView}, tag="schedules")
    def pause_schedule(principal: Principal, path: SchedulePath) -> ScheduleView:
        """Stop a schedule from firing; it can still be run by hand."""
        return _view(services, services.save_schedule.pause(principal, path.id))

    @api.post("/v1/schedules/<id>/resume", permission=Permission.GENERATE, answers={200: ScheduleView}, tag="schedules")
    def resume_schedule(principal: Principal, path: SchedulePath) -> ScheduleView:
        """Let a paused schedule fire again; what fell into the pause is not made up for."""
        return _view(services, services.save_schedule.resume(principal, path.id))


def _add_fires(api: Api, services: Services) -> None:
    def fire_again(principal: Principal, id_: str) -> FireView:
        return FireView.of(services.list_schedules.fire(principal, *id_.split(_APART)), interface_language())

    @api.post(
        "/v1/schedules/<id>/run",
        permission=Permission.GENERATE,
        answers={202: FireView},
        replay=fire_again,
        tag="schedules",
    )
    def run_schedule(principal: Principal, path: SchedulePath, claim: Claim) -> Answer:
        """Run a schedule now, on the caller's behalf; a paused one too. Its next fires stay as they are."""
        schedule = services.list_schedules.one(principal, path.id)
        fire = services.fire_schedule.by_hand(principal, schedule, claim.id)
        return Answer(FireView.of(fire, interface_language()), 202, remember=f"{schedule.id}{_APART}{fire.id}")

    @api.get(
        "/v1/schedules/<id>/fires", permission=Permission.READ_CONTENT, answers={200: Page[FireView]}, tag="schedules"
    )
    def list_schedule_fires(principal: Principal, path: SchedulePath, query: PageQuery) -> Page[FireView]:
        """What became of a schedule's fires in the last 90 days, the latest first; skipped ones are listed too."""
        schedule = services.list_schedules.one(principal, path.id)
        found = services.list_schedules.fires(principal, schedule, api.position(principal, query), query.limit)
        interface = interface_language()
        return api.page(principal, query, [FireView.of(fire, interface) for fire in found.items], found.next_position)
