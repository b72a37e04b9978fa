"""The baseline of a start: a bare PySide6 window; prints the moment of its first paint."""

import sys
import time

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget


class BareWindow(QWidget):
    """Paints nothing and says when."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Print the moment, then leave."""
        super().paintEvent(event)
        print(f"painted {time.time()}")
        QTimer.singleShot(0, QApplication.quit)


application = QApplication(sys.argv)
window = BareWindow()
window.resize(1280, 800)
window.show()
application.exec()
