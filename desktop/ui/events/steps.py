"""The screens of a visit in their order: two or three on the firm, then the questions."""

from desktop.ui.events.choice_page import ChoicePage
from desktop.ui.events.question_page import QuestionPage
from desktop.ui.events.size_page import SizePage
from desktop.ui.events.stand_page import StandPage
from desktop.ui.look import Look
from desktop.workspace.events import Stand, Visit

FIRM_STEPS = ("sector", "size", "province")
_ELSEWHERE = "elsewhere"
_NOBODYS = ("T", "U")  # households and embassies, whom no hub advises


def steps_of(stand: Stand, visit: Visit) -> list[str]:
    """The names of the firm's steps, then the ids of the questions asked now."""
    firm = [step for step in FIRM_STEPS if step != "province" or stand.provinces]
    return [*firm, *(question.id for question in stand.questions(visit))]


def made_page(step: str, stand: Stand, visit: Visit, look: Look) -> StandPage:
    """The screen of a step, with what was told there before."""
    say, draft = look.wording, visit.draft
    if step == "size":
        return SizePage(draft.headcount, look)
    if step == "sector":
        names = stand.library.network.sectors_in(say.language)
        shown = {code: text.name for code, text in names.items() if code not in _NOBODYS}
        return ChoicePage("stand-sector", say("What does your firm do?"), shown, draft.sector, look)
    if step == "province":
        places = {**stand.provinces, _ELSEWHERE: say("Somewhere else")}
        chosen = draft.province or (_ELSEWHERE if draft.is_elsewhere else None)
        return ChoicePage("stand-province", say("Where is your firm?"), places, chosen, look)
    question = stand.questionnaire.questions[step]
    text = stand.questionnaire.text(say.language).questions[step]
    return QuestionPage(question, text, stand.sheet(visit).get(question.key), look)
