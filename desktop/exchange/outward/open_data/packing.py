"""Open data in one zip: each table as CSV, all as JSON, its schema, a dictionary and words to begin with."""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from desktop.csv_writing import Cell, csv_bytes
from desktop.exchange.outward.open_data.fields import Field, dictionary, schema
from desktop.exchange.outward.table import Table
from desktop.stopping import refuse_if_stopped
from desktop.text import Wording


def pack(
    tables: Sequence[Table],
    fields: Mapping[str, Sequence[Field]],
    readme: str,
    words: Wording,
    made_on: date,
) -> bytes:
    """The zip's content; the same tables give the same bytes."""
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        for name, data in _files(tables, fields, readme, words):
            refuse_if_stopped()
            entry = ZipInfo(name, (made_on.year, made_on.month, made_on.day, 0, 0, 0))
            entry.compress_type = ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, data)
    return stream.getvalue()


def _files(
    tables: Sequence[Table], fields: Mapping[str, Sequence[Field]], readme: str, words: Wording
) -> Iterable[tuple[str, bytes]]:
    yield "README.md", readme.encode()
    headings = (words("Table"), words("Column"), words("Type"), words("Filled"), words("Meaning"))
    yield "dictionary.csv", csv_bytes((headings, *dictionary(fields, words)))
    yield "schema.json", _json(schema(fields, words))
    yield "data.json", _json({table.name: [_entry(table, row) for row in table.rows] for table in tables})
    for table in tables:
        yield f"{table.name}.csv", table.as_csv()


def _entry(table: Table, row: Sequence[Cell]) -> Mapping[str, object]:
    plain = (cell.isoformat() if isinstance(cell, date) else cell for cell in row)
    return dict(zip(table.headings, plain, strict=True))


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=1).encode()
