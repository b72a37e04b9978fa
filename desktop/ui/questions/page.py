"""The page that asks: one question with its help, saved at every change."""

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.answers import has_answer
from desktop.content.questionnaires.questionnaire import QuestionKey
from desktop.ui.desk import Desk
from desktop.ui.look import Look
from desktop.ui.moves.notice import MoveNotice
from desktop.ui.pieces import at_left, emptied, scrolled
from desktop.ui.questions.asked import Asked
from desktop.ui.questions.finder import Finder
from desktop.ui.questions.finish import Finish
from desktop.ui.questions.footer import Footer
from desktop.ui.questions.head import QuestionsHead
from desktop.ui.questions.help_column import WIDTH as HELP_WIDTH
from desktop.ui.questions.help_column import HelpColumn
from desktop.ui.questions.question_card import QuestionCard
from desktop.ui.questions.route import END, Route, Stop
from desktop.ui.questions.teller_field import known_people
from desktop.ui.rounds.last_time import LastTime
from desktop.workspace import Place

_WIDEST = 780
_ZOOM = 1.35  # of letters that are read across a table
_HELP_FROM = 900  # pixels of the page, which are 1172 of the window


class QuestionsPage(QWidget):
    """One question at a time.

    Signals: `place_changed` after another question came up; `page_requested` carries the name of a page,
    `interview_toggled` whether the client is to read along.
    """

    place_changed = Signal()
    page_requested = Signal(str)
    interview_toggled = Signal(bool)

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__()
        self._desk = desk
        self._is_company = desk.open_case.person is None
        self._is_interview = self._is_company and desk.settings.now.interview == "on"
        self._look = replace(look, zoom=_ZOOM) if self._is_interview else look
        self._wording = look.wording
        self._last_time = LastTime(desk, self._look)
        self._asked: Asked | None = None
        self._card: QuestionCard | None = None
        self._stop: Stop | None = None
        self._was_open = False
        self._build()
        self._connect()
        if self._is_company:
            self._begin_interview()
        place = desk.open_case.place
        stop = self._route().find(place.questionnaire, place.question)
        if place.question == END and stop is not None and stop.questionnaire.id == place.questionnaire:
            self._show_finished(stop)
        else:
            self._show(stop)

    def go_to_section(self, questionnaire: str, section: str) -> None:
        """Show where a section is entered; without one, where the questionnaire is."""
        route = self._route()
        self._show(route.first_of(questionnaire, section) if section else route.find(questionnaire, None))

    def take_focus(self) -> None:
        """Give the keyboard to the answer."""
        if self._card is not None:
            target = self._card.first_focus()
            target.setFocus(Qt.FocusReason.TabFocusReason)
            self._scroll.ensureWidgetVisible(target, 0, 24)

    def show_change(self, key: QuestionKey | None) -> None:
        """Show the question that undo or redo has changed; without one, what is shown as it is now."""
        stop = None if key is None else self._route().stop_of(key)
        if stop is not None:
            self._show(stop)
        elif self._asked is None:
            self._show_finished(self._stop) if self._stop is not None else None
        elif self._stop is not None:
            self._show(self._route().find(self._stop.questionnaire.id, self._stop.question.id))

    def _route(self) -> Route:
        return self._desk.route()

    def _build(self) -> None:
        self.setObjectName("questions-page")
        self._head = QuestionsHead(self._look, is_company=self._is_company)
        self._why, self._saved = self._head.why, self._head.saved
        self._scroll, inside = scrolled((40, 2, 40, 12), 0)
        self._middle = QVBoxLayout()
        self._help = HelpColumn(self._look)
        self._help.setFixedWidth(HELP_WIDTH)
        row = QHBoxLayout()
        row.setSpacing(28)
        row.addLayout(self._middle, 1)
        row.addWidget(self._help)
        inside.addLayout(row)
        self._narrow_help = HelpColumn(self._look)
        self._narrow_help.hide()
        inside.addWidget(self._narrow_help)
        inside.addStretch(1)
        self._footer = Footer(self._look)
        self._notice = MoveNotice(self._desk, self._look, "questions", (40, 0, 40, 8))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self._notice)
        column.addWidget(self._scroll, 1)
        column.addWidget(self._footer)
        self._finder = Finder(self, self._look)

    def _connect(self) -> None:
        self._footer.back_pressed.connect(self._on_back)
        self._footer.skip_pressed.connect(self._on_next)
        self._footer.step_pressed.connect(self._on_step)
        self._footer.next_pressed.connect(self._on_next)
        self._head.why_toggled.connect(self._on_why_toggled)
        self._notice.page_requested.connect(self.page_requested)
        for keys, act in (("Alt+Left", self._on_back), ("Alt+Right", self._on_step)):
            QShortcut(QKeySequence(keys), self).activated.connect(act)
        self._desk.save_failed.connect(self._on_save_failed)
        self._desk.unsaved.changed.connect(self._on_unsaved_changed)
        if self._is_company:
            self._connect_company()

    def _connect_company(self) -> None:
        """What only the company's page can do, and no person who answers alone."""
        head = self._head
        head.find_pressed.connect(self._on_find)
        head.points_pressed.connect(self._on_points)
        head.history_pressed.connect(self._on_history)
        head.mark_toggled.connect(self._on_mark_toggled)
        head.interview_toggled.connect(self.interview_toggled)
        head.teller_named.connect(self._on_teller_named)
        head.undo_pressed.connect(self._desk.turning.undo)
        head.redo_pressed.connect(self._desk.turning.redo)
        self._finder.stop_wanted.connect(self._on_stop_found)
        self._finder.closed.connect(self.take_focus)
        shortcuts = {
            "Ctrl+K": self._on_find,
            "Ctrl+F": self._on_find,
            "Ctrl+M": self._on_mark_key,
            "Ctrl+O": self._on_points,
            "Ctrl+N": self._on_note_key,
            "Ctrl+V": self._on_paste,
        }
        for keys, act in shortcuts.items():
            QShortcut(QKeySequence(keys), self).activated.connect(act)

    def _begin_interview(self) -> None:
        """Large letters, the company's name, and who answers, where that was chosen."""
        case, is_on = self._desk.open_case, self._is_interview
        self._head.show_interview(case.company.name, is_on=is_on)
        self._head.show_from_list(is_from_list=self._desk.visit.is_from_list)
        if is_on:
            known = known_people(self._desk.workspace, case, self._look)
            self._head.teller.show_names(self._desk.visit.told_by, known)
        self._desk.visit.listen(is_asking=is_on)

    def _show(self, stop: Stop | None) -> None:
        if stop is None:
            return
        self._stop = stop
        text = stop.questionnaire.text(self._wording.language)
        self._head.show_section(text.sections[stop.section].title)
        self._was_open = not has_answer(stop.question, self._desk.open_case.sheet)
        self._asked = Asked(stop, self._desk, self._look, is_folded=self._is_interview)
        self._card = self._asked.card
        self._card.show_answer(self._desk.open_case.sheet.get(stop.question.key))
        if not self._was_open:
            self._card.show_shared_with(self._route().also_in(stop))
        self._last_time.show_under(self._card)
        self._card.answer_changed.connect(self._on_answer_changed)
        self._asked.marked.connect(self._show_mark)
        self._saved.show_state(is_saved=not self._desk.unsaved.count)
        self._show_in_middle(self._asked)
        self._show_mark()
        self._footer.come_after(self._asked.last_focus())
        for column in (self._help, self._narrow_help):
            column.show_text(text.questions[stop.question.id])
        self._footer.show_hint(self._card.key_hint())
        self._footer.show()
        self._show_state()
        self._show_help()
        self._desk.save_place(Place("questions", stop.questionnaire.id, stop.question.id))
        self.place_changed.emit()
        QTimer.singleShot(0, self, self.take_focus)

    def _show_in_middle(self, widget: QWidget) -> None:
        emptied(self._middle)
        self._middle.addLayout(at_left(widget, self._look.pixels(_WIDEST)))
        self._middle.addStretch(1)
        self._scroll.verticalScrollBar().setValue(0)

    def _show_state(self) -> None:
        if self._stop is None:
            return
        route = self._route()
        onward = route.onward(self._stop, was_open=self._was_open)
        self._footer.show_state(
            can_go_back=route.beside(self._stop, -1) is not None,
            is_answered=has_answer(self._stop.question, self._desk.open_case.sheet),
            is_last=onward is None,
            skips=onward is not route.beside(self._stop, 1),
        )

    def _show_help(self) -> None:
        is_wide = self.width() >= self._look.pixels(_HELP_FROM) and self._card is not None
        self._help.setVisible(is_wide)
        self._why.setVisible(not is_wide and self._card is not None)
        self._narrow_help.setVisible(not is_wide and self._why.isChecked() and self._card is not None)

    def _show_finished(self, stop: Stop) -> None:
        self._stop = stop
        finish = Finish(stop, self._route(), self._desk, self._look)
        finish.open_wanted.connect(self._on_open_wanted)
        finish.next_wanted.connect(self._on_next_questionnaire)
        finish.results_wanted.connect(self._on_results_wanted)
        finish.deeper_wanted.connect(self._on_deeper_wanted)
        finish.points_wanted.connect(self._on_points)
        self._asked = self._card = None
        self._saved.show_state(is_saved=True)
        self._show_mark()
        self._head.show_section(stop.questionnaire.text(self._wording.language).title)
        self._show_in_middle(finish)
        self._show_help()
        self._footer.hide()
        self._desk.save_place(Place("questions", stop.questionnaire.id, END))
        QTimer.singleShot(0, finish.first_focus(), finish.first_focus().setFocus)

    def _on_answer_changed(self) -> None:
        if self._card is None:
            return
        self._saved.show_state(is_saved=not self._card.is_refused())
        self._desk.save_answer(self._card.stop.question, self._card.answer())
        self._show_state()

    def _show_mark(self) -> None:
        asked = self._asked
        self._head.show_mark(is_marked=asked is not None and asked.is_marked, is_possible=asked is not None)

    def _on_mark_toggled(self, is_wanted: bool) -> None:  # noqa: FBT001 - as Qt's signal hands it over
        if self._asked is not None:
            self._asked.mark(is_wanted=is_wanted)

    def _on_mark_key(self) -> None:
        if self._asked is not None:
            self._asked.mark(is_wanted=not self._asked.is_marked)

    def _on_note_key(self) -> None:
        if self._asked is not None:
            self._asked.open_note()
            QTimer.singleShot(0, self._asked, self._scroll_to_focus)

    def _scroll_to_focus(self) -> None:
        if (focused := self.focusWidget()) is not None and self._scroll.isAncestorOf(focused):
            self._scroll.ensureWidgetVisible(focused, 0, 60)

    def _on_find(self) -> None:
        self._finder.open(self._route(), self._desk.open_case.sheet)

    def _on_stop_found(self, stop: object) -> None:
        if isinstance(stop, Stop):
            self._show(stop)

    def _on_points(self) -> None:
        self.page_requested.emit("open-points")

    def _on_history(self) -> None:
        self._desk.visit.history_of = None if self._card is None else self._card.stop.question.key
        self.page_requested.emit("history")

    def _on_teller_named(self, name: str) -> None:
        self._desk.visit.told_by = name
        self._desk.visit.listen(is_asking=True)

    def _on_paste(self) -> None:
        if self._asked is not None:
            self._asked.paste()

    def _on_save_failed(self, _: object) -> None:
        self._saved.show_state(is_saved=False)

    def _on_unsaved_changed(self) -> None:
        is_refused = self._card is not None and self._card.is_refused()
        self._saved.show_state(is_saved=not self._desk.unsaved.count and not is_refused)

    def _on_back(self) -> None:
        if self._stop is None:
            return
        self._show(self._stop if self._card is None else self._route().beside(self._stop, -1))

    def _on_next(self) -> None:
        if self._stop is None or self._card is None:
            return
        self._go_to(self._route().onward(self._stop, was_open=self._was_open))

    def _on_step(self) -> None:
        if self._stop is not None and self._card is not None:
            self._go_to(self._route().beside(self._stop, 1))

    def _go_to(self, stop: Stop | None) -> None:
        """Show a question, or behind the last one the end."""
        if stop is None and self._stop is not None:
            self._show_finished(self._stop)
        else:
            self._show(stop)

    def _on_enter(self) -> None:
        """What was refused stays in sight, with the advice; "Skip" leaves it."""
        if self._card is not None and not self._card.is_refused():
            self._on_next()

    def _on_open_wanted(self) -> None:
        if self._stop is not None:
            self._show(self._route().first_open(self._stop.questionnaire.id))

    def _on_next_questionnaire(self) -> None:
        route = self._route()
        following = None if self._stop is None else route.questionnaire_after(self._stop.questionnaire.id)
        if following is None:
            self.page_requested.emit("people")
        else:
            self._show(route.first_open(following.id))

    def _on_deeper_wanted(self, questionnaire: str) -> None:
        self._desk.add_questionnaire(questionnaire)
        self._show(self._route().find(questionnaire, None))

    def _on_results_wanted(self) -> None:
        self.page_requested.emit("results")

    def _on_why_toggled(self) -> None:
        self._show_help()
        if self._narrow_help.isVisible():
            QTimer.singleShot(0, self._narrow_help, self._scroll_to_help)

    def _scroll_to_help(self) -> None:
        self._scroll.ensureWidgetVisible(self._narrow_help)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if self._card is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
            self._card.press_digit(key - Qt.Key.Key_0)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_enter()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._card.clear()
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_help()
