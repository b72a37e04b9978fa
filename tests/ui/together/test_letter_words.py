"""What cannot be delivered is told in words, whatever kind of change it is."""

from dataclasses import replace

from msgspec.structs import replace as with_values

from desktop.content.steps import StepChange
from desktop.storage import Hand, Remark
from desktop.text import wording
from desktop.ui.desk.letters import letter_of
from desktop.ui.desk.waiting import (
    Waiting,
    WaitingAnswer,
    WaitingCompany,
    WaitingLimits,
    WaitingPerson,
    WaitingRemark,
    WaitingStep,
)
from desktop.ui.together.letter_words import LetterWords
from desktop.workspace import Workspace
from tests.builders import worst_answers

BY = Hand("Carla")


def told(workspace: Workspace, waiting: Waiting) -> str:
    return LetterWords(workspace, wording("en")).told(letter_of("1", waiting))


def test_a_change_of_every_kind_is_told(workspace: Workspace, bakery: int) -> None:
    case = workspace.case(bakery)
    [asked] = workspace.questionnaires(case)
    key, answer = next(iter(worst_answers(asked).items()))
    question = asked.questions[key.rpartition("/")[2]]
    text = asked.text("en").questions[question.id].text
    answered = told(workspace, WaitingAnswer(case, BY, question, answer))
    assert answered.startswith(f"• {text}\n  “")
    assert answered.endswith("(Carla)")
    remark = Remark(note="Call in March", is_marked=True)
    noted = told(workspace, WaitingRemark(case, BY, key, remark)).splitlines()
    assert [line.strip() for line in noted] == [
        f"• Note beside “{text}”",
        "“Call in March” (Carla)",
        f"• Mark on “{text}”",
        "marked for later (Carla)",
    ]
    company = with_values(case.company, headcount=9)
    assert "“6” to “9”" in told(workspace, WaitingCompany(case, BY, company))
    limits = with_values(case.constraints, weeks=20)
    seen = replace(case, written_limits=case.constraints)
    assert told(workspace, WaitingLimits(seen, BY, limits)) == "• Limits of the plan: 20 weeks (Carla)"
    step = StepChange("action:backup", "done", "It took an hour")
    assert "to “done”" in told(workspace, WaitingStep(case, BY, step))
    assert "It took an hour" in told(workspace, WaitingStep(case, BY, step))
    person = WaitingPerson(case, BY, "people", "Maria", "owner")
    assert told(workspace, person) == "• Who answers: Maria (Carla)"


def test_an_answer_given_in_confidence_is_not_shown(workspace: Workspace, bakery: int) -> None:
    case = workspace.case(bakery)
    [asked] = workspace.questionnaires(case)
    key, answer = next(iter(worst_answers(asked).items()))
    question = asked.questions[key.rpartition("/")[2]]
    apart = replace(case, person=1, asks="personal")
    assert told(workspace, WaitingAnswer(apart, BY, question, answer)).endswith(
        "an answer given in confidence, which is not shown (Carla)"
    )
