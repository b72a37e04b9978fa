"""What a document about held data is made of: the data, and the words of what they refer to."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from desktop.content.consent import ConsentForm
from desktop.content.library import Library
from desktop.content.questionnaires.questionnaire import Questionnaire
from desktop.holding import Holding, PersonHolding


@dataclass(frozen=True, slots=True)
class ToldHolding:
    """A company's data; `questionnaires` by round in their versions, `forms` by version of the consent.

    `retention_months` after the last visit the company is proposed for deletion, 0 where nothing was chosen;
    `file_names` are those under which the files lie beside the document.
    """

    holding: Holding
    library: Library
    questionnaires: Mapping[int, tuple[Questionnaire, ...]]
    forms: Mapping[str, ConsentForm]
    file_names: Mapping[int, str]
    consultant: str
    retention_months: int
    made_on: date


@dataclass(frozen=True, slots=True)
class ToldPerson:
    """What one person answered, with the questionnaires asked."""

    person: PersonHolding
    questionnaires: tuple[Questionnaire, ...]
    consultant: str
    made_on: date
