"""The saved texts of the workspace."""

from shared.domain.errors import NotFoundError, Sentence
from shared.domain.principal import Principal
from shared.domain.template import Template, TemplateFilter
from shared.repositories.aggregate import Position, Slice
from shared.repositories.store import Store

NO_SUCH_TEMPLATE = Sentence("No hay ninguna plantilla con ese identificador.", "No template has this id.")


class ListTemplates:
    """GET /v1/templates and GET /v1/templates/{id}."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def __call__(
        self, principal: Principal, filter_: TemplateFilter, after: Position | None, limit: int
    ) -> Slice[Template]:
        """A page of templates, newest first."""
        return self._store.of(principal.workspace_id).templates.newest(filter_, after, limit)

    def one(self, principal: Principal, template_id: str) -> Template:
        """The template. Raises NotFoundError."""
        template = self._store.of(principal.workspace_id).templates.find(template_id)
        if template is None:
            raise NotFoundError(NO_SUCH_TEMPLATE)
        return template
