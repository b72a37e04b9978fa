"""How far apart those are who answered for themselves: a table by area, competence and role."""

from collections.abc import Iterator

from reportlab.platypus import CondPageBreak, Flowable, Spacer

from desktop.content.catalogues.catalogue_file import Role
from desktop.dossier import Dossier, PeopleRow, people_by_role, people_rows, standing_out
from desktop.report import style, terms
from desktop.report.flowables import Heading, Text, grid, lined, listed
from desktop.report.people_words import below_in_words, levels_in_words, privacy_in_words
from desktop.text import Wording

_NAMES, _TOLD, _ROOM = 0.4, 3, 190


def people(dossier: Dossier, wording: Wording) -> list[Flowable]:
    """The section; nothing where nobody answered for herself or himself."""
    counts = people_by_role(dossier.people)
    if not counts:
        return []
    rows = people_rows(dossier.library.catalogue, dossier.people, dossier.company)
    names = [terms.role_name(role, dossier, wording.language) for role in counts]
    told = [wording.plural("{count} person", "{count} people", count) for count in counts.values()]
    head = [
        Text(wording("Competence"), style.LABEL),
        *(Text(f"{name} · {count}", style.LABEL) for name, count in zip(names, told, strict=True)),
    ]
    body = [_row(row, tuple(counts), dossier, wording) for row in _by_area(rows, dossier)]
    each = style.WIDTH * (1 - _NAMES) / len(counts)
    widths = (style.WIDTH * _NAMES, *[each] * len(counts))
    table = grid([head, *body], widths, lined(), repeatRows=1, reads="named rows")
    return [
        CondPageBreak(_ROOM),
        Heading.of(wording("The people"), style.PAGE_TITLE, "people"),
        Text(privacy_in_words(wording), style.SMALL_MUTED),
        *listed(Text(sentence, style.SMALL) for sentence in _sentences(rows, dossier, wording)),
        Spacer(1, 6),
        table,
        Text(wording("In bold: below what the role needs."), style.SMALL_MUTED),
    ]


def _sentences(rows: tuple[PeopleRow, ...], dossier: Dossier, wording: Wording) -> Iterator[str]:
    for row in standing_out(rows, _TOLD):
        name = terms.competence_name(row.competence, dossier, wording.language)
        yield below_in_words(row, name, wording)


def _by_area(rows: tuple[PeopleRow, ...], dossier: Dossier) -> list[PeopleRow]:
    """Area by area in the order of the catalogue; within an area the widest gap first."""
    areas = {name: entry.area for name, entry in dossier.library.catalogue.competences.items()}
    order = list(dict.fromkeys(areas.values()))
    return sorted(rows, key=lambda row: order.index(areas[row.competence]))


def _row(row: PeopleRow, roles: tuple[Role, ...], dossier: Dossier, wording: Wording) -> list[Flowable]:
    texts = dossier.library.catalogue.competence_text(wording.language)
    area = dossier.library.catalogue.competences[row.competence].area
    name = terms.competence_name(row.competence, dossier, wording.language)
    cells: list[Flowable] = [Text(f"{name} · {texts.areas.get(area, area)}", style.TINY)]
    for role in roles:
        found = row.by_role.get(role)
        if found is None:
            cells.append(Text("–", style.TINY_MUTED))
            continue
        levels = levels_in_words(found, wording)
        said = wording("{levels}, needed {needed}", levels=levels, needed=row.needed[role])
        cells.append(Text(said, style.TINY_STRONG if found.median < row.needed[role] else style.TINY))
    return cells
