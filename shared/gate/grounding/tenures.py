"""How long somebody held their jobs, one by one and together, and how long since: what a career may be told by."""

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from shared.domain.prospect import Education
from shared.gate.grounding.jobs import Job
from shared.gate.grounding.spans_of_time import Day, Tenure, between, day_of

_MOST = 30
"""So many jobs are told one with another; a profile with more is a table."""


class _Held(NamedTuple):
    start: Day
    end: Day


def held(jobs: Sequence[Job], today: Day) -> Iterator[Tenure]:
    """How long jobs lasted: each, every row of them from its first day to its last, and all without the gaps."""
    posts = _posts(jobs, today)
    for first, post in enumerate(posts):
        end = post.end
        for other in posts[first:]:
            end = max(end, other.end, key=_order)
            yield between(post.start, end)
    spans = [between(*post) for post in posts]
    yield Tenure(sum(span.least for span in spans), sum(span.most for span in spans))


def at_one_place(jobs: Sequence[Job], today: Day) -> Iterator[Tenure]:
    """How long somebody was where they had these jobs: from the first day to the last, each stay, and all stays."""
    posts = _posts(jobs, today)
    stays: list[_Held] = []
    for post in posts:
        if stays and _order(post.start)[0] - _order(stays[-1].end)[0] <= 1:
            stays[-1] = _Held(stays[-1].start, max(stays[-1].end, post.end, key=_order))
        else:
            stays.append(post)
    spans = [between(*stay) for stay in stays]
    yield from spans
    if len(stays) > 1:
        yield between(stays[0].start, max((stay.end for stay in stays), key=_order))
        yield Tenure(sum(span.least for span in spans), sum(span.most for span in spans))


def since(jobs: Sequence[Job], today: Day, *, of_each: bool = True) -> Iterator[Tenure]:
    """How long ago jobs began and ended; if not `of_each`, the first began and the last ended."""
    posts = _posts(jobs, today)
    days = turning_points(jobs) if of_each else [post.start for post in posts[:1]] + [post.end for post in posts[-1:]]
    return (between(day, today) for day in days)


def turning_points(jobs: Sequence[Job]) -> list[Day]:
    """The days on which jobs began and ended."""
    texts = (text for job in jobs for text in (job.experience.start, job.experience.end))
    return list(dict.fromkeys(day for text in texts if (day := day_of(text))))


def graduations(studies: Sequence[Education]) -> list[Day]:
    """The days on which courses of study ended; those on which they began where no end is known."""
    return [day for study in studies if (day := day_of(study.end or study.start))]


def whole_career(jobs: Sequence[Job], studies: Sequence[Education], today: Day) -> tuple[Tenure, ...]:
    """Every length of time that lies between two of the days which a profile gives to jobs and studies, or today."""
    days = sorted({*turning_points(jobs), *graduations(studies), *_begun(studies), today}, key=_order)
    gaps = [between(one, other) for one, other in combinations(days[-2 * _MOST :], 2)]
    return tuple(dict.fromkeys((*held(jobs, today), *gaps)))


def _begun(studies: Sequence[Education]) -> list[Day]:
    return [day for study in studies if (day := day_of(study.start))]


def _posts(jobs: Sequence[Job], today: Day) -> list[_Held]:
    begun = [(day_of(job.experience.start), day_of(job.experience.end) or today) for job in jobs]
    return sorted((_Held(start, end) for start, end in begun if start), key=lambda post: _order(post.start))[:_MOST]


def _order(day: Day) -> tuple[int, int]:
    return day.year, day.month or 1
