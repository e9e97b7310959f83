"""The forms of a Spanish verb, folded and by who does it: what a judge needs to tell "dijiste" from "dirás".

An entry of a lexicon is the infinitive, then how its stressed stem changes ("ue" of contar, "ie" of defender, "i" of
repetir) and any forms that are irregular ("dije", "dicho"), each with its person: "2:dijiste". A reflexive is written
without its pronoun.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

_CHANGES = {"ue": ("o", "ue"), "ie": ("e", "ie"), "i": ("e", "i")}
_PAST = {
    "ar": ("e", "aste", "o", "amos", "asteis", "aron"),
    "er": ("i", "iste", "io", "imos", "isteis", "ieron"),
    "ir": ("i", "iste", "io", "imos", "isteis", "ieron"),
}
_PRESENT = {
    "ar": ("o", "as", "a", "amos", "ais", "an"),
    "er": ("o", "es", "e", "emos", "eis", "en"),
    "ir": ("o", "es", "e", "imos", "is", "en"),
}
_WHILE = {
    "ar": ("aba", "abas", "aba", "abamos", "abais", "aban"),
    "er": ("ia", "ias", "ia", "iamos", "iais", "ian"),
    "ir": ("ia", "ias", "ia", "iamos", "iais", "ian"),
}
_LATER = ("", *"e as a emos eis an ia ias iamos iais ian me te le les nos os lo la los las se".split())
_PERSONS = "123456"
_STRESSED = frozenset("1236")


class Forms(NamedTuple):
    """Folded forms: `present`, `past` and `imperfect` by person, 1 to 6 for yo, tú or vos, usted or el, nosotros,
    vosotros, ustedes or ellos; `done` is the participle in both genders and numbers, `doing` the gerund.
    """

    infinitive: str
    present: dict[str, frozenset[str]]
    past: dict[str, frozenset[str]]
    imperfect: dict[str, frozenset[str]]
    done: frozenset[str]
    doing: frozenset[str]

    def told_of(self, *persons: str) -> frozenset[str]:
        """What has been, or is, done by `persons`."""
        return frozenset().union(
            *(tense.get(person, ()) for person in persons for tense in (self.present, self.past, self.imperfect))
        )

    @property
    def later(self) -> frozenset[str]:
        """What is to be done, would be done, or is done to somebody: the infinitive and what is built on it."""
        return frozenset(self.infinitive + ending for ending in _LATER)


@cache
def conjugated(entry: str) -> Forms:
    """The forms of a lexicon's entry; what it lists itself stands beside the regular ones."""
    infinitive, *details = entry.split()
    stem, ending = infinitive[:-2], infinitive[-2:]
    change = next((detail for detail in details if detail in _CHANGES), None)
    past = _tense([stem], _PAST[ending])
    for detail in details:
        if ":" in detail:
            person, _, form = detail.partition(":")
            past[person] = past.get(person, frozenset()) | {form}
    participle = "ado" if ending == "ar" else "ido"
    done = past.pop("p", None) or {stem + participle}
    return Forms(
        infinitive,
        _present(stem, _changed(stem, change), ending),
        past,
        _tense([stem], _WHILE[ending]),
        frozenset(form[:-1] + last for form in done for last in ("o", "a", "os", "as")),
        frozenset({stem + ("ando" if ending == "ar" else "iendo")}),
    )


def _tense(stems: Iterable[str], endings: tuple[str, ...]) -> dict[str, frozenset[str]]:
    stems = list(stems)
    return {
        person: frozenset(stem + ending for stem in stems) for person, ending in zip(_PERSONS, endings, strict=True)
    }


def _present(stem: str, changed: str, ending: str) -> dict[str, frozenset[str]]:
    """The present, with the stem changed where it is stressed; of tú and vos both forms."""
    forms = {
        person: frozenset({(changed if person in _STRESSED else stem) + last})
        for person, last in zip(_PERSONS, _PRESENT[ending], strict=True)
    }
    vos = {"ar": "as", "er": "es", "ir": "is"}[ending]
    return forms | {"2": forms["2"] | {stem + vos}}


def _changed(stem: str, change: str | None) -> str:
    """The stem as it is where it bears the stress: "cuent", "repit"."""
    if change is None:
        return stem
    plain, stressed = _CHANGES[change]
    head, _, tail = stem.rpartition(plain)
    return head + stressed + tail


def forms_by_person(entries: Iterable[str], *persons: str) -> Iterator[str]:
    """All forms of `entries` that say that one of `persons` does or did it."""
    for entry in entries:
        yield from conjugated(entry).told_of(*persons)
