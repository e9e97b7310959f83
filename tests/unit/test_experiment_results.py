"""What an experiment says of its variants: against figures got in another way, and against chance itself."""

from collections import Counter
from datetime import UTC, date, datetime, timedelta
from math import comb
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.evidence import Block, evidence_by_day, evidence_for, least_evidence
from shared.domain.experiment import Experiment, ExperimentMove, ExperimentState, Variant, refusal
from shared.domain.experiment_results import Verdict, results_of
from shared.domain.language import Format, Language
from shared.domain.posterior import Trials, beliefs

TODAY = date(2026, 11, 22)


def experiment(*weights: int, minimum_sample: int = 30, id_: str = "x") -> Experiment:
    return Experiment(
        id=id_,
        name="Preguntar antes",
        role="operations",
        format=Format.EMAIL,
        language=Language.ES,
        variants=tuple(
            Variant(name=name, prompt_id=f"p{name}", prompt_version=place, weight=weight)
            for place, (name, weight) in enumerate(zip("ABCDE", weights, strict=False))
        ),
        minimum_sample=minimum_sample,
        author="owner",
        created_at=datetime(2026, 9, 1, tzinfo=UTC),
    )


def day(sent: int, positive: int, bounced: int = 0) -> Counter[str]:
    return Counter({"generated": sent, "sent": sent, "positive": positive, "bounced": bounced})


def test_two_variants_are_believed_as_the_closed_formula_says() -> None:
    """The sum is exact for whole numbers (E. Miller, "Formulas for Bayesian A/B Testing", 2013)."""
    one, other = Trials(120, 9), Trials(110, 17)
    a, b = 1 + one.succeeded, 1 + one.tried - one.succeeded
    c, d = 1 + other.succeeded, 1 + other.tried - other.succeeded
    exact = sum(_beta(a + i, b + d) / ((d + i) * _beta(1 + i, d) * _beta(a, b)) for i in range(c))
    assert beliefs([one, other])[1].probability_best == pytest.approx(exact, abs=1e-4)


def _beta(a: int, b: int) -> float:
    return 1 / (a * comb(a + b - 1, a))


@pytest.mark.parametrize(
    "trials",
    [
        [Trials(0, 0), Trials(0, 0)],
        [Trials(40, 0), Trials(40, 1), Trials(40, 6)],
        [Trials(3000, 240), Trials(35, 5)],
        [Trials(20_000, 1_000), Trials(20_000, 1_060), Trials(50, 50)],
    ],
)
def test_beliefs_agree_with_draws_from_the_posterior(trials: list[Trials]) -> None:
    chance, draws = Random(7), 20_000
    wins, losses = Counter[int](), Counter[int]()
    for _ in range(draws):
        rates = [chance.betavariate(1 + one.succeeded, 1 + one.tried - one.succeeded) for one in trials]
        best = max(rates)
        wins[rates.index(best)] += 1
        losses.update({place: best - rate for place, rate in enumerate(rates)})
    for place, belief in enumerate(beliefs(trials)):
        assert belief.probability_best == pytest.approx(wins[place] / draws, abs=0.015)
        assert belief.expected_loss == pytest.approx(losses[place] / draws, abs=0.005)


@given(
    st.lists(st.integers(0, 400).flatmap(lambda n: st.tuples(st.just(n), st.integers(0, n))), min_size=2, max_size=5)
)
def test_the_probabilities_to_be_best_are_one_together(pairs: list[tuple[int, int]]) -> None:
    found = beliefs([Trials(*pair) for pair in pairs])
    assert sum(belief.probability_best for belief in found) == pytest.approx(1)
    assert all(0 <= belief.expected_loss <= 1 for belief in found)


@pytest.mark.parametrize("rate", [0.02, 0.1, 0.5])
@pytest.mark.parametrize("sizes", [(10, 10), (14, 11), (10, 25)])
def test_one_day_of_equal_rates_brings_no_evidence_on_average(rate: float, sizes: tuple[int, int]) -> None:
    """The property that daily reading rests on, over every way in which the day may go and whatever came before."""
    before = [Block(Trials(10, 3), Trials(12, 1)), Block(Trials(25, 0), Trials(16, 2))]
    expected = sum(
        _chance(sizes[0], y, rate)
        * _chance(sizes[1], z, rate)
        * evidence_for([*before, Block(Trials(sizes[0], y), Trials(sizes[1], z))])
        for y in range(sizes[0] + 1)
        for z in range(sizes[1] + 1)
    )
    assert expected <= evidence_for(before) + 1e-12


def _chance(tried: int, succeeded: int, rate: float) -> float:
    return comb(tried, succeeded) * rate**succeeded * (1 - rate) ** (tried - succeeded)


def test_days_are_gathered_until_both_rates_have_ten_trials() -> None:
    days = [Block(Trials(4, 1), Trials(3, 0))] * 4
    assert list(evidence_by_day(days))[:4] == [1, 1, 1, 1]
    assert list(evidence_by_day(days))[4] == evidence_for([Block(Trials(16, 4), Trials(12, 0))]) > 1


def test_evidence_grows_for_the_better_and_shrinks_for_the_worse() -> None:
    days = [[Trials(10, 2), Trials(10, 1), Trials(10, 0)]] * 40
    assert least_evidence(days, 0) > 60
    assert least_evidence(days, 2) < 1
    assert least_evidence([], 0) == 1.0


def test_what_was_sent_less_than_14_days_ago_waits_and_bounces_are_no_trials() -> None:
    old, edge, young = TODAY - timedelta(days=40), TODAY - timedelta(days=14), TODAY - timedelta(days=13)
    days = {"A": {old: day(50, 5, bounced=2), edge: day(10, 1), young: day(7, 3, bounced=1)}}
    result = results_of(experiment(1, 1), days, TODAY)
    shown = result.variants[0]
    assert (shown.generated, shown.sent, shown.delivered, shown.positive, shown.waiting) == (67, 67, 58, 6, 6)
    assert (shown.rate.numerator, shown.rate.denominator) == (6, 58)


def test_nothing_is_declared_before_each_variant_has_the_minimum_sample() -> None:
    long_ago = [TODAY - timedelta(days=20 + number) for number in range(30)]
    clear = {"A": {one: day(20, 1) for one in long_ago}, "B": {one: day(20, 6) for one in long_ago}}
    early = results_of(experiment(1, 1, minimum_sample=601), clear, TODAY)
    assert (early.verdict, early.winner, early.minimum_sample_reached) == (Verdict.COLLECTING, None, False)
    enough = results_of(experiment(1, 1, minimum_sample=600), clear, TODAY)
    assert (enough.verdict, enough.winner) == (Verdict.WINNER, "B")
    assert enough.variants[1].evidence > enough.evidence_needed == 40
    equal = {"A": clear["A"], "B": clear["A"]}
    assert results_of(experiment(1, 1), equal, TODAY).verdict is Verdict.UNDECIDED


def test_an_experiment_without_a_message_believes_nothing() -> None:
    result = results_of(experiment(1, 1, 1), {}, TODAY)
    assert [one.probability_best for one in result.variants] == [0.3333, 0.3333, 0.3333]
    assert result.variants[0].rate.value is None


def test_a_person_has_the_same_variant_however_often_it_is_asked_and_weights_divide_the_people() -> None:
    one = experiment(3, 1)
    given_to = Counter(one.assigned(f"person {number}").name for number in range(4_000))
    assert given_to["A"] / 4_000 == pytest.approx(0.75, abs=0.03)
    assert one.assigned("person 1") == one.assigned("person 1")


def test_the_groups_of_two_experiments_are_independent() -> None:
    one, other = experiment(1, 1, id_="one"), experiment(1, 1, id_="other")
    people = [f"person {number}" for number in range(4_000)]
    both = sum(one.assigned(person).name == other.assigned(person).name for person in people)
    assert both / 4_000 == pytest.approx(0.5, abs=0.04)


def test_every_state_says_what_is_allowed() -> None:
    allowed = {state: {move for move in ExperimentMove if refusal(state, move) is None} for state in ExperimentState}
    assert allowed == {
        ExperimentState.DRAFT: {ExperimentMove.START, ExperimentMove.DELETE},
        ExperimentState.RUNNING: {ExperimentMove.STOP, ExperimentMove.DECIDE},
        ExperimentState.STOPPED: {ExperimentMove.DECIDE},
        ExperimentState.DECIDED: set(),
    }
