"""Whether a text says that something happened to the reader or their company, or only speaks of such things.

It is said by whose it is ("tu premio", "your round", "their IPO" behind the company's name), by being taken as known
("tras la ronda", "the webinar you hosted", "¿cómo fue la salida a bolsa?", "el premio os abrió puertas"), by who did it
("habéis abierto", "you are hiring") or by our having seen or praised it. What is supposed, offered, to come, ours, or
told of somebody else is none.
"""

from collections.abc import Sequence

from shared.domain.lazy_pattern import lazy_pattern
from shared.domain.message import Part
from shared.gate.grounding.known import Known
from shared.gate.grounding.sorts_of_happenings import Happening
from shared.gate.grounding.statements import UNREAL, Mark, Statement
from shared.gate.grounding.tenses import tells_what_happened
from shared.gate.possessives import OURS, OWN
from shared.gate.words import Word

_KNOWN = OWN | frozenset("el la los las del al the that ese esa este esta this".split())
FRESH = frozenset("nuevo nueva nuevos nuevas new recent reciente ultimo ultima flamante fresh latest".split())
_INDEFINITE = frozenset("un una a an otra otro another".split())
_ANY = _KNOWN | FRESH | _INDEFINITE
_OF_THE_COMPANY = frozenset("its their".split())
_TO_COME = frozenset(
    "proximo proxima proximos proximas siguiente futuro futura next future eventual posible possible potential any"
    " algun alguna ningun ninguna sin without no upcoming hipotetico hipotetica cualquier".split()
)
_WANTED = frozenset("para quiere quieren quereis quieres to".split())
"""What stands in front of what is not done yet: "para ganar el premio"."""
_PRESUPPOSING = frozenset(
    "con tras despues desde gracias ahora with after since following behind thanks post given".split()
)
_OF_WHAT_IS_SO = frozenset(
    "como cuando cuanto cuanta cuantos cuantas por quien quienes how why when who que what".split()
)
"""What asks about something that is taken as being so: "how did the IPO go?"."""
_RIGHT_BEFORE = 3
_REACH = 4
_TWO = 2
_SERIES = frozenset(("serie", "series"))
_LETTERS = frozenset("abcdef")
_OF_YOU = lazy_pattern(
    r"(?:(?:\w+(?:aste|iste|asteis|isteis|aron|ieron|eron)|\w{2,}(?:aron|ieron))"
    r"|(?:has|habeis|han|ha|haya|hayan|hayas|hayais|haber|sois|eres|sos|sido|estais|estas|estan"
    r"|acabas|acabais|acaban|acaba|vais|van)"
    r"|(?:you|you've|you're|just|recently|has|have|were|was|is|are|being|been|got|getting))"
)
_DONE_BEHIND = lazy_pattern(
    r"[^.,;:!?\n]{0,40}?\b(?:que (?:(?:os|les|le|te|se|nos) )?(?:acab\w+ de |han |habeis |has |ha )"
    r"|que (?:(?:os|les|le|te|se) )?\w+(?:aron|ieron|aste|iste|steis|cedio)\b"
    r"|(?:that )?you(?:'ve| have)? (?:just |recently )?(?!will|would|may|might|can|could|should|are|need|want|use|have"
    r"|do|did|see|look|plan|run|buy|care|know|think)\w+)"
)
_JOINED = frozenset([" ", "-", "/", "’", "'"])
_SPEAKERS = frozenset("we i yo nosotros we've i've we'll estaremos tendremos hemos".split())
_OTHERS = frozenset(
    "nobody nadie somebody alguien everyone everybody they ellos i yo we nosotros who quien than".split()
)
_RELATIVE = frozenset("that who que quienes".split())
_GENERIC = frozenset("siempre nunca jamas always never usually often ever suele suelen".split())
"""What tells of no one time."""
_EACH_TIME = frozenset("cuando when whenever donde where".split())
_GENITIVE = ("'s", "’s")
_TALKED_TO = Mark.THEM | Mark.OBSERVED | Mark.GUESS


def may_be_said(statement: Statement) -> bool:
    """Whether a clause may tell of the reader at all."""
    if statement.marks & Mark.US and not statement.marks & (Mark.THEM | Mark.OBSERVED):
        return False
    return bool(statement.sentence & _TALKED_TO) or not _is_of_somebody(statement, statement.end)


def is_said(happening: Happening, statement: Statement, index: int, known: Known) -> bool:
    """Whether the word at `index` is said of them as something that is so."""
    word = statement.words[index]
    if any(cue.marks & UNREAL and cue.start < word.start for cue in statement.cues):
        return False
    if series(statement, index):
        return _is_series_said(statement, index)
    if index and statement.words[index - 1].folded in _OTHERS:
        return False
    reported = any(cue.marks & Mark.OBSERVED and cue.start <= word.start for cue in statement.cues)
    if _is_taken_as_known(happening, statement, index, known, reported=reported):
        return True
    if word.start >= statement.question and not reported:
        return False
    return _is_done(happening, statement, index, known, reported=reported)


def is_phrase_said(statement: Statement, start: int) -> bool:
    """Whether a phrase is said of them as something that is so: neither supposed, nor asked, nor ours."""
    before = [word.folded for word in statement.words_before(start, _REACH)]
    if (
        statement.marks & Mark.HYPOTHESIS
        or any(cue.marks & (UNREAL | Mark.OFFER) and cue.start < start for cue in statement.cues)
        or not OURS.isdisjoint(before)
        or not _TO_COME.isdisjoint(before)
        or not _WANTED.isdisjoint(before[-1:])
        or _is_of_somebody(statement, start)
        or _is_always_so(statement)
    ):
        return False
    return start < statement.question or not _PRESUPPOSING.isdisjoint(before) or _asks_of_what_is_so(statement)


def series(statement: Statement, index: int) -> str | None:
    """The round that is named at `index`: "series a"."""
    if statement.words[index].folded not in _SERIES:
        return None
    name, *behind = [word.folded for word in statement.words[index : index + 2]]
    return f"{name} {behind[0]}" if behind and behind[0] in _LETTERS else None


def _is_of_somebody(statement: Statement, start: int) -> bool:
    """Whether a clause begins, before `start`, with somebody who is not named: "una bodega de Haro", "a brewery"."""
    first = statement.words[:2]
    if len(first) < _TWO or first[-1].start >= start or statement.marks & Mark.THEM:
        return False
    return first[0].folded in _INDEFINITE or (first[0].folded.endswith("s") and first[1].folded in _RELATIVE)


def _is_always_so(statement: Statement) -> bool:
    """Whether a clause says what is so each time: "cuando llega un socio nuevo", "siempre cuesta"."""
    each_time = not statement.vocabulary.isdisjoint(_GENERIC) or (
        bool(statement.words) and statement.words[0].folded in _EACH_TIME
    )
    return each_time and not tells_what_happened(statement)


def _asks_of_what_is_so(statement: Statement) -> bool:
    asking = statement.passage.words_between(statement.question, statement.end)[:2]
    return any(word.folded in _OF_WHAT_IS_SO for word in asking)


def _is_done(happening: Happening, statement: Statement, index: int, known: Known, *, reported: bool) -> bool:
    """Whether they, or their company, are the subject of the word, or of the verb before it."""
    word = statement.words[index]
    if any(cue.marks & Mark.GUESS and cue.start < word.start for cue in statement.cues):
        return False
    if happening.is_named(word.folded) and _is_done_by_them(statement, index):
        return True
    return happening.is_done(word.folded) and (
        reported or _is_subject_theirs(statement, index) or _is_by_their_company(statement, index, known)
    )


def _is_series_said(statement: Statement, index: int) -> bool:
    """Whether a round is said to be theirs, and not any round: "a Series B usually means …"."""
    if not statement.marks & (Mark.THEM | Mark.OBSERVED):
        return False
    any_one = index > 0 and statement.words[index - 1].folded in _INDEFINITE
    return not any_one or bool(statement.marks & Mark.OBSERVED) or _is_done_by_them(statement, index)


def _is_subject_theirs(statement: Statement, index: int) -> bool:
    """Whether they do what a verb says, or a clause begins with their doing it: "topping the list puts …"."""
    begins = statement.words[index].folded.endswith("ing") and index <= 1 and statement.question == statement.end
    begins = begins and _is_the_topic(statement, index)
    return begins or _is_done_by_them(statement, index)


def _is_taken_as_known(happening: Happening, statement: Statement, index: int, known: Known, *, reported: bool) -> bool:
    """Whether a noun is theirs, or one that we saw or congratulate them on, or presupposed."""
    if not happening.is_named(statement.words[index].folded):
        return False
    before = set(_right_before(statement, index))
    if before & OWN or (reported and before & _ANY) or _is_of_their_company(statement, index, before, known):
        return before.isdisjoint(_TO_COME)
    return _is_presupposed(happening, statement, index)


def _right_before(statement: Statement, index: int) -> list[str]:
    """The folded words in front that may belong to the noun at `index`: those behind the last sign."""
    words, text = statement.words, statement.passage.text
    first = index
    while first and index - first < _RIGHT_BEFORE and text[words[first - 1].end : words[first].start] in _JOINED:
        first -= 1
    return [word.folded for word in words[first:index]]


def _is_of_their_company(statement: Statement, index: int, before: set[str], known: Known) -> bool:
    """Whether it is "its" where their company is named in front: "Acme (fresh from its funding round)"."""
    return not before.isdisjoint(_OF_THE_COMPANY) and any(
        word.capitalised and word.folded in known.present_companies for word in statement.words[:index]
    )


def _is_presupposed(happening: Happening, statement: Statement, index: int) -> bool:
    """Whether a noun is taken for something that has happened: "tras la ronda", "the webinar you hosted"."""
    words, word = statement.words, statement.words[index]
    near = [other.folded for other in words[max(0, index - _REACH) : index]]
    right_before = _right_before(statement, index)
    if not (OURS | _TO_COME).isdisjoint(right_before):
        return False
    if any(other.folded.endswith("mos") for other in words[index + 1 : index + 1 + _RIGHT_BEFORE]):
        return False
    if _DONE_BEHIND.match(statement.passage.folded, word.end, statement.end):
        return True
    if statement.marks & UNREAL:
        return False
    fresh = not FRESH.isdisjoint(right_before[-1:]) and happening.strong != ()
    known = happening.is_strong(word.folded) and (
        not _KNOWN.isdisjoint(right_before) or any(other.endswith(_GENITIVE) for other in right_before)
    )
    return (known or fresh) and (
        not _PRESUPPOSING.isdisjoint(near) or _is_the_topic(statement, index) or _is_of_one_time(statement)
    )


def _is_the_topic(statement: Statement, index: int) -> bool:
    """Whether a clause begins with the noun and says something of it alone: "the acquisition must keep you busy", but
    not "la apertura de una planta siempre cuesta", nor "los lanzamientos tardan".
    """
    word = statement.words[index]
    behind = {other.folded for other in statement.words[index + 1 : index + 1 + _RIGHT_BEFORE]}
    return (
        index <= _RIGHT_BEFORE
        and word.start < statement.question
        and not word.folded.endswith("s")
        and behind.isdisjoint(_INDEFINITE)
        and statement.vocabulary.isdisjoint(_GENERIC)
    )


def _is_of_one_time(statement: Statement) -> bool:
    """Whether a clause tells of what was once and not of what is always so: it says that it happened, asks how it was,
    or is the subject of a message.
    """
    if statement.passage.part is Part.SUBJECT or _asks_of_what_is_so(statement):
        return True
    return tells_what_happened(statement)


def _is_done_by_them(statement: Statement, index: int) -> bool:
    """Whether a verb in front of the word, or the word itself, has the reader or their company for its subject."""
    near = statement.words[max(0, index - _REACH) : index + 1]
    if any(word.folded in _SPEAKERS for word in near):
        return False
    return any(_OF_YOU.fullmatch(word.folded) for word in near) and bool(
        statement.marks & (Mark.THEM | Mark.OBSERVED)
        or not _PRESUPPOSING.isdisjoint(word.folded for word in near)
        or near[-1].folded.endswith(("aste", "isteis", "asteis", "iste"))
    )


def _is_by_their_company(statement: Statement, index: int, known: Known) -> bool:
    before: Sequence[Word] = statement.words[max(0, index - _REACH) : index]
    return any(word.folded in known.present_companies and word.capitalised for word in before)
