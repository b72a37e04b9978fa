"""What the European network asks of its hubs: results, answers and services, with names."""

from desktop.exchange.outward.dma import dma_table, result_list
from desktop.exchange.outward.dma_fields import QUESTIONNAIRE
from desktop.exchange.outward.services import register_table
from desktop.workspace.reports.dma_rounds import dma_rounds
from desktop.workspace.reports.making import Made, Making, written_table


def make_dma_list(making: Making) -> Made:
    """A row for each round that scored the assessment, the companies by name."""
    facts = making.facts
    rows = [
        (facts.firms[round_.firm].name, round_.stage, scores.overall, scores.dimensions)
        for scores in facts.scores
        if scores.questionnaire == QUESTIONNAIRE and (round_ := facts.rounds.get(scores.round))
    ]
    rows.sort(key=lambda row: (row[0].casefold(), row[1]))
    table = result_list(rows, making.wish.hub)
    return Made(written_table(table, making), len(rows))


def make_dma_csv(making: Making) -> Made:
    """A row for each round that answered the whole assessment, in the platform's fields."""
    rounds = dma_rounds(making.facts, making.library, making.load, making.day_of)
    today = making.library.questionnaires[QUESTIONNAIRE]
    table, remarks = dma_table(rounds, today, making.wish.order)
    return Made(written_table(table, making), len(table.rows), remarks)


def make_services(making: Making) -> Made:
    """A row for each service of the register."""
    regions = {code: region.name for code, region in making.library.network.regions.items()}
    table = register_table(making.facts.services, making.facts.firms, regions)
    return Made(written_table(table, making), len(table.rows))
