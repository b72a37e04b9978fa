"""Printed plans of every kind, each made once: short and long, with a brand, codes, an earlier round."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from io import BytesIO

from msgspec.structs import replace as with_fields
from PIL import Image
from report_builders import a_dossier, a_second_round, the_library

from desktop.advising import ExpertRemark
from desktop.answers.reading import read_answers
from desktop.content.brand import Brand, Office
from desktop.content.plan_input import read_plan_input
from desktop.dossier import Dossier, SeveralVoices, Situation, Voice, gather
from desktop.dossier.sharing import share
from desktop.paths import resources_folder
from desktop.report import Attachment, PrintOptions, build_pdf
from desktop.scores import voices_apart
from tests.builders import best_answers, some_facts, worst_answers

ATTACHED = Attachment("result.json", b"{}", "application/json", "Answers and plan")
DAY = date(2026, 11, 22)
CARRIED = PrintOptions(attachments=(ATTACHED,), codes=("A", "B"))


def a_brand() -> Brand:
    logo = BytesIO()
    Image.new("RGBA", (40, 20), (0, 80, 0, 255)).save(logo, "PNG")
    return Brand("Hub Valle Serena", "#7A2E5D", logo.getvalue(), (Office("Sportello", "Via 1", "0999"),))


BRANDED = replace(CARRIED, brand=a_brand())


def _example(name: str) -> Dossier:
    library = the_library()
    given = read_plan_input(resources_folder() / "examples" / f"{name}.yaml")
    answered = read_answers(given, library.questionnaires)
    pair = (answered.questionnaires, answered.sheet)
    return gather(Situation(library, given.company, given.constraints, *pair, made_on=date(2026, 11, 22)))


def _named(name: str) -> Dossier:
    dossier = a_dossier()
    return replace(dossier, company=with_fields(dossier.company, name=name))


def _of_several() -> Dossier:
    """Four people on one questionnaire, two of the same role."""
    dossier = a_dossier(names=("technology-check",))
    questionnaire = dossier.results[0].questionnaire
    best, worst = best_answers(questionnaire), worst_answers(questionnaire)
    apart = voices_apart(questionnaire, (best, worst, dossier.sheet, worst), some_facts(6))
    assert apart is not None
    voices = (
        Voice("owner", "Anna"),
        Voice("employee", "", 1),
        Voice("employee", "", 2),
        Voice("it", "X" * 60),
    )
    return replace(dossier, voices=(SeveralVoices(voices, apart),))


def _advised() -> Dossier:
    """What advisers say: of a competence, of an area, and at length of everything."""
    long = " ".join(["Prima provate a ripristinare una copia."] * 45)
    remarks = (
        ExpertRemark("a", "cyber-backup", "Una copia fuori sede.\nPoi sentiamoci.", "Paolo Fabbri", DAY),
        ExpertRemark("b", "cyber", long, "", DAY),
        ExpertRemark("c", "", "<b>Bravi</b> & avanti", "Elena Gatti", DAY),
    )
    return replace(a_dossier(courses=2), remarks=remarks)


VARIANTS: Mapping[str, tuple[Callable[[], Dossier], PrintOptions]] = {
    "bakery": (lambda: _example("bakery"), CARRIED),
    "workshop": (lambda: _example("metal-workshop"), PrintOptions()),
    "tourism": (lambda: _example("tourism"), CARRIED),
    "quick look alone": (lambda: a_dossier(names=("quick",)), CARRIED),
    "handout": (a_dossier, replace(BRANDED, form="handout")),
    "scores alone": (lambda: share(a_dossier(courses=2), "scores"), BRANDED),
    "a hub's": (lambda: a_dossier(courses=2), BRANDED),
    "then and now": (a_second_round, CARRIED),
    "what advisers say": (_advised, CARRIED),
    "several people": (_of_several, CARRIED),
    "Arabic name": (lambda: _named("شركة كِتَابٌ الله (Bari)"), CARRIED),
    "Hebrew name": (lambda: _named("שִׁמְעוֹן"), CARRIED),
}


@cache
def a_variant(name: str) -> bytes:
    """The PDF in Italian."""
    make, options = VARIANTS[name]
    return build_pdf(make(), "it", options)
