"""The stand of an event: one visitor after the other takes the quick questionnaire."""

from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from desktop.answers import Answer, AnswerSheet, Facts, answer_to_plain, has_answer, shown_questions
from desktop.clock import today
from desktop.content.brand import Brand
from desktop.content.company import Company, Constraints
from desktop.content.library import Library
from desktop.content.networks.hub_desk import HubDesk
from desktop.content.questionnaires.questionnaire import Question, Questionnaire
from desktop.rounds import pin, sheet_of
from desktop.storage.event_values import NewListing, StoredEvent, VisitEnd
from desktop.territory import standing_of
from desktop.text import wording
from desktop.workspace.events.visit import Visit, VisitorContact, draft_of, draft_text, new_draft
from desktop.workspace.offers import Offers
from desktop.workspace.stores import Stores

if TYPE_CHECKING:
    from desktop.dossier import AssessmentResult, Situation
    from desktop.planning.quick_wins import QuickWin

_MONDAY = 3  # things to do
_FRESH = timedelta(minutes=30)
_LEFT = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Outcome:
    """Where a visitor stands, and the few things to do first."""

    result: "AssessmentResult"
    wins: "tuple[QuickWin, ...]"


class Stand:
    """Visits at an event. Every save has been written to disk when it returns."""

    def __init__(
        self, library: Library, stores: Stores, event: StoredEvent, hub: HubDesk, asks: str = ""
    ) -> None:
        self.library = library
        self.event = event
        self.hub = hub
        self._asks = asks
        self._stores = stores

    @property
    def brand(self) -> Brand | None:
        """The look of the edition; None where it is Sestante itself."""
        return self.library.brand

    @cached_property
    def questionnaire(self) -> Questionnaire:
        """What visitors answer, the usual one where that chosen is gone.

        An edition without any cannot hold an event.
        """
        offered = Offers(self.library).for_visitors()
        return next((each for each in offered if each.id == self._asks), offered[0])

    @property
    def asks_as_usual(self) -> bool:
        """Whether visitors answer what companies begin with."""
        return self.questionnaire in Offers(self.library).first()

    @cached_property
    def provinces(self) -> dict[str, str]:
        """The names of the hub's provinces by their two letters; none where the hub names none."""
        regions = self.library.network.regions.values()
        named = {code: name for each in regions for code, name in each.provinces.items()}
        own = (code for office in self.hub.offices.values() for code in office.provinces)
        return {code: named.get(code, code) for code in own}

    def begin(self, language: str) -> Visit:
        """Somebody sits down."""
        draft = new_draft(language)
        visitor = self._stores.hub.events.begin(self.event.id, draft_text(draft))
        return next(
            Visit(each.id, each.came_at, draft)
            for each in self._stores.hub.events.open_visits(self.event.id)
            if each.id == visitor
        )

    def interrupted(self) -> Visit | None:
        """The visit that was under way when the program ended a moment ago; all others are over.

        Whoever sits down half an hour later is somebody else, who is not to see what was answered. On a
        server the visits of other stands go on; those that began a day ago are over, wherever it was.
        """
        found: Visit | None = None
        now = self._stores.now()
        for each in self._stores.happened.open_visits(self.event.id):
            draft = draft_of(each.draft) if now - each.came_at < _FRESH else None
            if found is None and draft is not None and (draft.headcount or draft.answers):
                found = Visit(each.id, each.came_at, draft)
            else:
                self._stores.hub.events.close(each.id, "gone", VisitEnd({}, {}))
        if self._stores.is_shared:
            self._stores.hub.events.close_left(self.event.id, now - _LEFT)
        return found

    def save(self, visit: Visit) -> Visit:
        """Keep what was told so far; it comes back as it is kept."""
        self._stores.hub.events.save_draft(visit.id, draft_text(visit.draft))
        return visit

    def save_answer(self, visit: Visit, question: Question, answer: Answer | None) -> Visit:
        """Replace or (None) take away an answer."""
        return self.save(visit.answered(question.key, None if answer is None else answer_to_plain(answer)))

    def end(self, visit: Visit) -> None:
        """The visitor goes without a name: firm facts and scores stay, or nothing of who did not finish."""
        if visit.contact is not None:
            return
        if self.is_finished(visit):
            self._stores.hub.events.close(visit.id, "anonymous", self._end(visit))
        else:
            self._stores.hub.events.close(visit.id, "gone", VisitEnd({}, {}))

    def enlist(self, visit: Visit, contact: VisitorContact) -> Visit:
        """Put the visitor on the hub's list, who agreed today to the text as it is shown."""
        named = replace(visit, contact=contact)
        company = self.company(named)
        office = self.hub.office_for(company)
        new = NewListing(
            uuid=visit.draft.uid,
            company=company,
            questionnaires=(pin(self.questionnaire),),
            answers={key: answer_to_plain(answer) for key, answer in self.sheet(visit).items()},
            agreed_on=today(),
            text_version=self.library.consent.version,
            office="" if office is None else office.id,
            constraints=_limits(company, visit.draft.language),
        )
        self._stores.hub.events.enlist(visit.id, new, self._end(named))
        return named

    def company(self, visit: Visit) -> Company:
        """The firm as far as it was told."""
        code = visit.draft.province
        regions = self.library.network.regions.values()
        region = next((each.code for each in regions if code in each.provinces), None)
        hub = self.hub.hub if self.hub.hub in self.library.network.hubs else None
        words = wording(visit.draft.language)
        return visit.company(words("Your firm"), region, hub)

    def sheet(self, visit: Visit) -> AnswerSheet:
        """The answers that fit the questions."""
        return sheet_of(visit.draft.given, (self.questionnaire,), ())

    def questions(self, visit: Visit) -> tuple[Question, ...]:
        """The questions this visitor is asked now."""
        return shown_questions(self.questionnaire, self.sheet(visit), Facts.of(self.company(visit)))

    def is_finished(self, visit: Visit) -> bool:
        """Whether every question has an answer."""
        sheet = self.sheet(visit)
        return all(has_answer(each, sheet) for each in self.questions(visit))

    def situation(self, visit: Visit) -> "Situation":
        """What scores and plan need to know."""
        from desktop.dossier import Situation

        company = self.company(visit)
        return Situation(
            library=self.library,
            company=company,
            constraints=_limits(company, visit.draft.language),
            questionnaires=(self.questionnaire,),
            sheet=self.sheet(visit),
            made_on=today(),
        )

    def outcome(self, visit: Visit) -> Outcome:
        """Scores and quick wins; without the solver, yet call it in a worker thread."""
        from desktop.dossier import assess, quick_wins

        situation = self.situation(visit)
        result = assess(self.questionnaire, situation.sheet, situation.facts)
        return Outcome(result, quick_wins(situation)[:_MONDAY])

    def _end(self, visit: Visit) -> VisitEnd:
        from desktop.scores import score

        company = self.company(visit)
        card = score(self.questionnaire, self.sheet(visit), Facts.of(company))
        found = standing_of(card)
        firm = {
            "country": company.country,
            "region": company.region,
            "province": company.province,
            "sector": company.sector,
            "size_class": company.size_class,
        }
        scores = (
            {}
            if found is None
            else {
                "questionnaire": found.questionnaire,
                "overall": found.overall,
                "coverage": found.coverage,
                "dimensions": dict(found.dimensions),
            }
        )
        return VisitEnd(firm, scores)


def _limits(company: Company, language: str) -> Constraints:
    """Those of a plan with courses in the visitor's language first: the code takes it home."""
    usual = Constraints()
    hours = {role: usual.hours(role) for role in company.people.by_role()}
    return Constraints(hours_per_week=hours, languages=tuple(dict.fromkeys((language, *usual.languages))))
