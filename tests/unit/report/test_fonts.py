"""Characters the typeface has and lacks."""

import pytest

from desktop.paths import assessments_folder, resources_folder
from desktop.report.fonts import missing_glyphs, printable

NEVER_SHOWN = "keywords-more.yaml"  # words by which imported courses are known


def test_characters_inter_has_stay_as_they_are():
    text = "Łódź – “Größe” 1.250 € → ≈ Αθήνα"

    assert missing_glyphs(text) == frozenset()
    assert printable(text) == text


@pytest.mark.parametrize(
    ("text", "shown"), [("面", "Mian"), ("🥖", "?"), ("𝐀", "A"), ("a\x00b", "ab"), ("e\u0301", "é")]
)
def test_missing_characters_are_replaced(text, shown):
    assert printable(text) == shown


def test_shipped_texts_need_no_character_inter_lacks():
    for folder in (assessments_folder(), resources_folder()):
        for path in (path for path in folder.rglob("*.yaml") if path.name != NEVER_SHOWN):
            missing = missing_glyphs(path.read_text(encoding="utf-8"))
            assert not missing, f"{path.name}: {sorted(missing)}"
