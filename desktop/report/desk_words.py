"""Offices and people of a hub by their names, also those that its file names no more."""

import re

from desktop.content.networks.hub_desk import HubDesk
from desktop.text import Wording

_LIKE_AN_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*", re.ASCII)


def office_in_words(hub: HubDesk, name: str, say: Wording) -> str:
    """What an office is called: an id the hub's file does not know says so, a name written by hand stays."""
    if name in hub.offices or not _LIKE_AN_ID.fullmatch(name):
        return hub.office_name(name)
    return say("office {name} (not in the hub's file)", name=name)


def person_in_words(hub: HubDesk, name: str, say: Wording) -> str:
    """What somebody of the hub is called; as above."""
    if name in hub.people or not _LIKE_AN_ID.fullmatch(name):
        return hub.person_name(name)
    return say("{name} (not in the hub's file)", name=name)
