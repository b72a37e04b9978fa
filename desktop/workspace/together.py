"""Several desks in one workspace: who has which company open, what others have just changed, what clashed."""

from functools import cached_property
from typing import TYPE_CHECKING

from desktop.content.company import Company
from desktop.content.questionnaires.questionnaire import QuestionKey
from desktop.storage.company_columns import company_from_columns, company_to_columns
from desktop.storage.meanwhile_error import TOLD_APART, Clash, Seen
from desktop.storage.service_clashes import SERVICE
from desktop.workspace.stores import Stores

if TYPE_CHECKING:
    from desktop.storage.server.others import Others, Tell


class Together:
    """What a desk knows of others; on a file there are none, and everything here is quiet."""

    def __init__(self, stores: Stores) -> None:
        self._stores = stores
        self._others: Others | None = None

    @property
    def is_shared(self) -> bool:
        """Whether others work in the same workspace from other desks."""
        return self._stores.is_shared

    @cached_property
    def me(self) -> str:
        """What others call who is signed in; empty where nobody signs in."""
        return self._stores.own_name() if self.is_shared else ""

    def listen(self, tell: "Tell") -> None:
        """From now on `tell` hears of others, in a thread of its own."""
        if self.is_shared and self._others is None:
            self._others = self._stores.others(tell)
            self._others.start()

    def at(self, company_id: int) -> tuple[str, ...]:
        """Who has a company open at another desk."""
        return () if self._others is None else self._others.present.at(company_id)

    def look_at(self, company_id: int | None) -> None:
        """Say that a company is open at this desk, or none."""
        if self._others is not None:
            self._others.look_at(company_id)

    def keep_mine(self, clash: Clash) -> None:
        """Write what clashed in the place of what another desk wrote; MeanwhileError where it is a third."""
        if clash.what == SERVICE:
            self._stores.hub.services.keep_mine(clash)
            return
        if clash.what != TOLD_APART:
            self._stores.store.keep_mine(clash)
            return
        person, _, key = clash.key.partition(":")
        put = self._stores.respondents.put_answer
        put(clash.round_id, int(person), QuestionKey(key), clash.mine, Seen(clash.theirs))

    def close(self) -> None:
        """Others see that this desk is gone."""
        if self._others is not None:
            self._others.close()


def merged_profile(before: Company, written: Company, fresh: Company) -> tuple[Company, Company]:
    """A profile as a form that showed one before shows it after news, and what the desk believes to be there.

    What was written in the form and not saved yet stays, over what stood there before.
    """
    was, mine, now = map(company_to_columns, (before, written, fresh))
    changed = [name for name in was if mine[name] != was[name]]
    shown = {**now, **{name: mine[name] for name in changed}}
    believed = {**now, **{name: was[name] for name in changed}}
    return company_from_columns(shown), company_from_columns(believed)
