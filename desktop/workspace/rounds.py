"""The rounds of a company: begun, looked back at, compared, and the last one taken back."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import TYPE_CHECKING

from msgspec.structs import replace

from desktop.clock import today
from desktop.content.company import Constraints
from desktop.content.library import Library
from desktop.content.questionnaires.pairing import successor
from desktop.content.questionnaires.questionnaire import Questionnaire
from desktop.rounds import all_asked, pin
from desktop.storage import CompanyRound, PinnedQuestionnaire
from desktop.storage.turns import stage_after
from desktop.workspace.case import Case
from desktop.workspace.scores import Scores
from desktop.workspace.stores import Stores

if TYPE_CHECKING:
    from desktop.comparing import RoundAnswers, RoundComparison
    from desktop.dossier import EarlierRound
    from desktop.workspace.earlier_answers import EarlierAnswers
    from desktop.workspace.told_spread import ToldSpread


class Rounds:
    """The rounds of a workspace's companies. Every save has been written to disk when it returns.

    `load` gives a case by its id.
    """

    def __init__(self, library: Library, stores: Stores, scores: Scores, load: Callable[[int], Case]) -> None:
        self._library = library
        self._stores = stores
        self._scores = scores
        self._load = load

    def expect(self, case: Case) -> None:
        """Say that a window will show pages of a company: from a server, all they show comes at once."""
        self._stores.expect(case.id)

    def all(self, case: Case) -> tuple[CompanyRound, ...]:
        """All rounds of the company of a case, the first one first."""
        return self._stores.rounds.beside(case.id)

    def is_earlier(self, case: Case) -> bool:
        """Whether the company has a later round."""
        rounds = self.all(case)
        return bool(rounds) and rounds[-1].id != case.id

    def told_spread(self, case: Case) -> "ToldSpread | None":
        """How far people are apart as a result told that came in; None where nobody told."""
        from desktop.workspace.told_spread import told_spread

        return told_spread(self._library, self._stores, case)

    def next_stage(self, case: Case) -> str:
        """What the next round would be called; it is one higher than the last."""
        return stage_after(self.all(case)[-1].stage)

    def good_day(self, case: Case) -> date:
        """When repeating tells most: when the plan of the last round has come to its end."""
        from desktop.dossier import next_monday

        last = self.all(case)[-1]
        limits = self._load(last.id).constraints
        return (limits.start or next_monday(last.day)) + timedelta(weeks=limits.weeks)

    def begin(self, case: Case) -> Case:
        """The next round of the company: today's versions of the last one's questionnaires, nothing answered.

        The profile is shared; limits of the plan and the list of people come along.
        """
        last = self._load(self.all(case)[-1].id)
        pinned = [self._today(each) for each in last.pinned]
        unlike = {each.id: each for each in pinned}
        limits = _from_now_on(last.constraints)
        return self._load(self._stores.round_store.begin(last.id, unlike.values(), limits))

    def remove(self, case: Case) -> Case:
        """Delete the last round of the company, which is that of the case; the one before comes back.

        StorageError where it is not the last, or the only one.
        """
        before = [each.id for each in self.all(case) if each.id != case.id]
        self._stores.round_store.remove(case.id)
        return self._load(before[-1])

    def earlier(self, case: Case) -> "tuple[EarlierRound, ...]":
        """The results of the rounds before this one, in the versions they were answered in."""
        from desktop.dossier import EarlierRound

        cases = ((each, self._load(each.round_id)) for each in self._stores.origins.of(case.id).earlier)
        return tuple(
            EarlierRound(
                each.stage,
                each.answered_on,
                self._scores.results(then),
                self._scores.competences(then),
                self.compare(then, case).questionnaires,
            )
            for each, then in cases
        )

    def earlier_answers(self, case: Case) -> "EarlierAnswers | None":
        """What was answered in the round before, in this one's questions; None where it is the first."""
        from desktop.comparing import same_questionnaires
        from desktop.workspace.earlier_answers import EarlierAnswers, earlier_answers

        before = self._stores.origins.of(case.id).earlier
        if not before:
            return None
        then = self._load(before[-1].round_id)
        found = earlier_answers(same_questionnaires(self._asked(then), self._asked(case)), then.sheet)
        return EarlierAnswers(before[-1].stage, before[-1].answered_on, found)

    def compare(self, then: Case, now: Case) -> "RoundComparison":
        """What changed from an earlier to a later round of one company, and why."""
        from desktop.answers import Facts
        from desktop.comparing import compare_rounds

        return compare_rounds(self._answers(then), self._answers(now), Facts.of(now.company))

    def _answers(self, case: Case) -> "RoundAnswers":
        from desktop.comparing import RoundAnswers

        return RoundAnswers(self._asked(case), case.sheet, self._stores.rounds.told_by(case.id))

    def _asked(self, case: Case) -> tuple[Questionnaire, ...]:
        """What the company itself answered; people's own answers are nobody's to compare one by one."""
        found = all_asked(self._library, case.pinned)
        return tuple(each for each in found if not each.is_personal)

    def _today(self, pinned: PinnedQuestionnaire) -> PinnedQuestionnaire:
        found = successor(pinned.id, self._library.questionnaires.values())
        return pinned if found is None else pin(found)


def _from_now_on(limits: Constraints) -> Constraints:
    """Limits without a first day that has gone by."""
    is_past = limits.start is not None and limits.start < today()
    return replace(limits, start=None) if is_past else limits
