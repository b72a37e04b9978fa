"""The window is there before anything heavy is imported, and opens its workspace behind it."""

import os
import subprocess
import sys
from pathlib import Path

HEAVY = (
    "sqlalchemy",
    "yaml",
    "reportlab",
    "ortools",
    "numpy",
    "babel",
    "PIL",
    "pillow_heif",
    "pypdfium2",
    "sqlcipher3",
    "cryptography",
)
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
        print("opened", *[name for name in ("sqlcipher3", "cryptography") if name in sys.modules])
        window.close()
        application.quit()

window.first_painted.connect(painted)
timer = QTimer()
timer.timeout.connect(opened)
timer.start(20)
QTimer.singleShot(30000, application.quit)
application.exec()
"""


WATCHED = """
import sys, threading
from PySide6.QtCore import QObject, QTimer
from pathlib import Path
from desktop import app

class Watch:
    elsewhere = set()

    def find_spec(self, name, path=None, target=None):
        if threading.current_thread() is not threading.main_thread():
            self.elsewhere.add(name)

def makes_widgets(name):
    made = vars(sys.modules[name]).values() if name in sys.modules else ()
    return any(isinstance(each, type) and issubclass(each, QObject) for each in made)

sys.meta_path.insert(0, Watch())
application = app.make_application()
window = app.open_window(Path(sys.argv[1]))

def opened():
    if "desktop.ui.printed.page" in sys.modules:
        print("imported elsewhere:", "sqlalchemy" in Watch.elsewhere, "desktop.dossier" in Watch.elsewhere)
        print("with widgets:", *[name for name in Watch.elsewhere if makes_widgets(name)])
        window.close()
        application.quit()

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
    """Nor, for a workspace without a passphrase, anything that encrypts before it is open."""
    # order matters: the worker starts at the first paint, so what is printed is what came before it
    finished = run(SCRIPT.format(heavy=HEAVY), str(tmp_path))
    assert finished.stdout.splitlines()[:2] == ["at first paint:", "opened"], (
        finished.stdout + finished.stderr
    )


def test_widgets_are_made_known_to_qt_in_the_thread_of_the_window(tmp_path: Path) -> None:
    """A class of Qt defined in a worker while the window draws crashes it once in a hundred starts."""
    finished = run(WATCHED, str(tmp_path))
    assert finished.stdout.splitlines() == ["imported elsewhere: True True", "with widgets:"], finished.stderr


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
