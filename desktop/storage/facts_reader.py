"""All that reports are made of, read in plain SQL, whatever is damaged in it left out."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import partial
from typing import TypeVar

from desktop.storage.company_columns import size_from_columns
from desktop.storage.database import Database
from desktop.storage.frames import frames_of
from desktop.storage.rows import Row
from desktop.territory.facts import Facts, Firm, FirmRound, GivenService, HeldEvent, RoundNeeds, RoundScores

_Value = TypeVar("_Value")
_DIGITS = 5  # as the store of standings writes them
_LEVELS, _TARGETS = frozenset("-0123456789"), frozenset("0123456789")
_FIRMS = """
SELECT id, uuid, name, vat, country, region, province, sector, headcount, turnover_eur, balance_sheet_eur,
    substr(CAST(created_at AS TEXT), 1, 10) AS since
FROM company ORDER BY id
"""
_ROUNDS = (
    "SELECT id, company_id, stage, substr(CAST(changed_at AS TEXT), 1, 10) AS day FROM round ORDER BY id"
)
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
            dimensions, competences = frames_of(rows, "dimensions"), frames_of(rows, "competences")
            firms = {each.id: each for each in _sound(_firm, rows.each(_FIRMS))}
            rounds = {each.id: each for each in _sound(_round, rows.each(_ROUNDS))}
            return Facts(
                firms=firms,
                rounds={number: each for number, each in rounds.items() if each.firm in firms},
                scores=tuple(_sound(partial(_scores, dimensions), rows.each(_STANDINGS))),
                needs=tuple(_sound(partial(_needs, competences), rows.each(_NEEDS))),
                services=tuple(_sound(_service, rows.each(_SERVICES))),
                events=tuple(_sound(_event, rows(_EVENTS))),
                agreed=frozenset(row["company_id"] for row in rows(_AGREED)),
            )


def _sound(make: Callable[[Row], _Value | None], found: Iterable[Row]) -> Iterator[_Value]:
    """What rows make, without those that are damaged."""
    for row in found:
        try:
            value = make(row)
        except (TypeError, ValueError, OverflowError):
            continue
        if value is not None:
            yield value


def _firm(row: Row) -> Firm:
    since = date.fromisoformat(row["since"])
    size = size_from_columns(row["headcount"], row["turnover_eur"], row["balance_sheet_eur"])
    return Firm(
        id=row["id"],
        uid=str(row["uuid"]),
        name=str(row["name"]),
        vat=str(row["vat"]),
        country=str(row["country"]),
        region=_told(row["region"]),
        province=_told(row["province"]),
        sector=_told(row["sector"]),
        size=size,
        headcount=row["headcount"] if size else 0,
        since=since,
    )


def _round(row: Row) -> FirmRound:
    return FirmRound(row["id"], row["company_id"], str(row["stage"]), date.fromisoformat(row["day"]))


def _scores(frames: Mapping[int, tuple[str, ...]], row: Row) -> RoundScores | None:
    line, names = str(row["scores"]), frames.get(row["frame_id"], ())
    if len(line) != _DIGITS * len(names):
        return None
    found = (line[start : start + _DIGITS] for start in range(0, len(line), _DIGITS))
    overall = row["overall"]
    return RoundScores(
        round=row["round_id"],
        questionnaire=str(row["questionnaire_id"]),
        overall=None if overall is None else int(overall),
        coverage=int(row["coverage"]),
        dimensions={
            name: int(digits) if digits.isdecimal() else None
            for name, digits in zip(names, found, strict=True)
        },
    )


def _needs(frames: Mapping[int, tuple[str, ...]], row: Row) -> RoundNeeds | None:
    names, levels, targets = frames.get(row["frame_id"], ()), str(row["levels"]), str(row["targets"])
    is_whole = len(names) == len(levels) == len(targets)
    if not is_whole or set(levels) - _LEVELS or set(targets) - _TARGETS:
        return None
    return RoundNeeds(row["round_id"], names, levels, targets)


def _service(row: Row) -> GivenService:
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
        started_on=date.fromisoformat(row["started_on"]),
        ended_on=_day(row["ended_on"]),
        attendees=int(row["attendees"]),
        state=str(row["state"]),
    )


def _event(row: Row) -> HeldEvent:
    name, place, held = str(row["name"]), str(row["place"]), date.fromisoformat(row["held_on"])
    return HeldEvent(str(row["uid"]), name, place, held, row["visitors"], row["listed"])


def _told(text: object) -> str | None:
    return text if isinstance(text, str) else None


def _day(text: object) -> date | None:
    try:
        return date.fromisoformat(str(text)[:10])
    except ValueError:
        return None
