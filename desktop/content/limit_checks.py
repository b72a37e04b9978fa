"""What an input file asks of a plan, compared with itself and with the catalogue."""

from collections.abc import Iterator

from desktop.content.catalogues.catalogue import Catalogue
from desktop.content.company import Constraints
from desktop.content.files.guesses import guess
from desktop.content.files.strict_yaml import Document
from desktop.errors import Problem
from desktop.text import say

_REMOVE = say("correct the id or remove this decision")


def find_contradictions(document: Document, constraints: Constraints) -> Iterator[Problem]:
    """Courses decided twice for a role, hours left that cannot be, holidays that end before they begin."""
    first_lines: dict[tuple[str, str], int] = {}
    for index, decision in enumerate(constraints.decisions):
        place, decided = ("constraints", "decisions", index), (decision.course, decision.role)
        if decided not in first_lines:
            first_lines[decided] = document.line(place)
        else:
            sentence = say(
                "the course `{course}` was decided for `{role}` already in line {line}; keep one of the two",
                course=decision.course,
                role=decision.role,
                line=first_lines[decided],
            )
            yield document.problem(place, sentence, "I009")
        if decision.hours_left is not None and decision.hours_left <= 0:
            sentence = say("hours left must be more than 0; a course that is over has `state: done`")
            yield document.problem((*place, "hours_left"), sentence, "I012")
    for index, holiday in enumerate(constraints.holidays):
        if holiday.last < holiday.first:
            sentence = say(
                "the holiday ends on {last}, before it begins on {first}; correct one of the two",
                first=holiday.first.isoformat(),
                last=holiday.last.isoformat(),
            )
            yield document.problem(("constraints", "holidays", index, "last"), sentence, "I010")


def find_unknown_names(
    document: Document, constraints: Constraints, catalogue: Catalogue
) -> Iterator[Problem]:
    """Courses and areas that the catalogue does not have."""
    for index, decision in enumerate(constraints.decisions):
        if decision.course not in catalogue.courses:
            sentence = say(
                "the catalogue has no course `{course}`; {advice}",
                course=decision.course,
                advice=guess(decision.course, catalogue.courses, _REMOVE),
            )
            yield document.problem(("constraints", "decisions", index, "course"), sentence, "I008")
    areas = sorted({entry.area for entry in catalogue.competences.values()})
    for index, area in enumerate(constraints.favoured_areas):
        if area not in areas:
            sentence = say("there is no area `{area}`; there are: {known}", area=area, known=", ".join(areas))
            yield document.problem(("constraints", "favoured_areas", index), sentence, "I011")
