"""The small markup in which the wordings of the quality set are written.

| markup | becomes |
|---|---|
| `{name}`, `{Name}` | the slot of that name, as it is or with a capital; its value is noted as a slot |
| `<el|la>` | the first for a man, the second for a woman |
| `[tienes|tiene|tenés]` | the form for tú, usted or vos |
| `[v:…]`, `[c2:…]` | the same, and a mixture may change it: alone, or together with all of that digit |
| `‹…›` | its content; the stretch, up to whole words, is noted as marked |
| `§` | nothing: a place where an error may be put |
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

_REGISTERS = ("tu", "usted", "vos")
_FORMS = re.compile(r"\[(?:(?P<group>[a-z]\d?):)?(?P<tu>[^\[\]|]*)\|(?P<usted>[^\[\]|]*)\|(?P<vos>[^\[\]|]*)\]")
_GENDERS = re.compile(r"<(?P<m>[^<>|]*)\|(?P<f>[^<>|]*)>")
_SLOT = re.compile(r"\{(\w+)\}")
_MARKED = re.compile(r"\w*‹[^›]*›\w*")


@dataclass(frozen=True)
class Forms:
    """One place of a wording that says how the reader is addressed; `group` is None where nothing may be mixed."""

    group: str | None
    forms: Mapping[str, str]


@dataclass
class Rendered:
    """A text without markup; the values that were filled in, the slots they came from, and the marked stretches."""

    text: str
    slots: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    marked: list[str] = field(default_factory=list)


def places(template: str) -> list[Forms]:
    """The places of `template` that differ between registers, in their order."""
    return [Forms(match["group"], {name: match[name] for name in _REGISTERS}) for match in _FORMS.finditer(template)]


def in_register(template: str, form_of: Callable[[int, Forms], str]) -> str:
    """`template` with each place replaced by what `form_of` chooses for its number and forms."""
    found = iter(enumerate(places(template)))
    return _FORMS.sub(lambda _: form_of(*next(found)), template)


def render(template: str, slots: Mapping[str, str], *, strict: bool = True) -> Rendered:
    """`template` filled in; `slots["g"]` is "m" or "f". An unknown slot raises KeyError if `strict`, else it stays."""
    rendered = Rendered("")
    gendered = _GENDERS.sub(lambda match: match[slots["g"]], template.replace("§", ""))

    def value(match: re.Match[str]) -> str:
        name = match[1]
        found = slots.get(name) or _with_capital(slots.get(name[0].lower() + name[1:]))
        if found is None:
            if strict:
                raise KeyError(name)
            return match[0]
        rendered.slots.append(found)
        rendered.names.append(name)
        return found

    filled = _SLOT.sub(value, gendered)
    rendered.marked = [_unmarked(stretch) for stretch in _MARKED.findall(filled)]
    rendered.text = _unmarked(filled)
    return rendered


def _unmarked(text: str) -> str:
    return text.replace("‹", "").replace("›", "")


def _with_capital(text: str | None) -> str | None:
    return text[:1].upper() + text[1:] if text else None
