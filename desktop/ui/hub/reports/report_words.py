"""The reports as the room offers them, in the order in which they stand."""

from dataclasses import dataclass

from desktop.text import Wording
from desktop.workspace.reports import Kind


@dataclass(frozen=True, slots=True)
class Offered:
    """A report in words; `ends` are those of files, each with the words of its button."""

    kind: Kind
    title: str
    about: str
    privacy: str
    ends: tuple[tuple[str, str], ...]
    stem: str


def to_the_network(say: Wording) -> tuple[Offered, ...]:
    """What the European network asks for."""
    named = say("Companies are named in it.")
    return (
        Offered(
            "dma-list",
            say("Results of the DMA"),
            say("A row for each assessment, with the columns of “My SMEs DMA Results”."),
            named,
            ((".xlsx", say("Save as Excel…")),),
            "my-smes-dma-results",
        ),
        Offered(
            "dma-csv",
            say("Answers of the DMA"),
            say("Every answer in the platform's field names, a row for each complete assessment."),
            named,
            ((".csv", say("Save as CSV…")),),
            "dma-answers",
        ),
        Offered(
            "services",
            say("Service register"),
            say("A row for each service, in the columns of the network's tool for indicators."),
            named,
            ((".xlsx", say("Save as Excel…")), (".csv", say("Save as CSV…"))),
            "services",
        ),
    )


def to_others(say: Wording) -> tuple[Offered, ...]:
    """What leaves without names."""
    nobody = say("Nobody is named, and nothing is told of fewer than five companies.")
    return (
        Offered(
            "monitoring",
            say("Report for the region"),
            say("What companies need, by area, sector and place, what changed since T0, services and money."),
            nobody,
            ((".pdf", say("Save as PDF…")), (".xlsx", say("Save as Excel…"))),
            "monitoring",
        ),
        Offered(
            "open-data",
            say("Open data"),
            say("All figures as CSV and JSON, with a dictionary that says what each column means."),
            say(
                "Unless only sums are chosen, each company has rows under a code: give those to researchers "
                "alone, under an agreement, and publish the sums."
            ),
            ((".zip", say("Save as zip…")),),
            "open-data",
        ),
        Offered(
            "benchmark",
            say("Figures for your next edition"),
            say(
                "How companies score, by size, sector and region. Put the file into the folder benchmarks of "
                "your edition: owners then see, offline, how firms like theirs score."
            ),
            nobody,
            ((".json", say("Save for the edition…")),),
            "benchmark",
        ),
    )
