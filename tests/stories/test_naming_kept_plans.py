"""Plans kept for comparing: named, few, and those of the company alone."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from desktop.content.company import Company, Constraints
from desktop.content.library import Library, read_library
from desktop.errors import SestanteError
from desktop.paths import assessments_folder, resources_folder
from desktop.storage import FileDatabase
from desktop.workspace import LONGEST_NAME, Case, Workspace

BAKERY = Company(name="Panificio Lorusso", headcount=6)


@pytest.fixture(scope="module")
def library() -> Library:
    """The shipped content, read once."""
    return read_library(assessments_folder(), resources_folder())


@pytest.fixture
def workspace(library: Library, tmp_path: Path) -> Iterator[Workspace]:
    with closing(Workspace(library, FileDatabase(tmp_path / "data"))) as opened:
        yield opened


def names(workspace: Workspace, case: Case) -> list[str]:
    return [kept.name for kept in workspace.kept_plans.of(case)]


def test_a_name_is_kept_without_what_a_paste_brought_along(workspace: Workspace) -> None:
    case = workspace.create_case(BAKERY)
    workspace.kept_plans.keep(case, "  two\x00 hours\n", Constraints())
    workspace.kept_plans.keep(case, "x" * 500, Constraints())
    workspace.kept_plans.keep(case, "\u202eمتجر\u202c 👩\u200d🍳", Constraints())
    assert names(workspace, case) == ["two hours", "x" * LONGEST_NAME, "متجر 👩\u200d🍳"]


@pytest.mark.parametrize("name", ["", "  ", "\n", "\u200b", "MINE", " mine "])
def test_an_empty_or_taken_name_is_refused_with_a_sentence(workspace: Workspace, name: str) -> None:
    case = workspace.create_case(BAKERY)
    workspace.kept_plans.keep(case, "Mine", Constraints())
    with pytest.raises(SestanteError, match=r"name|called"):
        workspace.kept_plans.keep(case, name, Constraints())
    assert names(workspace, case) == ["Mine"]


def test_no_more_plans_are_kept_than_can_be_compared(workspace: Workspace) -> None:
    case, other = workspace.create_case(BAKERY), workspace.create_case(BAKERY)
    for number in range(6):
        workspace.kept_plans.keep(case, str(number), Constraints())
    with pytest.raises(SestanteError, match="6 plans are kept already"):
        workspace.kept_plans.keep(case, "one more", Constraints())
    workspace.kept_plans.keep(other, "one more", Constraints())
    workspace.kept_plans.delete(case, workspace.kept_plans.of(case)[0].id)
    workspace.kept_plans.keep(case, "one more", Constraints())
    assert names(workspace, case) == ["1", "2", "3", "4", "5", "one more"]


def test_a_situation_within_other_limits_asks_for_the_same_plan_as_one_made_anew(
    workspace: Workspace,
) -> None:
    case = workspace.create_case(BAKERY)
    limits = Constraints(weeks=3, budget_eur=100)
    before = workspace.situation(case)
    assert before.competences is before.within(limits).competences
    changed = workspace.save_constraints(case, limits)
    assert workspace.plans.make(before.within(limits)) == workspace.plans.make(workspace.situation(changed))
