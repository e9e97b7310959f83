"""Text in a CSV that people open in a spreadsheet, which runs what looks like a formula.

The rule is OWASP's for CSV injection (owasp.org/www-community/attacks/CSV_Injection): a text that begins with one of
these signs gets an apostrophe in front, and is shown as text. Plain numbers and phone numbers run nothing and stay.
"""

from shared.domain.lazy_pattern import lazy_pattern

_RUNS_AS_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


_NUMBER = lazy_pattern(r"[+-]?\(?[0-9][0-9 .,()/-]*")


def as_cell(text: str) -> str:
    """The text as a cell that no spreadsheet runs."""
    return f"'{text}" if text.startswith(_RUNS_AS_FORMULA) and not _NUMBER.fullmatch(text) else text
