"""The scores of a workspace's cases, as answered so far."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from desktop.answers import Facts
from desktop.content.library import Library
from desktop.content.questionnaires.questionnaire import Questionnaire
from desktop.scores import CompetenceScore, Scorecard, score, score_competences
from desktop.workspace.case import Case

if TYPE_CHECKING:
    from desktop.dossier import AssessmentResult


class Scores:
    """Scores what a case answers; `asked` gives its questionnaires."""

    def __init__(self, library: Library, asked: Callable[[Case], tuple[Questionnaire, ...]]) -> None:
        self._library = library
        self._asked = asked

    def card(self, case: Case, questionnaire_id: str) -> Scorecard:
        """The scores of one of the case's questionnaires."""
        [questionnaire] = [each for each in self._asked(case) if each.id == questionnaire_id]
        return score(questionnaire, case.sheet, Facts.of(case.company))

    def competences(self, case: Case) -> Mapping[str, CompetenceScore]:
        """The competence levels over all questionnaires of the round."""
        bounds = self._library.catalogue.competence_bounds
        return score_competences(self._asked(case), case.sheet, Facts.of(case.company), bounds)

    def results(self, case: Case) -> "tuple[AssessmentResult, ...]":
        """The result of each questionnaire with the way to the next level; takes some 100 ms."""
        from desktop.dossier import assess

        facts = Facts.of(case.company)
        return tuple(assess(questionnaire, case.sheet, facts) for questionnaire in self._asked(case))
