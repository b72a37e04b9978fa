"""Where to go, as plain data for `--json`: ids and reasons, no prose."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from desktop.guidance import Door, FundingMatch, Guidance, LabMatch, Reason


def guidance_to_plain(guidance: Guidance) -> dict[str, Any]:
    """Doors, labs and funding in the order in which they are told."""
    return {
        "doors": [_door(door) for door in guidance.doors],
        "labs": [_lab(match) for match in guidance.labs],
        "no_labs": guidance.no_labs or None,
        "funding": [_funding(match) for match in guidance.funding],
        "ended": [match.entry.id for match in guidance.ended],
        "ended_on": {
            match.entry.id: match.entry.closes.isoformat() for match in guidance.ended if match.entry.closes
        },
        "rules": list(guidance.rules),
        "lacks_region": guidance.lacks_region,
    }


def _door(door: Door) -> dict[str, Any]:
    hub = door.hub
    return {
        "id": hub.id,
        "name": hub.name,
        "kind": hub.kind,
        "status": hub.status,
        "as_of": hub.as_of,
        "asks": list(door.asks),
        "reasons": _reasons(door.reasons),
        "caveats": _reasons(door.caveats),
    }


def _lab(match: LabMatch) -> dict[str, Any]:
    return {
        "id": match.lab.id,
        "name": match.lab.name,
        "as_of": match.lab.as_of,
        "reasons": _reasons(match.reasons),
        "caveats": _reasons(match.caveats),
    }


def _funding(match: FundingMatch) -> dict[str, Any]:
    entry = match.entry
    return {
        "id": entry.id,
        "availability": match.availability,
        "covers": list(entry.covers),
        "max_share_percent": match.max_share_percent,
        "max_amount_eur": match.max_amount_eur,
        "max_amount_chf": entry.max_amount_chf,
        "opens": _day(entry.opens),
        "closes": _day(entry.closes),
        "deadline_reported": _day(entry.deadline_reported),
        "hub": entry.hub,
        "as_of": entry.as_of,
        "reasons": _reasons(match.reasons),
        "caveats": _reasons(match.caveats),
    }


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _reasons(reasons: Iterable[Reason]) -> list[dict[str, Any]]:
    return [{"kind": reason.kind, "values": list(reason.values)} for reason in reasons]
