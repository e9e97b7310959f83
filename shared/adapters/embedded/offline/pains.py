"""Which problems of a role a person may be told of: by what their profile says, never against it."""

import random
from functools import lru_cache

from shared.adapters.embedded.offline.in_a_sentence import clause
from shared.adapters.embedded.offline.known import Angle
from shared.adapters.embedded.offline.sentence_split import sentences_in
from shared.adapters.embedded.offline.tone import Tone, tone_of
from shared.adapters.embedded.offline.topics import contradicts, names_a_profession, topics_of
from shared.domain.lazy_pattern import lazy_pattern
from shared.domain.prospect import Prospect
from shared.domain.role import Role
from shared.domain.role_match import has_title
from shared.domain.text import without_accents
from shared.domain.writing import WritingRequest

QUOTING = frozenset({"post", "duty", "about", "headline", "deed"})
"""The kinds of angle that hold the person's own words."""

_SETTLED = frozenset({Tone.RISE, Tone.SOLVED, Tone.LAUNCHED})
"""The tones of what is no problem any more."""

_UNSAYABLE = lazy_pattern(r"[?!¿¡{}\[\]<>]|https?:|www\.", 2)
_WORD = lazy_pattern(r"[a-z]{5,}")
_STEM = 5
_SAME = 0.6
"""The likeness from which a problem would only repeat what the person has said."""

_PULL = 0.35
"""How far a topic of the profile draws a problem forward, against chance: neighbours with one profile shall differ."""


class Pains:
    """The problems of a request's role that fit its prospect. The order is the seed's, drawn towards their topics.

    `profile` is all that tells of the person's trade; `topics` are those of all the role's problems.
    """

    def __init__(self, request: WritingRequest, seed: str) -> None:
        person = request.prospect
        self._written = _written(person)
        self._suits = _suits(request.role, person)
        solved = _solved(person)
        self.profile = " ".join(filter(None, (person.title, person.company, self._written)))
        pains = [
            clause(text) for text in request.role.pains.in_language(request.language) if not _UNSAYABLE.search(text)
        ]
        sayable = [pain for pain in pains if not contradicts(self.profile, pain) and not topics_of(pain) & solved]
        chance = random.Random(f"{seed}/pains")  # noqa: S311 (variety, not secrecy)
        mine = topics_of(_told(person))
        drawn = {pain: chance.random() - _PULL * bool(topics_of(pain) & mine) for pain in sayable}
        self.topics = frozenset().union(*map(topics_of, pains))
        self._pains = sorted(sayable, key=drawn.__getitem__)

    @property
    def suits(self) -> bool:
        """Whether the person's title, or headline where there is none, is one of the role's; a role without patterns
        suits whoever it is chosen for.
        """
        return self._suits

    def fitting(self, angle: Angle) -> list[str]:
        """What may follow the angle: after their own words only what shares their matter, and nothing where they tell
        of something solved or begun; else what fits the profile. Nothing where the role is not theirs.
        """
        if not self._suits or angle.tone in _SETTLED:
            return []
        if angle.kind in QUOTING:
            return [
                pain for pain in self._pains if topics_of(angle.about) & topics_of(pain) and _differ(angle.about, pain)
            ]
        return [pain for pain in self._pains if _differ(self._written, pain)]

    def others(self, said: str) -> list[str]:
        """What fits the profile and is not `said` (in lower case, without accents)."""
        return [pain for pain in self.fitting(Angle("nothing", {})) if without_accents(pain) not in said]


def _suits(role: Role, person: Prospect) -> bool:
    if not role.title_patterns:
        return True
    title = person.title or person.headline
    return title is not None and has_title(title, role.title_patterns) and not names_a_profession(title)


def _written(person: Prospect) -> str:
    """All that the person says of themselves and their work, but for their title."""
    return "\n".join(filter(None, (person.headline, _told(person), *person.skills)))


def _told(person: Prospect) -> str:
    """What they tell in sentences: neighbours in a list seldom have it in common."""
    jobs = (job.description for job in person.experience if job.end is None)
    return "\n".join(filter(None, (person.about, *jobs, *person.posts)))


def _solved(person: Prospect) -> frozenset[str]:
    """The topics of which the person tells that they are solved."""
    solved = (sentence for sentence in sentences_in(_told(person)) if tone_of(sentence) is Tone.SOLVED)
    return frozenset().union(*map(topics_of, solved))


def _differ(words: str, pain: str) -> bool:
    """Whether the pain says something else than the words: most of its longer words do not begin like theirs."""
    stems = _stems(pain)
    return len(stems & _stems(words)) < _SAME * len(stems) if stems else True


@lru_cache(maxsize=2048)
def _stems(text: str) -> frozenset[str]:
    """The beginnings of the longer words."""
    return frozenset(word[:_STEM] for word in _WORD.findall(without_accents(text)))
