"""Which words are third persons of what people do, and in which mood: "tiene", "ha leído", "está pensando"."""

from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from shared.gate.address.clauses import acts_of_people, of_class
from shared.gate.lexicon import table, word_set
from shared.gate.reading import Passage

_ORDER = (
    "past_subjunctive",
    "conditional",
    "imperfect",
    "subjunctive",
    "future",
    "past",
    "present",
    "imperative_of_tu",
)
_ENDINGS = (
    ("ía", "imperfect"),
    ("aba", "imperfect"),
    ("iera", "past_subjunctive"),
    ("fuera", "past_subjunctive"),
    ("uvo", "past"),
    ("izo", "past"),
    ("rá", "future"),
)
_CONDITIONALS = frozenset(("tendría", "estaría", "haría", "habría", "debería", "podría", "volvería", "iría"))
_SUBJUNCTIVES = frozenset(
    ("ande", "tenga", "esté", "haya", "haga", "pueda", "vaya", "siga", "vuelva", "termine", "acabe", "deba")
)
_PASTS = frozenset(("pudo", "volvió", "empezó", "dejó", "siguió", "acabó", "terminó"))
_BETWEEN = frozenset(("ya", "usted", "alguna", "vez"))
_LIKE_WHAT = frozenset(("de", "en", "hasta", "al", "a"))


class Verb(NamedTuple):
    """A third person: its mood, where its main verb stands, and whether it is what things do rather than people."""

    mood: str
    main: int
    of_things: bool = False


def verb_at(passage: Passage, index: int) -> Verb | None:
    """The third person at `index`, if a person may be its subject."""
    written = passage.words[index].text.lower()
    if written in _words("have"):
        return _had(passage, index, written)
    mood = _moods().get(written)
    if mood is not None:
        return Verb(mood, index, not _is_of_people(passage, index, written))
    is_noun = written in word_set("usted_imperatives_that_are_nouns") and written in _subjunctives()
    return Verb("subjunctive", index) if is_noun and _goes_on_with_object(passage, index) else None


@cache
def third_persons() -> frozenset[str]:
    """The words in lower case that may be a third person; no other word is one."""
    are_nouns = word_set("usted_imperatives_that_are_nouns") & _subjunctives()
    return _words("have") | _moods().keys() | are_nouns


def _goes_on_with_object(passage: Passage, index: int) -> bool:
    """Whether what is also a noun goes on as a verb does: "apunte lo que falta"."""
    behind = passage.words[index + 1 : index + 2]
    return bool(behind) and (behind[0].text.isdigit() or behind[0].text.lower() in _words("begins_object"))


def _had(passage: Passage, index: int, written: str) -> Verb | None:
    """A perfect, by its participle: "ha probado", "haya podido"."""
    main = index + 1
    while main < len(passage.words) and passage.words[main].text.lower() in _BETWEEN:
        main += 1
    if main == len(passage.words) or passage.words[main].text.lower() not in _participles():
        return None
    participle = passage.words[main].text.lower()
    return Verb(_mood_of(written), main, participle in _words_of_things() and participle not in _words("of_people_too"))


def _is_of_people(passage: Passage, index: int, written: str) -> bool:
    """Whether what stands around a verb of people and things makes it one of people."""
    before = passage.words[index - 1].text.lower() if index else ""
    behind = [word.text.lower() for word in passage.words[index + 1 : index + 4]]
    if written in of_class("told_by_things") or written in of_class("oneself_of_things"):
        return before in ("me", "nos") or (before == "se" and written in of_class("done_to_oneself"))
    if behind == ["la", "atención"]:
        return False
    if written == "sigue" and behind[:1] == ["con"]:
        return True
    if written in _words("auxiliaries") and not (written in _words("having") and behind[:1] != ["que"]):
        return acts_of_people(passage.words, index)
    group = next((name for name in _GROUPS if written in _words(name)), None)
    if group is None:
        return written not in _words_of_things()
    return _GROUPS[group](written, [*behind, "", ""])


def _has_people(_: str, behind: list[str]) -> bool:
    return behind[:3] != ["que", "ver", "con"] and behind[0] not in _words("had_by_things")


def _do_people(_: str, behind: list[str]) -> bool:
    """Not in "hace falta", "hace dos años"."""
    return behind[0] not in _words("done_by_time") and not behind[0].isdigit()


def _go_people(written: str, behind: list[str]) -> bool:
    return behind[0] in _words("gone_to") or written == "iría"


def _are_people(_: str, behind: list[str]) -> bool:
    return behind[0] in _words("like_people") or behind[0] in _gerunds() or _is_on_a_day(behind)


def _want_people(_: str, behind: list[str]) -> bool:
    """Not in "quiere decir"."""
    return behind[0] != "decir"


_GROUPS: dict[str, Callable[[str, list[str]], bool]] = {
    "having": _has_people,
    "do": _do_people,
    "go": _go_people,
    "be": _are_people,
    "want": _want_people,
}


def _is_on_a_day(behind: list[str]) -> bool:
    """Whether somebody is there on a day: "¿estaría el martes?"."""
    return behind[0] == "el" and behind[1] in _words("weekdays")


def _mood_of(written: str) -> str:
    if written in _CONDITIONALS:
        return "conditional"
    if written in _SUBJUNCTIVES:
        return "subjunctive"
    if written in _PASTS:
        return "past"
    return next((mood for ending, mood in _ENDINGS if written.endswith(ending)), "present")


@cache
def _moods() -> dict[str, str]:
    """The mood or tense of each third person of a verb that people do; a form of two is the former of them."""
    groups = table("verbs")["third_persons"]
    found = {form: mood for mood in _ORDER for form in groups[mood].split()}
    for word in word_set("usted_imperatives_that_are_nouns"):
        if found.get(word) == "subjunctive":
            del found[word]
    for group in ("auxiliaries", "having", "be", "do", "go", "want"):
        for word in _words(group):
            found.setdefault(word, _mood_of(word))
    return found


@cache
def _words_of_things() -> frozenset[str]:
    return frozenset(table("verbs")["third_persons"]["of_things"].split())


@cache
def _participles() -> frozenset[str]:
    return frozenset(table("verbs")["third_persons"]["participle"].split())


@cache
def _subjunctives() -> frozenset[str]:
    return frozenset(table("verbs")["third_persons"]["subjunctive"].split())


@cache
def _gerunds() -> frozenset[str]:
    return frozenset(table("verbs")["third_persons"]["gerund"].split())


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(table("third_persons")[name].split())
