"""The message writer that needs no model, no key and no network: it composes sentences around the facts.

It calls itself "offline" wherever it shows. It honours a template by using it as the text; a wish in free words is
beyond rules, so it is left aside, and the answer says so. The same request gives the same message, on every machine.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from shared.adapters.embedded.offline.avoidance import Avoidance, avoidance
from shared.adapters.embedded.offline.composer import Composer
from shared.adapters.embedded.offline.composition import Composition
from shared.adapters.embedded.offline.delicate import is_delicate
from shared.adapters.embedded.offline.follow_up import follow_up, keeping_clear, kept_subject
from shared.adapters.embedded.offline.known import NOTHING
from shared.adapters.embedded.offline.material import Material
from shared.adapters.embedded.offline.slots import Piece
from shared.adapters.embedded.offline.subject_line import subject_line
from shared.adapters.embedded.offline.template_start import claims_in, stands, usable_subject
from shared.domain.errors import Sentence
from shared.domain.lazy_pattern import lazy_pattern
from shared.domain.message import Check, CheckVerdict, Draft
from shared.domain.text import normalized
from shared.domain.writing import WritingEstimate, WritingRequest, Written, WrittenClaim
from shared.ports import Clock

PROVIDER = "offline"
MODEL = "offline-1"
CURRENCY = "USD"

_VARIANTS = 8
"""How many texts another version of a message is chosen from."""

_SENTENCE_END = lazy_pattern(r"(?<=[.?:])\s+")

_NO_WISHES = Sentence(
    "Sin un modelo no se pueden seguir indicaciones: el texto no las tiene en cuenta.",
    "Without a model no wishes can be followed: the text does not heed them.",
)
_NO_TEMPLATE = Sentence(
    "La plantilla no cabía, le faltaban datos o no pasó la revisión: el texto no parte de ella.",
    "The template did not fit, lacked data or did not pass the checks: the text does not start from it.",
)
_DELICATE = Sentence(
    "Una publicación suya toca un asunto delicado, como una pérdida, una enfermedad o un despido: el mensaje no lo"
    " menciona, pero conviene mirar antes si es el momento de escribir.",
    "A post of theirs touches a delicate matter, such as a loss, an illness or a dismissal: the message does not"
    " mention it, but see first whether this is the moment to write.",
)


class OfflineWriter:
    """A MessageWriter. Safe for any number of threads: it keeps nothing between messages."""

    def __init__(self, clock: Clock | None = None) -> None:
        """With a clock, a job begun in the last year and a half is worth opening with; without, no date is recent."""
        self._clock = clock

    def write(self, request: WritingRequest) -> Written:
        """Compose the message; never longer than the request's limits, never raises."""
        avoid = keeping_clear(avoidance(request.repair), request.follow_up)
        today = self._clock.now().date() if self._clock else None
        template = request.start_from if request.repair is None else None
        if template and stands(template.body, request.limits):
            material = Material(request, today, avoid)
            return _from_template(request, template, material)._replace(remarks=_remarks(request, None))
        versions = (_composed(variant, today, avoid) for variant in _variants(request))
        written = min(versions, key=lambda version: _repetition(version.draft.body, request.earlier))
        if written.draft.body in request.earlier:
            before = "\n".join((avoid.earlier, *request.earlier))
            written = _composed(request, today, avoid._replace(earlier=before))
        return written._replace(remarks=_remarks(request, request.start_from))

    def estimate(self, request: WritingRequest) -> WritingEstimate:  # noqa: ARG002 (the port's signature)
        """Nothing: no tokens, no money."""
        return WritingEstimate(PROVIDER, MODEL, input_tokens=0, output_tokens=0, cost_micros=0, currency=CURRENCY)


def _variants(request: WritingRequest) -> Iterator[WritingRequest]:
    """The request itself; for another version of a message, the same with other seeds too."""
    yield request
    if request.earlier:
        yield from (request._replace(seed=f"{request.seed}/{number}") for number in range(1, _VARIANTS))


def _repetition(body: str, earlier: tuple[str, ...]) -> tuple[bool, int]:
    """How much of the earlier versions comes again: whether one does as a whole, and sentences of the newest."""
    newest = earlier[0] if earlier else ""
    return body in earlier, sum(sentence in newest for sentence in _SENTENCE_END.split(body))


def _composed(request: WritingRequest, today: date | None, avoid: Avoidance) -> Written:
    material = Material(request, today, avoid)
    if request.follow_up is not None:
        return _written(request, follow_up(request, request.follow_up, material, today), material)
    composer = Composer(material, request.format, request.limits)
    return _written(request, composer.shortest() if avoid.shortest else composer.compose(), material)


def _remarks(request: WritingRequest, template: Draft | None) -> tuple[Check, ...]:
    """What was asked for and is not in the text, and a matter that may make this the wrong moment."""
    delicate = any(is_delicate(post) for post in request.prospect.posts)
    noticed = (
        ("instructions", request.wish, _NO_WISHES),
        ("template", template, _NO_TEMPLATE),
        ("moment", delicate, _DELICATE),
    )
    return tuple(
        Check(name=name, verdict=CheckVerdict.WARN, detail=sentence) for name, given, sentence in noticed if given
    )


def _written(request: WritingRequest, composition: Composition, material: Material) -> Written:
    subject = _subject(request, material, composition)
    pieces = [subject, *composition.pieces] if subject else composition.pieces
    draft = Draft(subject=subject.text if subject else None, body=composition.body)
    return _answer(draft, [claim for piece in pieces for claim in piece.claims])


def _subject(request: WritingRequest, material: Material, composition: Composition) -> Piece | None:
    if not request.format.has_subject or request.limits.subject is None:
        return None
    if kept := kept_subject(request):
        return kept
    candidates = material.subjects(composition.angle)
    return subject_line(candidates, request.format, request.limits.subject) or Piece(material.book.plain_subject)


def _from_template(request: WritingRequest, template: Draft, material: Material) -> Written:
    subject = usable_subject(template, request.limits)
    if subject is None and (
        composed := _subject(request, material, Composition(Piece(""), next(iter(material.angles), NOTHING)))
    ):
        subject = composed.text
    draft = Draft(subject=subject, body=template.body)
    return _answer(draft, claims_in(f"{subject or ''}\n{template.body}", request.facts))


def _answer(draft: Draft, claims: Iterable[WrittenClaim]) -> Written:
    return Written(
        draft=draft,
        claims=tuple(dict.fromkeys(WrittenClaim(normalized(claim.text), claim.facts) for claim in claims)),
        provider=PROVIDER,
        model=MODEL,
        input_tokens=0,
        output_tokens=0,
        cost_micros=0,
        currency=CURRENCY,
    )
