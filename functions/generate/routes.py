"""One prospect in, one checked message out; and what messages are made from: roles, prompts, templates, experiments."""

from functions.generate.bodies import (
    DryRunView,
    PreviewBody,
    PreviewView,
    PromptPath,
    PromptQuery,
    PromptView,
    RoleBody,
    RolePath,
    TemplatePath,
    TemplateQuery,
)
from functions.generate.experiment_routes import add_experiments
from shared.api.app import Answer, Api
from shared.api.language import interface_language
from shared.api.message_view import MessageView
from shared.api.pagination import Page, PageQuery
from shared.api.text_check_view import TextCheckView
from shared.bootstrap import Services
from shared.domain.errors import InvalidInputError
from shared.domain.generation import AUTO_ROLE, GenerationRequest, TextCheckRequest
from shared.domain.idempotency import Claim
from shared.domain.principal import Permission, Principal
from shared.domain.prompt import PromptFilter
from shared.domain.role import Role
from shared.domain.template import Template, TemplateFilter
from shared.services.create_prompt import NewPrompt
from shared.services.save_template import TemplateContent


def add_routes(api: Api, services: Services) -> None:
    """Add the routes of the function `generate`."""
    _add_generations(api, services)
    _add_roles(api, services)
    _add_prompts(api, services)
    _add_templates(api, services)
    add_experiments(api, services)


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

    @api.post("/v1/checks", permission=Permission.CHECK_TEXT, answers={200: TextCheckView}, tag="generations")
    def create_check(principal: Principal, body: TextCheckRequest) -> TextCheckView:
        """Check a text that somebody else wrote; nothing is stored and no model is called."""
        return TextCheckView.of(services.check_text(principal, body), interface_language())


def _add_roles(api: Api, services: Services) -> None:
    @api.get("/v1/roles", permission=Permission.READ_CONTENT, answers={200: Page[Role]}, tag="roles")
    def list_roles(principal: Principal, query: PageQuery) -> Page[Role]:
        """ICP roles, by key."""
        found = services.list_roles(principal, api.position(principal, query), query.limit)
        return api.page(principal, query, found.items, found.next_position)

    @api.get("/v1/roles/<key>", permission=Permission.READ_CONTENT, answers={200: Role}, tag="roles")
    def get_role(principal: Principal, path: RolePath) -> Role:
        """One role."""
        return services.list_roles.one(principal, path.key)

    @api.put("/v1/roles/<key>", permission=Permission.EDIT_CONTENT, answers={200: Role, 201: Role}, tag="roles")
    def put_role(principal: Principal, path: RolePath, body: RoleBody) -> Answer:
        """Create a role or replace it; a new one starts with the default prompts."""
        if body.key not in (None, path.key):
            raise InvalidInputError.at("/key", "La clave no es la de la dirección.", "The key is not the path's.")
        role, is_new = services.put_role(principal, body.as_role(path.key))
        return Answer(role, 201 if is_new else 200)

    @api.delete("/v1/roles/<key>", permission=Permission.EDIT_CONTENT, answers={204: None}, tag="roles")
    def delete_role(principal: Principal, path: RolePath) -> Answer:
        """Delete a role; its messages and prompts stay."""
        services.delete_role(principal, path.key)
        return Answer(None, 204)


def _add_prompts(api: Api, services: Services) -> None:
    def view(principal: Principal, id_: str) -> PromptView:
        prompt, active = services.list_prompts.one(principal, id_)
        return PromptView.of(prompt, active=active)

    @api.get("/v1/prompts", permission=Permission.READ_CONTENT, answers={200: Page[PromptView]}, tag="prompts")
    def list_prompts(principal: Principal, query: PromptQuery) -> Page[PromptView]:
        """Prompt versions, newest first."""
        filter_ = PromptFilter(query.role, query.format, query.language)
        found = services.list_prompts(principal, filter_, api.position(principal, query), query.limit)
        views = [PromptView.of(prompt, active=active) for prompt, active in found.items]
        return api.page(principal, query, views, found.next_position)

    @api.post("/v1/prompts", permission=Permission.EDIT_CONTENT, answers={201: PromptView}, replay=view, tag="prompts")
    def create_prompt(principal: Principal, body: NewPrompt, claim: Claim) -> Answer:
        """Write the next version of a prompt; it is not active until it is activated."""
        prompt = services.create_prompt(principal, body, claim.id)
        return Answer(PromptView.of(prompt, active=False), 201, remember=prompt.id)

    @api.post("/v1/prompts/<id>/activate", permission=Permission.EDIT_CONTENT, answers={200: PromptView}, tag="prompts")
    def activate_prompt(principal: Principal, path: PromptPath) -> PromptView:
        """Make this version the one that writers get."""
        return PromptView.of(services.activate_prompt(principal, path.id), active=True)

    @api.post("/v1/prompts/preview", permission=Permission.READ_CONTENT, answers={200: PreviewView}, tag="prompts")
    def preview_prompt(principal: Principal, body: PreviewBody) -> PreviewView:
        """What a writer would get for one person, without calling it."""
        request = GenerationRequest(
            prospect=body.prospect,
            prospect_id=body.prospect_id,
            role=body.role or AUTO_ROLE,
            format=body.format,
            language=body.language,
            register=body.register_,
        )
        preview = services.preview_prompt(principal, request, body.text, body.prompt_id)
        return PreviewView.of(preview, interface_language())


def _add_templates(api: Api, services: Services) -> None:
    def template_again(principal: Principal, id_: str) -> Template:
        return services.list_templates.one(principal, id_)

    @api.get("/v1/templates", permission=Permission.READ_CONTENT, answers={200: Page[Template]}, tag="templates")
    def list_templates(principal: Principal, query: TemplateQuery) -> Page[Template]:
        """Saved texts, newest first."""
        filter_ = TemplateFilter(query.format, query.language)
        found = services.list_templates(principal, filter_, api.position(principal, query), query.limit)
        return api.page(principal, query, found.items, found.next_position)

    @api.post(
        "/v1/templates",
        permission=Permission.EDIT_CONTENT,
        answers={201: Template},
        replay=template_again,
        tag="templates",
    )
    def create_template(principal: Principal, body: TemplateContent, claim: Claim) -> Answer:
        """Save a text that messages can start from."""
        template = services.save_template.create(principal, body, claim.id)
        return Answer(template, 201, remember=template.id)

    @api.get("/v1/templates/<id>", permission=Permission.READ_CONTENT, answers={200: Template}, tag="templates")
    def get_template(principal: Principal, path: TemplatePath) -> Template:
        """One saved text."""
        return services.list_templates.one(principal, path.id)

    @api.put("/v1/templates/<id>", permission=Permission.EDIT_CONTENT, answers={200: Template}, tag="templates")
    def put_template(principal: Principal, path: TemplatePath, body: TemplateContent) -> Template:
        """Replace a saved text."""
        return services.save_template.replace(principal, path.id, body)

    @api.delete("/v1/templates/<id>", permission=Permission.EDIT_CONTENT, answers={204: None}, tag="templates")
    def delete_template(principal: Principal, path: TemplatePath) -> Answer:
        """Delete a saved text; messages that came from it stay."""
        services.save_template.delete(principal, path.id)
        return Answer(None, 204)
