"""Then and now in words and figures, for paper and window; ReportLab is not needed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from desktop.dossier import AssessmentResult, Dossier
from desktop.dossier.progress import Change, Progress, QuestionnaireProgress
from desktop.report import terms
from desktop.text import Wording

_MOST_NAMED = 4


@dataclass(frozen=True, slots=True)
class Named:
    """A change with the words for it."""

    name: str
    change: Change


def named_changes(each: QuestionnaireProgress, wording: Wording) -> list[Named]:
    """The overall score and the dimensions of a questionnaire with their names."""
    names = each.now.questionnaire.text(wording.language).dimensions
    dimensions = [Named(names[change.name].name, change) for change in each.dimensions]
    return [Named(wording("Overall"), each.overall), *dimensions]


def figures(change: Change, wording: Wording) -> tuple[str, str, str]:
    """Then, now and the difference with its sign; dashes where nothing told, nothing where incomparable."""
    then, now = (_number(value, wording) for value in (change.then, change.now))
    if not change.is_comparable:
        return then, now, ""
    return then, now, difference_in_words(change, wording)


def difference_in_words(change: Change, wording: Wording) -> str:
    """The difference of the rounded numbers, so that it adds up on paper; a dash where there is none."""
    if change.then is None or change.now is None:
        return "–"
    difference = round(change.now) - round(change.then)
    if not difference:
        return "="
    sign = "+" if difference > 0 else "\N{MINUS SIGN}"
    return f"{sign}{wording.number(Fraction(abs(difference)))}"


def _number(value: Fraction | None, wording: Wording) -> str:
    return "–" if value is None else wording.number(Fraction(round(value)))


def in_short(found: Progress, dossier: Dossier, wording: Wording) -> Iterator[str]:
    """What rose and what fell, in a sentence each."""
    rose, fell = _names(found, dossier, wording, sign=1), _names(found, dossier, wording, sign=-1)
    if rose:
        yield wording("Better than then: {names}.", names="; ".join(rose))
    if fell:
        yield wording("Weaker than then: {names}.", names="; ".join(fell))
    if not rose and not fell and found.questionnaires:
        yield wording("Nothing that can be compared has changed.")


def _names(found: Progress, dossier: Dossier, wording: Wording, *, sign: int) -> list[str]:
    """The competences, else the dimensions, that changed most in one direction."""
    changed = [
        (sign * (change.difference or 0), terms.competence_name(change.name, dossier, wording.language))
        for change in found.competences
    ]
    if not any(difference > 0 for difference, _ in changed):
        changed = [
            (sign * (named.change.difference or 0), named.name)
            for each in found.questionnaires
            for named in named_changes(each, wording)[1:]
        ]
    most = sorted((entry for entry in changed if entry[0] > 0), key=lambda entry: -entry[0])
    names = list(dict.fromkeys(name for _, name in most))
    return names[:_MOST_NAMED]


def named_competences(found: Progress, dossier: Dossier, wording: Wording) -> list[Named]:
    """The competences that changed, the most changed first; those that cannot be compared are left out."""
    changed = [change for change in found.competences if change.difference]
    changed.sort(key=lambda change: abs(change.difference or Fraction(0)), reverse=True)
    return [
        Named(terms.competence_name(change.name, dossier, wording.language), change) for change in changed
    ]


def other_competences_in_words(found: Progress, dossier: Dossier, wording: Wording) -> Iterator[str]:
    """The competences that are where they were, and those that cannot be compared, with their levels."""
    same, apart = [], []
    for change in found.competences:
        name = terms.competence_name(change.name, dossier, wording.language)
        if not change.is_comparable:
            apart.append(f"{name} ({change.then} → {change.now})")
        elif not change.difference:
            same.append(f"{name} ({change.now})")
    if same:
        yield wording("At the same level as then: {names}.", names="; ".join(same))
    if apart:
        yield wording(
            "Not comparable, because the level is based on different questionnaires or versions than "
            "then: {names}.",
            names="; ".join(apart),
        )


def cautions(each: QuestionnaireProgress, wording: Wording) -> Iterator[str]:
    """What to know of a questionnaire that is not the one of then."""
    if each.is_same_version:
        return
    versions = {"then": each.then.questionnaire.version, "now": each.now.questionnaire.version}
    if all(change.is_comparable for change in each.changes):
        yield wording(
            "The questionnaire went from version {then} to {now}; what decides the scores is the same.",
            **versions,
        )
    else:
        yield wording(
            "The questionnaire went from version {then} to {now}. Where questions, answers or weights "
            "changed, the two numbers measure different things: they are shown, but not subtracted.",
            **versions,
        )
    if each.gone:
        texts = each.then.questionnaire.text(wording.language).dimensions
        names = ", ".join(texts[name].name for name in each.gone)
        yield wording("No longer asked: {names}.", names=names)


def left_out_in_words(found: Progress, dossier: Dossier, wording: Wording) -> Iterator[str]:
    """What was answered in one round alone, and the competences that rest on other questions."""
    for results, stage in ((found.only_then, found.earlier.stage), (found.only_now, dossier.stage)):
        if results:
            yield wording("Answered only in {stage}: {names}.", stage=stage, names=_titles(results, wording))


def _titles(results: Iterable[AssessmentResult], wording: Wording) -> str:
    return ", ".join(result.questionnaire.text(wording.language).title for result in results)
