"""The plan as a text document: what a person finds who opens it."""

from dataclasses import replace
from datetime import datetime

import pytest
from office_reading import W, every_paragraph, headings, links, parts, plain, word
from report_builders import a_dossier, an_empty_dossier

from desktop.dossier import share
from desktop.dossier.course_reasons import courses_together
from desktop.dossier.quick_win_days import suggested_days
from desktop.report.office.plan_document import build_docx
from desktop.scripts import has_right_to_left
from desktop.text import wording

NAMES = {
    "markup": "Forno <b>&co</b> <w:p/>",
    "control characters": "Forno\x00 \x1b[31mrosso\x0b\x7f\ufffe",
    "an incomplete character": "Forno \ud83d",
    "line ends": "Forno\r\nAlba\tNord",
    "a face": "Forno 👩‍🍳",
    "Chinese": "面包店",
    "long": "W" * 5_000,
}


@pytest.fixture(scope="session")
def text(dossier, language):
    return build_docx(dossier, language)


def test_every_course_has_a_heading_in_the_order_of_the_calendar(dossier, text):
    titles = [f"{n}. {card[0].course.title}" for n, card in enumerate(courses_together(dossier.plan), 1)]

    told = [title for title in headings(text, 2) if title[:1].isdigit()]
    assert told == [plain(title) for title in titles]


def test_every_course_leads_to_its_page(dossier, text):
    assert links(text) >= {each.course.url for each in dossier.plan.courses if each.course.url}


def test_quick_wins_are_a_list_to_tick_off_with_room_for_who_and_a_day_suggested(dossier, text, language):
    say = wording(language)
    found = [each for each in word(text).tables if say("Who does it") in [c.text for c in each.rows[0].cells]]

    rows = found[0].rows[1:]
    advice = dossier.library.catalogue.advice
    titles = [plain(advice.action_text(win.action.id, language).title) for win in dossier.quick_wins]
    assert [plain(row.cells[1].paragraphs[0].text) for row in rows] == titles
    days = suggested_days(dossier.quick_wins, dossier.constraints, dossier.plan.start)
    suggested = [plain(f"{say('suggested:')} {say.short_date(day)}") for day in days]
    assert [(row.cells[2].text, plain(row.cells[3].text)) for row in rows] == [("", day) for day in suggested]
    assert parts(text)["word/document.xml"].count("w14:checkbox>") == 2 * len(rows)


def test_the_steps_of_each_quick_win_begin_with_one(dossier, text):
    numbers = [
        each.find(f"{W}pPr/{W}numPr/{W}numId").get(f"{W}val")
        for each in word(text).element.body.iter(f"{W}p")
        if (style := each.find(f"{W}pPr/{W}pStyle")) is not None and style.get(f"{W}val") == "ListNumber"
    ]

    advice = dossier.library.catalogue.advice
    steps = [len(advice.action_text(win.action.id, "en").steps) for win in dossier.quick_wins]
    assert [numbers.count(number) for number in dict.fromkeys(numbers)] == steps


def test_every_question_is_there_with_its_answer(dossier, text, language):
    said = every_paragraph(text)

    for result in dossier.results:
        words = result.questionnaire.text(language).questions
        assert all(plain(words[question.id].text) in said for question in result.shown)
    assert any("Due negozi, un forno; il sabato c'è la fila <fino> a & oltre" in line for line in said)


def test_heads_of_tables_stand_again_on_every_page_and_rows_stay_whole(text):
    tables = word(text).element.body.findall(f"{W}tbl")

    with_head = [each for each in tables if each.find(f"{W}tr/{W}trPr/{W}tblHeader") is not None]
    assert len(with_head) > 5
    for each in tables:
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in each.findall(f"{W}tr"))
        assert each.find(f"{W}tblPr/{W}tblCaption").get(f"{W}val")


def test_file_says_its_title_day_and_language_and_nothing_of_others(dossier, text, language):
    known = word(text).core_properties

    assert dossier.company.name in known.title
    assert known.author == dossier.company.name
    assert known.created == known.modified == datetime.fromisoformat("2026-12-01T00:00:00Z")
    assert {"it": 'w:val="it-IT"', "en": 'w:val="en-GB"'}[language] in parts(text)["word/styles.xml"]
    assert "python-docx" not in "".join(parts(text).values())


def test_footer_counts_the_pages(text, language):
    footer = next(words for name, words in parts(text).items() if "footer" in name)

    assert 'w:instr="PAGE"' in footer
    assert 'w:instr="NUMPAGES"' in footer
    assert {"it": "Pagina ", "en": "Page "}[language] in footer


def test_same_input_gives_the_same_bytes(dossier, text, language):
    assert build_docx(dossier, language) == text


def test_no_heading_and_no_head_of_a_table_is_english_in_the_italian_copy(dossier):
    italian, english = build_docx(dossier, "it"), build_docx(dossier, "en")

    def told(data):
        heads = {cell.text for each in word(data).tables for cell in each.rows[0].cells}
        return heads | {title for level in (1, 2) for title in headings(data, level)}

    alike = {title for title in told(italian) & told(english) if title.strip("✓")}
    courses = " ".join(each.course.title for each in dossier.plan.courses)
    known = {"2027", dossier.company.name}
    assert {title for title in alike if title.split(". ")[-1] not in courses} <= known


@pytest.mark.parametrize("name", NAMES)
def test_a_name_of_any_kind_arrives(name):
    data = build_docx(a_dossier(courses=1, name=NAMES[name]), "it")

    first = "".join(letter for letter in NAMES[name].split()[0] if letter.isprintable())
    assert any(first in line for line in every_paragraph(data))


def test_names_read_from_right_to_left_are_marked_so():
    data = build_docx(a_dossier(courses=1, name="مخبز 5 نجوم Lorusso"), "it")

    runs = [run for each in word(data).paragraphs[:3] for run in each.runs]
    marked = {run.text: run.font.rtl for run in runs if run.text.strip() and "Piano" not in run.text}
    assert [text for text, is_right in marked.items() if is_right] == ["مخبز 5 نجوم"]
    assert not any(is_right for text, is_right in marked.items() if not has_right_to_left(text))


def test_forty_courses_are_all_there():
    dossier = a_dossier(courses=20)
    cards = courses_together(dossier.plan)

    told = [title for title in headings(build_docx(dossier, "en"), 2) if title[:1].isdigit()]
    assert len(told) == len(cards) > 20


def test_a_firm_with_nothing_yet_gets_a_document_too():
    assert "Who" in headings(build_docx(an_empty_dossier(), "en"), 1)


def test_without_contact_nobody_is_named(dossier, language):
    said = " ".join(every_paragraph(build_docx(share(dossier, "no-contact"), language)))

    assert dossier.company.name in said
    assert not any(part in said for part in ("Maria Lorusso", "maria@lorusso.example", "080 123456"))


def test_scores_alone_do_not_say_whose_they_are(dossier, language):
    data = build_docx(share(dossier, "scores"), language)

    whole = "".join(parts(data).values())
    assert not any(part in whole for part in ("Lorusso", "01234567897", "10.71", "Due negozi"))
    assert wording(language)("Your courses, and why") not in headings(data, 1)
    overall = dossier.results[0].scorecard.overall.headline
    assert wording(language).number(overall) in every_paragraph(data)


def test_a_course_with_a_page_no_browser_opens_is_named_without_a_link(dossier):
    first, *others = dossier.plan.courses
    hostile = replace(first, course=_with_url(first.course, "javascript:alert(1)"))
    data = build_docx(replace(dossier, plan=replace(dossier.plan, courses=(hostile, *others))), "it")

    assert not any(address.startswith("javascript") for address in links(data))


def _with_url(course, url):
    import msgspec

    return msgspec.structs.replace(course, url=url)
