"""1,300 questions in French, Turkish and Arabic: loaded, checked, scored, asked and printed."""

import sys
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path
from subprocess import CompletedProcess

import pytest
import yaml
from pypdf import PdfReader

sys.path.append(str(Path(__file__).parents[1] / "unit" / "report"))

from drawn_glyphs import boxes

from desktop.answers import AnswerSheet, Facts, answer_from_plain, shown_questions
from desktop.content.company import Company, Constraints, People
from desktop.content.library import Library
from desktop.content.questionnaires.questionnaire import Questionnaire
from desktop.content.questionnaires.questionnaire_reading import read_questionnaires
from desktop.content.stamping import stamp
from desktop.dossier import Dossier, Situation, gather
from desktop.paths import resources_folder
from desktop.report import build_pdf
from tests.large_questionnaire import NAME, QUESTIONS, answers, write_large

RunHere = Callable[..., "CompletedProcess[str]"]
FIRM = Company(name="شركة النور للتجارة", headcount=12, region="ITF4", people=People(owner=1, employee=11))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = write_large(tmp_path_factory.mktemp("large"))
    for language in ("tr", "ar"):
        stamp(path.with_suffix(f".{language}.yaml"))
    return path.parent


def sheet_for(questionnaire: Questionnaire) -> AnswerSheet:
    questions = questionnaire.questions
    given = answers(len(questions)).items()
    return {questions[name].key: answer_from_plain(questions[name], answer) for name, answer in given}


def dossier_of(folder: Path, language: str) -> Dossier:
    library = Library(folder, resources_folder())
    library.show_texts_in(language)
    questionnaire = library.questionnaires[NAME]
    found = (questionnaire,), sheet_for(questionnaire)
    return gather(Situation(library, FIRM, Constraints(), *found, made_on=date(2027, 1, 11)))


def test_it_is_sound_and_has_branches(folder: Path, run_here: RunHere) -> None:
    checked = run_here("check", folder)

    assert checked.returncode == 0, checked.stderr[:2000]
    assert "0 errors, 0 warnings" in checked.stdout
    assert f"{QUESTIONS} questions" in checked.stdout
    questionnaire = read_questionnaires(folder, ()).questionnaires[NAME]
    shown = len(shown_questions(questionnaire, sheet_for(questionnaire), Facts.of(FIRM)))
    assert 800 < shown < QUESTIONS


def test_it_is_scored_in_the_language_chosen(folder: Path, run_here: RunHere, tmp_path: Path) -> None:
    company = {"name": "Ελένη ve İlker", "headcount": 12, "people": {"owner": 1, "employee": 11}}
    assessment = {"id": NAME, "version": "1", "answers": answers()}
    file = tmp_path / "input.yaml"
    content = {"format": 1, "company": company, "assessments": [assessment]}
    file.write_text(yaml.safe_dump(content, allow_unicode=True), encoding="utf-8")

    scored = run_here("score", file, "--folder", folder, "--lang", "en", "--texts", "tr")
    refused = run_here("score", file, "--folder", folder, "--lang", "en", "--texts", "de")

    assert "Büyük dijital anket: 63 of 100" in scored.stdout
    assert refused.returncode == 2
    assert "there are: ar, fr, tr" in refused.stderr


def test_all_of_it_is_printed(folder: Path) -> None:
    dossier = dossier_of(folder, "ar")

    pdf = build_pdf(dossier, "it")

    (result,) = dossier.results
    assert len(result.shown) > 1_000
    assert len(PdfReader(BytesIO(pdf)).pages) > len(result.shown) / 60


@pytest.mark.parametrize("language", ["fr", "tr", "ar"])
def test_every_glyph_of_a_shorter_one_is_drawn(tmp_path: Path, language: str) -> None:
    write_large(tmp_path, 60)

    assert boxes(build_pdf(dossier_of(tmp_path, language), "it")) == []
