"""The company on the desk: what all pages read from and write to."""

from desktop.ui.desk.desk import Desk
from desktop.ui.desk.turning import Turned

__all__ = ["Desk", "Turned"]
