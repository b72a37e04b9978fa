"""The plan as a spreadsheet: what a person finds who opens it."""

from dataclasses import replace
from datetime import datetime

import pytest
from office_reading import book, parts, plain, table
from report_builders import a_dossier, an_empty_dossier

from desktop.answers import Text
from desktop.dossier import share
from desktop.dossier.course_reasons import courses_together
from desktop.report.office.workbook import build_xlsx, cut
from desktop.report.terms import course_dates
from desktop.text import wording

NAMES = (
    '=HYPERLINK("https://evil.example";"x")',
    "+39 080 1",
    "@x",
    "-1",
    "{=1+1}",
    "12",
    "https://a.example",
)


@pytest.fixture(scope="session")
def sheet(dossier, language):
    return build_xlsx(dossier, language)


def test_every_action_has_its_row_in_order(dossier, sheet, language):
    say = wording(language)
    rows = table(sheet)

    advice = dossier.library.catalogue.advice
    wins = [advice.action_text(win.action.id, language).title for win in dossier.quick_wins]
    courses = [each.course.title for card in courses_together(dossier.plan) for each in card]
    told = [row[say("What to do")] for row in rows]
    assert told[: len(wins + courses)] == wins + courses
    kinds = [row[say("Kind")] for row in rows]
    assert kinds.count(say("Open gap")) == len(dossier.plan.open_gaps)
    assert say("Service of the hub") in kinds


def test_dates_hours_and_costs_can_be_reckoned_with(dossier, sheet, language):
    say = wording(language)
    rows = {(row[say("What to do")], row[say("Role")]): row for row in table(sheet)}

    roles = dossier.library.catalogue.competence_text(language).roles
    for planned in dossier.plan.courses:
        row = rows[planned.course.title, roles[planned.role]]
        days = row[say("First day")], row[say("Last day")]
        assert tuple(day.date() for day in days) == course_dates(planned, dossier.plan)
        assert row[say("Hours for each person")] == float(planned.hours)
        cost = None if planned.course.cost_eur is None else planned.cost_eur
        assert row[say("Cost in euros")] == cost


def test_every_course_leads_to_its_page(dossier, sheet):
    page = book(sheet).worksheets[0]

    found = {cell.hyperlink.target for row in page.iter_rows() for cell in row if cell.hyperlink}
    assert found >= {each.course.url for each in dossier.plan.courses if each.course.url}


def test_a_state_is_chosen_from_a_list(sheet, language):
    page = book(sheet).worksheets[0]
    (listed,) = page.data_validations.dataValidation

    states = [wording(language)(state) for state in ("To do", "Under way", "Done", "Left out")]
    assert listed.formula1 == f'"{",".join(states)}"'
    titles = [cell.value for cell in page[1]]
    column = titles.index(wording(language)("State")) + 1
    assert page.cell(2, column).value == states[0]
    assert page.cell(2, column).coordinate in listed.sqref


def test_heads_stay_in_sight_and_can_be_filtered(sheet):
    for page in book(sheet).worksheets[:3]:
        assert page.freeze_panes == "A2"
        assert page.auto_filter.ref.startswith("A1:")
        assert page["A1"].fill.fgColor.rgb == "FF0B4EA2"


def test_scores_and_answers_are_there(dossier, sheet, language):
    say = wording(language)
    scores, answers = table(sheet, 1), table(sheet, 2)

    overall = dossier.results[0].scorecard.overall
    assert scores[0][say("Score")] == pytest.approx(float(overall.headline), abs=0.05)
    assert scores[0][say("Lowest")] <= scores[0][say("Score")] <= scores[0][say("Highest")]
    asked = [row[say("Question")] for row in answers]
    assert len(asked) == sum(len(result.shown) for result in dossier.results)
    assert any(row[say("Answer")].startswith("Due negozi, un forno; il sabato c'è") for row in answers)


@pytest.mark.parametrize("name", NAMES)
def test_a_name_that_looks_like_a_formula_stays_a_text(name):
    dossier = a_dossier(courses=1, name=name)
    key = next(key for key, answer in dossier.sheet.items() if isinstance(answer, Text))
    data = build_xlsx(replace(dossier, sheet=dossier.sheet | {key: Text(name)}), "it")

    cells = [cell for page in book(data).worksheets for row in page.iter_rows() for cell in row]
    assert [cell.data_type for cell in cells if cell.value == name] == ["s", "s"]
    assert not any(cell.data_type == "f" for cell in cells)
    assert "<f>" not in "".join(parts(data).values())


def test_control_characters_do_no_harm():
    data = build_xlsx(a_dossier(courses=1, name="Forno\x00\x0b \ud83d_x0041_\x1b"), "it")

    assert "Forno _x0041_" in [row[0] for row in book(data).worksheets[-1].iter_rows(values_only=True)]


@pytest.mark.parametrize("letter", ["a", "😀"])
def test_a_text_longer_than_a_cell_is_cut_with_a_mark(letter):
    shown = cut(letter * 40_000)

    assert len(shown.encode("utf-16-le")) // 2 in (32_766, 32_767)
    assert shown.endswith("[…]")
    assert cut(letter * 10) == letter * 10


def test_same_input_gives_the_same_bytes(dossier, sheet, language):
    assert build_xlsx(dossier, language) == sheet


def test_file_says_its_day(sheet):
    assert book(sheet).properties.created == datetime.fromisoformat("2026-12-01T00:00:00")


def test_nothing_of_ours_is_english_in_the_italian_copy(dossier):
    def ours(data):
        pages = book(data).worksheets
        heads = {cell.value for page in pages[:-1] for cell in page[1]}
        kinds = {row[0] for row in pages[0].iter_rows(min_row=2, values_only=True)}
        read_me = {row[0] for row in pages[-1].iter_rows(values_only=True)}
        return heads | kinds | read_me | {page.title for page in pages}

    alike = ours(build_xlsx(dossier, "it")) & ours(build_xlsx(dossier, "en"))
    assert alike <= {None, dossier.company.name}


def test_forty_courses_are_all_there():
    dossier = a_dossier(courses=20)
    titles = [row["What to do"] for row in table(build_xlsx(dossier, "en"))]

    assert len(dossier.plan.courses) > 30
    assert all(each.course.title in titles for each in dossier.plan.courses)


def test_a_firm_with_nothing_yet_gets_its_scores_and_what_to_read():
    names = book(build_xlsx(an_empty_dossier(), "en")).sheetnames

    assert (names[0], names[-1]) == ("Scores", "Read me")


def test_without_contact_nobody_is_named(dossier, language):
    whole = "".join(parts(build_xlsx(share(dossier, "no-contact"), language)).values())

    assert dossier.company.name in whole
    assert not any(part in whole for part in ("Maria", "maria@lorusso", "080 123456"))


def test_scores_alone_do_not_say_whose_they_are_nor_what_was_answered(dossier, language):
    data = build_xlsx(share(dossier, "scores"), language)

    say = wording(language)
    assert book(data).sheetnames == [say("Scores"), say("Read me")]
    assert "Lorusso" not in "".join(parts(data).values())
    assert plain(table(data)[0][say("Dimension")]) == say("Overall")
