"""The words that may stand at a place of a file, for whoever wrote another one there."""

from collections.abc import Iterator

from msgspec import inspect

from desktop.content.files.strict_yaml import Steps


def allowed_words(shape: type, path: Steps, found: str) -> tuple[str, ...]:
    """The words allowed at `path` in a file of type `shape`, where `found` stands as a value or a name."""
    places = [inspect.type_info(shape)]
    for step in path:
        names = [info.key_type for info in _kinds(places) if isinstance(info, inspect.DictType)]
        is_name = step == found and step == path[-1]
        places = names if is_name and names else [one for info in _kinds(places) for one in _at(info, step)]
    literals = [info for info in _kinds(places) if isinstance(info, inspect.LiteralType)]
    return tuple(str(value) for info in literals for value in info.values)


def _kinds(places: list[inspect.Type]) -> Iterator[inspect.Type]:
    """The kinds of values that places take, each by itself."""
    for info in places:
        if isinstance(info, inspect.Metadata):
            yield from _kinds([info.type])
        elif isinstance(info, inspect.UnionType):
            yield from _kinds(list(info.types))
        else:
            yield info


def _at(info: inspect.Type, step: str | int) -> Iterator[inspect.Type]:
    match info:
        case inspect.StructType():
            yield from (entry.type for entry in info.fields if entry.encode_name == step)
        case inspect.DictType():
            yield info.value_type
        case inspect.VarTupleType() | inspect.ListType():
            yield info.item_type
        case inspect.TupleType():
            yield from info.item_types
