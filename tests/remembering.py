"""What hundreds of tests ask anew is worked out once in each process that runs them, and handed out again.

Only what depends on nothing but what it is asked, and what nobody changes afterwards. What a part works out
is tested where the part is called itself, not by way of the names that are exchanged here.
"""

import sys
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from desktop.content import library
from desktop.content.files import strict_yaml
from desktop.errors import ContentError

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from desktop.storage import Key

_MOST = 500  # requests; those of drawn catalogues never come again
REPOSITORY = Path(__file__).resolve().parent.parent


def remember_files(patch: pytest.MonkeyPatch) -> None:
    """Documents that were parsed; what is refused is parsed anew each time."""
    parse = strict_yaml.parse_yaml
    parsed = lru_cache(maxsize=256)(parse)

    def parse_or_recall(data: bytes, file: str) -> strict_yaml.Document:
        try:
            return replace(parsed(data, ""), file=file)
        except ContentError:
            return parse(data, file)

    patch.setattr(strict_yaml, "parse_yaml", parse_or_recall)


def remember_content(patch: pytest.MonkeyPatch) -> None:
    """What the folders of the repository hold; each command would read it anew."""
    for name in ("read_questionnaires", "read_catalogue", "read_network", "read_consent"):
        patch.setattr(library, name, _of_the_repository(getattr(library, name)))


def _of_the_repository(read: Callable[..., Any]) -> Callable[..., Any]:
    found: dict[object, Any] = {}

    def read_or_recall(folder: Path, *others: Iterable[str]) -> Any:
        if not folder.is_relative_to(REPOSITORY):
            return read(folder, *others)
        key = (folder, *map(tuple, others))
        if key not in found:
            found[key] = read(folder, *others)
        return found[key]

    return read_or_recall


def remember_statements(patch: pytest.MonkeyPatch) -> None:
    """What SQLAlchemy makes of a statement; every database that is opened would word it anew."""
    if "desktop.storage" not in sys.modules:
        return
    from desktop.storage import engine

    make, first = engine._engine, dict[bool, "Engine"]()

    def make_alike(path: Path, key: "Key | None", *, keeps_references: bool = True) -> "Engine":
        made = make(path, key, keeps_references=keeps_references)
        known = first.get(key is None)
        if known is None or known.dialect.server_version_info is None:
            first[key is None] = made
        else:
            made.dialect = made.pool._dialect = known.dialect
            made._compiled_cache = known._compiled_cache
        return made

    patch.setattr(engine, "_engine", make_alike)


def remember_guesses(patch: pytest.MonkeyPatch) -> None:
    """The keys that passphrases lead to; each takes long on purpose."""
    if "desktop.storage" not in sys.modules:
        return
    from desktop.storage.vault import wrapping

    patch.setattr(wrapping, "_derived", lru_cache(maxsize=256)(wrapping._derived))


def remember_plans(patch: pytest.MonkeyPatch) -> None:
    """Plans with their reasons, as dossiers and the window ask for them."""
    if not sys.modules.keys() & {"desktop.dossier", "desktop.workspace"}:
        return
    from desktop.dossier import gathering
    from desktop.planning import ready_plans

    for name in ("make_plan", "reason_gaps", "explain_alternatives", "explain_open_gaps"):
        patch.setattr(gathering, name, _of_equal_requests(getattr(gathering, name)))
    patch.setattr(ready_plans, "prove_plan", _of_equal_requests(ready_plans.prove_plan))


def _of_equal_requests(work: Callable[..., Any]) -> Callable[..., Any]:
    from desktop.planning.ready_plans import key_of

    found: dict[str, list[tuple[object, tuple[Any, ...], Any]]] = {}

    def work_or_recall(request: Any, *others: Any) -> Any:
        known = found.setdefault(key_of(request), [])
        for catalogue, asked, made in known:
            if catalogue is request.catalogue and asked == others:
                return made
        made = work(request, *others)
        if len(found) > _MOST:
            found.clear()
        known.append((request.catalogue, others, made))
        return made

    return work_or_recall
