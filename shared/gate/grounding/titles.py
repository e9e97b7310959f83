"""The job titles that a text gives the person, against those that they have, and at which company they have them."""

from collections.abc import Iterator, Sequence, Set

from shared.domain.lazy_pattern import lazy_pattern
from shared.domain.message import Fact
from shared.gate.grounding.finding import CONTRADICTED, VERIFIED, Finding, ids_of, says_instead
from shared.gate.grounding.job_titles import (
    LINKS,
    Mention,
    Title,
    mentions_in,
    offices_in,
    title_of,
    verbs_of_leading,
    words_of_titles,
)
from shared.gate.grounding.keys import keys_of
from shared.gate.grounding.known import Known
from shared.gate.grounding.others_titles import is_anothers
from shared.gate.grounding.professions import is_proven_profession
from shared.gate.grounding.statements import Mark, Statement
from shared.gate.lexicon import word_set
from shared.gate.words import Word, tokens_of, words_of

_ARTICLES = frozenset("un una el la los las lo the a an tu su vuestra vuestro your".split())
_MAY_STAND_BEFORE = frozenset(
    "como as eres sos es ser siendo fuiste fue eras era are were was be been become became becoming"
    " named appointed nombrado nombrada being you're de puesto"
    " cargo"
    " rol role hoy now ahora hola hi hello dear estimado estimada senora senor".split()
)
_BEING = frozenset("como as eres sos es ser siendo fuiste fue eras era are were was be been being usted you're".split())
_GIVES_NOW = frozenset("como as eres sos siendo being usted actual current actualmente currently".split())
_EMPLOYED_AT = frozenset("en at de of for".split())
_MOST_WORDS = 7
_TWO, _REACH = 2, 3
_LIKE_YOU = lazy_pattern(r"(?:\s(?:de|del|of|for|in|en)(?:\s\w+){1,3})?\s(?:like you|como (?:tu|usted|vos|ustedes))\b")
_WITH = lazy_pattern(r"\s(?:con|with)\s(?:sus\s|tus\s|your\s)?")
_ANY = frozenset("un una a an".split())
_SUPPOSING = frozenset("que imagine suppose guess bet think imagino supongo".split())
_BEGIN = ("", ".", ",", ":", "!", "?")
_BEHIND_A_LENGTH = lazy_pattern(
    r"(?:[ -]\w+){0,2}?(?: (?:largos|cumplidos|escasos|y pico|y medio|y algo|y tantos"
    r"|and change|and a half|and a bit))? "
)
_GREETS = frozenset("hi hello dear hola estimado estimada don dona buenas".split())
_RISES = tuple("lleg ascend ascens promo sub rise rose pas".split())
_FROM, _TO = frozenset("de desde from".split()), frozenset("a al to".split())


def judged_titles(statement: Statement, known: Known) -> Iterator[Finding]:
    """What the facts say to the titles that a clause gives the person."""
    for mention in offices_in(statement.words) if known.titled and statement.sentence & Mark.THEM else ():
        yield from _judged(mention, statement, known)
    if statement.vocabulary.isdisjoint(words_of_titles()):
        return
    for mention in mentions_in(_without_companies(statement, known)):
        if known.titled and (
            _is_given_to_them(mention, statement, known) or _is_former_as_present(mention, statement, known)
        ):
            yield from _judged(mention, statement, known)


def _judged(mention: Mention, statement: Statement, known: Known) -> Iterator[Finding]:
    titled = _titles_at(_company_behind(mention, statement, known), known)
    facts = [fact for title, fact in titled if mention.title.agrees(title, known.keys_of_fact(fact))]
    start, end = mention.first.start, mention.last.end
    if facts and _is_former_as_present(mention, statement, known):
        detail = says_instead(statement.passage.text[start:end], known.titled[0].text)
        yield Finding(statement.passage, start, end, "title", CONTRADICTED, ids_of(facts[:2]), detail)
    elif facts:
        yield Finding(statement.passage, start, end, "title", VERIFIED, ids_of(facts[:2]))
    elif not _is_told_otherwise(mention, statement, known, anywhere=len(titled) == len(known.titled)):
        detail = says_instead(statement.passage.text[start:end], titled[0][1].text)
        yield Finding(statement.passage, start, end, "title", CONTRADICTED, (titled[0][1].id,), detail)


def _is_former_as_present(mention: Mention, statement: Statement, known: Known) -> bool:
    """Whether a title of a former job, word for word, is given to them for today: "como coordinadora de compras"."""
    company = _company_behind(mention, statement, known)
    if statement.marks & Mark.PAST or not company <= known.present_companies:
        return False
    said = _said_as_now(mention, statement, known)
    former = {fact.id for job in known.jobs if job.is_over for fact in job.facts}
    told = [fact for fact in known.titled if known.evidence.tokens[fact.id][: len(said)] == said]
    is_certain = len(said) > 1 or bool(said and company)
    return is_certain and bool(told) and all(fact.id in former for fact in told)


def _said_as_now(mention: Mention, statement: Statement, known: Known) -> tuple[str, ...]:
    """The tokens of the title behind "como" or "as": all that one of their jobs has there, else what was read; none
    if nothing gives the title for today.
    """
    folded = [word.folded for word in statement.words]
    first = next(i for i, word in enumerate(statement.words) if word.start == mention.first.start)
    begins = [i for i in range(max(1, first - _REACH), first + 1) if _gives_now(statement, i - 1)]
    titles = (known.evidence.tokens[fact.id] for fact in known.titled)
    held = [
        title for title in titles for i in begins if i + len(title) > first and folded[i : i + len(title)] == [*title]
    ]
    read = tokens_of(statement.passage.text[mention.first.start : mention.last.end]) if first in begins else ()
    return max((*held, read), key=len)


def _gives_now(statement: Statement, index: int) -> bool:
    """Whether a word gives a title for today: "como", not behind a length of time, as in "los primeros seis como"."""
    word = statement.words[index]
    if word.folded not in _GIVES_NOW:
        return False
    before = statement.passage.figures_between(statement.start, word.start)
    return not before or _BEHIND_A_LENGTH.fullmatch(statement.passage.folded, before[-1].end, word.start) is None


def _is_told_otherwise(mention: Mention, statement: Statement, known: Known, *, anywhere: bool) -> bool:
    """Whether a degree gives the title, or a sentence of theirs has its words."""
    return _is_their_profession(mention, known) or (anywhere and _stands_in_facts(mention, statement, known))


def _without_companies(statement: Statement, known: Known) -> Sequence[Word]:
    """The words of a clause but for the names of employers: "directora de Logística Norte" is no logistics director."""
    companies = [company for company in known.employers if company <= statement.vocabulary]
    if not companies:
        return statement.words
    named = {word.folded for word in statement.words if word.capitalised}
    hidden: frozenset[str] = frozenset().union(*(company for company in companies if company <= named))
    return [word for word in statement.words if not (word.capitalised and word.folded in hidden)]


def _stands_in_facts(mention: Mention, statement: Statement, known: Known) -> bool:
    """Whether some fact, a sentence of theirs perhaps, holds every word that means something in the mention."""
    said = [
        word.folded
        for word in statement.words
        if mention.first.start <= word.start <= mention.last.start and word.folded not in LINKS
    ]
    return any(
        all(not keys_of(word).isdisjoint(known.keys_of_fact(fact)) for word in said)
        for fact in (*known.titled, *known.prose, *known.degrees)
    )


def _is_their_profession(mention: Mention, known: Known) -> bool:
    """Whether the rank is a profession that one of their degrees gives: "chartered accountant"."""
    return any(is_proven_profession(word, known) for word in (mention.first.folded, mention.last.folded))


def _is_like_them(mention: Mention, statement: Statement) -> bool:
    """Whether "like you" stands behind, at once or behind what the title is of: "un gerente de hospital como usted"."""
    return _LIKE_YOU.match(statement.passage.folded, mention.last.end, statement.end) is not None


def _is_told_with_theirs(mention: Mention, statement: Statement) -> bool:
    """Whether somebody unnamed has the title, and what the reader has: "una tesorera con cinco clínicas"."""
    article = statement.word_before(mention.first.start)
    if article is None or article.folded not in _ANY:
        return False
    before = statement.word_before(article.start)
    begins = statement.passage.text[: article.start].rstrip()[-1:] in _BEGIN
    if not begins and (before is None or before.folded not in _SUPPOSING):
        return False
    match = _WITH.match(statement.passage.folded, mention.last.end, statement.end)
    return match is not None and any(figure.start == match.end() for figure in statement.passage.figures)


def _company_behind(mention: Mention, statement: Statement, known: Known) -> frozenset[str]:
    """The distinctive words of the employer that stands right behind a title: "jefa de selección en Textiles Ica"."""
    behind = [word for word in statement.words if word.start >= mention.last.end][:_MOST_WORDS]
    if not behind or behind[0].folded not in _EMPLOYED_AT:
        return frozenset()
    named: set[str] = set()
    for word in behind[1:]:
        if not (word.capitalised or word.folded in LINKS):
            break
        named |= {word.folded} if word.capitalised else set()
    return next((company for company in known.employers if _names(named, company)), frozenset())


def _names(named: Set[str], company: frozenset[str]) -> bool:
    """Whether words name a company: all of its words do, or some that no other organisation has."""
    return company <= named or (bool(named) and named < company and named.isdisjoint(word_set("organisations")))


def _titles_at(company: frozenset[str], known: Known) -> list[tuple[Title, Fact]]:
    """The titles that they have or had at a company; all of them if none is named."""
    titles = [(title_of(words_of(fact.text)), fact) for fact in known.titled]
    if not company:
        return titles
    there = {fact.id for job in known.jobs if job.company and not job.company.isdisjoint(company) for fact in job.facts}
    is_present = not company.isdisjoint(known.present_companies)
    held = [(title, fact) for title, fact in titles if fact.id in there or (is_present and _is_of_now(fact))]
    return held or titles


def _is_of_now(fact: Fact) -> bool:
    return fact.field in ("title", "headline")


def _is_given_to_them(mention: Mention, statement: Statement, known: Known) -> bool:
    """Whether the clause says that the person has the title."""
    if _is_like_them(mention, statement) or _is_told_with_theirs(mention, statement):
        return True
    if is_anothers(mention, statement, known):
        return False
    if any(cue.marks & (Mark.GENERAL | Mark.COLLEAGUE) and cue.start < mention.first.start for cue in statement.cues):
        return False
    if _company_behind(mention, statement, known):
        return not _is_of_several(mention)
    if mention.first.folded in verbs_of_leading():
        return bool(statement.sentence & Mark.THEM) and statement.asserts_at(mention.first.start)
    return _stands_where_given(mention, statement, known) or _is_employed_at_theirs(mention, statement, known)


def _is_of_several(mention: Mention) -> bool:
    """Whether more than one person is meant: "31 técnicos en A"."""
    return mention.first is mention.last and mention.first.folded.endswith("s")


def _stands_where_given(mention: Mention, statement: Statement, known: Known) -> bool:
    """Whether what stands in front gives the title: "como", "eres el", "de … a", or nothing at all."""
    before = [word.folded for word in statement.words if word.end <= mention.first.start]
    if _is_of_several(mention):
        return False
    if all(known.evidence.names.has(word) or word in _GREETS for word in before):
        return bool(statement.sentence & Mark.THEM) and (not before or mention.first.text.isupper())
    if before[-1] in _TO and before[-_TWO:-1] and before[-_TWO].startswith(_RISES):
        return True  # "has llegado a director"
    if before[-1] in _ARTICLES:
        return len(before) > 1 and before[-_TWO] in _BEING
    if before[-1] in _TO and not _FROM.isdisjoint(before):
        return bool(statement.sentence & Mark.THEM) or len(before) > _REACH
    return before[-1] in _MAY_STAND_BEFORE


def _is_employed_at_theirs(mention: Mention, statement: Statement, known: Known) -> bool:
    behind = [word for word in statement.words if word.start >= mention.last.end][:_TWO]
    if len(behind) < _TWO or behind[0].folded not in _EMPLOYED_AT:
        return False
    return behind[1].folded in known.their_words and behind[1].capitalised
