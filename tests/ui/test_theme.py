"""Colours that can be read, in both themes."""

import pytest

from desktop.ui.stylesheet import stylesheet
from desktop.ui.theme import THEMES, Tokens, contrast

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
