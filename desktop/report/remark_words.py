"""A remark of an adviser in words: what it is about, and who says it when."""

from desktop.advising import ExpertRemark
from desktop.content.catalogues.catalogue import Catalogue
from desktop.text import Wording


def about_in_words(about: str, catalogue: Catalogue, wording: Wording) -> str:
    """The competence or area; in general where it is of everything, or of something not known here."""
    texts = catalogue.competence_text(wording.language)
    competence = texts.competences.get(about)
    return texts.areas.get(about) or (competence.name if competence else wording("In general"))


def said_by(remark: ExpertRemark, wording: Wording) -> str:
    """The name, where one is told, and the day."""
    day = wording.date(remark.made_on)
    return wording("{name}, {day}", name=remark.by, day=day) if remark.by else day
