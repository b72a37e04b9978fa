"""Those who answer for themselves in a case, and how far apart they are; nobody sees who is where."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from desktop.answers import Facts
from desktop.content.catalogues.catalogue_file import Role
from desktop.scores import levels_by_role, spread
from desktop.workspace.case import Asks, Case
from desktop.workspace.respondents import Respondents

if TYPE_CHECKING:
    from desktop.scores import CompetenceSpread


class People(Respondents):
    """The people of a workspace's cases, as each answers about herself or himself."""

    asks: Asks = "personal"

    def spread(self, case: Case) -> "Mapping[str, CompetenceSpread]":
        """How far apart people are in each competence, without saying who is where."""
        people = (person.answers for person in self.everybody(case))
        bounds = self._library.catalogue.competence_bounds
        return spread(self.questionnaires(case), people, Facts.of(case.company), bounds)

    def levels_by_role(self, case: Case) -> Mapping[Role, Mapping[str, int]]:
        """The level in the middle of each competence, for the roles in which somebody answered."""
        return levels_by_role(self.spread(case))
