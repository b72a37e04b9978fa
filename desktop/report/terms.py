"""Words for what files and values name by a code: sizes, roles, languages, levels, reasons."""

from datetime import date, timedelta
from fractions import Fraction

from desktop.content.catalogues.catalogue_file import CourseEntry, Role
from desktop.content.company import Company
from desktop.content.decisions import CourseFormat
from desktop.content.questionnaires.questionnaire import Level, Questionnaire
from desktop.dossier import AssessmentResult, Dossier
from desktop.guidance import is_stale
from desktop.planning.plan import OpenGap, Plan, PlannedCourse
from desktop.scores import Score
from desktop.text import Wording


def role_name(role: Role, dossier: Dossier, language: str) -> str:
    """The name of a role as the catalogue calls it."""
    return dossier.library.catalogue.competence_text(language).roles.get(role, role)


def competence_name(competence: str, dossier: Dossier, language: str) -> str:
    """The name of a competence."""
    text = dossier.library.catalogue.competence_text(language).competences.get(competence)
    return text.name if text else competence


def sector_name(company: Company, dossier: Dossier, language: str) -> str:
    """The NACE section in words; empty where none was given."""
    if company.sector is None:
        return ""
    entry = dossier.library.network.sectors_in(language).get(company.sector)
    return entry.name if entry else company.sector


def region_name(company: Company, dossier: Dossier) -> str:
    """The region's name, else its code, else nothing."""
    region = dossier.library.network.regions.get(company.region or "")
    return region.name if region else company.region or ""


def place_name(company: Company, dossier: Dossier, wording: Wording) -> str:
    """Province and region with their country."""
    from babel import Locale

    country = Locale.parse(wording.language).territories.get(company.country, company.country)
    province = dossier.library.network.provinces_of(company.region).get(company.province or "", "")
    return ", ".join(filter(None, (province, region_name(company, dossier), str(country))))


def language_name(code: str, wording: Wording) -> str:
    """A language's name in the reader's language."""
    from babel import Locale

    return str(Locale.parse(wording.language).languages.get(code, code))


def level_name(level: Level | None, questionnaire: Questionnaire, wording: Wording) -> str:
    """The level's name, or that there are too few answers for one."""
    if level is None:
        return wording("Too few answers for a level")
    text = questionnaire.text(wording.language).levels.get(level.id)
    return text.name if text else level.id


def level_in_words(score: Score, questionnaire: Questionnaire, wording: Wording) -> str:
    """The level of a score; where no question applies there is nothing to have a level in."""
    if score.low is None:
        return wording("Nothing to assess")
    return level_name(score.level, questionnaire, wording)


def level_in_short(score: Score, questionnaire: Questionnaire, wording: Wording) -> str:
    """The level of a score in the fewest words."""
    if score.level is None and score.low is not None:
        return wording("too few answers")
    return level_in_words(score, questionnaire, wording)


def first_look(result: AssessmentResult, wording: Wording) -> str:
    """How little a short questionnaire rests on; empty where it rests on enough."""
    if not result.is_first_look:
        return ""
    return wording.plural(
        "A first look from {count} question: it shows where to begin, not the whole picture.",
        "A first look from {count} questions: it shows where to begin, not the whole picture.",
        len(result.shown),
    )


def headline_in_short(score: Score) -> str:
    """The number of a score alone, a dash while there is none; alike in all languages."""
    return "–" if score.headline is None else str(round(score.headline))


def score_in_words(score: Score, wording: Wording) -> str:
    """The number with its interval."""
    if score.headline is None or score.low is None or score.high is None:
        return wording("not scored")
    number = wording.number(score.headline)
    if score.low == score.high:
        return number
    return wording(
        "{number} (between {low} and {high})",
        number=number,
        low=wording.number(score.low),
        high=wording.number(score.high),
    )


def hours_in_words(hours: Fraction, wording: Wording, *, is_estimated: bool = False) -> str:
    """Hours, with a mark where they are only an estimate."""
    number = wording.number(hours, 1)
    if is_estimated:
        return wording("≈ {hours} h, estimate", hours=number)
    return wording("{hours} h", hours=number)


def hours_for_each(planned: PlannedCourse, wording: Wording, *, is_for_many: bool) -> str:
    """A person's hours; where several take the course it says that they are of each."""
    if not is_for_many:
        return hours_in_words(planned.hours, wording, is_estimated=planned.is_hours_estimated)
    number = wording.number(planned.hours, 1)
    if planned.is_hours_estimated:
        return wording("≈ {hours} h each, estimate", hours=number)
    return wording("{hours} h each", hours=number)


def certificate_in_words(course: CourseEntry, wording: Wording) -> str:
    """What the participant receives."""
    words = {
        "certificate": wording("with certificate"),
        "badge": wording("with digital badge"),
        "none": wording("no certificate"),
        "unknown": wording("certificate: ask the provider"),
    }
    return words[course.certificate]


def format_in_words(course: CourseEntry, wording: Wording) -> str:
    """How the course is held."""
    return form_in_words(course.format, wording)


def form_in_words(form: CourseFormat, wording: Wording) -> str:
    """A way of holding courses."""
    words = {
        "self-paced": wording("online, at your own pace"),
        "blended": wording("partly online, partly in class"),
        "live": wording("live, on fixed dates"),
    }
    return words[form]


def dates_in_words(planned: PlannedCourse, plan: Plan, wording: Wording) -> str:
    """First and last day of its weeks, the month once where it is the same."""
    first, last = course_dates(planned, plan)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{wording.short_date(last)}"
    return f"{wording.short_date(first)} – {wording.short_date(last)}"


def course_dates(planned: PlannedCourse, plan: Plan) -> tuple[date, date]:
    """The first day of its first week and the last day of its last week."""
    first = plan.start + timedelta(weeks=planned.first_week)
    return first, plan.start + timedelta(weeks=planned.last_week + 1, days=-1)


def month_in_words(month: str, wording: Wording) -> str:
    """The month of a date such as 2026-06, as in June 2026; other dates as they are."""
    from babel.dates import format_date

    try:
        first = date.fromisoformat(f"{month[:7]}-01")
    except ValueError:
        return month
    return str(format_date(first, "LLLL y", locale=wording.language))


def as_of_in_words(as_of: str, day: date, wording: Wording) -> str:
    """The month a fact is known for; that it must be checked where that is a year before the day."""
    month = month_in_words(as_of, wording)
    if is_stale(as_of, day):
        return wording("as of {date}, more than a year ago: check", date=month)
    return wording("as of {date}", date=month)


def points_in_words(points: Fraction, wording: Wording) -> str:
    """Points with one decimal at most."""
    shown = round(points, 1)
    return wording.plural("{points} point", "{points} points", _form(shown), points=wording.number(shown, 1))


def _form(number: Fraction) -> int:
    """The count whose plural form goes with a number that may be broken."""
    return 1 if number == 1 else 2


def offered_language(planned: PlannedCourse, wording: Wording) -> str:
    """The language a course is planned in, and whether the provider has to confirm it."""
    language = language_name(planned.language, wording)
    if not planned.is_language_to_confirm:
        return language
    return wording("{language} (to be confirmed with the provider)", language=language)


def reason_in_words(gap: OpenGap, wording: Wording) -> str:
    """Why a gap stays open."""
    sentences = {
        "practice": wording("Someone in the company has learned it; what is left is to do it every day."),
        "no-course": wording("The catalogue has no course for this step yet."),
        "beyond": wording(
            "The courses on offer go deeper than a company like this needs; ask the hub or your supplier."
        ),
        "no-role": wording("The courses for this step are made for people in another role."),
        "language": _language_reason(gap, wording),
        "form": wording("The courses for this step are not held in the forms you chose."),
        "left-out": wording("The courses for this step were left out."),
        "budget": wording("Every suitable course costs more than the budget."),
        "price-unknown": wording("The suitable courses do not publish a price; ask the provider."),
        "hours": _hours_reason(gap, wording),
        "no-room": wording("Beside the courses of this plan there is no room for it."),
        "together": wording(
            "Courses exist, but prerequisites, hours and budget together leave no room for them."
        ),
        "displaced": wording("A course would fit, but it would push out steps that are worth more."),
        "entry": wording("The courses begin above your present level; a first step is missing."),
    }
    return sentences.get(gap.reason, gap.reason)


def _language_reason(gap: OpenGap, wording: Wording) -> str:
    if not gap.number:
        return wording("Nothing is offered in the languages you chose.")
    return wording.plural(
        "Nothing is offered in the languages you chose; {count} course exists in another language.",
        "Nothing is offered in the languages you chose; {count} courses exist in other languages.",
        gap.number,
    )


def _hours_reason(gap: OpenGap, wording: Wording) -> str:
    if not gap.number:
        return wording("Every suitable course is longer than the hours available.")
    return wording.plural(
        "Every suitable course is longer than the hours available; at least {count} more hour is needed.",
        "Every suitable course is longer than the hours available; at least {count} more hours are needed.",
        gap.number,
    )
