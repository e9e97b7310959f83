"""The check "placeholders"."""

import pytest

from tests.unit.gate.drafts import BLOCK, PASS, check, context, marked, verdict

BLANKS = [
    ("Hola $nombre, le escribo.", "$nombre"),
    ("Hi, COMPANY_NAME runs two sites.", "COMPANY_NAME"),
    ("Call me on ###-####.", "###"),
    ("Please insert pain point here.", "insert pain point here"),
    ("Nos vemos el DD/MM.", "DD/MM"),
    ("Hola {{nombre}}, le escribo.", "{{nombre}}"),
    ("Hi {{ first_name }}, a question.", "{{ first_name }}"),
    ("Hola {nombre}, le escribo.", "{nombre}"),
    ("Hola ${nombre}, le escribo.", "${nombre}"),
    ("Hola {% if x %}, le escribo.", "{% if x %}"),
    ("Hola [Nombre], le escribo.", "[Nombre]"),
    ("Hi [Your Name], a question.", "[Your Name]"),
    ("Trabajo en [nombre de la empresa].", "[nombre de la empresa]"),
    ("Vi que en <empresa> crecen.", "<empresa>"),
    ("Hola «NOMBRE», le escribo.", "«NOMBRE»"),
    ("Hola %FIRSTNAME%, le escribo.", "%FIRSTNAME%"),
    ("Hola *|FNAME|*, le escribo.", "*|FNAME|*"),
    ("Hola ___, le escribo.", "___"),
    ("Le llamo el XX/XX.", "XX/XX"),
    ("Le llamo el XX/XX/XXXX.", "XX/XX/XXXX"),
    ("Ahorramos un XX % a empresas así.", "XX"),
    ("We saved them XX hours.", "XX"),
    ("Llevamos X años en esto.", "X"),
    ("Ahorramos un X % en portes.", "X"),
    ("Cerramos XXX acuerdos.", "XXX"),
    ("Ahorran xx% cada mes.", "xx"),
    ("Lorem ipsum.", "Lorem"),
    ("Inserte aquí el caso.", "Inserte aquí"),
    ("Please insert name before sending.", "insert name"),
    ("Un saludo, tu nombre aquí", "nombre aquí"),
    ("Regards, your name here.", "name here"),
    ("Su cargo, N/A, me interesa.", "N/A"),
    ("El dato es #N/A.", "#N/A"),
    ("Hola None, le escribo.", "None"),
    ("Hi null, a question.", "null"),
    ("Vi su trabajo en undefined.", "undefined"),
    ("Crecen un NaN por ciento.", "NaN"),
    ("Hola nan, le escribo.", "nan"),
    ("Hola [object Object], le escribo.", "[object Object]"),
    ("Nos vemos el dd/mm/aaaa.", "dd/mm/aaaa"),
    ("El plazo es TBD.", "TBD"),
    ("Ahorran un (insertar dato) al año.", "(insertar dato)"),
    ("They save (insert figure) a year.", "(insert figure)"),
    ("Crecen mucho (completar antes de enviar).", "(completar antes de enviar)"),
    ("Le escribo por su feria. TODO: completar", "TODO: completar"),
    ("Nota: no he podido verificar el dato.", "Nota: no he podido verificar el dato"),
    ("Note: I could not verify the figure.", "Note: I could not verify the figure"),
    ("Estimado/a Ana: le escribo.", "Estimado/a"),
    ("Estimado(a) Ana: le escribo.", "Estimado(a)"),
    ("Sr./Sra. Ferrer: le escribo.", "Sr./Sra."),
    ("Dear Sir/Madam, a question.", "Dear Sir/Madam"),
    ("Dear Sir or Madam, a question.", "Dear Sir or Madam"),
    ("Estimada ............ le escribo.", "............"),
]

WHOLE = [
    "Escribe «me gusta» [sic] en todas partes.",
    "Un 12 % menos <3 y 5 < 7.",
    "En el siglo XX los almacenes eran otra cosa.",
    "En los siglos XIX y XX.",
    "Los veo en el XX Congreso de Logística y en la XXX edición.",
    "The XX century was slow.",
    "Su planta «LA NUEVA» y la revista «Almacén» me gustan.",
    "None of your plants is idle. Nonetheless, I wonder.",
    "The null hypothesis and undefined roles are a problem.",
    "Roles that remain undefined cost money.",
    "Lo tenemos TODO: plazos, costes y personas.",
    "¿Y años después? Y clientes, claro.",
    "Trabajan 24/7 con C++ y S/N.",
    "Dijo: «[la planta] no para nunca».",
    "Mejoran un 5%, quizá un 8% en picos.",
    "Ver la nota [1] y el resto […].",
    "¿Cuál es el nombre de la empresa que lleva su transporte?",
    "Is your company name new?",
    "Mi correo es marta@rutalia.example, o <marta@rutalia.example>.",
    "Fue un mano a mano... y ganó.",
    "El modelo X es mejor que el Y.",
    "Nan Goldin expone en Bilbao.",
    "Estimados/as colegas: les escribo.",
    "Nota: el plazo acaba en mayo. No he encontrado otro mejor.",
    "Insertaron la cifra en el informe (completo).",
]


@pytest.mark.parametrize(("text", "blank"), BLANKS)
def test_a_blank_left_unfilled_blocks_and_is_marked(text: str, blank: str) -> None:
    assert verdict("placeholders", text) is BLOCK
    assert blank in marked("placeholders", text)


@pytest.mark.parametrize("text", WHOLE)
def test_ordinary_writing_is_no_blank(text: str) -> None:
    assert check("placeholders", text).spans == ()


def test_a_company_that_is_called_like_a_blank_may_be_named() -> None:
    within = context({"full_name": "Ana Gil", "company": "XX Networks"})
    assert verdict("placeholders", "Vi que XX Networks crece.", within) is PASS
    assert verdict("placeholders", "Vi que crecen un XX por ciento.", within) is BLOCK


def test_brackets_of_a_post_may_be_repeated() -> None:
    within = context({"full_name": "Ana Gil", "posts": ["[Webinar] Almacenes sin papel"]})
    assert verdict("placeholders", "Vi su [Webinar] sobre almacenes.", within) is PASS
    assert verdict("placeholders", "Vi su [Post] sobre almacenes.", within) is BLOCK


def test_a_merge_field_blocks_even_if_the_profile_holds_it() -> None:
    within = context({"full_name": "Ana Gil", "custom": {"nota": "{{nombre}}"}})
    assert verdict("placeholders", "Hola {{nombre}}:", within) is BLOCK


def test_a_salutation_that_the_profile_complains_of_may_be_quoted_and_not_used() -> None:
    within = context({"full_name": "Ana Gil", "about": "Kindly avoid 'Dear Sir/Madam'."}, language="en")
    assert verdict("placeholders", 'Good morning Ana, no "Dear Sir/Madam" here.', within) is PASS
    assert verdict("placeholders", "Dear Sir/Madam, how do you plan?", within) is BLOCK


def test_blanks_are_counted_in_subject_and_body() -> None:
    answer = check("placeholders", "Hola [Nombre]", context(format_="email"), subject="{{empresa}}")
    assert answer.detail.es == "Quedan 2 huecos sin rellenar."
    assert [span.part for span in answer.spans] == ["subject", "body"]


@pytest.mark.parametrize(
    "text",
    [
        "Hola , ¿cómo va el almacén?",
        "Vi tu artículo sobre . ¿Cómo va?",
        "Estimada Sra. : ¿cómo va el almacén?",
        "Hi, at your company name we see queues.",
        "Trabajamos con empresas de (sector) como la suya.",
        "Buenos días, NOMBRE: ¿cómo va?",
        "Hola, Nombre Apellido: ¿cómo va?",
        "¿Cómo va?\n\nNombre Apellidos",
        "Hola. <!-- poner gancho --> ¿Cómo va?",
        "Arranca en ?? semanas.",
    ],
)
def test_a_value_that_was_nothing_and_the_name_of_a_field_block(text: str) -> None:
    assert verdict("placeholders", text) is BLOCK


@pytest.mark.parametrize(
    "text",
    [
        "¿La ficha lleva alérgenos [1-14] o ingredientes?",
        "Does it return Optional[str] or a list?",
        "Un cuadro (el de agosto) lo dice todo.",
        "Did you change your company name?",
        "Eso va a nombre de la empresa, ¿no?",
        "Two plants, one dock ... who decides?",
    ],
)
def test_ranges_programs_and_asides_are_no_blanks(text: str) -> None:
    assert verdict("placeholders", text) is PASS
