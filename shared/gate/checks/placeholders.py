"""placeholders: nothing that a template wanted filled in is left in the text."""

import re
from collections.abc import Iterator

from shared.domain.errors import Sentence
from shared.domain.lazy_pattern import lazy_pattern
from shared.domain.message import Check, Span
from shared.gate.context import GateContext
from shared.gate.findings import blocked, passed
from shared.gate.folding import fold
from shared.gate.lexicon import word_set
from shared.gate.reading import Passage, Reading
from shared.gate.words import words_of

NAME = "placeholders"

_SYMBOLS = lazy_pattern(r"[{\[_|#$]|<!--|%%|%[^\W\d]|\.{7}|…{3}|\?\?")
_SYMBOLIC = lazy_pattern(
    r"""
      \{\{[^{}\n]{0,80}\}\}? | \{%[^{}\n]{0,80}%\} | \$\{[^{}\n]{0,80}\}            # {{name}}, {% if %}, ${name}
    | \{[^\W\d][^{}\n]{0,60}\}                                                   # {nombre}, {Hola|Buenas}
    | \*\|[^|\n]{1,40}\|\* | \|\|[\w ]{1,40}\|\|                                 # *|FNAME|*, ||name||
    | (?<![A-Z\d])\$[a-z_]{4,30}\b | \b[A-Z]{3,20}_[A-Z_]{3,30}\b               # $nombre, COMPANY_NAME
    | \#{3,}(?!\s?\w)                                                           # ###-####
    | %[^\W\d][A-Za-z_]{2,30}% | %%[\w ]{2,30}%%                                 # %FIRSTNAME%
    | (?<![\w/])_{3,}(?!\w) | (?<!_)_{2,4}[A-Za-z]\w{1,30}?_{2,}                 # ___, __NAME__
    | \#{1,2}[A-ZÁÉÍÓÚÑ_]{3,30}\#{1,2}                                           # #NOMBRE#
    | \#(?:REF|VALUE|NAME|DIV/0|NULL|NUM|N/A|N/D|VALOR|¿?NOMBRE|¡(?:REF|VALOR|DIV/0))[!?]?  # a spreadsheet's errors
    | \[object\ Object\] | \[\s*\] | \[['"]
    | <!--[^\n]{0,200}?-->
    | \.{7,} | …{3,} | (?<=\s)\?{2,}(?=\s+\w)                                   # ?? semanas
    """,
    re.VERBOSE,
)
_SPELLED_OUT = lazy_pattern(
    r"""
      \blorem\b | \bipsum\b | \bdolor\ sit\ amet\b
    | \binsert(?:ar?|e)?\ (?:aqui|here|your|name|company|tu|su|el\ nombre|la\ empresa|nombre|empresa)\b
    | \binsert(?:ar?|e)?\ (?:(?:el|la|the|a|un|una)\ )?(?:dato|datos|cifra|fecha|numero|figure|data|number|date|fact)\b
    | \binsert(?:ar?|e)?\ [^.\n]{1,40}\ (?:here|aqui)\b
    | (?:^|\n)\s*(?:your\ (?:full\ )?name|(?:tu|su)\ nombre|your\ company|(?:tu|su)\ empresa|company\ name
        |nombre\ de\ (?:la\ |tu\ |su\ )?empresa|nombre(?:\ y)?\ apellidos?|(?:sender|full|first|last)\ name
        |(?:your\ |tu\ |su\ )?(?:job\ title|cargo))[ \t]*(?=\n|$)
    | \((?:insert(?:ar?|e)?|rellenar|completar|fill\ in|to\ be\ completed)\b[^()\n]{0,60}\)
    | \b(?:nota|note|aviso|aclaracion|disclaimer)\ ?:\ [^\n.]{0,40}\b(?:(?:no|not|never|unable\ to)\b[^\n.]{0,25}
        \b(?:verificar|verificado|comprobar|confirmar|encontrar|verify|verified|confirm|find|check)\b)[^\n.]{0,40}
    | \b(?:estimado|querido|apreciado)(?:\ ?/\ ?-?a|\ ?\(a\)|/estimada|/querida)(?!\w) | \b(?:estimad|querid)@(?!\w)
    | \b(?:sr|d|mr)\.?\ ?/\ ?(?:sra|dna|mrs|ms)\b\.? | \bdear\ sir\ ?(?:/|or)\ ?madam\b
    | \b(?:nombre|empresa|name|company|enlace|link|text|texto)\ (?:here|aqui)\b(?=\s*(?:[.,;:!)\n]|$))
    | \b(?:at|with|for|of|in|en|con|para|de)\ (?:your|the|tu|su)\ (?:company|business|employer)\ name\b
    | \b(?:en|con|para|de|desde)\ (?:(?:tu|su|el)\ )?nombre\ de\ (?:la|tu|su)\ (?:empresa|compania)\b
    | \b(?:hola|hi|hello|hey|dear|buen[oa]s\ (?:dias|tardes)|estimad[oa]|querid[oa]),?\s+(?:nombre|apellidos?
        |first\ ?name|last\ ?name|full\ ?name|fname|lname|name\ surname|cliente|contacto
        |prospecto|prospect|recipient|customer)\b
    | \b(?:dd/mm|mm/dd)(?:/(?:aaaa|yyyy|aa|yy))?\b | \b00/00/0000\b
    | \bx{1,4}/x{1,4}(?:/x{2,4})?\b | \bxx[:.]xx\b
    """,
    re.VERBOSE,
)
_IN_CAPITALS = lazy_pattern(
    r"\b(?:TBD|TBC|FIXME)\b|(?:^|\n)\s*TODO:"
    r"|\bTODO:\s*(?:completar|rellenar|poner|añadir|revisar|insertar|buscar|confirmar|verificar|cambiar|personali[sz]"
    r"|add|fill|insert|check|complete|write|update|replace|verify)\w*"
)
_EMPTY = lazy_pattern(
    r"""
      \b(?:hola|hi|hello|hey|dear|estimad[oa]|querid[oa]|buen[oa]s\ (?:dias|tardes|noches)|good\ (?:morning|afternoon)
        |sra?\.?|mrs?\.?|ms\.?|don|dona|doctora?|dra?\.)\ +[,:;.](?![.\w)])
    | \b(?:sobre|de|del|en|con|para|al?|como|at|in|of|about|with|for|from|to|as|your|tu|su|tus|sus|el|la|los|las|the
        |una?|an)\ +[,.](?!\.)(?=\s|$)
    | (?<=[,;])\ +[,;.](?=\s|$) | \(\s*\) | «\s*» | “\s*” | (?<!")""(?!")
    """,
    re.VERBOSE,
)
"""Where a value was filled in that is nothing: a greeting or a preposition, and then a stop with a space before it."""
_SIGNS_OF_EMPTY = (" ,", " .", " :", " ;", "( ", "()", "«»", "« ", "“”", '""')
_SPELLED_OUT_WORDS = frozenset(
    "lorem ipsum amet insert inserta insertar inserte rellenar completar fill completed nota note aviso aclaracion"
    " disclaimer nombre name empresa company enlace link text texto cargo title apellido apellidos firstname"
    " lastname fullname fname lname cliente contacto prospecto prospect recipient customer xx".split()
)
_SPELLED_OUT_SIGNS = ("/", "(a)", "@", "madam")
_CAPITALS = ("TBD", "TBC", "FIXME", "TODO:")
"""One of those words or signs stands in every blank that is spelled out, and one of these in one in capitals."""
_UNLESS_KNOWN = lazy_pattern(
    r"""
      (?P<square>\[[^\[\]\n]{1,60}\])
    | (?P<angle><[^\W\d_][^<>\n]{0,40}>)
    | (?P<quoted>[«‹][^«»‹›\n]{2,40}[»›])
    | (?P<crosses>(?<![\w.'’-])(?:[Xx]{2,}|XX+[kKM]|XYZ)(?![\w'’]))
    | (?P<lone>(?<![\w.'’-])[XN](?=\s?%|\s(?:años?|meses|semanas|días|horas|minutos|euros|€|millones|clientes|empresas
        |personas|puntos|years?|months?|weeks?|days|hours|minutes|dollars|million|customers|companies|people)\b))
    | (?P<nothing>(?<![\w/#])(?:N/[AaDd]|n/[ad])(?![\w/]))
    | (?P<round>\([^\W\d_][^()\n]{1,40}\))
    | (?P<shouted>\b(?:NOMBRE|APELLIDOS?|EMPRESA|CARGO|PUESTO|(?:(?:FIRST|LAST|FULL)\ ?)?NAME|SURNAME|COMPANY)\b)
    | (?P<empty>\b(?:None|null|NULL|Null|undefined|NaN|nan)\b)
    """,
    re.VERBOSE,
)
_SIGNS_OF_BLANKS = "[<«‹("
_WORDS_OF_BLANKS = frozenset(
    "x n xyz none null undefined nan nombre apellido apellidos empresa cargo puesto name surname company firstname"
    " lastname".split()
)
"""Every blank of those has one of these signs, is one of these words, or begins with xx."""
_NOT_BLANKS_IN_BRACKETS = lazy_pattern(
    r"\[(?:sic|\W*|\d{1,3}(?:\s?[-–]\s?\d{1,3})?|\.|…|punto|dot|at|arroba)\]", re.IGNORECASE
)
_INSIDE_QUOTES = lazy_pattern(r"[«“\"][^«»“”\"\n]*$")
_LEADS_TO_A_VALUE = lazy_pattern(
    r"(?:^|[\s(¡¿])(?:hola|hi|hello|hey|dear|estimad[oa]|buenas|querid[oa]|en|de|del|a|al|con|para|como|desde"
    r"|at|of|in|for|with|from|as|to|your|tu|su|\$|€)[,:]?\s{0,9}$"
)
_ROMAN_NUMERAL = lazy_pattern(r"[IVXLC]{2,}")
_BEGINS_CLAUSE = lazy_pattern(r"(?:^|[.!?…:;\n]\s*)$")
_ORDINARY_AFTER = lazy_pattern(
    r"\s+(?:of|hypothes[ie]s|pointers?|and void|values?|safety|island|behaviou?r|roles?|scope|the less|but)\b"
)


def examine(reading: Reading, _context: GateContext) -> Check:
    """Block if anything unfilled is left, in any of the ways that templates, spreadsheets and programs leave it.

    Text that stands so in the facts ("XX Networks", "[Webinar] …") is no blank, but for the marks that only a
    template has.
    """
    known = reading.evidence.folded
    spans = [span for passage in reading.passages for span in _blanks(passage, known)]
    if not spans:
        return passed(NAME, "No queda nada por rellenar", "Nothing is left unfilled")
    if len(spans) == 1:
        return blocked(NAME, Sentence("Queda un hueco sin rellenar.", "A blank is left unfilled."), spans)
    return blocked(
        NAME, Sentence(f"Quedan {len(spans)} huecos sin rellenar.", f"{len(spans)} blanks are left unfilled."), spans
    )


def _blanks(passage: Passage, known: str) -> Iterator[Span]:
    covered = 0
    for start, end in sorted(
        [*_certain(passage, known), *_likely(passage, known)], key=lambda span: (span[0], -span[1])
    ):
        if start >= covered:
            covered = end
            yield passage.span(start, end)


def _certain(passage: Passage, known: str) -> Iterator[tuple[int, int]]:
    searches = []
    if _may_be_spelled_out(passage):
        yield from (match.span() for match in _SPELLED_OUT.finditer(passage.folded) if not _quotes_facts(match, known))
    if any(word in passage.text for word in _CAPITALS):
        searches.append((_IN_CAPITALS, passage.text))
    if any(sign in passage.text for sign in _SIGNS_OF_EMPTY):
        searches.append((_EMPTY, passage.folded))
    if _SYMBOLS.search(passage.text):
        searches.append((_SYMBOLIC, passage.text))
    yield from (match.span() for pattern, text in searches for match in pattern.finditer(text))


def _may_be_spelled_out(passage: Passage) -> bool:
    return not _SPELLED_OUT_WORDS.isdisjoint(passage.runs) or any(sign in passage.folded for sign in _SPELLED_OUT_SIGNS)


def _quotes_facts(match: re.Match[str], known: str) -> bool:
    """Whether it stands in quotation marks and so in the facts: «no "Dear Sir/Madam" here» to somebody who wrote so."""
    return match.group() in known and _INSIDE_QUOTES.search(match.string, 0, match.start()) is not None


def _likely(passage: Passage, known: str) -> Iterator[tuple[int, int]]:
    for match in _UNLESS_KNOWN.finditer(passage.text) if _may_be_likely(passage) else ():
        if not _stands_in_facts(match, passage, known) and _JUDGES[match.lastgroup or ""](match):
            yield match.span()


def _may_be_likely(passage: Passage) -> bool:
    return (
        any(sign in passage.text for sign in _SIGNS_OF_BLANKS)
        or not _WORDS_OF_BLANKS.isdisjoint(passage.runs)
        or any(word.startswith("xx") for word in passage.runs)
    )


def _stands_in_facts(match: re.Match[str], passage: Passage, known: str) -> bool:
    """Whether the facts hold the match together with the word beside it (alone, if it is long enough to be sure)."""
    written = passage.folded[match.start() : match.end()]
    if written not in known:
        return False
    if len(written) > 5:
        return True
    after = words_of(passage.text[match.end() : match.end() + 40])
    before = words_of(passage.text[max(0, match.start() - 40) : match.start()])
    return bool(after and f"{written} {after[0].folded}" in known) or bool(
        before and f"{before[-1].folded} {written}" in known
    )


def _is_blank_in_square(match: re.Match[str]) -> bool:
    if _NOT_BLANKS_IN_BRACKETS.fullmatch(match.group()) or _is_index(match):
        return False
    if _names_a_field(match.group()):
        return True
    quoted = _INSIDE_QUOTES.search(match.string, 0, match.start())
    return not (quoted and match.group()[1].islower())


def _is_index(match: re.Match[str]) -> bool:
    """Whether it stands right behind a word, as in a program: "Optional[str]"."""
    return match.start() > 0 and match.string[match.start() - 1].isalnum()


def _is_blank_in_angles(match: re.Match[str]) -> bool:
    return "@" not in match.group() and "://" not in match.group()


def _is_blank_in_quotes(match: re.Match[str]) -> bool:
    """Guillemets are ordinary quotation marks, so only a template's own word in capitals is a blank."""
    inside = match.group()[1:-1]
    return (inside.isupper() or "_" in inside or inside.istitle()) and _names_a_field(match.group())


def _is_blank_in_round(match: re.Match[str]) -> bool:
    return _names_a_field(match.group())


def _is_shouted_blank(match: re.Match[str]) -> bool:
    """In a text in capitals the name of a field is a word like any other."""
    letters = [letter for letter in match.string if letter.isalpha()]
    return sum(map(str.isupper, letters)) < len(letters) / 2


def _names_a_field(bracketed: str) -> bool:
    inside = " ".join(word.folded for word in words_of(bracketed.replace("_", " ")))
    return inside in word_set("placeholder_words")


def _is_blank_of_crosses(match: re.Match[str]) -> bool:
    """XX and XXX are Roman numerals beside a century or an event, and lower-case xx can be kisses."""
    written = match.group()
    if written.islower():
        return bool(re.match(r"\s?(?:%|€|\$|años|meses|días|years|months|days)", match.string[match.end() :]))
    if len(written) > 3 or not set(written) <= {"X"}:
        return True
    before = words_of(match.string[max(0, match.start() - 30) : match.start()])
    after = words_of(match.string[match.end() : match.end() + 30])
    neighbours = {word.folded for word in (*before[-1:], *after[:1])}
    numerals = any(_ROMAN_NUMERAL.fullmatch(word.text) for word in before[-2:])
    return not (numerals or neighbours & word_set("roman_numeral_neighbours"))


def _is_rendered_nothing(match: re.Match[str]) -> bool:
    """A program's word for nothing, where a value should be: after a greeting or a preposition, before a stop."""
    before, after = fold(match.string[: match.start()]), match.string[match.end() :]
    if _LEADS_TO_A_VALUE.search(before) and not _ORDINARY_AFTER.match(after):
        return True
    written = match.group()
    if written in ("NaN", "NULL"):
        return True
    if written == "None":
        return not _BEGINS_CLAUSE.search(before) and not _ORDINARY_AFTER.match(after)
    return written in ("null", "Null") and not _ORDINARY_AFTER.match(after)


def _always(_match: re.Match[str]) -> bool:
    return True


_JUDGES = {
    "square": _is_blank_in_square,
    "angle": _is_blank_in_angles,
    "round": _is_blank_in_round,
    "shouted": _is_shouted_blank,
    "quoted": _is_blank_in_quotes,
    "crosses": _is_blank_of_crosses,
    "lone": _always,
    "nothing": _always,
    "empty": _is_rendered_nothing,
}
