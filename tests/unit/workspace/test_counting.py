"""What rounds scored is kept in step with their answers."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from desktop.answers import answer_from_plain
from desktop.content.company import Company
from desktop.storage import FILE_NAME
from desktop.workspace import Workspace
from tests.builders import best_answers


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    opened = Workspace.open(tmp_path)
    yield opened
    opened.close()


def counted(workspace: Workspace) -> list[tuple[str, int, int, str]]:
    """Counts; what is kept by then."""
    workspace.hub.counting.count(lambda _: None, lambda: False)
    with closing(sqlite3.connect(workspace.folder / FILE_NAME)) as file:
        found = "SELECT questionnaire_id, overall, coverage, scores FROM standing ORDER BY questionnaire_id"
        return list(file.execute(found))


def test_answers_are_counted_once_they_changed(workspace: Workspace) -> None:
    case = workspace.create_case(Company(name="Panificio Lorusso", headcount=6))
    (questionnaire,) = workspace.questionnaires(case)
    assert (workspace.hub.counting.waiting, counted(workspace)) == (1, [])
    assert workspace.hub.counting.waiting == 0
    for key, answer in best_answers(questionnaire).items():
        case = workspace.save_answer(case, questionnaire.questions[key.split("/")[1]], answer)
    assert workspace.hub.counting.waiting == 1
    (told,) = counted(workspace)
    assert told == (questionnaire.id, 10000, 100, "10000" * len(questionnaire.dimensions))
    assert workspace.hub.counting.waiting == 0


def test_what_a_company_lacks_is_told_against_what_it_should_have(workspace: Workspace) -> None:
    case = workspace.create_case(Company(name="Panificio Lorusso", headcount=6, sector="C"))
    (questionnaire,) = workspace.questionnaires(case)
    first = next(iter(questionnaire.questions.values()))
    workspace.save_answer(case, first, answer_from_plain(first, first.choices[0].id))
    case = workspace.case(case.id)
    found = workspace.hub.counting.of(case).needs
    catalogue = workspace.library.catalogue
    assert list(found) == list(catalogue.competences)
    levels = workspace.scores.competences(case)
    for name, needed in found.items():
        assert needed.target == catalogue.target_level(name, case.company)
        assert needed.level == (levels[name].level if name in levels else None)


def test_stopping_keeps_what_was_counted(workspace: Workspace) -> None:
    workspace.create_case(Company(name="Panificio Lorusso", headcount=6))
    workspace.hub.counting.count(lambda _: None, lambda: True)
    assert workspace.hub.counting.waiting == 1
