"""An ICP role: a kind of person that the workspace sells to, and what is worth saying to them."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from shared.domain.language import Language, Register

RoleKey = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
"""The role's stable name in paths and filters: "operations", "human_resources"."""

Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300)]
"""One short text without line breaks at its ends."""


class Bilingual(BaseModel, defer_build=True):
    """One text in both languages."""

    model_config = ConfigDict(extra="forbid")

    es: Line
    en: Line

    def in_language(self, language: Language) -> str:
        """The text in the language."""
        return self.en if language is Language.EN else self.es


class BilingualList(BaseModel):
    """Short texts in each language; the lists need not match."""

    model_config = ConfigDict(extra="forbid")

    es: list[Line] = Field(default=[], max_length=20)
    en: list[Line] = Field(default=[], max_length=20)

    def in_language(self, language: Language) -> list[str]:
        """The texts in the language."""
        return self.en if language is Language.EN else self.es


class Role(BaseModel):
    """An ICP role as the API shows it (api.md, "Roles, prompts, templates").

    `title_patterns` are words or phrases of job titles, compared without accents and in any case; `*` at the end of
    a word stands for any ending (all rules: `role_match.py`). `pains` are observations, each a clause that can stand
    alone: "El retraso se descubre cuando ya ha llamado el cliente". `value_proposition` and `proof_points` are what
    we may say about ourselves to this role: empty until the workspace fills them in. `call_to_action` names the one
    small thing to ask for ("una llamada corta"), or is the question itself ("¿Lo vemos el jueves?").
    """

    model_config = ConfigDict(extra="forbid")

    key: RoleKey
    names: Bilingual
    title_patterns: list[Line] = Field(default=[], max_length=200)
    pains: BilingualList = BilingualList()
    value_proposition: Bilingual | None = None
    proof_points: list[Line] = Field(default=[], max_length=20)
    tone: Line | None = None
    register_: Register = Field(default=Register.USTED, alias="register")
    call_to_action: Bilingual
