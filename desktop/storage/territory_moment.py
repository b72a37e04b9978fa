"""One moment of a workspace put together from the columns that were found."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from desktop.storage.rows import Row
from desktop.storage.territory_columns import Found, in_order
from desktop.territory.coding import APART, NOTHING, Coded, Mask, Numbers, days
from desktop.territory.columns import Companies, Needs, Rounds, Scores, Services, Territory, Visitors
from desktop.territory.placing import known, marked, places, put, spread, together, widened
from desktop.territory.sizes import sizes_of

Frames = dict[int, tuple[str, ...]]


class Moment:
    """What was found, by the names of its questions; `frames` are those of competences."""

    def __init__(
        self, found: Mapping[str, Found], events: Sequence[Row], frames: Frames, offices: Mapping[str, str]
    ) -> None:
        self._found = found
        self._companies_found = in_order(found["companies"])
        self._events = events
        self._frames = frames
        self._offices = offices

    def territory(self) -> Territory:
        """All of it but scores."""
        ids, taken = self._companies_found.numbers["ids"], self._found["taken"].names["questionnaire"]
        rounds = self._rounds(ids)
        counts = np.bincount(taken.codes[taken.codes >= 0], minlength=len(taken.names))
        return Territory(
            companies=self._companies(ids, rounds),
            rounds=rounds,
            needs=self._needs(rounds),
            services=self._services(ids),
            visitors=self._visitors(),
            events={row["id"]: str(row["name"]) for row in self._events},
            questionnaires=dict(zip(taken.names, counts.tolist(), strict=True)),
            waiting=self._found["rounds"].counts["waiting"],
        )

    def _rounds(self, companies: Numbers) -> Rounds:
        found = in_order(self._found["rounds"])
        company = places(companies, found.numbers["company"])
        kept = known(company)
        ids = found.numbers["ids"][kept]
        return Rounds(
            ids=ids,
            company=company[kept],
            turn=np.maximum(found.numbers["turn"], 0)[kept],
            day=found.days["day"][kept],
            has_scores=marked(ids, self._found["taken"].numbers["ids"]),
        )

    def _companies(self, ids: Numbers, rounds: Rounds) -> Companies:
        found, engaged = self._companies_found, self._found["engagements"]
        visitors = self._found["visitors"].numbers
        at = places(ids, engaged.numbers["ids"])
        event = np.full(ids.size, NOTHING)
        put(event, _company_of(rounds, visitors["round"]), visitors["event"])
        told = engaged.numbers["event"]
        put(event, np.where(told == NOTHING, NOTHING, at), told)
        province = found.names["province"]
        return Companies(
            ids=ids,
            region=found.names["region"],
            province=province,
            sector=found.names["sector"],
            size=sizes_of(*(found.numbers[name] for name in ("headcount", "turnover", "balance"))),
            office=self._office(province, spread(engaged.names["office"], at, ids.size)),
            officer=spread(engaged.names["officer"], at, ids.size),
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
        has_plan = marked(ids, self._found["planned"].numbers["ids"])
        received = _company_of(rounds, self._found["received"].numbers["ids"])
        has_plan[received[known(received)]] = True
        return has_plan

    def _needs(self, rounds: Rounds) -> Needs:
        names = names_of(self._frames)
        parts = []
        for frame, own in self._frames.items():
            found = self._found[needs_of(frame)]
            place, at = places(rounds.ids, found.numbers["ids"]), [names.index(name) for name in own]
            lines = (widened(found.lines[column], at, len(names)) for column in ("levels", "targets"))
            parts.append(_kept(place, *lines))
        if not parts:
            nothing = np.zeros((0, 0), np.int8)
            return Needs((), np.zeros(0, np.int64), nothing, nothing)
        place, has, should = (_joined(each) for each in zip(*parts, strict=True))
        return Needs(names, place, has, should)

    def _services(self, companies: Numbers) -> Services:
        found = self._found["services"]
        return Services(
            company=places(companies, found.numbers["company"]),
            category=found.names["category"],
            kind=found.names["kind"],
            price=np.maximum(found.numbers["price"], 0),
            aid=np.maximum(found.numbers["aid"], 0),
            day=found.days["day"],
            is_given=found.numbers["given"] > 0,
        )

    def _visitors(self) -> Visitors:
        """Each with the day of the event."""
        held = days(APART.join(str(row["held_on"]) for row in self._events), len(self._events))
        ids = np.array([row["id"] for row in self._events], np.int64)
        found = self._found["visitors"].numbers
        order, event = np.argsort(ids), found["event"]
        at = places(ids[order], event)
        day = np.full(event.size, NOTHING)
        day[known(at)] = held[order][at[known(at)]]
        return Visitors(event, day, found["listed"] > 0)


def scores_from(found: Mapping[str, Found], frames: Frames, rounds: Rounds, questionnaire: str) -> Scores:
    """What rounds scored; `frames` are those of dimensions."""
    parts = []
    for frame, names in frames.items():
        scored = found[scores_of(frame)]
        place = places(rounds.ids, scored.numbers["ids"])
        told = (scored.numbers["overall"], scored.numbers["coverage"], scored.lines["scores"])
        parts.append(Scores(questionnaire, names, *_kept(place, *told)))
    return together(questionnaire, [part for part in parts if part.round.size])


def scores_of(frame: int) -> str:
    """The name of the question for the scores of a frame."""
    return f"scores {frame}"


def needs_of(frame: int) -> str:
    """The name of the question for the needs of a frame."""
    return f"needs {frame}"


def names_of(frames: Frames) -> tuple[str, ...]:
    """Those of all frames, the last frame first."""
    return tuple(dict.fromkeys(name for each in reversed(frames.values()) for name in each))


def _kept(place: Numbers, *columns: NDArray[Any]) -> tuple[NDArray[Any], ...]:
    """Places with what stands in columns beside them, without those that are not there."""
    is_there = known(place)
    if is_there.all():
        return place, *columns
    return tuple(column[..., is_there] for column in (place, *columns))


def _company_of(rounds: Rounds, ids: Numbers) -> Numbers:
    at = places(rounds.ids, ids)
    found = np.full(ids.size, NOTHING)
    found[known(at)] = rounds.company[at[known(at)]]
    return found


def _joined(parts: Iterable[NDArray[Any]]) -> NDArray[Any]:
    told = list(parts)
    return told[0] if len(told) == 1 else np.concatenate(told, axis=-1)
