"""Which of the dated facts a phrase tells of: "doce años exportando", "three years after moving the core to GCP"."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from shared.gate.figure import Figure
from shared.gate.grounding.events import Event
from shared.gate.grounding.job_titles import words_of_titles
from shared.gate.grounding.keys import content_words, has_meaning, keys_of
from shared.gate.grounding.known import Known
from shared.gate.grounding.measures import is_time
from shared.gate.grounding.phrases_of_time import Phrase, content_of
from shared.gate.words import Word

_SURELY = 2
_STEM = 5
_NEAR = 3
_EMPTY = tuple(
    "llev pasa spent cumpl completa completed haber historia vida hacer hace tard sum acumul largo entero casi barely"
    " apenas nearly almost felic congrat enhorab sea decir".split()
)

_OF = frozenset("de del con of on with into".split())
_CAREER = ("title", "headline", "experience", "education")
_TURNS = frozenset("left leaving dejo deje deja until hasta before antes after tras despues then luego later".split())
"""Words of facts that tell how something ended or what came before: other lengths of time follow from them."""


@dataclass(frozen=True)
class ToldEvents:
    """The events of the profile as the phrase of a length of time tells of them."""

    figure: Figure
    phrase: Phrase
    known: Known

    @cached_property
    def words(self) -> list[Word]:
        """What the phrase is about, besides how long it was."""
        words = [*self.phrase.before, *self.phrase.behind]
        return [word for word in content_of(words, self.known) if not word.folded.startswith(_EMPTY)]

    @cached_property
    def sure(self) -> list[Event]:
        """Those that the phrase certainly tells of: by two of its words, all that it has, the first, or a name."""
        return [event for event in self.known.events if self._is_sure(event)]

    @cached_property
    def touched(self) -> list[Event]:
        """Those whose facts share any word with the phrase, the company's name counted."""
        around = content_words([*self.phrase.before, *self.phrase.behind])
        return [event for event in self.known.events if event in self.sure or self._shared(around, event)]

    @property
    def is_plain(self) -> bool:
        """Whether a name, two words or a thing of its own tell of an event; other words may be of anything else."""
        return any(self._is_plainly(event) for event in self.sure)

    def _is_plainly(self, event: Event) -> bool:
        if self._is_named_in(event) or len(self._shared(self.words, event)) >= _SURELY:
            return True
        if not self._is_of_a_thing or _TURNS.intersection(self.known.evidence.tokens[event.fact.id]):
            return False
        careers = (fact for fact in self.known.theirs if fact.field.startswith(_CAREER))
        of_career = frozenset().union(*map(self.known.keys_of_fact, careers))
        told = {token.rstrip("s") for token in self.known.evidence.tokens[event.fact.id]}
        return any(
            word.folded.rstrip("s") in told and keys_of(word.folded).isdisjoint(of_career) for word in self._head
        )

    @property
    def _is_of_a_thing(self) -> bool:
        """Whether the first word behind is a thing that has lasted: "of the bug bounty", "con telemetría"."""
        before = [word.folded for word in self.phrase.behind if self._head and word.start < self._head[0].start]
        return not _OF.isdisjoint(before[-2:])

    def _is_sure(self, event: Event) -> bool:
        shared = self._shared(self.words, event)
        if len(shared) >= _SURELY or (shared and len(shared) == len({word.folded[:_STEM] for word in self.words})):
            return True
        return self._is_named_in(event) or bool(self._shared(self._head, event))

    def _shared(self, words: Sequence[Word], event: Event) -> frozenset[str]:
        keys = self.known.keys_of_fact(event.fact)
        return frozenset(word.folded[:_STEM] for word in words if not keys_of(word.folded).isdisjoint(keys))

    @property
    def _head(self) -> Sequence[Word]:
        """What stands right behind: "25 años exportando", "doce años de concursos"."""
        return [word for word in self.phrase.behind[:_NEAR] if word in self.words][:1]

    def _is_named_in(self, event: Event) -> bool:
        """Whether the phrase has a name that the event has, or a code ("14x14"), or two words in a row behind it."""
        tokens = self.known.evidence.tokens[event.fact.id]
        words = [*self.phrase.before, *self.phrase.behind]
        told = [word for word in self.words if word.capitalised and word.folded not in words_of_titles()]
        names = {word.folded for word in words if _is_code(word.folded)} | {word.folded for word in told}
        return not frozenset(tokens).isdisjoint(names) or self._has_a_run_of(event)

    def _has_a_run_of(self, event: Event) -> bool:
        """Whether three words in a row are the event's, or two that mean something: "into the four-day week"."""
        words = [word.folded for index, word in enumerate(self.phrase.behind) if index or not is_time(word.folded)]
        plain = self.known.evidence.plain[event.fact.id]
        pairs = [pair for pair in pairwise(words) if all(map(has_meaning, pair))]
        threes = [three for three in zip(words, words[1:], words[2:], strict=False) if has_meaning(three[0])]
        return any(f" {' '.join(run)} " in plain for run in (*pairs, *threes))


def _is_code(word: str) -> bool:
    return any(sign.isdigit() for sign in word) and any(sign.isalpha() for sign in word)
