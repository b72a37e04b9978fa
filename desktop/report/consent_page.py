"""The consent on paper: the text, a box for each purpose, and lines to sign on."""

from collections.abc import Iterator

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import CondPageBreak, Flowable, HRFlowable, KeepTogether, Spacer

from desktop.content.brand import Brand
from desktop.content.consent import ConsentForm, with_hub
from desktop.dossier import Dossier
from desktop.report import style
from desktop.report.brand_look import brand_in_a_line
from desktop.report.consent_words import hub_name
from desktop.report.flowables import Heading, Text, grid, height_of, joined, lined, strong
from desktop.report.tick_box import SIDE, tick_box
from desktop.text import Wording

_BOX_COLUMN = 44.0
_TITLES = 0.2
_ROOM_TO_SIGN = 34.0
_LARGE = ParagraphStyle("consent", style.BODY, fontSize=10.6, leading=15)
_LARGE_STRONG = ParagraphStyle("consent strong", style.STRONG, fontSize=10.6, leading=15)
_LOOKS = (
    (_LARGE, _LARGE_STRONG),
    (style.BODY, style.STRONG),
    (style.SMALL, style.SMALL_STRONG),
)


def consent_page(dossier: Dossier, wording: Wording, brand: Brand | None = None) -> list[Flowable]:
    """The sheet, to be signed and handed over with the plan: one page, as large as it has room for."""
    form = dossier.library.consent
    hub = brand.name if brand else hub_name(dossier.company, dossier.library, wording)
    text = form.text(wording.language)
    heading = Heading.of(text.title, style.PAGE_TITLE, "consent")
    signed: list[Flowable] = [
        Spacer(1, 10),
        *_agreed(dossier, wording),
        Text(_whose(dossier, wording), style.STRONG),
        Spacer(1, 12),
        _signature(wording),
        Spacer(1, 8),
        Text(_version(form, wording), style.SMALL_MUTED),
    ]
    room = style.HEIGHT - height_of([heading, *signed])
    for looks in _LOOKS:
        told: list[Flowable] = [
            Text(text.lead, looks[0]),
            Text(brand_in_a_line(brand) if brand else "", looks[0]),
            Spacer(1, 6),
            _sections(form, hub, wording, looks),
        ]
        asked: list[Flowable] = [
            Heading.of(wording("What we agree to"), style.SECTION, "consent-purposes", 1),
            _purposes(form, hub, wording, looks[0]),
        ]
        if height_of([*told, *asked]) <= room:
            break
    return [CondPageBreak(style.HEIGHT - 1), heading, *told, KeepTogether([*asked, *signed])]


def _sections(
    form: ConsentForm, hub: str, wording: Wording, looks: tuple[ParagraphStyle, ParagraphStyle]
) -> Flowable:
    words, titles = looks
    rows = [
        [Text(part.title, titles), Text(with_hub(part.text, hub), words)]
        for part in form.parts(wording.language, "sections")
    ]
    widths = (style.WIDTH * _TITLES, style.WIDTH * (1 - _TITLES))
    return grid(rows, widths, lined(), ("RIGHTPADDING", (0, 0), (0, -1), 14), reads="named rows")


def _purposes(form: ConsentForm, hub: str, wording: Wording, look: ParagraphStyle) -> Flowable:
    """A row for each purpose with a box for yes and one for no."""
    rows: list[list[object]] = []
    for part in form.parts(wording.language, "purposes"):
        told = joined((strong(f"{part.title}."), with_hub(part.text, hub)))
        boxes = [_choice(answer, wording, look) for answer in (wording("Yes"), wording("No"))]
        rows.append([*boxes, Text(told, look)])
    widths = (_BOX_COLUMN, _BOX_COLUMN, style.WIDTH - 2 * _BOX_COLUMN)
    return grid(rows, widths, lined(), reads="list")


def _choice(label: str, wording: Wording, look: ParagraphStyle) -> Flowable:
    """A box with its word beside it."""
    return grid(
        [[tick_box(wording), Text(label, look)]],
        (SIDE + 5, _BOX_COLUMN - SIDE - 5),
        ("TOPPADDING", (0, 0), (-1, -1), 0),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), 0),
    )


def _whose(dossier: Dossier, wording: Wording) -> str:
    """The company that signs, so that the sheet can be kept apart from the plan."""
    company = dossier.company
    vat = wording("VAT number {number}", number=f"{company.country} {company.vat}") if company.vat else ""
    return joined((company.name, vat), " · ")


def _agreed(dossier: Dossier, wording: Wording) -> Iterator[Flowable]:
    """What was agreed to before, in Sestante."""
    consent = dossier.consent
    if consent is None:
        return
    told = wording(
        "Agreed in Sestante on {date}, to version {version} of this text.",
        date=wording.date(consent.agreed_on),
        version=consent.text_version,
    )
    yield Text(told, style.STRONG)


def _signature(wording: Wording) -> Flowable:
    labels = (wording("Place and date"), wording("Name in capital letters"), wording("Signature"))
    cells = [[Spacer(1, _ROOM_TO_SIGN), _rule(), Text(label, style.SMALL_MUTED)] for label in labels]
    width = (style.WIDTH - 2 * style.GUTTER) / 3
    return grid(
        [cells],
        (width + style.GUTTER, width + style.GUTTER, width),
        ("RIGHTPADDING", (0, 0), (1, 0), style.GUTTER),
        ("RIGHTPADDING", (2, 0), (2, 0), 0),
    )


def _rule() -> Flowable:
    return HRFlowable(width="100%", thickness=0.6, color=style.INK, spaceBefore=0, spaceAfter=3)


def _version(form: ConsentForm, wording: Wording) -> str:
    return wording(
        "Version {version} of the text. Written from Regulation (EU) 2016/679 (GDPR), articles 6, 7 and 13; "
        "it is not legal advice.",
        version=form.version,
    )
