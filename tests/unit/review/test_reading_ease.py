"""The formulas of reading ease give what their authors' rules give by hand."""

import pytest

from desktop.review.reading_ease import reading_ease


def test_italian_is_measured_by_gulpease() -> None:
    # 6 words of 24 letters in one sentence: 89 + (300 - 240) / 6.
    assert reading_ease(["Il pane si vende ogni mattina."], "it") == 99
    # 18 letters more in two words: 89 + (300 - 420) / 8.
    assert reading_ease(["Il pane si vende ogni mattina straordinariamente."], "it") == pytest.approx(
        72.0, abs=3
    )


@pytest.mark.parametrize(
    ("word", "syllables"),
    [
        ("time", 1),
        ("table", 2),
        ("makes", 1),
        ("boxes", 2),
        ("asked", 1),
        ("wanted", 2),
        ("backup", 2),
        ("security", 4),
    ],
)
def test_english_syllables_are_counted_by_rule(word: str, syllables: int) -> None:
    expected = min(100.0, max(0.0, 206.835 - 1.015 - 84.6 * syllables))
    assert reading_ease([word], "en") == pytest.approx(expected)


def test_short_sentences_are_easier() -> None:
    long = "We keep a copy of the data and we try now and then whether it can be read back at all."
    short = "We keep a copy of the data. We try it now and then. Can it be read back at all?"
    for language in ("it", "en"):
        assert reading_ease([short], language) > reading_ease([long], language)  # type: ignore[operator]


def test_other_languages_are_not_measured() -> None:
    assert reading_ease(["Guten Morgen."], "de") is None
    assert reading_ease([""], "it") is None
