"""What the European network asks of its hubs: results, answers and services, with names."""

from collections.abc import Collection

from desktop.exchange.outward.dma import dma_table, result_list
from desktop.exchange.outward.dma_fields import QUESTIONNAIRE
from desktop.exchange.outward.services import register_table
from desktop.text import Sentence, say
from desktop.workspace.reports.dma_rounds import dma_rounds
from desktop.workspace.reports.making import Made, Making, written_table

_NOT_AGREED = say(
    "Companies named in it whose consent is not recorded here: {count}. Make sure that they agreed before "
    "you hand it on."
)


def make_dma_list(making: Making) -> Made:
    """A row for each round that scored the assessment, the companies by name."""
    facts = making.facts
    firms = {
        round_.firm
        for scores in facts.scores
        if scores.questionnaire == QUESTIONNAIRE and (round_ := facts.rounds.get(scores.round))
    }
    rows = [
        (facts.firms[round_.firm].name, round_.stage, scores.overall, scores.dimensions)
        for scores in facts.scores
        if scores.questionnaire == QUESTIONNAIRE and (round_ := facts.rounds.get(scores.round))
    ]
    rows.sort(key=lambda row: (row[0].casefold(), row[1]))
    table = result_list(rows, making.wish.hub)
    return Made(written_table(table, making), len(rows), _not_agreed(firms, making))


def make_dma_csv(making: Making) -> Made:
    """A row for each round that answered the whole assessment, in the platform's fields."""
    rounds = dma_rounds(making.facts, making.library, making.load, making.day_of)
    today = making.library.questionnaires[QUESTIONNAIRE]
    made = dma_table(rounds, today, making.wish.order)
    remarks = (*made.remarks, *_not_agreed(made.firms, making))
    return Made(written_table(made.table, making), len(made.table.rows), remarks)


def make_services(making: Making) -> Made:
    """A row for each service of the register."""
    regions = {code: region.name for code, region in making.library.network.regions.items()}
    table = register_table(making.facts.services, making.facts.firms, regions)
    firms = {each.firm for each in making.facts.services if each.firm is not None}
    return Made(written_table(table, making), len(table.rows), _not_agreed(firms, making))


def _not_agreed(firms: Collection[int], making: Making) -> tuple[Sentence, ...]:
    """How many companies that are named did not agree to it here; nothing where all did."""
    count = len(set(firms) - making.facts.agreed)
    return (Sentence(_NOT_AGREED.message, {"count": count}),) if count else ()
