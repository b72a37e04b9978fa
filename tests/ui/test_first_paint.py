"""The window is there before anything heavy is imported, and opens its workspace behind it."""

import os
import subprocess
import sys
from pathlib import Path

HEAVY = ("sqlalchemy", "yaml", "reportlab", "ortools", "numpy", "babel", "pypdfium2")
SCRIPT = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from desktop import app

application = app.make_application()
window = app.open_window(Path(sys.argv[1]))

def painted():
    print("at first paint:", *[name for name in {heavy!r} if name in sys.modules])

def opened():
    from PySide6.QtWidgets import QWidget
    if window.findChild(QWidget, "welcome-page") is not None:
        print("opened")
        window.close()
        application.quit()

window.first_painted.connect(painted)
timer = QTimer()
timer.timeout.connect(opened)
timer.start(20)
QTimer.singleShot(30000, application.quit)
application.exec()
"""


def run(script: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    root = Path(__file__).resolve().parents[2]
    return subprocess.run(
        [sys.executable, "-c", script, *arguments],
        cwd=root,
        env=os.environ | {"PYTHONUTF8": "1", "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )


def test_nothing_heavy_is_imported_before_the_first_paint(tmp_path: Path) -> None:
    # order matters: the worker starts at the first paint, so what is printed is what came before it
    finished = run(SCRIPT.format(heavy=HEAVY), str(tmp_path))
    assert finished.stdout.splitlines()[:2] == ["at first paint:", "opened"], (
        finished.stdout + finished.stderr
    )


def test_qt_does_not_use_up_the_references_of_none() -> None:
    """PySide6 6.12.0 releases None once too often at every call and aborts CPython 3.11 in the end."""
    script = """
import sys
from PySide6.QtWidgets import QApplication, QWidget
application = QApplication([])
widget = QWidget()
before = sys.getrefcount(None)
for _ in range(100):
    widget.setToolTip("x")
print(before - sys.getrefcount(None) < 50)
"""
    assert run(script).stdout.strip() == "True"
