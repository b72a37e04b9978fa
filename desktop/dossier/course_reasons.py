"""Why a course is in the plan: what it raises and the answers that asked for it."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from desktop.content.catalogues.catalogue_file import ROLES
from desktop.dossier.dossier import Dossier
from desktop.planning import Plan, PlannedCourse
from desktop.scores import Evidence


def courses_together(plan: Plan) -> tuple[tuple[PlannedCourse, ...], ...]:
    """The plan's courses as they follow one another; the roles that take the same course stand together."""
    together: dict[str, list[PlannedCourse]] = {}
    for planned in plan.courses:
        together.setdefault(planned.course.id, []).append(planned)
    cards = (tuple(sorted(card, key=lambda planned: ROLES.index(planned.role))) for card in together.values())
    return tuple(sorted(cards, key=_place))


def _place(card: Sequence[PlannedCourse]) -> tuple[tuple[int, int], str]:
    """Of two courses that begin in the same week, a role takes the one that ends first before the other."""
    return min((planned.first_week, planned.last_week) for planned in card), card[0].course.id


def lifts(card: Sequence[PlannedCourse]) -> list[tuple[str, int, int]]:
    """The competences a course raises for its roles, each with the level before and after."""
    steps = sorted({(step.competence, step.level) for planned in card for step in planned.steps})
    found = []
    for competence, group in groupby(steps, key=lambda step: step[0]):
        levels = [level for _, level in group]
        found.append((competence, min(levels) - 1, max(levels)))
    return found


def weak_answers(card: Sequence[PlannedCourse], dossier: Dossier, most: int) -> Iterator[Evidence]:
    """The weak answers nearest to each step the course raises, in turn, at most so many, none twice."""
    known = [
        dossier.competences[name].weak_evidence(low + 1)
        for name, low, _ in lifts(card)
        if name in dossier.competences
    ]
    longest = max((len(parts) for parts in known), default=0)
    in_turn = (parts[index] for index in range(longest) for parts in known if index < len(parts))
    seen: set[tuple[str, str | None]] = set()
    for part in in_turn:
        if len(seen) < most and (part.question, part.item) not in seen:
            seen.add((part.question, part.item))
            yield part
