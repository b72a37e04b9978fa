"""A data folder with many companies that never were, each with a round or two, some with what is due."""

import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from desktop.content.company import Company
from desktop.workspace import Workspace

_TRADES = ("Panificio", "Officina", "Caffè", "Studio", "Impresa", "Vivaio", "Tipografia", "Oreficeria")
_NAMES = ("Lorusso", "D’Angelo", "Città", "Bianchi", "Esposito", "Ångström", "Ferrari", "Nicolò", "Greco")
_REGIONS = ("ITF4", "ITF3", "ITC4", "ITI4", "ITH5", "ITG1", None)
_SECTORS = ("C", "G", "I", "M", "F", "A", None)
_CONSULTANTS = ("Anna Conti", "Paolo Serra", "")


def fill(folder: Path, count: int, seed: int = 7) -> None:
    """Make the companies; the newest was visited a minute ago."""
    workspace = Workspace.open(folder)
    case = workspace.create_case(Company(name="Panificio Zero", headcount=6))
    workspace.close()
    chance = random.Random(seed)
    with closing(sqlite3.connect(folder / "sestante.db")) as file, file:
        columns = [row[1] for row in file.execute("PRAGMA table_info(company)")]
        _insert(file, "company", (_company(chance, columns, number) for number in range(2, count + 1)))
        constraints = file.execute("SELECT constraints FROM round WHERE id = ?", (case.id,)).fetchone()[0]
        rounds = [_round(chance, number, stage, constraints) for number, stage in _stages(chance, count)]
        _insert(file, "round", iter(rounds))
        _insert(file, "reminder", (_reminder(chance, number) for number in range(2, count, 3)))


def _stages(chance: random.Random, count: int) -> Iterator[tuple[int, str]]:
    for number in range(2, count + 1):
        yield number, "T0"
        if chance.random() < 0.5:
            yield number, "T1"


def _company(chance: random.Random, columns: list[str], number: int) -> dict[str, Any]:
    headcount = chance.choice((1, 3, 6, 12, 40, 120))
    given: dict[str, Any] = {
        "id": number,
        "uuid": f"00000000-0000-4000-8000-{number:012d}",
        "name": f"{chance.choice(_TRADES)} {chance.choice(_NAMES)} {number}",
        "vat": f"{number % 9_900 + 10_000_000_000}",
        "country": "IT",
        "region": chance.choice(_REGIONS),
        "sector": chance.choice(_SECTORS),
        "headcount": headcount,
        "owners": 1,
        "employees": headcount - 1,
        "contact_name": f"{chance.choice(('Maria', 'Luca', 'José'))} {chance.choice(_NAMES)}",
        "created_at": "2026-01-10 09:00:00.000000",
        "consultant": chance.choice(_CONSULTANTS),
        "archived_at": "2026-06-01 09:00:00.000000" if number % 20 == 0 else None,
    }
    empty = dict.fromkeys(("turnover_eur", "balance_sheet_eur", "hub", "keep_until"))
    zeros = {"it_staff": 0}
    return {name: (empty | zeros | given).get(name, "" if name not in empty else None) for name in columns}


def _round(chance: random.Random, company: int, stage: str, constraints: str) -> dict[str, Any]:
    visited = datetime.now(UTC) - timedelta(minutes=chance.randrange(2, 900_000))
    moment = visited.strftime("%Y-%m-%d %H:%M:%S.%f")
    return {
        "company_id": company,
        "stage": stage,
        "constraints": constraints,
        "place": '{"page": "results"}',
        "started_at": moment,
        "changed_at": moment,
        "visited_at": moment,
    }


def _reminder(chance: random.Random, company: int) -> dict[str, Any]:
    due = datetime.now(UTC).date() + timedelta(days=chance.randrange(-60, 200))
    return {
        "uid": f"u{company}",
        "company_id": company,
        "due_on": due.isoformat(),
        "kind": "visit",
        "text": "Second visit",
        "made_at": "2026-06-01 09:00:00.000000",
    }


def _insert(file: sqlite3.Connection, table: str, rows: Iterator[dict[str, Any]]) -> None:
    for row in rows:
        names, marks = ", ".join(row), ", ".join("?" * len(row))
        file.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", tuple(row.values()))  # noqa: S608
