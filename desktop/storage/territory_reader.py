"""A whole workspace in columns, for figures of a territory, read as few long texts in plain SQL."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from desktop.storage import territory_sql as sql
from desktop.storage.database import Database
from desktop.storage.frames import frames_of
from desktop.storage.rows import Row, Rows
from desktop.territory.coding import (
    APART,
    DIGITS,
    NOTHING,
    Coded,
    Mask,
    Numbers,
    coded,
    days,
    levels,
    numbers,
    scores,
)
from desktop.territory.columns import Companies, Needs, Rounds, Scores, Services, Territory, Visitors
from desktop.territory.placing import known, marked, places, put, spread, together, widened
from desktop.territory.sizes import sizes_of


class TerritoryReader:
    """Reads all companies with what was counted of them; some 160,000 rounds in half a second."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def state(self) -> object:
        """Something that is another one after every change."""
        return self._database.state()

    def read(self, offices: Mapping[str, str]) -> Territory:
        """Everything but scores, all of one moment; `offices` by province, for who has no office yet."""
        with self._database.reading() as rows:
            return _Reading(rows, offices).territory()

    def scores(self, territory: Territory, questionnaire: str) -> Scores:
        """What the rounds of a territory scored in a questionnaire."""
        with self._database.reading() as rows:
            frames = frames_of(rows, "dimensions")
            parts = [
                _scores(rows, territory.rounds, questionnaire, frame, names)
                for frame, names in frames.items()
            ]
        return together(questionnaire, [part for part in parts if part.round.size])


class _Reading:
    """One moment of the database."""

    def __init__(self, rows: Rows, offices: Mapping[str, str]) -> None:
        self._rows = rows
        self._offices = offices

    def territory(self) -> Territory:
        rows = self._rows
        company, found = _one(rows, sql.COMPANIES), _one(rows, sql.ROUNDS)
        ids = _numbers(company, "ids")
        rounds = self._rounds(ids, found)
        visitors, events = _one(rows, sql.VISITORS), rows(sql.EVENTS)
        return Territory(
            companies=self._companies(ids, company, rounds, visitors),
            rounds=rounds,
            needs=self._needs(rounds),
            services=self._services(ids),
            visitors=_visitors(visitors, events),
            events={row["id"]: str(row["name"]) for row in events},
            questionnaires={str(row["id"]): row["count"] for row in rows(sql.TAKEN)},
            waiting=int(found.get("waiting", 0)),
        )

    def _rounds(self, companies: Numbers, found: Mapping[str, Any]) -> Rounds:
        ids, company = _numbers(found, "ids"), places(companies, _numbers(found, "company"))
        kept = np.argsort(ids)
        kept = kept[known(company[kept])]
        ids = ids[kept]
        return Rounds(
            ids=ids,
            company=company[kept],
            turn=np.maximum(_numbers(found, "turn"), 0)[kept],
            day=_days(found, "day")[kept],
            has_scores=marked(ids, _numbers(_one(self._rows, sql.SCORED), "ids")),
        )

    def _companies(
        self, ids: Numbers, found: Mapping[str, Any], rounds: Rounds, visitors: Mapping[str, Any]
    ) -> Companies:
        engaged = _one(self._rows, sql.ENGAGEMENTS)
        at = places(ids, _numbers(engaged, "ids"))
        event = np.full(ids.size, NOTHING)
        put(event, self._company_of(rounds, _numbers(visitors, "round")), _numbers(visitors, "event"))
        told = _numbers(engaged, "event")
        put(event, np.where(told == NOTHING, NOTHING, at), told)
        province = _coded(found, "province")
        amounts = (_numbers(found, name) for name in ("headcount", "turnover", "balance"))
        return Companies(
            ids=ids,
            region=_coded(found, "region"),
            province=province,
            sector=_coded(found, "sector"),
            size=sizes_of(*amounts),
            office=self._office(province, spread(_coded(engaged, "office"), at, ids.size)),
            officer=spread(_coded(engaged, "officer"), at, ids.size),
            event=event,
            has_plan=self._has_plan(ids, rounds),
        )

    def _office(self, province: Coded, told: Coded) -> Coded:
        """The office that was told, else that of the province."""
        names = tuple(sorted({*told.names, *self._offices.values()}))
        own = np.array([*(names.index(name) for name in told.names), NOTHING], np.int32)[told.codes]
        of_it = [
            names.index(self._offices[name]) if name in self._offices else NOTHING for name in province.names
        ]
        near = np.array([*of_it, NOTHING], np.int32)[province.codes]
        return Coded(names, np.where(own == NOTHING, near, own))

    def _has_plan(self, ids: Numbers, rounds: Rounds) -> Mask:
        has_plan = marked(ids, _numbers(_one(self._rows, sql.PLANNED), "ids"))
        received = self._company_of(rounds, _numbers(_one(self._rows, sql.RECEIVED), "ids"))
        has_plan[received[known(received)]] = True
        return has_plan

    def _company_of(self, rounds: Rounds, ids: Numbers) -> Numbers:
        at = places(rounds.ids, ids)
        found = np.full(ids.size, NOTHING)
        found[known(at)] = rounds.company[at[known(at)]]
        return found

    def _needs(self, rounds: Rounds) -> Needs:
        frames = frames_of(self._rows, "competences")
        names = tuple(dict.fromkeys(name for each in reversed(frames.values()) for name in each))
        parts = []
        for frame, own in frames.items():
            found = _one(self._rows, sql.NEEDS, frame=frame, width=len(own))
            place = places(rounds.ids, _numbers(found, "ids"))
            kept, columns = known(place), [names.index(name) for name in own]
            both = []
            for column in ("levels", "targets"):
                lines = levels(str(found.get(column) or ""), found["count"], len(own))[kept]
                both.append(widened(lines, columns, len(names)))
            parts.append((place[kept], *both))
        if not parts:
            nothing = np.zeros((0, 0), np.int8)
            return Needs((), np.zeros(0, np.int64), nothing, nothing)
        place, has, should = (np.concatenate(each) for each in zip(*parts, strict=True))
        return Needs(names, place, np.ascontiguousarray(has.T), np.ascontiguousarray(should.T))

    def _services(self, companies: Numbers) -> Services:
        found = _one(self._rows, sql.SERVICES)
        return Services(
            company=places(companies, _numbers(found, "company")),
            category=_coded(found, "category"),
            kind=_coded(found, "kind"),
            price=np.maximum(_numbers(found, "price"), 0),
            aid=np.maximum(_numbers(found, "aid"), 0),
            day=_days(found, "day"),
            is_given=_numbers(found, "given") > 0,
        )


def _scores(
    rows: Rows, rounds: Rounds, questionnaire: str, frame: int, dimensions: tuple[str, ...]
) -> Scores:
    width = DIGITS * len(dimensions)
    found = _one(rows, sql.SCORES, questionnaire=questionnaire, frame=frame, width=width)
    place = places(rounds.ids, _numbers(found, "ids"))
    kept = known(place)
    values = scores(str(found.get("scores") or ""), found["count"], len(dimensions))
    overall, coverage = _numbers(found, "overall"), _numbers(found, "coverage")
    return Scores(questionnaire, dimensions, place[kept], overall[kept], coverage[kept], values[kept].T)


def _visitors(found: Mapping[str, Any], events: Sequence[Row]) -> Visitors:
    """Each with the day of the event."""
    held = days("".join(f"{row['held_on']!s:-<10.10}" for row in events), len(events))
    ids = np.array([row["id"] for row in events], np.int64)
    order, event = np.argsort(ids), _numbers(found, "event")
    at = places(ids[order], event)
    day = np.full(event.size, NOTHING)
    day[known(at)] = held[order][at[known(at)]]
    return Visitors(event, day, _numbers(found, "listed") > 0)


def _one(rows: Rows, asked: str, **values: Any) -> Mapping[str, Any]:
    """The one row of a question; a database that is still to be made has none."""
    found = rows(asked, mark=APART, **values)
    return dict(zip(found[0].keys(), found[0], strict=True)) if found else {"count": 0}


def _numbers(found: Mapping[str, Any], column: str) -> Numbers:
    return numbers(str(found.get(column) or ""), found["count"])


def _coded(found: Mapping[str, Any], column: str) -> Coded:
    return coded(str(found.get(column) or ""), found["count"])


def _days(found: Mapping[str, Any], column: str) -> Numbers:
    return days(str(found.get(column) or ""), found["count"])
