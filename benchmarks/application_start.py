"""Starts the application on an empty folder; prints first paint, readiness, and the longest stall between."""

import sys
import time
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from desktop import app

application = app.make_application()
window = app.open_window(Path(sys.argv[1]))
last_tick = time.perf_counter()
longest = 0.0


def tick() -> None:
    """Measure how long the window could not answer; stop once the first page is there."""
    global last_tick, longest  # noqa: PLW0603 - a script of one measurement
    now = time.perf_counter()
    longest = max(longest, now - last_tick)
    last_tick = now
    if window.is_ready:
        print(f"ready {time.time()}")
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
