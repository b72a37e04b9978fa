"""Whether a result can be trusted: its seal, and which desk signed what came before."""

from dataclasses import replace

from desktop.exchange.results.desk_key import DeskCard
from desktop.workspace.incoming.arrived import Arrived
from desktop.workspace.incoming.outcomes import SignedBy, Standing
from desktop.workspace.incoming.weighing import uuid_of
from desktop.workspace.stores import Stores


def seal_of(arrived: Arrived, own: DeskCard | None = None) -> Standing:
    """What the seal alone tells, where nothing is known of what came before."""
    signer: SignedBy = "nobody"
    if arrived.signed_by is not None:
        signer = "this desk" if arrived.signed_by in names_of(own) else "a new desk"
    is_on_paper = arrived.carrier == "code"
    return Standing(
        arrived.opened.is_intact,
        arrived.signed_by,
        signer,
        is_sealed=arrived.is_sealed,
        is_on_paper=is_on_paper,
    )


class Signers:
    """How many results each desk signed of those that came in, counted once and then kept up.

    While one import runs: each count looks at all that ever came in.
    """

    def __init__(self, stores: Stores) -> None:
        self._stores = stores
        self._counts: dict[str, int] = {}
        self._here: set[str] = set()

    def before(self, desk: str, sha256: str) -> int:
        """How many came before, without the one of a checksum."""
        if desk not in self._counts:
            self._counts[desk] = self._stores.known.signed_by(desk, "")
        if sha256 not in self._here and self._stores.received.find(sha256) is not None:
            self._here.add(sha256)
        return self._counts[desk] - (sha256 in self._here)

    def met(self, desk: str, sha256: str) -> None:
        """One of a desk was kept, perhaps once more."""
        if sha256 not in self._here:
            self._here.add(sha256)
            self._counts[desk] = self._counts.get(desk, 0) + 1


def standing_of(arrived: Arrived, stores: Stores, own: DeskCard | None, signers: Signers) -> Standing:
    """The seal, and how often its desk was met before."""
    bare, desk, former = seal_of(arrived, own), arrived.signed_by, _former(arrived, stores)
    if desk is None:
        return replace(bare, former=former)
    before = signers.before(desk, arrived.opened.sha256)
    signer: SignedBy = "a known desk" if before and bare.signer == "a new desk" else bare.signer
    return replace(bare, signer=signer, before=before, former=former if former != desk else None)


def names_of(own: DeskCard | None) -> frozenset[str]:
    """How a desk is told in files, and on paper."""
    return frozenset() if own is None else frozenset({own.fingerprint, on_paper(own.signing)})


def on_paper(signing: bytes) -> str:
    """What tells a desk whose codes were signed: its key for signing (32 bytes), in letters."""
    return DeskCard(signing, b"").fingerprint


def _former(arrived: Arrived, stores: Stores) -> str | None:
    """The desk that signed the company's last result; codes are signed in a way of their own."""
    if arrived.result.scope == "scores":
        return None
    company, sha256 = uuid_of(arrived.result), arrived.opened.sha256
    is_code = arrived.carrier == "code"
    signed = [
        each.arrival.signed_by
        for each in stores.received.of_company(company)
        if each.arrival.signed_by is not None
        and each.arrival.sha256 != sha256
        and (each.arrival.carrier == "code") == is_code
    ]
    return signed[-1] if signed else None
