"""The commands that need no window: plan, score, show."""

import sys
from collections.abc import Iterable, Mapping
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any, NamedTuple

from desktop.answers import Facts, Text
from desktop.answers.people_reading import AnsweredPeople, read_answers_and_people
from desktop.answers.reading import AnsweredFile
from desktop.clock import today
from desktop.commands.leaving import Leaving, as_it_leaves, write_output
from desktop.content.catalogues.catalogue_file import ROLES
from desktop.content.files.locating import is_there, questionnaire_at, questionnaires_in, structure_path
from desktop.content.library import Library
from desktop.content.plan_input import PlanInput, read_plan_input, refuse_unknown_names
from desktop.content.questionnaires.questionnaire import Questionnaire
from desktop.dossier import (
    Dossier,
    Situation,
    assess,
    assessment_to_plain,
    competence_to_plain,
    dossier_to_plain,
    gather,
    people_to_plain,
    questionnaire_to_plain,
    spread_of,
)
from desktop.errors import SestanteError
from desktop.json_output import print_json
from desktop.paths import assessments_folder
from desktop.scores import Score, score, score_competences
from desktop.scripts import letters_without_typeface
from desktop.text import Wording, say, wording

_NO_TEXTS = say("No questionnaire asked for has texts in `{language}`; there are: {known}.")


class Languages(NamedTuple):
    """What the program speaks, and the language of questionnaires where another one is wanted."""

    words: str
    texts: str = ""


class Content(NamedTuple):
    """What is spoken of, with folders of questionnaires and of course files besides."""

    library: Library
    questionnaires: Path | None = None
    courses: Path | None = None


def plan_file(
    file: Path,
    leaving: Leaving,
    languages: Languages,
    content: Content,
    *,
    as_json: bool,
) -> int:
    """Make the plan of an input file: written as `leaving` says, JSON or a summary to standard output."""
    options = leaving.options()
    if options.brand is None:
        options = replace(options, brand=content.library.brand)
    plan_input = read_plan_input(file)
    library = content.library if content.courses is None else content.library.teaching(content.courses)
    refuse_unknown_names(plan_input, library.network, library.catalogue)
    answered, people = _answers(plan_input, library, content.questionnaires, languages.texts)
    dossier = gather(
        Situation(
            library=library,
            company=plan_input.company,
            constraints=plan_input.constraints,
            questionnaires=answered.questionnaires,
            sheet=answered.sheet,
            made_on=today(),
            people=spread_of(library, plan_input.company, people),
        )
    )
    told = as_it_leaves(dossier, leaving.scope)
    write_output(told, leaving, options, languages.words)
    if leaving.is_paper:
        _tell_of_other_letters(told, wording(languages.words))
    if as_json:
        print_json(dossier_to_plain(told))
    else:
        _print_summary(told, leaving, wording(languages.words))
    return 0


def score_file(file: Path, languages: Languages, content: Content, *, as_json: bool) -> int:
    """Score the answers of an input file."""
    plan_input = read_plan_input(file)
    library = content.library
    refuse_unknown_names(plan_input, library.network, library.catalogue)
    answered, people = _answers(plan_input, library, content.questionnaires, languages.texts)
    facts = Facts.of(plan_input.company)
    if as_json:
        results = [assess(questionnaire, answered.sheet, facts) for questionnaire in answered.questionnaires]
        bounds = library.catalogue.competence_bounds
        scores = score_competences(answered.questionnaires, answered.sheet, facts, bounds)
        competences = [competence_to_plain(entry) for entry in scores.values()]
        assessments = [assessment_to_plain(result, answered.sheet) for result in results]
        spreads = people_to_plain(spread_of(library, plan_input.company, people))
        told = {"assessments": assessments, "competences": competences, "people": spreads}
        print_json({"format": 1, **told})
        return 0
    words = wording(languages.words)
    for questionnaire in answered.questionnaires:
        texts, card = questionnaire.text(languages.words), score(questionnaire, answered.sheet, facts)
        print(f"{texts.title}: {_points(card.overall, questionnaire, words)}")
        for name, found in card.dimensions.items():
            print(f"  {texts.dimensions[name].name}: {_points(found, questionnaire, words)}")
    return 0


def show_questionnaire(name: str | None, languages: Languages, library: Library, *, as_json: bool) -> int:
    """Show one questionnaire, by its id or the path of its file, or list them all."""
    if name is None:
        library.show_texts_in(languages.texts)
        _refuse_without_texts(library.questionnaires.values(), languages.texts)
        _list_questionnaires(library, languages.words, as_json=as_json)
        return 0
    found = library.questionnaires.get(name)
    if found is None and is_there(Path(name)):
        found = questionnaire_at(structure_path(name, assessments_folder()))
    if found is None:
        known = ", ".join(sorted(library.questionnaires))
        raise SestanteError(
            say("there is no questionnaire `{name}`; there are: {known}", name=name, known=known)
        )
    if as_json:
        print_json(questionnaire_to_plain(found))
        return 0
    _refuse_without_texts([found], languages.texts)
    texts = found.in_language(languages.texts).text(languages.words)
    print(f"{texts.title}\n{texts.summary}")
    for section in found.sections:
        print(f"\n{texts.sections[section.id].title}")
        for question in section.questions:
            print(f"  {question.id}: {texts.questions[question.id].text}")
    return 0


def _list_questionnaires(library: Library, language: str, *, as_json: bool) -> None:
    found = library.questionnaires.values()
    if as_json:
        print_json({"format": 1, "questionnaires": [_heading(each) for each in found]})
        return
    for questionnaire in found:
        print(f"{questionnaire.id} {questionnaire.version}  {questionnaire.text(language).title}")


def _heading(questionnaire: Questionnaire) -> dict[str, Any]:
    titles = {language: text.title for language, text in sorted(questionnaire.texts.items())}
    return {"id": questionnaire.id, "version": questionnaire.version, "titles": titles}


def _answers(
    plan_input: PlanInput, library: Library, folder: Path | None, texts: str
) -> tuple[AnsweredFile, AnsweredPeople]:
    """The answers of an input file for today's questionnaires; what moving them changed is told on stderr.

    `folder` holds more questionnaires, `texts` is the language all are shown in where they have it.
    """
    own: Mapping[str, Questionnaire] = questionnaires_in(folder) if folder else {}
    known = {name: each.in_language(texts) for name, each in {**library.questionnaires, **own}.items()}
    answered, people = read_answers_and_people(plan_input, known, library.earlier.find)
    for warning in (*answered.warnings, *people.warnings):
        print(warning, file=sys.stderr)
    _refuse_without_texts(answered.questionnaires, texts)
    return answered, people


def _refuse_without_texts(questionnaires: Iterable[Questionnaire], language: str) -> None:
    known = {code for each in questionnaires for code in each.texts}
    if language and language not in known:
        raise SestanteError(_NO_TEXTS, language=language, known=", ".join(sorted(known)))


def _tell_of_other_letters(dossier: Dossier, words: Wording) -> None:
    company = dossier.company
    written = (answer.text for answer in dossier.sheet.values() if isinstance(answer, Text))
    letters = letters_without_typeface((company.name, company.contact.name, company.contact.role, *written))
    if letters:
        told = words("No typeface for {letters}: the printed plan writes Latin letters.", letters=letters)
        print(told, file=sys.stderr)


def _print_summary(dossier: Dossier, leaving: Leaving, words: Wording) -> None:
    if dossier.scope != "scores":
        print(dossier.company.name)
    for result in dossier.results:
        texts = result.questionnaire.text(words.language)
        print(f"{texts.title}: {_points(result.scorecard.overall, result.questionnaire, words)}")
    if dossier.scope != "scores":
        _print_courses(dossier, words)
    if leaving.is_data:
        print(words("The result is in {path}", path=leaving.output))
    elif leaving.output is not None:
        print(words("The plan is in {path}", path=leaving.output))


def _print_courses(dossier: Dossier, words: Wording) -> None:
    """How many courses, hours and euros in all, then each role's courses in the order of the calendar."""
    from desktop.report import prices, role_words, terminal, terms

    plan = dossier.plan
    count = len({planned.course.id for planned in plan.courses})
    hours = sum((planned.hours * planned.people for planned in plan.courses), Fraction(0))
    total = (terms.hours_in_words(hours, words), prices.total_in_words(plan, words)) if count else ()
    print(", ".join((words.plural("{count} course", "{count} courses", count), *total)))
    for role in ROLES:
        planned_for_role = sorted(
            (planned for planned in plan.courses if planned.role == role),
            key=lambda planned: (planned.first_week, planned.last_week, planned.course.title),
        )
        name = terms.role_name(role, dossier, words.language)
        if planned_for_role:
            print(f"  {name}")
        elif plan.courses and role in role_words.roles_taking_part(dossier):
            print(f"  {name}: {role_words.no_course_for_role(role, dossier, words)}")
        for planned in planned_for_role:
            print(f"    {terminal.course_in_a_line(planned, plan, words)}")
    for line in terminal.what_is_left_out(dossier, words):
        print(line)


def _points(found: Score, questionnaire: Questionnaire, words: Wording) -> str:
    from desktop.report import terms

    if found.headline is None:
        return words("nothing answered yet")
    text = words("{points} of 100", points=words.number(found.headline, 1))
    if found.low is not None and found.high is not None and found.low != found.high:
        text += words(
            " (between {low} and {high})", low=words.number(found.low, 1), high=words.number(found.high, 1)
        )
    return f"{text}, {terms.level_name(found.level, questionnaire, words)}"
