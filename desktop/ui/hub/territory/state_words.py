"""What the room of the territory says above its cards, and of a figure that was opened."""

from desktop.report.territory.table import Line
from desktop.territory.wanted import Wanted
from desktop.text import Wording
from desktop.ui.hub.territory.seeing import Seen


def state_in_words(seen: Seen, say: Wording) -> str:
    """How many companies there are, and how many are assessed or of when that is: there is room for two.

    How many are assessed stands in a tile below, too.
    """
    figures = seen.figures
    told = say.plural("{count} company", "{count} companies", figures.companies)
    more = say.plural("{count} assessed", "{count} assessed", figures.assessed)
    if seen.as_of is not None:
        more = say("as of {time}", time=f"{seen.as_of.astimezone():%H:%M}")
    return f"{told} · {more}"


def nothing_in_words(seen: Seen, say: Wording) -> str:
    """Why there is nothing to see."""
    if seen.wanted != Wanted():
        return say("No company fits the filters. Take one of them away.")
    return say(
        "There are no companies yet. Their figures come together here: take plans in, hold an event, "
        "or add a company."
    )


def behind_in_words(seen: Seen, line: Line) -> str:
    """Whose companies are behind a line of a table."""
    title = next((table.title for table in seen.tables if line in table.lines), "")
    return " · ".join(words for words in (title, line.label) if words)
