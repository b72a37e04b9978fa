"""What a monitoring report is made of: the figures, and the words of what they refer to."""

from dataclasses import dataclass
from datetime import date

from desktop.content.library import Library
from desktop.territory.monitoring import Monitoring


@dataclass(frozen=True, slots=True)
class ToldMonitoring:
    """The figures of a hub's territory, of one year or (None) of all."""

    figures: Monitoring
    library: Library
    hub: str
    year: int | None
    made_on: date
