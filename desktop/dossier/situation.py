"""What is known of a company on a day, and what follows from it at once."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cached_property
from typing import Self

import msgspec

from desktop.answers import AnswerSheet, Facts
from desktop.content.company import Company, Constraints
from desktop.content.library import Library
from desktop.content.questionnaires.questionnaire import Questionnaire
from desktop.planning import PlanRequest
from desktop.scores import CompetenceScore, CompetenceSpread, levels_by_role, score_competences


@dataclass(frozen=True)
class Situation:
    """A company with its limits and its answers; of its people only how far apart they are."""

    library: Library
    company: Company
    constraints: Constraints
    questionnaires: tuple[Questionnaire, ...]
    sheet: AnswerSheet
    made_on: date
    people: Mapping[str, CompetenceSpread] = field(default_factory=dict)

    def within(self, constraints: Constraints) -> Self:
        """The same company under other limits; what its answers score is not worked out again."""
        other = replace(self, constraints=constraints)
        if "competences" in vars(self):
            vars(other)["competences"] = self.competences
        return other

    @property
    def limits(self) -> Constraints:
        """The constraints, with the people and hours that they leave open as they are taken."""
        people = self.constraints.people or self.company.people
        hours = {role: self.constraints.hours(role) for role in people.by_role()}
        return msgspec.structs.replace(self.constraints, people=people, hours_per_week=hours)

    @property
    def facts(self) -> Facts:
        """What conditions may ask of the company."""
        return Facts.of(self.company)

    @cached_property
    def competences(self) -> Mapping[str, CompetenceScore]:
        """The competence levels over all questionnaires."""
        bounds = self.library.catalogue.competence_bounds
        return score_competences(self.questionnaires, self.sheet, self.facts, bounds)

    @cached_property
    def request(self) -> PlanRequest:
        """What the planner is asked; where no first day was chosen the plan begins on the next Monday."""
        return PlanRequest(
            catalogue=self.library.catalogue,
            company=self.company,
            levels={name: found.level for name, found in self.competences.items()},
            constraints=self.constraints,
            start=self.constraints.start or next_monday(self.made_on),
            role_levels=levels_by_role(self.people),
        )


def next_monday(day: date) -> date:
    """The first Monday after a day: when a plan starts if nobody says otherwise."""
    return day + timedelta(days=7 - day.weekday())
