"""The page of those who answer for themselves: the list, and the computer handed to one of them."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.errors import SestanteError
from desktop.ui.desk import Desk
from desktop.ui.look import Look
from desktop.ui.people.calm_card import CalmCard, Words
from desktop.ui.people.person_desk import PersonDesk
from desktop.ui.people.person_list import PersonList
from desktop.ui.people.person_questions import PersonQuestions
from desktop.ui.people.purpose import PurposeOf, about_themselves
from desktop.ui.pieces import at_left, emptied, scrolled
from desktop.workspace import Person, Place

_WIDEST = 780


class PeoplePage(QWidget):
    """List, hand-over, questions, thanks, and the list again; it always opens with the list.

    Signals: `page_requested` carries the name of a page; `handed_over` and `came_back` come
    when one person has the computer and when she or he has it no more.
    """

    page_requested = Signal(str)
    handed_over = Signal()
    came_back = Signal()
    purpose_of: PurposeOf = staticmethod(about_themselves)

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__()
        self._desk = desk
        self._look = look
        self._wording = look.wording
        self._person: Person | None = None
        self._purpose = self.purpose_of(desk.workspace, look.wording)
        self.setObjectName(f"{self._purpose.page}-page")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        first = next(iter(self._purpose.respondents.questionnaires(desk.open_case)), None)
        desk.save_place(Place(self._purpose.page, None if first is None else first.id))
        self._show_list()

    def _show_inside(self, widget: QWidget) -> None:
        emptied(self._column)
        self._column.addWidget(widget)
        widget.show()

    def _show_list(self) -> None:
        self._person = None
        self.came_back.emit()
        shown = PersonList(self._desk, self._look, self._purpose)
        shown.answer_wanted.connect(self._on_answer_wanted)
        shown.onward_wanted.connect(self._on_onward_wanted)
        self._show_inside(shown)

    def _show_card(self, picture: str, words: Words) -> None:
        tokens = self._look.tokens
        colour = tokens.good if picture == "check" else tokens.accent
        card = CalmCard(picture, colour, words)
        card.way_chosen.connect(self._on_way_chosen)
        area, inside = scrolled((40, 64, 40, 40), 0)
        inside.addLayout(at_left(card, _WIDEST))
        inside.addStretch(1)
        self._show_inside(area)
        QTimer.singleShot(0, card, card.first_focus().setFocus)

    def _show_hand_over(self, person: Person) -> None:
        say = self._wording
        left = max(1, person.progress.minutes_left)
        told = say.plural("It takes about {count} minute.", "It takes about {count} minutes.", left)
        kept = say("You can stop at any time: every answer is kept.")
        ways = (
            ("begin-answering", say("I am {label}: begin", label=person.label)),
            ("back-to-list", say("Back to the list")),
        )
        heading = say("Hand the computer to {label}", label=person.label)
        self._show_card("people", Words(heading, (self._purpose.before, f"{told} {kept}"), ways))

    def _show_thanks(self, person: Person) -> None:
        say, done = self._wording, person.progress
        still_open = done.shown - done.answered
        sentences = [say("Your answers are saved. Hand the computer back.")]
        if still_open:
            open_ = say.plural(
                "{count} question is still open.", "{count} questions are still open.", still_open
            )
            onward = say("You can go on now or another day.")
            sentences.append(f"{open_} {onward}")
        ways = [("back-to-list", say("The computer is back: to the list"))]
        if still_open:
            ways.append(("begin-answering", say("Go to the open questions")))
        self._show_card("check", Words(say("Thank you, {label}", label=person.label), sentences, ways))

    def _show_questions(self, person: Person) -> None:
        case = self._purpose.respondents.case_of(self._desk.open_case, person.id)
        shown = PersonQuestions(PersonDesk(self._desk, case), person.label, self._look)
        shown.left.connect(self._on_left)
        self._show_inside(shown)

    def _on_answer_wanted(self, identity: int) -> None:
        self._person = self._loaded(identity)
        if self._person is None:
            self._show_list()
            return
        self.handed_over.emit()
        self._show_hand_over(self._person)

    def _on_way_chosen(self, name: str) -> None:
        if name == "begin-answering" and self._person is not None:
            self._show_questions(self._person)
        else:
            self._show_list()

    def _on_left(self) -> None:
        """The person as she or he is now, to be thanked."""
        self._person = None if self._person is None else self._loaded(self._person.id)
        if self._person is None:
            self._show_list()
        else:
            self._show_thanks(self._person)

    def _on_onward_wanted(self) -> None:
        self.page_requested.emit(self._purpose.onward_page)

    def _loaded(self, identity: int) -> Person | None:
        try:
            return self._purpose.respondents.load(self._desk.open_case, identity)
        except SestanteError as error:
            self._desk.save_failed.emit(error)
            return None
