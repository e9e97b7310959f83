"""Writes shared/prompts/demo_prospects.jsonl: the fictional people of the demo workspace.

    python scripts/make_demo_prospects.py

The prose is in scripts/demo_material/, one file a role; this program draws from it with a fixed seed, so that a
change of the material changes the people and nothing else does. No sentence pattern of a post is used twice. Half of
the people are rich (about, jobs, studies, posts), half have what a business card says. Slots of the material:
{3-9} a number, {a|b} one of them, {o/a} the ending for a man or a woman, {years} years since the first job.
"""

import json
import random
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from shared.domain.prospect import Prospect
from shared.domain.text import without_accents

OUTPUT = Path(__file__).parents[1] / "shared" / "prompts" / "demo_prospects.jsonl"
ROLES = (
    "general_management",
    "sales",
    "marketing",
    "operations",
    "human_resources",
    "technology",
    "finance",
    "procurement",
)
_MATERIAL = Path(__file__).parent / "demo_material"
_SEED = 20261122
_REGIONS = ("es_ES",) * 10 + ("es_419",) * 4 + ("en",) * 2  # sixteen people: most of Spain, some of elsewhere
_ROUNDS = 2  # of sixteen rich and sixteen sparse people a role
_THIS_YEAR = 2026
_MOST_JOBS = 3
_SHARE_WITH_ASIDE = 0.3
_SLOT = re.compile(r"\{(?:(?P<low>\d+)-(?P<high>\d+)|(?P<choice>[^{}|]*\|[^{}]*)|(?P<he>[^{}/]*)/(?P<she>[^{}]*))\}")


@dataclass(frozen=True)
class _Person:
    """What is decided about a person before anything is written."""

    region: str
    is_woman: bool
    name: str
    title: str
    companies: list[str]
    place: str

    @property
    def company(self) -> str:
        return self.companies[0]

    @property
    def language(self) -> str:
        return "en" if self.region == "en" else "es"


class DemoPeople:
    """Draws people; each call of `people` on a fresh object gives the same ones."""

    def __init__(self) -> None:
        self._random = random.Random(_SEED)  # noqa: S311 - repeatable on purpose
        self._common = _material("common")
        self._names: set[str] = set()
        self._asides = {language: list(posts) for language, posts in self._common["posts"].items()}

    def people(self) -> list[dict[str, Any]]:
        """All people, roles mixed as in a real list."""
        drawn = [person for role in ROLES for person in self._of_role(_material(role))]
        self._random.shuffle(drawn)
        return drawn

    def _of_role(self, role: dict[str, Any]) -> Iterator[dict[str, Any]]:
        posts = {language: self._posts(topics) for language, topics in role["posts"].items()}
        for round_ in range(_ROUNDS):
            for place, region in enumerate(_REGIONS):
                person = self._person(role, region)
                fields = self._card(person)
                if (place + round_) % 2:
                    fields |= self._profile(person, role, posts[person.language])
                yield fields

    def _posts(self, topics: list[list[list[str]]]) -> list[str]:
        """Each observation with what goes on about it, in any order."""
        written = [
            f"{first} {second}" for firsts, seconds in topics for first, second in zip(firsts, seconds, strict=True)
        ]
        self._random.shuffle(written)
        return written

    def _person(self, role: dict[str, Any], region: str) -> _Person:
        is_woman = self._random.random() < 0.5
        return _Person(
            region=region,
            is_woman=is_woman,
            name=self._name(region, is_woman),
            title=self._one(role["titles"][region])[is_woman],
            companies=self._companies(region, _MOST_JOBS),
            place=self._one(self._common["places"][region]),
        )

    def _name(self, region: str, is_woman: bool) -> str:
        people = self._common["people"][region]
        while True:
            surnames = self._random.sample(people["surnames"], 1 if region == "en" else self._random.choice([1, 1, 2]))
            name = " ".join([self._one(people["women" if is_woman else "men"]), *surnames])
            if name not in self._names:
                self._names.add(name)
                return name

    def _companies(self, region: str, count: int) -> list[str]:
        """Companies that do not share a name."""
        patterns = self._random.sample(self._common["companies"][region], count)
        stems = self._random.sample(self._common["stems"][region], count)
        return [pattern.format(stem=stem) for pattern, stem in zip(patterns, stems, strict=True)]

    def _card(self, person: _Person) -> dict[str, Any]:
        """What a business card and an address book say."""
        name = _slug(person.name)
        fields: dict[str, Any] = {
            "full_name": person.name,
            "title": person.title,
            "company": person.company,
            "location": person.place,
            "linkedin_url": f"https://www.linkedin.com/in/{name}-demo-{len(self._names):03d}",
        }
        if self._random.random() < 0.7:
            domain = self._one([f"{_slug(person.company)}.example", "example.com", "example.org"])
            fields["email"] = f"{name.replace('-', '.')}.{len(self._names)}@{domain}"
        return fields

    def _profile(self, person: _Person, role: dict[str, Any], posts: list[str]) -> dict[str, Any]:
        """What a whole profile adds."""
        language = person.language
        first_year = self._random.randint(1998, 2014)
        jobs = self._jobs(person, role, first_year)
        about = f"{self._one(role['abouts'][language])} {self._one(self._common['closers'][language])}"
        return {
            "headline": self._headline(person, role),
            "about": self._filled(about, person, first_year),
            "experience": jobs,
            "education": [self._studies(person, role, first_year)],
            "skills": self._random.sample(role["skills"][language], self._random.randint(4, 6)),
            "languages": self._one(self._common["languages"][person.region]),
            "posts": [self._filled(post, person, first_year) for post in self._posts_of(person, posts)],
            "custom": self._custom(role, language),
        }

    def _posts_of(self, person: _Person, posts: list[str]) -> list[str]:
        """One post about the role's work, and for some people one about work in general."""
        asides = self._asides[person.language]
        wants_aside = asides and self._random.random() < _SHARE_WITH_ASIDE
        return [posts.pop(), *([asides.pop(self._random.randrange(len(asides)))] if wants_aside else [])]

    def _headline(self, person: _Person, role: dict[str, Any]) -> str:
        at = "at" if person.language == "en" else "en"
        return f"{person.title} {at} {person.company} | {self._one(role['skills'][person.language])}"

    def _jobs(self, person: _Person, role: dict[str, Any], first_year: int) -> list[dict[str, Any]]:
        """The present job first; each ends in the month in which the next begins."""
        count = self._random.randint(2, _MOST_JOBS)
        years = sorted(self._random.sample(range(first_year + 1, _THIS_YEAR), count - 1), reverse=True)
        starts = [f"{year}-{self._random.randint(1, 9):02d}" for year in (*years, first_year)]
        earlier = [self._one(role["earlier"][person.region])[person.is_woman] for _ in years]
        descriptions = self._random.sample(role["descriptions"][person.language], count)
        return [
            {
                "title": [person.title, *earlier][place],
                "company": person.companies[place],
                "start": start,
                "end": starts[place - 1] if place else None,
                "location": person.place,
                "description": self._filled(descriptions[place], person, first_year),
            }
            for place, start in enumerate(starts)
        ]

    def _studies(self, person: _Person, role: dict[str, Any], first_year: int) -> dict[str, Any]:
        return {
            "school": self._one(self._common["schools"][person.region]),
            "degree": self._one(role["degrees"][person.language]),
            "start": str(first_year - self._random.randint(4, 6)),
            "end": str(first_year - 1),
        }

    def _custom(self, role: dict[str, Any], language: str) -> dict[str, str]:
        heading, values = self._one(self._common["custom"][language])
        custom = {heading: self._one(values)}
        if self._random.random() < 0.5:
            custom["evento" if language == "es" else "event"] = self._one(role["events"])
        return custom

    def _filled(self, text: str, person: _Person, first_year: int) -> str:
        years = str((_THIS_YEAR - first_year) // 5 * 5)
        return _SLOT.sub(lambda slot: self._slot(slot, person), text.replace("{years}", years))

    def _slot(self, slot: re.Match[str], person: _Person) -> str:
        if slot["low"] is not None:
            return str(self._random.randint(int(slot["low"]), int(slot["high"])))
        if slot["choice"] is not None:
            return str(self._one(slot["choice"].split("|")))
        return slot["she"] if person.is_woman else slot["he"]

    def _one(self, entries: list[Any]) -> Any:
        return self._random.choice(entries)


def demo_lines() -> list[str]:
    """The lines of the file: one person each, in the form in which prospects are kept."""
    people = (Prospect.model_validate(fields) for fields in DemoPeople().people())
    return [person.model_dump_json(exclude_defaults=True, exclude={"first_name", "last_name"}) for person in people]


def _material(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((_MATERIAL / f"{name}.json").read_text(encoding="utf-8"))
    return loaded


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", without_accents(text)).strip("-")


def main() -> int:
    """Write the file; the exit code is 0."""
    OUTPUT.write_text("\n".join(demo_lines()) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
