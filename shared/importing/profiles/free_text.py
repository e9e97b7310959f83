"""A person in a few words: one line, a sentence, or the signature of an e-mail."""

import re
from collections.abc import Iterator, Sequence

from shared.domain.lazy_pattern import lazy_pattern
from shared.domain.text import without_accents
from shared.importing.profiles.job_phrase import Job, names_a_job, read_job, trimmed
from shared.importing.profiles.line_kinds import is_capitalised, looks_like_a_name
from shared.importing.profiles.sections import section_of

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
_DELIMITER = lazy_pattern(r"\s*[,|•·;]\s*|\s+[-–—]\s+|\t+")
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
_MOST_LINES = 40
_LINES_BELOW = 4
_LONGEST_BELOW = 100
_FIRST_WORDS = 30  # a sentence is longer than "Cárnicas Tormenal, S.L."
_LONGEST_LINE = 4_000


def read_free_text(lines: Sequence[str]) -> dict[str, str]:
    """The fields that a few free lines hold; without "full_name" if no name stands where a name is due."""
    shown = [line[:_LONGEST_LINE] for line in _signature(lines)[:_MOST_LINES]]
    fields = find_addresses("\n".join(shown))
    if sender := _MAIL_SENDER.fullmatch(shown[0]):
        return {"full_name": sender["name"].strip(), **fields}
    rest = [bare for line in shown if (bare := _LEAD_IN.sub("", _without_addresses(line), count=1))]
    for place, line in enumerate(rest):
        if person := _person_in_line(line):
            return {**_below(person, rest[place + 1 :]), **fields}
    return fields


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
        others = [part for part in parts[1:] if part]
        if first.company is None and not others and not names_a_job(parts[0]) and is_capitalised(parts[0]):
            return {"company": trimmed(parts[0])}
        company = first.company or (others.pop(0) if others else None)
        job = Job(first.title or parts[0], company, first.place or (others[0] if others else None))
    fields = {"title": job.title or whole, "company": job.company, "location": job.place}
    return {name: bare for name, value in fields.items() if value and (bare := trimmed(value))}


def _below(person: dict[str, str], lines: Sequence[str]) -> dict[str, str]:
    """The person with title, company and place of the lines below the name, as signatures have them; prose below is
    what is said about the person.
    """
    known = dict(person)
    prose = [
        line for line in lines if len(line) > _LONGEST_BELOW or (line.endswith(".") and " " in line[_FIRST_WORDS:])
    ]
    for line in [line for line in lines if line not in prose and not section_of(line)][:_LINES_BELOW]:
        job = read_job(line)
        if "title" not in known and names_a_job(line):
            known |= {"title": job.title or line} | ({"company": job.company} if job.company else {})
        elif is_capitalised(line):
            known.setdefault("location" if "company" in known else "company", line)
    return known | ({"about": "\n".join([*([known["about"]] if "about" in known else []), *prose])} if prose else {})
