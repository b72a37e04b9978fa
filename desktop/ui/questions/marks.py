"""What the rail says of the questionnaires: how far each is, and the sections of the one being answered."""

from collections.abc import Collection
from dataclasses import replace

from desktop.content.questionnaires.questionnaire import QuestionKey
from desktop.text import Wording
from desktop.ui.questions.route import Route, SectionProgress, Stop
from desktop.ui.rail_sections import SectionMark
from desktop.workspace import Case, Place, Workspace

VOICES = "(voices)"
"""In place of a questionnaire: several people on all those of the company; no id can be written so."""
_APART = ("people", "voices", "side-by-side")


def section_marks(
    route: Route, place: Place, language: str, marked: Collection[QuestionKey] = ()
) -> list[SectionMark]:
    """The questionnaires of the round, the one being answered with its sections and what is marked there."""
    here = None if place.page in _APART else route.find(place.questionnaire, place.question)
    marks = []
    for questionnaire in route.questionnaires:
        text = questionnaire.text(language)
        is_here = here is not None and here.questionnaire.id == questionnaire.id
        done = route.progress(questionnaire.id)
        marks.append(SectionMark(questionnaire.id, None, text.title, done.answered, done.shown, is_here))
        for section in route.sections(questionnaire.id) if is_here else ():
            title = text.sections[section.section].title
            mark = _mark(section, title, is_current=_is_at(here, section))
            marks.append(replace(mark, marked=_count(route, section, marked)))
    return marks


def people_marks(workspace: Workspace, case: Case, language: str) -> list[SectionMark]:
    """What people answer for themselves, with how many of them have finished."""
    questionnaires = workspace.people.questionnaires(case)
    if not questionnaires:
        return []
    people = workspace.people.everybody(case)
    finished = sum(person.has_finished for person in people)
    return [
        SectionMark(
            each.id, None, each.text(language).title, finished, len(people), case.place.page == "people"
        )
        for each in questionnaires
    ]


def _count(route: Route, section: SectionProgress, marked: Collection[QuestionKey]) -> int:
    stops = route.stops(section.questionnaire.id)
    return sum(stop.section == section.section and stop.question.key in marked for stop in stops)


def voices_marks(workspace: Workspace, case: Case, wording: Wording) -> list[SectionMark]:
    """The way to several people on the company's questions, with how many have finished."""
    if not workspace.questionnaires(case):
        return []
    people = workspace.voices.heard(case)
    finished = sum(person.has_finished for person in people)
    is_here = case.place.page in ("voices", "side-by-side")
    text = wording("Ask several people")
    return [SectionMark(VOICES, "all", text, finished, len(people), is_current=is_here)]


def _is_at(stop: Stop | None, section: SectionProgress) -> bool:
    if stop is None:
        return False
    return (stop.questionnaire.id, stop.section) == (section.questionnaire.id, section.section)


def _mark(section: SectionProgress, title: str, *, is_current: bool) -> SectionMark:
    done = section.progress
    return SectionMark(
        section.questionnaire.id, section.section, title, done.answered, done.shown, is_current=is_current
    )
