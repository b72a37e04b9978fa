"""The figures of the report to the region worked out anew by DuckDB, over the same exported rows."""

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

import duckdb
from territory_check import Told, export, frames_of

from desktop.content.library import Library
from desktop.storage import FILE_NAME, FileDatabase
from desktop.storage.facts_reader import FactsReader
from desktop.territory.facts import Facts
from desktop.territory.monitoring import monitor

_LAST = """
CREATE TABLE last AS SELECT DISTINCT ON (company.id) company.id, round.id AS round, standing.overall
FROM round JOIN company ON company.id = round.company JOIN standing ON standing.round = round.id
ORDER BY company.id, round.turn DESC, round.id DESC
"""
_CHANGE = """
SELECT [count(*), {first}, {last}] FROM round r JOIN standing a ON a.round = r.id
JOIN round s ON s.company = r.company AND s.turn = 1 JOIN standing b ON b.round = s.id WHERE r.turn = 0
"""
_LACKS = """
SELECT '{name}', [count(*), count(*) FILTER (substr(levels, {place}, 1) < substr(targets, {place}, 1))]
FROM last JOIN need ON need.round = last.round WHERE substr(levels, {place}, 1) != '-'
"""
_SERVICES = """
SELECT category, [count(*), count(DISTINCT company), sum(price), sum(aid)] FROM service
WHERE state IN ('delivered', 'reported') GROUP BY 1
"""
_MEAN = "coalesce((2 * sum({0}) + count({0})) // (2 * count({0})), 0)"  # halves up


def report_differences(folder: Path, library: Library) -> tuple[int, list[str]]:
    """How many of the figures told were compared, and those that differ; the workspace must be closed."""
    with closing(FileDatabase(folder)) as database:
        facts = FactsReader(database).read()
    areas = {name: entry.area for name, entry in library.catalogue.competences.items()}
    shown = _shown(facts, areas)
    with tempfile.TemporaryDirectory() as place, closing(duckdb.connect()) as duck:
        export(folder / FILE_NAME, Path(place), duck)
        duck.execute(_LAST)
        expected = _expected(duck, frames_of(folder / FILE_NAME)["competences"])
    wrong = (name for name in shown if shown[name] != expected.get(name))
    return len(shown), [
        f"{name}: {shown[name]} is told, DuckDB says {expected.get(name)}" for name in sorted(wrong)
    ]


def _shown(facts: Facts, areas: dict[str, str]) -> Told:
    told = monitor(facts, areas, 0)
    shown: Told = {("firms",): (told.firms,), ("scored",): (told.scored, told.mean or 0)}
    if told.change is not None:
        shown["change",] = (told.change.n, *told.change.scores[None])
    shown |= {("lacks", name): (each.known, each.lacking) for name, each in told.competences.items() if each}
    shown |= {
        (kind, each.key): (each.firms, each.mean or 0)
        for kind in ("sector", "size", "region")
        for each in told.breakdowns[kind].lines
    }
    shown |= {
        ("services", name): (each.services, each.firms, each.price_cents, each.aid_cents)
        for name, each in told.services.items()
    }
    return shown


def _expected(duck: duckdb.DuckDBPyConnection, competences: Sequence[str]) -> Told:
    told: Told = {}
    for kind, asked in _asked(competences):
        for *names, values in duck.execute(asked).fetchall():
            told[(kind, *names)] = tuple(int(value) for value in values)
    return told


def _asked(competences: Sequence[str]) -> Iterator[tuple[str, str]]:
    mean, first, last = (_MEAN.format(each) for each in ("overall", "a.overall", "b.overall"))
    yield "firms", "SELECT [count(*)] FROM company"
    yield "scored", f"SELECT [count(*), {mean}] FROM last WHERE overall >= 0"  # noqa: S608
    yield "change", _CHANGE.format(first=first, last=last)
    yield "services", _SERVICES
    for kind in ("sector", "size", "region"):
        firms = "company LEFT JOIN last ON last.id = company.id"
        yield kind, f"SELECT company.{kind}, [count(*), {mean}] FROM {firms} GROUP BY 1"  # noqa: S608
    for place, name in enumerate(competences, 1):
        yield "lacks", _LACKS.format(name=name, place=place)
