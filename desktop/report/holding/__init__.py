"""What is held about a company or a person, as a document for them to read; made at first use."""

from desktop.report.holding.told import ToldHolding, ToldImport, ToldPerson

__all__ = ["ToldHolding", "ToldImport", "ToldPerson", "build_holding_pdf", "build_person_pdf"]


def build_holding_pdf(told: ToldHolding, language: str) -> bytes:
    """Everything that is held about a company, as a PDF."""
    from desktop.report.holding import document

    return document.build_holding_pdf(told, language)


def build_person_pdf(told: ToldPerson, language: str) -> bytes:
    """What somebody answered for herself or himself, as a PDF."""
    from desktop.report.holding import document

    return document.build_person_pdf(told, language)
