"""The sheets of the spreadsheet as values: their columns, and a row for each thing."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from desktop.content.steps import StepState
from desktop.dossier import Dossier
from desktop.report import terms
from desktop.report.office.actions import actions
from desktop.report.office.answers_part import asked_and_answered
from desktop.report.office.standing_part import whose_it_is
from desktop.scores import Score
from desktop.text import Wording

Value: TypeAlias = str | float | date | None
Kind = Literal["text", "link", "day", "hours", "euro", "number", "score", "choice"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column, `width` letters wide; of a `choice` the values are `choices`."""

    title: str
    width: float
    kind: Kind = "text"
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet; without a head it is one to read."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]
    has_head: bool = True


def sheets(dossier: Dossier, wording: Wording) -> Iterator[Sheet]:
    """Those with something in them, what to do first."""
    found = (
        _actions(dossier, wording),
        _scores(dossier, wording),
        _answers(dossier, wording),
    )
    shown = [sheet for sheet in found if sheet.rows]
    yield from shown
    yield _read_me(dossier, wording, [sheet.name for sheet in shown])


def _actions(dossier: Dossier, wording: Wording) -> Sheet:
    states: dict[StepState, str] = {
        "open": wording("To do"),
        "under-way": wording("Under way"),
        "done": wording("Done"),
        "dropped": wording("Left out"),
    }
    columns = (
        Column(wording("Kind"), 16),
        Column(wording("What to do"), 36),
        Column(wording("Role"), 15),
        Column(wording("People"), 11, "number"),
        Column(wording("First day"), 14, "day"),
        Column(wording("Last day"), 14, "day"),
        Column(wording("Hours for each person"), 11, "hours"),
        Column(wording("Cost in euros"), 11, "euro"),
        Column(wording("Language"), 12),
        Column(wording("Link"), 28, "link"),
        Column(wording("Why"), 84),
        Column(wording("To check first"), 30),
        Column(wording("State"), 12, "choice", tuple(states.values())),
        Column(wording("Notes"), 30),
    )
    rows = tuple(
        (
            *(each.kind, each.title, each.role, each.people, each.first, each.last, each.hours),
            *(each.cost_eur, each.language, each.link, each.reason, each.check),
            *(states[each.state], each.note or None),
        )
        for each in actions(dossier, wording)
    )
    return Sheet(wording("Actions"), columns, rows)


def _scores(dossier: Dossier, wording: Wording) -> Sheet:
    columns = (
        Column(wording("Questionnaire"), 34),
        Column(wording("Dimension"), 34),
        Column(wording("Lowest"), 12, "score"),
        Column(wording("Score"), 12, "score"),
        Column(wording("Highest"), 12, "score"),
        Column(wording("Level"), 26),
    )
    rows: list[tuple[Value, ...]] = []
    for result in dossier.results:
        text = result.questionnaire.text(wording.language)
        names = {key: text.dimensions[key].name for key in result.scorecard.dimensions}
        every = {wording("Overall"): result.scorecard.overall} | {
            names[key]: score for key, score in result.scorecard.dimensions.items()
        }
        for name, score in every.items():
            level = terms.level_in_words(score, result.questionnaire, wording)
            rows.append((text.title, name, *_numbers(score), level))
    return Sheet(wording("Scores"), columns, tuple(rows))


def _numbers(score: Score) -> tuple[float | None, ...]:
    values = (score.low, score.headline, score.high)
    return tuple(None if value is None else round(float(value), 1) for value in values)


def _answers(dossier: Dossier, wording: Wording) -> Sheet:
    columns = (
        Column(wording("Questionnaire"), 30),
        Column(wording("Question"), 60),
        Column(wording("Answer"), 70),
    )
    rows = tuple(
        (result.questionnaire.text(wording.language).title, asked, answer)
        for result, asked, answer in asked_and_answered(dossier, wording)
    )
    return Sheet(wording("Answers"), columns, rows)


def _read_me(dossier: Dossier, wording: Wording, others: list[str]) -> Sheet:
    lines: list[str] = [
        wording("Digital maturity plan"),
        whose_it_is(dossier),
        wording("Made on {date}", date=wording.date(dossier.made_on)),
        "",
        wording("This is a copy to work with: change, sort and filter it as you like."),
        wording("What you change here does not go back to Sestante."),
        wording("The sheets before this one: {names}.", names=", ".join(others)),
    ]
    if dossier.quick_wins or dossier.plan.courses or dossier.plan.open_gaps:
        lines += [
            wording("In the column “State” choose how far an action is; the last column is for your notes."),
            wording("Hours are those of one person, costs those of all people together."),
            wording("Check dates, prices and languages with the provider before enrolling."),
        ]
    return Sheet(wording("Read me"), (Column("", 100),), tuple((line,) for line in lines), has_head=False)
