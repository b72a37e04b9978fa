"""All that reports are made of, read in plain SQL, whatever is damaged in it left out."""

import json
from collections.abc import Iterator, Mapping
from datetime import date

from desktop.content.company import size_class_of
from desktop.storage.database import Database
from desktop.storage.rows import Row, Rows
from desktop.territory.facts import Facts, Firm, FirmRound, GivenService, HeldEvent, RoundNeeds, RoundScores

_DIGITS, _NO_LEVEL = 5, "-"  # as the store of standings writes them
_FIRMS = """
SELECT id, uuid, name, vat, country, region, province, sector, headcount, turnover_eur, balance_sheet_eur,
    substr(created_at, 1, 10) AS since
FROM company ORDER BY id
"""
_ROUNDS = "SELECT id, company_id, stage, substr(changed_at, 1, 10) AS day FROM round ORDER BY id"
_FRAMES = "SELECT id, names FROM frame"
_STANDINGS = """
SELECT round_id, questionnaire_id, frame_id, overall, coverage, scores FROM standing
ORDER BY round_id, questionnaire_id
"""
_NEEDS = "SELECT round_id, frame_id, levels, targets FROM need ORDER BY round_id"
_SERVICES = "SELECT * FROM service ORDER BY started_on, id"
_EVENTS = """
SELECT event.uid, event.name, event.place, event.held_on, count(visitor.id) AS visitors,
    count(visitor.id) FILTER (WHERE visitor.choice = 'listed') AS listed
FROM event LEFT JOIN visitor ON visitor.event_id = event.id AND visitor.choice != 'open'
GROUP BY event.id ORDER BY event.held_on, event.id
"""
_AGREED = """
SELECT DISTINCT round.company_id FROM consent JOIN round ON round.id = consent.round_id
WHERE consent.withdrawn_on IS NULL
"""


class FactsReader:
    """Reads companies, what was counted of their rounds, services and events."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def read(self) -> Facts:
        """Everything as it has been committed, all of the same moment."""
        with self._database.reading() as rows:
            frames = {row["id"]: tuple(json.loads(row["names"])) for row in rows(_FRAMES)}
            firms = {each.id: each for each in _firms(rows)}
            return Facts(
                firms=firms,
                rounds={each.id: each for each in _rounds(rows) if each.firm in firms},
                scores=tuple(_scores(rows, frames)),
                needs=tuple(_needs(rows, frames)),
                services=tuple(_services(rows)),
                events=tuple(_events(rows)),
                agreed=frozenset(row["company_id"] for row in rows(_AGREED)),
            )


def _firms(rows: Rows) -> Iterator[Firm]:
    for row in rows(_FIRMS):
        since = _day(row["since"])
        if since is None:
            continue
        try:
            size = size_class_of(row["headcount"], row["turnover_eur"], row["balance_sheet_eur"])
        except TypeError:
            size = None
        yield Firm(
            id=row["id"],
            uid=str(row["uuid"]),
            name=str(row["name"]),
            vat=str(row["vat"]),
            country=str(row["country"]),
            region=row["region"],
            province=row["province"],
            sector=row["sector"],
            size=size,
            headcount=row["headcount"] if size else 0,
            since=since,
        )


def _rounds(rows: Rows) -> Iterator[FirmRound]:
    for row in rows(_ROUNDS):
        day = _day(row["day"])
        if day is not None:
            yield FirmRound(row["id"], row["company_id"], str(row["stage"]), day)


def _scores(rows: Rows, frames: Mapping[int, tuple[str, ...]]) -> Iterator[RoundScores]:
    for row in rows(_STANDINGS):
        line, names = row["scores"], frames.get(row["frame_id"], ())
        found = (line[start : start + _DIGITS] for start in range(0, len(line), _DIGITS))
        yield RoundScores(
            round=row["round_id"],
            questionnaire=row["questionnaire_id"],
            overall=row["overall"],
            coverage=row["coverage"],
            dimensions={
                name: int(digits) if digits.isdecimal() else None
                for name, digits in zip(names, found, strict=False)
            },
        )


def _needs(rows: Rows, frames: Mapping[int, tuple[str, ...]]) -> Iterator[RoundNeeds]:
    for row in rows(_NEEDS):
        names = frames.get(row["frame_id"], ())
        yield RoundNeeds(
            round=row["round_id"],
            levels={
                name: (None if level == _NO_LEVEL else int(level), int(target))
                for name, level, target in zip(names, row["levels"], row["targets"], strict=False)
            },
        )


def _services(rows: Rows) -> Iterator[GivenService]:
    for row in rows(_SERVICES):
        started = _day(row["started_on"])
        if started is not None:
            yield _service(row, started)


def _service(row: Row, started: date) -> GivenService:
    return GivenService(
        uid=str(row["uid"]),
        firm=row["company_id"],
        category=str(row["category"]),
        kind=str(row["kind"]),
        title=str(row["title"]),
        technology=str(row["technology"]),
        price_cents=int(row["price_cents"]),
        aid_cents=int(row["aid_cents"]),
        aid_scheme=str(row["aid_scheme"]),
        started_on=started,
        ended_on=_day(row["ended_on"]),
        attendees=int(row["attendees"]),
        state=str(row["state"]),
    )


def _events(rows: Rows) -> Iterator[HeldEvent]:
    for row in rows(_EVENTS):
        held = _day(row["held_on"])
        if held is not None:
            yield HeldEvent(row["uid"], row["name"], row["place"], held, row["visitors"], row["listed"])


def _day(text: object) -> date | None:
    try:
        return date.fromisoformat(str(text)[:10])
    except ValueError:
        return None
