"""Experiments: prompt versions tried against each other on positive replies."""

from functions.generate.experiment_views import ExperimentPath, ExperimentQuery, ExperimentReport, ExperimentView
from shared.api.app import Answer, Api
from shared.api.pagination import Page
from shared.bootstrap import Services
from shared.domain.experiment import Experiment, ExperimentFilter
from shared.domain.idempotency import Claim
from shared.domain.principal import Permission, Principal
from shared.services.change_experiment import Choice
from shared.services.create_experiment import NewExperiment


def add_experiments(api: Api, services: Services) -> None:
    """Add the routes of experiments."""
    _add_finding(api, services)
    _add_changing(api, services)


def _add_finding(api: Api, services: Services) -> None:
    def view(principal: Principal, id_: str) -> ExperimentView:
        return ExperimentView.of(services.read_experiments.one(principal, id_))

    @api.get(
        "/v1/experiments",
        permission=Permission.READ_CONTENT,
        answers={200: Page[ExperimentView]},
        tag="experiments",
    )
    def list_experiments(principal: Principal, query: ExperimentQuery) -> Page[ExperimentView]:
        """Experiments, newest first, without their results."""
        filter_ = ExperimentFilter(query.role, query.format, query.language, query.state)
        found = services.read_experiments(principal, filter_, api.position(principal, query), query.limit)
        views = [ExperimentView.of(experiment) for experiment in found.items]
        return api.page(principal, query, views, found.next_position)

    @api.post(
        "/v1/experiments",
        permission=Permission.EDIT_CONTENT,
        answers={201: ExperimentView},
        replay=view,
        tag="experiments",
    )
    def create_experiment(principal: Principal, body: NewExperiment, claim: Claim) -> Answer:
        """Set up an experiment; it changes nothing until it is started."""
        experiment = services.create_experiment(principal, body, claim.id)
        return Answer(ExperimentView.of(experiment), 201, remember=experiment.id)

    @api.get(
        "/v1/experiments/<id>",
        permission=Permission.READ_METRICS,
        answers={200: ExperimentReport},
        tag="experiments",
    )
    def get_experiment(principal: Principal, path: ExperimentPath) -> ExperimentReport:
        """One experiment with its results, current at once."""
        return _report(services, principal, services.read_experiments.one(principal, path.id))


def _add_changing(api: Api, services: Services) -> None:
    @api.post(
        "/v1/experiments/<id>/start",
        permission=Permission.EDIT_CONTENT,
        answers={200: ExperimentReport},
        tag="experiments",
    )
    def start_experiment(principal: Principal, path: ExperimentPath) -> ExperimentReport:
        """Run the experiment: new messages of its role, format and language are divided among its variants."""
        return _report(services, principal, services.change_experiment.start(principal, path.id))

    @api.post(
        "/v1/experiments/<id>/stop",
        permission=Permission.EDIT_CONTENT,
        answers={200: ExperimentReport},
        tag="experiments",
    )
    def stop_experiment(principal: Principal, path: ExperimentPath) -> ExperimentReport:
        """Give new messages the active prompt again; what was sent is still counted, and it can be decided later."""
        return _report(services, principal, services.change_experiment.stop(principal, path.id))

    @api.post(
        "/v1/experiments/<id>/decide",
        permission=Permission.EDIT_CONTENT,
        answers={200: ExperimentReport},
        tag="experiments",
    )
    def decide_experiment(principal: Principal, path: ExperimentPath, body: Choice) -> ExperimentReport:
        """End the experiment and make one variant's prompt the active one, in one step."""
        return _report(services, principal, services.change_experiment.decide(principal, path.id, body))

    @api.delete("/v1/experiments/<id>", permission=Permission.EDIT_CONTENT, answers={204: None}, tag="experiments")
    def delete_experiment(principal: Principal, path: ExperimentPath) -> Answer:
        """Delete a draft; an experiment that was started is kept."""
        services.change_experiment.delete(principal, path.id)
        return Answer(None, 204)


def _report(services: Services, principal: Principal, experiment: Experiment) -> ExperimentReport:
    report = ExperimentReport.of(experiment)
    report.results = services.read_experiments.results(principal, experiment)
    return report
