"""Pasted text to a table of people: cells of a spreadsheet, JSON, one profile or several, people line by line."""

from shared.importing.table import OpenTable, open_table


def open_people_text(text: str) -> OpenTable:
    """The people of a pasted text, with the columns mapped; raises InvalidInputError if it is empty."""
    return open_table(text.encode())
