"""A prospect and what we may say about ourselves, as numbered facts.

Facts are f1, f2 … in the order of the profile: the person, their jobs, their studies, what they know, what they
wrote, the file's own columns, then us. A long text becomes one fact a sentence, a post stays whole. Addresses (e-mail,
LinkedIn) identify a person and are no facts to write about.
"""

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple, TypeVar

from shared.domain.errors import Sentence
from shared.domain.message import Fact
from shared.domain.prospect import Education, Experience, Prospect
from shared.domain.workspace import Sender
from shared.gate.directives import Strength, is_headed_as_order
from shared.gate.folding import fold
from shared.gate.orders import gives_orders, order_strength, spelled_out, told_in
from shared.gate.sentences import sentences_of

_LONGEST_FACTS = 60_000
"""How many characters of one profile become facts: more than profiles have, less than a stored message may hold."""

_NAME_PARTS = ("first_name", "last_name")
_LINES = ("title", "headline", "company", "location")
_JOB_FIELDS = ("title", "company", "start", "end", "location", "description")
_STUDY_FIELDS = ("school", "degree", "start", "end")
_LABELS = frozenset("full_name title headline company location school degree skills languages".split())
_LISTS = ("skills", "languages", "posts")

_IS_ORDER = Sentence(
    "Contiene instrucciones para quien escribe el mensaje, no datos de la persona.",
    "It holds instructions for whoever writes the message, not facts about the person.",
)
_TOO_LONG = Sentence(
    "El perfil es demasiado largo y esta parte no se ha usado.",
    "The profile is too long and this part was not used.",
)


class IgnoredField(NamedTuple):
    """A field of the prospect that became no fact, and why. `field` is written as in `Fact.field`."""

    field: str
    reason: Sentence


class GatheredFacts(NamedTuple):
    """The facts of one message.

    `prospect` lacks the ignored fields; `orders` are the texts of those that were left out because they give orders,
    from the first order on, so that the gate can tell a draft that obeys one. `suspects` are texts that may be orders
    or may be advice to the person's own readers: they stay facts, and a draft must not obey them either.
    """

    facts: tuple[Fact, ...]
    ignored: tuple[IgnoredField, ...]
    prospect: Prospect
    orders: tuple[str, ...] = ()
    suspects: tuple[str, ...] = ()

    @property
    def name_ignored(self) -> bool:
        """Whether the person's name itself was left out."""
        return any(entry.field == "full_name" for entry in self.ignored)


_Holder = TypeVar("_Holder", Experience, Education)


class _Leaf(NamedTuple):
    """One text of a profile and the field that it stands in."""

    field: str
    text: str


def gather_facts(
    prospect: Prospect,
    *,
    proof_points: Sequence[str],
    value_proposition: str | None = None,
    sender: Sender | None = None,
) -> GatheredFacts:
    """The facts that a message to `prospect` may rest on.

    A field whose text gives the writer orders is left out and listed as ignored, its heading counted as part of it;
    so is what lies beyond the longest profile. What is ours (`proof_points`, `value_proposition`, `sender`) is trusted.
    Positions in field names are those of the prospect as given.
    """
    leaves = list(_leaves(prospect))
    strengths = {leaf.field: _strength(leaf) for leaf in leaves}
    orders = [leaf for leaf in leaves if strengths[leaf.field] is Strength.CERTAIN]
    ignored = {leaf.field: _IS_ORDER for leaf in orders}
    kept, left_over = _within_limit([leaf for leaf in leaves if leaf.field not in ignored])
    ignored |= {leaf.field: _TOO_LONG for leaf in left_over}
    texts = [*_sentences(kept), *_ours(proof_points, value_proposition, sender)]
    return GatheredFacts(
        facts=tuple(Fact(id=f"f{n}", field=leaf.field, text=leaf.text) for n, leaf in enumerate(texts, start=1)),
        ignored=tuple(IgnoredField(field, reason) for field, reason in ignored.items()),
        prospect=_without(prospect, ignored.keys()),
        orders=tuple(_from_order_on(leaf) for leaf in orders),
        suspects=tuple(
            text for leaf in leaves if strengths[leaf.field] is Strength.POSSIBLE for text in _possible_orders(leaf)
        ),
    )


def _strength(leaf: _Leaf) -> Strength:
    """How sure it is that the text, or its heading, is an order to the writer."""
    heading = _heading(leaf.field)
    if gives_orders(heading):
        return Strength.CERTAIN
    return order_strength(leaf.text, heading, is_label=_is_label(leaf.field))


def _is_label(field: str) -> bool:
    """Whether a field holds names of things and no prose, so that it advises nobody."""
    return field.rpartition(".")[2].partition("[")[0] in _LABELS


def _leaves(prospect: Prospect) -> Iterator[_Leaf]:
    """Every text of the profile, in the order of the facts; the person's name as one."""
    if prospect.full_name:
        names = [name for part in _NAME_PARTS if (name := getattr(prospect, part))]
        yield _Leaf("full_name", next(filter(gives_orders, names), prospect.full_name))
    yield from _fields("", prospect, _LINES)
    yield from _fields("", prospect, ("about",))
    for index, job in enumerate(prospect.experience):
        yield from _fields(f"experience[{index}].", job, _JOB_FIELDS)
    for index, study in enumerate(prospect.education):
        yield from _fields(f"education[{index}].", study, _STUDY_FIELDS)
    for name in _LISTS:
        yield from (_Leaf(f"{name}[{i}]", text) for i, text in enumerate(getattr(prospect, name)) if text)
    yield from (_Leaf(f"custom.{heading}", text) for heading, text in prospect.custom.items() if text)


def _fields(prefix: str, holder: Prospect | Experience | Education, names: Sequence[str]) -> Iterator[_Leaf]:
    for name in names:
        text = getattr(holder, name)
        if text:
            yield _Leaf(prefix + name, text)


def _possible_orders(leaf: _Leaf) -> Iterator[str]:
    """The sentences that may be orders; what stands around them is said of the person.

    In a column headed "sign-off" the whole text is what is to be said.
    """
    if leaf.field.startswith("custom.") and is_headed_as_order(fold(_heading(leaf.field))):
        yield f"{_heading(leaf.field)}: «{leaf.text}»\n{leaf.text}"
        return
    for sentence in (leaf.text[start:end] for start, end in sentences_of(leaf.text)):
        strength = order_strength(sentence, _heading(leaf.field), is_label=_is_label(leaf.field))
        if strength is Strength.POSSIBLE:
            order = told_in(sentence)
            if order:
                yield f"{order}\n{spelled_out(order)}".strip()


def _from_order_on(leaf: _Leaf) -> str:
    """The text from the first sentence that gives an order on, and what it hides encoded.

    What stands before may be true of the person.
    """
    if gives_orders(_heading(leaf.field)):
        return f"{_heading(leaf.field)} {leaf.text}"
    starts = (start for start, end in sentences_of(leaf.text) if gives_orders(leaf.text[start:end]))
    order = leaf.text[next(starts, 0) :]
    return f"{order}\n{spelled_out(order)}".strip()


def _heading(field: str) -> str:
    """A custom column's heading, which is as foreign as its cells; nothing for our own field names."""
    return field.removeprefix("custom.") if field.startswith("custom.") else ""


def _within_limit(leaves: Sequence[_Leaf]) -> tuple[list[_Leaf], list[_Leaf]]:
    """The leaves that fit, in order, and the others: a short one still fits after a long one that does not."""
    fitting: list[_Leaf] = []
    others: list[_Leaf] = []
    room = _LONGEST_FACTS
    for leaf in leaves:
        if len(leaf.text) <= room:
            room -= len(leaf.text)
            fitting.append(leaf)
        else:
            others.append(leaf)
    return fitting, others


def _sentences(leaves: Sequence[_Leaf]) -> Iterator[_Leaf]:
    """The leaves, those of running text a sentence each."""
    for leaf in leaves:
        if leaf.field == "about" or leaf.field.endswith("].description"):
            for start, end in sentences_of(leaf.text):
                yield _Leaf(leaf.field, leaf.text[start:end])
        else:
            yield leaf


def _ours(proof_points: Sequence[str], value_proposition: str | None, sender: Sender | None) -> Iterator[_Leaf]:
    yield from (_Leaf(f"proof_points[{index}]", text) for index, text in enumerate(proof_points) if text)
    if value_proposition:
        yield _Leaf("value_proposition", value_proposition)
    if sender is not None:
        for name in ("name", "title", "company"):
            if text := getattr(sender, name):
                yield _Leaf(f"sender.{name}", text)


def _without(prospect: Prospect, ignored: Collection[str]) -> Prospect:
    """The prospect without the ignored fields; positions of jobs and studies stay, lists close up."""
    if not ignored:
        return prospect
    plain = [name for name in (*_LINES, "about") if name in ignored]
    names = ("full_name", *_NAME_PARTS) if "full_name" in ignored else ()
    return prospect.model_copy(
        update={
            **dict.fromkeys([*plain, *names]),
            "experience": [_stripped(job, f"experience[{i}].", ignored) for i, job in enumerate(prospect.experience)],
            "education": [_stripped(study, f"education[{i}].", ignored) for i, study in enumerate(prospect.education)],
            **{name: _others(getattr(prospect, name), name, ignored) for name in _LISTS},
            "custom": {name: text for name, text in prospect.custom.items() if f"custom.{name}" not in ignored},
        }
    )


def _stripped(holder: _Holder, prefix: str, ignored: Collection[str]) -> _Holder:
    gone = [name for name in type(holder).model_fields if prefix + name in ignored]
    return holder.model_copy(update=dict.fromkeys(gone)) if gone else holder


def _others(texts: list[str], name: str, ignored: Collection[str]) -> list[str]:
    return [text for index, text in enumerate(texts) if f"{name}[{index}]" not in ignored]
