"""PDF profiles for tests, laid out as LinkedIn lays out "Save to PDF": no real person's.

Two columns on Letter pages: on the left contact, skills and languages, on the right name (26 points), headline and
place (12), section titles (15.75), and entries of companies (12), titles (11.5), dates and text (10.5).
"""

from collections.abc import Sequence
from typing import Any

from fpdf import FPDF

LEFT, LEFT_WIDTH = 22, 165
MAIN, MAIN_WIDTH = 223, 360

LUCIA: dict[str, Any] = {
    "left": [
        ("Contactar", ["lucia@norte.example", "www.linkedin.com/in/lucia-ferrer-", "logistica-0123 (LinkedIn)"]),
        ("Aptitudes principales", ["Cadena de suministro", "SAP", "Lean"]),
        ("Languages", ["Español (Native or Bilingual)", "Inglés (Full Professional)"]),
        ("Certifications", ["PMP", "Six Sigma"]),
    ],
    "name": "Lucía Ferrer Ibáñez",
    "headline": "Directora de Operaciones en Logística Norte | Cadena de suministro y transporte de punta a punta",
    "place": "Bilbao, País Vasco, España",
    "about": ("Extracto", "Quince años moviendo mercancía por el norte. Ahora llevo tres almacenes."),
    "jobs_title": "Experiencia",
    "jobs": [
        ("Logística Norte", None, [
            ("Directora de Operaciones", "enero de 2020 - Present (6 años 11 meses)", "Bilbao",
             "Apertura del almacén de Vitoria en 2022. Equipo de noventa personas en tres centros de trabajo."),
        ]),
        ("Transportes Ebro", "7 años 2 meses", [
            ("Jefa de Almacén", "marzo de 2016 - diciembre de 2019 (3 años)", "Zaragoza, Aragón, España", None),
            ("Técnica de Tráfico", "noviembre de 2012 - febrero de 2016 (3 años 4 meses)", None, "Rutas del Ebro."),
        ]),
    ],
    "studies_title": "Educación",
    "studies": [
        ("Universidad del Norte", "Grado en Ingeniería de Organización Industrial, Logística · (2008 - 2012)"),
        ("Instituto Mayor", None),
    ],
}  # fmt: skip

OWEN: dict[str, Any] = {
    "left": [
        ("Contact", ["www.linkedin.com/in/owen-kerr (LinkedIn)", "northwind.example (Company)"]),
        ("Top Skills", ["Procurement", "Negotiation"]),
        ("Languages", ["English (Native or Bilingual)"]),
    ],
    "name": "Owen Kerr",
    "headline": "Head of Procurement at Northwind",
    "place": "Leeds, England, United Kingdom",
    "about": ("Summary", "I buy steel and I sleep well."),
    "jobs_title": "Experience",
    "jobs": [
        ("Northwind", None, [("Head of Procurement", "March 2021 - Present (5 years 9 months)", "Leeds", None)]),
    ],
    "studies_title": "Education",
    "studies": [("University of Leeds", "BA, Economics · (2001 - 2004)")],
}  # fmt: skip


def profile_pdf(*people: dict[str, Any], pages_of_nothing: int = 0, password: str | None = None) -> bytes:
    """One PDF with the profiles, each from a page of its own."""
    pdf = FPDF(unit="pt", format="letter")
    pdf.set_margins(0, 0, 0)
    pdf.set_auto_page_break(False)
    for person in people:
        _Page(pdf).draw(person)
    for _ in range(pages_of_nothing):
        pdf.add_page()
    if password is not None:
        pdf.set_encryption(owner_password="owner", user_password=password)
    return bytes(pdf.output())


class _Page:
    """Writes lines down two columns; the right one goes on on the next page."""

    def __init__(self, pdf: FPDF) -> None:
        self._pdf = pdf
        self._y = 0.0

    def draw(self, person: dict[str, Any]) -> None:
        self._begin()
        for title, lines in person["left"]:
            self._write(LEFT, LEFT_WIDTH, 13, title)
            self._write(LEFT, LEFT_WIDTH, 10.5, *lines)
            self._y += 16
        self._y = 36
        self._write(MAIN, MAIN_WIDTH, 26, person["name"])
        self._write(MAIN, MAIN_WIDTH, 12, person["headline"], person["place"])
        title, text = person["about"]
        self._section(title)
        self._write(MAIN, MAIN_WIDTH, 12, text)
        self._jobs(person)
        self._section(person["studies_title"])
        for school, degree in person["studies"]:
            self._write(MAIN, MAIN_WIDTH, 12, school)
            self._write(MAIN, MAIN_WIDTH, 10.5, degree)

    def _jobs(self, person: dict[str, Any]) -> None:
        self._section(person["jobs_title"])
        for company, total, jobs in person["jobs"]:
            self._write(MAIN, MAIN_WIDTH, 12, company)
            self._write(MAIN, MAIN_WIDTH, 10.5, total)
            for title, dates, place, text in jobs:
                self._write(MAIN, MAIN_WIDTH, 11.5, title)
                self._write(MAIN, MAIN_WIDTH, 10.5, dates, place, text)
                self._y += 8

    def _section(self, title: str) -> None:
        self._y += 18
        self._write(MAIN, MAIN_WIDTH, 15.75, title)

    def _begin(self) -> None:
        self._pdf.add_page()
        self._pdf.set_font("helvetica", size=9)
        self._pdf.text(MAIN + 150, 770, f"Page {self._pdf.page_no()} of 9")
        self._y = 50

    def _write(self, x: float, width: float, size: float, *texts: str | None) -> None:
        for text in filter(None, texts):
            self._pdf.set_font("helvetica", size=size)
            for line in self._wrapped(text, width):
                if self._y > 730:
                    self._begin()
                    self._pdf.set_font("helvetica", size=size)
                self._y += size * 1.25
                self._pdf.text(x, self._y, line)

    def _wrapped(self, text: str, width: float) -> Sequence[str]:
        lines = [""]
        for word in text.split(" "):
            longer = f"{lines[-1]} {word}".strip()
            if lines[-1] and self._pdf.get_string_width(longer) > width:
                lines.append(word)
            else:
                lines[-1] = longer
        return lines
