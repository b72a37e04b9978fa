"""The words open data begins with: what is in it, how it was made, and what may be done with it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from desktop.exchange.outward.open_data.fields import Field
from desktop.exchange.outward.table import Table
from desktop.text import Wording
from desktop.workspace.reports.making import Making

Fields: TypeAlias = Mapping[str, Sequence[Field]]


def readme(making: Making, tables: Sequence[Table], fields: Fields, words: Wording) -> str:
    """A text in Markdown, with the data dictionary at its end."""
    parts = (*_parts(making, tables, words), *_dictionary(fields, words))
    return "\n\n".join(parts) + "\n"


def _parts(making: Making, tables: Sequence[Table], words: Wording) -> Iterator[str]:
    wish = making.wish
    yield f"# {words('Open data of a hub')}"
    yield words("Made on {day} by {hub} with Sestante.", day=making.made_on, hub=wish.hub or words("a hub"))
    if wish.year is not None:
        yield words("Only what happened in {year} is in it.", year=wish.year)
    yield _lines(tables, words)
    yield words(
        "dictionary.csv says what each column means, schema.json the same for programs; data.json holds all "
        "tables together. CSV files are UTF-8 with a byte order mark and commas; an empty cell means that "
        "something is not known or not told; a text that a spreadsheet could take for a formula begins "
        "with an apostrophe."
    )
    yield from _privacy(words, is_aggregated=wish.is_aggregated)


def _dictionary(fields: Fields, words: Wording) -> Iterator[str]:
    for table, columns in fields.items():
        head = (f"| {words('Column')} | {words('Type')} | {words('Meaning')} |", "|---|---|---|")
        rows = (f"| {each.name} | {each.type} | {words.tell(each.says)} |" for each in columns)
        yield f"## {table}.csv"
        yield "\n".join((*head, *rows))


def _lines(tables: Sequence[Table], words: Wording) -> str:
    return "\n".join(
        "- "
        + words.plural(
            "{name}.csv: {count} row", "{name}.csv: {count} rows", len(table.rows), name=table.name
        )
        for table in tables
    )


def _privacy(words: Wording, *, is_aggregated: bool) -> Iterator[str]:
    if is_aggregated:
        yield words(
            "These are sums. No figure tells of fewer than five companies, and none of fewer can be computed "
            "from them. They may be published."
        )
        return
    yield words(
        "Each company stands under a code that only the hub can resolve; names, addresses, contacts, exact "
        "numbers of staff and free texts are not here. Size, sector and region are told only as far as at "
        "least five companies share them."
    )
    yield words(
        "All the same a company that knows its own scores could find itself: these are pseudonymous data "
        "under the GDPR. Give them to those who need them for research, under an agreement; publish the sums "
        "instead."
    )
