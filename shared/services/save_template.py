"""Create, replace or delete a saved text."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints

from shared.domain.errors import InvalidInputError, NotFoundError
from shared.domain.language import Format, Language
from shared.domain.message_text import BodyText, SubjectText
from shared.domain.principal import Principal
from shared.domain.role import Line
from shared.domain.template import Template
from shared.ports import Clock
from shared.repositories.store import Store
from shared.services.guarded_change import retrying_conflicts
from shared.services.list_templates import NO_SUCH_TEMPLATE
from shared.services.require_known_variables import require_known_variables

_TemplateLength = StringConstraints(min_length=1, max_length=5_000)


class TemplateContent(BaseModel, defer_build=True):
    """A saved text; `subject` for InMail and e-mail only."""

    model_config = ConfigDict(extra="forbid")

    name: Line
    format: Format
    language: Language
    subject: Annotated[SubjectText, _TemplateLength] | None = None
    body: Annotated[BodyText, _TemplateLength]


class SaveTemplate:
    """POST, PUT and DELETE /v1/templates."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def create(self, principal: Principal, content: TemplateContent, template_id: str) -> Template:
        """The stored template; the one that exists already, if this is a repetition. Raises InvalidInputError."""
        _require_valid(content)
        templates = self._store.of(principal.workspace_id).templates
        now = self._clock.now()
        template = Template(**content.model_dump(), id=template_id, author=principal.id, created_at=now, updated_at=now)
        repeated = templates.find(template_id)
        if repeated is not None:
            return repeated
        self._store.documents.write([templates.creation(template_id, template)])
        return template

    def replace(self, principal: Principal, template_id: str, content: TemplateContent) -> Template:
        """The template with its new content. Raises InvalidInputError or NotFoundError."""
        _require_valid(content)
        return retrying_conflicts(lambda: self._replace(principal, template_id, content))

    def delete(self, principal: Principal, template_id: str) -> None:
        """Remove the template; messages that came from it stay. Raises NotFoundError."""
        retrying_conflicts(lambda: self._delete(principal, template_id))

    def _replace(self, principal: Principal, template_id: str, content: TemplateContent) -> Template:
        template, version = self._existing(principal, template_id)
        changed = template.model_copy(update={**content.model_dump(), "updated_at": self._clock.now()})
        templates = self._store.of(principal.workspace_id).templates
        self._store.documents.write([templates.change(template_id, changed, version)])
        return changed

    def _delete(self, principal: Principal, template_id: str) -> None:
        _, version = self._existing(principal, template_id)
        templates = self._store.of(principal.workspace_id).templates
        self._store.documents.write([templates.deletion(template_id, version)])

    def _existing(self, principal: Principal, template_id: str) -> tuple[Template, str]:
        found = self._store.of(principal.workspace_id).templates.find_versioned(template_id)
        if found is None:
            raise NotFoundError(NO_SUCH_TEMPLATE)
        return found


def _require_valid(content: TemplateContent) -> None:
    if content.subject is not None and not content.format.has_subject:
        raise InvalidInputError.at("/subject", "Este formato no lleva asunto.", "This format has no subject.")
    require_known_variables(content.subject or "", "/subject")
    require_known_variables(content.body, "/body")
