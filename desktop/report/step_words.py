"""Steps of a plan in words: what each is called, what became of it, how many are done."""

from collections.abc import Iterator, Mapping

from desktop.content.catalogues.catalogue import Catalogue
from desktop.content.steps import StepState, course_of, course_states, win_key
from desktop.dossier import Dossier
from desktop.dossier.steps import PlanStep, StepCount, count_steps, keys_of, plan_services
from desktop.planning.quick_wins import QuickWin
from desktop.text import Wording


def state_in_words(state: StepState, wording: Wording) -> str:
    """What became of a step."""
    words: dict[StepState, str] = {
        "open": wording("To do"),
        "under-way": wording("Under way"),
        "done": wording("Done"),
        "dropped": wording("Left out"),
    }
    return words[state]


def step_in_words(key: str, catalogue: Catalogue, wording: Wording) -> str:
    """What a step is called; a course with the role that takes it. The id where the catalogue lacks it."""
    kind, _, name = key.partition(":")
    advice, taken = catalogue.advice, course_of(key)
    if taken is not None:
        course = catalogue.courses.get(taken.course)
        role = catalogue.competence_text(wording.language).roles.get(taken.role, taken.role)
        return f"{course.title if course else taken.course} ({role})"
    if kind == "win" and name in advice.actions:
        return advice.action_text(name, wording.language).title
    if kind == "service" and name in advice.services:
        return advice.service_text(name, wording.language).title
    return name or key


def count_in_words(count: StepCount, wording: Wording) -> str:
    """How many steps are done, and how many under way."""
    done = wording.plural(
        "{done} of {count} step done", "{done} of {count} steps done", count.total, done=count.done
    )
    if not count.under_way:
        return done
    return wording("{done}, {under_way} under way", done=done, under_way=count.under_way)


def steps_of(dossier: Dossier) -> Mapping[str, PlanStep]:
    """What became of each step; of a course, what was decided says so."""
    told = dict(dossier.steps)
    for key, state in course_states(dossier.constraints):
        told[key] = PlanStep(state, told[key].note if key in told else "")
    return told


def state_of_win(win: QuickWin, dossier: Dossier) -> StepState:
    """What became of a quick win."""
    step = dossier.steps.get(win_key(win.action.id))
    return "open" if step is None else step.state


def dossier_keys(dossier: Dossier) -> tuple[str, ...]:
    """The steps of the plan of a dossier."""
    services = plan_services(dossier.plan.open_gaps, dossier.library, dossier.company)
    return keys_of(dossier.plan, dossier.quick_wins, services)


def progress_in_words(dossier: Dossier, wording: Wording) -> str:
    """How far the plan is; empty where nothing was begun."""
    count = count_steps(dossier_keys(dossier), steps_of(dossier))
    return count_in_words(count, wording) if count.is_begun else ""


def told_steps(dossier: Dossier, wording: Wording) -> Iterator[tuple[str, PlanStep]]:
    """What each step is called of which somebody spoke, with what became of it: done first, dropped last."""
    order: tuple[StepState, ...] = ("done", "under-way", "open", "dropped")
    told = sorted(steps_of(dossier).items(), key=lambda each: order.index(each[1].state))
    for key, step in told:
        yield step_in_words(key, dossier.library.catalogue, wording), step
