"""The draft that is looked at: what is wrong where in it, and what of it is chosen."""

from collections.abc import Sequence

from desktop.review.draft import Draft
from desktop.review.placing import PlacedProblem
from desktop.text import Wording
from desktop.ui.rail_sections import SectionMark
from desktop.workspace import Case, Workspace

_MOST = 5  # problems told of a section


class Previewed:
    """A draft, and those after it."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self._seen = set(draft.shown)

    @property
    def is_alarming(self) -> bool:
        """Whether errors must be seen at once, beside what can be shown in spite of them."""
        return bool(self.draft.errors and self.draft.shown)

    def chosen(self, case: Case, workspace: Workspace) -> list[str]:
        """What was chosen for a case and is still there, with what is there for the first time."""
        new = [name for name in self.draft.shown if name not in self._seen]
        self._seen.update(new)
        there = workspace.library.questionnaires
        chosen = [name for name in (*case.questionnaire_ids, *new) if name in there]
        return sorted(dict.fromkeys(chosen or self.draft.shown))

    def holds(self, questionnaire: str, question: str) -> bool:
        """Whether there is such a question, asked or not."""
        found = self.draft.questionnaires.get(questionnaire)
        return found is not None and question in found.questions

    def problems_of(self, questionnaire: str, question: str) -> Sequence[PlacedProblem]:
        """What is wrong with a question."""
        return [
            placed
            for placed in self.draft.problems
            if (placed.questionnaire, placed.question) == (questionnaire, question)
        ]

    def warning(self, mark: SectionMark, wording: Wording) -> str:
        """What is wrong in a section or, for the line of a questionnaire, anywhere in it."""
        shown = self.draft.questionnaires.get(mark.questionnaire)
        sections = (
            {question.id: section.id for section in shown.sections for question in section.questions}
            if shown
            else {}
        )
        found = [
            wording.tell(placed.problem.sentence)
            for placed in self.draft.problems
            if placed.questionnaire == mark.questionnaire
            and mark.section in (None, placed.section, sections.get(placed.question or ""))
        ]
        return "\n".join(found[:_MOST])
