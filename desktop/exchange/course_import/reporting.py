"""What an import brought and what it left out, in sentences with examples and their rows."""

from collections.abc import Iterable, Iterator, Sequence

from desktop.exchange.course_import.courses import Made
from desktop.exchange.course_import.importing import Imported
from desktop.exchange.course_import.offers import Offer
from desktop.text import Sentence, as_written, indented, say

_EXAMPLES = 5
_SHOWN = 10
_FIELDS = {
    "language": say("Languages not understood: {count}"),
    "duration": say("Durations not understood: {count}"),
    "price": say("Prices that are not a plain amount in euros: {count}"),
    "level": say("Levels not understood: {count}"),
    "format": say("Formats not understood: {count}"),
    "url": say("Addresses that are incomplete: {count}"),
    "date": say("Dates not understood: {count}"),
}


def report_lines(imported: Imported) -> Iterator[Sentence]:
    """All that is worth knowing of an import, numbers first."""
    courses = imported.made
    yield from imported.table.remarks
    yield say("Rows: {count}", count=len(imported.offers))
    yield say("Courses: {count}", count=len(courses))
    merged = [made for made in courses if len(made.rows) > 1]
    yield from _counted(say("Rows joined to another one of the same course: {count}"), _joined(merged))
    without = {
        say("Courses without hours: {count}"): [each for each in courses if each.course.hours is None],
        say("Hours estimated from a range, from weeks or from “about”: {count}"): [
            each for each in courses if each.course.hours_basis == "estimated"
        ],
        say("Provider, format or price taken from the site of the address: {count}"): [
            each for each in courses if any(row.by_site for row in each.rows)
        ],
        say("Courses without a price: {count}"): [each for each in courses if each.course.cost_eur is None],
        say("Courses without a language: {count}"): [each for each in courses if not each.course.languages],
        say("Courses without an audience, taken from their competences: {count}"): [
            each for each in courses if not each.is_audience_told
        ],
        say("Competences recognised in the summary alone, marked to check: {count}"): [
            each for each in courses if each.is_by_summary
        ],
        say("Courses without a summary in Italian or English: {count}"): [
            each
            for each in courses
            if len(each.summaries) < 2  # noqa: PLR2004 - the two languages
        ],
    }
    for what, made in without.items():
        yield from _counted(what, [(each.rows[0].row, each.course.title) for each in made])
    yield from _unclear(imported.offers)
    there = [(offer.row, name) for offer, name in imported.known]
    yield from _counted(say("Rows whose course is in the catalogue already: {count}"), there)
    yield from _refused(imported)
    if imported.unused:
        yield say("Columns not used: {names}", names=", ".join(name[:60] for name in imported.unused))


def preview_lines(imported: Imported) -> Iterator[Sentence]:
    """The first courses as they would be written."""
    from desktop.content.catalogues.course_writing import courses_to_yaml

    text = courses_to_yaml((made.course for made in imported.made[:_SHOWN]), imported.name)
    for line in text.splitlines():
        yield as_written(line)


def _joined(merged: Iterable[Made]) -> list[tuple[int, str]]:
    return [(row.row, made.course.title) for made in merged for row in made.rows[1:]]


def _unclear(offers: Iterable[Offer]) -> Iterator[Sentence]:
    for field, what in _FIELDS.items():
        found = [(offer.row, offer.unclear[field]) for offer in offers if field in offer.unclear]
        yield from _counted(what, found)


def _refused(imported: Imported) -> Iterator[Sentence]:
    by_reason: dict[str, list[Offer]] = {}
    reasons = {}
    for offer, reason in imported.not_mapped:
        by_reason.setdefault(reason.message, []).append(offer)
        reasons[reason.message] = reason
    for message, offers in by_reason.items():
        what = say("Rows not mapped, {reason}: {count}", reason=reasons[message])
        yield from _counted(what, [(offer.row, offer.title) for offer in offers])


def _counted(what: Sentence, examples: Sequence[tuple[int, str]]) -> Iterator[Sentence]:
    """A count with its first examples; nothing where there are none."""
    if not examples:
        return
    yield Sentence(what.message, {**what.values, "count": len(examples)})
    for row, text in examples[:_EXAMPLES]:
        yield indented(say("row {row}: {text}", row=row, text=text[:80]))
    if len(examples) > _EXAMPLES:
        yield indented(say("and {count} more", count=len(examples) - _EXAMPLES))
