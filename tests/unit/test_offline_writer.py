"""What the offline writer says, to whom and in which words."""

import re
from itertools import pairwise

import pytest

from shared.adapters.embedded.offline_writer import OfflineWriter
from shared.domain.errors import Sentence
from shared.domain.language import Format, Language, Limits, Register
from shared.domain.message import Check, CheckVerdict, Draft, Part, Span
from shared.domain.prospect import Prospect
from shared.domain.role import Bilingual, BilingualList, Role
from shared.domain.text import utf16_length, utf16_span
from shared.domain.workspace import Sender
from shared.domain.writing import Repair, WritingRequest, Written
from tests.fakes import FixedClock
from tests.unit.offline_people import operations_people, request

KINDS = [
    (format_, language, register)
    for format_ in Format
    for language, register in (
        (Language.ES, Register.TU),
        (Language.ES, Register.USTED),
        (Language.ES, Register.VOS),
        (Language.EN, None),
    )
]
each_kind = pytest.mark.parametrize(("format_", "language", "register"), KINDS)
spanish_kinds = pytest.mark.parametrize(
    ("format_", "register"), [(format_, register) for format_ in Format for register in Register]
)
each_format = pytest.mark.parametrize("format_", list(Format))

FOREIGN_TO = {
    Register.TU: r"usted(?:es)?|le|les|su|sus|suy[oa]s?|vos|tenés|querés|sos|contestame|charlemos",
    Register.USTED: r"tú|tu|tus|te|ti|tuy[oa]s?|contigo|vos|vosotros|os|tienes|tenés|quieres|querés|eres|sos",
    Register.VOS: r"tú|ti|contigo|usted(?:es)?|le|les|su|sus|suy[oa]s?|tienes|quieres|eres|puedas que|vosotros|os",
}
FLATTERY_AND_FILLER = re.compile(
    r"impresion|admir|enhorabuena|felicid|trayectoria|espero que est|vi tu perfil|vi su perfil|fascina|increíble"
    r"|impress|admire|congratulat|hope this finds|hope you are|came across your|amazing|exciting",
    re.IGNORECASE,
)


def person(**fields: object) -> Prospect:
    known: dict[str, object] = {
        "full_name": "Lucía Ferrer",
        "title": "Directora de Operaciones",
        "company": "Logística Norte, S.A.",
        "linkedin_url": "https://www.linkedin.com/in/lucia-ferrer",
    }
    return Prospect.model_validate({name: value for name, value in (known | fields).items() if value is not None})


def write(given: WritingRequest) -> Written:
    return OfflineWriter(FixedClock()).write(given)


def body(person_: Prospect, *kind: object, **options: object) -> str:
    return write(request(person_, *kind, **options)).draft.body  # type: ignore[arg-type]


def seeds(given: WritingRequest, count: int = 30) -> list[Written]:
    """The messages that differ from this one only by whom they are for."""
    return [write(given._replace(seed=f"seed-{number}")) for number in range(count)]


def own_words(written: Written, given: WritingRequest) -> str:
    """The body without what it takes from facts, problems and the sender."""
    text = written.draft.body
    taken = [claim.text for claim in written.claims] + [given.prospect.first_name or ""]
    for words in sorted(taken, key=len, reverse=True):
        text = text.replace(words, "_") if words else text
    return text


# What it opens with


@each_format
def test_a_post_comes_first_quoted_in_its_own_words(format_: Format) -> None:
    post = "Nuevo muelle de carga en Sagunto: menos esperas, menos maniobras y menos sustos."
    given = request(person(posts=[post], custom={"evento": "SIL 2026"}), format_)
    for written in seeds(given):
        quoted = re.search("«(.+?)»", written.draft.body)
        assert quoted
        assert quoted[1] in post
        assert quoted[1] in [claim.text for claim in written.claims]


def test_english_quotes_with_english_marks() -> None:
    given = person(posts=["We moved picking from paper to voice in three months."])
    text = body(given, Format.LINKEDIN_MESSAGE, Language.EN, None)
    assert "“We moved picking from paper to voice in three months”" in text


def test_a_post_in_another_language_is_not_quoted() -> None:
    text = body(person(posts=["We moved picking from paper to voice in three months."]))
    assert "«" not in text
    assert "directora de operaciones" in text


def test_an_event_of_the_file_comes_before_the_title() -> None:
    given = request(person(custom={"Feria": "SIL 2026", "Lead score": "87", "notas": "muy difícil"}))
    for written in seeds(given):
        assert "SIL 2026" in written.draft.body
        assert "87" not in written.draft.body
        assert "difícil" not in written.draft.body


def test_a_job_begun_lately_is_worth_opening_with() -> None:
    job = {"title": "Directora de Operaciones", "company": "Logística Norte, S.A.", "start": "2026-03"}
    assert "marzo de 2026" in body(person(experience=[job]))
    assert "March 2026" in body(person(experience=[job]), Format.EMAIL, Language.EN, None)


@pytest.mark.parametrize("start", ["2009-03", "2027-01"])
def test_a_job_begun_long_ago_or_not_yet_is_not_mentioned(start: str) -> None:
    job = {"title": "Directora de Operaciones", "company": "Logística Norte, S.A.", "start": start}
    assert start[:4] not in body(person(experience=[job]))


def test_without_a_clock_no_date_counts_as_recent() -> None:
    job = {"title": "Directora de Operaciones", "company": "Logística Norte, S.A.", "start": "2026-03"}
    assert "2026" not in OfflineWriter().write(request(person(experience=[job]))).draft.body


def test_a_former_job_is_never_the_present_one() -> None:
    job = {"title": "Jefa de Tráfico", "company": "Transportes Antiguos", "end": "2019", "description": "Tres centros."}
    for fields in ({}, {"title": None, "company": None}):
        text = body(person(experience=[job], **fields))
        assert not re.search("tráfico|antiguos|centros", text, re.IGNORECASE)


def test_a_responsibility_comes_before_the_title() -> None:
    duty = "Coordinación de la flota propia y de los transportistas subcontratados."
    job = {"title": "Directora de Operaciones", "company": "Logística Norte, S.A.", "description": duty}
    assert f"«{duty.rstrip('.')}»" in body(person(experience=[job]))


def test_what_they_do_is_said_to_them_in_the_second_person() -> None:
    about = "Coordino a 12 conductores y 30 rutas diarias."
    for register, verb in ((Register.TU, "coordinas"), (Register.USTED, "coordina"), (Register.VOS, "coordinás")):
        text = body(person(about=about), Format.LINKEDIN_MESSAGE, Language.ES, register)
        assert f"{verb} a 12 conductores y 30 rutas diarias" in text
    english = person(about="I run a team of 22 across two sites.")
    assert "you run a team of 22 across two sites" in body(english, Format.EMAIL, Language.EN, None).lower()


@each_kind
def test_with_nothing_but_a_name_it_claims_nothing_about_the_person(
    format_: Format, language: Language, register: Register | None
) -> None:
    given = request(Prospect(full_name="Lucía Ferrer"), format_, language, register, bare=True)
    written = write(given)
    assert {claim.text for claim in written.claims} <= {"Marta Solís", "Talaya"}
    assert "Lucía" in written.draft.body


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"title": None}, "en Logística Norte"),
        ({"company": None}, "como directora de operaciones"),
        ({"title": "DIRECTORA DE OPERACIONES", "company": "LOGÍSTICA NORTE SL"}, "operaciones en Logística Norte"),
        ({"title": "Chief Operating Officer"}, "como Chief Operating Officer en Logística Norte"),
        ({"title": "COO"}, "como COO de Logística Norte"),
        ({"title": "Director/a de Operaciones"}, "en Logística Norte"),
    ],
)
def test_titles_and_companies_read_as_a_person_writes_them(fields: dict[str, object], expected: str) -> None:
    texts = [written.draft.body for written in seeds(request(person(**fields)))]
    assert any(expected in text for text in texts)
    assert not any("S.A." in text or "Director/a" in text or "NORTE" in text for text in texts)


# Address, register and tone


@spanish_kinds
def test_no_register_borrows_a_word_from_another(format_: Format, register: Register) -> None:
    foreign = re.compile(rf"\b(?:{FOREIGN_TO[register]})\b", re.IGNORECASE)
    for who in operations_people(60):
        given = request(who, format_, Language.ES, register)
        written = write(given)
        words = f"{written.draft.subject or ''} {own_words(written, given)}"
        assert not foreign.search(words), words


@pytest.mark.parametrize(
    ("register", "forms"),
    [
        (Register.TU, {"Tienes", "Quieres", "reconozcas", "Te"}),
        (Register.USTED, {"Tiene", "Quiere", "reconozca", "Le"}),
        (Register.VOS, {"Tenés", "Querés", "reconozcas", "Te"}),
    ],
)
def test_each_register_has_its_own_verb_forms(register: Register, forms: set[str]) -> None:
    given = request(person(), Format.LINKEDIN_MESSAGE, Language.ES, register)
    words = set(re.findall(r"\w+", " ".join(written.draft.body for written in seeds(given, 200))))
    assert forms <= words


@each_kind
def test_it_greets_by_first_name_and_never_begins_with_itself(
    format_: Format, language: Language, register: Register | None
) -> None:
    greeting = "Hola, Lucía:" if language is Language.ES else "Hi Lucía,"
    for written in seeds(request(person(), format_, language, register)):
        first, _, rest = written.draft.body.partition("\n")
        assert first == greeting
        assert not re.match(r"\s*(?:I|I'm|Yo|Me llamo|Soy|Mi)\b", rest)


@each_kind
def test_it_asks_exactly_one_thing_shouts_nothing_and_flatters_nobody(
    format_: Format, language: Language, register: Register | None
) -> None:
    for who in operations_people(60):
        text = body(who, format_, language, register)
        assert text.count("?") == 1
        assert not re.search("[!¡]|https?:|www\\.", text)
        assert not FLATTERY_AND_FILLER.search(text)


@each_kind
def test_its_own_words_hold_no_names_and_no_figures(
    format_: Format, language: Language, register: Register | None
) -> None:
    for who in operations_people(40):
        given = request(who, format_, language, register)
        words = own_words(write(given), given)
        inside = re.findall(r"(?<![.?:»”\n] )(?<![\n«“¿])(?<!^)\b[A-ZÁÉÍÓÚ]\w+", words)
        assert set(inside) <= {"Hola", "Hi", "CRM", "LinkedIn", "Sunday"} | set(
            re.findall(r"\w+", "Marta Solís Talaya")
        )
        assert not re.search(r"\d", words)


# What we say of ourselves


@each_kind
def test_what_we_do_and_one_proof_stand_in_every_format_but_the_note(
    format_: Format, language: Language, register: Register | None
) -> None:
    given = request(person(), format_, language, register)
    ours = {fact.text.rstrip(".").lower() for fact in given.facts if fact.field.startswith(("proof_points", "value"))}
    for written in seeds(given):
        said = [claim for claim in written.claims if claim.text.lower() in ours]
        assert len(said) == (0 if format_ is Format.LINKEDIN_NOTE else 2)


@each_kind
def test_a_workspace_that_has_said_nothing_of_itself_gets_the_sentence_left_out(
    format_: Format, language: Language, register: Register | None
) -> None:
    for written in seeds(request(person(), format_, language, register, bare=True)):
        text = written.draft.body
        assert text.count("Talaya") == text.count("Marta Solís") == 1 or format_ is Format.LINKEDIN_NOTE
        assert not re.search(r"\b(?:hacemos|ofrecemos|ayudamos|somos|what we do|we are)\b", text, re.IGNORECASE)


def test_a_note_pitches_nothing_however_short_the_pitch() -> None:
    given = request(person(), Format.LINKEDIN_NOTE, bare=True)._replace(value_proposition="Medimos muelles")
    assert not any("uelles" in written.draft.body for written in seeds(given))


def test_proof_points_in_the_other_language_are_not_used() -> None:
    given = request(person(), Format.EMAIL, Language.EN, None)
    for written in seeds(given):
        assert not re.search(r"\b(?:una|llamadas|empresas)\b", written.draft.body)


def test_a_proof_or_a_proposition_with_a_link_is_left_out() -> None:
    given = request(person(), Format.EMAIL, bare=True)
    told = given._replace(value_proposition="Ayudamos a repartir mejor: https://talaya.example")
    assert "talaya.example" not in write(told).draft.body


# Formats


KEPT = {"HR", "IT", "Aldeamayor", "Transportes"}
"""Capitals that are no fact's own: abbreviations, and a company's that shouts."""


@pytest.mark.parametrize("language", list(Language))
def test_an_email_has_a_short_subject_in_small_letters_and_the_senders_name(language: Language) -> None:
    for who in operations_people(60):
        given = request(who, Format.EMAIL, language, Register.USTED)
        draft = write(given).draft
        assert draft.subject
        names = {word for fact in given.facts for word in re.findall(r"\w+", fact.text)}
        assert all(
            word.islower() or not word[0].isalpha() or word in KEPT | names
            for word in re.findall(r"\w+", draft.subject)
        )
        assert 2 <= len(draft.subject.split()) <= 4
        assert draft.body.endswith("\nMarta Solís\nTalaya")


@pytest.mark.parametrize("bare", [True, False])
@pytest.mark.parametrize("language", list(Language))
def test_an_email_has_fifty_to_a_hundred_and_twenty_words_or_fewer_where_there_is_nothing_of_us_to_say(
    language: Language, bare: bool
) -> None:
    for who in operations_people(60):
        words = len(body(who, Format.EMAIL, language, Register.TU, bare=bare).split())
        assert (24 if bare else 50) <= words <= 120


def test_an_email_without_a_sender_still_says_goodbye() -> None:
    assert re.search(r"\n\n(?:Un saludo|Saludos|Un saludo cordial)\.$", body(person(), Format.EMAIL, sender=None))


@each_format
def test_a_very_long_name_title_and_company_leave_every_limit_kept(format_: Format) -> None:
    long = person(
        full_name="María de los Ángeles Guadalupe Fernández-Montesinos y Ruiz de la Prada de los Monteros",
        title="Responsable de la Planificación Estratégica de la Demanda y de la Cadena de Suministro",
        company="Compañía Internacional de Transportes Frigoríficos y Almacenaje del Noroeste Peninsular S.L.U.",
    )
    given = request(long, format_)
    for written in seeds(given):
        assert utf16_length(written.draft.body) <= given.limits.body
        assert "S.L.U." not in written.draft.body


@pytest.mark.parametrize("limit", [200, 120, 60, 40])
def test_a_tight_limit_gives_a_shorter_text_and_never_a_cut_one(limit: int) -> None:
    given = request(person())._replace(limits=Limits(body=limit, advised=limit))
    for written in seeds(given, 5):
        assert utf16_length(written.draft.body) <= limit
        assert written.draft.body[-1] in ".?"


# Variety


@each_kind
def test_no_two_neighbours_share_opener_bridge_and_ask(
    format_: Format, language: Language, register: Register | None
) -> None:
    requests = [request(who, format_, language, register, bare=True) for who in operations_people(200)]
    texts = [own_words(write(given), given) for given in requests]
    assert not [pair for pair in pairwise(texts) if pair[0] == pair[1]]


@each_kind
def test_two_messages_of_a_list_have_little_in_common(
    format_: Format, language: Language, register: Register | None
) -> None:
    texts = [trigrams(body(who, format_, language, register)) for who in operations_people(60)]
    every_pair = [likeness(one, other) for place, one in enumerate(texts) for other in texts[:place]]
    assert sum(every_pair) / len(every_pair) < 0.3
    assert max(likeness(one, next_one) for one, next_one in pairwise(texts)) < 0.7


def likeness(one: frozenset[tuple[str, ...]], other: frozenset[tuple[str, ...]]) -> float:
    return len(one & other) / len(one | other)


def trigrams(text: str) -> frozenset[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return frozenset(zip(words, words[1:], words[2:], strict=False))


# Another version


@each_kind
def test_versions_in_a_row_all_differ_and_the_newest_repeats_little(
    format_: Format, language: Language, register: Register | None
) -> None:
    for who in operations_people(12):
        given = request(who, format_, language, register)
        texts = [write(given).draft.body]
        for number in range(5):
            again = given._replace(seed=f"{given.seed}/{number}", earlier=tuple(reversed(texts)))
            texts.append(write(again).draft.body)
            assert write(again).draft.body == texts[-1]
        assert len(set(texts)) == len(texts)


def test_another_version_is_another_text_even_from_the_same_seed() -> None:
    given = request(person())
    first = write(given).draft
    second = write(given._replace(earlier=(first.body,))).draft
    assert len(sentences(first) & sentences(second)) <= 1


# Words


def test_a_subject_keeps_the_capitals_of_names_and_abbreviations() -> None:
    given = request(person(company="Clínica Sanitas"), Format.EMAIL)
    subjects = {written.draft.subject for written in seeds(given)}
    assert "sobre la Clínica Sanitas" in subjects
    plain = {written.draft.subject for written in seeds(request(person(), Format.EMAIL))}
    assert {"operaciones en Logística Norte", "sobre Logística Norte"} <= plain
    english = request(person(title="HR Director", company="Conservas Ayllón"), Format.EMAIL, Language.EN, None)
    assert "HR at Conservas Ayllón" in {written.draft.subject for written in seeds(english)}


def test_a_company_that_ends_with_a_stop_gets_no_second_one() -> None:
    given = request(person(company="Ferrer & Co.", title=None))
    texts = [written.draft.body for written in seeds(given)]
    assert all("Ferrer & Co." in text for text in texts)
    assert not any(".." in text for text in texts)


def test_a_proof_point_without_a_figure_is_not_announced_as_one() -> None:
    value = Bilingual(es="Avisamos de los pedidos que llegan tarde", en="We flag late orders")
    role = custom_role(proof_points=["Los datos se alojan en la Unión Europea"], value_proposition=value)
    texts = [written.draft.body for written in seeds(request(person(), Format.EMAIL, role=role))]
    assert all("os datos se alojan" in text for text in texts)
    assert not any(re.search(r"\b(?:dato|cifra)\b", text) for text in texts)


@pytest.mark.parametrize("language", list(Language))
def test_the_proof_points_of_the_role_come_before_the_workspaces(language: Language) -> None:
    texts = [written.draft.body for written in seeds(request(person(), Format.EMAIL, language))]
    assert all("Zaragoza" in text for text in texts)


# Roles


def custom_role(**fields: object) -> Role:
    known: dict[str, object] = {
        "key": "workshops",
        "names": {"es": "Talleres", "en": "Workshops"},
        "pains": {"es": ["Las piezas llegan tarde y el coche se queda en el elevador."], "en": []},
        "call_to_action": {"es": "una visita al taller", "en": "a visit to the workshop"},
    }
    return Role.model_validate(known | fields)


def test_a_role_of_the_workspaces_own_is_spoken_of_without_naming_an_area() -> None:
    texts = [written.draft.body for written in seeds(request(person(), role=custom_role()))]
    assert not any("equipos de" in text for text in texts)
    assert all("las piezas llegan tarde y el coche se queda en el elevador" in text.lower() for text in texts)
    assert any("una visita al taller" in text for text in texts)


def test_a_call_to_action_that_is_a_question_is_asked_as_it_stands() -> None:
    role = custom_role(call_to_action=Bilingual(es="¿Nos vemos en el taller?", en="Shall we meet?"))
    questions = [re.findall(r"¿[^?]+\?", written.draft.body) for written in seeds(request(person(), role=role))]
    assert any(question == ["¿Nos vemos en el taller?"] for question in questions)


def test_a_call_to_action_that_is_neither_a_thing_nor_a_question_is_left_aside() -> None:
    role = custom_role(call_to_action=Bilingual(es="Propón una visita", en="Offer a visit"))
    assert not any("ropón" in written.draft.body for written in seeds(request(person(), role=role)))


@each_format
def test_a_role_without_problems_still_gets_a_message(format_: Format) -> None:
    text = body(person(), format_, role=custom_role(pains=BilingualList()))
    assert "Logística Norte" in text
    assert "?" in text


def test_a_problem_that_the_person_has_named_themselves_is_not_told_to_them() -> None:
    given = request(person(posts=["Descubrimos el retraso cuando ya ha llamado el cliente enfadado."]))
    for written in seeds(given, 60):
        assert "se descubre cuando ya ha llamado" not in written.draft.body


def test_a_problem_near_their_words_is_preferred() -> None:
    given = request(person(posts=["El plan del domingo no llega vivo al lunes en ninguna planta."]))
    assert all("deshacen el plan" in written.draft.body for written in seeds(given))


def test_a_problem_that_asks_or_shouts_is_left_out() -> None:
    role = custom_role(pains=BilingualList(es=["¿Quién no ha perdido una pieza?", "Llegan tarde!"]))
    for written in seeds(request(person(), role=role)):
        assert "pieza" not in written.draft.body
        assert "!" not in written.draft.body


# Templates, wishes, repairs


def test_a_template_that_stands_is_used_as_the_text() -> None:
    template = Draft(body="Hola, Lucía: dirige la logística de LOGÍSTICA NORTE, S.A. ¿Hablamos?")
    written = write(request(person())._replace(start_from=template))
    assert written.draft == template
    assert "LOGÍSTICA NORTE, S.A." in [claim.text for claim in written.claims]


@pytest.mark.parametrize("broken", ["Hola, {{ first_name }}", "Hola, [Nombre]", "   ", "a" * 4000])
def test_a_template_that_does_not_stand_is_left_aside(broken: str) -> None:
    given = request(person())
    assert write(given._replace(start_from=Draft(body=broken))).draft == write(given).draft


def test_a_template_without_a_subject_gets_one_where_the_format_needs_it() -> None:
    template = Draft(body="Hola, Lucía: ¿hablamos del turno de noche?")
    draft = write(request(person(), Format.EMAIL)._replace(start_from=template)).draft
    assert draft.body == template.body
    assert draft.subject


def test_a_wish_changes_nothing_and_the_answer_says_so() -> None:
    given = request(person())
    plain, wished = write(given), write(given._replace(wish="Ofrécele un descuento"))
    assert wished._replace(remarks=()) == plain
    assert (plain.remarks, [(check.name, check.verdict) for check in wished.remarks]) == (
        (),
        [("instructions", CheckVerdict.WARN)],
    )


def test_a_template_that_is_left_aside_is_said_and_one_that_is_used_is_not() -> None:
    given = request(person())
    (remark,) = write(given._replace(start_from=Draft(body="Hola, [Nombre]"))).remarks
    assert remark.name == "template"
    assert write(given._replace(start_from=Draft(body="Hola, Lucía: ¿hablamos?"))).remarks == ()


def finding(name: str, *spans: Span) -> Check:
    return Check(name=name, verdict=CheckVerdict.BLOCK, detail=Sentence("No.", "No."), spans=spans)


def repaired(given: WritingRequest, draft: Draft, *findings: Check) -> Draft:
    return write(given._replace(repair=Repair(draft, findings))).draft


@each_kind
def test_a_text_that_was_too_long_comes_back_as_the_shortest(
    format_: Format, language: Language, register: Register | None
) -> None:
    given = request(person(), format_, language, register)
    shortest = min(utf16_length(written.draft.body) for written in seeds(given))
    shorter = repaired(given, write(given).draft, finding("length"))
    assert utf16_length(shorter.body) <= shortest


def test_what_a_finding_points_at_does_not_come_back() -> None:
    given = request(person(posts=["Nuevo muelle de carga en Sagunto: menos esperas y menos sustos."]))
    draft = write(given).draft
    start = draft.body.index("Sagunto")
    span = Span.model_validate(
        dict(zip(("start", "end"), utf16_span(draft.body, start, start + 7), strict=True), **IN_BODY)
    )
    text = repaired(given, draft, finding("grounding", span)).body
    assert "Sagunto" not in text
    assert "Logística Norte" in text


def test_a_finding_without_a_place_gives_another_text_altogether() -> None:
    for number in range(30):
        given = request(person())._replace(seed=f"seed-{number}")
        draft = write(given).draft
        again = repaired(given, draft, finding("register"))
        assert not sentences(draft) & sentences(again)


def sentences(draft: Draft) -> set[str]:
    return set(re.split(r"(?<=[.?])\s+", draft.body.partition("\n")[2].strip()))


def test_a_wrong_addressee_is_greeted_by_no_name() -> None:
    given = request(person())
    assert repaired(given, write(given).draft, finding("addressee")).body.startswith("Hola:\n")


@pytest.mark.parametrize("check", ["language", "placeholders", "links", "sensitive", "injection"])
def test_after_a_finding_about_foreign_words_only_its_own_are_left(check: str) -> None:
    given = request(person(posts=["Nuevo muelle de carga en Sagunto: menos esperas y menos sustos."]))
    text = repaired(given, write(given).draft, finding(check)).body
    assert "«" not in text
    assert "Zaragoza" not in text


def test_a_warning_changes_nothing_in_a_repair() -> None:
    given = request(person())
    warning = finding("addressee").model_copy(update={"verdict": CheckVerdict.WARN})
    assert "Lucía" in repaired(given, write(given).draft, warning).body


IN_BODY = {"in": Part.BODY}


@pytest.mark.parametrize(
    "fields",
    [
        {"title": "{{ title }}", "company": "<b>Nexaro</b>"},
        {"title": "\u202e", "company": "🚀🚀🚀"},
        {"title": "%s {0} {name}", "company": "{first_name}"},
        {"title": "a" * 300, "company": "b" * 300, "headline": "c" * 300},
        {"posts": ["«» {quote} {0} ...", "!!!", "🚀" * 500, "x" * 20000]},
        {"custom": {"evento": "{event}", "Event": "SÍ", "feria": "https://x.example"}},
    ],
)
def test_strange_fields_are_left_out_and_break_nothing(fields: dict[str, object]) -> None:
    for format_ in Format:
        given = request(person(**fields), format_)
        for written in seeds(given, 5):
            assert utf16_length(written.draft.body) <= given.limits.body
            assert not re.search(r"[{}<>🚀\u202e]|aaaa|bbbb|xxxx", written.draft.body)


def test_a_sender_of_another_company_form_is_named_as_people_do() -> None:
    sender = Sender(name="Marta Solís", company="TALAYA DATOS, S.L.")
    texts = [written.draft.body for written in seeds(request(person(), sender=sender))]
    assert any("Talaya Datos" in text for text in texts)
