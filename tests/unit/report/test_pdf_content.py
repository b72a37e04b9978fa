"""What the printed plan says."""

from dataclasses import replace

import msgspec
import pypdfium2
import pytest
import zxingcpp
from report_builders import a_dossier, an_empty_dossier, printed
from report_reading import reader, squeezed, text_of

from desktop.answers import Text
from desktop.dossier.quick_win_days import suggested_days
from desktop.dossier.services import services_for_gaps
from desktop.planning.priorities import by_urgency
from desktop.report import build_pdf
from desktop.report.options import PARTS, PrintOptions
from desktop.scores import CompetenceSpread, LevelRange
from desktop.text import wording


def test_company_and_hub_are_named(dossier, pdf):
    text = text_of(pdf)

    hub = dossier.library.network.hubs[dossier.company.hub]
    assert squeezed(dossier.company.name) in text
    assert squeezed(hub.name) in text


def test_every_course_is_named_with_its_summary(dossier, pdf, language):
    text = text_of(pdf)

    for planned in dossier.plan.courses:
        assert squeezed(planned.course.title) in text
        assert squeezed(dossier.library.catalogue.summary(planned.course.id, language)) in text


def test_every_question_shown_is_printed(dossier, pdf, language):
    text = text_of(pdf)

    for result in dossier.results:
        for question in result.shown:
            assert squeezed(result.questionnaire.text(language).questions[question.id].text) in text


def test_every_dimension_says_what_its_score_tells(dossier, pdf, language):
    text = text_of(pdf)

    for result in dossier.results:
        words = result.questionnaire.text(language).dimensions
        for name, score in result.scorecard.dimensions.items():
            assert score.headline is None or squeezed(words[name].told_at(score.headline)) in text


def test_method_names_the_version_and_hash_of_each_questionnaire(dossier, pdf):
    text = text_of(pdf)

    assert all(result.questionnaire.hash in text for result in dossier.results)


def test_what_nothing_was_answered_of_is_not_said_to_be_well(dossier):
    untold = {name: replace(found, headline=None) for name, found in dossier.competences.items()}
    bare = replace(dossier, competences=untold, plan=an_empty_dossier().plan, quick_wins=())

    text = text_of(build_pdf(bare, "en", PrintOptions(parts=frozenset({"officer"}))))
    assert squeezed("No competence has been assessed yet.") in text


def test_summary_for_the_hub_is_the_second_page_alone(dossier, pdf):
    pages = [squeezed(page.extract_text()) for page in reader(pdf).pages]

    assert [dossier.company.contact.email in page for page in pages] == [
        number == 1 for number in range(len(pages))
    ]


def test_normal_plan_has_5_to_14_pages(pdf):
    assert 5 <= len(reader(pdf).pages) <= 14


@pytest.mark.parametrize(
    ("names", "courses", "most"),
    [
        (("quick",), 2, 6),
        (("quick", "dma-sme", "technology-check"), 6, 13),
        (("dma-sme", "technology-check", "cybersecurity", "ai"), 6, 14),
    ],
)
def test_more_questionnaires_take_more_pages_but_never_many(names, courses, most):
    but_what_is_handed_over = PrintOptions(parts=frozenset(PARTS) - {"consent"})

    pdf = build_pdf(a_dossier(names=names, courses=courses), "it", but_what_is_handed_over)

    assert 4 <= len(reader(pdf).pages) <= most


def test_what_is_well_is_told_and_each_gap_with_what_closes_it(dossier, pdf, language):
    text, catalogue = text_of(pdf), dossier.library.catalogue
    names = {name: words.name for name, words in catalogue.competence_text(language).competences.items()}
    reached = [
        names[name]
        for name, found in dossier.competences.items()
        if 0 < catalogue.target_level(name, dossier.company) <= (found.level or 0)
    ]

    well = text.partition(squeezed(wording(language)("Already at the level you need:")))[2]
    told, _, gaps = well.partition(squeezed(wording(language)("What closes it")))
    assert reached
    assert all(squeezed(name) in told for name in reached)
    assert all(squeezed(names[need.competence]) in gaps for need in by_urgency(dossier.plan.needs))


def test_every_course_with_an_address_has_a_code_that_opens_it(dossier, pdf):
    pages = (page.render(scale=2.1).to_pil() for page in pypdfium2.PdfDocument(pdf))
    read = {found.text for page in pages for found in zxingcpp.read_barcodes(page)}

    assert {planned.course.url for planned in dossier.plan.courses if planned.course.url} <= read


def test_no_page_but_the_last_is_nearly_empty(pdf):
    *pages, _ = reader(pdf).pages

    assert all(len(page.extract_text()) > 300 for page in pages)


def test_footer_counts_the_pages():
    pages = reader(printed("en")).pages

    assert f"Page {len(pages)} of {len(pages)}" in pages[-1].extract_text()


def test_markup_in_a_name_is_printed_as_written():
    assert squeezed("Forno <b>&co</b> <para>") in text_of(printed("en", name="Forno <b>&co</b> <para>"))


@pytest.mark.parametrize("name", ["W" * 60, "Ab" * 100, "x \x00\n\t\ud800 🥖 \u202e", "Łódź ﬁrma ½ 面包"])
def test_strange_names_do_not_break_the_page(name):
    pdf = build_pdf(a_dossier(name=name), "it")

    assert len(reader(pdf).pages) >= 5


def test_forty_courses_are_all_printed():
    dossier = a_dossier(courses=20)

    text = text_of(build_pdf(dossier, "en"))

    assert len(dossier.plan.courses) == 40
    assert all(squeezed(planned.course.title) in text for planned in dossier.plan.courses)


def test_dossier_without_answers_or_courses_is_printed():
    assert "X" in text_of(build_pdf(an_empty_dossier(), "it"))


def test_an_answer_longer_than_a_page_is_split(dossier):
    notes = dossier.library.questionnaires["technology-check"].questions["notes"]
    sheet = {**dossier.sheet, notes.key: Text("parola " * 4000)}

    pdf = build_pdf(replace(dossier, sheet=sheet), "it")

    assert text_of(pdf).count("parola") >= 4000


def test_the_staff_band_of_the_dma_is_told_only_where_it_was_answered(dossier):
    others = tuple(result for result in dossier.results if result.questionnaire.id != "dma-sme")

    assert squeezed("DMA staff band") in text_of(printed("en"))
    assert squeezed("DMA staff band") not in text_of(build_pdf(replace(dossier, results=others), "en"))


def test_without_a_hub_the_cover_names_the_doors_that_the_plan_explains_further_on():
    dossier = a_dossier(hub=None)

    text = text_of(build_pdf(dossier, "en"))

    _, after = text.split(squeezed("Places that suit you; ask at one of them:"), 1)
    assert dossier.guidance.doors
    assert after.startswith(squeezed(dossier.guidance.doors[0].hub.name))


def test_people_are_told_by_role_beside_what_they_need(dossier):
    owner, employees = LevelRange((1,), 1, 1), LevelRange((0, 0, 2), 0, 3)
    everyone = LevelRange((0, 0, 1, 2), 0, 3)
    found = CompetenceSpread("cyber-backup", everyone, {"owner": owner, "employee": employees})
    catalogue = dossier.library.catalogue
    present = ("owner", "employee")
    needed = [catalogue.role_target("cyber-backup", dossier.company, role, present) for role in present]

    text = text_of(build_pdf(replace(dossier, people={"cyber-backup": found}), "en"))

    assert squeezed(f"1, needed {needed[0]}") in text
    assert squeezed(f"0 (from 0 to 3), needed {needed[1]}") in text
    assert squeezed("Employees · 3 people") in text


def test_without_people_there_is_no_section_about_them():
    assert squeezed("Each person answered") not in text_of(printed("en"))


def test_quick_wins_are_printed_with_steps_proof_and_room_to_write(dossier, pdf, language):
    text = text_of(pdf)

    assert dossier.quick_wins
    for win in dossier.quick_wins:
        words = dossier.library.catalogue.advice.action_text(win.action.id, language)
        assert all(squeezed(part) in text for part in (words.title, *words.steps, words.proof))
    say = wording(language)
    for day in suggested_days(dossier.quick_wins, dossier.constraints, dossier.plan.start):
        assert squeezed(f"{say('suggested:')} {say.short_date(day)}") in text
    assert text.count(squeezed(say("suggested:"))) == len(dossier.quick_wins)


def test_what_to_ask_the_hub_for_is_printed_with_the_gaps(pdf, language):
    text = text_of(pdf)
    asked = {"it": "Da chiedere all'hub:", "en": "Ask the hub for:"}[language]

    assert squeezed(asked) in text


def test_the_services_for_the_most_urgent_gaps_are_explained(dossier, pdf, language):
    text = text_of(pdf)
    services = services_for_gaps(dossier.plan.open_gaps, dossier.library, dossier.company)[:5]

    assert services
    for service in services:
        words = dossier.library.catalogue.advice.service_text(service.id, language)
        assert all(squeezed(part) in text for part in (words.title, words.about, words.bring, words.get))


@pytest.mark.parametrize("language", ["it", "en"])
def test_the_cover_has_room_for_the_words_of_three_questionnaires(language):
    dossier = a_dossier()
    three = replace(dossier, results=(*dossier.results, dossier.results[0]))
    lines = reader(build_pdf(three, language)).pages[0].extract_text().splitlines()
    begun = {"it": "Maturità digitale", "en": "Digital maturity of"}[language]

    assert sum(line.startswith(begun) for line in lines) >= 2


def test_of_two_courses_that_begin_together_the_one_that_ends_first_comes_first(dossier):
    owners = (planned for planned in dossier.plan.courses if planned.role == "owner")
    long, short = sorted(owners, key=lambda planned: planned.course.id)[:2]
    long, short = replace(long, weeks={0: 1, 5: 1}), replace(short, weeks={0: 1})
    plan = replace(dossier.plan, courses=(long, short))

    text = text_of(build_pdf(replace(dossier, plan=plan), "en"))

    assert squeezed(f"1. {short.course.title}") in text
    assert squeezed(f"2. {long.course.title}") in text


def test_the_page_for_the_hub_says_why_a_role_gets_no_course(dossier):
    own = replace(dossier.plan, courses=tuple(c for c in dossier.plan.courses if c.role == "owner"))
    no_hours = msgspec.structs.replace(dossier.constraints, hours_per_week={"owner": 2, "employee": 0})
    all_reached = {name: replace(found, level=4) for name, found in dossier.competences.items()}

    for changes, reason in (
        ({}, "no course: the catalogue has none for what is missing within these limits"),
        ({"constraints": no_hours}, "no course: 0 hours a week"),
        ({"competences": all_reached}, "no course: the levels needed are there"),
    ):
        page = reader(build_pdf(replace(dossier, plan=own, **changes), "en")).pages[1]
        assert squeezed(f"Employees {reason}") in squeezed(page.extract_text())
