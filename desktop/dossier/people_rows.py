"""The levels of those who answered for themselves beside what their roles need, the widest gap first."""

from collections.abc import Mapping
from dataclasses import dataclass

from desktop.content.catalogues.catalogue import Catalogue
from desktop.content.catalogues.catalogue_file import ROLES, Role
from desktop.content.company import Company
from desktop.scores import CompetenceSpread, LevelRange

_FEWEST = 3  # people who must have answered before it is said how many of them lie below


@dataclass(frozen=True, slots=True)
class PeopleRow:
    """A competence: the levels (0-4) of each role that answered, and the level each of these roles needs."""

    competence: str
    by_role: Mapping[Role, LevelRange]
    needed: Mapping[Role, int]

    @property
    def gap(self) -> int:
        """Levels missing to what is needed, in the role that lacks most; 0 where none does."""
        return max(0, *(self.needed[role] - found.median for role, found in self.by_role.items()))

    @property
    def people(self) -> int:
        """How many people answered about it."""
        return sum(found.people for found in self.by_role.values())

    @property
    def below(self) -> int:
        """How many of them lie below what their role needs."""
        return sum(found.below(self.needed[role]) for role, found in self.by_role.items())


def people_rows(
    catalogue: Catalogue, spreads: Mapping[str, CompetenceSpread], company: Company
) -> tuple[PeopleRow, ...]:
    """A row for each competence somebody's answers tell about; equal gaps in the order of the catalogue."""
    present = {role for each in spreads.values() for role in each.by_role} | set(company.people.by_role())
    rows = []
    for name in catalogue.competences:
        found = spreads.get(name)
        if found is not None:
            needed = {role: catalogue.role_target(name, company, role, present) for role in found.by_role}
            rows.append(PeopleRow(name, found.by_role, needed))
    return tuple(sorted(rows, key=lambda row: -row.gap))


def people_by_role(spreads: Mapping[str, CompetenceSpread]) -> dict[Role, int]:
    """How many people of each role answered, counted where most did."""
    counts = {
        role: max((each.by_role[role].people for each in spreads.values() if role in each.by_role), default=0)
        for role in ROLES
    }
    return {role: count for role, count in counts.items() if count}


def standing_out(rows: tuple[PeopleRow, ...], most: int) -> tuple[PeopleRow, ...]:
    """The competences in which the largest part of at least three people lies below what is needed."""
    found = [row for row in rows if row.people >= _FEWEST and row.below]
    return tuple(sorted(found, key=lambda row: -row.below / row.people)[:most])
