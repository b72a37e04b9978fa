"""What a document about held data is made of: the data, and the words of what they refer to."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from desktop.content.consent import ConsentForm
from desktop.content.library import Library
from desktop.content.questionnaires.questionnaire import Questionnaire
from desktop.holding import Holding, PersonHolding


@dataclass(frozen=True, slots=True)
class ToldImport:
    """A file of an import in words: what became of it, and all that was told of it."""

    begun_at: datetime | None
    files: tuple[str, ...]
    name: str
    stage: str
    became: str
    said: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ToldHolding:
    """A company's data; `questionnaires` by round in their versions, `forms` by version of the consent.

    `retention_months` after the last visit the company is proposed for deletion, 0 where nothing was chosen;
    `file_names` are those under which the files lie beside the document, `service_file_names` those of files
    that show services. `server` is the address of the server on which all of it is, empty for this computer.
    """

    holding: Holding
    library: Library
    questionnaires: Mapping[int, tuple[Questionnaire, ...]]
    forms: Mapping[str, ConsentForm]
    file_names: Mapping[int, str]
    consultant: str
    retention_months: int
    made_on: date
    service_file_names: Mapping[int, str] = field(default_factory=dict)
    imports: tuple[ToldImport, ...] = ()
    server: str = ""


@dataclass(frozen=True, slots=True)
class ToldPerson:
    """What one person answered, with the questionnaires asked."""

    person: PersonHolding
    questionnaires: tuple[Questionnaire, ...]
    consultant: str
    made_on: date
