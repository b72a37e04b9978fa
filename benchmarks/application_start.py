"""Starts the application on a data folder; prints first paint, readiness, and the longest stall."""

import sys
import time
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

from desktop import app

PAGES = ("welcome-page", "questions-page")
WATCHED_AFTER_READY = 1.5  # seconds: what is imported ahead of its use must not stop the window either

application = app.make_application()
window = app.open_window(Path(sys.argv[1]))
last_tick = time.perf_counter()
ready_at = 0.0
longest = 0.0


def tick() -> None:
    """Measure how long the window could not answer, while it opens and for a while after."""
    global last_tick, longest, ready_at  # noqa: PLW0603 - a script of one measurement
    now = time.perf_counter()
    longest = max(longest, now - last_tick)
    last_tick = now
    if not ready_at and any(window.findChild(QWidget, page) is not None for page in PAGES):
        ready_at = now
        print(f"ready {time.time()}")
    if ready_at and now - ready_at > WATCHED_AFTER_READY:
        print(f"stall {longest}")
        QApplication.quit()


def painted() -> None:
    """Print the moment of the first paint and begin to watch."""
    global last_tick  # noqa: PLW0603 - a script of one measurement
    print(f"painted {time.time()}")
    last_tick = time.perf_counter()
    timer.start(1)


timer = QTimer()
timer.timeout.connect(tick)
window.first_painted.connect(painted)
application.exec()
window.close()
