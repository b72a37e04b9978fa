"""The page of results: one questionnaire after the other, then the competences of all."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.dossier import AssessmentResult, SeveralVoices
from desktop.errors import sentence_of
from desktop.report.like_words import Likes
from desktop.scores import CompetenceScore, CompetenceSpread
from desktop.ui.case_page import WIDEST, CasePage
from desktop.ui.deeper_card import DeeperCard, Ways
from desktop.ui.desk import Desk
from desktop.ui.going_deeper import named_ways
from desktop.ui.look import Look
from desktop.ui.moves.notice import MoveNotice
from desktop.ui.parts import Part
from desktop.ui.pieces import at_left, card, label
from desktop.ui.results.competence_table import competence_rows, competence_table
from desktop.ui.results.dimensions_card import DimensionsCard
from desktop.ui.results.next_level_card import NextLevelCard
from desktop.ui.results.overall_card import OverallCard
from desktop.ui.results.people_card import PeopleCard
from desktop.ui.results.told_spread_card import ToldSpreadCard
from desktop.ui.results.unanswered_card import UnansweredCard, is_unanswered
from desktop.ui.results.voices_card import VoicesCard
from desktop.ui.rounds.rounds_card import RoundsCard
from desktop.ui.tabs import Tabs
from desktop.workspace import Case, Place, Workspace
from desktop.workspace.told_spread import ToldSpread

PEOPLE = "people"
"""In place of a questionnaire: those who answered for themselves."""


@dataclass(frozen=True, slots=True)
class WorkedOut:
    """The results, the competences, what would tell more, the people, and similar firms by questionnaire."""

    results: tuple[AssessmentResult, ...]
    competences: Mapping[str, CompetenceScore]
    ways: Ways
    people: Mapping[str, CompetenceSpread]
    voices: tuple[SeveralVoices, ...]
    likes: Mapping[str, Likes]
    told: ToldSpread | None = None


class ResultsPage(CasePage):
    """Where the company stands."""

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__(desk, look, "results")
        self._results: tuple[AssessmentResult, ...] = ()
        self._scores: Mapping[str, CompetenceScore] = {}
        self._people: Mapping[str, CompetenceSpread] = {}
        self._voices: tuple[SeveralVoices, ...] = ()
        self._told: ToldSpread | None = None
        self._ways = Ways((), {})
        self._likes: Mapping[str, Likes] = {}
        self._tabs = Tabs(look, "result", look.wording("Questionnaire"))
        self._build()
        self._connect_page()
        self._work_out(partial(_worked_out, desk.workspace, desk.open_case, look.wording.language))

    def _build(self) -> None:
        self._build_page(self._wording("Results"), self._wording("Go on to the plan"), "plan")
        notice = MoveNotice(self._desk, self._look, "results")
        notice.page_requested.connect(self.page_requested)
        self._head.addLayout(at_left(notice, WIDEST))
        self._tabs.hide()
        self._tabs.chosen.connect(self._on_questionnaire_chosen)
        self._head.addWidget(self._tabs)

    def _show(self, result: AssessmentResult) -> Iterator[Part]:
        which, look = result.questionnaire.id, self._look
        is_empty = is_unanswered(result)
        if is_empty:
            yield Part("unanswered", which, partial(self._unanswered_card, result))
        else:
            yield Part("overall", which, partial(OverallCard, result, look))
            likes = self._likes.get(which, {})
            yield Part("dimensions", which, partial(DimensionsCard, result.scorecard, likes, look))
        for voices in self._voices:
            if voices.apart.questionnaire.id == which:
                yield Part("voices", which, partial(self._voices_card, voices))
        if self._told is not None:
            yield Part("told spread", None, partial(ToldSpreadCard, self._told, look))
        if result.next_level is not None and result.next_level.lifts:
            make = partial(NextLevelCard, result.next_level, result.questionnaire, look)
            yield Part("next level", which, make)
        yield Part("rounds", None, self._rounds)
        if not is_empty:
            yield Part("deeper", None, self._deeper)
            yield Part("competences", None, self._competences)

    def _show_tabs(self) -> None:
        found = (result.questionnaire for result in self._results)
        titles = {each.id: each.text(self._wording.language).title for each in found}
        if self._people:
            titles[PEOPLE] = self._wording("The people")
        self._tabs.show_titles(titles, self._first())
        self._tabs.setVisible(len(titles) > 1)

    def _first(self) -> str:
        """What the user was answering, if it has results; empty where nothing has."""
        here = self._desk.open_case.place.questionnaire
        shown = [result.questionnaire.id for result in self._results]
        if self._people:
            shown.append(PEOPLE)
            if here in self._desk.workspace.people.ids(self._desk.open_case):
                here = PEOPLE
        return here if here in shown else next(iter(shown), "")

    def _unanswered_card(self, result: AssessmentResult) -> QWidget:
        shown = UnansweredCard(result, self._look)
        shown.questions_wanted.connect(partial(self._on_questions_wanted, result.questionnaire.id))
        return shown

    def _deeper(self) -> QWidget:
        card = DeeperCard(self._ways, self._look)
        card.wanted.connect(self._on_deeper_wanted)
        return card

    def _rounds(self) -> QWidget:
        card = RoundsCard(self._desk, self._look, side=28)
        card.page_requested.connect(self.page_requested)
        return card

    def _competences(self) -> QWidget:
        case, library = self._desk.open_case, self._desk.workspace.library
        frame, column = card(margin=28, spacing=8)
        column.addWidget(label(self._wording("Competences"), "heading"))
        column.addWidget(
            label(
                self._wording(
                    "From all questionnaires together; levels go from 0 to 4. The goal is what a company "
                    "like yours needs; where not everybody needs it, the roles that do are below the "
                    "name."
                ),
                "small",
                "muted",
            )
        )
        rows = competence_rows(library.catalogue, self._scores, case.company, self._wording.language)
        column.addWidget(competence_table(rows, self._wording))
        return frame

    def _voices_card(self, voices: SeveralVoices) -> QWidget:
        shown = VoicesCard(voices, self._look)
        shown.question_wanted.connect(partial(self._on_question_wanted, voices.apart.questionnaire.id))
        return shown

    def _people_card(self) -> QWidget:
        desk = self._desk
        return PeopleCard(desk.workspace.library.catalogue, self._people, desk.open_case.company, self._look)

    def _on_questionnaire_chosen(self, identity: str) -> None:
        if identity == PEOPLE:
            self._parts.show_parts([Part("people", None, self._people_card)])
            return
        found = next((each for each in self._results if each.questionnaire.id == identity), None)
        self._parts.show_parts(() if found is None else self._show(found))

    def _on_question_wanted(self, questionnaire: str, question: str) -> None:
        self._desk.save_place(Place("side-by-side", questionnaire, question or None))
        self.page_requested.emit("side-by-side")

    def _on_questions_wanted(self, questionnaire: str) -> None:
        self._desk.save_place(Place("questions", questionnaire))
        self.page_requested.emit("questions")

    def _on_deeper_wanted(self, identity: str) -> None:
        self._desk.add_questionnaire(identity)
        self.page_requested.emit("questions")

    @override
    def _leads_on(self) -> bool:
        return not self._results or not all(map(is_unanswered, self._results))

    @override
    def _first_stop(self) -> QWidget | None:
        return self._tabs.first_focus() if self._tabs.isVisible() else super()._first_stop()

    @override
    def _on_worked_out(self, value: object) -> None:
        if not isinstance(value, WorkedOut):
            return
        self._results, self._scores, self._ways = value.results, value.competences, value.ways
        self._people, self._voices, self._likes = value.people, value.voices, value.likes
        self._told = value.told
        self._outcome = ""
        self._show_tabs()
        self._on_questionnaire_chosen(self._first())

    @override
    def _on_failed(self, error: object) -> None:
        sentence = self._wording("The results could not be computed. {error}", error=sentence_of(error))
        self._outcome = ""
        self._parts.show_parts([Part("error", sentence, partial(label, sentence, "body", "warn"))])


def _worked_out(workspace: Workspace, case: Case, language: str) -> WorkedOut:
    """Runs in a worker thread."""
    ways = named_ways(workspace, case, language)
    competences, people = workspace.scores.competences(case), workspace.people.spread(case)
    voices = workspace.voices.apart(case)
    told = None if people or voices else workspace.rounds.told_spread(case)
    results, benchmarks = workspace.scores.results(case), workspace.library.benchmarks
    likes = {
        each.questionnaire.id: benchmarks.likes(
            case.company, each.questionnaire.id, each.scorecard.dimensions
        )
        for each in results
    }
    return WorkedOut(results, competences, ways, people, voices, likes, told)
