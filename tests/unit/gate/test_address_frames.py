"""The check "register" over the paradigms of frequent verbs: what is said to the reader, and what of others.

`address_frames.json` has sentences with places for a verb ("¿Cómo {p} {o} hoy?") and what they are about; each mood of
every verb is conjugated into them, in tú, usted and vos. Each sentence meets a few verbs, each verb many sentences.
"""

import json
import re
from pathlib import Path
from typing import NamedTuple

import pytest

from scripts.conjugation import VerbForms, verbs
from tests.unit.gate.drafts import BLOCK, PASS, context, verdict

FRAMES: dict[str, list[str]] = json.loads(Path(__file__).with_name("address_frames.json").read_text(encoding="utf-8"))
REGISTERS = ("tu", "usted", "vos")
CONTEXTS = {name: context(register=name) for name in REGISTERS}
FORMS = {verb.infinitive: verb for verb in verbs()}
AROUND = (
    "Hola, Lucía. [Te|Le|Te] escribo con una pregunta. {}",
    "Hola, Lucía. {} ¿[Te|Le|Te] encaja hablar el martes? [Dime|Dígame|Decime] una hora.",
)
EVERY = 13


class Told(NamedTuple):
    """A sentence, a verb with its object, and what stands around it."""

    frame: str
    verb: VerbForms
    of_what: str
    around: str

    def text(self, asked: str, said: str) -> str:
        """A message in the register `asked` whose sentence is in the one that is `said`."""
        sentence = re.sub(r"\{(\w)\}", lambda place: self._form(place[1], said), _chosen(self.frame, said))
        first = re.sub(r"\w", lambda letter: letter[0].upper(), sentence, count=1)
        return _chosen(self.around, asked).format(first)

    def _form(self, name: str, said: str) -> str:
        verb, is_usted = self.verb, said == "usted"
        past, imperfect, future, conditional, subjunctive, past_subjunctive = verb.shared
        forms = {
            "o": self.of_what,
            "p": {"tu": verb.tu, "usted": verb.usted, "vos": verb.vos}[said],
            "d": verb.past if is_usted else past,
            "i": verb.imperfect if is_usted else imperfect,
            "f": verb.future if is_usted else future,
            "c": verb.conditional if is_usted else conditional,
            "s": verb.usted_imperative if is_usted else subjunctive,
            "q": verb.past_subjunctive if is_usted else past_subjunctive,
            "h": f"{'ha' if is_usted else 'has'} {verb.participle}",
            "n": verb.infinitive,
            "g": verb.gerund,
        }
        return forms[name]


def _chosen(text: str, register: str) -> str:
    """The form of a register in each "[tú|usted|vos]"."""
    return re.sub(r"\[([^\]]*)\]", lambda place: place[1].split("|")[REGISTERS.index(register)], text)


def _met(frame: str) -> list[Told]:
    """The frame with every so many of the verbs, each frame beginning with another."""
    first = (FRAMES["told"] + FRAMES["others"]).index(frame)
    pairs = [entry.split(" ", 1) for entry in FRAMES["verbs"]]
    chosen = [pair for number, pair in enumerate(pairs) if (number + first) % EVERY == 0]
    return [Told(frame, FORMS[verb], of_what, AROUND[first % 2]) for verb, of_what in chosen]


def _may_be_plural(text: str) -> bool:
    """Whether vos's form may be the plural of a team: "elegís"."""
    return re.search(r"\w+ís\b", text) is not None


@pytest.mark.parametrize("frame", FRAMES["told"])
def test_what_is_said_to_the_reader_passes_in_the_register_asked_for(frame: str) -> None:
    texts = [(told.text(name, name), name) for told in _met(frame) for name in REGISTERS]
    assert [text for text, name in texts if verdict("register", text, CONTEXTS[name]) is not PASS] == []


@pytest.mark.parametrize("frame", FRAMES["told"])
def test_what_is_said_to_the_reader_in_another_register_blocks(frame: str) -> None:
    texts = [
        (told.text(asked, said), asked)
        for told in _met(frame)
        for asked in REGISTERS
        for said in REGISTERS
        if told.text(asked, said) != told.text(asked, asked)
    ]
    clear = [(text, asked) for text, asked in texts if asked != "tu" or not _may_be_plural(text)]
    assert [text for text, asked in clear if verdict("register", text, CONTEXTS[asked]) is not BLOCK] == []


@pytest.mark.parametrize("frame", FRAMES["others"])
def test_what_is_told_of_others_passes_in_every_register(frame: str) -> None:
    texts = [
        (told._replace(frame=_chosen(frame, name)).text(name, "usted"), name)
        for told in _met(frame)
        for name in REGISTERS
    ]
    assert [text for text, name in texts if verdict("register", text, CONTEXTS[name]) is not PASS] == []
