"""Quotations: words between quotation marks that the person never wrote, or that somebody else did."""

from collections.abc import Iterator, Sequence

from shared.domain.errors import Sentence
from shared.domain.language import Register
from shared.domain.message import Fact
from shared.gate.grounding.attributions import Attributions
from shared.gate.grounding.authors import is_named_in, other_author
from shared.gate.grounding.finding import CONTRADICTED, UNSUPPORTED, VERIFIED, Finding, ids_of, quoted
from shared.gate.grounding.keys import function_words, keys_of
from shared.gate.grounding.known import Known
from shared.gate.grounding.named_texts import words_of_writing
from shared.gate.grounding.posts import shared_only
from shared.gate.grounding.speakers import Speaker
from shared.gate.grounding.statements import UNREAL, Mark, Statement
from shared.gate.reading import Passage
from shared.gate.words import tokens_of

_SHORTEST = 2
_SHORT = 3
_IMAGINED = UNREAL | Mark.GENERAL | Mark.OFFER | Mark.GUESS
_DENIALS = frozenset("no nunca nadie ni sin not never nobody don't doesn't isn't aren't didn't won't can't".split())


def judged_quotations(
    passage: Passage, statements: list[Statement], known: Known, register: Register | None
) -> Iterator[Finding]:
    """What the facts say to each quotation of `passage`."""
    attributions = Attributions(statements, known, register)
    for start, end in attributions.stretches:
        pieces = [piece for part in passage.text[start + 1 : end - 1].split("…") for piece in part.split("...")]
        tokens = [tokens_of(piece) for piece in pieces if piece.strip(" []()")]
        facts = [fact for fact in known.evidence.facts if all(_is_in(t, known.evidence.plain[fact.id]) for t in tokens)]
        long = sum(map(len, tokens)) >= _SHORTEST
        passed_on = long and bool(facts) and _is_by_another(facts, passage, known)
        if passed_on and attributions.speaker_of(start, end) is Speaker.READER:
            yield Finding(passage, start, end, "quotation", CONTRADICTED, ids_of(facts), shared_only(facts[0]))
        elif facts:
            yield Finding(passage, start, end, "quotation", VERIFIED, ids_of(facts))
        elif long:
            yield from _unwritten(passage, start, end, attributions, known)


def words_of_nobody(
    passage: Passage, statements: list[Statement], known: Known, register: Register | None
) -> list[tuple[int, int]]:
    """Where words stand that others say, or that are only called so: names among them are no claim either."""
    attributions = Attributions(statements, known, register)
    return [
        (start, end)
        for start, end in attributions.stretches
        if len(passage.words_between(start, end)) >= _SHORTEST
        and attributions.speaker_of(start, end) is Speaker.ANOTHER
    ]


def _unwritten(passage: Passage, start: int, end: int, attributions: Attributions, known: Known) -> Iterator[Finding]:
    """Words that no fact has: a claim where they are said to be the reader's, and else worth a look."""
    tokens, speaker = tokens_of(passage.text[start:end]), attributions.speaker_of(start, end)
    if speaker is Speaker.ANOTHER:
        return
    if speaker is not Speaker.READER and _is_example(passage, start, end, attributions.holder(start)):
        return
    untold = speaker is Speaker.UNTOLD and not _is_name(passage, start, end)
    doubtful = untold or _is_reworded(tokens, known)
    text = quoted(passage.text[start:end])
    detail = Sentence(f"Cita {text}, y nadie lo escribió así.", f"It quotes {text}, which nobody wrote like that.")
    yield Finding(passage, start, end, "quotation", UNSUPPORTED, (), detail, doubtful)


def _is_in(tokens: tuple[str, ...], plain: str) -> bool:
    return f" {' '.join(tokens)} " in plain


def _is_by_another(facts: Sequence[Fact], passage: Passage, known: Known) -> bool:
    """Whether the person only passed the words on, and the text does not say whose they are."""
    authors = [other_author(fact.text) if fact.field.startswith("posts[") else None for fact in facts]
    return all(
        author is not None
        and known.their_names.isdisjoint(author.split())
        and not is_named_in(author, passage.vocabulary)
        for author in authors
    )


def _is_example(passage: Passage, start: int, end: int, holder: Statement | None) -> bool:
    """Whether words without a speaker are only what somebody might say: a question, two or three words inside a
    sentence that tells of nothing written, or what a clause supposes, offers or says of people in general.
    """
    if passage.text[start + 1 : end - 1].endswith("?"):
        return True
    if holder is None or not holder.words_before(start, 1):
        return False
    if any(cue.marks & _IMAGINED and cue.start < start for cue in holder.cues):
        return True
    if len(passage.words_between(start, end)) > _SHORT or _is_name(passage, start, end):
        return False
    return not holder.sentence & Mark.OBSERVED and holder.vocabulary.isdisjoint(words_of_writing())


def _is_name(passage: Passage, start: int, end: int) -> bool:
    """Whether every word has a capital, as names of things have: «Primera Gota»."""
    return all(word.capitalised for word in passage.words_between(start, end))


def _is_reworded(tokens: Sequence[str], known: Known) -> bool:
    """Whether one fact says the same words in the same order, but for inflection and function words."""
    content = [word for word in tokens if word not in function_words()]
    denied = _DENIALS.isdisjoint(tokens)
    return len(content) >= _SHORT and any(
        _DENIALS.isdisjoint(told := known.evidence.tokens[fact.id]) == denied and _in_order(content, told)
        for fact in known.prose
    )


def _in_order(content: Sequence[str], told: Sequence[str]) -> bool:
    """Whether `told` means each word of `content`, one behind the other."""
    rest = iter(told)
    return all(any(not keys_of(word).isdisjoint(keys_of(other)) for other in rest) for word in content)
