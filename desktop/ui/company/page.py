"""The page about the company: its form, what follows from it, and what will be asked."""

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.content.company import Company, is_vat_number_valid, without_marks
from desktop.ui.company.form import CompanyForm
from desktop.ui.company.questionnaire_choice import QuestionnaireChoice
from desktop.ui.company.size_note import SizeNote
from desktop.ui.company.text_language import TextLanguage
from desktop.ui.company.twin_note import TwinNote
from desktop.ui.desk import Desk
from desktop.ui.laptops.loan_note import LoanNote
from desktop.ui.look import Look
from desktop.ui.pieces import Button, above_bar, at_left, card, label, scrolled, show_words
from desktop.ui.questions.card_face import RING
from desktop.ui.rights.held_card import HeldCard
from desktop.ui.rounds.rounds_card import RoundsCard
from desktop.workspace import Case, Firm
from desktop.workspace.together import merged_profile

_WIDEST = 860


class CompanyPage(QWidget):
    """Who the company is; saved at every finished field.

    Signals: `page_requested` carries the name of the page to go to.
    """

    page_requested = Signal(str)

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__()
        self._desk = desk
        self._look = look
        self._wording = look.wording
        self._form = CompanyForm(desk.workspace.library, look)
        self._twin = TwinNote(desk, look)
        self._size = SizeNote(look)
        offers = desk.workspace.offers
        self._choice = QuestionnaireChoice((*offers.for_firm(), *offers.for_each_person()), look)
        self._texts = TextLanguage(desk.workspace.library.languages(), desk.workspace.library.shown_in, look)
        self._next = Button(look.wording("Go on to the questions"), "to-questions", "primary")
        self._other = Button(look.wording("Another company"), "other-company", "quiet")
        self._remind = Button(look.wording("Add a reminder…"), "add-reminder", "quiet")
        self._saved = label("", "small", "good", wraps=False)
        self._held = HeldCard(desk, look)
        self._lent = LoanNote(desk, look)
        self._is_refused = False
        self._build()
        self._connect()
        self._show()
        if desk.protection.covers(desk.case):
            self._protect()

    def _build(self) -> None:
        self.setObjectName("company-page")
        area, inside = scrolled((40, 28, 40, 24), 14)
        inside.addWidget(label(self._wording("Your company"), "title"))
        inside.addWidget(
            label(
                self._wording("Only the name is needed. The rest makes questions and plan fit you better."),
                "body",
                "muted",
            )
        )
        inside.addLayout(at_left(self._lent, _WIDEST))
        frame, column = card(spacing=18)
        column.addWidget(self._form)
        column.addWidget(self._twin)
        column.addWidget(self._size)
        asked, questions = card(margin=20, spacing=6)
        heading = label(self._wording("What shall we look at?"), "heading")
        heading.setContentsMargins(RING, 0, 0, 0)  # as far in as the cards below
        questions.addWidget(heading)
        questions.addWidget(self._texts)
        questions.addWidget(self._choice)
        for part in (frame, asked, self._held):
            inside.addLayout(at_left(part, _WIDEST))
        if self._desk.case is not None:
            rounds = RoundsCard(self._desk, self._look)
            rounds.page_requested.connect(self.page_requested)
            inside.addLayout(at_left(rounds, _WIDEST))
        inside.addStretch(1)
        self._fill_bar(above_bar(area, self))

    def _fill_bar(self, row: QHBoxLayout) -> None:
        self._next.setMinimumHeight(42)
        self._saved.setObjectName("saved-state")
        row.addWidget(self._other)
        row.addWidget(self._remind)
        row.addStretch(1)
        row.addWidget(self._saved)
        row.addWidget(self._next)

    def _connect(self) -> None:
        self._form.edited.connect(self._on_edited)
        self._form.typed.connect(self._on_typed)
        self._desk.unsaved.changed.connect(self._show_state)
        self._desk.unsaved.begun.connect(self._on_begun)
        self._twin.merged.connect(self._show)
        self._choice.chosen.connect(self._on_questionnaires_chosen)
        self._texts.chosen.connect(self._desk.choose_texts)
        self._held.page_requested.connect(self.page_requested)
        self._next.clicked.connect(self._on_next_clicked)
        self._other.clicked.connect(self._on_other_clicked)
        self._remind.clicked.connect(self._on_remind_clicked)

    def _show(self) -> None:
        case = self._desk.case
        waits = self._desk.unsaved.beginning
        company = case.company if case is not None else waits or Company(name="-", headcount=1)
        self._form.show_company(company)
        if case is None:
            if waits is None:
                self._form.name.clear()
            self._choice.show_ids(tuple(each.id for each in self._desk.workspace.offers.first()))
        else:
            self._choice.show_ids(case.questionnaire_ids)
        self._size.show_company(company)
        self._show_vat(company)
        self._twin.show_case()
        self._lent.read()
        self._show_progress(company)
        self._show_state()
        self.setFocusProxy(self._form.name)

    def show_news(self, before: Case | None) -> bool:
        """Show what another desk has changed of the profile, but for fields that are being written."""
        case, written = self._desk.case, self._form.company()
        if case is None or before is None or written is None:
            return written is not None
        shown, believed = merged_profile(before.company, written, case.company)
        self._desk.believe_profile(believed)
        if shown != written:
            self._form.show_company(shown)
        self._choice.show_ids(case.questionnaire_ids)
        self._size.show_company(shown)
        self._show_vat(shown)
        self._show_progress(shown)
        self._lent.read()
        self._show_state()
        return believed == case.company

    def _protect(self) -> None:
        """Only say what is known: the round is an earlier one."""
        for part in (self._form, self._choice, self._twin):
            part.setEnabled(False)
        self._saved.hide()
        self.setFocusProxy(self._next)

    def _show_state(self) -> None:
        has_case, has_name = self._desk.case is not None, self._form.company() is not None
        self._next.setEnabled(has_case or has_name)
        self._other.setVisible(has_case)
        self._remind.setVisible(has_case)
        if has_case and not has_name:
            show_words(self._saved, self._wording("Not saved: the name is missing"), "warn")
        elif self._desk.unsaved.is_kept and not self._is_refused:
            show_words(self._saved, self._wording("Kept here"), "warn")
        elif self._is_refused or self._desk.unsaved.count:
            show_words(self._saved, self._wording("Not saved"), "warn")
        elif has_case:
            show_words(self._saved, self._wording("Saved"), "good")
        else:
            words = "" if has_name else self._wording("Write the name to begin")
            show_words(self._saved, words, "muted")

    def _show_progress(self, company: Company) -> None:
        """What is asked depends on the company."""
        case = self._desk.case
        firm = Firm(company, case.sheet if case is not None else {})
        offers = self._desk.workspace.offers
        self._choice.show_progress(offers.progress(firm), offers.wanted_by_hub(company.hub))

    def _show_vat(self, company: Company) -> None:
        is_right = not company.vat or is_vat_number_valid(company.country, company.vat)
        self._form.vat_advice.setVisible(not is_right)
        self._form.vat_advice.setText(
            ""
            if is_right
            else self._wording("This VAT number has a wrong digit or length; please look at it again.")
        )

    def _on_typed(self) -> None:
        company = self._form.company()
        if company is not None:
            self._size.show_company(company)
            self._show_vat(company)
        self._show_state()

    def _on_edited(self) -> None:
        company = self._form.company()
        if company is None:
            self._show_state()
            return
        company = _with_plain_vat(company)
        self._size.show_company(company)
        self._show_vat(company)
        case = self._desk.case
        if case is None or case.company != company:
            self._desk.save_company(company)
            saved = self._desk.case
            waits = self._desk.unsaved.is_kept
            self._is_refused = not waits and (saved is None or saved.company != company)
            if case is None and saved is not None:
                self._desk.choose_questionnaires(self._choice.ids())
            self._twin.show_case()
            self._show_progress(company)
        self._show_state()

    def _on_begun(self) -> None:
        """The company that could not be written down before is there now."""
        begun = self._desk.unsaved.begun_case
        if self._desk.case is None and begun is not None and self.isVisible():  # others are on their way out
            self._desk.open(begun.id)
            self._desk.choose_questionnaires(self._choice.ids())
            self._is_refused = False
            self._show()

    def _on_questionnaires_chosen(self) -> None:
        if self._desk.case is not None:
            self._desk.choose_questionnaires(self._choice.ids())

    def _on_next_clicked(self) -> None:
        if self._form.isEnabled():
            self._on_edited()
        if self._desk.case is not None:
            self.page_requested.emit("questions")

    def _on_remind_clicked(self) -> None:
        from desktop.ui.due.reminder_dialog import ask_for_reminder

        case = self._desk.open_case
        ask_for_reminder(self, self._desk, self._look, case.company_id, case.company.name)

    def _on_other_clicked(self) -> None:
        self.page_requested.emit("welcome")


def _with_plain_vat(company: Company) -> Company:
    """A right number is kept as the registers write it, any other as it was typed."""
    is_right = is_vat_number_valid(company.country, company.vat)
    return replace(company, vat=without_marks(company.vat)) if is_right else company
