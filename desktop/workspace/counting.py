"""Rounds counted for the territory: scored once after they change, and kept as lines of digits."""

from collections.abc import Callable
from typing import TypeAlias

from desktop.answers import Facts
from desktop.content.library import Library
from desktop.content.questionnaires.questionnaire import Questionnaire
from desktop.errors import SestanteError
from desktop.scores import score, score_competences
from desktop.territory import RoundStanding, needed_of, standing_of
from desktop.workspace.case import Case
from desktop.workspace.stores import Stores

_AT_ONCE = 50  # rounds in one transaction, half a second: so long it takes to be stopped

LoadCase: TypeAlias = Callable[[int], Case]
Questionnaires: TypeAlias = Callable[[Case], tuple[Questionnaire, ...]]


class Counting:
    """Keeps what rounds scored in step with their answers."""

    def __init__(
        self, library: Library, stores: Stores, load: LoadCase, questionnaires: Questionnaires
    ) -> None:
        self._library = library
        self._stores = stores
        self._load = load
        self._questionnaires = questionnaires

    @property
    def waiting(self) -> int:
        """How many rounds are still to be counted."""
        return self._stores.hub.standings.how_many_uncounted()

    def count(self, progress: Callable[[int], None], should_stop: Callable[[], bool]) -> None:
        """Count all rounds that changed; takes some 20 ms a round, so call it in a worker thread.

        `progress` is told how many were counted. What was counted is kept when it is stopped. Each is counted
        once, even where the file says that it was changed since.
        """
        done = last = 0
        while (changed := self._stores.hub.standings.uncounted(_AT_ONCE, last)) and not should_stop():
            counted = {
                round_id: (changed_at, self._counted(round_id)) for round_id, changed_at in changed.items()
            }
            self._stores.hub.standings.save(counted)
            done, last = done + len(counted), max(counted)
            progress(done)

    def _counted(self, round_id: int) -> RoundStanding:
        """A round that is gone or cannot be read scores nothing."""
        try:
            case = self._load(round_id)
        except SestanteError:
            return RoundStanding((), {})
        return self.of(case)

    def of(self, case: Case) -> RoundStanding:
        """What a round scored and lacks."""
        facts, catalogue = Facts.of(case.company), self._library.catalogue
        questionnaires = self._questionnaires(case)
        cards = (score(each, case.sheet, facts) for each in questionnaires)
        found = score_competences(questionnaires, case.sheet, facts, catalogue.competence_bounds)
        standings = tuple(standing for card in cards if (standing := standing_of(card)) is not None)
        return RoundStanding(standings, needed_of(catalogue, case.company, found))
