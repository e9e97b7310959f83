"""What may not be said of a person, and the employers and fields that only look like it."""

import pytest

from tests.unit.gate.drafts import BLOCK, PASS, PROFILE, context, marked, verdict

HOSPITAL = PROFILE | {"title": "Directora de Salud Laboral", "company": "Hospital del Cáncer de Soria"}
DIOCESE = PROFILE | {"title": "Ecónoma", "company": "Iglesia Diocesana de Teruel"}
UNION = PROFILE | {"title": "Press officer", "company": "Harbour Workers Union"}


@pytest.mark.parametrize(
    "body",
    [
        "Buenos días, Lucía: enhorabuena por su embarazo.",
        "Lucía, con el embarazo encima, lo último que necesitás es otra planilla.",
        "Buenos días, Lucía: ahora que acaba de ser madre tendrá menos horas.",
        "Lucía, con ese apellido seguro que tu familia vino de Italia.",
        "Lucía, un peronista de toda la vida como usted valora las cooperativas.",
        "Hi Lucía, going through a divorce while hiring cannot be easy.",
        "Hi Lucía, it is great to see an openly gay woman run people.",
        "Buenos días, Lucía: como buena guadalupana entenderá que un milagro ayuda.",
        "Lucía, admiro que salgas en ruta pese a tu discapacidad.",
        "Buenos días, Lucía: por su apellido diría que es de raíces vascas.",
        "Hola, Lucía. Enhorabuena por haber superado el cáncer.",
        "Hola, Lucía. Como madre soltera sabes de turnos.",
        "Hola, Lucía. Vi que llevas silla de ruedas.",
        "Hi Lucía, sorry to hear about your divorce.",
        "Hi Lucía, living with diabetes and running two sites is no small thing.",
        "Hi Lucía, given your Italian background you may know Genoa.",
        "Hi Lucía, I saw you at the pride march.",
        "Buenos días, Lucía: como católica que es, sabrá de paciencia.",
        "Buenos días, Lucía: espero que su operación de cadera haya ido bien.",
        "Buenos días, Lucía: imagino que usted votó a los socialistas.",
        "Buenos días, Lucía: lamento la depresión de su marido.",
        "Buenos días, Lucía: su apellido suena gallego.",
        "Buenos días, Lucía: sé que es sindicalista.",
        "Buenos días, Lucía: por ser lesbiana lo tuvo usted más difícil.",
        "Hi Lucía, get well soon.",
        "Hi Lucía, as a Muslim you may prefer Friday afternoon off.",
        "Hi Lucía, you beat cancer, so a late pallet will not scare you.",
        "Hi Lucía, your church must be proud.",
        "Hi Lucía, I am sorry about your mother's stroke.",
        "Hi Lucía, four years sober is a bigger number than 27. Congratulations.",
        "Hi Lucía, late shifts during your fast must be hard.",
        "Hi Lucía, being Greek Orthodox you will understand long processes.",
        "Hi Lucía, a Muslim woman leading logistics is still rare.",
        "Hola, Lucía: ojalá el embarazo vaya bien y puedas dejarlo todo en orden.",
        "Hola, Lucía: enhorabuena por la maternidad.",
        "Hola, Lucía: se nota que eres panista.",
        "Hola, Lucía: siendo mapuche sabrás de inviernos.",
        "Hola, Lucía: por tus apellidos vascos supongo que no te rindes.",
        "Hola, Lucía: tu carné del partido no me importa.",
        "Buenos días, Lucía: ahora que se recupera de la depresión, quizá prefiera menos papeleo.",
        "Buenos días, Lucía: espero que lo suyo no fuera nada grave.",
    ],
)
def test_something_private_about_the_person_or_their_family_is_blocked(body: str) -> None:
    assert verdict("sensitive", body) is BLOCK


@pytest.mark.parametrize(
    ("profile", "body"),
    [
        (HOSPITAL, "Buenos días, Lucía: ¿cómo mide su hospital la salud laboral de la plantilla?"),
        (HOSPITAL, "Buenos días, Lucía: en el Hospital del Cáncer de Soria los pacientes con cáncer esperan menos."),
        (DIOCESE, "Buenos días, Lucía: ¿su iglesia lleva las cuentas de cada cepillo aparte?"),
        (UNION, "Hi Lucía, does your union publish its own figures?"),
        (PROFILE, "Buenos días, Lucía: la salud de una flota se mide en kilómetros sin avería."),
        (PROFILE, "Buenos días, Lucía: ¿a qué da prioridad, al coste o al plazo?"),
        (PROFILE, "Hi Lucía, staff illness shows up in the rota first. Who sees it?"),
        (PROFILE, "Hi Lucía, our tool was built with a union rep and a matron in the room."),
        (PROFILE, "Hi Lucía, how do volumes move during Ramadan and Lent?"),
        (PROFILE, "Hi Lucía, your fast rollout and its due date made me curious."),
        (PROFILE, "Buenos días, Lucía: espero que la avería de ayer no fuera nada grave."),
        (PROFILE, "Buenos días, Lucía: una junta de más de quince minutos es misa, decía alguien."),
        (PROFILE, "Buenos días, Lucía: un afiliado le trajo la factura enmarcada. ¿La colgó?"),
        (DIOCESE, "Buenos días, Lucía: le interesará cómo lo lleva otra entidad religiosa."),
        (PROFILE, "Lucía, en un hospital alguien siempre está de baja médica. ¿Dónde lo anotas?"),
        (PROFILE, "Lucía, vienes de la banca, donde hasta la baja se pide por triplicado."),
        (PROFILE, "Lucía, tienes el panel abierto hoy. Velo tú misma."),
        (PROFILE, "Lucía, ¿en Semana Santa se te triplican los pedidos?"),
        (PROFILE, "Lucía, cuando un residente con demencia cambia de planta, ¿lo notas?"),
        (PROFILE, "Lucía, cambiar mil contraseñas en una tarde es para pedir la baja. ¿Lo hiciste tú?"),
        (PROFILE, "Hi Lucía, do your ICU and maternity screens share a login?"),
        (PROFILE, "Hi Lucía, that puts a target on your back. How do you keep people?"),
        (PROFILE, "Hi Lucía, there is no party line on pallets. Is there one at your plant?"),
    ],
)
def test_an_employer_a_field_or_a_figure_of_speech_is_not(profile: dict[str, object], body: str) -> None:
    assert verdict("sensitive", body, context(profile)) is PASS


def test_the_private_words_are_marked() -> None:
    assert marked("sensitive", "Buenos días, Lucía: ¿qué tal su embarazo?") == ["su embarazo", "embarazo"]
