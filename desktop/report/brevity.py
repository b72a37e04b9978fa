"""When a short document is enough."""

from desktop.dossier import Dossier


def is_first_look(dossier: Dossier) -> bool:
    """Whether nothing but short questionnaires was answered, which carry no long paper."""
    return all(result.is_first_look for result in dossier.results)
