"""The workspace's own ICP by what it is not: titles and sectors of people who are no customers."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from shared.domain.lazy_pattern import lazy_pattern
from shared.domain.prospect import Prospect
from shared.domain.role import Line
from shared.domain.role_match import has_title
from shared.domain.text import without_accents

_SECTOR_HEADING = lazy_pattern(r"\b(?:industry|industries|industria|sector|ramo|vertical|rubro)\b")
_NO_WORD = lazy_pattern(r"[^a-z0-9]+")


class OwnIcp(BaseModel):
    """Who is no customer. Titles are patterns as roles have them ("becari*"); sectors are words or phrases that are
    looked for in a file's own columns about the sector ("Industry", "Sector de la empresa").
    """

    model_config = ConfigDict(extra="forbid")

    excluded_titles: Annotated[list[Line], Field(max_length=100)] = []
    excluded_sectors: Annotated[list[Line], Field(max_length=100)] = []

    def excludes(self, prospect: Prospect) -> bool:
        """Whether the person's title, or without one the headline, or the sector is excluded."""
        return self._excludes_title(prospect) or self._excludes_sector(prospect)

    def _excludes_title(self, prospect: Prospect) -> bool:
        title = prospect.title or prospect.headline
        return bool(title and self.excluded_titles) and has_title(title or "", self.excluded_titles)

    def _excludes_sector(self, prospect: Prospect) -> bool:
        if not self.excluded_sectors or not prospect.custom:
            return False
        said = " ".join(text for heading, text in prospect.custom.items() if _SECTOR_HEADING.search(_words(heading)))
        return any(_words(sector) in _words(said) for sector in self.excluded_sectors) if said else False


def _words(text: str) -> str:
    """The text as words between spaces, so that a phrase is found only where whole words are."""
    return f" {_NO_WORD.sub(' ', without_accents(text)).strip()} "
