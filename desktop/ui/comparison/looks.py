"""How the causes of a change look, in both themes."""

from desktop.comparing import Cause
from desktop.ui.theme import Tokens


def colour_of(cause: Cause, tokens: Tokens) -> str:
    """The colour of a cause; its words stand beside it wherever it is shown."""
    match cause:
        case Cause.QUESTIONNAIRE:
            return tokens.ring
        case Cause.KNOWN:
            return tokens.warn
        case Cause.RESPONDENT:
            return tokens.good
        case _:
            return tokens.accent
