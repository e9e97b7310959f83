"""Answers read by headers and words, without a model."""

import time
from datetime import date

import pytest

from benchmarks.reply_reading import read
from scripts.build_reply_weights import SOURCES, examples, learn
from shared.domain.reply import DecidedBy, ReplyKind
from shared.replies.reading import read_reply
from shared.replies.relative_date import relative_date
from shared.replies.weights import heaviest

RECEIVED = date(2026, 11, 24)
BARS = (ReplyKind.UNSUBSCRIBE, ReplyKind.OUT_OF_OFFICE, ReplyKind.BOUNCE)


@pytest.mark.parametrize("part", ["development", "rounds", "apart"])
@pytest.mark.parametrize("kind", BARS)
def test_the_bars_hold_on_the_labelled_replies(part: str, kind: ReplyKind) -> None:
    results = read(part)
    own = [reading.kind is kind for one, reading in results if one.kind is kind]
    shown = [one.kind is kind for one, reading in results if reading.kind is kind]
    assert sum(own) / len(own) >= 0.99
    assert sum(shown) / len(shown) >= 0.97


@pytest.mark.parametrize("part", ["development", "rounds", "apart"])
def test_no_interest_is_read_as_a_wish_to_be_left_alone(part: str) -> None:
    readings = [reading.kind for one, reading in read(part) if one.kind is ReplyKind.POSITIVE]
    assert readings
    assert ReplyKind.UNSUBSCRIBE not in readings


@pytest.mark.parametrize(
    ("headers", "kind"),
    [
        ({"Auto-Submitted": "auto-replied (vacation)"}, ReplyKind.OUT_OF_OFFICE),
        ({"auto-submitted": "no"}, ReplyKind.POSITIVE),
        ({"Subject": "Respuesta automática: rutas"}, ReplyKind.OUT_OF_OFFICE),
        ({"Subject": "Automatic reply: routes"}, ReplyKind.OUT_OF_OFFICE),
        ({"Content-Type": "multipart/report; report-type=delivery-status; boundary=x"}, ReplyKind.BOUNCE),
        ({"From": "Mail Delivery Subsystem <mailer-daemon@example.com>"}, ReplyKind.BOUNCE),
        ({"X-Failed-Recipients": "ana@example.com"}, ReplyKind.BOUNCE),
        ({"X-Auto-Response-Suppress": "All"}, ReplyKind.POSITIVE),
        ({"Subject": "Re: rutas", "From": "Ana <ana@example.com>"}, ReplyKind.POSITIVE),
    ],
)
def test_headers_decide_where_they_say_something(headers: dict[str, str], kind: ReplyKind) -> None:
    text = "Estoy de vacaciones hasta el lunes, pero me interesa: hablamos a la vuelta."
    reading = read_reply(text, headers, RECEIVED)
    assert reading.kind is kind
    decided_by_words = kind is ReplyKind.POSITIVE
    assert reading.decided_by is (DecidedBy.LEXICON if decided_by_words else DecidedBy.HEADERS)


def test_an_automatic_answer_without_an_absence_is_just_that() -> None:
    reading = read_reply("Su solicitud tiene el número 4821.", {"Auto-Submitted": "auto-replied"}, RECEIVED)
    assert reading.kind is ReplyKind.AUTO_REPLY


@pytest.mark.parametrize(
    "quoted",
    [
        "\n\nEl mar, 24 nov 2026 a las 9:00, Marta Solís <marta@example.com> escribió:\n> Si no, pida la baja.",
        "\n\nOn Tue, Nov 24, 2026 at 9:00 AM Marta Solís <marta@example.com> wrote:\n> Reply STOP to unsubscribe me",
    ],
)
def test_what_is_quoted_below_an_answer_is_not_its_words(quoted: str) -> None:
    assert read_reply("Me interesa, hablemos." + quoted, {}, RECEIVED).kind is ReplyKind.POSITIVE


@pytest.mark.parametrize(
    ("text", "back"),
    [
        ("Estoy fuera de la oficina hasta el 1 de diciembre", date(2026, 12, 1)),
        ("Estoy fuera de la oficina hasta el 30 de noviembre inclusive", date(2026, 12, 1)),
        ("Estoy de vacaciones del 20/11 al 05/12", date(2026, 12, 5)),
        ("I am out of office until 12/28/2026", date(2026, 12, 28)),
        ("I am out of office until Jan 4th", date(2027, 1, 4)),
        ("I am out of office until 2026-12-02", date(2026, 12, 2)),
        ("I am out of office until Monday", date(2026, 11, 30)),
        ("Estoy fuera de la oficina hasta el 31 de noviembre", None),
        ("Estoy fuera de la oficina desde el 2 de noviembre", None),
    ],
)
def test_the_day_of_return_is_the_last_one_that_is_named(text: str, back: date | None) -> None:
    reading = read_reply(text, {}, RECEIVED)
    assert (reading.kind, reading.return_date) == (ReplyKind.OUT_OF_OFFICE, back)


def test_words_that_speak_for_two_kinds_are_less_sure_than_for_one() -> None:
    sure = read_reply("Dame de baja.", {}, RECEIVED)
    torn = read_reply("No me interesa, dame de baja.", {}, RECEIVED)
    nothing = read_reply("Ajá.", {}, RECEIVED)
    assert sure.kind is torn.kind is ReplyKind.UNSUBSCRIBE
    assert sure.confidence > torn.confidence > nothing.confidence


def test_reports_of_real_mail_servers_are_bounces() -> None:
    kinds = [reading.kind for _, reading in read("flufl_bounce")]
    assert len(kinds) > 100
    assert kinds.count(ReplyKind.BOUNCE) / len(kinds) >= 0.97


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("No me mandes más texto: enséñamelo en una demo.", ReplyKind.POSITIVE),
        ("Don't email me, call me instead.", ReplyKind.POSITIVE),
        ("Looks interesting, but stop emailing me.", ReplyKind.UNSUBSCRIBE),
        ("Me interesa, pero no me escribas más.", ReplyKind.UNSUBSCRIBE),
        ("No dejes de escribirme en enero.", None),
    ],
)
def test_what_is_said_last_tells_whether_not_means_never(text: str, kind: ReplyKind | None) -> None:
    reading = read_reply(text, {}, RECEIVED)
    assert reading.kind is kind if kind is not None else reading.kind is not ReplyKind.UNSUBSCRIBE


@pytest.mark.parametrize(
    "text",
    [
        "Nuestro problema son las entregas fallidas, así que me interesa.",
        "We lose parcels to delivery failure, tell me more.",
        "El buzón de sugerencias está lleno de quejas por retrasos.",
        "Our delivery team decides this.",
        "Our address changed last year.",
    ],
)
def test_goods_that_are_not_delivered_are_no_bounce(text: str) -> None:
    assert read_reply(text, {}, RECEIVED).kind is not ReplyKind.BOUNCE


def test_a_report_that_begins_like_a_quoted_mail_is_a_bounce() -> None:
    report = """Your message

  To:      user@example.com
  Subject: rutas
  Sent:    Mon, 23 Nov 2026 09:00:00 +0100

did not reach the following recipient(s):

user@example.com on Mon, 23 Nov 2026 09:00:05 +0100
    The recipient name is not recognized
"""
    assert read_reply(report, {}, RECEIVED).kind is ReplyKind.BOUNCE
    marked = read_reply(report, {"Auto-Submitted": "auto-replied"}, RECEIVED)
    assert marked.kind is ReplyKind.BOUNCE


def test_what_is_quoted_without_a_heading_is_not_the_person_s_either() -> None:
    assert read_reply("Let's do it.\n\n> To opt out, reply unsubscribe", {}, RECEIVED).kind is ReplyKind.POSITIVE


@pytest.mark.parametrize(
    ("text", "back"),
    [
        ("I am out of the office until 12/07/2026.", date(2026, 12, 7)),
        ("Estoy de vacaciones hasta el 7/12/2026.", date(2026, 12, 7)),
        ("I'll be out on PTO through 12/2, back online on 12/3.", date(2026, 12, 3)),
        ("Estoy fuera de la oficina; vuelvo el lunes 30.", date(2026, 11, 30)),
        ("Estoy de vacaciones hasta el 3 de enero, vuelvo el día 4.", date(2027, 1, 4)),
        ("Estoy de vacaciones hasta el 30 de noviembre. Regreso el 1.", date(2026, 12, 1)),
    ],
)
def test_a_date_is_read_as_the_nearest_day_that_it_may_mean(text: str, back: date) -> None:
    reading = read_reply(text, {}, RECEIVED)
    assert (reading.kind, reading.return_date) == (ReplyKind.OUT_OF_OFFICE, back)


@pytest.mark.parametrize(
    ("text", "back"),
    [
        ("Estoy fuera de la oficina, vuelvo mañana.", date(2026, 11, 25)),
        ("I'm out of the office, back in three days.", date(2026, 11, 27)),
        ("Estaré ausente por dos semanas.", date(2026, 12, 8)),
        ("I'm on leave for the next 2 weeks.", date(2026, 12, 8)),
        ("De baja médica; me reincorporo dentro de un mes.", date(2026, 12, 24)),
        ("On sabbatical, returning in 3 months.", date(2027, 2, 24)),
        ("Estoy de viaje y regreso la próxima semana.", date(2026, 11, 30)),
        ("Out of office until the 2nd.", date(2026, 12, 2)),
        ("Estaré ausente hasta el 5, gracias.", date(2026, 12, 5)),
        ("I'm on vacation Nov 23-27.", date(2026, 11, 27)),
        ("Fuera de la oficina 23-27 de noviembre.", date(2026, 11, 27)),
        ("I'm away for personal reasons, back when I can.", None),
    ],
)
def test_a_return_is_also_read_from_its_distance_and_from_the_end_of_a_range(text: str, back: date | None) -> None:
    reading = read_reply(text, {}, RECEIVED)
    assert (reading.kind, reading.return_date) == (ReplyKind.OUT_OF_OFFICE, back)


def test_a_month_on_from_the_last_of_a_long_one_is_the_last_of_the_next() -> None:
    assert relative_date("back in a month", date(2027, 1, 31)) == date(2027, 2, 28)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Take us off the trial and put us on the yearly plan.", ReplyKind.POSITIVE),
        ("Quita de la oferta el mantenimiento y te la firmo.", ReplyKind.POSITIVE),
        ("Sounds good. Take me off your list, though.", ReplyKind.UNSUBSCRIBE),
        ("Remove me and put me on your do not contact list.", ReplyKind.UNSUBSCRIBE),
        ("Please do not add me to anything and stop emailing me.", ReplyKind.UNSUBSCRIBE),
    ],
)
def test_a_wish_told_after_a_request_to_leave_something_out_shows_what_was_meant(text: str, kind: ReplyKind) -> None:
    assert read_reply(text, {}, RECEIVED).kind is kind


@pytest.mark.parametrize(
    ("text", "is_meant"),
    [
        ("Don't call me again.", True),
        ("Never ring this number again.", True),
        ("Don't call me today, call me on Friday.", False),
        ("Your team never rings back.", False),
        ("Nos dieron de baja del proveedor anterior.", False),
    ],
)
def test_a_call_that_is_refused_is_no_interest_and_one_put_off_is_no_refusal(text: str, is_meant: bool) -> None:
    assert (read_reply(text, {}, RECEIVED).kind is ReplyKind.UNSUBSCRIBE) is is_meant


def test_an_address_that_is_given_up_says_so_itself_and_is_no_bounce() -> None:
    text = "Esta cuenta está deshabilitada. Para cualquier consulta, escriba a compras@norte.example."
    assert read_reply(text, {}, RECEIVED).kind is ReplyKind.AUTO_REPLY
    assert read_reply("Esta cuenta está deshabilitada.", {}, RECEIVED).kind is ReplyKind.BOUNCE


def test_absences_of_another_project_s_test_mails_are_read_as_such() -> None:
    assert {reading.kind for _, reading in read("sisimai")} == {ReplyKind.OUT_OF_OFFICE}


def test_where_no_expression_fits_the_words_together_decide_and_say_so() -> None:
    reading = read_reply("Hagan el favor de borrar este correo de una vez y no escribir", {}, RECEIVED)
    assert reading.kind is ReplyKind.UNSUBSCRIBE
    assert heaviest("the quarterly report covers three warehouses") is None


def test_an_interested_person_s_words_are_not_weighed_against_them() -> None:
    reading = read_reply("Estoy harto de esperar vuestros correos, llamadme ya y hablamos", {}, RECEIVED)
    assert reading.kind is not ReplyKind.BOUNCE


def test_the_weights_are_what_the_labelled_replies_give() -> None:
    learnt = learn(examples(), ReplyKind.BOUNCE)
    assert learnt["weights"].keys() == learn(examples(), ReplyKind.BOUNCE)["weights"].keys()
    assert "apart.txt" not in SOURCES
    assert "apart_2.txt" not in SOURCES


@pytest.mark.parametrize("part", [" \n", "a\n\n\n\n", "no no me no ", "> a\n", "x@y "])
def test_a_text_of_any_kind_is_read_in_a_moment(part: str) -> None:
    started = time.process_time()
    read_reply(part * (50_000 // len(part)), {}, RECEIVED)
    assert time.process_time() - started < 5
