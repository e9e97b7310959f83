"""register: the reader is addressed as was asked for, tú, usted or vos, from the first word to the last."""

from collections.abc import Callable, Iterable, Iterator

from shared.domain.errors import Sentence
from shared.domain.language import Language, Register
from shared.domain.message import Check, Span
from shared.gate.address import address_forms, verbs_and_pronouns
from shared.gate.address.evidence import Address, Evidence
from shared.gate.address.idioms import idioms_in
from shared.gate.address.told_figures import told_with_their_figures
from shared.gate.context import GateContext
from shared.gate.findings import blocked, passed
from shared.gate.quoted import quoted_stretches, repeated_words
from shared.gate.reading import Passage, Reading

NAME = "register"

_NAMES = {Register.TU: "tú", Register.VOS: "vos", Register.USTED: "usted"}
_AGAINST = {
    Register.TU: frozenset((Address.VOS, Address.USTED)),
    Register.VOS: frozenset((Address.TU, Address.USTED, Address.VOSOTROS, Address.TU_OR_USTED)),
    Register.USTED: frozenset((*Address,)) - {Address.USTED, Address.TU_OR_USTED},
}
_FOR = {
    Register.TU: frozenset((Address.TU, Address.TU_OR_VOS)),
    Register.VOS: frozenset((Address.VOS, Address.TU_OR_VOS, Address.VOS_OR_VOSOTROS)),
    Register.USTED: frozenset((Address.USTED,)),
}

_SAYS_LITTLE = frozenset((Address.VOSOTROS, Address.VOS_OR_VOSOTROS, Address.TU_OR_USTED))
"""What may also be the plural of a team, or is of two registers that share nothing else."""

_Found = tuple[Passage, Evidence]


def examine(reading: Reading, context: GateContext) -> Check:
    """Block Spanish that addresses the reader in another way than asked for, or in two ways.

    What is quoted, or repeated from the facts, addresses somebody else. A plural (vosotros, ustedes) for a team may
    stand beside tú. English has no register and passes. What says usted is looked for where something else was asked
    for, or said.
    """
    if context.language is not Language.ES:
        return passed(NAME, "En inglés no hay tú ni usted", "English has no tú or usted")
    as_asked = context.register is Register.USTED
    found = list(_forms(reading, verbs_and_pronouns if as_asked else address_forms))
    asked = context.register or _leading(found)
    if asked is None:
        return passed(NAME, "No se dirige a la persona", "It does not address the person")
    if asked is not Register.USTED:
        found += _forms(reading, lambda passage: told_with_their_figures(passage, reading.evidence))
    wrong = [(passage, form) for passage, form in found if form.address in _AGAINST[asked]]
    if wrong:
        wrong = list(_without_facts(wrong, reading))
    if not wrong:
        return passed(NAME, f"Trata de {_NAMES[asked]}", f"It says {_NAMES[asked]}")
    is_mixed = any(form.address in _FOR[asked] for _, form in _forms(reading, address_forms))
    return blocked(NAME, _mixed(asked) if is_mixed else _other(asked), list(_spans(wrong)))


def _mixed(asked: Register) -> Sentence:
    name = _NAMES[asked]
    return Sentence(
        f"Mezcla tratamientos: aquí no trata de {name}.", f"It mixes forms of address: here it does not say {name}."
    )


def _other(asked: Register) -> Sentence:
    name = _NAMES[asked]
    return Sentence(f"No trata de {name}, como se pidió.", f"It does not say {name}, as was asked for.")


def _forms(reading: Reading, forms_of: Callable[[Passage], Iterator[Evidence]]) -> Iterator[_Found]:
    """The forms of address outside quotations and set phrases."""
    for passage in reading.passages:
        quoted = [*quoted_stretches(passage), *idioms_in(passage)]
        for form in forms_of(passage):
            if not any(start <= form.start < end for start, end in quoted):
                yield passage, form


def _without_facts(found: Iterable[_Found], reading: Reading) -> Iterator[_Found]:
    """The forms that are not repeated from the facts."""
    for passage in reading.passages:
        repeated = {passage.words[index].start for index in repeated_words(passage.words, reading.evidence)}
        yield from ((where, form) for where, form in found if where is passage and form.start not in repeated)


def _leading(found: Iterable[_Found]) -> Register | None:
    """The register that a text without an asked one keeps to: what it says first. What tú and vos share is tú, unless
    something says vos before anything says tú.
    """
    said = [form.address for _, form in found if form.address not in _SAYS_LITTLE]
    if not said:
        return None
    if said[0] is Address.USTED:
        return Register.USTED
    certain = next((address for address in said if address in (Address.TU, Address.VOS)), Address.TU)
    return Register.VOS if certain is Address.VOS else Register.TU


def _spans(found: Iterable[_Found]) -> Iterator[Span]:
    seen: set[tuple[str, int]] = set()
    for passage, form in found:
        if (passage.part, form.start) not in seen:
            seen.add((passage.part, form.start))
            yield passage.span(form.start, form.end)
