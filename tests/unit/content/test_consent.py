"""The consent's text: complete in both languages, and checked."""

import shutil

import pytest

from desktop.content.consent import HUB, read_consent, with_hub
from desktop.content.library import Library
from desktop.errors import ContentError
from desktop.paths import assessments_folder, resources_folder

SHIPPED = resources_folder() / "consent"


@pytest.fixture
def folder(tmp_path):
    return shutil.copytree(SHIPPED, tmp_path / "consent")


def change(folder, name, old, new):
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_shipped_text_is_sound_and_says_who_gets_the_data():
    form, problems = read_consent(SHIPPED)

    assert problems == ()
    for language in ("it", "en"):
        told = " ".join(part.text for part in form.parts(language, "sections"))
        assert HUB in told
        assert "Garante" in told
        assert "6" in told
        assert len(form.parts(language, "purposes")) == 3


def test_the_library_gives_it():
    form = Library(assessments_folder(), resources_folder()).consent

    assert form.version == "1.0"


def test_a_hub_begins_a_sentence_with_a_capital():
    assert with_hub("{hub} reads.", "the hub") == "The hub reads."
    assert with_hub("Read by {hub}.", "the hub") == "Read by the hub."


def test_braces_that_nothing_fills_are_found(folder):
    change(folder, "consent.it.yaml", HUB, "{titolare}")

    _, problems = read_consent(folder)
    (error,) = (problem for problem in problems if not problem.is_warning)
    assert error.code == "C030"
    assert "{titolare}" in str(error.sentence)


def test_a_changed_source_makes_its_translation_stale(folder):
    change(folder, "consent.it.yaml", "24 mesi", "12 mesi")

    _, problems = read_consent(folder)
    assert [(problem.code, problem.is_warning) for problem in problems] == [("T005", True)]


def test_what_a_translation_lacks_is_told_in_the_source(folder):
    change(
        folder, "consent.en.yaml", '  complaint:\n    title: "Where to complain"\n', "  gone:\n    title: x\n"
    )

    form, problems = read_consent(folder)
    assert {"C021", "C022"} <= {problem.code for problem in problems}
    assert form.parts("en", "sections")[-1].title == "A chi reclamare"


def test_a_missing_source_is_an_error(folder):
    (folder / "consent.it.yaml").unlink()

    _, problems = read_consent(folder)
    assert "T001" in {problem.code for problem in problems}


def test_a_wrong_shape_is_refused(folder):
    change(folder, "consent.yaml", 'version: "1.0"', "versions: 2")

    with pytest.raises(ContentError, match="versions"):
        read_consent(folder)
