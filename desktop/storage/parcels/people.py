"""People of a round matched with who they were when a company was taken along, whatever their names now."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, TypeAlias

from desktop.storage.parcels.parcel import Key, Parcel, Rows
from desktop.storage.parcels.reading import Found
from desktop.storage.turns import turn_of

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
    return _renamed(found, _former(base.rows(_PEOPLE), found.parcel.rows(_PEOPLE)))


def as_in(mine: Parcel, found: Found) -> Found:
    """A company with those of its people under the keys of `mine` that both sides took along to a round.

    Where both sides began it, each has a moment there and another one here, and the name of a former round.
    """
    ours, theirs = (_taken_along(each) for each in (mine, found.parcel))
    apart = ours.keys() & theirs.keys() - {who for who in ours if ours[who] in theirs.values()}
    return _renamed(found, {theirs[who]: ours[who] for who in apart})


def _taken_along(parcel: Parcel) -> dict[Key, Key]:
    """People with the name of somebody in an earlier round, by stage and name; of two of a name, nobody."""
    people = list(parcel.rows(_PEOPLE))
    counts = Counter(key[::_MOMENT] for key in people)
    return {
        key[::_MOMENT]: key
        for key in people
        if counts[key[::_MOMENT]] == 1
        and any(each[_MOMENT] == key[_MOMENT] and turn_of(each[0]) < turn_of(key[0]) for each in people)
    }


def _renamed(found: Found, names: _Names) -> Found:
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
