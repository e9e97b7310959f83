"""Which language a stretch of text is in, by its function words.

Short messages hold few words but many of these; what a product or a title is called says nothing about the language.
A word that several languages share counts for each of them, so that only what tells them apart makes a difference.
"""

from functools import cache, lru_cache

from shared.domain.errors import Sentence
from shared.domain.lazy_pattern import lazy_pattern
from shared.gate.folding import fold
from shared.gate.lexicon import table

LANGUAGE_NAMES = {
    "es": Sentence("español", "Spanish"),
    "en": Sentence("inglés", "English"),
    "pt": Sentence("portugués", "Portuguese"),
    "ca": Sentence("catalán", "Catalan"),
    "gl": Sentence("gallego", "Galician"),
    "eu": Sentence("euskera", "Basque"),
    "fr": Sentence("francés", "French"),
    "it": Sentence("italiano", "Italian"),
    "de": Sentence("alemán", "German"),
    "nl": Sentence("neerlandés", "Dutch"),
}

_ENDINGS = (
    (("es",), lazy_pattern(r".{2,}(?:ción|ciones|dad|dades|ando|iendo|aron|ieron|ería|áis|éis|amos|ñ.{0,3})$")),
    (("en",), lazy_pattern(r".{2,}(?:ing|tion|tions|ness|ment|ments|ful|ously|'s|n't|'re|'ve|'ll|ght|wn)$")),
    (("pt",), lazy_pattern(r".{2,}(?:ção|ções|ões|ães|dade|dades|inho|inha|lho|lha|lhas|lhos|nha|nho|ável)$|.*ã.*")),
    (("ca",), lazy_pattern(r".{2,}(?:ció|cions|tge|tges|itzar|eu|ència)$|.*l·l.*|.*[nt]ny.*|l'.+|d'.+")),
    (("gl",), lazy_pattern(r".{2,}(?:ción|cións|dade|iño|iña|ades)$")),
    (("fr",), lazy_pattern(r".{2,}(?:tion|ment|eux|euse|eur|aux|ez|ées|ique)$|(?:l|d|qu|j|n|s|c)'.+")),
    (("it",), lazy_pattern(r".{2,}(?:zione|zioni|tà|mente|aggio|iamo|ando|endo)$|(?:l|dell|all|nell|un|d)'.+")),
    (("de",), lazy_pattern(r".{3,}(?:ung|ungen|keit|heit|lich|isch|schaft|tzen)$|.*ß.*")),
)
Weights = tuple[tuple[str, float], ...]
"""The languages that a word speaks for, each with its weight."""

_ENDING_WEIGHT = 0.5


@lru_cache(maxsize=8192)
def languages_of(word: str) -> Weights:
    """The languages that `word`, in lower case, speaks for, each with its weight."""
    known = _function_words().get(word)
    if known:
        return known
    return tuple(
        (language, _ENDING_WEIGHT) for languages, ending in _ENDINGS if ending.match(word) for language in languages
    )


@lru_cache(maxsize=8192)
def speaks(word: str, language: str) -> bool:
    """Whether `word`, in lower case, speaks for `language`, alone or among others."""
    return any(name == language for name, _ in languages_of(word))


@cache
def _function_words() -> dict[str, Weights]:
    languages: dict[str, list[str]] = {}
    for language, words in table("function_words").items():
        for word in dict.fromkeys(words.split()):
            languages.setdefault(word, []).append(language)
    for word, plain in zip(list(languages), fold(" ".join(languages)).split(), strict=True):
        if plain != word:  # what is typed without accents
            languages.setdefault(plain, list(languages[word]))
    return {word: tuple((language, 1.0) for language in spoken) for word, spoken in languages.items()}
