"""A part of the quality set, composed from its sources.

People, wordings and errors are written by hand in `<part>/sources` (README.md says how); this module fills them in
and draws, from a fixed seed, which forms a mixture of registers mixes.
"""

import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from benchmarks.quality import markup
from benchmarks.quality.cases import CLEAN, PARTS_FOLDER
from benchmarks.quality.paraphrases import held
from benchmarks.quality.wrong_registers import REGISTERS, WrongRegister, mixed, transposed

Record = dict[str, Any]

_LETTERS = "abcdef"
_RARE_KINDS = (None, "wrong_amount", "wrong_percentage", "wrong_product")
_SEED = 20261122


@dataclass(frozen=True)
class Person:
    """One of the people of a family, mostly three: the family's settings and this person's slots."""

    key: str
    family: Record
    slots: dict[str, str]

    def case(self, suite: str, name: str, source: Record, carrier: str) -> Record:
        """What all cases about this person share, with the source's own settings where it has some."""
        family = self.family
        return {
            "id": f"{suite}/{name}",
            "part": family["part"],
            "suite": suite,
            "kind": CLEAN,
            "carrier": carrier,
            "language": family["language"],
            "register": source.get("register", family.get("register")),
            "format": source["format"],
            "role": family["role"],
            "prospect": _filled(family["prospect"], self.slots),
            "proof_points": family["proof_points"],
            "value_proposition": family.get("value_proposition"),
            "sender": family["sender"],
            "allowed_links": source.get("allowed_links", family["allowed_links"]),
            "max_links": source.get("max_links", 1),
            "linkedin_tier": source.get("tier", family.get("tier", "free")),
            "as_of": family["as_of"],
        }


def compose(part: str) -> dict[str, list[Record]]:
    """All cases of a part by suite, in a fixed order."""
    sources = PARTS_FOLDER / part / "sources"
    families = sorted((sources / "families").glob("*.toml"))
    people = {person.key: person for file in families for person in _people(file, part)}
    suites: dict[str, list[Record]] = {}
    for record in _records(people, sources / "general"):
        suites.setdefault(record["suite"], []).append(record)
    return suites


def _records(people: dict[str, Person], general: Path) -> Iterator[Record]:
    yield from _of_families(people)
    yield from _of_one_family_each(people, general)
    yield from _of_registers(people, general)
    yield from _written_singly(people, general)


def _people(file: Path, part: str) -> Iterator[Person]:
    family = _read(file) | {"key": file.stem, "part": part}
    for index in range(len(family["people"]["first"])):
        slots = {name: values[index] for name, values in family["people"].items()}
        slots["full"] = f"{slots['first']} {slots['surs']}"
        slots.setdefault("sur", slots["surs"] if family["language"] == "en" else slots["surs"].split()[0])
        slots |= {"me": family["sender"]["name"], "us": family["sender"]["company"]}
        yield Person(f"{file.stem}/{index}", family, slots)


def _read(file: Path) -> Record:
    """The file's content; nothing if a part has no such file."""
    return tomllib.loads(file.read_text(encoding="utf-8")) if file.exists() else {}


def _filled(value: Any, slots: dict[str, str]) -> Any:
    """A prospect's fields with the slots filled in, however deep they lie."""
    if isinstance(value, dict):
        return {name: _filled(entry, slots) for name, entry in value.items()}
    if isinstance(value, list):
        return [_filled(entry, slots) for entry in value]
    return markup.render(value, slots).text


# Families: a wording for all of its people, true or with one of its errors.


def _of_families(people: dict[str, Person]) -> Iterator[Record]:
    for key in dict.fromkeys(person.family["key"] for person in people.values()):
        group = _group(people, key)
        family = group[0].family
        for number, source in enumerate(family.get("clean", ()), start=1):
            yield from _clean(group, source, f"{key}-clean-{number:02}")
            yield from _erroneous(group, source, "messages", f"{key}-clean-{number:02}", number)
        for number, source in enumerate(family.get("error", ()), start=1):
            yield from _erroneous(group, source, "messages", f"{key}-error-{number:02}", number)
        for number, source in enumerate(family.get("relation", ()), start=1):
            yield from _erroneous(group, source, "relations", f"{key}-relation-{number:02}", number)


def _of_one_family_each(people: dict[str, Person], general: Path) -> Iterator[Record]:
    """Wordings that stand in files of their own, each naming its family."""
    for number, source in _numbered(general / "long_messages.toml", "clean"):
        yield from _clean(_group(people, source["family"]), source, f"long-{number:02}")
    for number, source in _numbered(general / "fabrications.toml", "error"):
        yield from _erroneous(_group(people, source["family"]), source, "messages", f"fabrication-{number:02}", number)
    for number, source in _numbered(general / "relations.toml", "relation"):
        whole = source | {"swaps": [source]}
        yield from _erroneous(_group(people, source["family"]), whole, "relations", f"relation-{number:02}", number)


def _numbered(file: Path, name: str) -> Iterator[tuple[int, Record]]:
    return enumerate(_read(file).get(name, ()), start=1)


def _group(people: dict[str, Person], family: str) -> list[Person]:
    return [person for person in people.values() if person.family["key"] == family]


def _clean(group: list[Person], source: Record, carrier: str) -> Iterator[Record]:
    for letter, person in zip(_LETTERS, group, strict=False):
        record = person.case("messages", f"{carrier}-{letter}", source, carrier)
        yield record | _texts(source, person) | _tempting(source) | {"paraphrases": _paraphrases(source, person)}


def _paraphrases(source: Record, person: Person) -> list[str]:
    whole = markup.render(f"{source.get('subject', '')} {source['text']}", person.slots)
    return sorted(held(whole.names, person.slots, whole.text) | set(source.get("holds", "").split()))


def _erroneous(group: list[Person], source: Record, suite: str, carrier: str, shift: int) -> Iterator[Record]:
    for number, swap in enumerate(source.get("swaps", ())):
        for index in swap.get("on", _chosen(swap, shift + number, group)):
            person = group[index]
            record = person.case(suite, f"{carrier}-{number + 1}-{_LETTERS[index]}", source, carrier)
            record["kind"] = swap.get("kind", "wrong_relation")
            yield record | _texts(_swapped(source, swap), person, swap)


def _chosen(swap: Record, turn: int, group: list[Person]) -> list[int]:
    """Which of the people a wrong text is made for: in the measured part one for a near miss, else two, so that both
    are as many.
    """
    people, is_measured = len(group), group[0].family["part"] == "measured"
    narrow = is_measured and swap.get("near", False) and swap.get("kind") not in _RARE_KINDS
    return [turn % people] if narrow else sorted({turn % people, (turn + 1) % people})


def _swapped(source: Record, swap: Record) -> Record:
    """The source with the swap's wrong words in place of the true ones, which stand there exactly once."""
    found = [part for part in ("subject", "text") if swap["was"] in source.get(part, "")]
    if len(found) != 1 or source[found[0]].count(swap["was"]) != 1:
        raise ValueError(f"{swap['was']!r} is not exactly once in {source.get('subject')!r} {source['text']!r}")
    return source | {found[0]: source[found[0]].replace(swap["was"], swap["now"])}


def _texts(source: Record, person: Person, error: Record | None = None, *, strict: bool = True) -> Record:
    """Subject, body and slots; for an error also where it is and what is true instead."""
    subject = markup.render(source["subject"], person.slots, strict=strict) if "subject" in source else None
    body = markup.render(source["text"], person.slots, strict=strict)
    slots = list(dict.fromkeys((subject.slots if subject else []) + body.slots))
    record: Record = {"subject": subject.text if subject else None, "body": body.text, "slots": slots}
    if error is not None:
        in_subject = subject is not None and bool(subject.marked)
        marked = subject.marked if subject and in_subject else body.marked
        record["error"] = {
            "where": "subject" if in_subject else "body",
            "text": marked[0],
            "truth": markup.render(error.get("truth", ""), person.slots).text,
            "near_miss": error.get("near", False),
            "variant": error.get("variant"),
            "order": error.get("order"),
        }
    return record


def _tempting(source: Record) -> Record:
    return {"temptations": source.get("tempts", "").split()}


# Registers: a wording in all three, clean, mixed and consistently another than asked for.


def _of_registers(people: dict[str, Person], general: Path) -> Iterator[Record]:
    random = Random(_SEED)
    together = [person for person in people.values() if not person.family.get("alone")]
    pools = {name: [p for p in together if p.family.get("register") == name] for name in REGISTERS}
    for number, source in _numbered(general / "register.toml", "carrier"):
        carrier = f"register-{number:02}"
        for turn, register in enumerate(REGISTERS):
            person = pools[register][(number * 5 + turn) % len(pools[register])]
            own = _addressed(source, register, "subject") | {"register": register}
            plain = _addressed(own, register, "text")
            record = person.case("register", f"{carrier}-{register}", plain, carrier)
            yield record | _texts(plain, person) | _tempting(source)
            if source.get("clean_only"):
                continue
            if wrong := mixed(source["text"], register, random):
                yield _in_wrong_register(record, "mixture", own, person, wrong)
            if number % 3 == turn and (wrong := transposed(source["text"], register, random)):
                yield _in_wrong_register(record, "other", own, person, wrong)


def _addressed(source: Record, register: str, part: str) -> Record:
    """The source with its subject or text, if it has one, in the register."""
    return source | {part: markup.in_register(source[part], _forms_of(register))} if part in source else source


def _forms_of(register: str) -> Callable[[int, markup.Forms], str]:
    return lambda _, forms: forms.forms[register]


def _in_wrong_register(record: Record, sort: str, source: Record, person: Person, wrong: WrongRegister) -> Record:
    error = {"truth": wrong.truth, "variant": wrong.variant, "near": sort == "mixture"}
    texts = _texts(source | {"text": wrong.text}, person, error)
    return record | {"kind": f"register_{sort}", "id": f"{record['id']}-{sort}"} | texts


# Cases written one by one: the other checks, and hostile and harmless profiles.


def _written_singly(people: dict[str, Person], general: Path) -> Iterator[Record]:
    files = "sensitive links placeholders language hostile_es hostile_en harmless_es harmless_en".split()
    for name in files:
        document = _read(general / f"{name}.toml")
        for number, source in enumerate(document.get("case", ()), start=1):
            yield _single({"format": "linkedin_message"} | document | source, people, f"{name}-{number:02}")


def _single(source: Record, people: dict[str, Person], carrier: str) -> Record:
    person = people[source["person"]]
    record = person.case(source["suite"], carrier, source, carrier) | {"kind": source["kind"]}
    if "field" in source:
        value = markup.render(source["value"], person.slots, strict=False).text
        record["prospect"] = _with_field(record["prospect"], source["field"], value)
    clean = source["kind"] == CLEAN
    texts = _texts(source, person, None if clean else source, strict=False)
    return record | texts | (_tempting(source) if clean else {})


def _with_field(prospect: Record, field: str, value: str) -> Record:
    """The prospect with `value` where `field` says: added to a text or a list, in place of a name or a headline."""
    if field.startswith("custom."):
        return prospect | {"custom": prospect.get("custom", {}) | {field.removeprefix("custom."): value}}
    if field in ("posts", "skills"):
        return prospect | {field: [*prospect.get(field, []), value]}
    if field == "experience":
        present, *former = prospect["experience"]
        return prospect | {"experience": [present | {"description": value}, *former]}
    if field == "about":
        return prospect | {"about": f"{prospect.get('about', '')}\n{value}".strip()}
    return prospect | {"full_name" if field == "name" else field: value}
