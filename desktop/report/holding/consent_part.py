"""The wording of every version of the consent that was agreed to."""

from collections.abc import Iterator

from reportlab.platypus import CondPageBreak, Flowable, Spacer

from desktop.content.consent import ConsentForm, with_hub
from desktop.report import style
from desktop.report.consent_words import hub_name
from desktop.report.flowables import Heading, Text, joined, strong
from desktop.report.holding.told import ToldHolding
from desktop.text import Wording

_ROOM = 160  # points of a page below which a text begins on the next one


def consent_part(told: ToldHolding, wording: Wording) -> list[Flowable]:
    """A text for each version; nothing where the company agreed to none."""
    versions = {each.text_version: None for held in told.holding.rounds for each in held.consents}
    content: list[Flowable] = []
    for version in versions:
        title = wording("Wording of the consent, version {version}", version=version)
        content.append(CondPageBreak(_ROOM))
        content.append(Heading.of(title, style.SECTION, f"consent-{version}", 1))
        form = told.forms.get(version)
        content += list(_text(form, told, wording)) if form else [_unknown(wording)]
    return content


def _text(form: ConsentForm, told: ToldHolding, wording: Wording) -> Iterator[Flowable]:
    hub = hub_name(told.holding.company, told.library, wording)
    text = form.text(wording.language)
    yield Text(f"{text.title}. {text.lead}", style.SMALL)
    for part in ("sections", "purposes"):
        for each in form.parts(wording.language, part):
            yield Spacer(1, 3)
            yield Text(joined((strong(f"{each.title}."), with_hub(each.text, hub))), style.SMALL)


def _unknown(wording: Wording) -> Flowable:
    return Text(
        wording("This version of Sestante does not know the wording; it is on the sheet that was signed."),
        style.SMALL,
    )
