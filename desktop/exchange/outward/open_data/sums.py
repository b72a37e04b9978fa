"""Open data in sums alone, none of fewer than five companies, nor from which one follows."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from desktop.csv_writing import Cell
from desktop.exchange.outward.open_data.events import event_rows
from desktop.exchange.outward.open_data.fields import SUM_FIELDS
from desktop.exchange.outward.table import Table
from desktop.territory.benchmarking import Part
from desktop.territory.cells import may_show, shown_cells
from desktop.territory.facts import Facts, GivenService
from desktop.territory.groups import Group, group_counts, group_of, shown_groups
from desktop.territory.needing import latest_needs, needing
from desktop.territory.spread import Spread

Row = tuple[Cell, ...]


def sum_tables(
    facts: Facts, spreads: Mapping[Part, Mapping[Group, Spread]], competences: Iterable[str]
) -> tuple[Table, ...]:
    """All tables; `spreads` are those of the scores."""
    rows: Mapping[str, Iterator[Row]] = {
        "companies": _companies(facts),
        "scores": _scores(spreads),
        "needs": chain.from_iterable(_needs(facts, {each: each for each in competences})),
        "services": _services(facts),
        "events": event_rows(facts),
    }
    return tuple(
        Table(name, tuple(field.name for field in fields), tuple(rows[name]))
        for name, fields in SUM_FIELDS.items()
    )


def _companies(facts: Facts) -> Iterator[Row]:
    members = [group_of(firm) for firm in facts.firms.values()]
    counts = group_counts(members)
    for group in sorted(shown_groups(members)):
        yield (*_parts(group), counts[group])


def _parts(group: Group) -> Row:
    return (*group, *([None] * (3 - len(group))))


def _scores(spreads: Mapping[Part, Mapping[Group, Spread]]) -> Iterator[Row]:
    for (questionnaire, dimension), groups in spreads.items():
        for group, each in groups.items():
            figures = (each.n, each.lower, each.median, each.upper, each.mean)
            yield (questionnaire, dimension, *_parts(group), *figures)


def _needs(facts: Facts, names: Mapping[str, str]) -> Iterator[Iterator[Row]]:
    sizes: dict[str, set[int]] = {}
    for firm in facts.firms.values():
        sizes.setdefault(firm.size or "", set()).add(firm.id)
    for competence, found in needing(latest_needs(facts), names).items():
        lacking = {size: len(found.lacking & firms) for size, firms in sorted(sizes.items())}
        known = {size: len(found.known & firms) for size, firms in sorted(sizes.items())}
        yield _need_rows(competence, known, lacking)


def _need_rows(competence: str, known: Mapping[str, int], lacking: Mapping[str, int]) -> Iterator[Row]:
    """All sizes together, then each of them; nothing where already that would tell of a few."""
    fine = {size: count - lacking[size] for size, count in known.items()}
    all_known, all_lacking = sum(known.values()), sum(lacking.values())
    if not all_known or not may_show([all_lacking, all_known - all_lacking]):
        return
    yield competence, None, all_known, all_lacking
    for size in sorted(shown_cells(lacking, fine) - {""}):
        if known[size]:
            yield competence, size, known[size], lacking[size]


def _services(facts: Facts) -> Iterator[Row]:
    """By category; only services of companies that are still here, so that they can be counted."""
    given: dict[str, list[GivenService]] = {}
    for each in facts.services:
        if each.firm is not None and each.is_given:
            given.setdefault(each.category, []).append(each)
    for name, found in sorted(given.items()):
        firms = len({each.firm for each in found})
        if may_show([firms]):
            price, aid = sum(each.price_cents for each in found), sum(each.aid_cents for each in found)
            yield name, firms, len(found), price / 100, aid / 100
