"""A questionnaire is read again after each change: what is shown meanwhile, and where its problems stand."""

from pathlib import Path

import pytest

from desktop.content.questionnaires.skeleton import new_assessment
from desktop.errors import SestanteError
from desktop.review.draft import Draft, Target, find_target, language_of, place_of, read_draft


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    new_assessment("club", tmp_path, "en")
    return tmp_path


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize("name", ["club.yaml", "club.en.yaml"])
def test_structure_and_texts_mean_the_questionnaire(folder: Path, name: str) -> None:
    assert find_target(folder / name) == Target(folder, "club")


def test_a_folder_means_all_it_holds(folder: Path) -> None:
    new_assessment("shop", folder, "it")
    assert read_draft(find_target(folder), None, Draft()).shown == ("club", "shop")


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("missing.yaml", "There is no file or folder"),
        ("notes.txt", "is not a file of a questionnaire"),
        ("other.it.yaml", "There is no other.yaml beside"),
        ("empty", "There is no questionnaire in"),
        ("club\0.yaml", "There is no file or folder"),
    ],
)
def test_a_path_that_leads_nowhere_is_told(folder: Path, name: str, sentence: str) -> None:
    (folder / "empty").mkdir()
    (folder / "notes.txt").touch()
    (folder / "other.it.yaml").touch()
    with pytest.raises(SestanteError, match=sentence):
        find_target(folder / name)


def test_it_begins_in_the_language_of_the_file(folder: Path) -> None:
    new_assessment("negozio", folder, "it")
    for name, language in (("club.en.yaml", "en"), ("club.yaml", "en"), ("negozio.yaml", "it")):
        path = folder / name
        assert language_of(path, find_target(path)) == language


def test_what_has_errors_stays_as_it_was_until_they_are_corrected(folder: Path) -> None:
    target = find_target(folder / "club.yaml")
    first = read_draft(target, None, Draft())
    change(folder / "club.yaml", "format: 1", "format: 2")
    broken = read_draft(target, None, first)
    assert (broken.held, broken.errors) == (("club",), 1)
    assert broken.questionnaires["club"] is first.questionnaires["club"]
    change(folder / "club.yaml", "format: 2", "format: 1")
    mended = read_draft(target, None, broken)
    assert (mended.held, mended.errors, mended.shown) == ((), 0, ("club",))


def test_nothing_is_read_anew_where_nothing_changed(folder: Path) -> None:
    target = find_target(folder)
    first = read_draft(target, None, Draft())
    (folder / "notes.txt").touch()
    assert read_draft(target, None, first) is first


def test_a_questionnaire_that_is_removed_goes(folder: Path) -> None:
    target = find_target(folder)
    first = read_draft(target, None, Draft())
    (folder / "club.yaml").unlink()
    assert read_draft(target, None, first).shown == ()


@pytest.mark.parametrize(
    ("file", "old", "new", "code", "question", "place", "value"),
    [
        (
            "club.yaml",
            "{id: outdated, points: 1}",
            "{id: outdated, points: many}",
            "F005",
            "website",
            "sections.tools.questions.website.choices.outdated.points",
            "many",
        ),
        (
            "club.yaml",
            "in: [outdated, current]",
            "in: [outdated, curent]",
            "Q025",
            "website-offers",
            "sections.tools.questions.website.follow_ups.website-offers.when",
            "",
        ),
        (
            "club.en.yaml",
            'orders: "Order or book"',
            'order: "Order or book"',
            "T003",
            "website-offers",
            "questions.website-offers.choices.orders",
            "",
        ),
        (
            "club.en.yaml",
            'orders: "Order or book"',
            'orders: ""',
            "F006",
            "website-offers",
            "questions.website-offers.choices.orders",
            "",
        ),
        ("club.yaml", "{id: start, from: 0}", "{id: start, from: 5}", "Q004", None, "levels.start", ""),
        ("club.yaml", "format: 1", "format: [1", "Y004", None, "", ""),
    ],
)
def test_a_problem_is_placed_by_the_ids_that_authors_write(  # noqa: PLR0913, PLR0917 - a row of the table
    folder: Path, file: str, old: str, new: str, code: str, question: str | None, place: str, value: str
) -> None:
    change(folder / file, old, new)
    problems = read_draft(find_target(folder), None, Draft()).problems
    placed = next(each for each in problems if each.problem.code == code)
    assert (placed.questionnaire, placed.question, placed.place, placed.value) == (
        "club",
        question,
        place,
        value,
    )


def test_a_question_is_found_or_the_nearest_are_named(folder: Path) -> None:
    target = find_target(folder)
    assert place_of("backup", target) == ("club", "backup")
    with pytest.raises(SestanteError, match="Some that are there: backup"):
        place_of("backups", target)


def test_while_files_have_errors_any_question_may_be_asked_for(folder: Path) -> None:
    change(folder / "club.yaml", "format: 1", "format: 2")
    assert place_of("soon", find_target(folder)) == ("club", "soon")
