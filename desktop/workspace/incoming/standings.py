"""Whether a result can be trusted: its seal, and which desk signed what came before."""

from desktop.workspace.incoming.arrived import Arrived
from desktop.workspace.incoming.outcomes import SignedBy, Standing
from desktop.workspace.incoming.weighing import uuid_of
from desktop.workspace.stores import Stores


def seal_of(arrived: Arrived, own_desk: str | None = None) -> Standing:
    """What the seal alone tells, where nothing is known of what came before."""
    signer: SignedBy = "nobody"
    if arrived.signed_by is not None:
        signer = "this desk" if arrived.signed_by == own_desk else "a new desk"
    return Standing(arrived.opened.is_intact, arrived.signed_by, signer, is_sealed=arrived.is_sealed)


def standing_of(arrived: Arrived, stores: Stores, own_desk: str | None) -> Standing:
    """The seal, and how often its desk was met before."""
    bare, desk = seal_of(arrived, own_desk), arrived.signed_by
    former = _former(arrived, stores)
    if desk is None:
        return Standing(bare.is_intact, None, "nobody", former=former, is_sealed=bare.is_sealed)
    before = stores.known.signed_by(desk, arrived.opened.sha256)
    signer: SignedBy = "a known desk" if before and bare.signer == "a new desk" else bare.signer
    return Standing(bare.is_intact, desk, signer, before, former if former != desk else None, bare.is_sealed)


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
