"""Whether a text claims anything of the person by an unknown name: what stands around the name tells.

Texts are full of names that nobody is said to have to do with: laws, holidays, acronyms of the trade, tools as
examples, where to meet. Only a name where an employer, a school, a town, a tool or an honour of theirs would stand is a
claim; any other is worth a look and no more.
"""

from collections.abc import Callable
from functools import cache

from shared.domain.lazy_pattern import lazy_pattern
from shared.gate.grounding.place_lists import is_listed_with_a_place
from shared.gate.grounding.places import is_place
from shared.gate.grounding.runs import Run
from shared.gate.grounding.statements import UNREAL, Mark, Statement
from shared.gate.grounding.variants import aliases_of, technologies
from shared.gate.lexicon import table, word_set
from shared.gate.possessives import OWN
from shared.gate.words import Word

_ARTICLES = frozenset("el la los las lo the a an un una de del of".split())
_EMPLOYED = frozenset("en at".split())
_ORIGIN = frozenset("desde from".split())
_PLACED = frozenset("en in at por near by around cerca to a hasta junto frente".split())
_AND = frozenset("y e and ni nor".split())
_PAUSES = (",", ";", "(")
_OR_ANOTHER = lazy_pattern(
    r"(?:, (?:[^\W_]+ ?){1,3}?(?=,| (?:o|u|or)\b)){0,4} (?:o|u|or)\b"
    r"(?! (?:delante|detras|dentro|fuera|antes|despues|mas bien|ya|los dejas?|las dejas?|se quedan?|did|does)\b)"
)
_AROUND = frozenset("around by".split())
_OVER = frozenset("over".split())
_A = frozenset("un una an otro otra another".split())
_A_OR_THE = frozenset("a an un una the el la".split())
_JOINS = (_PLACED - {"a"}) | frozenset("on for of about sobre de del con with para".split())
_IF = frozenset("si if".split())
_OR = frozenset("o u or".split())
_INFINITE = ("ar", "er", "ir", "ing")
_THEN_OR_LIKE_YOU = frozenset("antes before people gente like como".split())
_WITHOUT = frozenset("sin without".split())
_LONGEST_ACRONYM, _MIXED = 8, 5
_NEAR, _FAR, _TWO = 4, 9, 2


def is_claimed(run: Run, statement: Statement, *, about_us: bool = False) -> bool:
    """Whether the place of an unknown name makes it a claim about the reader, or about us: whom we name among ours has
    to be in what we may say.
    """
    if statement.sentence & Mark.MET:
        return True
    if is_acronymic(run):
        return _is_put_in_a_place(run, statement)
    told_of_us = about_us and not statement.marks & Mark.OFFER
    rules = _UNCLAIMED if not told_of_us else _UNCLAIMED_OF_US
    return not any(is_said_otherwise(run, statement) for is_said_otherwise in rules)


def is_acronymic(run: Run) -> bool:
    """Whether a run is an acronym and none of a known tool, school or place: "SUSALUD", "BAAs", "NIST CSF 2"."""
    names = [word for word in run.words if not (word.text.isdigit() or word.text.islower())]
    tokens = tuple(word.folded for word in run.words)
    if not all(_is_in_capitals(word.text) for word in names) or tokens in technologies():
        return False
    return not (tuple(aliases_of(tokens)) or is_place(" ".join(tokens)) or not _brands().isdisjoint(tokens))


def _is_in_capitals(written: str) -> bool:
    bare = written.removesuffix("'s").removesuffix("’s").removesuffix("s")
    letters = "".join(filter(str.isalpha, bare))
    if len(letters) <= _MIXED and sum(map(str.isupper, letters)) > 1:
        return True  # eNPS, PnL
    return bool(letters) and letters.isupper() and len(bare) <= _LONGEST_ACRONYM


def _is_put_in_a_place(run: Run, statement: Statement) -> bool:
    """Whether an acronym stands where an employer, a school or an honour does: "en KPMG", "por la UNED"."""
    before = [word.folded for word in statement.words_before(run.start, _FAR)]
    behind = [word.folded for word in statement.words if word.start >= run.end][:_TWO]
    if statement.sentence & Mark.THEM:
        if before and before[-1] in _EMPLOYED | _ORIGIN:
            supposed = statement.sentence & (Mark.OFFER | UNREAL) or statement.marks & Mark.GENERAL
            return not supposed and not is_where_to_meet(run.start, statement)
        if before in (["con"], ["with"]) or not _words("use").isdisjoint(before[-1:]):
            return True
    if not _THEN_OR_LIKE_YOU.isdisjoint(behind) and statement.sentence & (Mark.PAST | Mark.THEM):
        return True
    if any(word.startswith(_starts("honours")) for word in (*before, *behind)):
        return True
    return _speaks_of_career(run, statement) and not statement.marks & Mark.GENERAL


def _is_law(run: Run, statement: Statement) -> bool:
    """Whether it is what a law is called: "ley Karin", "la Ley Concursal", "Working Time Directive"."""
    before = _noun_before(run, statement)
    named = {run.words[0].folded, run.words[-1].folded, before}
    return not named.isdisjoint(_words("laws"))


def _is_day(run: Run, statement: Statement) -> bool:
    """Whether it is a day or a season, told by its own word or a wish: "Noche de las Velitas", "feliz Songkran"."""
    ends = {run.words[0].folded, run.words[-1].folded}
    return (len(run.words) > 1 and not ends.isdisjoint(_words("days"))) or _noun_before(run, statement) in _words(
        "days"
    )


def _is_time_to_meet(run: Run, statement: Statement) -> bool:
    """Whether a proposal has it for a date: "Fancy a look after Hogmanay?"."""
    if run.words[0].folded in _words("events") or not _is_behind_a_time(run, statement):
        return False
    if _noun_before(run, statement) in _AROUND and is_place(run.name):
        return False
    return bool(statement.sentence & (Mark.OFFER | Mark.QUESTION | Mark.POLITE | UNREAL)) and not _speaks_of_career(
        run, statement
    )


def _is_behind_a_time(run: Run, statement: Statement) -> bool:
    """Whether "after" stands right before it, or before another day that it may take the place of: "after A or B"."""
    before = {word.folded for word in statement.words_before(run.start, _FAR)}
    return _noun_before(run, statement) in _words("times") or not (
        _words("times").isdisjoint(before) or _OR.isdisjoint(before)
    )


def _is_place_to_meet(run: Run, statement: Statement) -> bool:
    return is_where_to_meet(run.start, statement) and not _speaks_of_career(run, statement)


def is_where_to_meet(start: int, statement: Statement) -> bool:
    """Whether the sender is, or would meet, at the place named from `start` on: "un café en Providencia", "I'll be in
    Leeds"; at the reader's own office would tell where they are.
    """
    before = statement.word_before(start)
    if before is None or before.folded not in _PLACED | _ARTICLES | _OR:
        return False
    if not statement.vocabulary.isdisjoint(_words("their_premises")):
        return False
    near = [word.folded for word in statement.words_before(start, _FAR)]
    behind = [word.folded for word in statement.words if word.start > start][:_NEAR]
    if not _words("meeting").isdisjoint(near) or not _OVER.isdisjoint(behind):
        return True
    return not _words("first_person").isdisjoint(near[-_NEAR:]) and before.folded in _PLACED


def _is_alternative(run: Run, statement: Statement) -> bool:
    """Whether it is one of several that a question or a proposal offers: "Jira or Linear", "A, B, C o la libreta"."""
    if _is_possessed(run, statement) or not statement.sentence & (Mark.QUESTION | Mark.OFFER | Mark.GENERAL):
        return False
    if _OR_ANOTHER.match(statement.passage.folded, run.end, statement.end):
        return True
    before = [word for word in statement.words_before(run.start, _TWO) if word.folded in _OR]
    return bool(before) and not _is_behind_comma(before[0], statement)


def _is_example(run: Run, statement: Statement) -> bool:
    """Whether it stands for many of its kind: "un CRM tipo Zoho", "tools like Miro", "un Pareto"."""
    before = statement.word_before(run.start)
    if before is None or before.folded in _words("examples") or before.folded in _IF:
        return before is not None
    if _is_sent(run, statement):
        return True
    return len(run.words) == 1 and before.folded in _A and not _speaks_of_career(run, statement)


def _is_sent(run: Run, statement: Statement) -> bool:
    """Whether it is what the sender offers to send: "I'll send you a two-minute Loom"."""
    cues = [cue for cue in statement.cues if cue.marks & Mark.OFFER and cue.end <= run.start]
    between = [word.folded for word in statement.words if cues and cues[-1].end <= word.start < run.start]
    return bool(cues) and len(between) <= _NEAR and not _A_OR_THE.isdisjoint(between) and _JOINS.isdisjoint(between)


def _is_denied(run: Run, statement: Statement) -> bool:
    """Whether the text says that it is not in question: "no es ChatGPT", "sin pasar por el Marketplace"; to touch or
    move a thing takes for granted that it is there.
    """
    before = [word.folded for word in statement.words_before(run.start, _NEAR)]
    if before and before[-1] in _words("denials"):
        return True
    verb = next((before[place + 1 :] for place, word in enumerate(before) if word in _WITHOUT), [""])[:1]
    return any(word.endswith(_INFINITE) and not word.startswith(_starts("touch")) for word in verb)


def _is_of_others(run: Run, statement: Statement) -> bool:
    """Whether it is a tool that others have: "hay equipos que lo tapan con …"."""
    if _is_possessed(run, statement) or statement.marks & Mark.THEM:
        return False
    is_tool = _is_tool(run) or (statement.word_before(run.start) or run.words[0]).folded in ("con", "with")
    return is_tool and any(cue.marks & Mark.GENERAL and cue.start < run.start for cue in statement.cues)


def _is_everyday_tool(run: Run, statement: Statement) -> bool:
    """Whether everybody has it, and nothing says that they use it: "someone watching Slack"."""
    tokens = [word.folded for word in run.words if not word.text.isdigit()]
    if " ".join(tokens) not in word_set("everyday_tools") or _is_possessed(run, statement):
        return False
    before = [word.folded for word in statement.words_before(run.start, _NEAR)]
    if not statement.marks & Mark.THEM:
        return True
    return before[-1:] not in (["sobre"], ["about"]) and _words("use").isdisjoint(before)


def _is_behind_comma(word: Word, statement: Statement) -> bool:
    return statement.passage.text[: word.start].rstrip()[-1:] in _PAUSES


def _is_loose(run: Run, statement: Statement) -> bool:
    """Whether it is one of a list in a sentence about nobody: "IVA, Ganancias e Ingresos Brutos encima"."""
    before = statement.word_before(run.start)
    if before is None or before.capitalised or statement.sentence & (Mark.OBSERVED | Mark.THEM | Mark.US | Mark.PAST):
        return False
    if _is_tool(run) or is_place(run.name) or is_listed_with_a_place(run, statement):
        return False
    return before.folded in _AND or _is_behind_comma(run.words[0], statement)


def _is_tool(run: Run) -> bool:
    return tuple(word.folded for word in run.words) in technologies()


def _is_public_body(run: Run, statement: Statement) -> bool:
    """Whether it is an authority that all have to do with: "Infonavit", "Ofwat"; not one that has honoured them."""
    if run.name not in word_set("public_bodies"):
        return False
    return not any(word.folded.startswith(_starts("honours")) for word in statement.words)


def _is_listed(run: Run, statement: Statement) -> bool:
    """Whether it stands in a list with acronyms: "entre el IMSS, el Infonavit y la STPS"."""
    if len(run.words) > 1 or _is_possessed(run, statement) or _is_tool(run):
        return False
    before = [word for word in statement.words_before(run.start, _TWO) if word.folded not in _ARTICLES]
    behind = [word for word in statement.words if word.start >= run.end][:_NEAR]
    joined = statement.passage.text[run.end : run.end + 1] == "," or any(word.folded in _AND for word in behind[:1])
    listed = [word for word in behind if word.folded not in _ARTICLES | _AND][:1] if joined else []
    if before and (before[-1].folded in _AND or _is_behind_comma(run.words[0], statement)):
        listed += statement.words_before(before[-1].start, _TWO)[-1:]
    return any(_is_in_capitals(word.text) and len(word.text) > 1 for word in listed)


def _is_possessed(run: Run, statement: Statement) -> bool:
    before = statement.word_before(run.start)
    return before is not None and before.folded in OWN


def _speaks_of_career(run: Run, statement: Statement) -> bool:
    """Whether words of study and work stand around a run; "Ingeniero," who is spoken to is none."""
    before = [word for word in statement.words_before(run.start, _FAR) if not _is_spoken_to(word, statement)]
    behind = [word for word in statement.words if word.start >= run.end][:_TWO]
    return any(word.folded.startswith(_starts("career")) for word in (*before, *behind))


def _is_spoken_to(word: Word, statement: Statement) -> bool:
    return word.start == statement.words[0].start and statement.passage.text[word.end : word.end + 1] in (",", ":")


def _noun_before(run: Run, statement: Statement) -> str:
    """The last word before a run that is no article and no "de"."""
    before = [word.folded for word in statement.words_before(run.start, _NEAR)]
    return next((word for word in reversed(before) if word not in _ARTICLES), "")


_Rule = Callable[[Run, Statement], bool]
_UNCLAIMED_OF_US: tuple[_Rule, ...] = (
    _is_law,
    _is_day,
    _is_time_to_meet,
    _is_place_to_meet,
    _is_example,
    _is_denied,
    _is_alternative,
)
_UNCLAIMED: tuple[_Rule, ...] = (
    *_UNCLAIMED_OF_US,
    _is_of_others,
    _is_everyday_tool,
    _is_public_body,
    _is_listed,
    _is_loose,
)


@cache
def _words(group: str) -> frozenset[str]:
    return frozenset(table("frames")[group].split())


@cache
def _starts(group: str) -> tuple[str, ...]:
    return tuple(table("frames")[group].split())


@cache
def _brands() -> frozenset[str]:
    return word_set("brands") | word_set("company_acronyms")
