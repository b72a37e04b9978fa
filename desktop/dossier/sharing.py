"""What of a dossier leaves the desk: paper and data are both made from what this leaves over."""

from dataclasses import replace

from msgspec import structs

from desktop.content.company import Company, Constraints, Contact, People, SizeClass
from desktop.dossier.dossier import AssessmentResult, Beside, Dossier, Scope
from desktop.dossier.steps import PlanStep
from desktop.dossier.voices import SeveralVoices
from desktop.scores import Score, Scorecard

NAMELESS = "—"
_LEAST_HEADCOUNT: dict[SizeClass, int] = {"micro": 1, "small": 10, "medium": 50, "large": 250}


def share(dossier: Dossier, scope: Scope) -> Dossier:
    """The dossier as it may leave: nothing that the scope withholds is in it any more.

    Without contact data there are no notes, remarks and names of files either: they may name people.
    Those who answered for the company are told by their roles alone unless everything leaves.
    With `scores` the company keeps country, region, sector and size, with its answers, people, plan and
    consent gone; the plan stays in place, empty. A dossier that was reduced before never grows again.
    """
    if scope == "full" or dossier.scope == "scores":
        return dossier
    dossier = replace(dossier, voices=_told(dossier.voices, scope))
    if scope == "no-contact":
        company = structs.replace(dossier.company, contact=Contact())
        beside = {key: Beside(confidence=found.confidence) for key, found in dossier.beside.items()}
        steps = _without_notes(dossier)
        return replace(dossier, company=company, steps=steps, scope=scope, beside=beside, remarks=())
    return replace(
        dossier,
        company=_nameless(dossier.company),
        constraints=Constraints(),
        sheet={},
        results=tuple(_without_answers(result) for result in dossier.results),
        competences={name: replace(found, evidence=()) for name, found in dossier.competences.items()},
        plan=replace(dossier.plan, courses=(), needs=(), open_gaps=(), unkept=(), unspread=()),
        quick_wins=(),
        people={},
        earlier=(),
        consent=None,
        beside={},
        steps={},
        remarks=(),
        scope=scope,
    )


def _without_notes(dossier: Dossier) -> dict[str, PlanStep]:
    """Notes may speak of people; of a step that has nothing else nothing is left."""
    return {key: PlanStep(step.state) for key, step in dossier.steps.items() if step.state != "open"}


def _told(voices: tuple[SeveralVoices, ...], scope: Scope) -> tuple[SeveralVoices, ...]:
    return () if scope == "scores" else tuple(each.without_labels() for each in voices)


def _without_answers(result: AssessmentResult) -> AssessmentResult:
    """Scores alone: what each question contributed, or what would be better, tells the answers."""
    card = result.scorecard
    bare = Scorecard(
        card.questionnaire,
        _bare(card.overall),
        {name: _bare(found) for name, found in card.dimensions.items()},
    )
    return replace(result, shown=(), scorecard=bare, next_level=None)


def _bare(found: Score) -> Score:
    return replace(found, contributions=())


def _nameless(company: Company) -> Company:
    """Of the headcount only the class remains, told by its least number."""
    return Company(
        name=NAMELESS,
        country=company.country,
        region=company.region,
        sector=company.sector,
        headcount=_LEAST_HEADCOUNT[company.size_class],
        people=People(),
    )
