"""Workspaces with as many companies as a region has: rounds, scores, needs and services, in plain SQL."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from fractions import Fraction
from pathlib import Path
from random import Random

from desktop.content.company import Constraints
from desktop.content.files.decoding import to_json
from desktop.content.library import Library
from desktop.storage import FILE_NAME, FileDatabase

QUESTIONNAIRE = "dma-sme"
_NOON = " 12:00:00.000000"
_EVENTS = 12
_LIMITS = to_json(Constraints(hours_per_week={"owner": Fraction(2), "employee": Fraction(1)}))
_PLACE = json.dumps({"page": "questions", "questionnaire": QUESTIONNAIRE, "question": "invested-areas"})
_KINDS = (("training", "training"), ("test-before-invest", "consulting"), ("networking", ""))


def make_territory(folder: Path, library: Library, companies: int, seed: int = 1) -> None:
    """A workspace with so many companies of two rounds each; the same seed gives the same one."""
    database = FileDatabase(folder)
    database.prepare()
    database.close()
    random = Random(seed)
    with closing(sqlite3.connect(folder / FILE_NAME)) as file, file:
        file.execute("PRAGMA foreign_keys = OFF")
        _Maker(file, library, random).make(companies)
    with closing(sqlite3.connect(folder / FILE_NAME)) as file:
        file.execute("ANALYZE")


class _Maker:
    def __init__(self, file: sqlite3.Connection, library: Library, random: Random) -> None:
        self._file = file
        self._random = random
        regions = library.network.regions
        self._places = [
            (name, province) for name in ("ITC4", "ITH3", "ITF4") for province in regions[name].provinces
        ]
        self._sectors = list("CCCFGGGIJMNS")
        self._dimensions = [each.id for each in library.questionnaires[QUESTIONNAIRE].dimensions]
        self._competences = list(library.catalogue.competences)

    def make(self, companies: int) -> None:
        insert = self._file.executemany
        names = (json.dumps(self._dimensions), json.dumps(self._competences))
        self._file.execute("INSERT INTO frame VALUES (1, 'dimensions', ?), (2, 'competences', ?)", names)
        insert("INSERT INTO event VALUES (?, ?, ?, '', ?, ?, NULL)", self._events())
        insert(
            "INSERT INTO company (id, uuid, name, vat, country, region, province, sector, ateco, headcount,"
            " turnover_eur, owners, employees, it_staff, contact_name, contact_role, contact_email,"
            " contact_phone, created_at)"
            " VALUES (?, ?, ?, ?, 'IT', ?, ?, ?, '', ?, ?, 1, 4, 0, ?, '', ?, '', ?)",
            self._companies(companies),
        )
        insert("INSERT INTO engagement VALUES (?, ?, ?, '', ?, ?)", self._engagements(companies))
        rounds, standings, needs = self._rounds(companies)
        insert(
            "INSERT INTO round (id, company_id, stage, constraints, place, started_at, changed_at,"
            " visited_at, counted_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            rounds,
        )
        insert("INSERT INTO standing VALUES (?, ?, 1, ?, ?, ?)", standings)
        insert("INSERT INTO need VALUES (?, 2, ?, ?)", needs)
        insert(
            "INSERT INTO service (uid, company_id, category, kind, title, note, technology, price_cents,"
            " aid_cents, aid_scheme, started_on, attendees, state, officer, provider, made_at, changed_at)"
            " VALUES (?, ?, ?, ?, 'Service', '', '', ?, ?, 'de-minimis', ?, 1, ?, '', '', ?, ?)",
            self._services(companies),
        )
        insert(
            "INSERT INTO visitor (event_id, came_at, choice, draft, firm, scores)"
            " VALUES (?, ?, ?, '', '{}', '{}')",
            self._visitors(companies),
        )
        insert(
            "INSERT INTO received (sha256, carrier, scope, company, stage, changed_at, file_name,"
            " received_at, line, round_id)"
            " VALUES (?, 'pdf', 'full', ?, 'T0', ?, 'piano.pdf', ?, zeroblob(800), ?)",
            self._received(companies),
        )

    def _day(self, turn: int) -> str:
        months = self._random.randint(0, 9) + 10 * turn
        return f"{2025 + months // 12}-{months % 12 + 1:02}-{self._random.randint(1, 28):02}"

    def _events(self) -> Iterator[tuple[object, ...]]:
        for number in range(1, _EVENTS + 1):
            day = self._day(0)
            yield number, f"event-{number}", f"Mattina digitale {number}", day, day + _NOON

    def _companies(self, count: int) -> Iterator[tuple[object, ...]]:
        for number in range(1, count + 1):
            region, province = self._random.choice(self._places)
            sector = self._random.choice(self._sectors) if self._random.random() > 0.03 else None
            headcount = min(900, int(self._random.lognormvariate(1.8, 1.1)) + 1)
            turnover = self._random.choice([None, headcount * 90_000])
            name, vat = f"Impresa di prova {number}", f"{number:011}"
            made = f"2025-01-01{_NOON}"
            mail = f"prova{number}@example.it"
            yield (
                number,
                f"uuid-{number}",
                name,
                vat,
                region,
                province,
                sector,
                headcount,
                turnover,
                "Ada",
                mail,
                made,
            )

    def _engagements(self, count: int) -> Iterator[tuple[object, ...]]:
        for number in range(1, count + 1):
            event = self._random.randint(1, _EVENTS) if self._random.random() < 0.3 else None
            office = self._random.choice(["", "", "centro", "collina"])
            yield (
                number,
                office,
                self._random.choice(["luca-conti", "sara-neri"]),
                event,
                f"2025-01-01{_NOON}",
            )

    def _rounds(self, count: int) -> tuple[list[tuple[object, ...]], ...]:
        rounds, standings, needs = [], [], []
        for number in range(2 * count):
            company, turn = number // 2 + 1, number % 2
            moment = self._day(turn) + _NOON
            rounds.append((number + 1, company, f"T{turn}", _LIMITS, _PLACE, moment, moment, moment, moment))
            scores = [
                min(10_000, max(0, int(self._random.gauss(3800 + 700 * turn, 1700))))
                for _ in self._dimensions
            ]
            line = "".join("-----" if self._random.random() < 0.02 else f"{score:05}" for score in scores)
            overall = sum(scores) // len(scores)
            standings.append((number + 1, QUESTIONNAIRE, overall, self._random.choice([60, 100, 100]), line))
            levels = "".join(self._random.choices("-01234", (1, 3, 4, 3, 2, 1), k=len(self._competences)))
            targets = "".join(self._random.choices("01234", (1, 2, 4, 3, 1), k=len(self._competences)))
            needs.append((number + 1, levels, targets))
        return rounds, standings, needs

    def _services(self, count: int) -> Iterator[tuple[object, ...]]:
        for number in range(count // 2):
            category, kind = self._random.choice(_KINDS)
            price = self._random.randint(2, 60) * 10_000
            state = self._random.choice(["planned", "delivered", "delivered", "reported", "cancelled"])
            company, day = self._random.randint(1, count), self._day(1)
            aid = price * self._random.choice([0, 50, 80, 100]) // 100
            made = day + _NOON
            yield f"service-{number}", company, category, kind, price, aid, day, state, made, made

    def _visitors(self, count: int) -> Iterator[tuple[object, ...]]:
        for _ in range(count // 2):
            choice = self._random.choice(["listed", "listed", "anonymous"])
            yield self._random.randint(1, _EVENTS), f"2025-01-01{_NOON}", choice

    def _received(self, count: int) -> Iterator[tuple[object, ...]]:
        for number in range(1, count + 1, 2):
            moment = f"2025-06-01{_NOON}"
            yield f"{number:064}", f"uuid-{number}", moment, moment, 2 * number - 1
