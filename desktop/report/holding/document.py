"""The document about held data: pages put together, footer, outline, and the facts about the file."""

from collections.abc import Iterator, Sequence
from datetime import date
from io import BytesIO

from reportlab.platypus import Flowable, PageTemplate, Spacer

from desktop.holding import HeldAnswer
from desktop.report import style
from desktop.report.flowables import Heading, Text, facts
from desktop.report.fonts import printable, register_fonts
from desktop.report.holding.asked_words import AskedWords
from desktop.report.holding.company_part import (
    company_part,
    imports_part,
    reminders_part,
    results_part,
)
from desktop.report.holding.consent_part import consent_part
from desktop.report.holding.held_words import day, moment_in_words
from desktop.report.holding.history_part import HistoryPart
from desktop.report.holding.hub_part import hub_part
from desktop.report.holding.rights_part import rights_part
from desktop.report.holding.round_part import RoundPart
from desktop.report.holding.tables import table
from desktop.report.holding.told import ToldHolding, ToldPerson
from desktop.report.sheets import Sheets, foot_words, page_frame
from desktop.text import Wording
from desktop.text import wording as wording_of


def build_holding_pdf(told: ToldHolding, language: str) -> bytes:
    """Everything that is held about a company, as a PDF."""
    wording = wording_of(language)
    register_fonts()
    name = told.holding.company.name
    title = wording("What is held about {company}", company=name)
    return built(list(_holding(told, title, wording)), title, told.made_on, wording)


def build_person_pdf(told: ToldPerson, language: str) -> bytes:
    """What somebody answered for herself or himself, as a PDF."""
    wording = wording_of(language)
    register_fonts()
    title = wording("What {label} answered", label=told.person.label)
    return built(list(_person(told, title, wording)), title, told.made_on, wording)


def _holding(told: ToldHolding, title: str, wording: Wording) -> Iterator[Flowable]:
    yield Heading.of(title, style.PAGE_TITLE, "title")
    lead = wording(
        "Everything that Sestante holds about the company on {day}, in the words it was asked and answered "
        "in. The same data for other programs are in data.json, files and photos in the folder beside this "
        "document.",
        day=wording.date(told.made_on),
    )
    yield Text(lead, style.LEAD)
    yield from rights_part(told, wording)
    yield from company_part(told, wording)
    yield from reminders_part(told, wording)
    yield from results_part(told, wording)
    yield from imports_part(told, wording)
    yield from hub_part(told, wording)
    for held in told.holding.rounds:
        yield from RoundPart(told, held, wording).flowables()
    for held in told.holding.rounds:
        yield from HistoryPart(told, held, wording).flowables()
    yield from consent_part(told, wording)


def _person(told: ToldPerson, title: str, wording: Wording) -> Iterator[Flowable]:
    person = told.person
    asked = AskedWords(told.questionnaires, wording)
    yield Heading.of(title, style.PAGE_TITLE, "title")
    lead = wording(
        "What you answered about yourself belongs to you alone (Articles 15 and 20 of the GDPR): in your "
        "company nobody sees it under your name. What you answered about the company is shown there "
        "beside the answers of others. You may have both changed or deleted at any time; ask who gave you "
        "this."
    )
    yield Text(lead, style.LEAD)
    yield Spacer(1, 6)
    pairs = (
        (wording("Name in the list"), person.label),
        (wording("Company"), person.company),
        (wording("Assessment"), person.stage),
        (wording("Held by"), told.consultant),
        (wording("First recorded"), moment_in_words(person.created_at, wording)),
    )
    yield facts(pairs, style.WIDTH)
    yield Spacer(1, 6)
    labels = (wording("Question"), wording("Answer"), wording("When"))
    for about, key, answers in (
        (wording("About yourself"), "answers", person.answers),
        (wording("About the company"), "about-company", person.about_company),
    ):
        rows = _said(answers, asked, wording)
        yield from table(about, key, labels, rows, (0.48, 0.32, 0.2))


def _said(answers: Sequence[HeldAnswer], asked: AskedWords, wording: Wording) -> list[tuple[str, str, str]]:
    order = asked.order
    return [
        (
            asked.question(each.question),
            asked.answer(each.question, each.value),
            wording.date(day(each.answered_at)),
        )
        for each in sorted(answers, key=lambda each: order.get(each.question, len(order)))
    ]


def built(content: list[Flowable], title: str, made_on: date, wording: Wording) -> bytes:
    """The document as a PDF."""
    file = BytesIO()
    document = _Document(file, printable(title), made_on, wording)
    document.build(content, canvasmaker=document.canvas)
    return file.getvalue()


class _Document(Sheets):
    """Pages with a footer that names the document and its day."""

    def __init__(self, file: BytesIO, title: str, made_on: date, wording: Wording) -> None:
        super().__init__(file, made_on, wording, title=title, author="Sestante")
        self.addPageTemplates([PageTemplate("page", [page_frame()], onPage=self.footer)])

    def foot(self) -> str:
        """What is printed at the foot of each page."""
        return foot_words(self.title, self._wording.date(self._made_on))
