"""Names that come from nowhere: people, companies, places, schools, technologies and products that no fact holds."""

from collections.abc import Iterator, Sequence

from shared.gate.grounding.finding import (
    CONTRADICTED,
    UNSUPPORTED,
    Finding,
    says_of_us_without_proof,
    says_without_proof,
)
from shared.gate.grounding.frames import is_claimed
from shared.gate.grounding.job_titles import names_a_department
from shared.gate.grounding.keys import function_words
from shared.gate.grounding.known import Known
from shared.gate.grounding.ordinary import begins_ordinarily, is_occasion, is_ordinary, is_ordinary_in_capitals
from shared.gate.grounding.place_lists import known_as_a_name_alone
from shared.gate.grounding.places import is_place
from shared.gate.grounding.rare_words import is_rare_or_an_example
from shared.gate.grounding.runs import Run, runs_of
from shared.gate.grounding.statements import Mark, Statement, speaks_of_reader
from shared.gate.grounding.tool_classes import is_instead_of_theirs
from shared.gate.grounding.units import is_counted_acronym
from shared.gate.grounding.variants import is_roman, other_writing, technologies, writes_a_school, written_in_full
from shared.gate.lexicon import word_set
from shared.gate.names import is_called_so
from shared.gate.words import Word

Taken = Sequence[tuple[int, int]]

_SIDES = frozenset(
    "north south east west northern southern eastern western central upper lower greater norte sur este oeste alto alta"
    " baja bajo gran the el la los las".split()
)
_FROM = frozenset("desde from".split())
_NEAR = frozenset("near opposite".split())
_GREETS = frozenset(
    "saludo saludos abrazo abrazos escribo escribimos llamo saludamos greetings regards cheers hello hi writing write"
    " wishes hola".split()
)
_GREETING = 5
_TWO = 2
_SHORTEST_SHORT_FORM = 4
_ENDS_OF_SCHOOLS = frozenset("state university college polytechnic tech".split())
_ASKS = frozenset(
    "does do did is are was were what who how which could would can shall should have has que como quien cual".split()
)
_PLACED = frozenset("en in de from desde at".split())
_LONGEST_ACRONYM = 5
_IN_LISTS = frozenset("el la los las the a y e o u and or".split())
_BEGIN_CLAUSES = frozenset("que segun si cuando that when if but pero porque because".split())


def unknown_names(statement: Statement, known: Known, taken: Taken) -> Iterator[Finding]:
    """The names of a clause that nothing we know explains. `taken` are the stretches that others have judged."""
    figures = statement.passage.figures_between(statement.start, statement.end)
    for run in runs_of(statement):
        if any(figure.start <= run.start and run.end <= figure.end for figure in figures):
            continue  # "$200M"
        if any(start < run.end and run.start < end for start, end in taken):
            continue
        hyphened = statement.passage.text[run.words[0].end : run.words[0].end + 1] == "-"
        if run.begins and len(run.words) > 1 and not hyphened and _is_first_by_chance(run.words[0], known):
            if _is_known_as_a_whole(run, known):
                continue
            run = run.without_first()  # noqa: PLW2901
        unknown = [word for word in run.names if not is_known(word, known)]
        unknown = unknown or list(known_as_a_name_alone(run, statement, known))
        together = _put_together(run, known)
        if together or (unknown and not _is_explained(run, unknown, statement, known)):
            yield _finding(run, unknown or together, statement, known)


def _put_together(run: Run, known: Known) -> Sequence[Word]:
    """The words of an organisation's name that no one fact has together: "Universidad" of one, "Chile" of another."""
    words = [word.folded for word in run.names]
    if len(words) < _TWO or not (words[0] in word_set("organisations") or words[-1] in _ENDS_OF_SCHOOLS):
        return ()
    if run.words[0].text.isupper() or writes_a_school(tuple(word.folded for word in run.words), known):
        return ()  # "NC State" for North Carolina State University
    facts = [_facts_with(word, known) for word in words]
    return () if not facts[0] or set.intersection(*facts) else run.names[1:]


def _facts_with(word: str, known: Known) -> set[str]:
    """The ids of the facts that have a word, or what it is short for."""
    return {fact.id for full in (word, *written_in_full(word)) for fact in known.facts_of_word.get(full, ())}


def _is_first_by_chance(word: Word, known: Known) -> bool:
    """Whether a word has its capital from the beginning of the sentence."""
    if word.folded in function_words():
        return True
    return word.folded not in known.facts_of_word and begins_ordinarily(word.folded) and not word.text.isupper()


def _is_known_as_a_whole(run: Run, known: Known) -> bool:
    """Whether all words of a run together are a place of theirs, or a day: "San Sebastián", "Viernes Santo"."""
    name = " ".join(word.folded for word in run.words)
    return is_occasion(name) or is_true_place(name, known)


def is_known(word: Word, known: Known) -> bool:
    """Whether a word needs no further proof: it stands in a fact, names the person, or is ordinary even with a
    capital.
    """
    folded = word.folded
    return (
        folded in known.facts_of_word
        or known.evidence.names.has(word.text)
        or is_ordinary_in_capitals(folded)
        or is_roman(folded)
        or folded in _ASKS
        or folded in known.sender_forms
        or _is_short_for_theirs(folded, known)
    )


def _is_short_for_theirs(folded: str, known: Known) -> bool:
    """Whether it is the beginning of their given name and no other name: Lauta for Lautaro, not Daniel for Daniela."""
    return (
        len(folded) >= _SHORTEST_SHORT_FORM
        and any(given.startswith(folded) for given in known.evidence.names.given)
        and not is_called_so(folded)
    )


def _is_explained(run: Run, unknown: Sequence[Word], statement: Statement, known: Known) -> bool:
    tokens, name = tuple(word.folded for word in run.words), run.name
    if (
        names_a_department(run.words)
        or is_occasion(name)
        or (run.begins and is_occasion(" ".join(tokens[1:])))
        or _is_where_we_write(run, name, statement)
        or is_counted_acronym(run, statement)
    ):
        return True
    if tokens in technologies():
        return other_writing(tokens, known, acronym=False)
    if is_true_place(name, known) or is_true_place(_with_two_before(run, name, statement), known):
        return True
    if other_writing(tokens, known, acronym=_may_abbreviate(run.words[0])) or all(
        _is_variant(word, known) for word in unknown
    ):
        return True
    strange = [word for word in unknown if not _is_of_the_language(word, run) or _is_acronym(word, statement)]
    return not strange and _is_only_capital(run, unknown, statement)


def _with_two_before(run: Run, name: str, statement: Statement) -> str:
    """The name with the two words before it, which "y" may join to it: "Castilla y León"."""
    return " ".join([*(word.folded for word in statement.words_before(run.start, 2)), name])


def _is_of_the_language(word: Word, run: Run) -> bool:
    begins = run.begins and word is run.words[0] and word.text[1:].islower()
    return begins_ordinarily(word.folded) if begins else is_ordinary(word.folded)


def _is_where_we_write(run: Run, name: str, statement: Statement) -> bool:
    """Whether it is the town that the sender greets from ("saludos desde Vigo", "writing to you from Leeds") or where
    they would meet ("coffee near Temple Meads?").
    """
    before = [word.folded for word in statement.words_before(run.start, _GREETING)]
    if before and before[-1] in _NEAR and statement.sentence & (Mark.OFFER | Mark.QUESTION):
        return True
    return bool(before) and before[-1] in _FROM and not _GREETS.isdisjoint(before) and is_place(name)


def _is_acronym(word: Word, statement: Statement) -> bool:
    """Whether a word is in capitals where the text around it is not."""
    return word.text.isupper() and len(word.text) > 1 and not statement.text.isupper()


def _may_abbreviate(word: Word) -> bool:
    """Whether a word is written as acronyms are: UPM, UNaM, Uniandes."""
    return not word.text[1:].islower() or word.folded.startswith("uni")


def _is_variant(word: Word, known: Known) -> bool:
    return other_writing((word.folded,), known, acronym=_may_abbreviate(word)) or is_true_place(word.folded, known)


def is_true_place(name: str, known: Known) -> bool:
    """Whether a folded name is true of a place in the facts, also as a part of it: "South Wales", "norte de España"."""
    first, _, rest = name.partition(" ")
    names = {name, rest.removeprefix("de ")} if first in _SIDES else {name}
    return not names.isdisjoint(known.true_places)


def _is_only_capital(run: Run, unknown: Sequence[Word], statement: Statement) -> bool:
    """Whether ordinary words have their capitals for no reason: the beginning of a sentence, a title, emphasis."""
    first_only = unknown[0] is run.words[0] and len(unknown) == 1
    if _is_in_quotation_marks(run, statement):
        return False
    if run.begins and first_only:
        return True
    if statement.passage.part.value == "subject":
        return True
    has_known = len(unknown) < len(run.names)
    if len(run.names) == 1:
        return unknown[0].folded in word_set("languages_and_ambiguous_adjectives")
    return not has_known and run.begins and len(unknown) <= 1


def _is_in_quotation_marks(run: Run, statement: Statement) -> bool:
    """Whether quotation marks show that it names something: "mantener «Brújula» en pie"."""
    text = statement.passage.text
    return text[run.start - 1 : run.start] in ("«", "“", '"') and text[run.end : run.end + 1] in ("»", "”", '"')


def _finding(run: Run, unknown: Sequence[Word], statement: Statement, known: Known) -> Finding:
    text = statement.passage.text[run.start : run.end]
    about_us = bool(statement.marks & Mark.US) and not statement.marks & Mark.THEM
    detail = says_of_us_without_proof(text) if about_us else says_without_proof(text)
    mixed = len(unknown) < len(run.names)
    return Finding(
        statement.passage,
        run.start,
        run.end,
        "ourselves" if about_us else _kind(run, unknown),
        CONTRADICTED if mixed else UNSUPPORTED,
        detail=detail,
        doubtful=not _is_in_quotation_marks(run, statement)
        and (
            is_rare_or_an_example(run, unknown, statement)
            or _is_mere_subject(run, statement, known)
            or not is_claimed(run, statement, about_us=about_us)
        )
        and not (not about_us and is_instead_of_theirs(tuple(word.folded for word in run.words), statement, known)),
    )


def _is_mere_subject(run: Run, statement: Statement, known: Known) -> bool:
    """Whether an acronym or an ordinary word, alone or in a list, is what a clause that says nothing of the reader is
    about: "El INE, Urgencias y Quirófano …", "CSAT, NPS and FCR look fine".
    """
    word = run.words[0]
    if len(run.words) > 1 or (word.folded,) in technologies() or is_place(word.folded):
        return False
    if not (is_ordinary(word.folded) or (_is_acronym(word, statement) and len(word.text) <= _LONGEST_ACRONYM)):
        return False
    if speaks_of_reader(statement, known.present_companies):
        return False
    before = [other for other in statement.words if other.end <= run.start]
    if before and before[-1].capitalised and before[-1].end == run.start - 1 and before[-1].folded not in _IN_LISTS:
        return False  # "Help Scout", "En Rocha"
    while before and (before[-1].capitalised or before[-1].folded in _IN_LISTS):
        before.pop()
    if before:
        return before[-1].folded in _BEGIN_CLAUSES
    return statement.passage.text[: statement.start].rstrip()[-1:] in ("", ".", "!", "?", ":")


def _kind(run: Run, unknown: Sequence[Word]) -> str:
    if any(is_called_so(word.folded) for word in unknown):
        return "name"
    return "place" if is_place(" ".join(word.folded for word in run.words)) else "company"
