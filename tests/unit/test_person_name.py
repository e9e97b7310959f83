"""Names: what is not the name goes, what its owner wrote stays, and the parts derive from each other."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from shared.domain import person_name
from shared.domain.person_name import canonical_person_name, complete_names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("MARÍA JOSÉ DE LA CRUZ", "María José de la Cruz"),
        ("IGNACIO ORTEGA Y VIDAL", "Ignacio Ortega y Vidal"),
        ("JAN VAN DER BERG", "Jan van der Berg"),
        ("FIONA MCDONALD", "Fiona McDonald"),
        ("BRENDAN O'NEILL", "Brendan O'Neill"),
        ("ANNE-MARIE D’ANGELO", "Anne-Marie D’Angelo"),
        ("GAL·LA PUIG", "Gal·la Puig"),
        ("FERRER", "Ferrer"),
        ("Lucía FERRER ORTEGA", "Lucía Ferrer Ortega"),
        ("Ana DE LA Torre", "Ana de la Torre"),
        ("JOHN SMITH III", "John Smith III"),
        ("İBRAHİM YILMAZ", "İbrahim Yilmaz"),
        ("ИВАН ПЕТРОВ", "Иван Петров"),
    ],
)
def test_a_name_in_capitals_loses_them(text, name):
    assert canonical_person_name(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [("lucía ferrer", "Lucía Ferrer"), ("iñaki de la torre", "Iñaki de la Torre"), ("lucía Ferrer", "Lucía Ferrer")],
)
def test_a_name_without_capitals_gets_them(text, name):
    assert canonical_person_name(text) == name


@pytest.mark.parametrize(
    "name",
    [
        "Fiona McDonald",
        "Livia DiCaprio",
        "Aoife O'Connor",
        "Lucas Di María",
        "Jean-Luc d'Ors",
        "JC Pérez",
        "J. R. R. Penrose",
        "Robert Ashworth Jr.",
        "Mª José Núñez",
        "Ma. Fernanda Gómez",
        "王小明",
        "علی‌رضا محمدی",
        "Nguyễn Thị Minh",
        "Gal·la Puig",
    ],
)
def test_capitals_accents_and_scripts_of_the_owner_stay(name):
    assert canonical_person_name(name) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Dra. Ana Belén del Río, MBA, PMP", "Ana Belén del Río"),
        ("Prof. Dr. Hans Müller", "Hans Müller"),
        ("D. Pedro García", "Pedro García"),
        ("Dña. Carmen Ruiz", "Carmen Ruiz"),
        ("Ing. Luis Pardo", "Luis Pardo"),
        ("Lic. Ana Paz", "Ana Paz"),
        ("Mr John Smith", "John Smith"),
        ("Mrs. Jane Smith", "Jane Smith"),
        ("Don Pedro Ruiz", "Pedro Ruiz"),
        ("Lucía Ferrer MBA", "Lucía Ferrer"),
        ("Lucía Ferrer, Ph.D.", "Lucía Ferrer"),
        ("Lucía Ferrer, CFA", "Lucía Ferrer"),
        ("Lucía Ferrer, CSPO-X", "Lucía Ferrer"),
        ("Lucía Ferrer (she/her)", "Lucía Ferrer"),
        ("Lucía Ferrer (ella)", "Lucía Ferrer"),
        ("Lucía “Lu” Ferrer", "Lucía Ferrer"),
        ("🚀 Lucía Ferrer 👩🏽‍💻", "Lucía Ferrer"),
        ("★ Lucía Ferrer ★", "Lucía Ferrer"),
        ("𝐋𝐮𝐜í𝐚 Ｆerrer", "Lucía Ferrer"),
        ("Lucía Ferrer | Operaciones", "Lucía Ferrer"),
        ("Lucía Ferrer - MBA", "Lucía Ferrer"),
        ("Lucía Ferrer, Directora de Operaciones", "Lucía Ferrer"),
        ("Lucía Ferrer · 2º", "Lucía Ferrer"),
        ("Lucía Ferrer • 3rd+", "Lucía Ferrer"),
        ("Lucía Ferrer 2nd degree connection", "Lucía Ferrer"),
        ("Lucía Ferrer Contacto de 1er grado", "Lucía Ferrer"),
        ("Lucía\t Ferrer\u200b", "Lucía Ferrer"),
        ("(Lucía)", "Lucía"),
    ],
)
def test_what_is_not_the_name_goes(text, name):
    assert canonical_person_name(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Don Whitcombe", "Don Whitcombe"),
        ("D. H. Penrose", "D. H. Penrose"),
        ("Wei Ma", "Wei Ma"),
        ("Nuria Bs", "Nuria Bs"),
        ("Al Brannigan", "Al Brannigan"),
        ("Jennifer Null", "Jennifer Null"),
        ("Nan Goldin", "Nan Goldin"),
        ("Ana Ana", "Ana Ana"),
        ("João SA", "João SA"),
        ("Ana S.L. García", "Ana S.L. García"),
    ],
)
def test_a_name_that_looks_like_a_title_stays(text, name):
    assert canonical_person_name(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ferrer Ortega, Lucía", "Lucía Ferrer Ortega"),
        ("FERRER ORTEGA, LUCÍA", "Lucía Ferrer Ortega"),
        ("Ferrer, Lucía, PhD", "Lucía Ferrer"),
        ("de la Cruz, Dra. María José", "María José de la Cruz"),
        ("Smith, John", "John Smith"),
        ("Zubizarreta, Odei", "Odei Zubizarreta"),
    ],
)
def test_a_surname_that_comes_first_is_turned_round(text, name):
    assert canonical_person_name(text) == name


@pytest.mark.parametrize(
    "text",
    [
        "Luc\u00ed\u0430 Ferrer",  # a Cyrillic a at the end
        "Luc\u00eda F\u0435rrer",
        "Ann\u0391 Ruiz",  # a Greek capital
        "LUC\u00cdA FERR\u0415R",
        "\u0410\u043d\u043da Petrova",
        "Luc\u00eda \u0421\u043e\u0440\u0430",  # a whole word of look-alikes beside a Latin one
        "\u041d. Ferrer",
    ],
)
def test_letters_of_another_alphabet_in_a_name_are_refused(text):
    with pytest.raises(PydanticCustomError) as raised:
        canonical_person_name(text)
    assert raised.value.type == "disguised_name"


@pytest.mark.parametrize(
    "name",
    [
        "Анна Петрова",
        "Сара Орсо",  # look-alikes only, and wholly Cyrillic
        "Μαρία Παπαδοπούλου",
        "李小龙",
        "Lucy 李",
        "田中 Anna",
        "Иван Smith",
        "أحمد علي",
        "Noʼra Ibarra",
    ],
)
def test_a_name_wholly_in_another_script_or_in_two_that_nobody_confuses_stays(name):
    assert canonical_person_name(name) == name


def test_what_one_cleaning_uncovers_the_next_one_cleans():
    assert canonical_person_name("x:Y:a") == "X y A"  # in capitals at first, then two surnames and what joins them


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "★★",
        "12345",
        "Dr.",
        "MBA, PhD",
        "-",
        "...",
        "lucia@example.com",
        "https://example.com/x",
        "www.example.com",
        "a" * 121,
        "Ana " * 200,
        "{{first_name}}",
        "{{first_name}} García",
        "[Nombre]",
        "%FNAME%",
        "*|FNAME|*",
        "NULL",
        "undefined undefined",
        "nan",
        "<script>alert(1)</script>",
        "LinkedIn Member",
        "Miembro de LinkedIn",
        "Sin nombre",
        "N/A",
        "Test Test",
        "Empresa Pérez S.L.",
        "Logística Norte, S.A.",
        "TRANSPORTES NORTE SL",
        "Logística Norte SA",
        "Transportes de México S.A. de C.V.",
        "Müller GmbH",
        "Acme Ltd.",
    ],
)
def test_what_is_no_name_is_refused(text):
    with pytest.raises(PydanticCustomError) as refused:
        canonical_person_name(text)
    assert refused.value.type == "person_name"
    assert refused.value.message() == "not a person's name"


@pytest.mark.parametrize(
    ("full", "first", "last"),
    [
        ("Lucía Ferrer", "Lucía", "Ferrer"),
        ("Lucía Ferrer Ortega", "Lucía", "Ferrer Ortega"),
        ("María José de la Cruz", "María José", "de la Cruz"),
        ("Juan Carlos Ruiz Gil", "Juan Carlos", "Ruiz Gil"),
        ("José Luis del Río", "José Luis", "del Río"),
        ("Ana Belén Soto", "Ana Belén", "Soto"),
        ("Mª José Pérez", "Mª José", "Pérez"),
        ("María del Carmen Ruiz Pérez", "María del Carmen", "Ruiz Pérez"),
        ("Juan de Dios Romero", "Juan de Dios", "Romero"),
        ("Carlos Andrés Gómez", "Carlos Andrés", "Gómez"),
        ("Juan Martín López", "Juan", "Martín López"),
        ("Lucía Zuriñe Ferrer Ortega", "Lucía Zuriñe", "Ferrer Ortega"),
        ("Ana Ruiz de Alarcón López", "Ana", "Ruiz de Alarcón López"),
        ("Ignacio Ortega y Vidal", "Ignacio", "Ortega y Vidal"),
        ("Pau Riera i Solana", "Pau", "Riera i Solana"),
        ("João Pedro da Silva", "João Pedro", "da Silva"),
        ("Jan van der Berg", "Jan", "van der Berg"),
        ("Fiona Mac Gregor", "Fiona", "Mac Gregor"),
        ("Mary Ann Smith", "Mary Ann", "Smith"),
        ("John F. Whitcombe", "John", "Whitcombe"),
        ("Sarah Jessica Whitcombe", "Sarah", "Whitcombe"),
        ("Robert Ashworth Jr.", "Robert", "Ashworth Jr."),
        ("J. R. R. Penrose", "J. R. R.", "Penrose"),
        ("José Luis", "José Luis", None),
        ("Ana", "Ana", None),
        ("de la Cruz", None, "de la Cruz"),
        ("van der Berg", None, "van der Berg"),
        ("Van der Berg", None, "Van der Berg"),
        ("van Dijk", None, "van Dijk"),
        ("Van Morrison", "Van", "Morrison"),
        ("Al Di Meola", "Al", "Di Meola"),
    ],
)
def test_first_and_last_name_derive_from_the_full_name(full, first, last):
    assert complete_names(full, None, None) == (full, first, last)


def test_the_full_name_derives_from_its_parts():
    assert complete_names(None, "Lucía", "Ferrer Ortega") == ("Lucía Ferrer Ortega", "Lucía", "Ferrer Ortega")


def test_a_first_name_alone_is_the_full_name_too():
    assert complete_names(None, "Lucía", None) == ("Lucía", "Lucía", None)


def test_the_part_that_is_given_decides_where_the_other_begins():
    assert complete_names("Juan Martín López", "Juan Martín", None) == ("Juan Martín López", "Juan Martín", "López")
    assert complete_names("Juan Martin Lopez", None, "López") == ("Juan Martin Lopez", "Juan Martin", "López")


def test_what_is_given_is_never_changed():
    assert complete_names("Lucía Ferrer", "Lu", "Ortega") == ("Lucía Ferrer", "Lu", "Ortega")
    assert complete_names(None, None, None) == (None, None, None)


WORDS = st.sampled_from(
    [
        "María",
        "JOSÉ",
        "de",
        "la",
        "DEL",
        "y",
        "I",
        "Dr.",
        "don",
        "Sr",
        "MBA",
        "ma",
        "PhD",
        "Jr.",
        "d'",
        "O'",
        "Mc",
        "·",
        ",",
        "-",
        "(she/her)",
        "2nd",
        "İ",
        "ß",
        "ﬁ",
        "e\u0301",
        "J.",
        "|",
        "ª",
        "Mª",
        "\u200d",
        "👩🏽‍💻",
        "𝐋",
        "van",
    ]
)
TEXTS = st.text(max_size=60) | st.lists(WORDS | st.text(max_size=4), max_size=8).map(" ".join)


@given(TEXTS)
@example("Dr ,Mr")
def test_any_text_is_refused_or_becomes_a_name_that_stays_as_it_is(text):
    try:
        name = canonical_person_name(text)
    except PydanticCustomError:
        return
    assert canonical_person_name(name) == name


PLAIN_WORDS = st.sampled_from(
    "Ana María Núñez O'Neill D’Angelo McDonald MacLeod Jean-Luc Ma Don Dr Eng Jr Doña de del la los van der von".split()
)


@given(st.lists(PLAIN_WORDS, max_size=7).map(" ".join) | TEXTS)
def test_the_short_way_for_plain_names_gives_what_the_long_way_gives(text):
    if person_name._is_name_already(text):
        assert person_name._name_in(text) == text
