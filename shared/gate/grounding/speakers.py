"""Whose a quotation is, by the words around it: each of them says so, or says nothing."""

from collections.abc import Iterator, Sequence
from enum import Enum, auto

from shared.domain.language import Register
from shared.gate.grounding.known import Known
from shared.gate.grounding.saying_verbs import (
    attribution_words,
    participles,
    past_forms,
    saying_in_english,
    saying_in_spanish,
    sayings,
    second_person,
    third_person,
)
from shared.gate.grounding.statements import Mark, Statement
from shared.gate.possessives import OURS, OWN
from shared.gate.words import Word

BEFORE, BEHIND, SUBJECT = 10, 8, 4
"""How many words before a quotation and behind it may say whose it is, and how far from a verb its subject stands."""
_OWN_OF_USTED = frozenset(("su", "sus"))
_TO_ANOTHER = frozenset(("le", "les"))
"""Whom it is told to: "«no me lo creo», le dijo su gerente" is of a story as likely as of the reader."""
_THEIRS_BEHIND = frozenset("tuyo tuya tuyos tuyas suyo suya suyos suyas yours".split())
_INDEFINITE = frozenset("un una unos unas a an another otro otra algun alguna cada".split())
_DEFINITE = frozenset("el la los las the this that these those este esta ese esa".split())
_DETERMINERS = OURS | _INDEFINITE | _DEFINITE
_READER = frozenset("usted vos tu you you've".split())
_SPEAKERS = frozenset("yo i we nosotros nosotras i've we've he hemos".split())
_HELPERS = frozenset("has ha habeis han he hemos".split())
_CONDITIONS = frozenset("si if cuando when whenever aunque imagina imagine suppose".split())
_DENIALS, _NEAR_DENIAL = frozenset("no nunca never not".split()), 2
"""What nobody says: "no le dice «ya le mando»"."""
_PARTICLES = frozenset(
    "me te le les se lo la los las nos os no ya bien siempre tan muy mismo misma also just so nicely once always often"
    " recently recientemente hace poco ayer it well que how como".split()
)
_NOBODY_NAMED = frozenset("quien quienes alguien nadie who somebody someone nobody everybody everyone people".split())
_ALLUDING = frozenset((("lo", "de"), ("eso", "de"), ("esto", "de"), ("aquello", "de")))
_PRESUPPOSING = frozenset("que lo why porque that ayer".split())
_LINKS = frozenset("de of by del from".split())
_REPEATED = tuple("cita cite repeti repit anot apunt recuerd record subray quot".split())
"""Verbs of whoever repeats what somebody said: they do not say who."""
_SOUGHT = frozenset("respuesta answer pregunta question".split())


class Speaker(Enum):
    """Whose words a quotation is said to be."""

    READER = auto()
    """The person's, or their company's."""
    ANOTHER = auto()
    """Somebody else's, ours, or what nobody has said yet."""
    SEEN = auto()
    """Words that we say we read, or that we begin with or say to them, without saying whose."""
    UNTOLD = auto()


class Around:
    """The words around one quotation, and what each says of whose it is."""

    def __init__(
        self,
        start: int,
        before: list[Word],
        behind: list[Word],
        holder: Statement | None,
        known: Known,
        register: Register | None,
    ) -> None:
        self._start, self._holder, self._known, self._register = start, holder, known, register
        self.words, self.split = [*before, *behind], len(before)
        self._own = OWN if register in (None, Register.USTED) else OWN - _OWN_OF_USTED

    def nearest_first(self) -> Iterator[int]:
        """The places of the words before the quotation, the last first, then of those behind it."""
        yield from range(self.split - 1, max(-1, self.split - 1 - BEFORE), -1)
        yield from range(self.split, min(len(self.words), self.split + BEHIND))

    def told_by(self, index: int) -> Speaker | None:
        """Whose the word at `index` says the quotation is; None if it says nothing of it."""
        word, before = self.words[index].folded, self._before(index)
        if index < self.split and word in _CONDITIONS:
            return Speaker.ANOTHER
        if index == self.split - 1 and (told := _told_right_before(word, before)):
            return told
        return self._told_behind(index, word, before) or self._told_by_saying(index, word, before)

    def _told_behind(self, index: int, word: str, before: list[str]) -> Speaker | None:
        """Of "«…» es tuya" and "en «…» usted …"."""
        if index in (self.split, self.split + 1) and word in _THEIRS_BEHIND:
            return Speaker.READER
        if index == self.split and word in _READER and before[-1:] and before[-1] in ("en", "in"):
            return Speaker.READER
        return None

    def _told_by_saying(self, index: int, word: str, before: list[str]) -> Speaker | None:
        """Whose a word of saying or hearing says the quotation is."""
        if index >= self.split and word.startswith(_REPEATED) and word not in second_person():
            return None
        if word == "segun":
            return self._according_to(index)
        if word in attribution_words("hear"):
            return Speaker.ANOTHER if index < self.split or _SPEAKERS.isdisjoint(before) else None
        if word in sayings() and (_is_noun(before) or not self._is_verb(word)):
            return self._owned(index, before)
        return self._said(index, before) if self._is_verb(word) else None

    def unattributed(self) -> Speaker:
        """What a quotation is that no word of saying stands beside."""
        if self._holder is None or not self._holder.words_before(self._start, 1):
            return Speaker.SEEN
        wanted = Mark.OBSERVED if self._asks else Mark.OBSERVED | Mark.THEM
        return Speaker.SEEN if self._holder.sentence & wanted else Speaker.UNTOLD

    @property
    def _asks(self) -> bool:
        """Whether the quotation stands in a question."""
        return self._holder is not None and self._start >= self._holder.question

    def _is_verb(self, word: str) -> bool:
        return word in (saying_in_english() if self._register is None else saying_in_spanish())

    def _before(self, index: int) -> list[str]:
        return [word.folded for word in self.words[max(0, index - SUBJECT) : index]]

    def _according_to(self, index: int) -> Speaker:
        following = self.words[index + 1].folded if index + 1 < len(self.words) else ""
        return Speaker.READER if following in self._own | _READER or following in second_person() else Speaker.ANOTHER

    def _said(self, index: int, before: list[str]) -> Speaker | None:
        """Of a verb: "you wrote", "dijiste", "ha escrito", "reps love to say"."""
        if (
            "to" in before[-1:]
            or not _DENIALS.isdisjoint(before[-_NEAR_DENIAL:])
            or not _CONDITIONS.isdisjoint(before)
            or not attribution_words("modal").isdisjoint(before)
        ):
            return Speaker.ANOTHER
        return self._said_in_english(index, before) if self._register is None else self._said_in_spanish(index, before)

    def _said_in_english(self, index: int, before: list[str]) -> Speaker:
        near = [word for word in before if word not in _PARTICLES]
        if (near[-1:] and near[-1] in ("you", "you've", "you're")) or near[-2:] in (["you", "have"], ["you", "were"]):
            return Speaker.ANOTHER if self._is_only_asked(index) else Speaker.READER
        return self._by_subject(index)

    def _said_in_spanish(self, index: int, before: list[str]) -> Speaker | None:
        word = self.words[index].folded
        if word in participles():
            return self._of_perfect(index, before)
        if word in second_person():
            return Speaker.ANOTHER if self._is_only_asked(index) else Speaker.READER
        return self._by_subject(index) if word in third_person() else Speaker.ANOTHER

    def _of_perfect(self, index: int, before: list[str]) -> Speaker | None:
        """Of "has dicho", "ha escrito", "he contestado"; a participle alone says nothing."""
        helper = next((word for word in reversed(before) if word in _HELPERS or word.startswith("habr")), None)
        if helper in ("has", "habeis"):
            return Speaker.READER
        if helper == "ha":
            return self._by_subject(index)
        return Speaker.ANOTHER if helper else None

    def _by_subject(self, index: int) -> Speaker:
        """Whose a verb of the third person is: its subject's, and where it has none, the reader's if they are usted."""
        subject = self._subject_behind(index) or self._subject_before(index)
        if subject is not None:
            return subject
        return Speaker.READER if self._register is Register.USTED else Speaker.ANOTHER

    def _subject_behind(self, index: int) -> Speaker | None:
        following = self.words[index + 1 : index + 3]
        if not following or index + 1 == self.split or following[0].start - self.words[index].end > 1:
            return None
        first = following[0]
        if first.folded == "usted":
            return Speaker.READER
        if first.folded in self._own and following[1:]:
            told_to_another = first.folded in _OWN_OF_USTED and not _TO_ANOTHER.isdisjoint(self._before(index)[-1:])
            return Speaker.UNTOLD if told_to_another else self._of_theirs(following[1])
        return Speaker.ANOTHER if first.folded in _DETERMINERS | _NOBODY_NAMED else self._of_name(first)

    def _subject_before(self, index: int) -> Speaker | None:
        for place in range(index - 1, max(-1, index - 1 - SUBJECT), -1):
            if self._is_parted(place):
                return None
            subject = self._subject_at(place, index)
            if subject is not None:
                return subject
        return None

    def _is_parted(self, place: int) -> bool:
        """Whether a comma or another mark parts the word at `place` from the next one."""
        if self._holder is None:
            return True
        gap = self._holder.passage.text[self.words[place].end : self.words[place + 1].start]
        return not {",", ";", ":"}.isdisjoint(gap)

    def _subject_at(self, place: int, verb: int) -> Speaker | None:
        word = self.words[place]
        if word.folded in _READER - {"tu"}:
            return Speaker.READER
        if word.folded in self._own and place + 1 < verb:
            return self._of_theirs(self.words[place + 1])
        if word.folded in _NOBODY_NAMED | _SPEAKERS or (word.folded in _DETERMINERS and place + 1 < verb):
            return Speaker.ANOTHER
        return self._of_name(word)

    def _of_name(self, word: Word) -> Speaker | None:
        if not word.capitalised or (word is self.words[0] and word.folded not in self._known.their_names):
            return None
        return Speaker.READER if word.folded in self._known.their_names else Speaker.ANOTHER

    def _of_theirs(self, noun: Word) -> Speaker:
        """Of "tu perfil dice", "your CEO says"; what "your reps" say, nobody has said."""
        plural = noun.folded.isdigit() or (noun.folded.endswith("s") and noun.folded not in sayings())
        return Speaker.ANOTHER if plural or self._asks else Speaker.READER

    def _owned(self, index: int, before: list[str]) -> Speaker | None:
        """Of "tu frase", "in your words", "una frase de Drucker", "the usual answer"."""
        word, following = self.words[index].folded, self.words[index + 1 : index + 3]
        if not self._own.isdisjoint(before[-3:]):
            return Speaker.ANOTHER if self._asks and word in _SOUGHT else Speaker.READER
        if following and following[0].folded in _THEIRS_BEHIND:
            return Speaker.READER
        if len(following) > 1 and following[0].folded in _LINKS:
            named = Speaker.READER if following[1].folded in self._own else self._of_name(following[1])
            if named is not None:
                return named
        if (
            not OURS.isdisjoint(before[-2:])
            or word in attribution_words("meta")
            or (before[-1:] and before[-1] in _INDEFINITE)
        ):
            return Speaker.ANOTHER
        return None

    def _is_only_asked(self, index: int) -> bool:
        """Whether a question asks if they say so, and does not take it as said: "¿dices «no» a menudo?"."""
        if not self._asks or self.words[index].folded in past_forms():
            return False
        return _PRESUPPOSING.isdisjoint(word.folded for word in self.words[: self.split])


def _told_right_before(word: str, before: Sequence[str]) -> Speaker | None:
    """What the word right before a quotation says: "tu «…»", "lo de «…»", "un «…»"."""
    if word in OWN or (*before[-1:], word) in _ALLUDING:
        return Speaker.READER
    return Speaker.ANOTHER if word in _INDEFINITE else None


def _is_noun(before: Sequence[str]) -> bool:
    """Whether an article or a possessive stands right before the word: "tu cita", and not "quien cita"."""
    return bool(before) and before[-1] in OWN | _DETERMINERS
