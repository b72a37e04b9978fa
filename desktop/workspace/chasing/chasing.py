"""Whose next round is due, by when the last answer was given, and what is written down about asking."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import TYPE_CHECKING

from desktop.content.library import Library
from desktop.content.networks.hub_desk import HubDesk
from desktop.storage.turns import stage_after
from desktop.text import Wording
from desktop.workspace.chasing.due_round import (
    CONTACTS,
    DAYS_AHEAD,
    STATES,
    DueRound,
    State,
    reminder_in_words,
)
from desktop.workspace.chasing.letters import Letters
from desktop.workspace.due import months_after
from desktop.workspace.stores import Stores

if TYPE_CHECKING:
    from desktop.storage.chase_store import Chase, CompanyFacts
    from desktop.storage.due_reader import CompanyDays


class Chasing:
    """Asks companies for their next round. Every save has been written to disk when it returns."""

    def __init__(self, library: Library, stores: Stores) -> None:
        self._library = library
        self._stores = stores
        self.letters = Letters(stores)

    @property
    def hub(self) -> HubDesk:
        """The hub as it works; an empty one where there is no edition of a hub."""
        return self._library.hub_desk

    @property
    def months(self) -> int:
        """After how many months a company is asked, as the hub says."""
        return self.hub.next_round_months

    def due(self, day: date, months: int) -> tuple[DueRound, ...]:
        """Whose last answer is so many months old on a day, the oldest first.

        Reads all companies: call it in a worker thread.
        """
        facts, chases = self._stores.hub.chases.facts(), self._stores.hub.chases.chases(CONTACTS)
        found = []
        for days in self._stores.due.companies():
            if days.company_id not in facts or days.answered_on is None:
                continue
            due_on = months_after(days.answered_on, months)
            if due_on <= day:
                told = facts[days.company_id]
                found.append(self._due(days, due_on, told, chases.get(days.company_id)))
        return tuple(sorted(found, key=lambda each: (each.due_on, each.company.casefold())))

    def close_answered(self) -> None:
        """Ask those no more that have answered since, in this window or elsewhere."""
        chases = self._stores.hub.chases.chases(CONTACTS)
        asked = {company_id: chase for company_id, chase in chases.items() if not chase.is_over}
        if not asked:
            return
        self._stores.hub.chases.finish(
            each.company_id
            for each in self._stores.due.companies()
            if each.company_id in asked and _is_answered(asked[each.company_id], each.answered_on)
        )

    def mark(self, due: Iterable[DueRound], state: State, day: date, wording: Wording) -> None:
        """Write down how far companies are; a reminder of it is due where there is something left to do."""
        wanted = [each for each in due if each.state != state]
        if state not in DAYS_AHEAD:
            self._stores.hub.chases.mark({each.company_id: "" for each in wanted}, state, day, is_over=True)
            return
        texts = {each.company_id: reminder_in_words(state, each.next_stage, wording) for each in wanted}
        self._stores.hub.chases.mark(texts, state, day + timedelta(days=DAYS_AHEAD[state]))

    def _due(
        self, days: "CompanyDays", due_on: date, facts: "CompanyFacts", chase: "Chase | None"
    ) -> DueRound:
        return DueRound(
            company_id=days.company_id,
            company=days.name,
            round_id=days.round_id,
            stage=days.stage,
            next_stage=stage_after(days.stage),
            answered_on=days.answered_on or due_on,
            due_on=due_on,
            office=self._office(facts),
            officer=self.hub.person_name(facts.officer) or facts.consultant,
            contact=facts.contact,
            email=facts.email,
            phone=facts.phone,
            state=_state(chase, days.answered_on),
            last_contact=None if chase is None else chase.last_contact,
        )

    def _office(self, facts: "CompanyFacts") -> str:
        """The office that looks after it, else the one of its province."""
        if facts.office:
            return self.hub.office_name(facts.office)
        found = self.hub.office_by_province.get(facts.province)
        return found.name if found else ""


def _state(chase: "Chase | None", answered_on: date | None) -> State:
    """Where it stands; what was written down before the last answer was about a round before."""
    if chase is None or _is_answered(chase, answered_on):
        return "open"
    found: State = next((state for state in STATES if state == chase.state), "open")
    return "open" if chase.is_over and found != "done" else found


def _is_answered(chase: "Chase", answered_on: date | None) -> bool:
    """Whether the company answered after it was asked: nobody is asked on the day of an answer."""
    return answered_on is not None and chase.since <= answered_on
