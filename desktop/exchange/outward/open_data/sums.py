"""Open data in sums alone, none of fewer than five companies, nor from which one follows."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from desktop.exchange.outward.open_data.events import event_rows
from desktop.exchange.outward.open_data.fields import SUM_FIELDS
from desktop.exchange.outward.table import Cell, Table
from desktop.territory.benchmarking import Part
from desktop.territory.cells import may_show_total, shown_cells
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
        fine = found.known - found.lacking
        cells = {
            size: (found.lacking & firms, fine & firms)
            for size, firms in sorted(sizes.items())
            if found.known & firms
        }
        yield _need_rows(competence, cells)


def _need_rows(competence: str, cells: Mapping[str, tuple[frozenset[int], frozenset[int]]]) -> Iterator[Row]:
    """All sizes together, then each of them; nothing where already that would tell of a few."""
    if not cells or not may_show_total(cells):
        return
    lacking, fine = (sum(len(sets[place]) for sets in cells.values()) for place in (0, 1))
    yield competence, None, lacking + fine, lacking
    shown = shown_cells(cells)
    for size, (lack, others) in cells.items():
        if size and size in shown:
            yield competence, size, len(lack) + len(others), len(lack)


def _services(facts: Facts) -> Iterator[Row]:
    """By category; only services of companies that are still here, so that they can be counted."""
    given: dict[str, list[GivenService]] = {}
    for each in facts.services:
        if each.firm is not None and each.is_given:
            given.setdefault(each.category, []).append(each)
    cells = {name: (frozenset(each.firm or 0 for each in found),) for name, found in given.items()}
    for name in sorted(shown_cells(cells, has_total=False)):
        found = given[name]
        price, aid = sum(each.price_cents for each in found), sum(each.aid_cents for each in found)
        yield name, len(cells[name][0]), len(found), price / 100, aid / 100
