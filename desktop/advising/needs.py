"""What a company lacks, as the advising of a hub looks at it."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from desktop.content.catalogues.catalogue import Catalogue
from desktop.planning.plan import Need


@dataclass(frozen=True, slots=True)
class CompanyNeed:
    """A competence below its target (levels 0-4) with its priority (1-5).

    `is_open`: no course of the plan reaches the next level, so that others have to help.
    """

    competence: str
    area: str
    level: int
    target: int
    priority: int
    is_open: bool = False

    @property
    def weight(self) -> int:
        """How much it counts: priority times missing levels, twice where no course helps."""
        return self.worth(self.target - self.level)

    def worth(self, levels: int) -> int:
        """How much so many levels of it count."""
        return self.priority * levels * (2 if self.is_open else 1)


def needs_left(
    needs: Iterable[Need], catalogue: Catalogue, still_open: Collection[str] = ()
) -> tuple[CompanyNeed, ...]:
    """The needs of a plan that are there in the catalogue, the heaviest first, then by competence."""
    found = [
        CompanyNeed(
            need.competence,
            catalogue.competences[need.competence].area,
            need.level,
            need.target,
            need.priority,
            need.competence in still_open,
        )
        for need in needs
        if need.level < need.target and need.competence in catalogue.competences
    ]
    return tuple(sorted(found, key=lambda need: (-need.weight, need.competence)))
