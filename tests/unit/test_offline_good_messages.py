"""What a person who reads the offline writer's messages would hold against them, on profiles as people write them.

`offline_profiles.jsonl` holds one invented person a line: `opens` are words that the message must open with, `never` a
pattern of what would contradict the profile.
"""

import json
import re
from itertools import combinations, pairwise
from pathlib import Path
from typing import NamedTuple

import pytest

from shared.adapters.embedded.offline_writer import OfflineWriter
from shared.domain.language import Format, Language, Register
from shared.domain.message import CheckVerdict
from shared.domain.prospect import Prospect
from shared.domain.writing import WritingRequest, Written
from shared.gate.context import GateContext
from shared.gate.gate import examine
from tests.fakes import FixedClock
from tests.unit.offline_people import request

FULL = [Format.LINKEDIN_MESSAGE, Format.LINKEDIN_INMAIL, Format.EMAIL]
FILLER = re.compile(
    r"voy al grano|seré breve|serán unas líneas|van unas líneas|este mensaje tiene que ver con|de ahí este mensaje"
    r"|una pregunta para quien|una cifra:|un dato:|un dato concreto:|por dar una cifra|a qué nos dedicamos|se repite:"
    r"|consulta sobre|sobre su publicación|straight to the point|this will be brief|only a few lines|hence this note"
    r"|to give a figure|one figure:|one fact:|a question for you as|starting from a line|¿le suena\?? [A-Z]"
    r"|trabajo en talaya: ",
    re.IGNORECASE,
)
WITHOUT_ARTICLE = re.compile(
    r"\b(?:de|en) (?:CEIP|Hospital|Clínica|Banco|Ayuntamiento|Colegio|Universidad|Residencia|Estudio|Agencia)\b"
    r"|\bde el\b"
)
FOLLOWED_BY = re.compile(r"\s*(?:[.!…;:–]|$)")
QUOTED = re.compile(r"«(.+?)»|“(.+?)”")


class Case(NamedTuple):
    """One line of the file."""

    person: Prospect
    language: Language
    register: Register | None
    opens: str
    never: str

    def request(self, format_: Format) -> WritingRequest:
        return request(self.person, format_, self.language, self.register)


def case(line: str) -> Case:
    raw = json.loads(line)
    register = Register(raw["register"]) if raw["register"] else None
    person = Prospect.model_validate(raw["profile"])
    return Case(person, Language(raw["language"]), register, raw["opens"], raw["never"])


LINES = (Path(__file__).parent / "offline_profiles.jsonl").read_text("utf-8").splitlines()
CASES = [case(line) for line in LINES]
each_case = pytest.mark.parametrize("case", CASES, ids=[one.person.full_name for one in CASES])


def write(given: WritingRequest) -> Written:
    return OfflineWriter(FixedClock()).write(given)


def sentences(text: str) -> set[str]:
    """The sentences of a body without its greeting and farewell, each without its end."""
    inside = QUOTED.sub("«»", text.partition("\n")[2].split("\nMarta Solís\n")[0]).replace("Dra. ", "")
    found = re.split(r"(?<=[.?])\s+|\n+", inside)
    return {one.strip(" .?¿") for one in found if len(one.split()) > 2}


def person(number: int, company: str) -> Prospect:
    return Prospect.model_validate(
        {
            "full_name": f"Rosa Quintana {number}",
            "title": "Jefa de almacén",
            "company": company,
            "headline": "Jefa de almacén | Logística | Inventario",
            "linkedin_url": f"https://www.linkedin.com/in/warehouse-{number}",
        }
    )


@each_case
def test_it_opens_with_what_is_theirs_alone_and_contradicts_nothing_of_it(case: Case) -> None:
    for format_ in Format:
        body = write(case.request(format_)).draft.body
        assert case.opens in body, body
        assert not (case.never and re.search(case.never, body.split("\n\n")[1] if format_ in FULL else body)), body


@each_case
def test_what_it_quotes_is_a_whole_sentence_or_a_clause_that_ends_there(case: Case) -> None:
    jobs = [job.description for job in case.person.experience if job.description]
    sources = [*case.person.posts, *jobs, case.person.about or "", case.person.headline or ""]
    for format_ in Format:
        for match in QUOTED.finditer(write(case.request(format_)).draft.body):
            words = match[1] or match[2]
            source = next(text for text in sources if words in text)
            before, after = source.split(words, 1)
            assert not before.strip() or before.rstrip()[-1] in ".!?…", words
            assert FOLLOWED_BY.match(after), words
            assert not re.match(r"\.\s*[a-z]|[.,]\d", after), words


@each_case
def test_it_has_no_filler_and_its_companies_have_their_articles(case: Case) -> None:
    for format_ in Format:
        draft = write(case.request(format_)).draft
        text = f"{draft.subject or ''}\n{draft.body}"
        assert not FILLER.search(text), text
        assert not WITHOUT_ARTICLE.search(text), text


@each_case
def test_every_full_message_says_once_who_writes_and_for_whom(case: Case) -> None:
    for format_ in FULL:
        body = write(case.request(format_)).draft.body
        assert body.count("Marta Solís") == 1, body
        assert "Talaya" in body
    assert write(case.request(Format.EMAIL)).draft.body.endswith("\nMarta Solís\nTalaya")


@each_case
def test_a_question_is_put_once_and_what_follows_it_fits_it(case: Case) -> None:
    for format_ in Format:
        body = write(case.request(format_)).draft.body
        assert body.count("?") == 1, body
        asked = re.search(r"¿(?:[^?]*, )?(?:qué|cuál|cómo|por dónde|dónde)\b", body, re.IGNORECASE)
        if asked:
            assert not re.search(r"\bsí o un no\b|la respuesta es sí|Si es así", body), body


@each_case
def test_the_four_formats_of_one_person_share_no_sentence(case: Case) -> None:
    texts = [sentences(write(case.request(format_)).draft.body) for format_ in Format]
    for one, other in combinations(texts, 2):
        assert not one & other


@each_case
def test_another_version_has_another_opener_another_problem_and_another_ask(case: Case) -> None:
    for format_ in FULL:
        given = case.request(format_)
        first = write(given).draft.body
        second = write(given._replace(seed=f"{given.seed}/2", earlier=(first,))).draft.body
        assert not sentences(first) & sentences(second), second
        assert not set(QUOTED.findall(first)) & set(QUOTED.findall(second)), second


@each_case
def test_it_is_the_same_each_time_and_the_gate_lets_it_pass(case: Case) -> None:
    for format_ in Format:
        given = case.request(format_)
        written = write(given)
        assert write(given) == written
        context = GateContext(
            prospect=given.prospect,
            facts=given.facts,
            format=format_,
            language=given.language,
            register=given.register,
            limits=given.limits,
            as_of=FixedClock().now().date(),
            sender=given.sender,
            ours=(given.role.call_to_action.in_language(given.language),),
        )
        checks = examine(written.draft, context).checks
        assert not [check.detail.en for check in checks if check.verdict is CheckVerdict.BLOCK], written.draft.body


@pytest.mark.parametrize("format_", FULL)
def test_neighbours_in_a_list_of_one_title_are_told_of_different_problems(format_: Format) -> None:
    companies = (
        "Frutas Nogueira",
        "Cafés Loboral",
        "Suministros Tera",
        "Electro Cuenca",
        "Textiles Aroa",
        "Vinos Ulla",
    )
    people = [person(number, company) for number, company in enumerate(companies)]
    role = request(people[0]).role
    bodies = [write(request(one, format_, Language.ES, Register.USTED)).draft.body.lower() for one in people]
    told = [next(pain for pain in role.pains.es if pain.lower() in body) for body in bodies]
    assert len(set(told)) >= 4
    assert sum(one == other for one, other in pairwise(told)) <= 1


def test_a_loss_in_a_post_is_warned_of_and_nothing_of_it_is_in_the_message() -> None:
    post = "Mi padre falleció el martes después de cuarenta años al frente de la nave."
    who = Prospect(full_name="Mateo Lagos", title="Director de Operaciones", company="Transportes Lagos", posts=[post])
    written = write(request(who))
    assert [(check.name, check.verdict) for check in written.remarks] == [("moment", CheckVerdict.WARN)]
    assert "«" not in written.draft.body
    assert not written.remarks[0].spans
