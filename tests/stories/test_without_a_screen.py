"""Starting the window where there is none."""

import sys
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

Run = Callable[..., CompletedProcess[str]]

SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET", "QT_QPA_PLATFORM")


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="these systems always have a screen")
def test_without_a_screen_the_form_without_a_window_is_named(run: Run, tmp_path: Path) -> None:
    finished = run("--data", tmp_path / "data", without=SCREENS)
    assert finished.returncode == 2
    assert "sestante plan FILE.yaml -o plan.pdf" in finished.stderr
    assert "Traceback" not in finished.stderr


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="these systems always have a screen")
@pytest.mark.parametrize(
    "screen",
    [
        {"DISPLAY": ":4711"},
        {"WAYLAND_DISPLAY": "wayland-4711"},
        {"WAYLAND_DISPLAY": "wayland-4711", "DISPLAY": ":4711"},
        {"QT_QPA_PLATFORM": "xcb"},
        {"QT_QPA_PLATFORM": "wayland"},
        {"QT_QPA_PLATFORM": "nonsense"},
    ],
)
def test_a_screen_that_cannot_be_reached_is_no_crash(
    run: Run, tmp_path: Path, screen: dict[str, str]
) -> None:
    finished = run("--data", tmp_path / "data", without=SCREENS, **screen)
    assert finished.returncode == 2
    assert "sestante plan FILE.yaml -o plan.pdf" in finished.stderr
