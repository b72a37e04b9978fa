"""What people decide about a plan: days without study, and courses wanted, left out, begun or done."""

from datetime import date
from fractions import Fraction
from typing import Annotated, Literal

from msgspec import Meta

from desktop.content.catalogues.catalogue_file import Role
from desktop.content.questionnaires.questionnaire_file import Shape, Slug

CourseFormat = Literal["self-paced", "blended", "live"]
Pace = Literal["early", "even"]
DecisionState = Literal["wanted", "excluded", "under-way", "done"]


class Holiday(Shape, frozen=True):
    """Days on which nobody studies, the first and the last included."""

    first: date
    last: date


class CourseDecision(Shape, frozen=True, kw_only=True):
    """What was decided about a course for a role.

    `week` is the week in which a wanted course begins, or as soon after it as it can, 0 for the plan's
    first; None leaves that to the plan. `only_week` says that nothing else was decided: without its week the
    decision goes. `hours_left` is what remains of a course under way, None for all of it.
    """

    course: Slug
    role: Role
    state: DecisionState
    week: Annotated[int, Meta(ge=0, le=103)] | None = None
    only_week: bool = False
    hours_left: Fraction | None = None
