"""One company is open: what pages leave for one another, and who of the company answers."""

from dataclasses import replace

from desktop.content.questionnaires.questionnaire import QuestionKey
from desktop.workspace import History


class Visit:
    """What holds while one case is open, and is forgotten with it.

    `told_by` is who of the company answers; `history_of` the question whose history is wanted, none for all;
    `is_from_list` whether the question shown was chosen among the open points, `last_point` which.
    """

    def __init__(self, history: History, case_id: int | None) -> None:
        self.told_by = ""
        self.history_of: QuestionKey | None = None
        self.is_from_list = False
        self.last_point = ""
        self._history = history
        self._case_id = case_id
        self._heard = ""

    def listen(self, *, is_asking: bool) -> None:
        """From now on the company's person who answers tells the changes, or nobody does."""
        told_by = self.told_by if is_asking else ""
        if self._case_id is not None and told_by != self._heard:
            self._history.hand = replace(self._history.hand, told_by=told_by, told_in=self._case_id)
            self._heard = told_by
