"""Prizes, rounds, openings, talks: what is said to have happened to the person or their company without a fact of it.

A happening is told by a noun that is theirs or known ("tu premio", "tras la ronda", "the webinar you hosted"), by a
verb whose subject they are ("habéis abierto", "you are hiring") or by a phrase ("entrada de un fondo en el capital"). A
fact tells of it if it has a word of the same sort, shares what else the clause says of it, and is of no other place,
prize or round ("finalist", "silver", "the second plant", "Series A"), nor somebody else's.
"""

from collections.abc import Iterator, Sequence

from shared.domain.errors import Sentence
from shared.domain.lazy_pattern import lazy_pattern
from shared.domain.message import Fact
from shared.gate.grounding.authors import is_named_in, other_author
from shared.gate.grounding.degrees_of_success import differ_in_degree
from shared.gate.grounding.finding import UNSUPPORTED, Finding
from shared.gate.grounding.keys import content_words, keys_of
from shared.gate.grounding.known import Known
from shared.gate.grounding.measures import is_time
from shared.gate.grounding.sorts_of_happenings import Happening, happening_of, phrases_in
from shared.gate.grounding.statements import UNREAL, Mark, Statement
from shared.gate.possessives import OURS, OWN
from shared.gate.words import Word

_KNOWN = OWN | frozenset("el la los las del al the that ese esa este esta this".split())
_FRESH = frozenset("nuevo nueva nuevos nuevas new recent reciente ultimo ultima flamante fresh latest".split())
_ANY = _KNOWN | _FRESH | frozenset("un una a an otro otra".split())
_INDEFINITE = frozenset("un una a an otra another".split())
_TO_COME = frozenset(
    "proximo proxima proximos proximas siguiente futuro futura next future eventual posible possible potential any"
    " algun alguna ningun ninguna sin without no upcoming hipotetico hipotetica cualquier".split()
)
_PRESUPPOSING = frozenset(
    "con tras despues desde gracias ahora with after since following behind thanks post given".split()
)
_RIGHT_BEFORE = 3
_SERIES = lazy_pattern(r"series? [a-f]")
_OF_YOU = lazy_pattern(
    r"(?:(?:\w+(?:aste|iste|asteis|isteis|aron|ieron|eron)|\w{2,}(?:aron|ieron))"
    r"|(?:has|habeis|han|ha|hayan|hayas|hayais|estais|estas|estan|acabas|acabais|acaban|acaba|vais|van)"
    r"|(?:you|you've|you're|just|recently|has|have|were|was|is|are|being|been|got|getting))"
)
_DONE_BEHIND = lazy_pattern(
    r"[^.,;:!?\n]{0,40}?\b(?:que (?:(?:os|les|le|te|se|nos) )?(?:acab\w+ de |han |habeis |has |ha )"
    r"|que (?:(?:os|les|le|te|se) )?\w+(?:aron|ieron|aste|iste|steis|cedio)\b"
    r"|(?:that )?you(?:'ve| have)? (?:just |recently )?(?!will|would|may|might|can|could|should|are|need|want|use|have"
    r"|do|did|see|look|plan|run|buy|care|know|think)\w+)"
)
_EMPTY = frozenset(
    "yours tuyo tuya suyo suya vuestro ago hace two three four five dos tres cuatro cinco well bien".split()
)
_REACH = 4
_LAST_SAID = 2 * _REACH
_END_OF_SAID = frozenset("y and pero but que so porque because mientras while cuando when".split())
_HEADS = frozenset(
    "question questions process processes room rooms stage stages slot slots day days panel panels calendar hall centre"
    " center guide notes season schedule schedules loop list lists advice line lines paragraph sentence remark"
    " statement balance hours hour times gambit move bid speaker speakers".split()
)
"""What an English noun in front only qualifies, so that it tells of no happening."""
_PASSING_ON = frozenset("felicitaste felicito felicitas felicitabas congratulated shared compartiste compartio".split())
_SPEAKERS = frozenset("we i yo nosotros we've i've we'll estaremos tendremos hemos".split())
_SPENT = frozenset("inversion inversiones investment investments".split())
"""What is spent where "in" stands behind it, and raised where it does not."""
_OTHERS = frozenset("nobody nadie somebody alguien everyone everybody they ellos i yo we nosotros who quien".split())


def judged_happenings(statement: Statement, known: Known) -> Iterator[Finding]:
    """The happenings that a clause tells and no fact does; the first one only."""
    if not statement.sentence & (Mark.OBSERVED | Mark.THEM | Mark.GUESS):
        return
    if statement.marks & Mark.US and not statement.marks & (Mark.THEM | Mark.OBSERVED):
        return
    yield from _by_words(statement, known) or _by_phrases(statement, known)


def _by_words(statement: Statement, known: Known) -> list[Finding]:
    for index, word in enumerate(statement.words):
        happening = happening_of("series" if _series(statement, index) else word.folded)
        if happening is None or _qualifies(statement.words, index) or _is_general(statement, word.start):
            continue
        if not _is_said(happening, statement, index, known) or _is_of_a_name(word, known):
            continue
        if not _is_told(happening, statement, index, known):
            return [_untold(happening, statement, word.start, word.end)]
    return []


def _is_of_a_name(word: Word, known: Known) -> bool:
    """Whether the word is part of the name of a post or a company of theirs: "Comprador Senior"."""
    return any(word.folded in words for _, words in known.short_names)


def _by_phrases(statement: Statement, known: Known) -> list[Finding]:
    for happening, start, end in phrases_in(statement):
        if (
            _is_phrase_said(statement, start)
            and not _is_general(statement, start)
            and not _is_phrase_told(happening, statement, start, end, known)
        ):
            return [_untold(happening, statement, start, end)]
    return []


def _is_general(statement: Statement, start: int) -> bool:
    """Whether what stands before says that it is of people or companies in general."""
    return any(cue.marks & Mark.GENERAL and cue.start <= start for cue in statement.cues)


def _untold(happening: Happening, statement: Statement, start: int, end: int) -> Finding:
    said = statement.passage.text[start:end]
    detail = Sentence(
        f"Habla de {happening.name.es} («{said}») que ningún dato recoge.",
        f"It tells of {happening.name.en} (“{said}”) that no fact holds.",
    )
    return Finding(statement.passage, start, end, "event", UNSUPPORTED, (), detail)


def _is_phrase_said(statement: Statement, start: int) -> bool:
    """Whether a phrase is said of them as something that is so: neither supposed, nor asked, nor ours."""
    before = [word.folded for word in statement.words_before(start, _REACH)]
    if (
        statement.marks & Mark.HYPOTHESIS
        or _is_supposed(statement, start)
        or not OURS.isdisjoint(before)
        or not _TO_COME.isdisjoint(before)
    ):
        return False
    return start < statement.question or not _PRESUPPOSING.isdisjoint(before)


def _is_phrase_told(happening: Happening, statement: Statement, start: int, end: int, known: Known) -> bool:
    words = [word for word in statement.words if start <= word.start < end + _LAST_SAID * _REACH]
    facts = _facts_of(happening, [word.folded for word in words if word.start < end], statement, known)
    said = [word for word in content_words(words) if _is_telling(word, known) and not happening.means(word.folded)]
    telling = [fact for fact in facts if not said or _shares(said, fact, known)]
    return bool(telling) and not _differ(words, telling, known)


def _differ(words: Sequence[Word], facts: Sequence[Fact], known: Known) -> bool:
    return differ_in_degree([word.folded for word in words], [known.evidence.tokens[fact.id] for fact in facts])


def _is_supposed(statement: Statement, start: int) -> bool:
    """Whether what stands before only supposes or offers."""
    return any(cue.marks & (UNREAL | Mark.OFFER) and cue.start < start for cue in statement.cues)


def _qualifies(words: Sequence[Word], index: int) -> bool:
    """Whether the word only says of what sort the next one is: "a better interview question"."""
    following = words[index + 1] if index + 1 < len(words) else None
    if following is not None and words[index].folded in _SPENT and following.folded in ("en", "in"):
        return True
    return following is not None and following.folded in _HEADS and following.start == words[index].end + 1


def _is_said(happening: Happening, statement: Statement, index: int, known: Known) -> bool:
    """Whether the word is said of them as something that is so."""
    word = statement.words[index]
    if any(cue.marks & UNREAL and cue.start < word.start for cue in statement.cues):
        return False
    if _series(statement, index):
        return _is_series_said(statement, index)
    if index and statement.words[index - 1].folded in _OTHERS:
        return False
    reported = any(cue.marks & Mark.OBSERVED and cue.start <= word.start for cue in statement.cues)
    if _is_taken_as_known(happening, statement, index, reported=reported):
        return True
    if word.start >= statement.question and not reported:
        return False
    return _is_done(happening, statement, index, known, reported=reported)


def _is_done(happening: Happening, statement: Statement, index: int, known: Known, *, reported: bool) -> bool:
    """Whether they, or their company, are the subject of the word, or of the verb before it."""
    word = statement.words[index].folded
    if happening.is_named(word) and _is_done_by_them(statement, index):
        return True
    return happening.is_done(word) and (
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
    begins = index <= 1 and statement.words[index].folded.endswith("ing") and statement.question == statement.end
    return begins or _is_done_by_them(statement, index)


def _is_taken_as_known(happening: Happening, statement: Statement, index: int, *, reported: bool) -> bool:
    """Whether a noun is theirs, or one that we saw or congratulate them on, or presupposed."""
    if not happening.is_named(statement.words[index].folded):
        return False
    before = {other.folded for other in statement.words[max(0, index - _RIGHT_BEFORE) : index]}
    if before & OWN or (reported and before & _ANY):
        return before.isdisjoint(_TO_COME)
    return _is_presupposed(happening, statement, index)


def _is_presupposed(happening: Happening, statement: Statement, index: int) -> bool:
    """Whether a noun is taken for something that has happened: "tras la ronda", "the webinar you hosted"."""
    words, word = statement.words, statement.words[index]
    near = [other.folded for other in words[max(0, index - _REACH) : index]]
    right_before = near[-_RIGHT_BEFORE:]
    if statement.marks & UNREAL or not (OURS | _TO_COME).isdisjoint(right_before):
        return False
    if any(other.folded.endswith("mos") for other in words[index + 1 : index + 1 + _RIGHT_BEFORE]):
        return False
    if _DONE_BEHIND.match(statement.passage.folded, word.end, statement.end):
        return True
    fresh = not _FRESH.isdisjoint(right_before[-1:]) and happening.strong != ()
    known = not _KNOWN.isdisjoint(right_before) and happening.is_strong(word.folded)
    return (known or fresh) and (not _PRESUPPOSING.isdisjoint(near) or index <= _RIGHT_BEFORE)


def _is_done_by_them(statement: Statement, index: int) -> bool:
    """Whether a verb in front of the word, or the word itself, has the reader or their company for its subject."""
    near = statement.words[max(0, index - _REACH) : index + 1]
    if any(word.folded in _SPEAKERS for word in near):
        return False
    return any(_OF_YOU.fullmatch(word.folded) for word in near) and bool(
        statement.marks & (Mark.THEM | Mark.OBSERVED) or near[-1].folded.endswith(("aste", "isteis", "asteis", "iste"))
    )


def _is_by_their_company(statement: Statement, index: int, known: Known) -> bool:
    before = statement.words[max(0, index - _REACH) : index]
    return any(word.folded in known.present_companies and word.capitalised for word in before)


def _is_told(happening: Happening, statement: Statement, index: int, known: Known) -> bool:
    """Whether a fact has a word of the same sort and, where the clause says more, shares some of it."""
    if _is_other_series(statement, index, known):
        return False
    said = [word for word in content_words(_said_of_it(statement, index)) if _is_telling(word, known)]
    named = statement.words[max(0, index - _RIGHT_BEFORE) : index] if said else ()
    facts = _facts_of(happening, [statement.words[index].folded], statement, known)
    near = statement.words[max(0, index - _REACH) : index + 1 + _REACH]
    telling = [fact for fact in facts if not said or _shares([*said, *content_words(named)], fact, known)]
    return bool(telling) and not _differ(near, telling, known)


def _said_of_it(statement: Statement, index: int) -> Sequence[Word]:
    """The words right behind, up to what begins another thought."""
    behind = statement.words[index + 1 : index + 1 + _LAST_SAID]
    text = statement.passage.text
    for place, word in enumerate(behind):
        gap = text[statement.words[index + place].end : word.start]
        if word.folded in _END_OF_SAID or not {",", ";", ":", "(", "?"}.isdisjoint(gap):
            return behind[:place]
    return behind


def _facts_of(happening: Happening, said: Sequence[str], statement: Statement, known: Known) -> list[Fact]:
    """The facts that tell of such a thing; what somebody else did, whom the text does not name, is none of theirs."""
    facts = [fact for fact in known.prose if happening.is_told_by(known.evidence.tokens[fact.id], said)]
    return [fact for fact in facts if not _is_of_another(fact, statement, known)]


def _is_of_another(fact: Fact, statement: Statement, known: Known) -> bool:
    if statement.sentence & Mark.COLLEAGUE or not fact.field.startswith("posts["):
        return False
    author = other_author(fact.text)
    if author is None or not known.their_names.isdisjoint(author.split()):
        return False
    return not is_named_in(author, statement.passage.vocabulary) and not statement.vocabulary & _PASSING_ON


def _is_telling(word: Word, known: Known) -> bool:
    return not (word.folded in known.their_names or word.folded in _EMPTY or is_time(word.folded))


def _shares(said: list[Word], fact: Fact, known: Known) -> bool:
    keys = known.keys_of_fact(fact)
    return any(not keys_of(word.folded).isdisjoint(keys) for word in said)


def _is_other_series(statement: Statement, index: int, known: Known) -> bool:
    """Whether it names a round that the facts do not: "Series A" where they tell of a seed round."""
    series = _series(statement, index)
    return series is not None and series not in known.their_plain


def _series(statement: Statement, index: int) -> str | None:
    pair = " ".join(word.folded for word in statement.words[index : index + 2])
    return pair if _SERIES.fullmatch(pair) else None
