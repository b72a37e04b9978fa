"""The rounds that answered the digital maturity assessment, in the questionnaire of today."""

from collections.abc import Callable, Iterator
from datetime import date

from desktop.answers import AnswerSheet
from desktop.answers.moving import move_answers
from desktop.content.library import Library
from desktop.content.questionnaires.questionnaire import Questionnaire
from desktop.errors import SestanteError
from desktop.exchange.outward.dma import DmaRound
from desktop.exchange.outward.dma_fields import QUESTIONNAIRE
from desktop.rounds import asked
from desktop.stopping import refuse_if_stopped
from desktop.territory.facts import Facts
from desktop.workspace.case import Case

LoadCase = Callable[[int], Case]
DayOf = Callable[[int], date]


def dma_rounds(facts: Facts, library: Library, load: LoadCase, day_of: DayOf) -> Iterator[DmaRound]:
    """One after the other, the companies by name; a round that cannot be read is passed over."""
    today = library.questionnaires[QUESTIONNAIRE]
    wanted = {scores.round for scores in facts.scores if scores.questionnaire == QUESTIONNAIRE}
    rounds = [facts.rounds[number] for number in wanted if number in facts.rounds]
    rounds.sort(key=lambda each: (facts.firms[each.firm].name.casefold(), each.firm, each.stage))
    for each in rounds:
        refuse_if_stopped()
        try:
            case = load(each.id)
        except SestanteError:
            continue
        firm = facts.firms[each.firm]
        sheet = _sheet(case, library, today)
        yield DmaRound(firm.id, firm.name, firm.vat, each.stage, day_of(each.id), sheet)


def _sheet(case: Case, library: Library, today: Questionnaire) -> AnswerSheet:
    pinned = next((each for each in case.pinned if each.id == QUESTIONNAIRE), None)
    then = None if pinned is None else asked(library, pinned)
    if then is None or then is today:
        return case.sheet
    return move_answers([(then, today)], case.sheet).after
