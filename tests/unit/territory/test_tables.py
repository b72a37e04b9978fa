"""Tables of a territory's figures: nothing of few companies is left in those that leave the hub."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.content.networks.hub_desk import HubDesk
from desktop.report.territory.hiding import without_small_groups
from desktop.report.territory.names import Names
from desktop.report.territory.table import FigureTable
from desktop.report.territory.tables import figure_tables
from desktop.storage import FileDatabase
from desktop.storage.territory_reader import TerritoryReader
from desktop.territory.figures import figures_of
from desktop.territory.suppression import LEAST
from desktop.territory.wanted import Chosen, Wanted
from desktop.text import wording
from tests.desks import the_content
from tests.examples import examples
from tests.territories import QUESTIONNAIRE, PlainTerritory, firms, territories, write_territory
from tests.unit.territory.test_figures import GROUND, OFFICES

SHARES = {"training": 60, "consulting": 40}
larger = st.builds(
    lambda small, more: replace(small, firms=small.firms * more), territories, st.integers(1, 4)
)


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FileDatabase]:
    with closing(FileDatabase(tmp_path_factory.mktemp("territory"))) as made:
        made.prepare()
        yield made


def tables_of(database: FileDatabase, plain: PlainTerritory) -> tuple[FigureTable, ...]:
    write_territory(database.path, plain)
    found = figures_of(Chosen(*TerritoryReader(database).read(OFFICES, QUESTIONNAIRE), Wanted()), GROUND)
    return figure_tables(found, SHARES, Names(the_content(), HubDesk(), wording("en")))


@examples(100)
@given(plain=larger)
def test_what_leaves_tells_of_no_small_group(database, plain):
    before = tables_of(database, plain)
    after = without_small_groups(before)

    companies = {cell.name: cell.companies for table in before for line in table.lines for cell in line.cells}
    shown = {
        cell.name for table in after for line in table.lines for cell in line.cells if not cell.is_hidden
    }
    assert not [name for name in shown if 0 < companies[name] < LEAST]
    for table in before:
        for each in table.sums:
            if each.total not in shown or any(part not in companies for part in each.parts):
                continue
            left = [companies[part] for part in each.parts if part not in shown]
            assert len(left) != 1
            if left and not table.adds_values:
                assert sum(left) >= LEAST


@examples(100)
@given(plain=territories)
def test_every_line_has_a_cell_for_each_heading(database, plain):
    for table in tables_of(database, plain):
        assert all(len(line.cells) == len(table.headings) for line in table.lines)
        assert all(line.label for line in table.lines)


@given(st.lists(firms, min_size=5, max_size=5))
def test_large_groups_stay_as_they_are(database, found):
    plain = PlainTerritory(tuple(replace(found[0], rounds=()) for _ in found))
    tables = tables_of(database, plain)

    assert without_small_groups(tables) == tables
