"""Companies after a preposition: "del CEIP Las Retamas", "en la Clínica Vega", "at the University of Leeds"."""

from shared.adapters.embedded.offline.phrasebook import Phrasebook
from shared.adapters.embedded.offline.slots import Slot
from shared.domain.language import Language
from shared.domain.text import without_accents


def employer_slots(company: Slot, book: Phrasebook, language: Language) -> dict[str, Slot]:
    """The company by itself (`company`), with its article (`the_company`), where one works (`at_company`) and whose one
    is (`of_company`).

    A common noun at its beginning asks for an article ("Hospital", "Clínica", "Banco"); a plain name has none.
    """
    at, of = ("en", "de") if language is Language.ES else ("at", "of")
    named = _with_article(company.text, book, language)
    of_company = f"{of} {named}".replace("de el ", "del ", 1) if language is Language.ES else f"{of} {named}"
    return {
        "the_company": Slot(named, company.claims),
        "company": Slot(named, company.claims) if language is Language.EN else company,
        "at_company": Slot(f"{at} {named}", company.claims),
        "of_company": Slot(of_company, company.claims),
    }


def _with_article(name: str, book: Phrasebook, language: Language) -> str:
    words = without_accents(name).split()
    article = next((article for article, nouns in book.employers.items() if words[0] in nouns.split()), None)
    if article is None or len(words) < 2 or (language is Language.EN and words[1] != "of"):
        return name
    return f"{article} {name}"
