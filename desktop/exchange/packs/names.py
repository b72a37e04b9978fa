"""The files a pack may hold: a closed list of places for texts and a logo, and nothing that could be run."""

import re
from typing import Final

from desktop.text import Sentence, say

LONGEST_NAME = 160
_SLUG: Final = r"[a-z][a-z0-9-]{0,59}"
_VERSION: Final = r"[A-Za-z0-9](?:[A-Za-z0-9._-]{0,38}[A-Za-z0-9])?"
_IN_LANGUAGES: Final = r"(?:\.[a-z]{2})?\.yaml"
_PLACES: Final = (
    r"brand/brand\.yaml",
    rf"brand/{_SLUG}\.png",
    rf"hub/hub{_IN_LANGUAGES}",
    rf"assessments/{_SLUG}{_IN_LANGUAGES}",
    rf"assessments/versions/{_SLUG}@{_VERSION}/{_SLUG}{_IN_LANGUAGES}",
    rf"catalogue/(?:competences|targets|actions|services){_IN_LANGUAGES}",
    r"catalogue/keywords(?:-more)?\.yaml",
    rf"catalogue/courses/{_SLUG}{_IN_LANGUAGES}",
    rf"network/(?:regions|sectors|kinds|hubs|labs|funding){_IN_LANGUAGES}",
    rf"consent/consent{_IN_LANGUAGES}",
    rf"consent/earlier/{_VERSION}/consent{_IN_LANGUAGES}",
    rf"benchmarks/{_SLUG}\.json",
)
_ALLOWED: Final = re.compile(rf"(?:{'|'.join(_PLACES)})\Z")
_RESERVED: Final = frozenset(
    {"con", "prn", "aux", "nul", *(f"{name}{number}" for name in ("com", "lpt") for number in range(10))}
)
_LEADS_OUT: Final = say("its name leads out of the pack")
_KEPT_BY_WINDOWS: Final = say("Windows keeps this name for itself")
_OTHER: Final = say("packs hold no such file")


def reason_against(name: str) -> Sentence | None:
    """Why a pack holds no file of this name, as part of a sentence; None where it may.

    Names have slashes between folders and begin with the folder in the pack.
    """
    if _leads_out(name):
        return _LEADS_OUT
    if _RESERVED & set(re.split(r"[/.@]", name.casefold())):
        return _KEPT_BY_WINDOWS
    if len(name) > LONGEST_NAME or _ALLOWED.match(name) is None or "/.." in name or ".new/" in name:
        return _OTHER
    return None


def _leads_out(name: str) -> bool:
    parts = name.replace("\\", "/").split("/")
    return "\\" in name or ":" in name or any(part in ("", ".", "..") for part in parts)
