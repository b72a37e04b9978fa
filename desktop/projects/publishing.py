"""What may be told of a group outside the hub: no figure that stands for a few companies."""

from collections.abc import Mapping
from dataclasses import dataclass

from desktop.projects.group_facts import GroupFacts
from desktop.territory.suppression import Sum, hidden_cells

_TOTAL = ("total", "")


@dataclass(frozen=True, slots=True)
class Published:
    """Counts as in `GroupFacts`, without those that must stay hidden; `count` is None where it must."""

    count: int | None
    by_lack: Mapping[int, int]
    by_size: Mapping[str, int]


def published(facts: GroupFacts) -> Published:
    """The counts that can be told together."""
    lacks = {("lack", str(name)): count for name, count in facts.by_lack.items()}
    sizes = {("size", name): count for name, count in facts.by_size.items()}
    sums = [Sum(_TOTAL, tuple(cells)) for cells in (lacks, sizes) if cells]
    hidden = hidden_cells({_TOTAL: facts.count, **lacks, **sizes}, sums)
    return Published(
        count=None if _TOTAL in hidden else facts.count,
        by_lack={name: n for name, n in facts.by_lack.items() if ("lack", str(name)) not in hidden},
        by_size={name: n for name, n in facts.by_size.items() if ("size", name) not in hidden},
    )
