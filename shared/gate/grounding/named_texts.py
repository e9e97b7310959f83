"""Which words of a clause name a text of the person's: "tu publicación", "lo que escribió sobre", "your line"."""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from shared.gate.grounding.authors import is_authored
from shared.gate.grounding.sayers import is_said_by_another
from shared.gate.grounding.saying_verbs import saying_in_english
from shared.gate.grounding.statements import Mark, Statement
from shared.gate.lexicon import table
from shared.gate.possessives import OURS
from shared.gate.words import Word

_NEAR, _FAR = 3, 8
_RELATIVE = frozenset("que you you've your usted cual".split())
_BETWEEN = frozenset("has have just recently acabas de ha habeis acaba ayer lately the other day usted that".split())
_ONE, _ONE_IN_ENGLISH = frozenset(("un", "una")), frozenset(("a", "an"))
_LINKS = frozenset("de by from of".split())
_SPEAKERS = frozenset("he hemos yo i i've we we've have nosotros".split())
_READER = frozenset("you you've usted".split())
_WHAT = frozenset("que what piece".split())
_NO_ONES = frozenset("cuenta publico comenta".split())
_ABOUT = frozenset("sobre acerca about on regarding".split())
_ABOUT_SPOKEN = frozenset("sobre acerca about on regarding".split())
_OWN = frozenset("tu tus su sus vuestro vuestra vuestros vuestras your ultimo ultima last latest".split())
_BEFORE_NOUNS = _OWN | frozenset(
    "el la los las un una the a an de en grandes principales nuevas varias muchas pocas otras todas estas esas"
    " mas menos tantas".split()
)
_NO_VERBS = frozenset(("público",))
"""What has a verb's letters and, by its accent, is none: publicó."""
_PREDICATES = frozenset(
    "era fue make makes made me is are was were has have hace hizo hacen hicieron es son fue te le se".split()
)


class NamedText(NamedTuple):
    """A text of theirs that a clause names: the word that does, the place of the first word behind it, whether they are
    said to have written it themselves, and whether it is only a saying, which may stand anywhere.
    """

    word: Word
    behind: int
    authored: bool
    saying: bool


def text_named(statement: Statement) -> NamedText | None:
    """The text that "tu publicación", "your post", "escribes que" or "lo que escribió sobre" names, if one does."""
    if all(map(statement.vocabulary.isdisjoint, (_nouns(), _verbs(), _spoken()))):
        return None
    to_them = bool(statement.sentence & (Mark.THEM | Mark.OBSERVED))
    for index, word in enumerate(statement.words):
        named = _noun_named(statement.words, index) if word.folded in _nouns() and to_them else None
        if named is None and word.folded in _verbs():
            named = _verb_named(statement.words, index, to_them=to_them)
        if named is None and word.folded in _spoken() and to_them:
            named = _spoken_named(statement.words, index)
        if named is not None:
            return named
    return None


def _spoken_named(words: Sequence[Word], index: int) -> NamedText | None:
    """What they said of something, by a noun that needs it: "your take on …", "tu charla en la feria sobre …"."""
    if not _is_own(words, index):
        return None
    behind = range(index + 1, min(len(words), index + 1 + _FAR))
    about = next((place for place in behind if words[place].folded in _ABOUT_SPOKEN), None)
    return None if about is None else NamedText(words[index], about + 1, is_authored(words[index].folded), saying=False)


def _is_own(words: Sequence[Word], index: int) -> bool:
    """Whether the noun is the reader's, with a name or two words between: "your Deccan Meetup talk", "tu charla"."""
    before = words[max(0, index - _FAR) : index]
    own = next((place for place in reversed(range(len(before))) if before[place].folded in _OWN), None)
    return own is not None and (len(before) - own <= _NEAR or all(word.capitalised for word in before[own + 1 :]))


def _noun_named(words: Sequence[Word], index: int) -> NamedText | None:
    """The text that a noun names: "tu artículo", "leí la nota", "the piece you wrote"."""
    own = any(word.folded in _OWN for word in words[max(0, index - _NEAR) : index])
    if _is_subject(words, index):
        return NamedText(words[index], len(words), own and is_authored(words[index].folded), saying=False)
    written = _written_behind(words, index)
    if not (written or _is_read(words, index) or _is_of_theirs(words, index)):
        return None
    authored = written is not None or (own and is_authored(words[index].folded))
    return NamedText(words[index], index + 1 if written is None else written, authored, saying=False)


def _is_of_theirs(words: Sequence[Word], index: int) -> bool:
    """Whether a text is said to be by somebody of theirs: "el artículo de tu compañera"."""
    behind = [word.folded for word in words[index + 1 : index + 3]]
    return len(behind) > 1 and behind[0] in _LINKS and behind[1] in _OWN


def _written_behind(words: Sequence[Word], index: int) -> int | None:
    """The place behind "la guía que has publicado", "the piece you wrote", if the noun at `index` is so followed."""
    for place in range(index + 1, min(len(words), index + 1 + _NEAR + _NEAR)):
        verb = words[place].folded
        if verb in _kept("made") or (verb in _verbs() and verb not in reposts()):
            between = {word.folded for word in words[index + 1 : place]}
            return place + 1 if between & _RELATIVE and between <= _RELATIVE | _BETWEEN else None
    return None


def _verb_named(words: Sequence[Word], index: int, *, to_them: bool) -> NamedText | None:
    """The text that a verb names: "lo que publicaste ayer sobre", "you wrote that", "usted sostiene que"."""
    behind = _about_behind(words, index)
    is_noun = words[index].text.lower() in _NO_VERBS or (index and words[index - 1].folded in _BEFORE_NOUNS)
    if behind is None or is_noun or is_said_by_another(words, index):
        return None
    before = [word.folded for word in words[max(0, index - _NEAR) : index]]
    if _is_said_by_us(before) or (words[index].folded in saying_in_english() and not _is_said_by_reader(before)):
        return None
    what = not _WHAT.isdisjoint(before)
    if not (to_them or what) or (words[index].folded in _NO_ONES and not what and behind == index + 1 and not to_them):
        return None
    return NamedText(words[index], behind, words[index].folded not in reposts(), saying=False)


def _is_said_by_us(before: Sequence[str]) -> bool:
    """Whether the verb behind these words is ours: "he publicado", "I wrote", but "you have written"."""
    return not _SPEAKERS.isdisjoint(before) and _READER.isdisjoint(before)


def _is_said_by_reader(before: Sequence[str]) -> bool:
    """Whether "you" or "what" stands before an English verb, whose form tells no person."""
    return not (_READER | _WHAT).isdisjoint(before)


def _about_behind(words: Sequence[Word], index: int) -> int | None:
    """Where the words begin that a verb of saying is about: "cuentas que", "publicaste la semana pasada sobre"."""
    if _tells(words, index):
        return index + 1
    if _publishes_one(words, index):
        return index + 2
    later = (place for place in range(index + 1, min(len(words), index + _FAR)) if words[place].folded in _ABOUT)
    place = next(later, None)
    if place is None or not all(word.folded in _when() for word in words[index + 1 : place]):
        return None
    return place + 1


def _publishes_one(words: Sequence[Word], index: int) -> bool:
    """Whether something is published that is then named: "compartió un análisis de", but not "escrito a mano"."""
    verb = words[index].folded
    if verb not in _kept("publishing") or index + 1 >= len(words):
        return False
    return words[index + 1].folded in (_ONE_IN_ENGLISH if verb in saying_in_english() else _ONE)


def _is_subject(words: Sequence[Word], index: int) -> bool:
    """Whether a verb stands right behind a text, so that nothing says what it was about: "your posts make me …"."""
    return index + 1 < len(words) and words[index + 1].folded in _PREDICATES


def saying_named(statement: Statement) -> NamedText | None:
    """What they are said to have said, wherever it stands: "tu frase", "your line"."""
    words = statement.words
    if statement.vocabulary.isdisjoint(_sayings()) or not statement.sentence & (Mark.THEM | Mark.OBSERVED):
        return None
    said = (i for i in range(1, len(words)) if words[i].folded in _sayings() and words[i - 1].folded in _OWN)
    return next((NamedText(words[i], i + 1, is_authored(words[i].folded), saying=True) for i in said), None)


def _is_read(words: Sequence[Word], index: int) -> bool:
    """Whether what stands before a noun says that the person wrote it, or that it was read: not "mi último mensaje"."""
    before = [word.folded for word in words[max(0, index - 3) : index]]
    return OURS.isdisjoint(before) and any(word in _OWN or word in _read() for word in before)


def _tells(words: Sequence[Word], index: int) -> bool:
    """Whether a verb of saying has the person's words behind it: "cuentas que", "you wrote about"."""
    behind = words[index + 1].folded if index + 1 < len(words) else ""
    return behind in ("que", "sobre", "about", "that", "how", "why", "como", "lo", "de", "on", "acerca")


@cache
def _nouns() -> frozenset[str]:
    return _kept("nouns")


@cache
def _verbs() -> frozenset[str]:
    return _kept("verbs")


@cache
def _spoken() -> frozenset[str]:
    return _kept("spoken")


@cache
def _sayings() -> frozenset[str]:
    return _kept("sayings")


@cache
def _read() -> frozenset[str]:
    return _kept("read")


@cache
def reposts() -> frozenset[str]:
    """The verbs of passing on what somebody else wrote."""
    return _kept("repost")


@cache
def _when() -> frozenset[str]:
    return _kept("when")


@cache
def _kept(name: str) -> frozenset[str]:
    return frozenset(table("posts")[name].split())


def is_published(word: str) -> bool:
    """Whether a folded noun is of what stands under its author's name for all to read: a post, an article."""
    return word in _kept("published")


def is_text(word: str) -> bool:
    """Whether a folded word names a text."""
    return word in _nouns()


@cache
def words_of_writing() -> frozenset[str]:
    """The words that say that something was written or said, or name a text."""
    return _nouns() | _verbs() | _read()
