"""A monitoring report as sheets of a spreadsheet."""

from desktop.report.monitoring.parts import Parts
from desktop.report.monitoring.told import ToldMonitoring
from desktop.report.monitoring.words import facts_in_words, lead_in_words, method_in_words, title_in_words
from desktop.report.office.table_book import TableSheet
from desktop.text import wording as wording_of


def monitoring_sheets(told: ToldMonitoring, language: str) -> tuple[TableSheet, ...]:
    """What it rests on, a sheet for each part, and how it was made."""
    words = wording_of(language)
    facts = TableSheet(
        words("Territory"),
        (title_in_words(told, words), ""),
        ((lead_in_words(told, words), ""), *facts_in_words(told, words)),
    )
    parts = (TableSheet(each.sheet, each.headings, each.rows) for each in Parts(told, words).parts())
    method = TableSheet(words("Method"), (words("About"), ""), tuple(method_in_words(words)))
    return (facts, *parts, method)
