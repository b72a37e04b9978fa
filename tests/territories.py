"""Small territories as plain values, and what writes them into a workspace's file."""

import json
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path

from hypothesis import strategies as st

DIMENSIONS = ("strategy", "readiness", "people")
COMPETENCES = ("cyber-backup", "cyber-incidents", "cloud-basics")
AREAS = {"cyber-backup": "cyber", "cyber-incidents": "cyber", "cloud-basics": "cloud"}
QUESTIONNAIRE = "dma-sme"
NOON = " 12:00:00.000000"


@dataclass(frozen=True)
class PlainRound:
    """A round: its turn, its day, scores in hundredths of a point, levels and targets as digits."""

    turn: int
    day: date
    overall: int | None
    coverage: int = 100
    scores: tuple[int | None, ...] = ()
    levels: str = ""
    targets: str = ""


@dataclass(frozen=True)
class PlainService:
    kind: str
    category: str
    price: int
    aid: int
    day: date
    state: str


@dataclass(frozen=True)
class PlainFirm:
    """A company; its region, province, sector, office and officer may be empty."""

    region: str = ""
    province: str = ""
    sector: str = ""
    headcount: int = 5
    turnover: int | None = None
    office: str = ""
    officer: str = ""
    event: int | None = None
    has_plan: bool = False
    rounds: tuple[PlainRound, ...] = ()
    services: tuple[PlainService, ...] = ()


@dataclass(frozen=True)
class PlainTerritory:
    """Firms; events with how many came and how many of them left a name."""

    firms: tuple[PlainFirm, ...]
    events: tuple[tuple[int, int], ...] = ()
    gone: tuple[PlainService, ...] = field(default=())


days = st.dates(date(2026, 1, 1), date(2026, 6, 30))
hundredths = st.one_of(st.none(), st.integers(0, 10_000))
services = st.builds(
    PlainService,
    kind=st.sampled_from(["training", "consulting", ""]),
    category=st.sampled_from(["training", "networking"]),
    price=st.integers(0, 500_000),
    aid=st.integers(0, 500_000),
    day=days,
    state=st.sampled_from(["planned", "delivered", "reported", "cancelled"]),
)


def a_round(turn: int) -> st.SearchStrategy[PlainRound]:
    places = len(COMPETENCES)
    return st.builds(
        PlainRound,
        turn=st.just(turn),
        day=days,
        overall=hundredths,
        coverage=st.sampled_from([40, 99, 100]),
        scores=st.tuples(*[hundredths for _ in DIMENSIONS]),
        levels=st.text("-01234", min_size=places, max_size=places),
        targets=st.text("01234", min_size=places, max_size=places),
    )


@cache
def rounds_of(count: int) -> st.SearchStrategy[tuple[PlainRound, ...]]:
    """Made once for each number of them: Hypothesis looks into every new strategy at length."""
    return st.tuples(*[a_round(turn) for turn in range(count)])


firms = st.builds(
    PlainFirm,
    region=st.sampled_from(["", "ITC4", "ITF4"]),
    province=st.sampled_from(["", "BG", "BS", "BA"]),
    sector=st.sampled_from(["", "C", "I"]),
    headcount=st.sampled_from([3, 20, 100, 300]),
    turnover=st.sampled_from([None, 1_000_000, 9_000_000, 60_000_000]),
    office=st.sampled_from(["", "serena"]),
    officer=st.sampled_from(["", "luca"]),
    event=st.sampled_from([None, 1, 2]),
    has_plan=st.booleans(),
    rounds=st.integers(0, 3).flatmap(rounds_of),
    services=st.lists(services, max_size=2).map(tuple),
)
territories = st.builds(
    PlainTerritory,
    firms=st.lists(firms, max_size=12).map(tuple),
    events=st.just(((4, 2), (3, 0))),
    gone=st.lists(services, max_size=1).map(tuple),
)


def write_territory(path: Path, plain: PlainTerritory) -> None:
    """Put a territory into a workspace's file in place of what is in it."""
    with closing(sqlite3.connect(path)) as file, file:
        file.execute("PRAGMA foreign_keys = OFF")
        for table in ("company", "round", "standing", "need", "frame", "engagement", "service", "event"):
            file.execute(f"DELETE FROM {table}")  # noqa: S608 - names of our own
        for table in ("visitor", "reminder"):
            file.execute(f"DELETE FROM {table}")  # noqa: S608 - names of our own
        _write_events(file, plain.events)
        file.execute("INSERT INTO frame VALUES (1, 'dimensions', ?)", (json.dumps(DIMENSIONS),))
        file.execute("INSERT INTO frame VALUES (2, 'competences', ?)", (json.dumps(COMPETENCES),))
        round_id = 0
        for number, firm in enumerate(plain.firms, 1):
            _write_firm(file, number, firm)
            for each in firm.rounds:
                round_id += 1
                _write_round(file, number, round_id, each)
        for service in plain.gone:
            _write_service(file, None, service)


def _write_events(file: sqlite3.Connection, events: Iterable[tuple[int, int]]) -> None:
    for number, (came, listed) in enumerate(events, 1):
        day = f"2026-0{number + 1}-10"
        file.execute(
            "INSERT INTO event VALUES (?, ?, ?, '', ?, ?, NULL)",
            (number, f"event-{number}", f"Event {number}", day, day + NOON),
        )
        for place in range(came):
            choice = "listed" if place < listed else "anonymous"
            file.execute(
                "INSERT INTO visitor (event_id, came_at, choice, draft, firm, scores)"
                " VALUES (?, ?, ?, '', '{}', '{}')",
                (number, day + NOON, choice),
            )


def _write_firm(file: sqlite3.Connection, number: int, firm: PlainFirm) -> None:
    file.execute(
        "INSERT INTO company (id, uuid, name, vat, country, region, province, sector, ateco, headcount,"
        " turnover_eur, owners, employees, it_staff, contact_name, contact_role, contact_email,"
        " contact_phone, created_at)"
        " VALUES (?, ?, ?, '', 'IT', ?, ?, ?, '', ?, ?, 1, 0, 0, '', '', '', '', ?)",
        (
            number,
            f"uuid-{number}",
            f"Impresa {number}",
            firm.region or None,
            firm.province or None,
            firm.sector or None,
            firm.headcount,
            firm.turnover,
            f"2026-01-01{NOON}",
        ),
    )
    file.execute(
        "INSERT INTO engagement VALUES (?, ?, ?, '', ?, ?)",
        (number, firm.office, firm.officer, firm.event, f"2026-01-01{NOON}"),
    )
    if firm.has_plan:
        file.execute(
            "INSERT INTO reminder (uid, company_id, due_on, kind, text, made_at)"
            " VALUES (?, ?, '2026-12-01', 'step', 'x', ?)",
            (f"step-{number}", number, f"2026-01-01{NOON}"),
        )
    for service in firm.services:
        _write_service(file, number, service)


def _write_round(file: sqlite3.Connection, firm: int, number: int, each: PlainRound) -> None:
    moment = f"{each.day}{NOON}"
    file.execute(
        "INSERT INTO round (id, company_id, stage, constraints, place, started_at, changed_at, visited_at,"
        " counted_at) VALUES (?, ?, ?, '{}', '{}', ?, ?, ?, ?)",
        (number, firm, f"T{each.turn}", moment, moment, moment, moment),
    )
    if each.overall is not None:
        line = "".join("-----" if score is None else f"{score:05}" for score in each.scores)
        file.execute(
            "INSERT INTO standing VALUES (?, ?, 1, ?, ?, ?)",
            (number, QUESTIONNAIRE, each.overall, each.coverage, line),
        )
    file.execute("INSERT INTO need VALUES (?, 2, ?, ?)", (number, each.levels, each.targets))


def _write_service(file: sqlite3.Connection, firm: int | None, each: PlainService) -> None:
    file.execute(
        "INSERT INTO service (uid, company_id, category, kind, title, note, technology, price_cents,"
        " aid_cents, aid_scheme, started_on, attendees, state, officer, provider, made_at, changed_at)"
        " VALUES (hex(randomblob(8)), ?, ?, ?, '', '', '', ?, ?, '', ?, 1, ?, '', '', ?, ?)",
        (
            firm,
            each.category,
            each.kind,
            each.price,
            each.aid,
            each.day.isoformat(),
            each.state,
            f"2026-01-01{NOON}",
            f"2026-01-01{NOON}",
        ),
    )
