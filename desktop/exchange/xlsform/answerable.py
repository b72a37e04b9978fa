"""A question of a form as conditions see it: under which name it stands, and which names its choices have."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from desktop.content.questionnaires.questionnaire_file import QuestionKind


@dataclass(frozen=True, slots=True)
class Answerable:
    """An earlier question. `choices` maps names in the form to ids; `rows` names a grid's rows."""

    id: str
    name: str
    kind: QuestionKind
    choices: Mapping[str, str] = field(default_factory=dict)
    rows: tuple[str, ...] = ()

    def choice_name(self, identity: str) -> str | None:
        """The name of a choice by its id."""
        return next((name for name, found in self.choices.items() if found == identity), None)
