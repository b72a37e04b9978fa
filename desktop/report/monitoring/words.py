"""What stands in a monitoring report beside its tables: what it is about, and how it was made."""

from collections.abc import Iterator
from fractions import Fraction

from desktop.report.monitoring.names import Names
from desktop.report.monitoring.told import ToldMonitoring
from desktop.text import Wording


def title_in_words(told: ToldMonitoring, wording: Wording) -> str:
    """What the report is called."""
    if told.year is None:
        return wording("What the companies of the territory need")
    return wording("What the companies of the territory need, {year}", year=told.year)


def lead_in_words(told: ToldMonitoring, wording: Wording) -> str:
    """What it is, in a sentence."""
    day = wording.date(told.made_on)
    if told.hub:
        return wording("Made by {hub} on {day} from the assessments it holds.", hub=told.hub, day=day)
    return wording("Made on {day} from the assessments the hub holds.", day=day)


def facts_in_words(told: ToldMonitoring, wording: Wording) -> Iterator[tuple[str, str]]:
    """How much the report rests on."""
    figures = told.figures
    yield wording("Companies"), wording.number(figures.firms)
    for stage, count in figures.stages.items():
        yield wording("Firms assessed at {stage}", stage=stage), wording.number(count)
    if figures.visitors:
        yield wording("Visitors at events"), wording.number(figures.visitors)
    if figures.mean is not None:
        name = Names(told, wording).questionnaire()
        yield (
            wording("Mean score"),
            wording(
                "{score} of 100 ({count} companies, {questionnaire})",
                score=wording.number(Fraction(figures.mean, 100), 1),
                count=figures.scored,
                questionnaire=name,
            ),
        )


def method_in_words(wording: Wording) -> Iterator[tuple[str, str]]:
    """How the figures were made, each point with its title."""
    yield (
        wording("Who is counted"),
        wording(
            "Every company once, by its latest assessment; companies came by their own choice, to events, "
            "through associations or on visits: they are not a sample of all companies of the territory."
        ),
    )
    yield (
        wording("Scores"),
        wording(
            "From 0 to 100, the mean of exact scores, rounded once. A score counts where at least two thirds "
            "of the questionnaire were answered; “I don't know” counts as nothing."
        ),
    )
    yield (
        wording("Needs"),
        wording(
            "A company needs a competence where its answers show a lower level than companies of its size "
            "and sector should have; where nothing tells, it is not counted in either number."
        ),
    )
    yield (
        wording("What changed"),
        wording(
            "Only companies with both assessments, so that the same companies are compared with themselves."
        ),
    )
    yield (
        wording("Small groups"),
        wording(
            "No figure of fewer than five companies is told, nor any from which one could be computed: then "
            "another group is left out, too. A dash stands for that, and for what nobody was asked."
        ),
    )
