"""Careers made by chance, and every way to tell the lengths of time in them: what the gate must pass, and what not.

Lengths are reckoned here from month to month and worded by how they round, without the gate's own arithmetic.
"""

import random
from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple

TODAY: Final = 2026 * 12 + 10
"""November 2026, in months since the year 0; January is 0."""

_COMPANIES = (
    "Hilaturas Cendrera",
    "Molinos Arbayún",
    "Texlisboa",
    "Cerrajera Untzue",
    "Larkmoor Foods",
    "Vinagres Ocaleda",
)
_TITLES = {
    "es": ("Directora de Compras", "Jefa de Laboratorio", "Analista de Calidad", "Responsable de Formación"),
    "en": ("Procurement Director", "Head of Laboratory", "Quality Analyst", "Training Manager"),
}
_ES = (
    "cero un dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete"
    " dieciocho diecinueve veinte veintiún veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete"
    " veintiocho veintinueve treinta"
).split()
_EN = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen twenty twenty-one twenty-two twenty-three twenty-four twenty-five twenty-six twenty-seven"
    " twenty-eight twenty-nine thirty"
).split()
_ROUND = {
    "es": {
        60: "un lustro",
        120: "una década",
        144: "una docena de años",
        240: "dos décadas",
        300: "un cuarto de siglo",
    },
    "en": {
        60: "half a decade",
        120: "a decade",
        144: "a dozen years",
        240: "two decades",
        300: "a quarter of a century",
    },
}


class Post(NamedTuple):
    """A job from month `start` to month `end`, both counted as in `TODAY`; `end` None is the present."""

    title: str
    company: str
    start: int
    end: int | None

    @property
    def months(self) -> int:
        """How long it has lasted."""
        return (TODAY if self.end is None else self.end) - self.start


class Career(NamedTuple):
    """The jobs of one person, oldest first, the last two at one company; `graduated` and `event` are years."""

    language: str
    posts: tuple[Post, ...]
    graduated: int
    event: int
    founded: int
    by_year: bool

    @property
    def profile(self) -> dict[str, Any]:
        """The prospect."""
        about = {
            "es": f"En {self.event} abrimos almacén en Setúbal. La empresa se fundó en {self.founded}.",
            "en": f"In {self.event} we opened a warehouse in Setúbal. The company was founded in {self.founded}.",
        }
        return {
            "full_name": "Elvira Montalbo",
            "title": self.posts[-1].title,
            "company": self.posts[-1].company,
            "about": about[self.language],
            "experience": [_entry(post, by_year=self.by_year) for post in reversed(self.posts)],
            "education": [{"school": "Instituto Onteniente", "degree": "Comercio", "end": str(self.graduated)}],
        }


def _entry(post: Post, *, by_year: bool) -> dict[str, str]:
    days = {"start": post.start} if post.end is None else {"start": post.start, "end": post.end}
    dates = {
        name: f"{month // 12}" if by_year else f"{month // 12}-{month % 12 + 1:02d}" for name, month in days.items()
    }
    return {"title": post.title, "company": post.company, **dates}


def careers(number: int) -> Iterator[Career]:
    """So many careers, the same in every run."""
    chance = random.Random(20261130)
    for index in range(number):
        language = ("es", "en")[index % 2]
        companies = chance.sample(_COMPANIES, 3)
        titles = chance.sample(_TITLES[language], 4)
        lengths = [chance.randint(15, 110) for _ in range(3)] + [chance.randint(14, 90)]
        gap = chance.choice((0, 0, 1, 9))
        start = TODAY - sum(lengths) - gap
        posts: list[Post] = []
        for place, (title, length) in enumerate(zip(titles, lengths, strict=True)):
            end = start + length
            posts.append(Post(title, companies[min(place, 2)], start, end if place < 3 else None))
            start = end + (gap if place == 0 else 0)
        graduated = posts[0].start // 12 - chance.randint(0, 1)
        event, founded = chance.randint(2019, 2025), chance.randint(1950, 1985)
        yield Career(language, tuple(posts), graduated, event, founded, by_year=index % 5 > 2)


def tellings(months: int, language: str) -> Iterator[str]:
    """The true ways to tell so many months, from one year to thirty."""
    years, rest = divmod(months, 12)
    n, more = (_ES if language == "es" else _EN)[years : years + 2]
    is_one = years == 1
    year = {"es": "año" if is_one else "años", "en": "year" if is_one else "years"}[language]
    nearest = more if rest > 6 else n
    unit = {"es": "años", "en": "years"}[language]
    wordings = {
        "es": [
            (not is_one and rest <= 6, f"{n} {year}"),
            (not is_one and rest <= 6, f"{years} {year}"),
            (rest >= 8, f"{more} {unit}"),
            (rest >= 6, f"casi {more} {unit}"),
            (rest >= 9, f"cerca de {more} {unit}"),
            (not is_one and rest > 0, f"más de {n} {year}"),
            (not is_one and 0 < rest < 11, f"{n} {year} largos"),
            (not is_one and 0 < rest < 11, f"{n} {year} y pico"),
            (not is_one and 4 <= rest <= 8, f"{n} {year} y medio"),
            (years > 2 and rest != 6, f"unos {nearest} {unit}"),
            (months < 40, f"{months} meses"),
            (is_one and 4 <= rest <= 8, "año y medio"),
            (not is_one and rest > 1, f"{n} años y {_ES[rest]} meses"),
            (not is_one and 0 < rest <= 3, f"algo más de {n} años"),
            (not is_one and rest > 5, f"bastante más de {n} años"),
            (rest >= 9, f"poco menos de {more} años"),
            (rest >= 6, f"camino de los {more} años"),
            (rest >= 10, f"a punto de los {more} años"),
        ],
        "en": [
            (not is_one and rest <= 6, f"{n} {year}"),
            (not is_one and rest <= 6, f"{years} {year}"),
            (rest >= 8, f"{more} {unit}"),
            (rest >= 6, f"almost {more} {unit}"),
            (rest >= 9, f"close to {more} {unit}"),
            (not is_one and rest > 0, f"more than {n} {year}"),
            (not is_one and 0 < rest < 11, f"{n} {year} and change"),
            (not is_one and 0 < rest < 11, f"{n}-odd {year}"),
            (not is_one and 4 <= rest <= 8, f"{n} and a half {unit}"),
            (years > 2 and rest != 6, f"about {nearest} {unit}"),
            (months < 40, f"{months} months"),
            (is_one and 4 <= rest <= 8, "a year and a half"),
            (not is_one and rest > 1, f"{n} years and {_EN[rest]} months"),
            (not is_one and 0 < rest <= 3, f"just over {n} years"),
            (not is_one and rest > 5, f"well over {n} years"),
            (rest >= 9, f"just under {more} years"),
            (rest >= 9, f"not quite {more} years"),
            (rest >= 6, f"coming up on {more} years"),
            (rest >= 6, f"going on {more} years"),
            (108 <= months <= 125, "the best part of a decade"),
        ],
    }
    yield from (wording for holds, wording in wordings[language] if holds)
    yield from (word for whole, word in _ROUND[language].items() if abs(months - whole) <= whole // 20)


_AT = {
    "es": (
        "Llevas {} en {}.", "{} en {} dan para mucho.", "Hace {} que trabajas en {}.", "Desde hace {} estás en {}.",
        "Tras {} en {}, ¿qué cambiarías?", "Ya son {} en {}.", "Cumples {} en {}.",
        "Con {} en {} a la espalda, poco te sorprende.", "Quien lleva {} en {} sabe lo que cuesta un cambio.",
        "En {1} llevas {0}.", "Tu recorrido de {} en {} se nota.", "{} después de entrar en {}, ¿qué cambiarías?",
    ),
    "en": (
        "You've been with {1} for {0}.", "{} at {} is a long run.", "After {} at {}, what would you change?",
        "It's been {} since you joined {}.", "{} into {}, what would you change?", "Your {} at {} show.",
        "Having been at {1} for {0}, you know.",
        "You joined {1} {0} ago.", "With {} at {} behind you, little surprises you.",
    ),
}  # fmt: skip
_WAS_AT = {
    "es": ("Pasaste {} en {}.", "Antes estuviste {} en {}.", "Tus {} en {} se notan.", "{} en {} te habrán curtido."),
    "en": (
        "You spent {} at {}.",
        "Before that, {} at {}.",
        "Your {} at {} show.",
        "{} at {} must have taught you a lot.",
    ),
}
_AS = {
    "es": ("Llevas {} como {}.", "{} de {} dan para mucho.", "Tras {} como {}, ¿qué cambiarías?", "Fueron {} como {}."),
    "en": ("You've spent {} as {}.", "{} as {} is a long run.", "After {} as {}, what would you change?"),
}
_EVENT = {
    "es": ("Hace {} que abristeis almacén en Setúbal.", "{} después de abrir el almacén de Setúbal, ¿se nota?"),
    "en": ("You opened the Setúbal warehouse {} ago.", "{} after opening the warehouse in Setúbal, does it show?"),
}
_AGE = {
    "es": ("Una empresa con {} de historia ha visto de todo.", "{} después de fundarse, la empresa sigue."),
    "en": ("A company with {} of history has seen it all.", "{} after it was founded, the company is still here."),
}
_CAREER = {
    "es": ("Llevas {} de carrera.", "{} de oficio se notan.", "Con {} de experiencia, poco te sorprende."),
    "en": ("{} of experience show.", "You've been at this for {}.", "With {} in the trade, little surprises you."),
}
_BETWEEN = {
    "es": ("Tardaste {} en pasar de {} a {}.", "De {1} a {2} pasaron {0}."),
    "en": ("It took you {} to go from {} to {}.", "{} from {} to {}: not bad."),
}
_BOTH = {"es": ("Entre {1} y {2} suman {0}.",), "en": ("Between {1} and {2} that makes {0}.",)}
_GRADUATED = {
    "es": ("{} después de graduarte, ¿volverías a estudiar?", "Te graduaste hace {}."),
    "en": ("{} after graduating, would you study again?", "You graduated {} ago."),
}
_LISTED = {"es": "{} en {}, {} en {}.", "en": "{} at {}, {} at {}."}
_NTH = {
    "es": (
        "Estás en tu {} año en {}.",
        "primer segundo tercer cuarto quinto sexto séptimo octavo noveno décimo".split(),
    ),
    "en": ("You're in your {} year at {}.", "first second third fourth fifth sixth seventh eighth ninth tenth".split()),
}


def true_sentences(career: Career) -> Iterator[str]:
    """What is true of a career, told in every way."""
    posts = [_in_whole_years(post) if career.by_year else post for post in career.posts]
    first, second, third, last = posts
    yield from _told(_AT, TODAY - third.start, career, last.company)
    for post in (first, second):
        yield from _told(_WAS_AT, post.months, career, post.company)
    for post in posts:
        yield from _told(_AS, post.months, career, post.title.lower())
    yield from _told(_CAREER, TODAY - first.start, career)
    yield from _told(_BETWEEN, last.start - first.start, career, first.title.lower(), last.title.lower())
    if first.end == second.start:
        yield from _told(_BOTH, second.months + first.months, career, first.company, second.company)
    yield from _told(_EVENT, TODAY - career.event * 12 - 5, career)
    yield from _told(_GRADUATED, TODAY - career.graduated * 12 - 5, career)
    yield from _told(_AGE, TODAY - career.founded * 12 - 5, career)
    yield from _elided(career)
    sentence, ordinals = _NTH[career.language]
    if TODAY - third.start < 12 * len(ordinals):
        yield sentence.format(ordinals[(TODAY - third.start) // 12], last.company)


def _in_whole_years(post: Post) -> Post:
    """A post as its mere years tell it."""
    return post._replace(start=_year_of(post.start), end=None if post.end is None else _year_of(post.end))


def _year_of(month: int) -> int:
    return month // 12 * 12 + TODAY % 12


def _elided(career: Career) -> Iterator[str]:
    """A list whose second length leaves out its unit."""
    first, second = career.posts[:2]
    years = [round(post.months / 12) for post in (first, second)]
    if min(years) > 1 and all(abs(post.months - 12 * n) < 6 for post, n in zip((first, second), years, strict=True)):
        words = {"es": _ES, "en": _EN}[career.language]
        told = words[years[0]] + {"es": " años", "en": " years"}[career.language]
        yield _LISTED[career.language].format(told.capitalize(), first.company, words[years[1]], second.company)


def _by_year(months: int, language: str) -> Iterator[str]:
    """The ways to tell so many months between mere years."""
    words, unit = (_ES, "años") if language == "es" else (_EN, "years")
    about = "unos" if language == "es" else "about"
    if months >= 24:
        yield from (f"{words[months // 12]} {unit}", f"{months // 12} {unit}", f"{about} {words[months // 12]} {unit}")


def _told(frames: Mapping[str, tuple[str, ...]], months: int, career: Career, *names: str) -> Iterator[str]:
    language = career.language
    if 12 <= months < 12 * 30:
        for telling in (_by_year if career.by_year else tellings)(months, language):
            for frame in frames[language]:
                sentence = frame.format(telling, *names)
                yield sentence[0].upper() + sentence[1:]


def false_sentences(career: Career) -> Iterator[str]:
    """What is false of a career: two years and a third off, or as long as another job of theirs."""
    language, posts = career.language, career.posts
    for post in posts[:2]:
        yield from _wrong(_WAS_AT, post.months, career, post.company)
    for post in posts:
        yield from _wrong(_AS, post.months, career, post.title.lower())
    yield from _wrong(_AT, TODAY - posts[2].start, career, posts[-1].company)
    for months in _off(TODAY - career.event * 12 - 5):
        for frame in _EVENT[language]:
            sentence = frame.format(_plainly(months, language), "")
            yield sentence[0].upper() + sentence[1:]


def _wrong(frames: Mapping[str, tuple[str, ...]], months: int, career: Career, name: str) -> Iterator[str]:
    others = (post.months for post in career.posts)
    for wrong in {*_off(months), *(other for other in others if _is_far(other, months))}:
        for frame in frames[career.language]:
            sentence = frame.format(_plainly(wrong, career.language), name)
            yield sentence[0].upper() + sentence[1:]


def _off(months: int) -> set[int]:
    return {wrong for wrong in (months - 48, months - 30, months + 30, months + 72) if _is_far(wrong, months)}


def _is_far(wrong: int, months: int) -> bool:
    """Whether a length is two years off at least, and a third, so that no rounding has it so."""
    return wrong >= 18 and abs(round(wrong / 12) * 12 - months) > max(24, months / 3)


def _plainly(months: int, language: str) -> str:
    years = round(months / 12)
    return f"{_ES[years]} años" if language == "es" else f"{_EN[years]} years"
