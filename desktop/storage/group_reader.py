"""The companies that projects are made of, thousands at once, read in plain SQL."""

import json
from collections.abc import Collection, Mapping
from sys import intern
from typing import Any

from desktop.content.company import SizeClass, size_class_of
from desktop.projects.firms import Firms
from desktop.projects.project import FirmLine
from desktop.storage.database import Database
from desktop.storage.frames import frames_of
from desktop.storage.latest_rounds import latest_of
from desktop.storage.rows import Row, Rows
from desktop.storage.turns import TURN

_MOST = 2**40  # people
_DAY = 10  # letters
_DIGITS = tuple("01234")
_NEEDS = """
SELECT company.id, round.id, round.stage, country, region, province, sector, headcount, turnover_eur,
    balance_sheet_eur, employees, it_staff, round.changed_at, need.frame_id, need.levels, need.targets
FROM need JOIN round ON round.id = need.round_id JOIN company ON company.id = round.company_id
WHERE company.archived_at IS NULL AND replace(need.levels, '-', '') != '' ORDER BY company.id
"""
# A company is asked again where it agreed once more after the last withdrawal.
_WITHDRAWN = """
SELECT round.company_id FROM consent JOIN round ON round.id = consent.round_id GROUP BY round.company_id
HAVING max(withdrawn_on) > coalesce(max(CASE WHEN withdrawn_on IS NULL THEN agreed_on END), '0001-01-01')
"""
_LINE = """
SELECT id, name, vat, sector, region, province, headcount, contact_name, contact_email, contact_phone
FROM company
"""
_SOME = f"{_LINE} WHERE id IN (SELECT CAST(value AS INTEGER) FROM json_each(:ids)) ORDER BY lower(name), id"  # noqa: S608
_NAMED = f"""{_LINE} WHERE archived_at IS NULL AND lower(name) LIKE lower(:like) ESCAPE '\\'
ORDER BY lower(name), id LIMIT :most"""
_LEVELS = """
SELECT round.company_id, round.id, round.stage, need.frame_id, need.levels, need.targets
FROM need JOIN round ON round.id = need.round_id
WHERE replace(need.levels, '-', '') != ''
    AND round.company_id IN (SELECT CAST(value AS INTEGER) FROM json_each(:ids))
"""
_ROUND = f"SELECT id FROM round WHERE company_id = :id ORDER BY {TURN} DESC, id DESC LIMIT 1"  # noqa: S608


class GroupReader:
    """What proposals and lists of members tell of companies."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def firms(self) -> tuple[Firms, int]:
        """Every company whose needs are counted, by its latest round that tells any.

        Those put away, and those who withdrew what they agreed to, are left out; so many were the latter.
        """
        with self._database.reading() as rows:
            frames, latest = frames_of(rows, "competences"), latest_of(map(_slim, rows.each(_NEEDS)))
            withdrawn = frozenset(row["company_id"] for row in rows(_WITHDRAWN))
        kept = [row for company, row in latest.items() if company not in withdrawn]
        return _firms(kept, frames), len(latest) - len(kept)

    def lines(self, ids: Collection[int], need: str) -> tuple[FirmLine, ...]:
        """Companies by name, with what they have and should have of a competence."""
        with self._database.reading() as rows:
            return _lines(rows, rows(_SOME, ids=json.dumps(list(ids))), need)

    def round_of(self, company: int) -> int | None:
        """The latest round of a company; None where it is gone."""
        with self._database.reading() as rows:
            return next((int(row["id"]) for row in rows(_ROUND, id=company)), None)

    def named(self, text: str, need: str, most: int) -> tuple[FirmLine, ...]:
        """Companies in whose name a text stands, without those left out of groups."""
        like = "".join(f"\\{letter}" if letter in "%_\\" else letter for letter in text)
        with self._database.reading() as rows:
            found = rows(_NAMED, like=f"%{like}%", most=most)
            withdrawn = {row["company_id"] for row in rows(_WITHDRAWN)}
            return _lines(rows, [row for row in found if row["id"] not in withdrawn], need)


def _slim(row: Row) -> tuple[Any, ...]:
    """A row whose words stand once for all that share them; the lines of digits are each row's own."""
    *told, changed, frame, levels, targets = row
    shared = (intern(each) if type(each) is str else each for each in (*told, str(changed)[:_DAY]))
    return (*shared, frame, levels, targets)


def _firms(needs: list[tuple[Any, ...]], frames: Mapping[int, tuple[str, ...]]) -> Firms:
    columns = list(zip(*needs, strict=True)) or [()] * 16
    ids, _, _, countries, regions, provinces, sectors, headcounts, turnovers, sheets, employees = columns[:11]
    it, changed, frame_ids, levels, targets = columns[11:]
    return Firms(
        ids=ids,
        countries=_texts(countries),
        regions=_told(regions),
        provinces=_told(provinces),
        sectors=_told(sectors),
        sizes=_sizes(headcounts, turnovers, sheets),
        headcounts=_numbers(headcounts),
        staff=tuple(map(sum, zip(_numbers(employees), _numbers(it), strict=True))),
        frames=_numbers(frame_ids),
        levels=_texts(levels),
        targets=_texts(targets),
        counted=_texts(changed),
        frame_names=frames,
    )


def _texts(column: tuple[Any, ...]) -> tuple[str, ...]:
    if set(map(type, column)) == {str}:  # a look at each of 80,000 takes ten times as long
        return column
    return tuple(each if isinstance(each, str) else "" for each in column)


def _told(column: tuple[Any, ...]) -> tuple[str | None, ...]:
    if set(map(type, column)) <= {str, type(None)} and "" not in column:
        return column
    return tuple(each if isinstance(each, str) and each else None for each in column)


def _numbers(column: tuple[Any, ...]) -> tuple[int, ...]:
    """A damaged cell counts nobody."""
    if set(map(type, column)) == {int} and min(column) >= 0 and max(column) < _MOST:
        return column
    return tuple(each if isinstance(each, int) and 0 <= each < _MOST else 0 for each in column)


def _sizes(*columns: tuple[object, ...]) -> tuple[SizeClass, ...]:
    known: dict[tuple[object, ...], SizeClass] = {}
    for each in set(zip(*columns, strict=True)):
        headcount, *amounts = (value if isinstance(value, int) else None for value in each)
        known[each] = size_class_of(headcount or 0, *amounts)
    return tuple(known[each] for each in zip(*columns, strict=True))


def _lines(rows: Rows, found: list[Row], need: str) -> tuple[FirmLine, ...]:
    ids = json.dumps([row["id"] for row in found])
    frames, latest = frames_of(rows, "competences"), latest_of(rows(_LEVELS, ids=ids))
    return tuple(_line(row, *_standing(latest.get(row["id"]), frames, need)) for row in found)


def _standing(
    row: Row | None, frames: Mapping[int, tuple[str, ...]], need: str
) -> tuple[int | None, int | None]:
    """Level and target of a competence."""
    names = () if row is None else frames.get(row["frame_id"], ())
    if row is None or need not in names:
        return None, None
    at = names.index(need)
    return _digit(row["levels"], at), _digit(row["targets"], at)


def _digit(line: object, at: int) -> int | None:
    letter = str(line)[at : at + 1]
    return int(letter) if letter in _DIGITS else None


def _line(row: Row, level: int | None, target: int | None) -> FirmLine:
    texts = ("name", "vat", "contact_name", "contact_email", "contact_phone")
    name, vat, contact, email, phone = (str(row[text] or "") for text in texts)
    sector, region, province = _told((row["sector"], row["region"], row["province"]))
    (headcount,) = _numbers((row["headcount"],))
    return FirmLine(
        row["id"], name, vat, sector, region, province, headcount, contact, email, phone, level, target
    )
