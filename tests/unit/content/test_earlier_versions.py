"""Earlier versions stay readable, and are compared with today's."""

from pathlib import Path

import pytest

from desktop.content.library import Library, check_library
from desktop.content.questionnaires.against import Compared, compare_with
from desktop.paths import resources_folder
from tests.versions import NEW, OLD, an_edition, write_version


def compared(folder: Path, old: str, new: str, versions: tuple[str, str] = ("1", "2")) -> Compared:
    earlier = write_version(folder / "earlier", old, versions[0])
    return compare_with(write_version(folder / "later", new, versions[1]), earlier)


def said(found: Compared) -> list[str]:
    return [str(line) for line in found.lines]


def codes(found: Compared) -> list[str]:
    return sorted(problem.code for problem in found.problems)


def test_an_earlier_version_is_found_by_id_version_and_hash(tmp_path: Path) -> None:
    library = Library(an_edition(tmp_path), resources_folder())
    today = library.questionnaires["small"]
    old = library.questionnaire("small", "1.0")
    assert old is not None
    assert (old.version, list(old.questions)) == ("1.0", ["backup", "protections", "fraud", "fax"])
    assert library.questionnaire("small", "1.0", old.hash) is old
    assert library.questionnaire("small", "2.0", today.hash) is today
    for name, version, of_hash in (
        ("small", "1.0", today.hash),
        ("small", "2.0", old.hash),
        ("small", "0.9", None),
        ("small", "1.0/../small@1.0", None),
        ("other", "1.0", None),
    ):
        assert library.questionnaire(name, version, of_hash) is None


@pytest.mark.parametrize(
    ("name", "version", "code"), [("small@1.0", "1.1", "V004"), ("other@1.0", "1.0", "V004")]
)
def test_a_kept_version_in_the_wrong_folder_is_reported(
    tmp_path: Path, name: str, version: str, code: str
) -> None:
    write_version(an_edition(tmp_path, is_old_kept=False) / "versions" / name, OLD, version)
    library, problems = check_library(tmp_path, resources_folder())
    assert code in {problem.code for problem in problems if "small@" in problem.file or name in problem.file}
    assert library.questionnaire(*name.split("@")) is None


def test_a_broken_kept_version_is_reported_and_not_used(tmp_path: Path) -> None:
    kept = an_edition(tmp_path) / "versions" / "small@1.0" / "small.yaml"
    kept.write_text(kept.read_text(encoding="utf-8") + "surplus: 1\n", encoding="utf-8")
    library, problems = check_library(tmp_path, resources_folder())
    assert [problem.code for problem in problems if "small@" in problem.file] == ["F003"]
    assert library.questionnaire("small", "1.0") is None


def test_a_change_without_a_new_version_is_seen_where_that_version_was_kept(tmp_path: Path) -> None:
    write_version(an_edition(tmp_path), NEW, "1.0")
    _, problems = check_library(tmp_path, resources_folder())
    assert [problem.code for problem in problems if problem.file.endswith("small.yaml")] == ["V011"]


def test_a_comparison_tells_what_changed_and_which_scores_stay_comparable(tmp_path: Path) -> None:
    found = compared(tmp_path, OLD, NEW)
    assert said(found) == [
        "small 1 -> small 2",
        "  added: question `cloud`",
        "  removed: question `fax`",
        "  renamed: question `backup` -> `copies`",
        "  renamed: choice `automatic` -> `machine` of question `copies`",
        "  changed: question `protections`: choice `locks` removed",
        "  re-weighted: question `fraud`: weight 1 -> 2",
        "  scores stay comparable: no",
        (
            "    work: `cloud` is new; `fax` is gone; `protections`: choice `locks` removed; "
            "`fraud`: weight 1 -> 2"
        ),
    ]


def test_renamed_ids_leave_scores_comparable(tmp_path: Path) -> None:
    new = OLD.replace("id: fax", "id: paper\n        replaces: fax").replace(
        "{id: locks}", "{id: doors, replaces: locks}"
    )
    found = compared(tmp_path, OLD, new)
    assert said(found)[-1] == "  scores stay comparable: yes"
    assert codes(found) == []


def test_other_points_are_told(tmp_path: Path) -> None:
    found = compared(tmp_path, OLD, OLD.replace("{id: by-hand, points: 1}", "{id: by-hand, points: 1/2}"))
    assert "  re-pointed: question `backup`: choice `by-hand`: points 1 -> 1/2" in said(found)


@pytest.mark.parametrize(
    ("code", "old", "new", "versions"),
    [
        ("V011", OLD, NEW.replace("id: cloud", "id: new-cloud"), ("1", "1")),
        ("V012", OLD, OLD, ("1.10", "1.9")),
        ("V013", OLD, OLD.replace("id: fax\n        kind: one", "id: fax\n        kind: many"), ("1", "2")),
        ("V014", OLD, OLD.replace("never", "no").replace("daily", "yes").replace("often", "yes"), ("1", "2")),
        ("V015", OLD, OLD.replace("id: automatic", "id: automatical"), ("1", "2")),
        ("V016", NEW, NEW.replace("        replaces: backup\n", ""), ("2", "3")),
        ("V016", NEW, NEW.replace("replaces: automatic, ", ""), ("2", "3")),
        ("V017", OLD, NEW.replace("replaces: backup", "replaces: bakup"), ("1", "2")),
        ("V017", OLD, NEW.replace("replaces: automatic", "replaces: automtic"), ("1", "2")),
    ],
)
def test_a_likely_slip_is_a_warning(
    tmp_path: Path, code: str, old: str, new: str, versions: tuple[str, str]
) -> None:
    found = compared(tmp_path, old, new, versions)
    assert code in codes(found)
    assert all(problem.is_warning for problem in found.problems)


def test_the_same_version_is_the_same(tmp_path: Path) -> None:
    found = compared(tmp_path, OLD, OLD, ("1", "1"))
    assert said(found) == [
        "small 1 -> small 1",
        "  the structure is the same",
        "  scores stay comparable: yes",
    ]
    assert found.problems == ()


def test_a_renamed_questionnaire_is_compared_with_its_former_self(tmp_path: Path) -> None:
    earlier = write_version(tmp_path / "earlier", OLD, "1")
    head = 'format: 1\nid: tiny\nversion: "2"\nreplaces: small\nsource_language: it\nlanguages: [it]\n'
    found = compare_with(write_version(tmp_path / "later", OLD, "2", head=head), earlier)
    assert said(found)[0] == "small 1 -> tiny 2"
    assert said(found)[-1] == "  scores stay comparable: yes"


def test_nothing_to_compare_with_is_an_error(tmp_path: Path) -> None:
    later = write_version(tmp_path / "later", OLD, "1")
    assert codes(compare_with(later, tmp_path / "absent")) == ["V010"]
