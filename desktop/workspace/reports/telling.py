"""What came of a report, in a sentence."""

from desktop.text import Wording
from desktop.workspace.reports.kinds import Wish, Written


def written_in_words(wish: Wish, written: Written, words: Wording) -> str:
    """How much was written, and where."""
    count, path = written.count, written.path
    match wish.kind:
        case "dma-list" | "dma-csv":
            return words.plural(
                "{count} assessment written to {path}",
                "{count} assessments written to {path}",
                count,
                path=path,
            )
        case "services":
            return words.plural(
                "{count} service written to {path}", "{count} services written to {path}", count, path=path
            )
        case "benchmark":
            return words.plural(
                "Scores of {count} group of firms written to {path}",
                "Scores of {count} groups of firms written to {path}",
                count,
                path=path,
            )
        case _:
            return words.plural(
                "Figures of {count} company written to {path}",
                "Figures of {count} companies written to {path}",
                count,
                path=path,
            )
