"""How far apart people are, in words for paper and window; nothing here knows a name."""

from desktop.content.catalogues.catalogue_file import Role
from desktop.dossier import PeopleRow
from desktop.scores import LevelRange
from desktop.text import Wording


def roles_in_words(wording: Wording) -> dict[Role, str]:
    """What one person is called by role."""
    return {
        "owner": wording("Owner or partner"),
        "employee": wording("Employee"),
        "it": wording("Looks after the computers"),
    }


def levels_in_words(found: LevelRange, wording: Wording) -> str:
    """The level in the middle, and lowest and highest where enough people answered."""
    level = str(found.median)
    if not found.tells_range or found.lowest == found.highest:
        return level
    return wording("{level} (from {low} to {high})", level=level, low=found.lowest, high=found.highest)


def role_levels_in_words(row: PeopleRow, role: Role, wording: Wording) -> str:
    """What is known of one role: its levels, how many people, and what it needs."""
    found = row.by_role.get(role)
    if found is None:
        return wording("nobody answered")
    level, needed = levels_in_words(found, wording), row.needed[role]
    return wording.plural(
        "level {level}, needed {needed}, {count} person",
        "level {level}, needed {needed}, {count} people",
        found.people,
        level=level,
        needed=needed,
    )


def below_in_words(row: PeopleRow, name: str, wording: Wording) -> str:
    """How many people lie below what their role needs in a competence of this name."""
    if row.below == row.people:
        return wording("{name}: all {people} are below what they need.", name=name, people=row.people)
    return wording.plural(
        "{name}: {count} of {people} is below what the role needs.",
        "{name}: {count} of {people} are below what they need.",
        row.below,
        name=name,
        people=row.people,
    )


def privacy_in_words(wording: Wording) -> str:
    """What the levels of roles tell of single people."""
    return wording(
        "Each person answered for themselves; no names are given. The level is the one in the middle of a "
        "role, and of two the lower. Lowest and highest are told from three people on. Where a role has "
        "only one or two people, others can guess whose level it is."
    )
