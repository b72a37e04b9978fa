"""One visitor's way from the first question to the last; all that is known of the visit goes with it."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.answers import Answer, has_answer
from desktop.errors import SestanteError, StorageError
from desktop.ui.events.big import SIDE, Bar, big_button, big_words
from desktop.ui.events.head import StandHead
from desktop.ui.events.stand_page import StandPage
from desktop.ui.events.steps import FIRM_STEPS, made_page, steps_of
from desktop.ui.look import Look
from desktop.ui.pieces import Button
from desktop.ui.safety.idle import IdleWatch
from desktop.workspace.events import Stand, Visit

_BACK = (Qt.Key.Key_Backspace, Qt.Key.Key_Back)
_SCALES = (1.35, 1.2, 1.1, 1.0, 0.9, 0.8, 0.72)  # of letters: the largest that leave nothing to scroll
_ON = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class VisitFlow(QWidget):
    """Asks one thing after the other and keeps each answer at once.

    Signals: `finished` carries the visit once nothing is left to ask.
    """

    finished = Signal(object)

    def __init__(self, stand: Stand, visit: Visit, head: StandHead, hands: IdleWatch, look: Look) -> None:
        super().__init__()
        self.setObjectName("stand-visit")
        self.visit = visit
        self._stand = stand
        self._head = head
        self._hands = hands
        self._look = look
        self._step = ""
        self._page: StandPage | None = None
        self._asides: tuple[Button, ...] = ()
        self._stack = QStackedLayout()
        self._bar = Bar()
        self._trouble = big_words("", 15, look, "warn")
        self._back = big_button(look.wording("Back"), "stand-go-back", look)
        self._next = big_button(look.wording("Go on"), "stand-go-on", look, "primary")
        self._build()
        self._go_to(self._first_open())

    @property
    def is_begun(self) -> bool:
        """Whether anything was told."""
        draft = self.visit.draft
        return bool(draft.answers or draft.headcount or draft.sector)

    @property
    def has_questions(self) -> bool:
        """Whether something is still to be asked."""
        return self._page is not None

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _BACK:
            self._on_back()
        elif event.key() in _ON:
            self._on_next()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        self._back.clicked.connect(self._on_back)
        self._next.clicked.connect(self._on_next)
        self._bar.left.addWidget(self._back)
        self._bar.right.addWidget(self._next)
        self._trouble.setObjectName("stand-trouble")
        self._trouble.setContentsMargins(SIDE, 4, SIDE, 4)
        self._trouble.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._stack, 1)
        column.addWidget(self._trouble)
        column.addWidget(self._bar)

    def _first_open(self) -> str:
        """Where to begin, or go on: the first step without an answer; empty where there is none."""
        draft, sheet = self.visit.draft, self._stand.sheet(self.visit)
        told = {
            "sector": draft.sector,
            "size": draft.headcount,
            "province": draft.province or draft.is_elsewhere,
        }
        for step in steps_of(self._stand, self.visit):
            question = self._stand.questionnaire.questions.get(step)
            if not (told.get(step) if question is None else has_answer(question, sheet)):
                return step
        return ""

    def _go_to(self, step: str) -> None:
        if not step:
            self.finished.emit(self.visit)
            return
        self._step = step
        page = self._fitting_page(step)
        page.told.connect(self._on_told)
        page.settled.connect(self._on_next)
        before, self._page = self._page, page
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        self._show_asides(page)
        if before is not None:
            self._stack.removeWidget(before)
            before.hide()
            before.deleteLater()
        self.show_place()
        self.setFocusProxy(page)
        page.meet(is_by_key=self._hands.is_by_key)

    def _fitting_page(self, step: str) -> StandPage:
        """With letters as large as there is room for: nobody should have to scroll."""
        look, room = self._look, self._room()
        for scale in _SCALES:
            fitting = replace(look, zoom=look.zoom * scale)
            page = made_page(step, self._stand, self.visit, fitting)
            if scale == _SCALES[-1] or page.needed_height(room.width()) <= room.height():
                break
            page.deleteLater()
        return page

    def _room(self) -> QSize:
        """What the window leaves between head and bar, also before this is shown in it."""
        window = self._head.window()
        others = self._head.height() + self._bar.sizeHint().height()
        return QSize(window.width(), window.height() - others)

    def _show_asides(self, page: StandPage) -> None:
        for before in self._asides:
            self._bar.left.removeWidget(before)
            before.hide()
            before.deleteLater()
        self._asides = page.asides
        for button in self._asides:
            self._bar.left.addWidget(button)
            button.show()

    def show_place(self) -> None:
        """Say in the head how far the visitor is."""
        steps = steps_of(self._stand, self.visit)
        questions = [step for step in steps if step not in FIRM_STEPS]
        say = self._look.wording
        if self._step in questions:
            number = questions.index(self._step) + 1
            words = say("Question {number} of {of}", number=number, of=len(questions))
        else:
            words = say("First, two or three words on your firm")
        self._head.show_progress(steps.index(self._step), len(steps), words)
        self._back.setVisible(steps.index(self._step) > 0)
        self._allow()

    def _allow(self) -> None:
        self._next.setEnabled(self._page is not None and self._page.is_complete)

    def _beside(self, step: int) -> str:
        steps = steps_of(self._stand, self.visit)
        place = steps.index(self._step) + step if self._step in steps else 0
        return steps[place] if 0 <= place < len(steps) else ""

    def _on_told(self, value: object) -> None:
        question = self._stand.questionnaire.questions.get(self._step)
        if question is not None:
            answer: Answer | None = value  # type: ignore[assignment]
            self._keep(partial(self._stand.save_answer, self.visit, question, answer))
        elif self._step == "province":
            code = value if isinstance(value, str) and value in self._stand.provinces else None
            self._keep(partial(self._saved, self.visit.told(province=code, is_elsewhere=code is None)))
        else:
            name = {"sector": "sector", "size": "headcount"}[self._step]
            self._keep(partial(self._saved, self.visit.told(**{name: value or None})))
        self._allow()

    def _saved(self, visit: Visit) -> Visit:
        return self._stand.save(visit)

    def _keep(self, save: Callable[[], Visit]) -> None:
        """What cannot be written now is told, and asked for again."""
        try:
            self.visit = save()
            self._trouble.hide()
        except StorageError as error:
            self._say_trouble(error)

    def _say_trouble(self, error: SestanteError) -> None:
        self._trouble.setText(self._look.wording.tell(error.sentence))
        self._trouble.show()

    def _on_back(self) -> None:
        if self._page is not None:
            self._page.hand_over()
        if before := self._beside(-1):
            self._go_to(before)

    def _on_next(self) -> None:
        if self._page is None:
            return
        self._page.hand_over()
        if self._page.is_complete and self._trouble.isHidden():
            self._go_to(self._beside(1) or self._first_open())
