"""When a short document is enough, and when what is less important must make room."""

from desktop.dossier import Dossier

_MANY = 4


def is_first_look(dossier: Dossier) -> bool:
    """Whether nothing but short questionnaires was answered, which carry no long paper."""
    return all(result.is_first_look for result in dossier.results)


def is_long(dossier: Dossier) -> bool:
    """Whether so many questionnaires were answered that their results need the paper."""
    return len(dossier.results) >= _MANY
