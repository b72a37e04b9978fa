"""A provider's list read, merged and made into course files, with everything that could not be."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from desktop.content.catalogues.catalogue import Catalogue
from desktop.content.catalogues.course_columns import ColumnsFile, read_columns
from desktop.content.catalogues.course_writing import courses_to_yaml, summaries_to_yaml
from desktop.content.catalogues.keywords import Keywords
from desktop.content.files.saving import save
from desktop.csv_writing import Cell, csv_bytes
from desktop.exchange.course_import.courses import (
    Made,
    Origin,
    already_there,
    known_addresses,
    make_course,
)
from desktop.exchange.course_import.headings import columns_of, count_known
from desktop.exchange.course_import.merging import merged
from desktop.exchange.course_import.offers import Offer, offer_of
from desktop.exchange.course_import.tables import Table, read_table
from desktop.exchange.course_import.topics import topics_of
from desktop.exchange.xlsform.naming import Taken, slug
from desktop.text import Sentence, Wording

_COURSES_A_FILE = 300  # far below what the strict reader of YAML takes


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of a list: courses, rows that are none with the reason, and what is there already."""

    name: str
    table: Table
    unused: tuple[str, ...]
    offers: tuple[Offer, ...]
    made: tuple[Made, ...]
    not_mapped: tuple[tuple[Offer, Sentence], ...]
    known: tuple[tuple[Offer, str], ...]


def import_courses(
    path: Path,
    columns: Path | None,
    catalogue: Catalogue,
    keywords: Keywords,
    month: str,
) -> Imported:
    """The courses of the list at `path`; `month` (2026-11) dates those the list does not. Writes nothing.

    ContentError where the list or the file of columns cannot be used.
    """
    said = read_columns(columns) if columns else ColumnsFile(format=1)
    table = read_table(path, partial(count_known, said=said))
    found = columns_of(table.headings, said, columns)
    offers = [offer_of(number, cells, found, said) for number, cells in table.rows]
    groups, shared = merged(offers)
    origin = Origin(catalogue, topics_of(catalogue, keywords), path.name[:100], month, frozenset(shared))
    addresses = known_addresses(catalogue)
    taken = Taken.of(catalogue.courses)
    made: list[Made] = []
    not_mapped: list[tuple[Offer, Sentence]] = []
    known: list[tuple[Offer, str]] = []
    for rows in groups:
        if name := already_there((row for row in rows if row.url not in shared), addresses):
            known.extend((row, name) for row in rows)
            continue
        course = make_course(rows, origin, taken)
        if isinstance(course, Made):
            made.append(course)
        else:
            not_mapped.extend((row, course) for row in rows)
    return Imported(
        path.stem, table, found.unused, tuple(offers), tuple(made), tuple(not_mapped), tuple(known)
    )


def write_courses(
    imported: Imported, folder: Path, catalogue: Catalogue, words: Wording, *, is_forced: bool
) -> tuple[Path, ...]:
    """Write the files; ContentError where one exists already and the author did not ask to replace it."""
    stem = slug(imported.name, "courses")
    files: dict[Path, bytes] = {}
    areas: dict[str, list[Made]] = {}
    for each in imported.made:
        area = catalogue.competences[next(iter(each.course.teaches))].area
        areas.setdefault(area, []).append(each)
    for area, courses in areas.items():
        for number, start in enumerate(range(0, len(courses), _COURSES_A_FILE), start=1):
            name = f"{stem}-{area}" if number == 1 else f"{stem}-{area}-{number}"
            files |= _files(folder, name, imported.name, courses[start : start + _COURSES_A_FILE])
    if imported.not_mapped:
        files[folder / f"{stem}-not-mapped.csv"] = _not_mapped(imported, words)
    save(files, is_new=not is_forced)
    return tuple(files)


def _files(folder: Path, name: str, source: str, made: Sequence[Made]) -> dict[Path, bytes]:
    about = f"Courses imported from {source}: look at each before you use it."
    files = {folder / f"{name}.yaml": courses_to_yaml((each.course for each in made), about).encode()}
    for language in ("it", "en"):
        texts = {each.course.id: each.summaries[language] for each in made if language in each.summaries}
        if texts:
            about = f"Summaries of the courses of {name}.yaml as their provider wrote them."
            files[folder / f"{name}.{language}.yaml"] = summaries_to_yaml(texts, language, about).encode()
    return files


def _not_mapped(imported: Imported, words: Wording) -> bytes:
    """The rows that are no course, as they stood, with the reason; spreadsheet programs open it."""
    headings = [words("row"), words("reason"), *imported.table.headings]
    found = sorted(imported.not_mapped, key=_row_of)
    rows: list[Sequence[Cell]] = [headings]
    rows += ((offer.row, words.tell(reason), *offer.cells) for offer, reason in found)
    return csv_bytes(rows, ";")


def _row_of(refused: tuple[Offer, Sentence]) -> int:
    return refused[0].row
