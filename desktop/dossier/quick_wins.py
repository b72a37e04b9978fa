"""Quick wins in the light of the answers: what they show as done, and which of them ask for an action."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from fractions import Fraction

from desktop.answers import Answer, AnswerSheet, Chosen, Facts, Reserved, Rows, Ticked, shown_questions
from desktop.content.catalogues.advice_file import ActionEntry, AnswerPlace
from desktop.content.questionnaires.questionnaire import Question, QuestionKey, Questionnaire
from desktop.planning import PlanRequest
from desktop.planning.quick_wins import QuickWin, choose_quick_wins
from desktop.scores import CompetenceScore, Evidence

_Asked = Mapping[QuestionKey, Question]


def quick_wins_for(
    request: PlanRequest, questionnaires: Iterable[Questionnaire], sheet: AnswerSheet
) -> tuple[QuickWin, ...]:
    """The quick wins of a company, without those whose effect its answers already show."""
    facts = Facts.of(request.company)
    asked = {
        question.key: question
        for questionnaire in questionnaires
        for question in shown_questions(questionnaire, sheet, facts)
    }
    return choose_quick_wins(request, _done(request, asked, sheet))


def _done(request: PlanRequest, asked: _Asked, sheet: AnswerSheet) -> Collection[str]:
    actions = request.catalogue.advice.actions.values()
    return frozenset(action.id for action in actions if _is_done(action, asked, sheet))


def _is_done(action: ActionEntry, asked: _Asked, sheet: AnswerSheet) -> bool:
    """Whether all the answers that tell about an action say that nothing is left to do."""
    told = [
        _is_reached(place, asked[key], sheet[key])
        for place in action.evidence_of
        if (key := QuestionKey(place.question)) in asked and key in sheet
    ]
    return bool(told) and all(told)


def _is_reached(place: AnswerPlace, question: Question, answer: Answer) -> bool:
    """Whether an answer is as good as the one an action leads to, or the question does not apply."""
    if answer is Reserved.NOT_APPLICABLE:
        return True
    if isinstance(answer, Ticked):
        return place.tick in answer.choices
    said = answer.rows.get(place.row or "") if isinstance(answer, Rows) else answer
    if said is Reserved.NOT_APPLICABLE:
        return True
    if not isinstance(said, Chosen):
        return False
    points: dict[str | None, Fraction] = {choice.id: choice.points for choice in question.choices}
    return points[said.choice] >= points[place.choice]


def answers_behind(
    win: QuickWin,
    competences: Mapping[str, CompetenceScore],
    questionnaires: Mapping[str, Questionnaire],
    most: int,
) -> tuple[Evidence, ...]:
    """The weak answers that ask for a quick win, at most so many.

    They are those that doing it would change, or else those nearest to the next level.
    """
    found = competences.get(win.need.competence)
    if found is None:
        return ()
    own = tuple(part for part in _below_best(found) if _is_of(part, win.action, questionnaires))
    return (own or found.weak_evidence(win.need.level + 1))[:most]


def _below_best(found: CompetenceScore) -> Iterator[Evidence]:
    for part in found.evidence:
        if part.worth.headline is not None and part.worth.headline < 1:
            yield part


def _is_of(part: Evidence, action: ActionEntry, questionnaires: Mapping[str, Questionnaire]) -> bool:
    key = questionnaires[part.questionnaire].questions[part.question].key
    return any(
        place.question == key and part.item in (None, place.tick or place.row) for place in action.evidence_of
    )
