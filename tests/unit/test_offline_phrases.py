"""The phrases themselves, as data: enough of them, the same in every register, none that asks twice or shouts."""

import json
import re
from importlib.resources import files

import pytest

from shared.adapters.embedded import offline
from shared.adapters.embedded.offline.phrasebook import Phrase, Phrasebook, phrasebook
from shared.adapters.embedded.offline.tone import Tone
from shared.domain.language import Format, Language, Register
from shared.prompts.roles import default_roles

BOOKS = [
    (Language.ES, Register.TU),
    (Language.ES, Register.USTED),
    (Language.ES, Register.VOS),
    (Language.EN, None),
]
each_book = pytest.mark.parametrize("book", [phrasebook(*kind) for kind in BOOKS], ids=[str(kind[1]) for kind in BOOKS])
KNOWN_SLOTS = set(
    "first_name title company the_company at_company of_company position quote deed Deed count matter event of_event"
    " since pain Pain in_area of_area area us sender value Value proof Proof call".split()
)


def texts(book: Phrasebook) -> list[str]:
    raw = book.model_dump()
    return [entry["text"] for entry in walk(raw) if "text" in entry]


def walk(node: object) -> list[dict[str, str]]:
    if isinstance(node, dict):
        return [node, *(found for value in node.values() for found in walk(value))]
    if isinstance(node, list | tuple):
        return [found for value in node for found in walk(value)]
    return []


@each_book
def test_there_are_at_least_three_of_everything_a_message_is_made_of(book: Phrasebook) -> None:
    for parts in (*lists(book), book.bridges, book.event_bridges, book.asks, book.note_asks, book.note_closings):
        assert len(parts) >= 3
    assert min(map(len, (book.closings, book.open_closings, book.cases, book.farewells))) >= 3
    assert set(book.openers) == {"post", "about", "duty", "deed", "event", "start", "headline"}
    assert set(book.questions) >= {*Tone, "deed", "start", "event"}


@each_book
def test_what_a_persons_four_formats_choose_from_has_one_for_each(book: Phrasebook) -> None:
    for parts in (*book.openers.values(), *book.pain_openers.values(), *book.job_questions.values(), book.asks):
        assert len(parts) >= (3 if parts is book.openers["headline"] else len(Format))


def lists(book: Phrasebook) -> list[tuple[Phrase, ...]]:
    """All the lists of phrases that go by what they rest on."""
    by_kind = (book.openers, book.pain_openers, book.job_questions, book.questions, book.introductions, book.subjects)
    return [parts for kinds in by_kind for parts in kinds.values()]


@each_book
def test_no_phrase_comes_twice_in_one_list(book: Phrasebook) -> None:
    for parts in (*lists(book), book.bridges, book.asks, book.closings, book.open_closings, book.note_asks):
        assert len({part.text for part in parts}) == len(parts)


@each_book
def test_every_slot_is_one_that_a_message_can_fill(book: Phrasebook) -> None:
    for text in texts(book):
        assert set(re.findall(r"{(\w+)}", text)) <= KNOWN_SLOTS, text
        assert "[" not in text
        assert "|" not in text


@each_book
def test_no_phrase_shouts_or_asks_twice(book: Phrasebook) -> None:
    for text in texts(book):
        assert not re.search(r"[!¡]", text)
        assert text.count("?") <= 1
        assert text.count("?") == text.count("¿") or not text.count("¿")


@each_book
def test_asks_ask_and_closings_do_not(book: Phrasebook) -> None:
    assert all(part.asks for part in (*book.asks, *book.note_asks))
    assert not any(part.asks for part in (*book.closings, *book.open_closings, *book.note_closings))


@each_book
def test_questions_on_what_they_wrote_are_open_and_those_on_a_problem_are_not(book: Phrasebook) -> None:
    for parts in (*book.questions.values(), *book.job_questions.values()):
        assert all(part.open for part in parts)
    for parts in (*book.pain_openers.values(), book.bridges, book.event_bridges):
        assert not any(part.open for part in parts)


@each_book
def test_every_default_role_has_words_for_its_area(book: Phrasebook) -> None:
    assert set(book.areas) == {role.key for role in default_roles()}


def test_every_choice_in_the_spanish_file_has_words_for_all_three_registers() -> None:
    raw = files(offline).joinpath("phrases.es.json").read_text("utf-8")
    for text in strings(json.loads(raw)):
        for choice in re.findall(r"\[(.*?)\]", text):
            words = choice.split("|")
            assert len(words) == 3, text
            assert all(words), text


def strings(node: object) -> list[str]:
    if isinstance(node, str):
        return [node]
    children = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    return [text for child in children for text in strings(child)]
