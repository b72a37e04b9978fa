"""The page that asks: one question with its help, saved at every change."""

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from desktop.content.questionnaires.questionnaire import QuestionKey
from desktop.ui.desk import Desk
from desktop.ui.look import Look
from desktop.ui.moves.notice import MoveNotice
from desktop.ui.questions.asked import Asked
from desktop.ui.questions.company_tools import CompanyTools
from desktop.ui.questions.finish import Finish
from desktop.ui.questions.footer import Footer
from desktop.ui.questions.head import QuestionsHead
from desktop.ui.questions.middle import Middle
from desktop.ui.questions.question_card import QuestionCard
from desktop.ui.questions.route import END, Stop
from desktop.ui.questions.walk import Walk
from desktop.ui.rounds.last_time import LastTime
from desktop.workspace import Place

_ZOOM = 1.35  # of letters that are read across a table


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
        is_company = desk.open_case.person is None
        self._is_interview = is_company and desk.settings.now.interview == "on"
        self._look = replace(look, zoom=_ZOOM) if self._is_interview else look
        self._walk = Walk(desk)
        self._last_time = LastTime(desk, self._look)
        self._asked: Asked | None = None
        self._head = QuestionsHead(self._look, is_company=is_company)
        self._notice = MoveNotice(desk, self._look, "questions", (40, 0, 40, 8))
        self._middle = Middle(self._look, self._head.why)
        self._footer = Footer(self._look)
        self._build()
        self._tools = CompanyTools(self, self._head, desk, self._look) if is_company else None
        self._connect()
        self._begin()

    def show_stop(self, stop: Stop | None) -> None:
        """Show a question; without one, go on showing what is shown."""
        if stop is not None:
            self._walk.stand_at(stop)
            self._show(stop)

    def go_to_section(self, questionnaire: str, section: str) -> None:
        """Show where a section is entered; without one, where the questionnaire is."""
        route = self._walk.route
        self.show_stop(route.first_of(questionnaire, section) if section else route.find(questionnaire, None))

    def take_focus(self) -> None:
        """Give the keyboard to the answer."""
        if self._asked is not None:
            target = self._asked.card.first_focus()
            target.setFocus(Qt.FocusReason.TabFocusReason)
            self._middle.scroll_to(target, 24)

    def show_change(self, key: QuestionKey | None) -> None:
        """Show the question that undo or redo has changed; without one, what is shown as it is now."""
        route, here = self._walk.route, self._walk.stop
        stop = None if key is None else route.stop_of(key)
        if stop is not None or here is None:
            self.show_stop(stop)
        elif self._walk.is_at_end:
            self._show_finished(here)
        else:
            self.show_stop(route.find(here.questionnaire.id, here.question.id))

    def _build(self) -> None:
        self.setObjectName("questions-page")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self._notice)
        column.addWidget(self._middle, 1)
        column.addWidget(self._footer)

    def _connect(self) -> None:
        self._footer.back_pressed.connect(self._on_back)
        self._footer.skip_pressed.connect(self._on_next)
        self._footer.step_pressed.connect(self._on_step)
        self._footer.next_pressed.connect(self._on_next)
        self._head.interview_toggled.connect(self.interview_toggled)
        self._notice.page_requested.connect(self.page_requested)
        for keys, act in (("Alt+Left", self._on_back), ("Alt+Right", self._on_step)):
            QShortcut(QKeySequence(keys), self).activated.connect(act)
        self._desk.save_failed.connect(self._on_save_failed)
        self._desk.unsaved.changed.connect(self._on_unsaved_changed)
        if self._tools is not None:
            self._tools.page_requested.connect(self.page_requested)
            self._tools.stop_wanted.connect(self.show_stop)
            self._tools.find_ended.connect(self.take_focus)
            self._tools.note_opened.connect(self._on_note_opened)

    def _begin(self) -> None:
        if self._tools is not None:
            self._tools.begin(is_interview=self._is_interview)
        self._walk.begin()
        if (stop := self._walk.stop) is None:
            return
        if self._walk.is_at_end:
            self._show_finished(stop)
        else:
            self._show(stop)

    def _show(self, stop: Stop) -> None:
        text = stop.questionnaire.text(self._look.wording.language)
        self._head.show_section(text.sections[stop.section].title)
        asked = Asked(stop, self._desk, self._look, is_folded=self._is_interview)
        self._follow(asked)
        self._fill(asked.card)
        self._show_saved()
        self._middle.show_widget(asked, text.questions[stop.question.id])
        self._footer.come_after(asked.last_focus())
        self._footer.show_hint(asked.card.key_hint())
        self._footer.show()
        self._show_ways()
        self._desk.save_place(Place("questions", stop.questionnaire.id, stop.question.id))
        self.place_changed.emit()
        QTimer.singleShot(0, self, self.take_focus)

    def _fill(self, card: QuestionCard) -> None:
        card.show_answer(self._desk.open_case.sheet.get(card.stop.question.key))
        if not self._walk.was_open:
            card.show_shared_with(self._walk.route.also_in(card.stop))
        self._last_time.show_under(card)
        card.answer_changed.connect(self._on_answer_changed)

    def _show_finished(self, stop: Stop) -> None:
        finish = Finish(stop, self._walk, self._desk, self._look)
        finish.stop_wanted.connect(self.show_stop)
        finish.page_requested.connect(self.page_requested)
        self._follow(None)
        self._head.saved.show_state(is_saved=True)
        self._head.show_section(stop.questionnaire.text(self._look.wording.language).title)
        self._middle.show_widget(finish)
        self._footer.hide()
        self._desk.save_place(Place("questions", stop.questionnaire.id, END))
        QTimer.singleShot(0, finish.first_focus(), finish.first_focus().setFocus)

    def _follow(self, asked: Asked | None) -> None:
        self._asked = asked
        if self._tools is not None:
            self._tools.follow(asked)

    def _show_ways(self) -> None:
        walk = self._walk
        onward = walk.onward
        self._footer.show_state(
            can_go_back=walk.before is not None,
            is_answered=walk.is_answered,
            is_last=onward is None,
            skips=onward is not walk.after,
        )

    def _show_saved(self) -> None:
        is_refused = self._asked is not None and self._asked.card.is_refused()
        unsaved = self._desk.unsaved
        is_kept = unsaved.is_kept and not is_refused
        self._head.saved.show_state(is_saved=not unsaved.count and not is_refused, is_kept=is_kept)

    def _on_answer_changed(self) -> None:
        if self._asked is None:
            return
        card = self._asked.card
        self._head.saved.show_state(is_saved=not card.is_refused())
        self._desk.save_answer(card.stop.question, card.answer())
        self._show_ways()

    def _on_save_failed(self, _: object) -> None:
        self._head.saved.show_state(is_saved=False, is_kept=self._desk.unsaved.is_kept)

    def _on_unsaved_changed(self) -> None:
        self._show_saved()

    def _on_back(self) -> None:
        self.show_stop(self._walk.before)

    def _on_next(self) -> None:
        if self._asked is not None:
            self._go_on(self._walk.onward)

    def _on_step(self) -> None:
        if self._asked is not None:
            self._go_on(self._walk.after)

    def _go_on(self, stop: Stop | None) -> None:
        """Show a question, or behind the last one the end."""
        if stop is None and self._walk.stop is not None:
            self._walk.end()
            self._show_finished(self._walk.stop)
        else:
            self.show_stop(stop)

    def _on_enter(self) -> None:
        """What was refused stays in sight, with the advice; "Skip" leaves it."""
        if self._asked is not None and not self._asked.card.is_refused():
            self._on_next()

    def _on_note_opened(self) -> None:
        if self._asked is not None:
            QTimer.singleShot(0, self._asked, self._scroll_to_focus)

    def _scroll_to_focus(self) -> None:
        if (focused := self.focusWidget()) is not None:
            self._middle.scroll_to(focused, 60)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if self._asked is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
            self._asked.card.press_digit(key - Qt.Key.Key_0)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_enter()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._asked.card.clear()
        else:
            super().keyPressEvent(event)
