"""One third person in a passage, with all that may tell whether the reader is its subject."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from shared.gate.address.clauses import Clause, of_class
from shared.gate.address.evidence import Address, Evidence
from shared.gate.address.greeted import is_greeted
from shared.gate.lexicon import table
from shared.gate.reading import Passage

PRESENT: Final = frozenset(("imperative_of_tu", "present"))
STATED: Final = PRESENT | {"past", "future"}
"""The moods in which something is told of the reader; the imperfect and the conditional are of yo as well."""

_OF_ONE = frozenset((Address.TU, Address.VOS, Address.VOS_OR_VOSOTROS))
"""What the present and imperatives say; tenses that tú and vos share are TU_OR_VOS."""
_CLOSE = 7
_WITH_FIGURES = frozenset(("begins_object", "several_behind"))
_BEHIND_OBJECTS = frozenset("sobre acerca en con por para desde hasta cada hoy ya a y".split())


@dataclass(frozen=True)
class ThirdPerson:
    """A third person: its clause, its mood, where its main verb stands, and whether it is what things do.

    `spoken` are the other verbs of the passage that say tú or vos, `formal` where imperatives say usted.
    """

    passage: Passage
    clause: Clause
    mood: str
    main: int
    of_things: bool
    spoken: Sequence[Evidence]
    formal: Sequence[int]

    @property
    def is_said_by_them(self) -> bool:
        """Whether it is what somebody says or knows: "como sabe", "porque comentaba en la charla"."""
        return self.clause.main in of_class("said_by_the_reader") and self.mood in STATED | {"imperfect"}

    @property
    def follows_greeting(self) -> bool:
        """Whether nothing but particles stands between the greeting and it."""
        before = self.passage.words_between(0, self.clause.verb.start)[-_CLOSE:]
        skipped = self.clause.particles | words_of("courtesy")
        while before and before[-1].text.lower() in skipped:
            before = before[:-1]
        return bool(before) and before[-1].capitalised and is_greeted(self.passage, before[-1])

    @property
    def ends_clause(self) -> bool:
        """Whether nothing that could be its object stands behind it."""
        words = self.passage.words
        behind = words[self.main + 1 : self.main + 2]
        if not behind or self.passage.text[words[self.main].end : behind[0].start] != " ":
            return True
        return behind[0].text.lower() in _BEHIND_OBJECTS

    def is_stated(self, form: Evidence) -> bool:
        """Whether a verb of the second person states something: "ves", and neither "mira" nor "verías"."""
        written = self.passage.text[form.start : form.end].lower()
        return form.address in _OF_ONE and written.endswith("s")

    def goes_on_with(self, group: str) -> bool:
        """Whether a word of a group of `lexicons/third_persons.json` stands behind it; figures begin objects."""
        behind = self.passage.words_between(self.clause.verb.end, self.clause.end_of_sentence)[:1]
        if not behind:
            return False
        return behind[0].text.lower() in words_of(group) or (group in _WITH_FIGURES and behind[0].text.isdigit())


@cache
def words_of(group: str) -> frozenset[str]:
    """The words of a group of `lexicons/third_persons.json`."""
    return frozenset(table("third_persons")[group].split())
