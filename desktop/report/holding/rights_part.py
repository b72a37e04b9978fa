"""What the law grants, why the data are kept, where copies lie, and for how long."""

from collections.abc import Iterator

from reportlab.platypus import Flowable, Spacer

from desktop.report import style
from desktop.report.flowables import Heading, Text, grid, lined
from desktop.report.holding.told import ToldHolding
from desktop.text import Wording

_TITLES = 0.22


def rights_part(told: ToldHolding, wording: Wording) -> list[Flowable]:
    """A table of plain answers, each under the question it answers."""
    rows = [
        [Text(name, style.SMALL_STRONG), Text(text, style.SMALL)] for name, text in _answers(told, wording)
    ]
    widths = (style.WIDTH * _TITLES, style.WIDTH * (1 - _TITLES))
    table = grid(rows, widths, lined(), ("RIGHTPADDING", (0, 0), (0, -1), 14), reads="named rows")
    return [
        Heading.of(wording("What these data are for, and what you may ask"), style.SECTION, "rights", 1),
        table,
        Spacer(1, 6),
    ]


def _answers(told: ToldHolding, wording: Wording) -> Iterator[tuple[str, str]]:
    yield wording("Who holds them"), _who(told, wording)
    yield (
        wording("What for"),
        wording(
            "To see where the company stands digitally, to propose a plan of courses and steps, and to "
            "follow its progress from one visit to the next."
        ),
    )
    yield wording("Why it is allowed"), _basis(told, wording)
    yield wording("Where they are kept"), _where(told, wording)
    yield wording("For how long"), _how_long(told, wording)
    yield (
        wording("What you may ask"),
        wording(
            "This copy (Article 15 of the GDPR) and the same data as a file for other programs (Article "
            "20: data.json beside this document). To have mistakes corrected (16), everything erased "
            "(17), the use limited (18), to object (21), and to withdraw a consent at any time, as easily "
            "as it was given (7). It is enough to ask whoever holds the data; the answer comes within a "
            "month, free of charge."
        ),
    )
    yield (
        wording("Where to complain"),
        wording(
            "In Italy to the Garante per la protezione dei dati personali, www.garanteprivacy.it; in another "
            "country to the authority of that country (Article 77)."
        ),
    )


def _who(told: ToldHolding, wording: Wording) -> str:
    name = told.holding.consultant or told.consultant
    here = wording("whoever gave you this document")
    if told.server:
        return wording(
            "{name}, with the program Sestante and the server of the hub ({server}).",
            name=name or here,
            server=told.server,
        )
    return wording("{name}, with the program Sestante on one computer.", name=name or here)


def _basis(told: ToldHolding, wording: Wording) -> str:
    holds = [each for round_ in told.holding.rounds for each in round_.consents if each.withdrawn_on is None]
    own = wording(
        "Advice that the company asked for: Article 6(1)(b) of the GDPR, for people who are named the "
        "legitimate interest in that advice, Article 6(1)(f)."
    )
    if not holds:
        return own
    agreed = wording(
        "For handing them to a hub: the company's consent of {day}, Article 6(1)(a).",
        day=wording.date(holds[-1].agreed_on),
    )
    return f"{own} {agreed}"


def _where(told: ToldHolding, wording: Wording) -> str:
    if told.server:
        return wording(
            "In one database on the server of the hub, and in the backups its administrator makes of it; on "
            "laptops for as long as somebody took the company along. In addition: what was printed, saved or "
            "handed over on purpose (plans, result files, copies on sticks), where the program cannot reach "
            "it, and what another hub received, which answers for its own copy."
        )
    return wording(
        "In one database on this computer, with safety copies in the same folder; nothing is sent "
        "anywhere. In addition: what was printed, saved or handed over on purpose (plans, result files, "
        "copies on sticks), where the program cannot reach it, and what a hub received, which answers for "
        "its own copy."
    )


def _how_long(told: ToldHolding, wording: Wording) -> str:
    until = told.holding.keep_until
    if until is not None:
        return wording(
            "Until {day}, as was said for this company; then deletion is proposed.", day=wording.date(until)
        )
    if told.retention_months:
        return wording.plural(
            "{count} month after the last visit; then deletion is proposed.",
            "{count} months after the last visit; then deletion is proposed.",
            told.retention_months,
        )
    return wording(
        "As long as the advice goes on; no fixed period has been chosen. Ask, and they are deleted."
    )
