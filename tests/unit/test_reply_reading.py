"""Answers read by headers and words, without a model."""

from datetime import date

import pytest

from benchmarks.reply_reading import read
from shared.domain.reply import DecidedBy, ReplyKind
from shared.replies.reading import read_reply

RECEIVED = date(2026, 11, 24)
BARS = (ReplyKind.UNSUBSCRIBE, ReplyKind.OUT_OF_OFFICE, ReplyKind.BOUNCE)


@pytest.mark.parametrize("part", ["development", "apart"])
@pytest.mark.parametrize("kind", BARS)
def test_the_bars_hold_on_the_labelled_replies(part: str, kind: ReplyKind) -> None:
    results = read(part)
    own = [reading.kind is kind for one, reading in results if one.kind is kind]
    shown = [one.kind is kind for one, reading in results if reading.kind is kind]
    assert sum(own) / len(own) >= 0.99
    assert sum(shown) / len(shown) >= 0.97


@pytest.mark.parametrize("part", ["development", "apart"])
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
