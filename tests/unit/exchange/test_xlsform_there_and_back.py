"""A questionnaire sent through an XLSForm comes back as it was: points, conditions, and every word."""

import shutil
import tempfile
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given

from desktop.content.questionnaires.questionnaire_building import Written
from desktop.content.questionnaires.questionnaire_file import QuestionEntry
from desktop.content.questionnaires.questionnaire_reading import (
    read_questionnaires,
    read_source,
    structure_files,
)
from desktop.exchange.xlsform import export_form, import_form
from tests.builders import ASSESSMENTS, shipped
from tests.examples import examples
from tests.unit.exchange.forms import questionnaires, write_questionnaire

SHIPPED = [path.stem for path in structure_files(ASSESSMENTS)]


def there_and_back(structure: Path, folder: Path) -> None:
    form = folder.parent / "form.xlsx"
    export_form(structure, form, is_forced=False)
    transfer = import_form(form, folder, language="it", is_forced=False, competences=())
    assert [problem for problem in transfer.problems if not problem.is_warning] == []


def with_weights(written: Written) -> Written:
    """The questionnaire with every weight written out, as it comes back."""

    def weighted(entry: QuestionEntry) -> QuestionEntry:
        weight = Fraction(1) if entry.weight is None else entry.weight
        return msgspec.structs.replace(entry, weight=weight)

    sections = tuple(
        msgspec.structs.replace(section, questions=tuple(map(weighted, section.questions)))
        for section in written.file.sections
    )
    return Written(msgspec.structs.replace(written.file, sections=sections), written.texts)


@pytest.mark.parametrize("name", SHIPPED)
def test_a_shipped_questionnaire_comes_back_the_same(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "back"
    shutil.copytree(ASSESSMENTS, folder)
    for path in (folder / f"{name}.yaml", *folder.glob(f"{name}.*.yaml")):
        path.unlink()
    there_and_back(ASSESSMENTS / f"{name}.yaml", folder)
    reading = read_questionnaires(folder, ())
    assert reading.problems == ()
    assert reading.questionnaires[name].hash == shipped()[name].hash
    assert reading.questionnaires[name].texts == shipped()[name].texts


@pytest.mark.parametrize("name", SHIPPED)
def test_a_shipped_questionnaire_comes_back_alone_with_its_shared_questions_as_its_own(
    tmp_path: Path, name: str
) -> None:
    there_and_back(ASSESSMENTS / f"{name}.yaml", tmp_path / "back")
    found = read_questionnaires(tmp_path / "back", ()).questionnaires[name]
    assert list(found.questions) == list(shipped()[name].questions)
    assert [q.weight for q in found.questions.values()] == [
        q.weight for q in shipped()[name].questions.values()
    ]
    for code, texts in shipped()[name].texts.items():
        for identity, text in texts.questions.items():
            # A word that two homes explain in two ways keeps one explanation, which the export reports.
            assert replace(found.texts[code].questions[identity], words=text.words) == text


@examples(25, suppress_health_check=[HealthCheck.too_slow])
@given(written=questionnaires())
def test_any_questionnaire_comes_back_the_same(written: Written) -> None:
    with tempfile.TemporaryDirectory() as place:
        structure = write_questionnaire(Path(place, "out"), written)
        assert read_source(structure).written == written
        there_and_back(structure, Path(place, "back"))
        found = read_source(Path(place, "back", structure.name)).written
    assert found == with_weights(written)
