"""A person in a few words: one line, a sentence, the signature of an e-mail, a name with a paragraph or two."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from shared.domain.lazy_pattern import lazy_pattern
from shared.domain.name_parts import is_given_name
from shared.domain.text import without_accents
from shared.importing.profiles.job_phrase import (
    Job,
    ends_with_abbreviation,
    is_legal_form,
    is_topic,
    names_a_job,
    names_a_profession,
    read_job,
    trimmed,
)
from shared.importing.profiles.jobs import read_jobs
from shared.importing.profiles.line_kinds import is_capitalised, looks_like_a_name
from shared.importing.profiles.places import names_a_place
from shared.importing.profiles.posts import read_posts
from shared.importing.profiles.sections import Section, section_of
from shared.importing.profiles.studies_and_skills import read_skills, read_studies

_EMAIL = lazy_pattern(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
_LINKEDIN = lazy_pattern(r"(?:https?://)?(?:[a-z]{1,3}\.)?linkedin\.com/[^\s,;<>()\"']{3,300}", re.IGNORECASE)
_OTHER_LINK = lazy_pattern(r"(?:https?://|www\.)\S{3,300}", re.IGNORECASE)
_PHONE = lazy_pattern(
    r"(?:(?:tel|tlf|tfno|m[oó]vil|mobile|phone|cel|m|t)\.?:?\s*)?\+?\d[\d ().-]{7,20}\d", re.IGNORECASE
)
_CLOSING = lazy_pattern(
    r"(?:un (?:cordial )?saludo|(?:muchos )?saludos(?: cordiales)?|cordialmente|atentamente|un abrazo|gracias"
    r"|muchas gracias|best|best regards|kind regards|regards|many thanks|thanks|cheers|sincerely|--+)[,.!]?"
)
_DELIMITER = lazy_pattern(r"\s*(?:[,|•;]|(?<!l)·|·(?!l))\s*|\s+[-–—]\s+|\t+")
_SENTENCE = lazy_pattern(
    r"\s+(?:es|is|trabaja (?:como|de)|works as|ejerce (?:como|de))\s+(?:(?:la|el|una?|the|an?)\s+)?"
)
_LEAD_IN = lazy_pattern(
    r"(?:(?:nuevo |new )?(?:perfil|contacto|ficha|datos|profile|contact|lead|prospecto?)(?: nuevo)?\b(?::| de | of )"
    r"|(?:nombre|name):)\s*",
    re.IGNORECASE,
)
_MAIL_SENDER = lazy_pattern(r"(?:de|from):\s*\"?(?P<name>[^<\"]{3,80})\"?\s*<[^<>]+>", re.IGNORECASE)
_IN_BRACKETS = lazy_pattern(r"(?P<name>[^(),|]{3,80})\((?P<job>[^()]{3,200})\)\W*")
_CAPITALISED = lazy_pattern(
    r"[^\W\d_a-zß-öø-ÿ][\w'’-]+(?: (?:(?:de|del|de la|de los|y|da|van|von) )?[^\W\d_a-zß-öø-ÿ][\w'’-]+){1,3}"
)
_MOST_LINES = 40
_LINES_BELOW = 4
_LONGEST_BELOW = 100
_FIRST_WORDS = 30  # a sentence is longer than "Cárnicas Tormenal, S.L."
_LONGEST_LINE = 4_000


def read_free_text(lines: Sequence[str]) -> dict[str, Any]:
    """The fields that a few free lines hold; without "full_name" if no name stands where a name is due.

    Whatever stands below the title of a section ("Actividad", "About") belongs to it.
    """
    top, below = _sections(lines)
    person = _read_top(top) if top else {}
    about = "\n".join(filter(None, (person.get("about"), *below[Section.ABOUT])))
    found = {
        **person,
        "about": about,
        "posts": read_posts(below[Section.POSTS]),
        "experience": read_jobs(below[Section.EXPERIENCE]),
        "education": read_studies(below[Section.EDUCATION]),
        "skills": read_skills(below[Section.SKILLS]),
    }
    return {name: value for name, value in found.items() if value}


def _sections(lines: Sequence[str]) -> tuple[list[str], dict[Section, list[str]]]:
    """The lines above the first title of a section, and those of each section. What LinkedIn says of other people is a
    section of its page alone.
    """
    top: list[str] = []
    below: dict[Section, list[str]] = {section: [] for section in Section}
    current = top
    for line in lines:
        section = section_of(line)
        if section in (None, Section.IGNORED):
            current.append(line)
        else:
            current = below[section]
    return top, below


def _read_top(lines: Sequence[str]) -> dict[str, Any]:
    shown = [line[:_LONGEST_LINE] for line in _signature(lines)[:_MOST_LINES]]
    fields = find_addresses("\n".join(shown))
    if sender := _MAIL_SENDER.fullmatch(shown[0]):
        return {"full_name": sender["name"].strip(), **fields}
    rest = [bare for line in shown if (bare := _LEAD_IN.sub("", _without_addresses(line), count=1))]
    for place, line in enumerate(rest):
        if person := _person_in_line(line):
            return {**_below(person, rest[place + 1 :]), **fields}
    return {**_told_of(rest), **fields}


def _told_of(lines: Sequence[str]) -> dict[str, Any]:
    """The person whom prose tells of: "Conocí a Pedro Gil en la feria". It is somebody else's note, and no word of
    theirs.
    """
    text = " ".join(lines)
    for found in _CAPITALISED.finditer(text):
        words = found[0].split()
        if len(words) > 1 and is_given_name(words[0]) and looks_like_a_name(found[0]):
            return {"full_name": found[0], "custom": {"Notas": text}}
    return {}


def _signature(lines: Sequence[str]) -> Sequence[str]:
    """What stands behind the last closing of a letter, or all lines if there is none."""
    closings = [place for place, line in enumerate(lines) if _CLOSING.fullmatch(without_accents(line))]
    return lines[closings[-1] + 1 :] if closings and closings[-1] + 1 < len(lines) else lines


def find_addresses(text: str) -> dict[str, str]:
    """The first LinkedIn address and the first e-mail address in the text, by field."""
    return dict(_addresses(text))


def _addresses(text: str) -> Iterator[tuple[str, str]]:
    if profile := _LINKEDIN.search(text):
        yield "linkedin_url", profile[0].rstrip(".,;")
    if email := _EMAIL.search(text):
        yield "email", email[0].rstrip(".")


def _without_addresses(line: str) -> str:
    for pattern in (_LINKEDIN, _EMAIL, _OTHER_LINK, _PHONE):
        line = pattern.sub(" ", line)
    return " ".join(line.split()).strip(" <>|·•,;-–—")


def _person_in_line(line: str) -> dict[str, str]:
    """The person of "Name", "Name, title en company (place)", "Name (title, company)" or "Name es title en company"."""
    sentence = _SENTENCE.split(line, maxsplit=1)
    if len(sentence) == 2 and looks_like_a_name(sentence[0]):
        job, _, more = sentence[1].partition(". ")
        return {"full_name": sentence[0], **_job_fields([job]), **({"about": more} if more else {})}
    brackets = _IN_BRACKETS.fullmatch(line)
    if brackets and names_a_job(brackets["job"]):
        line = f"{brackets['name']}, {brackets['job']}"
    name, *rest = _DELIMITER.split(line, maxsplit=1)
    if not looks_like_a_name(name):
        return {}
    return {"full_name": name, **(_job_fields([rest[0], *_DELIMITER.split(rest[0])]) if rest else {})}


def _job_fields(phrases: Sequence[str]) -> dict[str, str]:
    """The job that the whole phrase names, else the one that its parts are: title, company, place."""
    whole, *parts = phrases
    job = read_job(whole)
    if job.company is None and parts:
        first = read_job(parts[0])
        others = [part for part in parts[1:] if part and not is_topic(part)]
        if first.company is None and not others and not names_a_job(parts[0]) and is_capitalised(parts[0]):
            return {"company": trimmed(parts[0])}
        places = [part for part in others if names_a_place(part)]
        companies = [part for part in others if part not in places]
        company = first.company or (companies.pop(0) if companies else None)
        job = Job(first.title or parts[0], company, first.place or next(iter([*places, *companies]), None))
    fields = {"title": job.title or whole, "company": job.company, "location": job.place}
    return {name: bare for name, value in fields.items() if value and (bare := trimmed(value))}


def _below(person: dict[str, str], lines: Sequence[str]) -> dict[str, str]:
    """The person with title, company and place of the lines below the name, as signatures have them; prose below is
    what is said about the person.
    """
    known = dict(person)
    prose = [line for line in lines if _is_prose(line)]
    for line in [line for line in lines if line not in prose][:_LINES_BELOW]:
        if names_a_job(line):
            known = {**(_job_fields([line, *_split_job(line)]) if "title" not in known else {}), **known}
        elif "title" not in known and names_a_profession(line):
            known["title"] = line
        elif names_a_place(line):
            known.setdefault("location", line)
        elif is_capitalised(line):
            known.setdefault("location" if "company" in known else "company", line)
    return known | ({"about": "\n".join([*([known["about"]] if "about" in known else []), *prose])} if prose else {})


def _split_job(line: str) -> list[str]:
    """The parts of a job's line, but for the comma in front of a legal form: "Conservas Larrun, S.L."."""
    return [part for part in _DELIMITER.split(line) if part and not is_legal_form(part)]


def _is_prose(line: str) -> bool:
    """Whether the line is a sentence or more, and not a job in a company whose name ends with a full stop."""
    if len(line) > _LONGEST_BELOW:
        return True
    return line.endswith(".") and " " in line[_FIRST_WORDS:] and not ends_with_abbreviation(line)
