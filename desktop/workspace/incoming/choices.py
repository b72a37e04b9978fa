"""What a person chooses where two states of a round, or two companies, meet."""

from dataclasses import replace
from uuid import uuid4

from desktop.content.library import Library
from desktop.errors import StorageError
from desktop.exchange.results.envelope import read_line
from desktop.exchange.results.result import Result
from desktop.storage import Destination, KnownCompany, NewRound
from desktop.text import say
from desktop.workspace.incoming.comparing import under_scope
from desktop.workspace.incoming.content import content_of
from desktop.workspace.incoming.outcomes import Kind, Offer, Outcome
from desktop.workspace.incoming.weighing import uuid_of
from desktop.workspace.stores import Stores

_MINE = say("What is here counts; the other one is put aside.")
_THEIRS = say("What came in counts now.")
_BOTH = say("It is a company of its own now.")
_NOTHING = say("This was decided already.")
_GONE = say("The company is no longer in the workspace; import the file again.")


class Choices:
    """Each way out of a conflict gives the outcome anew; StorageError says what is gone, and all stays."""

    def __init__(self, library: Library, stores: Stores) -> None:
        self._library = library
        self._stores = stores

    def keep_mine(self, outcome: Outcome) -> Outcome:
        """What is here counts."""
        offer = _offer(outcome)
        if offer.round_id is not None:
            self._stores.received.link(offer.received_id, offer.round_id)
        else:
            self._stores.imports.put_aside([offer.arrival.sha256])
        return replace(outcome, kind="here", offer=None, why=_MINE)

    def take_theirs(self, outcome: Outcome) -> Outcome:
        """What came in replaces what is here, or joins it."""
        offer = _offer(outcome)
        new, result = self._offered(offer)
        found = self._company(offer)
        new = replace(new, company=under_scope(new.company, found.company, result.scope))
        where = Destination(found.uuid, found.id, offer.round_id)
        case_id = self._taken(offer, new, where)
        kind: Kind = "joined" if offer.round_id is None else "updated"
        return replace(outcome, kind=kind, offer=None, case_id=case_id, why=_THEIRS)

    def keep_both(self, outcome: Outcome) -> Outcome:
        """What came in becomes a company of its own, with an id of its own where that is taken."""
        offer = _offer(outcome)
        new, result = self._offered(offer)
        uuid = uuid_of(result)
        is_taken = self._stores.known.of_uuid(uuid) is not None
        case_id = self._taken(offer, new, Destination(str(uuid4()) if is_taken else uuid))
        return replace(outcome, kind="added", offer=None, case_id=case_id, why=_BOTH)

    def _offered(self, offer: Offer) -> tuple[NewRound, Result]:
        result = read_line(self._stores.received.line(offer.received_id), offer.arrival.file_name)
        return content_of(result, self._library, self._stores.now()).new, result

    def _company(self, offer: Offer) -> KnownCompany:
        found = self._stores.known.of_id(offer.company_id)
        if found is None:
            raise StorageError(_GONE)
        return found

    def _taken(self, offer: Offer, new: NewRound, where: Destination) -> int:
        line = self._stores.received.line(offer.received_id)
        return self._stores.incoming.take(offer.arrival, line, new, where)


def _offer(outcome: Outcome) -> Offer:
    if outcome.offer is None:
        raise StorageError(_NOTHING)
    return outcome.offer
