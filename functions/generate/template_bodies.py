"""What the routes of templates read."""

from pydantic import BaseModel

from shared.api.pagination import PageQuery
from shared.domain.generation import Id
from shared.domain.language import Format, Language


class TemplatePath(BaseModel, defer_build=True):
    """Names one template."""

    id: Id


class TemplateQuery(PageQuery):
    """Filters of the templates; each left out means any."""

    format: Format | None = None
    language: Language | None = None
