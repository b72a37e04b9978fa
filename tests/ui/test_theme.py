"""Colours that can be read, in both themes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.ui.branded import branded
from desktop.ui.stylesheet import stylesheet
from desktop.ui.theme import DARK, LIGHT, THEMES, Tokens, contrast

TEXTS = (
    ("ink", "surface"),
    ("ink", "canvas"),
    ("ink", "accent_soft"),
    ("muted", "surface"),
    ("muted", "canvas"),
    ("accent", "surface"),
    ("accent", "canvas"),
    ("accent", "accent_soft"),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("muted", "track"),
    ("good", "surface"),
    ("good", "canvas"),
    ("good", "good_soft"),
    ("warn", "surface"),
    ("warn", "canvas"),
    ("warn", "warn_soft"),
)
BORDERS = (
    ("ring", "surface"),
    ("ring", "canvas"),
    ("accent", "surface"),
    ("accent", "canvas"),
    ("accent", "track"),
)
themes = pytest.mark.parametrize("tokens", THEMES.values(), ids=THEMES)


@themes
@pytest.mark.parametrize(("text", "ground"), TEXTS)
def test_text_stands_out_from_its_ground(tokens: Tokens, text: str, ground: str) -> None:
    assert contrast(getattr(tokens, text), getattr(tokens, ground)) >= 4.5


@themes
@pytest.mark.parametrize(("border", "ground"), BORDERS)
def test_the_border_of_a_control_stands_out(tokens: Tokens, border: str, ground: str) -> None:
    assert contrast(getattr(tokens, border), getattr(tokens, ground)) >= 3


@themes
def test_the_style_sheet_has_no_token_left_over(tokens: Tokens) -> None:
    assert "$" not in stylesheet(tokens)


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@given(st.integers(0, 0xFFFFFF).map("#{:06x}".format), st.sampled_from(sorted(THEMES)))
def test_whatever_colour_a_hub_has_its_edition_can_be_read(accent: str, theme: str) -> None:
    tokens = branded(THEMES[theme], accent)
    for text, ground in TEXTS:
        assert contrast(getattr(tokens, text), getattr(tokens, ground)) >= 4.5
    for border, ground in BORDERS:
        assert contrast(getattr(tokens, border), getattr(tokens, ground)) >= 3


def test_a_colour_that_can_be_read_is_worn_as_it_is() -> None:
    assert branded(LIGHT, "#7a2e5d").accent == "#7a2e5d"
    assert branded(DARK, "#7a2e5d").accent != DARK.accent
