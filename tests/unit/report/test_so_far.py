"""What has been done of a plan, on paper and in copies to change."""

from dataclasses import replace
from io import BytesIO

import openpyxl
import pytest
from docx import Document
from docx.oxml.ns import qn
from msgspec.structs import replace as with_fields
from report_builders import a_dossier
from report_reading import squeezed, text_of

from desktop.content.decisions import CourseDecision
from desktop.content.steps import win_key
from desktop.dossier import Dossier, share
from desktop.dossier.steps import PlanStep
from desktop.report import build_pdf
from desktop.report.office.plan_document import build_docx
from desktop.report.office.workbook import build_xlsx

GONE = "win:thrown-away"


@pytest.fixture(scope="module")
def begun() -> Dossier:
    """A plan with a quick win done, another dropped, an earlier one done, and a course done before."""
    dossier = a_dossier(courses=2)
    first, second = (win_key(win.action.id) for win in dossier.quick_wins[:2])
    steps = {
        first: PlanStep("done", "Maria tested it"),
        second: PlanStep("dropped"),
        GONE: PlanStep("done"),
    }
    done = CourseDecision(course="course-of-before", role="owner", state="done")
    limits = with_fields(dossier.constraints, decisions=(done,))
    return replace(dossier, steps=steps, constraints=limits)


def test_paper_counts_what_is_done_and_tells_the_notes(begun: Dossier) -> None:
    told = text_of(build_pdf(begun, "en"))
    assert squeezed("What has been done so far") in told
    assert squeezed("3 of ") in told
    assert squeezed("steps done") in told
    assert squeezed("Maria tested it") in told
    assert squeezed("course-of-before") in told


def test_notes_stay_at_the_desk_where_contacts_do(begun: Dossier) -> None:
    told = text_of(build_pdf(share(begun, "no-contact"), "en"))
    assert squeezed("What has been done so far") in told
    assert squeezed("Maria tested it") not in told


def test_scores_alone_tell_nothing_of_steps(begun: Dossier) -> None:
    assert not share(begun, "scores").steps
    assert squeezed("done so far") not in text_of(build_pdf(share(begun, "scores"), "en"))


def test_a_plan_not_begun_says_nothing_of_it() -> None:
    assert squeezed("done so far") not in text_of(build_pdf(a_dossier(courses=1), "en"))


def test_the_spreadsheet_has_states_and_notes(begun: Dossier) -> None:
    book = openpyxl.load_workbook(BytesIO(build_xlsx(begun, "en")))
    rows = list(book.worksheets[0].iter_rows(values_only=True))
    state, notes = rows[0].index("State"), rows[0].index("Notes")
    assert [row[state] for row in rows[1:3]] == ["Done", "Left out"]
    assert rows[1][notes] == "Maria tested it"
    earlier = [(row[1], row[state]) for row in rows[1:] if row[0] == "Earlier step"]
    assert ("thrown-away", "Done") in earlier
    assert any("course-of-before" in str(title) for title, _ in earlier)


def test_the_text_document_ticks_what_is_done(begun: Dossier) -> None:
    data = build_docx(begun, "en")
    boxes = [each.text for each in Document(BytesIO(data)).element.iter(qn("w:t")) if each.text in ("☐", "☒")]
    assert boxes[:2] == ["☒", "☐"]
    assert boxes.count("☒") == 1
