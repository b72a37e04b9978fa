"""The figures of a territory worked out anew by DuckDB, over the same rows exported as plain tables."""

import csv
import json
import sqlite3
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path

import duckdb

from desktop.content.company import size_class_of
from desktop.storage import FILE_NAME
from desktop.territory.figures.values import GROUPINGS
from desktop.territory.wanted import Wanted
from desktop.workspace import Workspace

Told = dict[tuple[str, ...], tuple[int, ...]]
_ASKED: Mapping[str, str] = {
    "company": "SELECT id, coalesce(region, ''), coalesce(province, ''), coalesce(sector, ''), headcount,"
    " turnover_eur, (SELECT office FROM engagement WHERE company_id = company.id),"
    " (SELECT event_id FROM engagement WHERE company_id = company.id) FROM company",
    "round": "SELECT id, company_id, CAST(substr(stage, 2) AS INTEGER), substr(changed_at, 1, 10) FROM round",
    "standing": "SELECT round_id, overall, coverage, scores FROM standing WHERE questionnaire_id = 'dma-sme'",
    "need": "SELECT round_id, levels, targets FROM need",
    "service": "SELECT company_id, kind, price_cents, aid_cents, state, category FROM service",
}
_COLUMNS: Mapping[str, str] = {
    "company": "id, region, province, sector, size, office, event",
    "round": "id, company, turn, day",
    "standing": "round, overall, coverage, scores",
    "need": "round, levels, targets",
    "service": "company, kind, price, aid, state, category",
}
# A table: through a view DuckDB 2.0.0 looks for the last of those rounds alone that a later join keeps.
_LAST = """
CREATE TEMP TABLE last AS
SELECT DISTINCT ON (company.id) company.*, round.turn, round.id AS round, standing.overall, standing.scores
FROM round JOIN company ON company.id = round.company JOIN standing ON standing.round = round.id
WHERE {where} AND {stage}
ORDER BY company.id, round.turn DESC, round.id DESC
"""


def differences(workspace: Workspace, wanted: Wanted) -> tuple[int, list[str]]:
    """How many figures were compared, and those that differ, in words."""
    shown = dict(_shown(workspace, wanted))
    with tempfile.TemporaryDirectory() as folder, closing(duckdb.connect()) as duck:
        export(workspace.folder / FILE_NAME, Path(folder), duck)
        expected = _expected(duck, wanted, workspace)
    wrong = [
        f"{name}: {shown.get(name)} is shown, DuckDB says {value}"
        for name, value in expected.items()
        if shown.get(name) != value
    ]
    return len(expected), [*wrong, *(f"{name}: only shown" for name in shown.keys() - expected.keys())]


def _shown(workspace: Workspace, wanted: Wanted) -> Iterator[tuple[tuple[str, ...], tuple[int, ...]]]:
    figures = workspace.hub.territory.figures(wanted)
    maturity = figures.maturity
    yield ("all", "overall"), (maturity.overall.n, maturity.overall.total)
    for name, mean in maturity.dimensions.items():
        yield ("all", name), (mean.n, mean.total)
    for grouping in GROUPINGS:
        for group in maturity.groups[grouping]:
            yield (grouping, group.within, group.name), (group.overall.n, group.overall.total)
    for month in figures.months:
        yield ("month", str(month.month)), (month.mean.n, month.mean.total)
    change = figures.changes[0]
    yield ("change",), (change.before.n, change.before.total, change.after.total, change.better)
    for each in figures.demand.competences:
        yield ("lacks", each.competence), (each.known, each.lacking)
    for kind in figures.services.kinds:
        yield ("kind", kind.name), (kind.count, kind.companies, kind.price_cents, kind.aid_cents)


def export(path: Path, folder: Path, duck: duckdb.DuckDBPyConnection) -> None:
    """Write the rows as plain tables, and let DuckDB read those."""
    with closing(sqlite3.connect(path)) as file:
        for table, asked in _ASKED.items():
            target = folder / f"{table}.csv"
            with target.open("w", newline="", encoding="utf-8") as out:
                rows = file.execute(asked)
                csv.writer(out).writerows(map(_firm, rows) if table == "company" else rows)
            names = ", ".join(f"'{name}'" for name in _COLUMNS[table].split(", "))
            read = f"read_csv('{target}', header=false, names=[{names}], all_varchar=true, nullstr='NULL')"
            duck.execute(f"CREATE TABLE {table} AS SELECT {_typed(table)} FROM {read}")  # noqa: S608


def _firm(row: tuple[object, ...]) -> tuple[object, ...]:
    number, region, province, sector, headcount, turnover, office, event = row
    return (
        number,
        region,
        province,
        sector,
        size_class_of(headcount, turnover, None),
        office or "",
        event or "",
    )


def _typed(table: str) -> str:
    whole = ("id", "company", "turn", "round", "overall", "coverage", "price", "aid")
    return ", ".join(
        f"CAST({name} AS BIGINT) AS {name}" if name in whole else f"coalesce({name}, '') AS {name}"
        for name in _COLUMNS[table].split(", ")
    )


def _expected(duck: duckdb.DuckDBPyConnection, wanted: Wanted, workspace: Workspace) -> Told:
    given = {name: getattr(wanted, name) for name in ("region", "sector", "size", "office")}
    where = " AND ".join(f"company.{name} = '{value}'" for name, value in given.items() if value) or "true"
    stage = f"round.turn = {wanted.stage[1:]}" if wanted.stage else "true"
    duck.execute(_LAST.format(where=where, stage=stage))
    frames = frames_of(workspace.folder / FILE_NAME)
    told: Told = {}
    _put(told, duck, ("all", "overall"), "SELECT count(*), coalesce(sum(overall), 0) FROM last")
    for place, name in enumerate(frames["dimensions"]):
        line = f"substr(scores, {5 * place + 1}, 5)"
        asked = f"SELECT count(*), coalesce(sum(CAST({line} AS BIGINT)), 0) FROM last WHERE {line} != '-----'"  # noqa: S608
        _put(told, duck, ("all", name), asked)
    for grouping in GROUPINGS:
        within = "region" if grouping == "province" else "''"
        asked = f"SELECT {within}, {grouping}, count(*), sum(overall) FROM last GROUP BY 1, 2"  # noqa: S608
        for inside, name, count, total in duck.execute(asked).fetchall():
            told[grouping, inside, name] = (count, int(total))
    _months(told, duck, f"{where} AND {stage}")
    _changes(told, duck, where)
    _needs(told, duck, frames["competences"])
    _services(told, duck, where)
    return told


def _put(told: Told, duck: duckdb.DuckDBPyConnection, name: tuple[str, ...], asked: str) -> None:
    row = duck.execute(asked).fetchone()
    told[name] = tuple(int(value) for value in row or ())


def _months(told: Told, duck: duckdb.DuckDBPyConnection, where: str) -> None:
    asked = f"""
    SELECT (CAST(substr(day, 1, 4) AS INT) - 1970) * 12 + CAST(substr(day, 6, 2) AS INT) - 1,
        count(*), sum(overall)
    FROM round JOIN company ON company.id = round.company JOIN standing ON standing.round = round.id
    WHERE {where} GROUP BY 1
    """  # noqa: S608
    for month, count, total in duck.execute(asked).fetchall():
        told["month", str(month)] = (count, int(total))


def _changes(told: Told, duck: duckdb.DuckDBPyConnection, where: str) -> None:
    asked = f"""
    SELECT count(*), coalesce(sum(a.overall), 0), coalesce(sum(b.overall), 0),
        count(*) FILTER (b.overall > a.overall)
    FROM company JOIN round r ON r.company = company.id AND r.turn = 0 JOIN standing a ON a.round = r.id
    JOIN round s ON s.company = company.id AND s.turn = 1 JOIN standing b ON b.round = s.id WHERE {where}
    """  # noqa: S608
    _put(told, duck, ("change",), asked)


def _needs(told: Told, duck: duckdb.DuckDBPyConnection, competences: Sequence[str]) -> None:
    for place, name in enumerate(competences, 1):
        level, target = f"substr(levels, {place}, 1)", f"substr(targets, {place}, 1)"
        asked = f"""
        SELECT count(*), count(*) FILTER ({level} < {target})
        FROM last JOIN need ON need.round = last.round WHERE {level} != '-'
        """  # noqa: S608
        _put(told, duck, ("lacks", name), asked)


def _services(told: Told, duck: duckdb.DuckDBPyConnection, where: str) -> None:
    for kind in ("training", "consulting", ""):
        asked = f"""
        SELECT count(*), count(DISTINCT service.company), coalesce(sum(price), 0), coalesce(sum(aid), 0)
        FROM service JOIN company ON company.id = service.company
        WHERE {where} AND kind = '{kind}' AND state IN ('delivered', 'reported')
        """  # noqa: S608
        _put(told, duck, ("kind", kind), asked)


def frames_of(path: Path) -> Mapping[str, Sequence[str]]:
    """What the places in lines of digits stand for."""
    with closing(sqlite3.connect(path)) as file:
        return {kind: json.loads(names) for kind, names in file.execute("SELECT kind, names FROM frame")}
