"""Moved to desktop.dossier."""

from desktop.dossier import AssessmentResult, Dossier

__all__ = ["AssessmentResult", "Dossier"]
