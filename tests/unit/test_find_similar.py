"""Near-duplicates among stored messages: which ones a new text is held against, and what that costs to read."""

from typing import Any

import pytest

from shared.domain.documents import Document, Query
from shared.domain.generation import GenerationRequest
from shared.domain.ids import derived_id
from shared.domain.language import Format, Language
from shared.domain.message import Check, CheckVerdict, ComparedMessage, Draft, Message
from shared.domain.prospect import Prospect
from shared.domain.workspace import AdvisoryCheck, SettingsChange
from shared.domain.writing import WritingRequest
from shared.repositories.store import DECLARED_INDEXES
from shared.services.edit_message import MessageEdit
from shared.services.find_similar import IN_BATCH, TO_COMPANY
from shared.services.reject_message import RejectionRequest
from shared.services.save_template import TemplateContent
from tests.batch_runner import BatchRunner
from tests.builders import Product, product, prospect
from tests.fakes import ScriptedWriter
from tests.memory_documents import MemoryDocuments

PEOPLE = (("Lucía", "Ferrer", "Logística Norte"), ("Iker", "Solana", "Envases Oja"), ("Nerea", "Gil", "Textil Ulla"))
OTHER = "Hola, Nerea: en Textil Ulla quizá falten datos del almacén al cerrar cada turno. ¿Quién los apunta hoy?"


class ReadsOfMessages(MemoryDocuments):
    """Keeps how many documents each query to the messages gave, and what of them."""

    def __init__(self) -> None:
        super().__init__(DECLARED_INDEXES)
        self.found: list[int] = []
        self.keys: set[str] = set()

    def query(self, query: Query) -> list[Document]:
        documents = super().query(query)
        if query.collection.endswith("/messages"):
            self.found.append(len(documents))
            self.keys.update(*(document.payload for document in documents))
        return documents


def person(number: int, **fields: Any) -> Prospect:
    first, last, company = PEOPLE[number % len(PEOPLE)]
    url = f"https://www.linkedin.com/in/person-{number}"
    known = {"full_name": f"{first} {last}", "first_name": first, "company": company, "linkedin_url": url}
    return prospect(**(known | fields))


def pitch(request: WritingRequest) -> Draft:
    """The same to everybody but for name and company."""
    who = request.prospect
    return Draft(
        body=f"Hola, {who.first_name}: dirige Operaciones en {who.company}. Los retrasos se ven cuando ya ha llamado el"
        " cliente. ¿Qué le quita más tiempo al preparar cada ruta?"
    )


def generated(made: Product, name: str, person_: Prospect, **fields: Any) -> Message:
    known = {"prospect": person_.model_dump(), "format": "linkedin_message", "language": "es", "register": "usted"}
    request = GenerationRequest.model_validate(known | fields)
    return made.services.generate_message(made.principal, request, derived_id(name))


def verdict(message: Message) -> Check:
    return next(check for check in message.checks if check.name == "near_duplicate")


def warned(message: Message) -> bool:
    return verdict(message).verdict is CheckVerdict.WARN


@pytest.fixture
def made() -> Product:
    return product(ScriptedWriter(pitch))


def in_batch(count: int, writer: ScriptedWriter, store: MemoryDocuments | None = None) -> list[Message]:
    """The messages of a batch, in the order of its rows."""
    run = BatchRunner(product(writer, store=store))
    people = [person(number).model_dump() for number in range(count)]
    batch = run.start(prospects=people, format="linkedin_message")
    run.run()
    by_id = {message.id: message for message in run.messages(batch)}
    return [by_id[item.id] for item in run.items(batch)]


def test_the_second_of_two_like_messages_of_a_batch_names_the_first() -> None:
    first, second = sorted(in_batch(2, ScriptedWriter(pitch)), key=warned)
    assert not warned(first)
    assert verdict(second).detail.es == "Se parece mucho a otro mensaje de este lote."
    assert verdict(second).refers_to == first.id
    assert verdict(second).spans
    assert second.status == "ready"


def test_different_messages_of_a_batch_are_left_alone() -> None:
    writer = ScriptedWriter(lambda given: pitch(given) if given.prospect.first_name == "Lucía" else Draft(body=OTHER))
    assert not any(map(warned, in_batch(2, writer)))


def test_a_batch_is_not_held_against_another_one_or_against_single_messages(made: Product) -> None:
    generated(made, "one", person(0))
    assert not warned(generated(made, "two", person(1)))
    run = BatchRunner(made)
    batches = [run.start(prospects=[person(number).model_dump()], format="linkedin_message") for number in (2, 4)]
    run.run()
    assert not any(warned(message) for batch in batches for message in run.messages(batch))


def test_a_message_like_one_to_a_colleague_warns_however_the_company_is_written(made: Product) -> None:
    generated(made, "one", person(0))
    colleague = person(1, company="LOGISTICA NORTE, S.L.")
    assert "a la misma empresa" in verdict(generated(made, "two", colleague)).detail.es


def test_a_rejected_message_and_another_draft_to_the_same_person_do_not_count(made: Product) -> None:
    first = generated(made, "one", person(0))
    assert not warned(generated(made, "again", person(0)))
    assert not warned(generated(made, "instead", person(0), replaces=first.id))
    for name in ("again", "instead"):
        made.services.reject_message(made.principal, derived_id(name), RejectionRequest())
    assert not warned(generated(made, "colleague", person(1, company="Logística Norte")))


def test_an_edit_is_held_against_the_others_and_never_against_itself(made: Product) -> None:
    first = generated(made, "one", person(0))
    second = generated(made, "two", person(1, company="Logística Norte"))
    edited = made.services.edit_message(
        made.principal, second.id, MessageEdit(body=OTHER.replace("Nerea", "Iker")), second.fingerprint
    )
    assert warned(second)
    assert not warned(edited)
    checked = made.services.check_edit(made.principal, second.id, MessageEdit(body=second.body))
    assert any(check.name == "near_duplicate" and check.spans for check in checked.examination.checks)
    unchanged = made.services.check_edit(made.principal, first.id, MessageEdit())
    assert not any(check.name == "near_duplicate" and check.spans for check in unchanged.examination.checks)


def test_what_starts_from_one_template_is_alike_on_purpose(made: Product) -> None:
    content = TemplateContent(name="Visita", format=Format.LINKEDIN_MESSAGE, language=Language.ES, body="Hola:")
    template = made.services.save_template.create(made.principal, content, derived_id("template"))
    generated(made, "one", person(0), template_id=template.id)
    second = generated(made, "two", person(1, company="Logística Norte"), template_id=template.id)
    assert not warned(second)


def test_an_edited_message_of_a_batch_is_found_by_its_new_text() -> None:
    run = BatchRunner(product(ScriptedWriter(pitch)))
    batch = run.start(prospects=[person(0).model_dump()], format="linkedin_message")
    run.run()
    (message,) = run.messages(batch)
    edited = run.product.services.edit_message(
        run.product.principal, message.id, MessageEdit(body=OTHER.replace("Nerea", "Lucía")), message.fingerprint
    )
    assert message.near_key is not None
    assert edited.near_key not in (None, message.near_key)


def test_who_switched_the_check_off_pays_no_reads_for_it() -> None:
    store = ReadsOfMessages()
    made = product(ScriptedWriter(pitch), store=store)
    made.services.change_settings(made.principal, SettingsChange(switched_off_checks=[AdvisoryCheck.NEAR_DUPLICATE]))
    message = generated(made, "one", person(0))
    assert "near_duplicate" not in [check.name for check in message.checks]
    assert store.found == []


def test_of_the_messages_that_a_text_is_held_against_only_what_is_compared_is_read() -> None:
    store = ReadsOfMessages()
    made = product(ScriptedWriter(pitch), store=store)
    generated(made, "one", person(0))
    assert warned(generated(made, "two", person(1, company=PEOPLE[0][2])))
    assert store.keys == set(ComparedMessage.model_fields)


def test_a_message_of_a_large_batch_reads_no_more_than_a_few_others() -> None:
    store = ReadsOfMessages()
    messages = in_batch(40, ScriptedWriter(pitch), store)
    assert sum(map(warned, messages)) == 39
    asked = store.found[: 2 * len(messages)]
    assert len(asked) <= 2 * len(messages)
    assert max(asked) <= max(IN_BATCH, TO_COMPANY + 1)
