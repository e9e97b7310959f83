"""Prompts: versions, the active one, and what a writer would get."""

from functions.generate.prompt_bodies import PreviewBody, PreviewView, PromptPath, PromptQuery, PromptView
from shared.api.app import Answer, Api
from shared.api.language import interface_language
from shared.api.pagination import Page
from shared.bootstrap import Services
from shared.domain.generation import AUTO_ROLE, GenerationRequest
from shared.domain.idempotency import Claim
from shared.domain.principal import Permission, Principal
from shared.domain.prompt import PromptFilter
from shared.services.create_prompt import NewPrompt


def add_prompts(api: Api, services: Services) -> None:
    """Add the routes of prompts."""

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
