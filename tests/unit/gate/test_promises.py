"""A promise in our name needs a proof point or our offer; an offer to talk needs none."""

import pytest

from tests.unit.gate.drafts import BLOCK, check, context, marked

SPANISH_PROMISES = """
Aceptamos el pago en tarjetas regalo.
Puede pagarnos en criptomonedas, sin problema.
Podés pagar en 12 cuotas.
Le garantizamos que verá resultados.
Te prometo un ahorro del 20 %.
Nos comprometemos a reducir tus costes.
Va con garantía de devolución.
Si no te convence, te devolvemos el dinero.
Le reembolsamos cada centavo.
Te ofrezco 1.000 € si aceptas la reunión.
Si usted contesta en 24 horas, lo invitamos a un viaje a Cancún.
Le pago 200 dólares por media hora.
Vos recibirás un bono de 300 dólares.
Te invitamos a una cena para dos.
Te prometemos la exclusividad en la región.
Usted tendrá la exclusividad en Antioquia.
No trabajaremos con tus competidores.
Te hago un 20 % de descuento.
Le ofrecemos un precio especial.
Tu primer mes es gratis.
Os ofrecemos una prueba gratuita.
La instalación corre por nuestra cuenta.
Si no llegamos a tiempo, no te cobramos.
Si no funciona, no pagas nada.
Nuestra tarifa es de 90 € al mes.
Se puede pagar con tarjeta de crédito o en cuotas.
Cobramos en dólares y en efectivo.
Le damos por escrito que ahorrará la mitad.
Si en tres meses no ves resultados, te devuelvo hasta el último euro.
Quien responde hoy se lleva una tarjeta de Amazon de 50 €.
Te espera un jamón ibérico si nos vemos el jueves.
Nadie más en tu ciudad podrá contratarnos.
Esta semana va a mitad de precio.
Para usted, dos por uno.
Le condonamos la cuota de alta.
Te dejamos el software gratis hasta marzo.
Los dos primeros meses no se pagan.
Precio: 300 € al mes, sin permanencia.
Por 99 euros al mes lo tienes montado.
Cada día de retraso lo pagamos nosotros.
Le ofrecemos un reembolso del 100 %.
Le aseguramos por contrato un 15 % de ahorro.
Garantía total: o funciona o no paga.
Te incluyo un viaje para dos a Lisboa.
Les obsequiamos un iPad por planta.
Puede abonar con Yape o Plin.
Nos vale el pago en especie.
Solo cobramos si usted ahorra.
Si en un mes no bajan las esperas, le devuelvo lo pagado.
Hay 300 € esperándote si contestas hoy.
Contesta y te llevas dos entradas para el clásico.
Para agradecerle, le haré llegar una caja de vinos.
Serías el único concesionario en Loja que lo tenga.
Tengo autorizado un 25 % menos para ti.
Si firmas este mes, la segunda planta va sin coste.
Empieza hoy y no pagues hasta marzo.
Te sale a 3 € por persona y mes.
Le pagamos una multa si nos retrasamos.
Se lo dejo todo instalado y sin pagar un peso.
Le prometemos que nadie más de su rubro lo usará.
Te presto 5.000 € para empezar.
También aceptamos pagos en Bitcoin.
Le garantizo que en un mes se nota.
Le devolveremos el dinero si no le convence.
Te ofrezco 500 euros por una reunión de media hora.
Lo invito a un viaje a Punta Cana.
Os prometemos exclusividad en Galicia.
Vas a tener un 30 % de descuento.
El piloto es gratuito los primeros 60 días.
Si fallamos, no cobramos.
Te regalamos la instalación.
""".strip().splitlines()
ENGLISH_PROMISES = """
To confirm: yes, we accept payment in gift cards.
You can pay us in crypto.
Yardwise books your docks, and we always guarantee your money back.
I promise you'll see savings within a month.
Results guaranteed.
We'll give you a full refund.
I'll send you a $100 gift card for your time.
We'd fly you out to Miami for the weekend.
You'll receive a hamper for joining.
We'd give you exclusive rights in Texas.
We won't sell to your competitors.
We can give you 15% off.
Your first three months are on us.
It's free for 30 days.
If we miss the date, you don't pay.
We'll pay you for every day we are late.
We charge $99 a month.
You're welcome to pay with PayPal or in cash.
We take cheques and wire transfers.
You have my word: you will save 30%.
If it doesn't work, it costs you nothing.
No results, no fee.
There's a $200 voucher in it for you.
As a thank-you we'll send over a bottle of champagne.
You'd be our only customer in Leeds.
We'll match any competitor's price.
Sign up by Friday and the setup fee is waived.
The pilot costs you nothing.
It's only $49 per user.
We're happy to be paid in Dogecoin.
You only pay once you're satisfied.
We stand behind it: satisfied or reimbursed.
You'll be refunded in full within a week.
We donate $100 to a charity of your choice if you take the call.
We'll keep your rivals off the platform.
Try it free until January.
No setup fees, ever.
Delivered in ten days or it's free.
We guarantee delivery by Friday.
As a bonus you get an Apple Watch.
We accept gift cards as payment, by the way.
We always guarantee a result.
If you're not happy, we'll give your money back.
We'd like to invite you on a trip to Lisbon.
We offer you exclusivity in your state.
You get a 30% discount this month.
We'll run the first month for free.
If we're late, you pay nothing.
My boss lets me hand out $250 to anyone who takes the meeting.
Mention this note and get 10 percent off.
Plans start at $19 a month.
""".strip().splitlines()
SPANISH_OFFERS = """
Te mando una página con el caso de Burgos.
Le ofrezco una llamada de diez minutos, sin compromiso.
¿Te invito a un café?
Te propongo una demo el martes, sin humo.
Prometo ser breve.
Te prometo que no te escribo más si no te sirve.
No le prometo milagros.
No te ofrezco un descuento, te ofrezco una pregunta.
Sin regalos ni descuentos: una pregunta.
¿Quién paga las horas extra?
¿Aceptáis tarjetas en las tiendas?
Tus tres meses de garantía dan para mucho.
Te devuelvo el favor con un caso.
Si no es buen momento, no pasa nada.
Le aseguro que no muerdo.
Te ahorro la presentación.
Te pago el café y tú pones la pregunta.
Le cuento en dos frases cómo lo hizo Burgos.
Puedo mandarle el caso, sin compromiso.
Te dejo mi número por si un día hace falta.
Un piloto en una sola unidad y vemos.
¿Cuánto te cuesta cada cambio de turno?
¿Cuántas devoluciones llegan sin etiqueta?
Devolver 3.400 pares cuesta más que venderlos.
Que un proveedor te garantice el martes ya es mucho.
Si no te encaja, lo dejamos ahí.
No vendo nada en este mensaje.
La compra con descuento a fin de mes desordena la planta.
Tus clientes ganan puntos y tú ganas llamadas.
¿Se paga la noche igual que el día?
Le mando dos páginas y usted decide.
Trabajamos con hoteles, de noche y de día.
Aceptamos un no por respuesta.
Te aseguro diez minutos sin diapositivas.
El premio se lo lleva el que menos frena.
En la cena de Navidad nadie habla de turnos.
Te quedan 12 días para el cierre.
Es gratis preguntar.
Les damos a los jefes de turno una pantalla.
Le ofrezco mostrarle la pantalla en diez minutos.
Te ofrezco dos horarios: martes a las 10 o jueves a las 16.
Prometo no hablar de sinergias.
Te invito a verlo en marcha en Burgos.
Lo invitamos a una demostración en línea.
Te cuento lo que aprendimos y tú me corriges.
No pido nada a cambio.
Si no le sirve, me lo dice y listo.
¿Quién se hace cargo cuando un camión espera?
Un turno sin cubrir cuesta más que una hora extra.
Las devoluciones de enero son otro cuento.
El regalo de la casa es el silencio a las seis.
Pagar por hora y no por tarea cambia el turno.
Los descuentos de proveedores piden facturas limpias.
¿Cobran contra entrega en las cuatro ciudades?
La exclusividad con un solo transportista también tiene precio.
Nadie en tu sector enseña la agenda.
Ningún proveedor te va a garantizar el martes.
Los asientos libres cuestan igual.
Sin coste de papel ya sería algo.
Te dejo un dato y me voy.
Tenemos el martes libre.
Cuatro meses de espera por un permiso es mucho.
Ganas diez minutos cada mañana si el parte llega solo.
Recibirás una sola página.
Te ofrezco una página, no una reunión.
Lo invito a mirar un cuadro de turnos de verdad.
¿Le ofrezco un ejemplo con sus 27 almacenes?
El piloto del camión sabe más que la pantalla.
Si fallamos en algo, fue en no preguntar antes.
¿Cuánto os cuesta un muelle parado?
Vas a tener noviembre encima en dos semanas.
Un cliente nos dijo que paga por dormir.
¿Garantiza alguien la hora de llegada?
Sin prisa y sin compromiso.
Le llevo un café si me deja ver el muelle.
""".strip().splitlines()
ENGLISH_OFFERS = """
Happy to send you a one-page summary.
I promise to keep it short.
We don't promise savings.
Your free shipping threshold is lower than most.
Feel free to say no.
Are you free on Tuesday?
If I'm wrong, I'll buy you a coffee.
We give dispatchers a view of cash flow.
Would a portal-free trial with ten suppliers be of interest?
I'd give you a straight answer in ten minutes.
It would cost you ten minutes.
We pay attention to the first pallet.
I'll bring the coffee; you bring the rota.
We cut dock waits by 35% at a grocer in Ohio.
Happy to show you on one of your own depots.
What does each missed slot cost you?
Your refund queue must be a long read.
You promised the board a quieter pager.
Discounts at month-end wreck any forecast.
Who gets the weekend shift, and who pays for it?
I can send two pages and you decide.
We take ten minutes and no slides.
I'd take a no for an answer.
We pay carriers the same day, you wrote.
Asking is free.
Free capacity is hard to see from an office.
A fixed price per pallet hides a lot.
I promise this is the only slide.
You're welcome to bring your dispatcher.
I'd be glad to send the numbers.
Who pays when a truck waits two hours?
Refunds in January are another story.
A warranty claim takes three signatures.
Your team accepts cash on delivery in four cities.
The exclusive deal with one carrier has a price too.
No one else in the yard knows the answer.
I can't promise you a quieter Monday.
Free seats on a night bus cost the same.
What would a free hour a day be worth to you?
We have ten minutes on Friday, if you do.
We'd like to invite you to a short demo.
You get the page either way.
Our first month in Leeds was a mess.
Your drivers pay for it with their Sundays.
I offer one idea and one question.
We accept that Mondays are bad.
Money back from carriers takes months, I hear.
Nothing to sign, nothing to install today.
If it's no use, tell me and I'll stop.
You get one honest answer from me.
If we're late to this, tell me.
""".strip().splitlines()
HELD = [
    ("Te devolvemos el dinero si no funciona.", "Reembolso completo en 30 días"),
    ("El primer mes es gratis.", "Un mes de prueba sin coste"),
    ("Te ofrecemos dos meses gratis.", "Two months free"),
    ("Puedes pagar en cuotas.", "Pago en 12 cuotas"),
    ("Tienes la exclusividad en tu provincia.", "Damos exclusividad por provincia"),
    ("Te hacemos un 20 % de descuento.", "Descuento del 20 % el primer año"),
    ("Nuestra tarifa es de 90 € al mes.", "Cuesta 90 euros al mes"),
    ("Si no funciona, no pagas nada.", "Solo se paga si hay ahorro"),
]


def _promises(body: str, language: str, *proof_points: str) -> bool:
    """Whether the check blocks a promise, whatever else it blocks."""
    answer = check("grounding", body, context(language=language, register="tu", proof_points=proof_points))
    return answer.verdict is BLOCK and "It promises" in answer.detail.en


@pytest.mark.parametrize(
    ("language", "body"),
    [*(("es", body) for body in SPANISH_PROMISES), *(("en", body) for body in ENGLISH_PROMISES)],
)
def test_a_promise_that_no_proof_point_makes_is_blocked(language: str, body: str) -> None:
    assert _promises(body, language)


@pytest.mark.parametrize(
    ("language", "body"), [*(("es", body) for body in SPANISH_OFFERS), *(("en", body) for body in ENGLISH_OFFERS)]
)
def test_an_offer_to_talk_or_a_word_about_them_promises_nothing(language: str, body: str) -> None:
    assert not _promises(body, language)


@pytest.mark.parametrize(("body", "proof_point"), HELD)
def test_a_promise_that_a_proof_point_makes_in_other_words_is_no_finding(body: str, proof_point: str) -> None:
    assert not _promises(body, "es", proof_point)
    assert _promises(body, "es", "Trabajamos en Vigo")


def test_a_promise_with_another_amount_than_the_proof_points_is_blocked() -> None:
    assert _promises("Te hacemos un 30 % de descuento.", "es", "Descuento del 20 % el primer año")


def test_a_promise_in_a_quotation_is_not_ours() -> None:
    assert not _promises("Me quedé con «te devolvemos el dinero» en la puerta.", "es")


def test_the_words_of_the_promise_are_marked() -> None:
    assert "ofrezco 1.000 €" in marked("grounding", "Te ofrezco 1.000 € si aceptas.", context(register="tu"))
