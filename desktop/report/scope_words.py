"""What a copy leaves out, in words; who the company is in a copy that does not say."""

from desktop.content.size_words import size_name
from desktop.dossier import Dossier, Scope
from desktop.report import terms
from desktop.report.options import PARTS, Part
from desktop.text import Wording

_NAMELESS_PARTS: frozenset[Part] = frozenset({"results", "method", "data"})


def parts_of(dossier: Dossier, wanted: frozenset[Part]) -> tuple[Part, ...]:
    """The parts wanted that have something to say, in the order of printing.

    Scores alone have neither answers nor a plan, nobody to sign, and no company to tell an officer about.
    """
    told = wanted & _NAMELESS_PARTS if is_nameless(dossier) else wanted
    return tuple(part for part in PARTS if part in told)


def is_nameless(dossier: Dossier) -> bool:
    """Whether the copy does not say whose it is."""
    return dossier.scope == "scores"


def company_name(dossier: Dossier, wording: Wording) -> str:
    """The company's name as far as the copy says it."""
    return wording("Without name") if is_nameless(dossier) else dossier.company.name


def document_title(dossier: Dossier, wording: Wording) -> str:
    """What the document is: a plan, or scores alone."""
    return wording("Digital maturity scores") if is_nameless(dossier) else wording("Digital maturity plan")


def firm_in_words(dossier: Dossier, wording: Wording) -> tuple[str, ...]:
    """Sector, place and size; of a nameless company only the class of its size."""
    company = dossier.company
    size = (
        size_name(company.size_class, wording)
        if is_nameless(dossier)
        else wording.plural("{count} person", "{count} people", company.headcount)
    )
    sector = terms.sector_name(company, dossier, wording.language)
    return sector, terms.place_name(company, dossier, wording), size


def scope_in_a_line(scope: Scope, wording: Wording) -> str:
    """What the copy leaves out; empty where it leaves out nothing."""
    lines = {
        "full": "",
        "no-contact": wording("This copy leaves out the contact person's data."),
        "scores": wording("This copy holds scores alone: no name, no answers, no plan."),
    }
    return lines[scope]


def carried_in_words(scope: Scope, wording: Wording) -> str:
    """What the data of a copy tell, and what they do not."""
    words = {
        "full": wording(
            "They carry what this plan says: the company with its contact person, the answers, the scores "
            "and the chosen courses."
        ),
        "no-contact": wording(
            "They carry what this plan says, without the contact person's data: the company, the answers, "
            "the scores and the chosen courses."
        ),
        "scores": wording(
            "They carry scores alone, with country, region, sector and size: no name, no VAT number, "
            "no answers, no plan."
        ),
    }
    return words[scope]
