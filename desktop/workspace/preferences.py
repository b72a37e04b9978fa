"""What the desk prefers, kept with the data: who works here, when to lock, how long companies are kept."""

from dataclasses import asdict, dataclass, fields, replace
from typing import Annotated, Any, get_type_hints

import msgspec
from msgspec import Meta

from desktop.content.editions.course_choice import CourseChoice
from desktop.workspace.stores import Stores

_WHOLE = r"^[^\ud800-\udfff]*$"  # no half a character, which could not be written


@dataclass(frozen=True, slots=True)
class Preferences:
    """Preferences of a workspace.

    `consultant` is the name that stands beside changes; `idle_minutes` until an encrypted workspace locks,
    0 for never; `retention_months` after the last visit a company is proposed for deletion, 0 for never;
    `is_hub` where the desk is a hub's, `own_edition` the folder of the edition that it makes,
    `courses` those that plans choose from, `first_edition` the id of the pack that comes first, empty for the
    one installed last; `target_companies` are to be reached by the day `target_by`, such
    as 2026-12-31, empty where nothing was set.
    """

    consultant: Annotated[str, Meta(max_length=200, pattern=_WHOLE)] = ""
    idle_minutes: Annotated[int, Meta(ge=0, le=24 * 60)] = 10
    retention_months: Annotated[int, Meta(ge=0, le=12 * 100)] = 0
    is_hub: bool = False
    courses: CourseChoice = "all"
    first_edition: Annotated[str, Meta(max_length=60, pattern=_WHOLE)] = ""
    own_edition: Annotated[str, Meta(max_length=4000, pattern=_WHOLE)] = ""
    target_companies: Annotated[int, Meta(ge=0, le=1_000_000)] = 0
    target_by: Annotated[str, Meta(pattern=r"^(\d{4}-\d{2}-\d{2})?$")] = ""


class PreferenceBook:
    """The preferences of a workspace. Every save has been written to disk when it returns."""

    def __init__(self, stores: Stores) -> None:
        self._stores = stores

    def read(self) -> Preferences:
        """What is preferred; what is missing or no longer understood is as it comes from the shop."""
        found = Preferences()
        kept = self._stores.reader.preferences()
        kinds = get_type_hints(Preferences, include_extras=True)
        for field in fields(Preferences):
            try:
                given = {field.name: msgspec.convert(kept.get(field.name), kinds[field.name])}
            except (msgspec.ValidationError, UnicodeError):  # UnicodeError: half a character
                continue
            found = replace(found, **given)
        return found

    def save(self, preferences: Preferences) -> None:
        """Replace those that differ."""
        before: dict[str, Any] = asdict(self.read())
        for name, value in asdict(preferences).items():
            if value != before[name]:
                self._stores.desk.save_preference(name, value)
