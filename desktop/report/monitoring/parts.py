"""The parts of a monitoring report as tables, for paper and for sheets."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, TypeAlias, cast

from desktop.content.size_words import size_name
from desktop.report.monitoring.told import ToldMonitoring
from desktop.report.territory.names import Names
from desktop.territory.monitoring import Breakdown, Line, Share
from desktop.text import Wording

if TYPE_CHECKING:
    from desktop.content.company import SizeClass

Value: TypeAlias = str | int | float
UNTOLD = "–"
"""In place of a figure that is not known, or would tell of a few firms."""
_HUNDREDTHS = 100
_COMPETENCES = 15


@dataclass(frozen=True, slots=True)
class Part:
    """A table with its title, the name of its sheet, a line above it, and its columns' shares of a page.

    `bars` are names with percents to be drawn above it.
    """

    title: str
    key: str
    sheet: str
    lead: str
    headings: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
    shares: tuple[float, ...]
    bars: tuple[tuple[str, int], ...] = ()


class Parts:
    """Tells the figures of a territory."""

    def __init__(self, told: ToldMonitoring, wording: Wording) -> None:
        self._figures = told.figures
        self._say = wording
        self._names = Names(told.library, told.library.hub_desk, wording)

    def parts(self) -> Iterator[Part]:
        """Those with something in them."""
        found = (
            self._needs(),
            self._demand(),
            *(self._breakdown(name, of) for name, of in self._figures.breakdowns.items()),
            self._change(),
            self._services(),
        )
        yield from (each for each in found if each.rows)

    def _needs(self) -> Part:
        say = self._say
        return Part(
            title=say("What companies need"),
            key="needs",
            sheet=say("Needs"),
            lead=say(
                "Companies that in at least one competence of an area are below the level a company of "
                "their size and sector should have."
            ),
            headings=(say("Area"), say("Companies that need it"), say("out of"), say("Share")),
            rows=tuple(self._shares({self._names.area(n): s for n, s in self._figures.areas.items()})),
            shares=(0.46, 0.22, 0.14, 0.18),
            bars=tuple(
                (self._names.area(name), _percent(share))
                for name, share in self._figures.areas.items()
                if share is not None
            ),
        )

    def _demand(self) -> Part:
        say = self._say
        found = [(n, s) for n, s in self._figures.competences.items() if s is not None and s.lacking]
        found.sort(key=lambda each: (-each[1].lacking, each[0]))
        return Part(
            title=say("Demand for training"),
            key="demand",
            sheet=say("Demand"),
            lead=say("The competences that most companies have to build, in the order of how many."),
            headings=(say("Competence"), say("Companies that need it"), say("out of"), say("Share")),
            rows=tuple(self._shares({self._names.competence(n): s for n, s in found[:_COMPETENCES]})),
            shares=(0.46, 0.22, 0.14, 0.18),
        )

    def _shares(self, shares: Mapping[str, Share | None]) -> Iterator[tuple[Value, ...]]:
        for name, share in shares.items():
            if share is None:
                yield name, UNTOLD, UNTOLD, UNTOLD
            else:
                yield name, share.lacking, share.known, self._percent(share)

    def _breakdown(self, name: str, found: Breakdown) -> Part:
        say = self._say
        titles = {
            "size": (say("By size"), say("Size")),
            "sector": (say("By sector"), say("Sector")),
            "region": (say("By region"), say("Region")),
            "province": (say("By province"), say("Province")),
        }
        areas = list(self._figures.areas)
        is_one = len(found.lines) < 2 and not found.others  # noqa: PLR2004 - all firms are of one kind
        rows = () if is_one else tuple(self._line(name, each, areas) for each in found.lines)
        if rows and found.others:
            rows = (*rows, (say("others, too few each"), found.others, *[""] * (1 + len(areas))))
        title, heading = titles[name]
        return Part(
            title=title,
            key=name,
            sheet=title,
            lead=say("Companies, their mean score, and the share that needs something in each area."),
            headings=(heading, say("Companies"), say("Score"), *(self._names.area(area) for area in areas)),
            rows=rows,
            shares=(0.23, 0.08, 0.11, *([0.58 / max(1, len(areas))] * len(areas))),
        )

    def _line(self, name: str, line: Line, areas: list[str]) -> tuple[Value, ...]:
        shares = (line.shares.get(area) for area in areas)
        return (
            self._key(name, line.key),
            line.firms,
            UNTOLD if line.mean is None else line.mean / _HUNDREDTHS,
            *(UNTOLD if share is None else self._percent(share) for share in shares),
        )

    def _key(self, breakdown: str, key: str) -> str:
        """A size, sector, region or province; where it is empty, that it was not given."""
        if breakdown == "size" and key:
            return size_name(cast("SizeClass", key), self._say)
        return self._names.of(breakdown, key)

    def _change(self) -> Part:
        say, change = self._say, self._figures.change
        questionnaire = self._figures.questionnaire or ""
        rows = []
        for name, (before, after) in ({} if change is None else change.scores).items():
            title = say("Overall") if name is None else self._names.dimension(questionnaire, name)
            rows.append((title, before / _HUNDREDTHS, after / _HUNDREDTHS, (after - before) / _HUNDREDTHS))
        return Part(
            title=say("What changed since T0"),
            key="change",
            sheet=say("What changed"),
            lead=say.plural(
                "Mean scores of the {count} company assessed again, at first and last.",
                "Mean scores of the {count} companies assessed again, at first and last.",
                0 if change is None else change.n,
            ),
            headings=(say("Dimension"), say("at T0"), say("latest"), say("Difference")),
            rows=tuple(rows),
            shares=(0.46, 0.18, 0.18, 0.18),
        )

    def _services(self) -> Part:
        say, figures = self._say, self._figures
        money = {name and self._names.category(name): each for name, each in figures.services.items()}
        if figures.all_services is not None:
            money[say("All delivered or reported")] = figures.all_services
        if figures.agreed_services is not None:
            money[say("Agreed, still to be given")] = figures.agreed_services
        rows = (
            (name, each.services, each.firms, round(each.price_cents / 100), round(each.aid_cents / 100))
            for name, each in money.items()
        )
        return Part(
            title=say("Services and money"),
            key="services",
            sheet=say("Services"),
            lead=say(
                "Services delivered or reported, as the register has them; those planned or under way are "
                "told apart."
            ),
            headings=(
                say("Category"),
                say("Services"),
                say("Companies"),
                say("Value, €"),
                say("of which public money, €"),
            ),
            rows=tuple(rows),
            shares=(0.34, 0.13, 0.13, 0.17, 0.23),
        )

    def _percent(self, share: Share) -> str:
        return self._say("{percent}%", percent=_percent(share))


def _percent(share: Share) -> int:
    """Of a hundred, halves to the even one."""
    return round(Fraction(100 * share.lacking, share.known))
