"""What beginning the next round does, said before it is done."""

from PySide6.QtWidgets import QWidget

from desktop.clock import today
from desktop.text import Wording
from desktop.ui.asking_dialog import Asked, AskingDialog
from desktop.ui.desk import Desk
from desktop.ui.look import Look
from desktop.ui.pieces import label


class BeginDialog(AskingDialog):
    """Asks whether the round is to begin now."""

    def __init__(self, desk: Desk, look: Look, parent: QWidget) -> None:
        say, rounds, case = look.wording, desk.workspace.rounds, desk.open_case
        before, following = rounds.all(case)[-1].stage, rounds.next_stage(case)
        asked = Asked(
            say("Repeat the assessment: {stage}", stage=following),
            say("Begin {stage} now", stage=following),
            _sentences(say, before),
            say("Not yet"),
        )
        super().__init__(parent, asked, look)
        self.setObjectName("begin-dialog")
        good = rounds.good_day(case)
        ends = say.date(good)
        words = (
            say("The plan of {before} ended on {day}: a good time.", before=before, day=ends)
            if good <= today()
            else say("A good time is after {day}, when the plan of {before} ends.", before=before, day=ends)
        )
        when = label(words, "strong")
        when.setObjectName("good-day")
        self.inside.addWidget(when)


def _sentences(say: Wording, before: str) -> tuple[str, ...]:
    return (
        say("The same questionnaires are asked again, in their newest version."),
        say(
            "No answer is copied, but each question shows what was answered in {before}. The profile, the "
            "limits of the plan and the list of people are carried over.",
            before=before,
        ),
        say("{before} stays as it is, protected, and both can be compared at any time.", before=before),
    )
