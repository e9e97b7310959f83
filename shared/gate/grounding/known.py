"""All that a message about one person may say, in the forms that grounding looks it up in; worked out once a person.

Everything here is lazy: a text whose words the facts already hold asks for little of it.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cached_property
from itertools import islice

from shared.domain.message import Fact
from shared.domain.prospect import Experience
from shared.gate.companies import LINKS, distinctive
from shared.gate.evidence import Evidence, is_name_field, is_ours
from shared.gate.grounding.events import Event, events_of
from shared.gate.grounding.jobs import Job
from shared.gate.grounding.keys import Keys, keys_of_all
from shared.gate.grounding.places import names_around, places_named_in
from shared.gate.grounding.spans_of_time import Day, Tenure
from shared.gate.grounding.stated import Stated
from shared.gate.grounding.tenures import whole_career
from shared.gate.names import short_forms_of, spellings_of

_SCHOOL_WORDS = frozenset("universidad university universitat universidade escuela school instituto institute".split())
_MOST_PROSE = 1_000
_GIVEN = 2  # so many words of a full name may be given names
_PROSE = ("about", "posts", "description", "custom", "headline")


class Known:
    """What may be said, by kind. `theirs` and `ours` are the facts about the person and about ourselves; `writings`
    remembers what was found out of names that are written otherwise, `sides` which of two opposites a fact has.
    """

    def __init__(self, evidence: Evidence, as_of: date) -> None:
        """Take the facts; `as_of` is the day that durations count to."""
        self.evidence = evidence
        self.today = Day(as_of.year, as_of.month)
        self.theirs = tuple(evidence.about_them)
        self.ours = tuple(evidence.about_us)
        self._keys_of_facts: dict[str, Keys] = {}
        self.writings: dict[tuple[str, ...], bool] = {}
        self.sides: dict[str, frozenset[tuple[int, bool]]] = {}

    @cached_property
    def facts_of_word(self) -> dict[str, list[Fact]]:
        """The facts that hold each folded word; the words in the order in which the facts say them."""
        found: dict[str, list[Fact]] = defaultdict(list)
        for fact in self.evidence.facts:
            for word in dict.fromkeys(self.evidence.tokens[fact.id]):
                found[word].append(fact)
        return found

    @cached_property
    def theirs_by_id(self) -> dict[str, Fact]:
        """The facts about the person by their ids."""
        return {fact.id: fact for fact in self.theirs}

    @cached_property
    def spellings(self) -> frozenset[str]:
        """The words of all facts in the one spelling in which ü and ue are equal."""
        return spellings_of(self.facts_of_word)

    @cached_property
    def their_words(self) -> frozenset[str]:
        """All folded words of the facts about the person."""
        return self._words(self.theirs)

    @cached_property
    def our_words(self) -> frozenset[str]:
        """All folded words of what we may say of ourselves."""
        return self._words(self.ours)

    @cached_property
    def their_names(self) -> frozenset[str]:
        """The words that mean the person or the company that they work for."""
        return (self.evidence.names.all_forms | self.present_companies) - LINKS

    @cached_property
    def our_names(self) -> frozenset[str]:
        """The distinctive words of our company."""
        sender = next((fact for fact in self.ours if fact.field == "sender.company"), None)
        return distinctive(sender.text) if sender else frozenset()

    @cached_property
    def sender_forms(self) -> frozenset[str]:
        """What the sender is called for short: "Nico" signs for Nicolás."""
        name = next((fact for fact in self.ours if fact.field == "sender.name"), None)
        return short_forms_of(self.evidence.tokens[name.id][:_GIVEN]) if name else frozenset()

    @cached_property
    def their_keys(self) -> Keys:
        """What the words of their facts mean."""
        return keys_of_all(self.their_words)

    @cached_property
    def our_keys(self) -> Keys:
        """What the words about us mean."""
        return keys_of_all(self.our_words)

    @cached_property
    def prose(self) -> tuple[Fact, ...]:
        """What they wrote, or what is told of them in sentences: more of these than profiles have are not looked at."""
        prose = (fact for fact in self.theirs if _field(fact) in _PROSE or fact.field.startswith("custom."))
        return tuple(islice(prose, _MOST_PROSE))

    @cached_property
    def keys_of_prose(self) -> Keys:
        """What the words of their prose mean."""
        return frozenset().union(*map(self.keys_of_fact, self.prose))

    @cached_property
    def _prose_of_key(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = defaultdict(list)
        for number, fact in enumerate(self.prose):
            for key in self.keys_of_fact(fact):
                found[key].append(number)
        return found

    def telling(self, words: Sequence[Keys]) -> dict[int, list[int]]:
        """For each fact of `prose`, by its number, which of `words` it has, by their places among them; each word is
        given by what it means.
        """
        found: dict[int, list[int]] = defaultdict(list)
        for place, keys in enumerate(words):
            for number in {number for key in keys for number in self._prose_of_key.get(key, ())}:
                found[number].append(place)
        return found

    @cached_property
    def posts(self) -> tuple[Fact, ...]:
        """What they published."""
        return tuple(fact for fact in self.theirs if fact.field.startswith("posts["))

    @cached_property
    def short_names(self) -> tuple[tuple[Fact, tuple[str, ...]], ...]:
        """The facts that are a name and nothing else: companies, schools, degrees, skills, our sender."""
        return tuple(
            (fact, self.evidence.tokens[fact.id])
            for fact in self.evidence.facts
            if is_name_field(fact.field) or fact.field.startswith(("custom.", "sender.", "location"))
        )

    @cached_property
    def all_plain(self) -> str:
        """All facts as folded words with one space around each, one fact a line."""
        return "\n".join(self.evidence.plain.values())

    @cached_property
    def their_plain(self) -> str:
        """The facts about the person, likewise."""
        return "\n".join(self.evidence.plain[fact.id] for fact in self.theirs)

    @cached_property
    def places_in_prose(self) -> tuple[str, ...]:
        """The towns, regions and countries that other facts than locations name."""
        return tuple(dict.fromkeys(name for fact in self.evidence.facts for name in places_named_in(fact.text)))

    @cached_property
    def true_places(self) -> frozenset[str]:
        """The folded names that are true of any place in the facts."""
        stated = [fact.text for fact in self.evidence.facts if _field(fact) == "location"]
        return frozenset().union(*map(names_around, (*stated, *self.places_in_prose)))

    def keys_of_fact(self, fact: Fact) -> Keys:
        """What the words of one fact mean."""
        if fact.id not in self._keys_of_facts:
            self._keys_of_facts[fact.id] = keys_of_all(self.evidence.tokens[fact.id])
        return self._keys_of_facts[fact.id]

    @cached_property
    def places_of_now(self) -> tuple[str, ...]:
        """Where the person is, and where their present jobs are."""
        places = [self.evidence.prospect.location, *(job.experience.location for job in self.jobs if job.present)]
        return tuple(dict.fromkeys(place for place in places if place))

    @cached_property
    def words_of_towns(self) -> frozenset[str]:
        """The words, in lower case, of the towns where their jobs are or were."""
        return frozenset(word for job in self.jobs for word in job.town.lower().split())

    @cached_property
    def towns_of_ours(self) -> tuple[str, ...]:
        """The folded towns that what we may say of ourselves names; the sender's title ("Ventas") names none."""
        told = (fact for fact in self.ours if not fact.field.startswith("sender."))
        return tuple(dict.fromkeys(name for fact in told for name in places_named_in(fact.text)))

    @cached_property
    def schools(self) -> tuple[Fact, ...]:
        """Where they studied, unless they also worked there."""
        companies = frozenset().union(*(job.company for job in self.jobs), self.present_companies)
        return tuple(
            fact
            for fact in self.theirs
            if _field(fact) == "school" and not self.distinctive_of_school(fact) <= companies
        )

    def distinctive_of_school(self, fact: Fact) -> frozenset[str]:
        """The words that tell a school from others."""
        return frozenset(self.evidence.tokens[fact.id]) - LINKS - _SCHOOL_WORDS

    @cached_property
    def degrees(self) -> tuple[Fact, ...]:
        """What they studied."""
        return tuple(fact for fact in self.theirs if _field(fact) == "degree")

    @cached_property
    def titled(self) -> tuple[Fact, ...]:
        """The facts that state a title, the present one first."""
        return tuple(fact for fact in self.theirs if _field(fact) in ("title", "headline"))

    @cached_property
    def figures(self) -> Stated:
        """Every figure that a fact states."""
        return Stated(pair for pairs in self.evidence.figures.values() for pair in pairs)

    @cached_property
    def their_figures(self) -> Stated:
        """The figures that the facts about the person state."""
        return Stated(pair for pair in self.figures if not is_ours(pair[1]))

    @cached_property
    def our_figures(self) -> Stated:
        """The figures that we may state of ourselves."""
        return Stated(pair for pair in self.figures if is_ours(pair[1]))

    @cached_property
    def figures_of_former_jobs(self) -> frozenset[str]:
        """The ids of the facts with figures that tell of posts at companies that they have left."""
        told = (fact.id for job in self.former_jobs for fact in job.facts if _field(fact) == "description")
        return frozenset(told).intersection(self.their_figures.by_fact)

    @cached_property
    def jobs(self) -> tuple[Job, ...]:
        """Their posts, newest first as the profile has them."""
        present = self._present_company
        return tuple(self._job(i, job, present) for i, job in enumerate(self.evidence.prospect.experience))

    @cached_property
    def _present_company(self) -> frozenset[str]:
        return distinctive(self.evidence.prospect.company or "")

    def _job(self, index: int, job: Experience, present: frozenset[str]) -> Job:
        company = distinctive(job.company or "")
        held = job.end is None and (job.start is not None or not present or company == present)
        facts = tuple(self._facts_of_part[f"experience[{index}]"])
        return Job(index, job, facts, held or (bool(company) and company == present), company)

    @cached_property
    def _facts_of_part(self) -> dict[str, list[Fact]]:
        found: dict[str, list[Fact]] = defaultdict(list)
        for fact in self.theirs:
            found[fact.field.partition(".")[0]].append(fact)
        return found

    @cached_property
    def career(self) -> tuple[Tenure, ...]:
        """Every length of time between two days of jobs and studies."""
        return whole_career(self.jobs, self.evidence.prospect.education, self.today)

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """What else their facts date."""
        return events_of(self.their_figures, self.today)

    @cached_property
    def present_companies(self) -> frozenset[str]:
        """The distinctive words of the companies that they work for now."""
        return self._present_company.union(*(job.company for job in self.jobs if job.present))

    @cached_property
    def employers(self) -> tuple[frozenset[str], ...]:
        """The distinctive words of each employer, former and present."""
        companies = (*(job.company for job in self.jobs), self.present_companies)
        return tuple(company for company in dict.fromkeys(companies) if company)

    @cached_property
    def words_of_employers(self) -> frozenset[str]:
        """The distinctive words of all employers."""
        return frozenset().union(*self.employers)

    @cached_property
    def former_jobs(self) -> tuple[Job, ...]:
        """The posts at companies that they have left."""
        return tuple(job for job in self.jobs if not job.present and job.company and not self._still_there(job))

    def _still_there(self, job: Job) -> bool:
        return any(other.present and other.company == job.company for other in self.jobs) or (
            job.company == self._present_company
        )

    def _words(self, facts: Iterable[Fact]) -> frozenset[str]:
        return frozenset().union(*(self.evidence.tokens[fact.id] for fact in facts))


def _field(fact: Fact) -> str:
    return fact.field.rpartition(".")[2].partition("[")[0]
