"""Seeded errors of register: a wording with some forms, or all, in another register than the one that is asked for."""

from random import Random
from typing import Final, NamedTuple

from benchmarks.quality import markup

REGISTERS: Final = ("tu", "usted", "vos")

_FORM_NAMES = {"v": "verb", "c": "clitic", "p": "possessive", "i": "imperative", "s": "pronoun"}
_SHARE_ONWARDS = 0.3


class WrongRegister(NamedTuple):
    """A template with the wrong forms marked; `variant` says what is wrong: a form, all "onwards", or the "whole"."""

    text: str
    truth: str
    variant: str


def mixed(template: str, register: str, random: Random) -> WrongRegister | None:
    """The text with one group of forms, or everything from it on, in another register; None if it has one group."""
    found = markup.places(template)
    groups = list(dict.fromkeys(_group(number, forms) for number, forms in enumerate(found) if forms.group))
    chances = [(group, other) for group in groups for other in REGISTERS if _tells(found, group, register, other)]
    if len({_group(number, forms) for number, forms in enumerate(found)}) < 2 or not chances:
        return None
    group, other = random.choice(chances)
    first = next(number for number, forms in enumerate(found) if _group(number, forms) == group)
    before = any(_differs(forms, register, other) for forms in found[:first])
    onwards = random.random() < _SHARE_ONWARDS and before

    def form(number: int, forms: markup.Forms) -> str:
        changes = number >= first if onwards else _group(number, forms) == group
        chosen = forms.forms[other if changes else register]
        return f"‹{chosen}›" if changes and chosen != forms.forms[register] else chosen

    letter = (found[first].group or "v")[0]
    text = markup.in_register(template, form)
    return WrongRegister(text, f"{register} is asked for", "onwards" if onwards else _FORM_NAMES[letter])


def _group(number: int, forms: markup.Forms) -> str:
    """What changes together: the forms of one digit, else each place alone."""
    return forms.group[1:] if forms.group and len(forms.group) > 1 else f"{forms.group}#{number}"


def _tells(found: list[markup.Forms], group: str, register: str, other: str) -> bool:
    """Whether the group looks different in the other register, and the rest of the text shows which was asked for."""
    inside = [forms for number, forms in enumerate(found) if _group(number, forms) == group]
    outside = [forms for number, forms in enumerate(found) if _group(number, forms) != group]
    return all(any(_differs(forms, register, other) for forms in side) for side in (inside, outside))


def _differs(forms: markup.Forms, register: str, other: str) -> bool:
    """Whether the other register's form is wrong here: beside tú, "preferís" may also be the plural of a team."""
    same = forms.forms[other] == forms.forms[register]
    return not same and not (register == "tu" and forms.forms[other].endswith("ís"))


def transposed(template: str, register: str, random: Random) -> WrongRegister | None:
    """The text in another register throughout."""
    found = markup.places(template)
    others = [other for other in REGISTERS if any(_differs(forms, register, other) for forms in found)]
    if not others:
        return None
    other = random.choice(others)

    def form(_: int, forms: markup.Forms) -> str:
        chosen = forms.forms[other]
        return f"‹{chosen}›" if chosen != forms.forms[register] else chosen

    text = markup.in_register(template, form)
    return WrongRegister(text, f"{register} is asked for, all is {other}", "whole")
