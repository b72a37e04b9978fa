"""The courses in the order of the calendar, each with its reason; and the gaps that stay open."""

from collections.abc import Iterator
from itertools import groupby

from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, Spacer

from desktop.content.catalogue_file import ROLES, CourseEntry
from desktop.dossier import Dossier
from desktop.planning.plan import OpenGap, PlannedCourse
from desktop.report import style, terms
from desktop.report.answer_words import evidence_in_words
from desktop.report.flowables import Heading, Text, grid, joined, link, muted, strong
from desktop.scores import Evidence
from desktop.text import Wording

_SIDE = 104.0
_REASONS_SHOWN = 2


def courses(dossier: Dossier, wording: Wording) -> list[Flowable]:
    """A card for each course, however many roles take it."""
    content: list[Flowable] = [
        CondPageBreak(style.HEIGHT * 0.4),
        Heading.of(wording("Your courses, and why"), style.PAGE_TITLE, "courses"),
    ]
    cards = in_order(dossier)
    if not cards:
        content.append(Text(wording("No course fits these limits. The reasons stand below."), style.BODY))
    else:
        content += [Text(_lead(dossier, len(cards), wording), style.BODY), Spacer(1, 8)]
    for number, card in enumerate(cards, 1):
        content.append(KeepTogether([_card(number, card, dossier, wording), Spacer(1, 7)]))
    return [*content, *_gaps(dossier, wording)]


def in_order(dossier: Dossier) -> tuple[tuple[PlannedCourse, ...], ...]:
    """The plan's courses by their first week; the roles that take the same course stand together."""
    together: dict[str, list[PlannedCourse]] = {}
    for planned in dossier.plan.courses:
        together.setdefault(planned.course.id, []).append(planned)
    cards = (tuple(sorted(card, key=lambda planned: ROLES.index(planned.role))) for card in together.values())
    return tuple(
        sorted(cards, key=lambda card: (min(planned.first_week for planned in card), card[0].course.id))
    )


def _lead(dossier: Dossier, count: int, wording: Wording) -> str:
    number = wording.plural("{count} course", "{count} courses", count)
    return wording(
        "{courses} in the order of the calendar; all together they cost {cost}. "
        "Each says which of your answers led to it.",
        courses=number,
        cost=wording.euro(dossier.plan.cost_eur),
    )


def _card(number: int, card: tuple[PlannedCourse, ...], dossier: Dossier, wording: Wording) -> Flowable:
    course = card[0].course
    title = Heading.of(f"{number}. {course.title}", style.BLOCK, f"course-{course.id}", 1)
    summary = dossier.library.catalogue.summary(course.id, wording.language)
    side: list[Flowable] = []
    for planned in card:
        side += _role(planned, dossier, wording)
    body: list[Flowable] = [title, Text(_offer(card, wording), style.SMALL_MUTED)]
    if address := _address(course, wording):
        body.append(Text(address, style.SMALL))
    if summary:
        body += [Spacer(1, 2), Text(summary, style.BODY)]
    body.append(Spacer(1, 2))
    body += [Text(line, style.SMALL) for line in _reasons(card, dossier, wording)]
    return grid(
        [[side, body]],
        (_SIDE, style.WIDTH - _SIDE),
        ("LINEABOVE", (0, 0), (-1, 0), 1, style.ACCENT),
        ("TOPPADDING", (0, 0), (-1, -1), 5),
        ("RIGHTPADDING", (0, 0), (0, 0), 10),
    )


def _role(planned: PlannedCourse, dossier: Dossier, wording: Wording) -> list[Flowable]:
    role = terms.role_name(planned.role, dossier, wording.language)
    who = wording("{role} × {people}", role=role, people=planned.people)
    hours = terms.hours_in_words(planned.hours, wording, is_estimated=planned.is_hours_estimated)
    return [
        Text(terms.dates_in_words(planned, dossier.plan, wording), style.TINY_STRONG),
        Text(who, style.TINY),
        Text(hours, style.TINY),
        Text(terms.cost_in_words(planned, wording), style.TINY),
        Spacer(1, 5),
    ]


def _offer(card: tuple[PlannedCourse, ...], wording: Wording) -> str:
    first, course = card[0], card[0].course
    language = terms.language_name(first.language, wording)
    if first.is_language_to_confirm:
        language = wording("{language} (to be confirmed with the provider)", language=language)
    provider = course.provider
    if course.platform and course.platform.casefold() not in provider.casefold():
        provider = f"{provider} ({course.platform})"
    parts = (
        provider,
        language,
        terms.format_in_words(course, wording),
        terms.certificate_in_words(course, wording),
    )
    return " · ".join(parts)


def _address(course: CourseEntry, wording: Wording) -> str:
    if not course.url:
        return muted(wording("Address: ask the provider."))
    shown = link(course.url.removeprefix("https://").removeprefix("www.").rstrip("/"), course.url)
    notes = []
    if course.url_kind == "topic_page":
        notes.append(wording("a page of the subject: look for the course there"))
    if course.status == "check":
        notes.append(wording("check that it is still offered"))
    notes.append(wording("as of {date}", date=course.as_of))
    return joined((shown, muted(f"({'; '.join(notes)})")))


def _reasons(card: tuple[PlannedCourse, ...], dossier: Dossier, wording: Wording) -> Iterator[str]:
    lifts = _lifts(card)
    named = [
        wording(
            "{competence} from level {low} to {high}",
            competence=terms.competence_name(competence, dossier, wording.language),
            low=low,
            high=high,
        )
        for competence, low, high in lifts
    ]
    if named:
        yield joined((strong(wording("Raises:")), "; ".join(named)))
    evidence = list(_weak_answers([competence for competence, _, _ in lifts], dossier))
    if evidence:
        answers = "; ".join(evidence_in_words(part, dossier, wording) for part in evidence)
        yield joined((strong(wording("Because you said:")), answers))
    yield joined((strong(wording("Without it:")), _loss(card, dossier, wording)))


def _lifts(card: tuple[PlannedCourse, ...]) -> list[tuple[str, int, int]]:
    steps = sorted({(step.competence, step.level) for planned in card for step in planned.steps})
    found = []
    for competence, group in groupby(steps, key=lambda step: step[0]):
        levels = [level for _, level in group]
        found.append((competence, min(levels) - 1, max(levels)))
    return found


def _weak_answers(competences: list[str], dossier: Dossier) -> Iterator[Evidence]:
    """The heaviest weak answer of each competence in turn, a few in all, none twice."""
    known = [dossier.competences[name].weak_evidence for name in competences if name in dossier.competences]
    longest = max((len(parts) for parts in known), default=0)
    in_turn = (parts[index] for index in range(longest) for parts in known if index < len(parts))
    seen: set[tuple[str, str | None]] = set()
    for part in in_turn:
        if len(seen) < _REASONS_SHOWN and (part.question, part.item) not in seen:
            seen.add((part.question, part.item))
            yield part


def _loss(card: tuple[PlannedCourse, ...], dossier: Dossier, wording: Wording) -> str:
    lost = sum(planned.value for planned in card)
    whole = dossier.plan.value
    sentences = [
        wording("the plan loses {points} of its {all} points.", points=lost, all=whole)
        if len(card) == 1
        else wording("the plan loses at least {points} of its {all} points.", points=lost, all=whole)
    ]
    known = dossier.library.catalogue.courses
    best = [planned for planned in card if planned.alternative in known]
    if not best and any(planned.lost_with_alternative for planned in card):
        sentences.append(wording("Nothing else in the catalogue replaces it within these limits."))
    for planned in best[:1]:
        title = known[planned.alternative or ""].title
        if planned.lost_with_alternative:
            points = planned.lost_with_alternative
            sentences.append(
                wording("Best replacement: {title} ({points} points less).", title=title, points=points)
            )
        else:
            sentences.append(wording("{title} would be worth as much, with more hours or cost.", title=title))
    return " ".join(sentences)


def _levels(name: str, gap: OpenGap, wording: Wording) -> str:
    if gap.level >= gap.target:
        return wording("{competence}: level {level}", competence=name, level=gap.level)
    return wording(
        "{competence}: levels {level} to {target}", competence=name, level=gap.level, target=gap.target
    )


def _gaps(dossier: Dossier, wording: Wording) -> list[Flowable]:
    gaps = dossier.plan.open_gaps
    if not gaps:
        return []
    reasons: dict[str, list[str]] = {}
    for gap in gaps:
        name = terms.competence_name(gap.competence, dossier, wording.language)
        reasons.setdefault(terms.reason_in_words(gap, wording), []).append(_levels(name, gap, wording))
    rows = [
        [Text("; ".join(names), style.SMALL), Text(reason, style.SMALL_MUTED)]
        for reason, names in reasons.items()
    ]
    heading = Heading.of(wording("What stays open"), style.SECTION, "gaps", 1)
    lead = Text(wording("Competences the plan does not bring to the level you need, and why."), style.BODY)
    table = grid(rows, (style.WIDTH * 0.52, style.WIDTH * 0.48))
    return [KeepTogether([heading, lead, Spacer(1, 3), table])] if len(rows) < 12 else [heading, lead, table]  # noqa: PLR2004
