"""near_duplicate: the message says of this person what another one says of somebody else."""

from shared.domain.errors import Sentence
from shared.domain.message import Check, Part
from shared.gate.context import GateContext, Neighbour
from shared.gate.findings import passed, warned
from shared.gate.likeness import NEAR, Shingle, likeness, own_shingles, shared_stretches
from shared.gate.reading import Passage, Reading

NAME = "near_duplicate"

# The other message is named by its id and never by its person, who may be erased while this one stays.
_IN_BATCH = Sentence("Se parece mucho a otro mensaje de este lote.", "It is much like another message of this batch.")
_TO_COMPANY = Sentence(
    "Se parece mucho a otro mensaje a la misma empresa.", "It is much like another message to the same company."
)


def examine(reading: Reading, context: GateContext) -> Check:
    """Warn where one of the context's neighbours is the same but for names, figures and what we say to everybody."""
    nearest = _nearest(reading, context) if context.similar else None
    if nearest is None:
        return passed(NAME, "No repite ningún otro mensaje", "It repeats no other message")
    neighbour, own, other = nearest
    spans = [reading.body.span(start, end) for start, end in shared_stretches(own, other)]
    return warned(NAME, _IN_BATCH if neighbour.in_batch else _TO_COMPANY, spans).model_copy(
        update={"refers_to": neighbour.message_id}
    )


def _nearest(reading: Reading, context: GateContext) -> tuple[Neighbour, list[Shingle], list[Shingle]] | None:
    own = own_shingles(reading.body, context.facts, context.ours)
    compared = [(one, own_shingles(Passage(Part.BODY, one.body), one.facts, context.ours)) for one in context.similar]
    degrees = [likeness(own, other) for _, other in compared]
    best = max(range(len(degrees)), key=degrees.__getitem__)
    return (compared[best][0], own, compared[best][1]) if degrees[best] >= NEAR else None
