"""The demo workspace's people: fictional, whole, and of every role."""

import json
import re
from collections import Counter
from pathlib import Path

import pytest

from scripts.make_demo_prospects import OUTPUT, ROLES, demo_lines
from shared.domain.role_match import match_role
from shared.domain.text import without_accents
from shared.prompts.demo_prospects import demo_prospects
from shared.prompts.roles import default_roles

MATERIAL = Path(__file__).parents[2] / "scripts" / "demo_material"
FAMOUS = frozenset(
    "inditex mercadona telefonica movistar santander bbva caixabank repsol iberdrola endesa naturgy ferrovial"
    " acciona indra mapfre seat iberia renfe correos seur danone nestle bimbo cemex femsa pemex falabella"
    " avianca latam ecopetrol rappi globant mercadolibre google amazon microsoft apple meta oracle sap ibm"
    " cisco siemens bosch dhl ups fedex ikea unilever carrefour aldi lidl tesco vodafone hsbc barclays".split()
)
PEOPLE = demo_prospects()
POSTS = [post for person in PEOPLE for post in person.posts]


def test_there_are_enough_people_and_half_of_them_are_rich():
    rich = [person for person in PEOPLE if person.about]
    assert len(PEOPLE) >= 240
    assert 0.4 < len(rich) / len(PEOPLE) < 0.6
    assert all(person.experience and person.education and person.skills and person.posts for person in rich)


@pytest.mark.parametrize("role", ROLES)
def test_the_titles_of_a_role_are_found_as_that_role(role):
    titles = json.loads((MATERIAL / f"{role}.json").read_text(encoding="utf-8"))["titles"]
    for title in {title for pairs in titles.values() for pair in pairs for title in pair}:
        assert match_role(title, None, default_roles(), "none").key == role, title


def test_every_role_has_about_as_many_people_as_any_other():
    found = Counter(match_role(person.title, None, default_roles(), "none").key for person in PEOPLE)
    assert set(found) == set(ROLES)
    assert min(found.values()) >= 30


def test_no_two_people_share_a_name_or_an_address():
    assert len({person.full_name for person in PEOPLE}) == len(PEOPLE)
    assert len({person.linkedin_url for person in PEOPLE}) == len(PEOPLE)
    emails = [person.email for person in PEOPLE if person.email]
    assert len(set(emails)) == len(emails)


def test_every_address_is_visibly_fictional():
    assert all("-demo-" in (person.linkedin_url or "") for person in PEOPLE)
    assert all(re.search(r"@(example\.(com|org)|.+\.example)$", person.email) for person in PEOPLE if person.email)


def test_nobody_works_at_a_famous_company():
    employers = {job.company or "" for person in PEOPLE for job in person.experience} | {
        person.company or "" for person in PEOPLE
    }
    assert not {word for employer in employers for word in without_accents(employer).split()} & FAMOUS


def test_no_post_is_repeated_even_with_other_numbers():
    assert len({re.sub(r"\d+", "#", post) for post in POSTS}) == len(POSTS)


def test_no_slot_of_the_material_is_left_open():
    texts = [*POSTS, *(person.about or "" for person in PEOPLE)]
    texts += [job.description or "" for person in PEOPLE for job in person.experience]
    assert not [text for text in texts if re.search(r"[{}|]", text)]


def test_the_present_job_is_the_title_and_jobs_follow_each_other():
    for person in PEOPLE:
        for newer, older in zip(person.experience, person.experience[1:], strict=False):
            assert older.end == newer.start
        for job in person.experience[:1]:
            assert (job.title, job.company, job.end) == (person.title, person.company, None)


def test_the_file_is_what_the_script_writes():
    assert OUTPUT.read_text(encoding="utf-8").splitlines() == demo_lines()
