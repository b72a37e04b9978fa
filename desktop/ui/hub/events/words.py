"""Events and visitors in words."""

from collections.abc import Mapping
from typing import Any

from desktop.content.library import Library
from desktop.content.size_words import size_words
from desktop.storage.event_values import Choice, StoredEvent, StoredVisitor
from desktop.text import Wording

_CENT = 100


def choice_in_words(choice: Choice, wording: Wording) -> str:
    """What became of a visitor."""
    words: dict[Choice, str] = {
        "open": wording("Answering"),
        "anonymous": wording("No name left"),
        "listed": wording("On the list"),
        "gone": wording("Went before the end"),
    }
    return words[choice]


def counts_in_words(event: StoredEvent, wording: Wording) -> str:
    """How many made which choice, in a line."""
    told = (
        wording.plural("{count} visitor", "{count} visitors", event.visitors),
        wording("{count} on the list", count=event.count("listed")),
        wording("{count} without a name", count=event.count("anonymous")),
        wording.plural("{count} went before the end", "{count} went before the end", event.count("gone")),
    )
    return " · ".join(told)


def visitor_name(visitor: StoredVisitor, wording: Wording) -> str:
    """A company on the list by name; others have none."""
    return visitor.company or choice_in_words(visitor.choice, wording)


def firm_in_words(firm: Mapping[str, Any], library: Library, wording: Wording) -> str:
    """Sector and size."""
    sector = library.network.sectors_in(wording.language).get(str(firm.get("sector")))
    size = size_words(wording).get(str(firm.get("size_class")), "")
    return " · ".join(filter(None, ("" if sector is None else sector.name, size)))


def score_of(scores: Mapping[str, Any]) -> float | None:
    """The overall score from 0 to 100; None where nothing was known."""
    found = scores.get("overall")
    return found / _CENT if isinstance(found, int) and scores.get("coverage") != 0 else None


def score_in_words(scores: Mapping[str, Any], wording: Wording) -> str:
    """The overall score, or a dash."""
    found = score_of(scores)
    return "–" if found is None else wording.number(round(found))
