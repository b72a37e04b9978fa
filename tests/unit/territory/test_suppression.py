"""What is hidden where figures leave the hub, held against an attacker with a solver."""

from collections.abc import Mapping, Sequence
from itertools import product

from hypothesis import given
from hypothesis import strategies as st
from ortools.sat.python import cp_model

from desktop.territory.suppression import LEAST, Sum, hidden_cells, one_sum

_MANY = 10_000
Pair = tuple[str, str]


def table_sums(rows: Sequence[str], columns: Sequence[str]) -> Sequence[Sum[Pair]]:
    """The sums of a table whose cells are pairs of row and column; those of the totals have an empty one."""
    across = (Sum((row, ""), tuple(product([row], columns))) for row in (*rows, ""))
    down = (Sum(("", column), tuple(product(rows, [column]))) for column in (*columns, ""))
    return (*across, *down)


def with_totals(counts: Sequence[Sequence[int]]) -> tuple[dict[Pair, int], Sequence[Sum[Pair]]]:
    rows = [f"r{number}" for number in range(len(counts))]
    columns = [f"c{number}" for number in range(len(counts[0]))]
    cells = {(row, column): counts[r][c] for r, row in enumerate(rows) for c, column in enumerate(columns)}
    for row in rows:
        cells[row, ""] = sum(cells[row, column] for column in columns)
    for column in (*columns, ""):
        cells["", column] = sum(cells[row, column] for row in rows)
    return cells, table_sums(rows, columns)


def can_be_told(
    values: Mapping[Pair, int], hidden: frozenset[Pair], sums: Sequence[Sum[Pair]], cell: Pair, lowest: int
) -> bool:
    """Whether all that is shown leaves a cell one value only."""
    model = cp_model.CpModel()
    guess = {
        each: model.new_int_var(lowest, _MANY, str(each)) if each in hidden else model.new_constant(value)
        for each, value in values.items()
    }
    for each in sums:
        model.add(sum(guess[part] for part in each.parts) == guess[each.total])
    model.add(guess[cell] != values[cell])
    return cp_model.CpSolver().solve(model) == cp_model.INFEASIBLE


tables = st.integers(1, 3).flatmap(
    lambda width: st.lists(
        st.lists(st.integers(0, 9), min_size=width, max_size=width), min_size=1, max_size=3
    )
)


@given(tables)
def test_no_hidden_cell_of_a_table_follows_from_what_is_shown(counts):
    cells, sums = with_totals(counts)
    hidden = hidden_cells(cells, sums)

    assert all(cell in hidden for cell, count in cells.items() if 0 < count < LEAST)
    assert not any(can_be_told(cells, hidden, sums, cell, lowest=1) for cell in hidden)


@given(tables)
def test_hidden_cells_of_a_sum_are_never_a_small_group_together(counts):
    cells, sums = with_totals(counts)
    hidden = hidden_cells(cells, sums)

    for each in sums:
        inside = [cells[part] for part in each.parts if part in hidden]
        assert each.total in hidden or not inside or sum(inside) >= LEAST


@given(tables, st.randoms(use_true_random=False))
def test_amounts_of_hidden_groups_do_not_follow_either(counts, random):
    companies, _ = with_totals(counts)
    amounts, sums = with_totals([[random.randint(0, 9) if count else 0 for count in row] for row in counts])
    hidden = hidden_cells(companies, sums, values=amounts)

    assert all(cell in hidden for cell, count in companies.items() if 0 < count < LEAST)
    assert not any(can_be_told(amounts, hidden, sums, cell, lowest=0) for cell in hidden)


def test_a_small_group_takes_the_next_smallest_with_it():
    counts = {"all": 62, "bakers": 3, "farms": 9, "shops": 50, "mines": 0}

    hidden = hidden_cells(counts, one_sum("all", ["bakers", "farms", "shops", "mines"]))

    assert hidden == {"bakers", "farms"}


def test_groups_without_a_total_stand_alone():
    assert hidden_cells({"bakers": 3, "farms": 9}) == {"bakers"}


def test_two_lists_share_their_total():
    counts = {"all": 20, "north": 18, "south": 2, "micro": 20, "small": 0}
    sums = (*one_sum("all", ["north", "south"]), *one_sum("all", ["micro", "small"]))

    assert hidden_cells(counts, sums) == {"north", "south"}


def test_all_is_hidden_where_all_are_few():
    counts = {"all": 4, "north": 4, "south": 0}

    assert hidden_cells(counts, one_sum("all", ["north", "south"])) == {"all", "north"}


def test_two_blocks_joined_by_one_hidden_cell_do_not_tell_it():
    """Each sum has two hidden cells, and yet the cell between the blocks would follow from all of them."""
    counts = [[4, 3, 9, 9], [3, 4, 9, 9], [9, 9, 4, 3], [9, 9, 3, 4]]
    counts[1][2] = 2
    cells, sums = with_totals(counts)

    hidden = hidden_cells(cells, sums)

    assert not any(can_be_told(cells, hidden, sums, cell, lowest=1) for cell in hidden)
    assert len(hidden) < len(cells)
