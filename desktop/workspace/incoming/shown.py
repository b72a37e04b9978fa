"""A result shown: in lines for the terminal, and as plain data."""

import datetime as dt
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

import msgspec

from desktop.content.files.decoding import to_plain
from desktop.content.library import Library
from desktop.exchange.results.result import Result, ResultAssessment, ResultCourse, ResultScore
from desktop.text import Wording
from desktop.workspace.incoming.arrived import Arrived
from desktop.workspace.incoming.content import in_sight, stage_of
from desktop.workspace.incoming.outcomes import Standing
from desktop.workspace.incoming.words import trust


def shown_to_plain(arrived: Arrived, standing: Standing) -> dict[str, Any]:
    """A result with what is known of it; `result` is as docs/result-format.md says."""
    return {
        "files": [str(path) for path in arrived.paths],
        "carrier": arrived.carrier,
        **standing_to_plain(standing),
        "texts_left_out": arrived.texts_left_out,
        "result": msgspec.to_builtins(arrived.result, enc_hook=to_plain),
    }


def standing_to_plain(standing: Standing) -> dict[str, Any]:
    """Whether a result can be trusted."""
    return {
        "intact": standing.is_intact,
        "sealed": standing.is_sealed,
        "signed_by": standing.signed_by,
        "signer": standing.signer,
        "results_before": standing.before,
        "former_desk": standing.former,
    }


def result_in_lines(arrived: Arrived, standing: Standing, library: Library, words: Wording) -> Iterator[str]:
    """What a result carries, and whether it is intact and by whom signed."""
    result = arrived.result
    yield f"{arrived.file}: {_whose(result, words)}"
    if standing.is_intact:
        yield trust(standing, words)
    else:
        yield words("Careful: this was changed after it was written. What it says may be wrong.")
    yield words("Assessment {stage}. {scope}", stage=stage_of(result), scope=_scope(result, words))
    made_by = in_sight(result.made_by)
    yield words("Made on {day} with {program}.", day=words.date(result.made_on), program=made_by)
    for each in result.assessments:
        yield f"  {_assessment(each, words)}"
    yield from _competences(result, library, words)
    yield from _plan(result, library, words)
    yield from _consent(result, words)
    if arrived.note is not None:
        yield words.tell(arrived.note)


def _whose(result: Result, words: Wording) -> str:
    if result.company is None:
        code = result.round.code
        return words("Scores without a name, {code}", code=code) if code else words("Scores without a name")
    vat = in_sight(result.company.vat)
    return ", ".join(filter(None, (in_sight(result.company.name), vat)))


def _scope(result: Result, words: Wording) -> str:
    return {
        "full": words("It carries everything."),
        "no-contact": words("It carries everything but the contact person's data."),
        "scores": words("It carries scores alone: no name, no answers, no plan."),
    }[result.scope]


def _assessment(told: ResultAssessment, words: Wording) -> str:
    title = told.title.get(words.language) or next(iter(told.title.values()), told.id)
    return f"{in_sight(title)} {in_sight(told.version)}: {_points(told.overall, words)}"


def _points(score: ResultScore, words: Wording) -> str:
    if score.headline is None:
        return words("nothing answered yet")
    text = words("{points} of 100", points=_number(score.headline, words))
    if score.low is not None and score.high is not None and score.low != score.high:
        low, high = _number(score.low, words), _number(score.high, words)
        text += words(" (between {low} and {high})", low=low, high=high)
    return text


def _competences(result: Result, library: Library, words: Wording) -> Iterator[str]:
    texts = library.catalogue.competence_text(words.language).competences
    told = [
        f"{texts[each.id].name if each.id in texts else each.id} {_number(each.headline, words)}"
        for each in result.competences
        if each.headline is not None
    ]
    if told:
        yield words("Competences, from 0 to 4: {told}", told="; ".join(told))


def _plan(result: Result, library: Library, words: Wording) -> Iterator[str]:
    plan = result.plan
    if plan is None:
        return
    yield words.plural(
        "Plan from {day} over {weeks} weeks: {count} course",
        "Plan from {day} over {weeks} weeks: {count} courses",
        plan.course_count,
        day=words.date(plan.start),
        weeks=plan.weeks,
    )
    yield from (f"  {_course(each, library, words)}" for each in plan.courses)


def _course(course: ResultCourse, library: Library, words: Wording) -> str:
    role = library.catalogue.competence_text(words.language).roles.get(course.role, course.role)
    hours = words("{hours} h", hours=_number(course.hours, words))
    return f"{in_sight(course.title)} · {role} · {hours}"


def _consent(result: Result, words: Wording) -> Iterator[str]:
    if result.consent is not None:
        day: dt.date = result.consent.agreed_on
        version = in_sight(result.consent.text_version)
        yield words(
            "The company gave its consent on {day}, to version {version} of the text.",
            day=words.date(day),
            version=version,
        )
    elif result.company is not None:
        yield words("It came without the company's consent.")


def _number(value: float, words: Wording) -> str:
    return words.number(Fraction(str(value)), 1)
