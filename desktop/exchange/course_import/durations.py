"""Hours of study as providers write them, in many languages; what is not plain stays unknown."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from desktop.exchange.course_import.words import plain

_LONGEST_HOURS = 2_000
_WEEKS_OF_A_MONTH = Fraction(52, 12)
_NUMBER = r"\d{1,5}(?:[.,]\d{1,2})?"
_ISO = re.compile(r"pt(?:(\d{1,4})h)?(?:(\d{1,5})m)?", re.ASCII)
_CLOCK = re.compile(r"(\d{1,3}):([0-5]\d):([0-5]\d)", re.ASCII)
_HOURS_THEN_MINUTES = re.compile(r"(\d{1,3})\s*h\s*([0-5]?\d)", re.ASCII)
_HOURS = (
    "h hr hrs hour hours ora ore hora horas heure heures stunde stunden std uur uren godzina godziny godzin "
    "godz "
    "hodina hodiny hodin timer timme timmar tunti tuntia ora ore ore oras saat chas часа часов час година "
    "години "
    "годин ساعة ساعات שעה שעות 小时 小時 時間 시간 घंटे घंटा jam gio giờ ชั่วโมง ώρες ώρα óra"
)
_MINUTES = (
    "m min mins minute minutes minuto minuti minutos minuten minuut minuta minuty minut minutter minuter "
    "minuuttia "
    "dakika dk минута минуты минут мин хвилина хвилин دقيقة دقائق דקה "
    "דקות 分钟 分鐘 分 분 मिनट menit phut phút "
    "λεπτά perc '"
)
_WEEKS = (
    "week weeks settimana settimane sett semana semanas semaine semaines woche wochen week weken tydzien "
    "tygodnie "
    "tygodni tyden tydny tydnu hafta недели недель неделя тижні тижнів أسابيع أسبوع שבועות שבוע 周 週間 주 "
    "सप्ताह minggu tuan"
)
_MONTHS = (
    "month months mese mesi mes meses mois monat monate maand maanden miesiac miesiace ay месяца месяцев"
)
_A_WEEK = (
    r"(?:\s*(?:/|per|a|alla|al|por|par|pro|each|every|na|je)?\s*"
    r"(?:week|settimana|semana|semaine|woche|sett|hafta|tydzien)|ly)"
)


def _words(listed: str) -> tuple[str, ...]:
    return tuple(listed.split(","))


_ABOUT = _words(
    "circa,ca,c.a,approx,approximately,about,around,roughly,environ,etwa,"
    "ungefahr,aproximadamente,aprox,up to,"
    "fino a,at least,almeno,oltre,more than,piu di"
)
_FILLING = _words(
    "to complete,durata,duration,totali,total,complessive,in tutto,di corso,of study,of content,di studio,"
    "self paced,and,und,et,at,for,con,di,e,a,y,per"
)
_ONE = re.compile(r"\b(?:un['’]\s*|one\s+|an\s+|una\s+|une\s+|eine\s+)(?=(?:ora|hour|heure|stunde|hora)\b)")
_BRACKETS = re.compile(r"\([^()]*\)")


def _units() -> Mapping[str, str]:
    listed = {"hours": _HOURS, "minutes": _MINUTES, "weeks": _WEEKS, "months": _MONTHS}
    return {plain(word): unit for unit, words in listed.items() for word in words.split()}


_UNITS = _units()
_AMOUNT = re.compile(
    rf"(?<![\d.,])({_NUMBER})(?:\s*(?:-|–|to|bis|a)\s*({_NUMBER}))?\s*(\+)?\s*"
    rf"({'|'.join(re.escape(unit) for unit in sorted(_UNITS, key=len, reverse=True))})"
    rf"(?![^\W\d_])\.?({_A_WEEK})?"
)


@dataclass(frozen=True, slots=True)
class StudyTime:
    """Hours of study; an estimate where the provider says a range or "about"."""

    hours: Fraction
    is_estimated: bool = False


def study_time(text: str, unit: str = "") -> StudyTime | None:
    """What a provider says; `unit` (`hours` or `minutes`) is that of a number alone; None if not plain.

    Of a range it is the longer end; weeks count with the hours a week that stand beside them.
    """
    text = _ONE.sub("1 ", plain(text)).replace("’", "'").strip()
    if unit and re.fullmatch(_NUMBER, text, re.ASCII):
        return _sensible(_exact(text) / (60 if unit == "minutes" else 1))
    for pattern in (_HOURS_THEN_MINUTES, _ISO, _CLOCK):
        if text and (match := pattern.fullmatch(text)):
            hours, minutes, *seconds = (_exact(part or "0") for part in match.groups())
            return _sensible(hours + minutes / 60 + sum(seconds, Fraction(0)) / 3600)
    return _in_words(_BRACKETS.sub(" ", f"{text} {unit}" if text[-1:].isdigit() else text))


@dataclass(frozen=True, slots=True)
class _Amount:
    number: Fraction
    unit: str
    is_weekly: bool
    is_estimated: bool


def _in_words(text: str) -> StudyTime | None:
    amounts = [_amount(match) for match in _AMOUNT.finditer(text)]
    rest = _AMOUNT.sub(" ", text)
    is_about = _is_about(rest)
    if not amounts or not text.isprintable() or _is_more(rest):
        return None
    units = [amount.unit for amount in amounts]
    if len(units) != len(set(zip(units, (amount.is_weekly for amount in amounts), strict=True))):
        return None
    hours = _total(amounts)
    is_estimated = is_about or any(amount.is_estimated for amount in amounts) or "months" in units
    return None if hours is None else _sensible(hours, is_estimated=is_estimated)


def _amount(match: re.Match[str]) -> _Amount:
    first, last, more, unit, weekly = match.groups()
    return _Amount(_exact(last or first), _UNITS[unit], bool(weekly), bool(last or more))


def _total(amounts: Iterable[_Amount]) -> Fraction | None:
    """Hours in all; None where weeks stand without hours a week, or the other way round."""
    long = [each for each in amounts if each.unit in ("weeks", "months")]
    study = [each for each in amounts if each.unit in ("hours", "minutes")]
    hours = sum((each.number / (60 if each.unit == "minutes" else 1) for each in study), Fraction(0))
    is_weekly = {each.is_weekly for each in study}
    if not long and is_weekly == {False}:
        return hours
    if len(long) == 1 and is_weekly == {True}:
        return hours * long[0].number * (_WEEKS_OF_A_MONTH if long[0].unit == "months" else 1)
    return None


def _is_about(rest: str) -> bool:
    return "~" in rest or "≈" in rest or any(re.search(rf"\b{re.escape(word)}\b", rest) for word in _ABOUT)


def _is_more(rest: str) -> bool:
    """Whether something is said that nobody here understands."""
    for word in (*_ABOUT, *_FILLING):
        rest = re.sub(rf"\b{re.escape(word)}\b", " ", rest)
    return bool(re.search(r"[^\W_]", rest))


def _sensible(hours: Fraction, *, is_estimated: bool = False) -> StudyTime | None:
    return StudyTime(hours, is_estimated) if 0 < hours <= _LONGEST_HOURS else None


def _exact(text: str) -> Fraction:
    return Fraction(text.replace(",", "."))
