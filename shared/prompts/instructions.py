"""The instructions that every role starts with, until the workspace writes its own prompt.

One text for each format and language: the rules that hold for all formats of a language, then what the format asks,
then the lines with this role's and this workspace's values. What all messages share stands first, so that a provider
can cache it.
"""

from functools import cache
from importlib import resources

from shared.domain.language import Format, Language

_FOLDER = resources.files("shared.prompts") / "instructions"


@cache
def default_instructions(format_: Format, language: Language) -> str:
    """The default prompt text, with `{{ name }}` variables of `shared.domain.prompt_text.VARIABLES`."""
    return "\n".join(_read(f"{part}.{language}.md") for part in ("rules", format_))


def _read(name: str) -> str:
    return (_FOLDER / name).read_text(encoding="utf-8")
