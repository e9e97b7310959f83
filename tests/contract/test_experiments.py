"""Experiments on every store: who gets which version, one at a time in a place, and deciding in one step."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from shared.domain.errors import ConflictError, InvalidInputError, NotFoundError, OutreachError
from shared.domain.experiment import Experiment, ExperimentFilter, ExperimentState
from shared.domain.generation import GenerationRequest
from shared.domain.ids import derived_id
from shared.domain.message import Message
from shared.ports import Documents
from shared.repositories.store import DECLARED_INDEXES
from shared.services.approve_message import ApprovalRequest
from shared.services.change_experiment import Choice
from shared.services.create_experiment import NewExperiment
from shared.services.create_prompt import NewPrompt
from shared.services.record_outcome import NewOutcome
from shared.services.save_template import TemplateContent
from tests.builders import Product, product, prospect

THREADS = 8


@pytest.fixture
def made(open_documents: Callable[..., Documents]) -> Product:
    return product(store=open_documents(*DECLARED_INDEXES))


def asked(number: int = 0, **fields: object) -> GenerationRequest:
    person = prospect(linkedin_url=f"linkedin.com/in/person-{number}").model_dump()
    known = {"prospect": person, "format": "linkedin_note", "language": "es"}
    return GenerationRequest.model_validate(known | fields)


def versions(made: Product, number: int = 2) -> list[str]:
    """Prompt versions of one place, the active one first."""
    active = made.services.generate_message.dry_run(made.principal, asked()).prompt.id
    new = NewPrompt.model_validate(
        {"role": "operations", "format": "linkedin_note", "language": "es", "text": "Escribe a {{ role_name }}."}
    )
    ids = [derived_id("version", str(place)) for place in range(1, number)]
    return [active, *(made.services.create_prompt(made.principal, new, id_).id for id_ in ids)]


def draft(made: Product, prompts: list[str], name: str = "one") -> Experiment:
    body = {"name": "Preguntar antes", "variants": [{"prompt_id": id_} for id_ in prompts], "minimum_sample": 30}
    return made.services.create_experiment(made.principal, NewExperiment.model_validate(body), derived_id(name))


def running(made: Product) -> Experiment:
    return made.services.change_experiment.start(made.principal, draft(made, versions(made)).id)


def generate(made: Product, number: int, **fields: object) -> Message:
    id_ = derived_id("message", str(number), str(sorted(fields)))
    return made.services.generate_message(made.principal, asked(number, **fields), id_)


def active(made: Product) -> str:
    template = TemplateContent.model_validate(
        {"name": "x", "format": "linkedin_note", "language": "es", "body": "Hola, {{ first_name }}: ¿qué tal?"}
    )
    made.services.save_template.create(made.principal, template, derived_id("template"))
    plain = asked(template_id=derived_id("template"))
    return made.services.generate_message.dry_run(made.principal, plain).prompt.id


def test_a_draft_changes_nothing_until_it_is_started(made: Product) -> None:
    experiment = draft(made, versions(made))
    assert generate(made, 1).experiment_id is None
    made.services.change_experiment.start(made.principal, experiment.id)
    message = generate(made, 2)
    variant = experiment.variant(message.prompt.variant)
    assert (message.experiment_id, variant and variant.prompt_id) == (experiment.id, message.prompt.id)


def test_people_are_divided_and_each_stays_with_the_variant_that_they_had(made: Product) -> None:
    experiment = running(made)
    first = {number: generate(made, number) for number in range(12)}
    assert {message.prompt.variant for message in first.values()} == {"A", "B"}
    for number, message in first.items():
        # Known again by the id alone, by an e-mail that became known later, or as they were: the variant stays.
        named = made.services.generate_message.dry_run(
            made.principal,
            GenerationRequest.model_validate(
                {"prospect_id": message.prospect.id, "format": "linkedin_note", "language": "es"}
            ),
        )
        assert named.variant == message.prompt.variant
        again = generate(made, number, register="tu")
        assert again.prompt == message.prompt
        assert again.experiment_id == experiment.id


def test_an_address_that_becomes_known_later_moves_nobody(made: Product) -> None:
    running(made)
    for number in range(8):
        by_mail = prospect(email=f"p{number}@example.com").model_dump()
        first = generate(made, number, prospect=by_mail)
        with_both = prospect(email=f"p{number}@example.com", linkedin_url=f"linkedin.com/in/p-{number}").model_dump()
        id_ = derived_id("again", str(number))
        again = made.services.generate_message(made.principal, asked(prospect=with_both), id_)
        assert again.prospect.id == first.prospect.id
        assert again.prompt == first.prompt


def test_other_formats_and_templates_take_no_part(made: Product) -> None:
    running(made)
    assert generate(made, 1, format="linkedin_message").experiment_id is None
    active(made)
    assert generate(made, 1, template_id=derived_id("template")).experiment_id is None


def test_of_many_who_start_at_once_one_experiment_runs(made: Product) -> None:
    prompts = versions(made)
    ids = [draft(made, prompts, str(number)).id for number in range(THREADS)]

    def start(id_: str) -> bool:
        try:
            made.services.change_experiment.start(made.principal, id_)
        except ConflictError:
            return False
        return True

    with ThreadPoolExecutor(THREADS) as pool:
        assert sum(pool.map(start, ids)) == 1
    states = made.services.read_experiments(made.principal, ExperimentFilter(state=ExperimentState.RUNNING), None, 50)
    assert len(states.items) == 1


def test_deciding_activates_the_version_and_ends_the_experiment_in_one_step(made: Product) -> None:
    prompts = versions(made)
    experiment = made.services.change_experiment.start(made.principal, draft(made, prompts).id)
    with pytest.raises(ConflictError):
        made.services.activate_prompt(made.principal, prompts[1])
    with pytest.raises(InvalidInputError) as unreasoned:
        made.services.change_experiment.decide(made.principal, experiment.id, Choice(variant="B"))
    assert unreasoned.value.errors[0].pointer == "/reason"
    with pytest.raises(InvalidInputError) as unknown:
        made.services.change_experiment.decide(made.principal, experiment.id, Choice(variant="C", reason="x"))
    assert unknown.value.errors[0].pointer == "/variant"
    choice = Choice(variant="B", reason="Suena mejor.")
    decided = made.services.change_experiment.decide(made.principal, experiment.id, choice)
    assert decided.state is ExperimentState.DECIDED
    assert decided.decision is not None
    assert (decided.decision.variant, decided.decision.reason, decided.decision.by) == ("B", "Suena mejor.", "owner")
    assert active(made) == prompts[1]
    assert generate(made, 5).experiment_id is None
    assert made.services.activate_prompt(made.principal, prompts[0]).id == prompts[0]


def test_a_stopped_experiment_counts_on_and_can_be_decided_unless_another_runs(made: Product) -> None:
    prompts = versions(made, 3)
    experiment = made.services.change_experiment.start(made.principal, draft(made, prompts[:2]).id)
    message = generate(made, 1)
    made.services.change_experiment.stop(made.principal, experiment.id)
    assert generate(made, 2).experiment_id is None
    send_and_answer(made, message)
    made.clock.advance(14 * 86_400)
    results = made.services.read_experiments.results(made.principal, stored(made, experiment))
    assert results is not None
    assert [(one.delivered, one.positive) for one in results.variants if one.name == message.prompt.variant] == [(1, 1)]
    other = made.services.change_experiment.start(made.principal, draft(made, prompts[1:], "other").id)
    choice = Choice(variant="A", reason="x")
    with pytest.raises(ConflictError):
        made.services.change_experiment.decide(made.principal, experiment.id, choice)
    made.services.change_experiment.stop(made.principal, other.id)
    assert made.services.change_experiment.decide(made.principal, experiment.id, choice).decision is not None


def test_only_a_draft_is_deleted_and_each_refusal_says_what_is_allowed(made: Product) -> None:
    prompts = versions(made)
    one, other = draft(made, prompts), draft(made, prompts, "other")
    change = made.services.change_experiment
    change.delete(made.principal, other.id)
    with pytest.raises(NotFoundError):
        change.start(made.principal, other.id)
    with pytest.raises(ConflictError, match="can be started"):
        change.stop(made.principal, one.id)
    change.start(made.principal, one.id)
    with pytest.raises(ConflictError, match="can be stopped"):
        change.delete(made.principal, one.id)
    change.stop(made.principal, one.id)
    with pytest.raises(ConflictError, match="can be decided"):
        change.start(made.principal, one.id)


def test_variants_are_different_versions_of_one_place(made: Product) -> None:
    prompts = versions(made)
    elsewhere = made.services.generate_message.dry_run(made.principal, asked(format="email")).prompt.id
    wrong = {elsewhere: "/variants/1/prompt_id", prompts[0]: "/variants/1/prompt_id", derived_id("no"): "/variants/1"}
    for id_, pointer in wrong.items():
        with pytest.raises(InvalidInputError) as refused:
            draft(made, [prompts[0], id_])
        assert refused.value.errors[0].pointer.startswith(pointer)


def test_a_repeated_creation_answers_what_is_there(made: Product) -> None:
    prompts = versions(made)
    assert draft(made, prompts) == draft(made, prompts)


def test_whatever_is_done_at_once_the_head_names_the_experiment_that_runs(made: Product) -> None:
    experiment = running(made)
    change = made.services.change_experiment
    moves = [
        lambda: change.stop(made.principal, experiment.id),
        lambda: change.decide(made.principal, experiment.id, Choice(variant="B", reason="x")),
        lambda: change.decide(made.principal, experiment.id, Choice(variant="A", reason="x")),
        lambda: change.stop(made.principal, experiment.id),
    ]

    def done(number: int) -> bool:
        try:
            moves[number % len(moves)]()
        except OutreachError:
            return False
        return True

    with ThreadPoolExecutor(THREADS) as pool:
        list(pool.map(done, range(THREADS)))
    end = stored(made, experiment)
    assert end.decision is not None
    chosen = end.variant(end.decision.variant)
    assert active(made) == (chosen and chosen.prompt_id)
    assert generate(made, 9).experiment_id is None


def stored(made: Product, experiment: Experiment) -> Experiment:
    return made.services.read_experiments.one(made.principal, experiment.id)


def send_and_answer(made: Product, message: Message) -> None:
    approval = ApprovalRequest.model_validate({"fingerprint": message.fingerprint})
    made.services.approve_message(made.principal, message.id, approval)
    for place, outcome in enumerate(({"kind": "sent"}, {"kind": "replied", "sentiment": "positive"})):
        new = NewOutcome.model_validate(outcome)
        made.services.record_outcome(made.principal, message.id, new, derived_id("outcome", message.id, str(place)))
