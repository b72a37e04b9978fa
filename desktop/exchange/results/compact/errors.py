"""What can be wrong with the plan in some codes, in sentences for who printed or photographed them."""

from desktop.text import say

FORGED = say(
    "The signature in these codes does not fit what they hold: somebody changed them. "
    "Ask who signed the plan for the file."
)
UNFIT = say(
    "These codes hold something that no plan contains. Use the PDF or the file instead, or print the plan "
    "again."
)
UNKNOWN_VERSION = say(
    "The questionnaire `{id}` in version {version} is not known here, so its answers cannot be read. Install "
    "the newest Sestante or the edition of the hub it comes from, or use the PDF or the file instead.",
    id="",
    version="",
)
OTHER_HASH = say(
    "The questionnaire `{id}` in version {version} is not the same here as where the plan was made, so "
    "its answers cannot be read from codes. Use the PDF or the file instead.",
    id="",
    version="",
)
UNKNOWN_QUESTION = say("`{id}` has no question `{name}`; correct the answers.", id="", name="")
TOO_LARGE = say(
    "This plan is too large for {most} codes on a page. Hand over the PDF or the file, which hold all of it.",
    most=0,
)
