"""What can be wrong with codes, in sentences for who printed or photographed them."""

from desktop.errors import SestanteError
from desktop.text import say


class CodeError(SestanteError):
    """Codes cannot be written or read; the sentence says which, why and what to do."""


NOT_OURS = say("These are no codes of Sestante. Look for the squares on the page “Data” of a printed plan.")
NEWER = say(
    "These codes were made by a newer Sestante. Install the newest version here, then read them again."
)
MIXED = say("These are codes of {count} different plans. Take those of one plan at a time.", count=0)
DAMAGED = say("These codes do not hold what was written into them. Use the PDF or the file instead.")
FORGED = say(
    "The signature in these codes does not fit what they hold: somebody changed them. "
    "Ask who signed the plan for the file."
)
UNFIT = say(
    "These codes hold something that no plan holds. Use the PDF or the file instead, or print the plan anew."
)
UNKNOWN_VERSION = say(
    "The questionnaire `{id}` in version {version} is not known here, so its answers cannot be read. Install "
    "the newest Sestante or the edition of the hub it comes from, or use the PDF or the file instead.",
    id="",
    version="",
)
OTHER_HASH = say(
    "The questionnaire `{id}` in version {version} is another one here than where the plan was made, so its "
    "answers cannot be read from codes. Use the PDF or the file instead.",
    id="",
    version="",
)
UNKNOWN_QUESTION = say("`{id}` has no question `{name}`; correct the answers.", id="", name="")
TOO_LARGE = say(
    "This plan is too large for {most} codes on a page. Hand over the PDF or the file, which hold all of it.",
    most=0,
)
