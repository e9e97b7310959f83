"""The check "language"."""

import pytest

from tests.unit.gate.drafts import BLOCK, PASS, PROFILE, check, context, marked, verdict

SPANISH = [
    "Hola, Lucía: vi su charla en Bilbao. ¿Conectamos?",
    "Lucía, ¿cómo planifican los picos de noviembre?",
    "Hola, Lucía: su texto sobre cross-docking me gustó. ¿Hablamos?",
    "Un saludo, Marta",
    "Buenas, Lucía. Trabajo con directores de planta. ¿Conectamos?",
    "Le escribo por el puesto de Head of Supply Chain que abrieron en mayo. ¿Ya lo han cubierto?",
    "Usamos SAP EWM, Power BI y Google Cloud para el forecasting del last mile, sin tocar su ERP.",
    "El cuello de botella casi nunca esta donde miras, y menos aun en un almacen. Que opina usted?",
    "Leí «How we cut the lead time of our plants by half and why it matters to you» y me quedé con una idea.",
    "Leí «O gargalo quase nunca está onde você olha» y me quedé con una idea: medir antes de comprar.",
    "Lucía: en Frutas del Ebro pasaron de 2 a 5 turnos. ¿Qué fue lo más difícil de ese cambio para el equipo?",
    "Ok",
    "www.rutalia.example/casos-de-exito-en-almacenes",
]

ENGLISH = [
    "Hi Lucía, saw your talk in Bilbao. Shall we connect?",
    "Lucía, how do you plan for the November peaks?",
    "Hi Lucía, your note on cross-docking stayed with me. Worth a chat?",
    "Best regards, Marta",
    "You run 27 warehouses for Logística Norte from Bilbao. Which of them gives you the most trouble in November?",
    "I read «El cuello de botella casi nunca está donde miras» and it stayed with me.",
    "No pitch. I'd like to hear how you do it.",
]

FOREIGN = {
    "inglés": "Hi Lucía, saw your talk in Bilbao. Shall we connect?",
    "portugués": "Olá, Lucía: vi a sua palestra em Bilbao e gostei muito. Podemos falar?",
    "catalán": "Hola, Lucía: vaig veure la seva xerrada a Bilbao i em va agradar molt. En parlem?",
    "francés": "Bonjour Lucía, j'ai vu votre conférence à Bilbao. Pouvons-nous échanger ?",
    "italiano": "Buongiorno Lucía, ho visto la sua conferenza a Bilbao e mi è piaciuta molto. Ne parliamo?",
    "alemán": "Guten Tag Lucía, ich habe Ihren Vortrag in Bilbao gesehen. Wollen wir uns vernetzen?",
    "gallego": "Ola, Lucía: vin a súa charla en Bilbao e gustoume moito. Falamos?",
    "euskera": "Kaixo, Lucía: zure hitzaldia ikusi nuen Bilbon eta asko gustatu zait. Hitz egingo dugu?",
    "neerlandés": "Hallo Lucía, ik heb je presentatie in Bilbao gezien. Zullen we contact maken?",
}

ASKED_ENGLISH = context(language="en")


@pytest.mark.parametrize("text", SPANISH)
def test_spanish_is_spanish(text: str) -> None:
    assert verdict("language", text) is PASS


@pytest.mark.parametrize("text", ENGLISH)
def test_english_is_english(text: str) -> None:
    assert verdict("language", text, ASKED_ENGLISH) is PASS


@pytest.mark.parametrize(("language", "text"), FOREIGN.items())
def test_another_language_is_named(language: str, text: str) -> None:
    answer = check("language", text)
    assert answer.verdict is BLOCK
    assert answer.detail.es == f"El texto no está en español: parece {language}."


def test_spanish_is_not_english() -> None:
    answer = check("language", SPANISH[0], ASKED_ENGLISH)
    assert answer.verdict is BLOCK
    assert answer.detail.en == "The text is not in English: it looks like Spanish."


def test_a_sentence_in_another_language_blocks_and_is_marked() -> None:
    text = "Hola, Lucía: vi su charla en Bilbao y me pareció muy clara. Would you be open to a quick call this week?"
    assert verdict("language", text) is BLOCK
    assert "open to a quick call" in marked("language", text)[0]


def test_a_half_in_another_language_blocks_without_a_full_stop_between() -> None:
    text = (
        "Hola, Lucía: vi su charla en Bilbao y me pareció muy clara, así que le escribo por si quiere hablar, "
        "and I would love to hear what you think about this and how it went for you"
    )
    assert verdict("language", text) is BLOCK


def test_a_portuguese_sentence_in_spanish_text_blocks() -> None:
    text = "Hola, Lucía: vi su charla en Bilbao y me gustó. Você não acha que isso também é um problema em São Paulo?"
    assert verdict("language", text) is BLOCK


def test_words_of_a_post_may_stand_without_quotation_marks() -> None:
    within = context({"full_name": "Lucía Ferrer", "posts": ["How we cut the lead time of our plants by half"]})
    assert verdict("language", "Vi su post How we cut the lead time of our plants by half, muy útil", within) is PASS


def test_repeating_a_foreign_profile_is_not_writing_in_spanish() -> None:
    about = "I run the operations of our plants and I care about the people who work with me."
    within = context({"full_name": "Lucía Ferrer", "about": about})
    assert verdict("language", f"Hola Lucía. {about}", within) is BLOCK


def test_a_subject_in_another_language_blocks() -> None:
    within = context(format_="email")
    assert verdict("language", SPANISH[0], within, subject="how you plan for the peaks") is BLOCK
    assert verdict("language", SPANISH[0], within, subject="los picos de noviembre") is PASS


@pytest.mark.parametrize(
    ("language", "body"),
    [
        ("en", "नमस्ते रितु जी, 540 कर्मचारियों की शिफ्ट कैसे बनती है?"),
        ("en", "Hi Lucía, как вы планируете смены?"),
        ("es", "Hola, Lucía: كيف تخططون للمناوبات؟"),
        ("es", "Lucía, 你们怎么安排仓库的班次？"),
        ("en", "Lucía, 창고 교대는 어떻게 짜나요?"),
        ("es", "Καλημέρα Lucía, πώς σχεδιάζετε τις βάρδιες;"),
        ("es", "Hola, Lucía: sus 27 almacenes. Слава начальнику"),
    ],
)
def test_words_in_another_script_block(language: str, body: str) -> None:
    assert verdict("language", body, context(language=language)) is BLOCK


@pytest.mark.parametrize(
    "body",
    [
        "Lucía, un tiempo de ciclo de 3 μ y un factor Ω no se miran igual.",
        "Leí «Слава труду» en la pared de su almacén y me hizo gracia.",
        "Lucía, sus ½ palés y sus 5 m² dan para una charla 🙂.",
        "Lucía, Łódź y Škoda se escriben así; lo demás lo pone usted.",
    ],
)
def test_signs_quotations_and_latin_letters_with_marks_pass(body: str) -> None:
    assert verdict("language", body) is PASS


def test_a_name_that_the_profile_writes_in_another_script_passes() -> None:
    profile = PROFILE | {"posts": ["Мы открыли склад в Бильбао"]}
    assert (
        verdict("language", "Lucía, lo de «Бильбао» en cirílico me gustó: Мы открыли склад.", context(profile)) is PASS
    )


@pytest.mark.parametrize(
    "text",
    [
        "Kaixo, Lucía. Nola antolatzen dituzu biltegiko txandak astelehenean?",
        "Lucía, sut ydych chi yn trefnu llinell newydd eich warws?",
        "Lucía, conas a roinneann sibh na ticéid idir ceithre innealtóir déag?",
    ],
)
def test_a_sentence_of_words_that_no_dictionary_has_is_another_language(text: str) -> None:
    assert verdict("language", text) is BLOCK


@pytest.mark.parametrize(
    "text",
    [
        "¿Kanban, kaizen, poka-yoke o gemba, Lucía?",
        "Lucía, ¿el cross docking, el picking y el slotting los lleva usted?",
    ],
)
def test_terms_of_a_trade_are_no_other_language(text: str) -> None:
    assert verdict("language", text) is PASS
