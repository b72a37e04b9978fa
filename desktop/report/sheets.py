"""What all documents share: the room on a page, and a moment that does not come from the clock."""

import time
from datetime import datetime

from reportlab.lib.utils import TimeStamp
from reportlab.platypus import Frame

from desktop.report import style


class Midnight(TimeStamp):  # type: ignore[misc]
    """A moment given, not the clock's."""

    def __init__(self, moment: datetime) -> None:
        self.t = moment.timestamp()
        self.lt = tuple(time.gmtime(self.t))
        self.YMDhms = self.lt[:6]
        self.dhh = self.dmm = 0
        self.tzname = "UTC"


def page_frame() -> Frame:
    """The room for what stands on a page, above its footer."""
    return Frame(
        style.MARGIN,
        style.BOTTOM,
        style.WIDTH,
        style.HEIGHT,
        leftPadding=0,
        rightPadding=0,
        topPadding=0,
        bottomPadding=0,
    )
