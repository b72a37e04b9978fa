"""What `sestante check` finds wrong in any files and what it understands of the assessments among them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from desktop.answers.checking import check_paths
from desktop.content.catalogues.catalogue import Catalogue
from desktop.errors import Problem
from desktop.review.dead_ends import Offer
from desktop.review.findings import find_warnings
from desktop.review.reviewing import Review, review
from desktop.review.unused_advice import UnusedAdviceByKind, find_unused_advice
from desktop.review.unused_courses import UnusedCourse, find_unused


@dataclass(frozen=True, slots=True)
class CheckedFiles:
    """Problems, and what was understood; assessments with errors are only named in `not_reviewed`."""

    problems: tuple[Problem, ...]
    reviews: tuple[Review, ...]
    not_reviewed: tuple[str, ...]
    catalogue: Catalogue | None

    @property
    def errors(self) -> int:
        """How many problems are errors."""
        return sum(not problem.is_warning for problem in self.problems)

    def with_problems(self, more: Iterable[Problem]) -> "CheckedFiles":
        """The same with further problems; none is told twice."""
        return replace(self, problems=tuple(dict.fromkeys((*self.problems, *more))))

    def unused_courses(self) -> tuple[UnusedCourse, ...] | None:
        """The courses that none of the assessments leads to; None without catalogue or assessment."""
        if self.catalogue is None or not self.reviews:
            return None
        return find_unused(self.catalogue, (found.questionnaire for found in self.reviews))

    def unused_advice(self) -> UnusedAdviceByKind | None:
        """The actions and services that none of the assessments leads to; None as for courses."""
        if self.catalogue is None or not self.reviews:
            return None
        called_for = {step for found in self.reviews if found.leads for step in found.leads.steps}
        advice = self.catalogue.advice
        kinds = {"actions": advice.actions.values(), "services": advice.services.values()}
        return {
            kind: find_unused_advice(entries, self.catalogue, called_for) for kind, entries in kinds.items()
        }


def check_files(paths: Sequence[Path]) -> CheckedFiles:
    """Check files and folders, or all shipped content, and review the assessments that are sound."""
    checked = check_paths(paths)
    problems = list(checked.problems)
    offer = None if checked.catalogue is None else Offer.of(checked.catalogue)
    reviews: list[Review] = []
    not_reviewed: list[str] = []
    for reading, names in checked.looked_at:
        for name in names:
            if name not in reading.questionnaires:
                not_reviewed.append(name)
                continue
            found = review(reading.questionnaires[name], reading.sources, offer)
            reviews.append(found)
            problems += find_warnings(found, reading.sources[name])
    return CheckedFiles(
        tuple(dict.fromkeys(problems)), tuple(reviews), tuple(not_reviewed), checked.catalogue
    )
