"""Saved texts that messages can start from."""

from functions.generate.template_bodies import TemplatePath, TemplateQuery
from shared.api.app import Answer, Api
from shared.api.pagination import Page
from shared.bootstrap import Services
from shared.domain.idempotency import Claim
from shared.domain.principal import Permission, Principal
from shared.domain.template import Template, TemplateFilter
from shared.services.save_template import TemplateContent


def add_templates(api: Api, services: Services) -> None:
    """Add the routes of templates."""

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
