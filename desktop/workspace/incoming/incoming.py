"""What comes in to a workspace: each result taken over in one transaction, kept, or left with the reason."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from desktop.content.library import Library
from desktop.errors import OutOfReachError, StorageError, sentence_of
from desktop.exchange.results.desk_key import DeskCard, DeskKey
from desktop.exchange.results.envelope import Opened, read_line
from desktop.storage import Arrival, Received
from desktop.text import Sentence, joined, say
from desktop.workspace.incoming.arrived import Arrived, NotRead
from desktop.workspace.incoming.choices import Choices
from desktop.workspace.incoming.content import (
    Content,
    UnknownQuestionnaireError,
    changed_at_of,
    content_of,
    in_sight,
    stage_of,
)
from desktop.workspace.incoming.outcomes import Kind, Offer, Outcome, Standing
from desktop.workspace.incoming.reading import Desk, Progress, ShouldStop, read_files
from desktop.workspace.incoming.standings import Signers, names_of, standing_of
from desktop.workspace.incoming.walking import Found, files_in
from desktop.workspace.incoming.weighing import Verdict, Weighing, uuid_of
from desktop.workspace.stores import Stores

_LONGEST_NAME = 200
_CHANGED = say(
    "It was changed after it was written, so nothing of it was imported. Ask whoever sent it to send it "
    "again."
)
_TWICE = say("The same result came with another file just now.")
_CAME_BEFORE = say("This very result was imported before.")
_REMARKS = say("What the experts say was added; everything else was here.")
_OF_NOBODY = say(
    "It names no company, so that on the server only the coordinator of the hub can take it in: pass it on."
)
_KEPT_TILL_THEN = say("It is kept until then.")
_OF_THE_COORDINATOR = say(
    "On the server only the coordinator of the hub can keep what came of a company that you do not look "
    "after: pass the file on. Nothing of it was kept."
)
_KEPT_BEFORE = say("These scores were kept before.")


class Incoming:
    """The results that come in to a workspace. What an outcome tells has been written to disk."""

    def __init__(self, library: Library, stores: Stores) -> None:
        self._library = library
        self._stores = stores
        self._signers = Signers(stores)
        self.choices = Choices(library, stores)

    def files(self, paths: Sequence[Path]) -> Found:
        """The files meant by names of files and folders."""
        return files_in(paths)

    def take_in(
        self, found: Found, progress: Progress, should_stop: ShouldStop, *, accept_changed: bool = False
    ) -> Iterator[Outcome]:
        """Take results in, one transaction each; nothing that somebody did here is overwritten.

        A result that was changed after it was written is refused unless `accept_changed`. `progress` is
        told how many files were read. What was not reached once `should_stop` says so is left out.
        """
        self._signers = Signers(self._stores)
        for unread in found.unread:
            yield Outcome(unread.paths, "refused", unread.why)
        met: set[str] = set()
        for each in read_files(found.files, Desk(self._library, self._key), progress, should_stop):
            if isinstance(each, NotRead):
                yield Outcome(each.paths, "refused", each.why)
            elif each.opened.sha256 in met:
                yield _Taking(self._stores, each, None, self.standing(each)).told("here", _TWICE)
            else:
                met.add(each.opened.sha256)
                outcome = self._taken(each, accept_changed=accept_changed)
                if each.signed_by is not None and outcome.kind not in {"refused", "here"}:
                    self._signers.met(each.signed_by, each.opened.sha256)
                yield outcome

    def try_again(self, received: Received) -> Outcome:
        """A result that was kept and became no round, weighed once more and taken over where that can be.

        StorageError or ResultError where it can no longer be read.
        """
        arrival = received.arrival
        line = self._stores.received.line(received.id)
        opened = Opened(read_line(line, arrival.file_name), line, is_intact=True, signer=None)
        paths = (Path(arrival.file_name),)
        return self._taken(Arrived(paths, arrival.carrier, opened, arrival.signed_by), accept_changed=True)

    def standing(self, arrived: Arrived) -> Standing:
        """Whether a result can be trusted, by what came in before."""
        return standing_of(arrived, self._stores, self._own_card(), self._signers)

    def _taken(self, arrived: Arrived, *, accept_changed: bool) -> Outcome:
        taking = _Taking(self._stores, arrived, None, self.standing(arrived))
        if not arrived.opened.is_intact and not accept_changed:
            return taking.told("refused", _CHANGED)
        try:
            if arrived.result.scope == "scores":
                return taking.kept()
            before = self._stores.received.find(arrived.opened.sha256)
            if before is not None and before.round_id is not None:
                return taking.told("here", _CAME_BEFORE, case_id=before.round_id)
            now = self._stores.now()
            taking.content = content_of(arrived.result, self._library, now)
            weighing = Weighing(self._library, self._stores, arrived, taking.content)
            return taking.done(weighing.verdict(names_of(self._own_card()), now))
        except UnknownQuestionnaireError as error:
            return taking.waiting(error.sentence)
        except Exception as error:  # noqa: BLE001 - one file of a stranger must not hold up the others
            return taking.told("refused", sentence_of(error))

    def _key(self) -> DeskKey | None:
        secret = self._stores.desk_key.find()
        return None if secret is None else DeskKey(secret)

    def _own_card(self) -> DeskCard | None:
        key = self._key()
        return None if key is None else key.card


class _Taking:
    """One result on its way in; `content` is known once it was read as a round."""

    def __init__(self, stores: Stores, arrived: Arrived, content: Content | None, standing: Standing) -> None:
        self._stores = stores
        self._arrived = arrived
        self._standing = standing
        self.content = content

    def kept(self) -> Outcome:
        """Scores without a name are kept alone."""
        if self._stores.received.find(self._arrived.opened.sha256) is not None:
            return self.told("here", _KEPT_BEFORE)
        if not self._stores.rights.sees_all:
            return self.told("refused", _OF_NOBODY)
        self._keep()
        return self.told("kept")

    def waiting(self, why: Sentence) -> Outcome:
        """What cannot be read here yet is kept."""
        try:
            kept = self._keep()
        except OutOfReachError:
            return self._passed_on(why)
        except StorageError as error:
            return self.told("refused", error.sentence)
        return replace(self.told("waiting", joined([why, _KEPT_TILL_THEN], " ")), kept=kept)

    def done(self, verdict: Verdict) -> Outcome:
        """Do what was decided, and tell it."""
        arrival, line = self._arrival(), self._arrived.opened.line
        if verdict.where is not None:
            case_id = self._stores.incoming.take(arrival, line, verdict.new, verdict.where)
            return self.told(verdict.kind, verdict.why, case_id=case_id)
        if verdict.kind == "conflict" and verdict.found is not None:
            try:
                received_id = self._keep()
            except OutOfReachError:
                return self._passed_on(verdict.why or _CAME_BEFORE)
            offer = Offer(arrival, received_id, verdict.found.id, verdict.round_id)
            told = self.told("conflict", verdict.why, case_id=verdict.round_id, offer=offer)
            return replace(told, kept=received_id)
        if verdict.round_id is not None and verdict.new.remarks:
            taken = self._stores.hub.expert_remarks.take_in(verdict.round_id, verdict.new.remarks)
            if taken:
                return self.told("updated", _REMARKS, case_id=verdict.round_id)
        return self.told(verdict.kind, verdict.why, case_id=verdict.round_id)

    def told(
        self,
        kind: Kind,
        why: Sentence | None = None,
        *,
        case_id: int | None = None,
        offer: Offer | None = None,
    ) -> Outcome:
        """The outcome in full."""
        arrived, result = self._arrived, self._arrived.result
        name = in_sight(result.company.name)[:_LONGEST_NAME] if result.company else result.round.code
        return Outcome(
            paths=arrived.paths,
            kind=kind,
            why=why,
            name=name,
            stage=stage_of(result),
            case_id=case_id,
            standing=self._standing,
            offer=offer,
            courses=result.plan.course_count if result.plan else None,
            left_out=self.content.left_out if self.content else 0,
            texts_left_out=arrived.texts_left_out,
            notes=(arrived.note,) if arrived.note else (),
            company=uuid_of(result),
        )

    def _passed_on(self, why: Sentence) -> Outcome:
        """What nobody but the coordinator may keep without a round of their own companies."""
        return self.told("refused", joined([why, _OF_THE_COORDINATOR], " "))

    def _keep(self) -> int:
        return self._stores.incoming.keep(self._arrival(), self._arrived.opened.line)

    def _arrival(self) -> Arrival:
        arrived, result = self._arrived, self._arrived.result
        is_named = result.scope != "scores"
        return Arrival(
            sha256=arrived.opened.sha256,
            carrier=arrived.carrier,
            scope=result.scope,
            company=uuid_of(result),
            stage=stage_of(result),
            changed_at=changed_at_of(result, self._stores.now()) if is_named else None,
            signed_by=arrived.signed_by,
            file_name=arrived.file,
        )
