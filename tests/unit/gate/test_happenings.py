"""Rounds, prizes, openings and talks: told in any wording they need a fact; supposed or of others they need none."""

from typing import Any

import pytest

from tests.unit.gate.drafts import BLOCK, check, context

PROFILE: dict[str, Any] = {
    "full_name": "Amaia Lasarte Goñi",
    "title": "Directora de Compras",
    "company": "Cerámicas Urbedo, S.L.",
    "about": "En 2025 inauguramos la segunda planta. Finalistas de los Premios Alfar. Plata en los Effie.",
    "posts": [
        "Felicito a nuestra jefa de horno, Izaro Beitia, por su charla en el Congreso de la Arcilla.",
    ],
}
UNTRUE = {
    "tu": [
        "Con la ronda que cerraron este año seguro que vais a crecer.",
        "Tras la entrada de un fondo en el capital os pedirán ahorros.",
        "La subvención que os ha concedido el ministerio ayuda.",
        "Ahora que os habéis mudado a las oficinas nuevas, ¿quién compra?",
        "Supongo que la compra de la empresa por parte de un grupo alemán os cambia las cosas.",
        "Después de la salida a bolsa os miran cada factura.",
        "Tenéis nuevos inversores y se nota.",
        "Respaldados por un fondo, compraréis más.",
        "Que os hayan reconocido como mejor empresa de Europa es enorme.",
        "Ahora que contáis con el respaldo de un fondo, todo va más deprisa.",
        "Te vi en la mesa redonda de la cerámica.",
        "Enhorabuena por el oro en los Effie.",
        "Felicidades por ganar los Premios Alfar.",
        "Enhorabuena por la apertura de la tercera planta.",
        "Enhorabuena por la serie B.",
        "Tu charla en el Congreso de la Arcilla me gustó.",
        "El webinar que diste sobre esmaltes me ayudó.",
        "Vi que habéis ampliado el almacén de Burgos.",
        "La fusión con Azulejos del Norte traerá trabajo.",
        "¿Qué tal se trabaja con inversores nuevos? La última ampliación de capital dio mucho que hablar.",
        "Ahora que Corfo os ha financiado, ¿quién lleva la cuenta?",
        "¿Cómo fue la salida a bolsa?",
        "¿Qué os dijo el banco del bono verde que colocasteis?",
        "Vi que te eligieron Compradora del Año.",
        "Ser compradora del año en Aragón no es poca cosa: enhorabuena por ello.",
        "Qué ilusión lo del premio a la mejor compradora de Aragón.",
        "¿Cómo lleváis la entrada en Portugal?",
        "Leí lo de la huelga que resolvisteis en el horno.",
        "Con el rebranding recién estrenado, ¿cambiáis de proveedores?",
        "Me llamó la atención vuestro acuerdo con Azulejos del Norte.",
        "Leí que cerraron seis tiendas el año pasado.",
        "Enhorabuena por tu nuevo puesto en la dirección.",
        "Enhorabuena por el cierre de los 3 millones.",
        "Que el ICO os haya prestado dinero es buena señal.",
        "Tras haber sido absorbidos por un grupo alemán, todo cambia.",
        "Con un runway de 18 meses, cada compra cuenta.",
        "Felicidades por el exit.",
        "Enhorabuena por quedar segundos en el concurso.",
        "Sois la fábrica más premiada de Aragón.",
        "Tras el incendio de marzo, ¿qué habéis vuelto a comprar?",
        "Celebráis vuestro centenario este año.",
        "Tras el cambio de director general, ¿sigue el plan?",
        "Con el financiamiento que consiguieron, sería lástima comprar caro.",
    ],
    "en": [
        "With fresh capital in the bank, you can buy more.",
        "Backed by a large fund, you can buy faster than anyone.",
        "With the opening of the tenth plant around the corner, who buys for you?",
        "With the IPO behind you, they read every invoice.",
        "I gather you have taken on outside investment this year.",
        "The webinar you hosted on glazes answered my questions.",
        "Since the acquisition by a German group, you must report more.",
        "Topping the regional ranking puts a target on you.",
        "As a Sunday Times Best Place to Work, you need no advice.",
        "With private equity now behind Urbedo, are you expected to grow faster?",
        "How has life changed since the seed money came in?",
        "Urbedo (fresh from its funding round) must be buying a lot.",
        "Your Buyer of the Year trophy must be on the shelf.",
        "Losing the hospital contract is hard on a supply base.",
        "Now that you've gone live in Scotland, who buys for both?",
        "Since the management buyout, has the board asked for more?",
        "I read that you made the 40 under 40.",
        "I hear you have just been recapitalised.",
        "Congratulations on closing the £3m.",
        "Fresh off your raise, you must be buying.",
        "A fund has just bet on you.",
        "Your backers must be pleased.",
        "After last month's outage, who orders the spare parts?",
        "You made the list of best companies to work for.",
        "How is the Austin office coming along?",
        "Since the change of chief executive, is the plan the same?",
    ],
}
TRUE = {
    "tu": [
        "Con la segunda planta inaugurada en 2025, ¿quién compra para las dos?",
        "Finalistas de los Premios Alfar: enhorabuena.",
        "Enhorabuena por la plata en los Effie.",
        "Vi que felicitaste a Izaro Beitia por su charla en el Congreso de la Arcilla.",
        "Después de una ronda, muchas empresas compran de más.",
        "Si algún día abrís una tercera planta, te llamo.",
        "Cuando una empresa cierra una serie B, el consejo pide cifras.",
        "¿Vas a ir a la próxima feria de la cerámica?",
        "Se habla mucho de startups que levantan rondas y poco de quien compra la arcilla. ¿A ti te pasa?",
        "Tendremos un stand en una feria en primavera, por si te pasas.",
        "Me dijo un jefe de taller que el barro se compra tarde. ¿Te suena?",
        "En la última licitación que vimos, el precio bajó. ¿Participáis en alguna?",
        "Me imagino que la subvención al gas os vendría bien.",
        "Me gustó tu regla de no firmar lo que no se explica.",
        "Una fábrica levantó mucho dinero y lo gastó en hornos. ¿Te suena?",
        "Con la segunda planta ya en marcha, ¿quién compra para las dos?",
        "¿Lleváis la certificación en casa?",
        "El cierre de mes siempre llega tarde, ¿a ti también?",
        "Para llegar a Urbedo hay que querer, y vosotros llegáis a todo.",
        "Lo peor del año pasó ya, ¿verdad?",
        "Cuando llega un socio nuevo, lo primero que pide es el gasto. ¿Lo tienes?",
        "La apertura de una planta siempre cuesta más de lo previsto.",
        "Los lanzamientos en cerámica tardan, dicen.",
        "El crédito es de tu equipo.",
        "Para ganar un premio hay que presentarse, y tú no paras.",
    ],
    "en": [
        "Most companies that raise a round spend the first month on hiring. Did you?",
        "If you ever go public, the auditors will ask for this first.",
        "Your opening line made me smile.",
        "Your investment in the second plant means two of everything.",
        "You have probably heard the keynote speakers say it: buyers are bored.",
        "We will have a booth at a fair in the spring. Will you go?",
        "When a firm wins an award, the buyer still haggles. Is it so for you?",
        "A tile maker raised a round and spent it on kilns. Does that sound familiar?",
        "You have probably survived worse than an outage.",
        "After raising money most buyers get a plan nobody believes.",
        "Firms that raise capital buy kilns first. Is it so for you?",
        "Opening a plant always costs more than planned.",
        "Nobody gives an award for a quiet Monday.",
    ],
}

CAREER = [
    {"title": "Directora de Compras", "company": "Cerámicas Urbedo, S.L.", "start": "2022-05"},
    {"title": "Jefa de Compras", "company": "Cerámicas Urbedo, S.L.", "start": "2016-11", "end": "2022-04"},
]
OTHERS = {**PROFILE, "about": "Nuestro gerente, Jon Ibarra, fue nombrado Empresario del Año por la Cámara de Álava."}

FUNDED = {**PROFILE, "posts": ["Cerramos una serie A con Fondo Encina.", "El ICO nos dio un préstamo para el horno."]}


def test_two_posts_at_one_company_prove_a_promotion() -> None:
    sentence = "Hola, Amaia. Tu ascenso a la dirección en 2022 me hizo pensar en los contratos."
    risen = context({**PROFILE, "experience": CAREER}, register="tu")
    assert check("grounding", sentence, risen).verdict is not BLOCK
    assert check("grounding", sentence, context(PROFILE, register="tu")).verdict is BLOCK


def test_an_award_that_somebody_else_got_is_none_of_theirs() -> None:
    within = context(OTHERS, register="tu")
    theirs = check("grounding", "Hola, Amaia. Enhorabuena por ser Empresaria del Año de la Cámara.", within)
    his = check("grounding", "Hola, Amaia. Vi que nombraron a Jon Ibarra Empresario del Año.", within)
    assert (theirs.verdict is BLOCK, his.verdict is BLOCK) == (True, False)


@pytest.mark.parametrize(
    ("post", "true", "untrue"),
    [
        (
            "Nos quedamos a nada de ganar el premio Barro Limpio. Finalistas.",
            "Enhorabuena por la final del premio Barro Limpio.",
            "Enhorabuena por llevarse el premio Barro Limpio.",
        ),
        (
            "Tercer puesto en el concurso de esmaltes. El ganador traía un robot.",
            "Enhorabuena por el tercer puesto en el concurso de esmaltes.",
            "Ganar el concurso de esmaltes tiene mérito.",
        ),
        (
            "Hoy he sido jurado del concurso de esmaltes.",
            "Ser jurado del concurso de esmaltes cansa, ¿verdad?",
            "Vi que ganaste el concurso de esmaltes.",
        ),
        (
            "Mi compañera Izaro Beitia ganó el concurso de esmaltes.",
            "Vi que felicitaste a Izaro, que ganó el concurso de esmaltes.",
            "Vi que ganaste el concurso de esmaltes.",
        ),
    ],
)
def test_who_came_close_or_judged_has_not_won(post: str, true: str, untrue: str) -> None:
    within = context({**PROFILE, "about": "", "posts": [post]}, register="tu")
    verdicts = [check("grounding", f"Hola, Amaia. {sentence}", within).verdict for sentence in (true, untrue)]
    assert [verdict is BLOCK for verdict in verdicts] == [False, True]


@pytest.mark.parametrize(("start", "blocks"), [("2016-11", True), ("2025-06", False)])
def test_a_welcome_is_for_who_has_just_come(start: str, *, blocks: bool) -> None:
    job = {"title": "Directora de Compras", "company": "Cerámicas Urbedo, S.L.", "start": start}
    within = context({**PROFILE, "experience": [job]}, register="tu")
    assert (check("grounding", "Hola, Amaia. Bienvenida a Urbedo.", within).verdict is BLOCK) is blocks


@pytest.mark.parametrize(
    "sentence",
    [
        "Enhorabuena por la serie A.",
        "Con la ronda cerrada, ¿qué compras?",
        "El préstamo que os dieron para el horno ayuda.",
    ],
)
def test_a_round_or_a_loan_that_a_fact_tells_passes(sentence: str) -> None:
    assert check("grounding", f"Hola, Amaia. {sentence}", context(FUNDED, register="tu")).verdict is not BLOCK


@pytest.mark.parametrize(
    "sentence",
    ["Enhorabuena por la serie B.", "La subvención que os han dado ayuda.", "Con la salida a bolsa os miran más."],
)
def test_one_way_of_raising_money_does_not_prove_another(sentence: str) -> None:
    assert check("grounding", f"Hola, Amaia. {sentence}", context(FUNDED, register="tu")).verdict is BLOCK


@pytest.mark.parametrize(("register", "sentence"), [(r, s) for r, said in UNTRUE.items() for s in said])
def test_what_is_said_to_have_happened_to_them_and_no_fact_tells_is_held_back(register: str, sentence: str) -> None:
    assert _blocks(register, sentence) is True


@pytest.mark.parametrize(("register", "sentence"), [(r, s) for r, said in TRUE.items() for s in said])
def test_what_a_fact_tells_or_nobody_says_of_them_passes(register: str, sentence: str) -> None:
    assert _blocks(register, sentence) is False


def _blocks(register: str, sentence: str) -> bool:
    language = "en" if register == "en" else "es"
    within = context(PROFILE, language=language, register=None if register == "en" else register)
    greeting = "Hi Amaia." if register == "en" else "Hola, Amaia."
    return check("grounding", f"{greeting} {sentence}", within).verdict is BLOCK
