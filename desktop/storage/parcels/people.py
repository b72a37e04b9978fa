"""People of a round matched with who they were when a company was taken along, whatever their names now."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, TypeAlias

from desktop.storage.parcels.parcel import Key, Parcel, Rows
from desktop.storage.parcels.reading import Found

_PEOPLE: Final = "respondent"
_THEIRS: Final = ("respondent", "respondent_answer")
_MOMENT: Final = 2
"""Stage and moment: who was added when. The label follows."""
_Names: TypeAlias = Mapping[Key, Key]


def known_as(base: Parcel, found: Found) -> Found:
    """A company with its people under the keys that they had in the base, so that a new name is one change.

    Who was added at one moment stands in one order everywhere. Where somebody of them is gone and another
    one renamed, so that nobody can say who is who, they keep their keys.
    """
    names = _former(base.rows(_PEOPLE), found.parcel.rows(_PEOPLE))
    if not names:
        return found
    parts = dict(found.parcel.parts)
    for part in _THEIRS:
        parts[part] = {_known(key, names): row for key, row in found.parcel.rows(part).items()}
    numbers = dict(found.numbers)
    numbers[_PEOPLE] = {_known(key, names): number for key, number in numbers.get(_PEOPLE, {}).items()}
    return Found(Parcel(found.parcel.uuid, parts), numbers)


def _known(key: Key, names: _Names) -> Key:
    for length in (len(key), len(key) - 1):
        if key[:length] in names:
            return (*names[key[:length]], *key[length:])
    return key


def _former(base: Rows, now: Rows) -> dict[Key, Key]:
    """What renamed people were known by, by what they would be known by now."""
    former = _by_moment(base)
    names: dict[Key, Key] = {}
    for moment, keys in _by_moment(now).items():
        both = {*former.get(moment, ())} & {*keys}
        runs = (_runs(former.get(moment, ()), both), _runs(keys, both))
        for gone, new in zip(*runs, strict=True):
            if len(gone) == len(new):
                names.update(zip(new, gone, strict=True))
    return names


def _by_moment(people: Rows) -> dict[Key, list[Key]]:
    found: defaultdict[Key, list[Key]] = defaultdict(list)
    for key in sorted(people, key=lambda each: (people[each].get("place", 0), each)):
        found[key[:_MOMENT]].append(key)
    return found


def _runs(keys: Iterable[Key], both: set[Key]) -> Iterator[list[Key]]:
    """Those between the ones that both sides know, before the first and after the last too."""
    run: list[Key] = []
    for key in keys:
        if key in both:
            yield run
            run = []
        else:
            run.append(key)
    yield run
