"""Grounding as a whole: every kind of claim, judged clause by clause, each stretch of text by one judge only."""

from collections.abc import Iterator

from shared.gate.context import GateContext
from shared.gate.greeting import greeting_end
from shared.gate.grounding.belongings import judged_languages, judged_owners, judged_results
from shared.gate.grounding.contacts import judged_contacts
from shared.gate.grounding.density import judged_part, unjudged
from shared.gate.grounding.finding import VERIFIED, Finding
from shared.gate.grounding.happenings import judged_happenings
from shared.gate.grounding.known import Known
from shared.gate.grounding.multiplied import judged_multiples
from shared.gate.grounding.names import unknown_names
from shared.gate.grounding.origins import judged_origins
from shared.gate.grounding.ourselves import judged_of_us
from shared.gate.grounding.own_products import judged_own_products
from shared.gate.grounding.posts import judged_posts
from shared.gate.grounding.products import judged_products
from shared.gate.grounding.professions import judged_professions
from shared.gate.grounding.promises import judged_promises
from shared.gate.grounding.quantities import judged_figures
from shared.gate.grounding.quotations import judged_quotations, words_of_nobody
from shared.gate.grounding.relations import judged_relations
from shared.gate.grounding.retold import judged_retellings
from shared.gate.grounding.signatures import judged_signatures
from shared.gate.grounding.statements import Statement, statements_of
from shared.gate.grounding.studies import judged_studies
from shared.gate.grounding.things_of_jobs import judged_things
from shared.gate.grounding.title_slots import judged_title_slots
from shared.gate.grounding.titles import judged_titles
from shared.gate.grounding.tools import judged_tools
from shared.gate.grounding.word_for_word import as_said, said_word_for_word
from shared.gate.grounding.workplaces import judged_workplaces
from shared.gate.reading import Passage, Reading

_JUDGES = (
    judged_titles,
    judged_professions,
    judged_posts,
    judged_relations,
    judged_title_slots,
    judged_studies,
    judged_things,
    judged_workplaces,
    judged_origins,
)
_NAMED = ("title", "company", "place")
"""Kinds whose stretches hold names that need no second judge."""


def ground(reading: Reading, context: GateContext) -> tuple[Finding, ...]:
    """What the facts say to everything that `reading` claims: where a text was too dense to be judged whole, then all
    claims in the order of the text, subject first.
    """
    rest = [finding for passage in reading.passages if (finding := unjudged(passage))]
    return (*rest, *(finding for passage in reading.passages for finding in _in_order(passage, context)))


def _in_order(passage: Passage, context: GateContext) -> list[Finding]:
    said = said_word_for_word(passage, context.known)
    judged = [as_said(finding, said) for finding in _passage(judged_part(passage), context.known, context)]
    quoted = [finding for finding in judged if finding.kind == "quotation" and finding.verdict is VERIFIED]
    found = [finding for finding in judged if not (finding.blocks and any(map(finding.is_part_of, quoted)))]
    return sorted(found, key=lambda finding: (finding.start, finding.end))


def _passage(passage: Passage, known: Known, context: GateContext) -> Iterator[Finding]:
    greeted = greeting_end(passage, known.evidence.names.has)
    counted = known.their_figures.by_value if passage.figures else ()
    statements = statements_of(passage, context.register, known.their_names, known.our_names, counted)
    quotations = list(judged_quotations(passage, statements, known, context.register))
    yield from quotations
    yield from judged_promises(passage, known)
    yield from judged_signatures(passage, known)
    outside = [(finding.start, finding.end) for finding in quotations]
    outside += words_of_nobody(passage, statements, known, context.register)
    outside += [(link.start, link.end) for link in passage.links]
    for statement in statements:
        yield from _statement(statement, known, [*outside, (0, greeted)] if greeted else outside)


def _statement(statement: Statement, known: Known, taken: list[tuple[int, int]]) -> Iterator[Finding]:
    found = [finding for judge in _JUDGES for finding in judge(statement, known)]
    taken = [*taken, *((finding.start, finding.end) for finding in found if finding.kind in _NAMED)]
    yield from found
    yield from unknown_names(statement, known, taken)
    figures = list(judged_figures(statement, known, taken))
    yield from figures
    yield from judged_tools(statement, known)
    yield from judged_multiples(statement, known)
    yield from judged_owners(statement, known, figures)
    yield from judged_results(statement, known)
    yield from judged_languages(statement, known)
    yield from judged_products(statement, known)
    yield from judged_own_products(statement, known)
    titled = [finding for finding in found if finding.kind == "title"]
    yield from (told for told in judged_happenings(statement, known) if not any(map(told.is_part_of, titled)))
    yield from judged_contacts(statement, known)
    yield from judged_of_us(statement, known)
    yield from judged_retellings(statement, known)
