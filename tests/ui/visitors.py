"""An event with its stand, and a visitor at it."""

from contextlib import closing
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt

from desktop.answers import Chosen
from desktop.storage import Key
from desktop.ui.events.event_stand import EventStand
from desktop.ui.safety.idle import IdleWatch
from desktop.workspace import Workspace
from desktop.workspace.events import VisitorContact
from tests.ui.hand import Hand

FAIR = "Fiera di Serena"
DAY = date(2026, 11, 23)
FIRM = "Officine Bianchi"
QUESTIONS = 12


def with_event_mode(folder: Path, code: str = "", key: Key | None = None) -> Path:
    """The workspace as a stand from its next start on."""
    with closing(Workspace.open(folder, key)) as workspace:
        workspace.hub.events.enter_mode(workspace.hub.events.create(FAIR, "Serena", DAY), code)
    return folder


def with_visitors(workspace: Workspace) -> int:
    """An event with one visitor on the list, one without a name, one who went; its number."""
    event = workspace.hub.events.create(FAIR, "Serena", DAY)
    workspace.hub.events.enter_mode(event)
    stand = workspace.hub.events.stand
    assert stand is not None
    for number in range(3):
        visit = stand.begin("it")
        visit = stand.save(visit.told(sector="C", headcount=6))
        for question in stand.questions(visit)[: 4 if number == 2 else QUESTIONS]:
            visit = stand.save_answer(visit, question, Chosen(question.choices[1].id))
        if number == 1:
            stand.enlist(visit, VisitorContact(company=FIRM, name="Anna Bianchi", email="anna@example.org"))
        else:
            stand.end(visit)
    workspace.hub.events.leave_mode()
    return event


def sit_down(hand: Hand) -> None:
    """Begin, and tell sector and size."""
    hand.click("stand-begin")
    hand.click("choice-C")
    hand.click("stand-people-5")
    hand.click("stand-go-on")


def answer(hand: Hand, count: int = QUESTIONS) -> None:
    """Press the second choice of so many questions."""
    for _ in range(count):
        hand.see("stand-question-page")
        hand.press(Qt.Key.Key_2)


def leave_name(hand: Hand, firm: str = FIRM) -> None:
    """Agree to be on the hub's list."""
    hand.click("stand-name")
    hand.write("visitor-company", firm)
    hand.write("visitor-name", "Anna Bianchi")
    hand.write("visitor-email", "anna@example.org")
    hand.click("visitor-agrees")
    hand.click("stand-enlist")
    hand.see("stand-listed")


def choices(folder: Path) -> list[str]:
    """What the visitors of the one event chose."""
    with closing(Workspace.open(folder)) as workspace:
        (event,) = workspace.hub.events.all()
        return [each.choice for each in workspace.hub.events.visitors(event.id)]


def end(hand: Hand) -> None:
    """Leave event mode, then close the window."""
    stand_in(hand).ask_to_leave()
    hand.click("stand-leave-now")
    hand.see("hub-page")
    hand.window.close()


def stand_in(hand: Hand) -> EventStand:
    """The stand in the window."""
    return hand.see("event-stand", EventStand)


def idle_watch(hand: Hand) -> IdleWatch:
    """What notices that nobody is there."""
    (found,) = stand_in(hand).findChildren(IdleWatch)
    return found
