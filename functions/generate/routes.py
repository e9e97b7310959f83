"""One prospect in, one checked message out; and what messages are made from: roles, prompts, templates, experiments."""

from functions.generate.bodies import DryRunView
from shared.api.app import Answer, Api
from shared.api.language import interface_language
from shared.api.message_view import MessageView
from shared.bootstrap import Services
from shared.domain.generation import GenerationRequest
from shared.domain.idempotency import Claim
from shared.domain.principal import Permission, Principal

_LATER = (
    ("/v1/checks", "functions.generate.check_routes:add_checks"),
    ("/v1/roles", "functions.generate.role_routes:add_roles"),
    ("/v1/prompts", "functions.generate.prompt_routes:add_prompts"),
    ("/v1/templates", "functions.generate.template_routes:add_templates"),
    ("/v1/experiments", "functions.generate.experiment_routes:add_experiments"),
)


def add_routes(api: Api, services: Services) -> None:
    """Add the routes of the function `generate`; those that a generation does not need, when they are asked for."""
    _add_generations(api, services)
    for place, adder in _LATER:
        api.later(place, adder, services)


def _add_generations(api: Api, services: Services) -> None:
    def message_again(principal: Principal, id_: str) -> MessageView:
        return MessageView.of(services.list_messages.one(principal, id_), interface_language())

    @api.post(
        "/v1/generations",
        permission=Permission.GENERATE,
        answers={201: MessageView, 200: DryRunView},
        replay=message_again,
        tag="generations",
    )
    def create_generation(principal: Principal, body: GenerationRequest, claim: Claim) -> Answer:
        """Write one message, checked claim by claim."""
        if body.dry_run:
            return Answer(DryRunView.of(services.generate_message.dry_run(principal, body)))
        message = services.generate_message(principal, body, claim.id)
        return Answer(MessageView.of(message, interface_language()), 201, remember=message.id)
