"""The check "register"."""

import pytest

from tests.unit.gate.drafts import BLOCK, PASS, check, context, marked, verdict

TU, USTED, VOS = (context(register=name) for name in ("tu", "usted", "vos"))

IN_TU = [
    "Hola, Lucía: vi tu charla sobre almacenes. ¿Conectamos?",
    "Hola, Lucía: leí lo que escribiste del cross-docking. ¿Te encaja hablar diez minutos?",
    "¿Cómo organizas los picos de noviembre con tu equipo?",
    "Diriges 27 almacenes y eso pesa. ¿Qué es lo que más te cuesta prever?",
    "En Logística Norte pasasteis de 2 a 5 turnos. ¿Os cambió la planificación?",
    "Ustedes abrieron planta en Vigo y tú diriges la operación. ¿Te parece si hablamos?",
    "Los directores de planta nos dicen que sus equipos pierden horas. ¿Te pasa lo mismo?",
    "Un cliente redujo sus plazos un 18 % sin tocar su ERP. ¿Te cuento cómo?",
    "Rutalia ayuda a operadores a bajar sus plazos de entrega. ¿Te interesa verlo?",
    "Logística Norte amplió su red el año pasado. ¿Cómo te afecta eso?",
    "Cada operador mide a su manera. ¿Cómo lo mides tú?",
    "¿Qué le dices a tu equipo cuando un camión no llega?",
    "Le cuesta a cualquiera prever los picos. ¿A ti también?",
    "A un director de planta le preguntan cada día por el stock. ¿A ti quién te lo pregunta?",
    "Tu empresa lleva años en esto y tiene sus propios ritmos. ¿Cuál es el tuyo?",
    "¿Tiene sentido que hablemos esta semana? Dime y te llamo.",
    "¿Podría ser útil para tu equipo? Si quieres, te envío un ejemplo.",
    "Escríbeme cuando puedas. Un saludo, Marta",
    "Cuéntame cómo lo ves y lo dejo ahí.",
    "Si no te va bien, dímelo y no insisto.",
    "El equipo de compras lleva su propio calendario, y tú el tuyo.",
    "La logística tiene su gracia cuando todo llega tarde, ¿verdad?",
    "Ana, de Frutas del Ebro, cambió su forma de planificar. ¿Tú cómo lo haces?",
    "Esta semana publicamos un informe sobre almacenes. Base: 14 operadores. ¿Te lo paso?",
    "¿Cómo gestiona tu equipo los picos de noviembre?",
    "¿Qué hace la competencia con los turnos? Tú lo sabrás mejor que yo.",
    "El informe dice que el sector le debe mucho a gente como tú.",
    "Quien lleva 27 almacenes sabe que su peor día es un lunes. ¿El tuyo?",
    "Trabajamos con 14 operadores. Sus plazos bajaron un 18 %. ¿Te cuento cómo?",
]

IN_USTED = [
    "Hola, Lucía: vi su charla sobre almacenes. ¿Conectamos?",
    "Buenos días, señora Ferrer: leí lo que escribió del cross-docking. ¿Le encaja hablar diez minutos?",
    "¿Cómo organiza los picos de noviembre con su equipo?",
    "Usted dirige 27 almacenes. ¿Qué es lo que más le cuesta prever?",
    "¿Qué partes de la planificación le dan más trabajo?",
    "Las pruebas, las compras y las visitas de noviembre marcan las cuentas del año.",
    "Compras y Ventas rara vez miran las mismas cifras. ¿Le ocurre?",
    "Las dudas de siempre: rutas, cargas, formas de pago, señales de demanda y muestras.",
    "Escríbame cuando pueda. Un saludo, Marta",
    "Cuénteme cómo lo ve y lo dejo ahí.",
    "Si no le va bien, dígamelo y no insisto.",
    "Hace tres días, tres meses y tres años: compañías, tecnologías y vías que cambian.",
    "Además, jamás pedimos datos; después, quizás. Demás está decirlo: es detrás donde pasa.",
    "Es triste que exista ese riesgo y que el chiste insista.",
    "¿Tendría cinco minutos esta semana?",
    "Le escribo por las ofertas, los planes, las ayudas y las notas que publican.",
    "En la carta «Lo que tú necesitas» cuentan otra cosa.",
    "Estas semanas, sus tardes y sus viajes serán otros.",
    "Mejores informes, más controles y menos cortes: son las metas de todas las tiendas.",
    "La ruta va por Os de Civís y Tías, con parada en Vas.",
    "Ustedes ya pasaron por ahí. ¿Qué harían distinto?",
    "Parte del arte es aparte: Marte, el estandarte, la suerte y la muerte.",
]

IN_VOS = [
    "Hola, Lucía: vi tu charla sobre almacenes. ¿Te sumás a la red?",
    "¿Cómo organizás los picos de noviembre con tu equipo?",
    "Vos dirigís 27 almacenes. ¿Qué es lo que más te cuesta prever?",
    "Contame cómo lo ves y lo dejo ahí.",
    "Escribime cuando puedas. Un saludo, Marta",
    "¿Tenés diez minutos esta semana? Si querés, te mando un ejemplo.",
    "¿Estás viendo lo mismo? Sos quien mejor lo sabe.",
    "Decime si te sirve y te llamo.",
    "Lo que publicaste sobre cross-docking me quedó dando vueltas. ¿Charlamos?",
    "Ustedes abrieron planta en Rosario. ¿Cómo lo vivieron vos y tu equipo?",
]

MIXED_TU_USTED = [
    "Hola, Lucía: vi tu charla sobre almacenes. ¿Le encaja hablar diez minutos?",
    "Hola, Lucía: leí su artículo y me gustó cómo lo cuentas.",
    "Hola, Lucía: vi tu charla. Si quiere, te llamo el lunes.",
    "¿Cómo organizas los picos? Escríbame cuando pueda.",
    "Diriges 27 almacenes. ¿Qué es lo que más le cuesta prever?",
    "Vi que usted dirige 27 almacenes y me gustaría enseñarte algo.",
    "Te escribo por su trabajo en Bilbao.",
    "¿Cómo lo ves? Quedo a su disposición.",
    "Hola, Lucía: ¿te interesa verlo? Cuénteme.",
    "Me gustó tu texto. ¿Podría dedicarme cinco minutos?",
    "Me gustó tu texto. ¿Tiene diez minutos esta semana?",
    "Me gustó tu texto. ¿Cómo gestiona los picos de noviembre?",
    "Le escribo porque diriges 27 almacenes.",
    "Me gustó tu texto. ¿Ha pensado en los picos de su almacén?",
    "Enhorabuena por su nombramiento. ¿Te parece si hablamos?",
    "Sé que llevas años en esto. ¿Cree que cambiará este año?",
    "Perdone que te escriba así.",
    "Tu equipo lo agradecerá. Permítame enseñarle un ejemplo.",
    "Lo que cuentas me sirve. Avíseme si le viene bien.",
    "Te felicito. La invito a verlo.",
]

MIXED_TU_VOS = [
    "Vi tu charla. ¿Tienes diez minutos? Si querés, te mando un ejemplo.",
    "¿Cómo lo haces vos?",
    "Contame cómo lo ves tú.",
    "Eres quien mejor lo sabe. ¿Podés contarme cómo?",
    "¿Puedes el jueves? Decime.",
    "¿Cómo organizás los picos? Escríbeme.",
    "Sos de las pocas que lo dice. ¿Quieres hablar?",
]

MIXED_USTED_VOS = [
    "Vi su charla. Si querés, le mando un ejemplo.",
    "¿Cómo organiza los picos vos?",
    "Le escribo porque sos quien dirige la planta.",
    "¿Tiene diez minutos? Contame.",
]

MIXED_FROM_USTED = [
    "Buenos días, señora Ferrer: vi su charla. ¿Te encaja hablar?",
    "Le escribo por tu trabajo en Bilbao.",
    "Usted dirige 27 almacenes. ¿Cómo organizas los picos?",
    "Leí su texto. Cuéntame cómo lo ve.",
    "Leí lo que publicaste. ¿Le parece si hablamos?",
    "Me gustaría contarle y enseñarte un ejemplo.",
    "¿Qué opina usted? Dime y le llamo.",
    "Le propongo diez minutos contigo.",
    "Le escribo por vuestro trabajo en Bilbao.",
    "Su equipo y el tuyo no son lo mismo.",
    "¿Qué harías usted?",
    "Si quieres, le llamo.",
    "¿Has pensado en su almacén?",
]


@pytest.mark.parametrize("text", IN_TU)
def test_tu_throughout_passes(text: str) -> None:
    assert marked("register", text, TU) == []


@pytest.mark.parametrize("text", IN_USTED)
def test_usted_throughout_passes(text: str) -> None:
    assert marked("register", text, USTED) == []


@pytest.mark.parametrize("text", IN_VOS)
def test_vos_throughout_passes(text: str) -> None:
    assert marked("register", text, VOS) == []


@pytest.mark.parametrize("text", [*MIXED_TU_USTED, *MIXED_TU_VOS])
def test_anything_else_beside_tu_blocks(text: str) -> None:
    assert verdict("register", text, TU) is BLOCK


@pytest.mark.parametrize(
    "text",
    [
        *MIXED_FROM_USTED,
        *MIXED_TU_USTED,
        *MIXED_USTED_VOS,
        "Señora Ferrer: ¿podés el jueves?",
        "Señora Ferrer: ¿podríais el jueves?",
    ],
)
def test_anything_else_beside_usted_blocks(text: str) -> None:
    assert verdict("register", text, USTED) is BLOCK


@pytest.mark.parametrize("text", [*MIXED_TU_VOS, *MIXED_USTED_VOS])
def test_anything_else_beside_vos_blocks(text: str) -> None:
    assert verdict("register", text, VOS) is BLOCK


@pytest.mark.parametrize("text", [*MIXED_TU_USTED, *MIXED_TU_VOS, *MIXED_USTED_VOS, *MIXED_FROM_USTED])
def test_a_mixture_blocks_even_if_no_register_was_asked_for(text: str) -> None:
    assert verdict("register", text, context(register=None)) is BLOCK


@pytest.mark.parametrize("text", [*IN_TU, *IN_USTED, *IN_VOS])
def test_one_register_passes_if_none_was_asked_for(text: str) -> None:
    assert verdict("register", text, context(register=None)) is PASS


def test_the_finding_names_what_was_asked_for() -> None:
    assert check("register", "¿Cómo lo ves?", USTED).detail.es == "No trata de usted, como se pidió."
    assert check("register", "Vi su charla. ¿Cómo lo ves?", USTED).detail.es == (
        "Mezcla tratamientos: aquí no trata de usted."
    )
    assert marked("register", "Vi su charla. ¿Cómo lo ves?", USTED) == ["ves"]


def test_what_is_repeated_from_the_profile_addresses_somebody_else() -> None:
    text = "Me quedé con que el cuello de botella casi nunca está donde miras. ¿Le ocurre?"
    assert verdict("register", text, USTED) is PASS


def test_english_has_no_register() -> None:
    assert verdict("register", "Hi Lucía, you run 27 warehouses.", context(language="en")) is PASS


def test_the_subject_counts() -> None:
    within = context(format_="email", register="usted")
    assert verdict("register", "Le escribo por los picos.", within, subject="tu charla de mayo") is BLOCK
