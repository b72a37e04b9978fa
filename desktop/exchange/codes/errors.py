"""What can be wrong with codes, in sentences for who printed or photographed them."""

from desktop.errors import SestanteError
from desktop.text import say


class CodeError(SestanteError):
    """Codes cannot be written or read; the sentence says which, why and what to do."""


NOT_OURS = say("These are not Sestante codes. Look for the squares on the last page of a printed plan.")
NEWER = say(
    "These codes were made by a newer Sestante. Install the newest version here, then read them again."
)
MIXED = say("These are codes of {count} different plans. Take those of one plan at a time.", count=0)
DAMAGED = say("These codes do not hold what was written into them. Use the PDF or the file instead.")
