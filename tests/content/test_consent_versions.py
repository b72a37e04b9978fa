"""A text that was agreed to stays readable: who changes it gives it a version, and keeps the one before."""

import hashlib
from pathlib import Path

from desktop.content.library import read_library
from desktop.paths import assessments_folder, resources_folder

KNOWN = {"1.0": "59542e6fa1073cb1"}
"""What each version says, as a checksum of its words. A new version is added here; its files before go to
resources/consent/earlier/VERSION/."""


def checksum(version: str) -> str:
    form = read_library(assessments_folder(), resources_folder()).consent_in(version)
    assert form is not None
    words = [
        f"{part.title}|{part.text}"
        for language in sorted(form.texts)
        for kind in ("sections", "purposes")
        for part in form.parts(language, kind)
    ]
    return hashlib.sha256("\n".join(words).encode()).hexdigest()[:16]


def test_every_version_can_be_read_and_says_what_it_said() -> None:
    current = read_library(assessments_folder(), resources_folder()).consent.version
    assert current in KNOWN
    assert {version: checksum(version) for version in KNOWN} == KNOWN


def test_a_version_nobody_knows_has_no_text(tmp_path: Path) -> None:
    library = read_library(assessments_folder(), resources_folder())
    for version in ("0.1", "", "..", "../..", "earlier", "1.0/../1.0"):
        assert library.consent_in(version) is None
