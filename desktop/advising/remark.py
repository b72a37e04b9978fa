"""What an expert tells a company for its next plan."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class ExpertRemark:
    """`uid` is its UUID wherever it goes; `about` a competence, an area, or empty where it is of all."""

    uid: str
    about: str
    text: str
    by: str
    made_on: date
