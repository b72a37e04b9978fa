"""Levels, formats, certificates, audiences, dates and addresses as providers write them."""

import re
from collections.abc import Mapping, Sequence
from typing import Literal
from urllib.parse import urlsplit

from desktop.content.catalogues.catalogue_file import ROLES, Role
from desktop.exchange.course_import.words import plain, tokens

Format = Literal["self-paced", "blended", "live"]
Certificate = Literal["certificate", "badge", "none", "unknown"]
_LONGEST_URL = 1_000
_TWELVE = 12
_LONGEST_FORMAT = 4  # words


def _table(**words: str) -> dict[str, str]:
    return {
        " ".join(tokens(plain(word))): name for name, listed in words.items() for word in listed.split(",")
    }


_OWNERS = (
    "titolare, titolari, imprenditore, imprenditori, imprenditrici, owner, owners, manager, managers, "
    "dirigenti, dirigente, executive, executives, management, founder, founders, ceo, leader, leaders"
)
_EMPLOYEES = (
    "dipendente, dipendenti, employee, employees, collaboratori, impiegati, workers, staff, personale"
)
_TECHNICIANS = (
    "tecnici, developer, developers, sviluppatori, sistemisti, administrators, administrator, programmatori, "
    "engineers, sysadmin, programmers"
)
_EVERYBODY = "tutti, everyone, everybody, anyone, chiunque, all"
_LEVELS = _table(
    l1="beginner, beginners, base, basic, di base, introductory, introduction, introduttivo, principiante, "
    "principianti, foundation, foundational, fundamentals, entry, entry level, elementary, elementare, "
    "novice, livello base, beginner level, foundational level, introductory level, per tutti i principianti, "
    "principiante nivel, inicial, basico, nivel basico, nivel inicial, elemental, debutant, debutants, "
    "niveau "
    "debutant, initiation, einsteiger, anfanger, grundlagen, grundkurs, iniciante, iniciantes, nivel "
    "iniciante, "
    "poczatkujacy, podstawowy, zacatecnik, zakladni, zaciatocnik, kezdo, incepator, pocetnik, nybegynder, "
    "nyborjare, "
    "begynner, aloittelija, αρχαριος, baslangic, baslangıc, temel, начальныи, "
    "начинающии, початковии, базовыи, "
    "базовии, مبتدئ, "
    "אساسي, أساسي, מתחילים, מתחיל, 初级, 初級, 入門, 入门, 初学者, 초급, 입문, "
    "शुरुआती, pemula, dasar, co ban, ผู้เริ่มต้น",
    l2="intermediate, intermedio, medio, medium, intermediate level, livello intermedio, nivel intermedio, "
    "intermediaire, niveau intermediaire, fortgeschrittene anfanger, mittelstufe, intermediario, gemiddeld, "
    "sredniozaawansowany, sredni, stredni, mirne pokrocily, kozephalado, mediu, orta, средний, среднии, "
    "середніи, متوسط, "
    "בינוני, 中级, 中級, 중급, मध्यवर्ती, menengah, trung cap, ενδιαμεσο",
    l3="advanced, avanzato, advanced level, livello avanzato, avanzado, nivel avanzado, avance, niveau "
    "avance, "
    "fortgeschritten, fortgeschrittene, avancado, gevorderd, zaawansowany, pokrocily, halado, avansat, "
    "ileri, "
    "продвинутыи, просунутии, متقدم, מתקדם, מתקדמים, 高级, 高級, 上級, 고급, "
    "उन्नत, lanjutan, nang cao, προχωρημενο",
    l4="expert, esperto, esperti, expert level, specialist, specialistico",
)
_FORMATS: Mapping[str, Format] = {
    **dict.fromkeys(
        (
            *(
                "self paced",
                "self study",
                "on demand",
                "e learning",
                "elearning",
                "asynchronous",
                "asincrono",
            ),
            *("asincrona", "mooc", "autoapprendimento", "autoformazione", "online self paced", "recorded"),
            *("a proprio ritmo", "video on demand", "online asincrono", "registrato", "self directed"),
            *("on line asincrono", "fad asincrona", "a su ritmo", "autoformation", "a votre rythme"),
            *("selbststudium", "selbstgesteuert", "im eigenen tempo", "zelfstudie", "no seu ritmo"),
        ),
        "self-paced",
    ),
    **dict.fromkeys(
        (
            "blended",
            "hybrid",
            "misto",
            "mista",
            "ibrido",
            "ibrida",
            "blended learning",
            "semipresencial",
            "hybride",
        ),
        "blended",
    ),
    **dict.fromkeys(
        (
            *("live", "in aula", "aula", "in presenza", "presenza", "classroom", "in person", "webinar"),
            *("instructor led", "sincrono", "virtual classroom", "aula virtuale", "live online", "ilt"),
            *(
                "synchronous",
                "vilt",
                "diretta",
                "in diretta",
                "workshop",
                "sincrona",
                "presencial",
                "presentiel",
            ),
            *("prasenz", "prasenzveranstaltung", "face to face", "on site"),
        ),
        "live",
    ),
}
_CERTIFICATES: dict[str, Certificate] = {
    **dict.fromkeys(
        ("certificate", "certificato", "attestato", "yes", "si", "y", "true", "certification"), "certificate"
    ),
    **dict.fromkeys(
        (
            "attestato di partecipazione",
            "certificate of completion",
            "certificazione",
            "shareable certificate",
            "professional certificate",
        ),
        "certificate",
    ),
    **dict.fromkeys(
        (
            "badge",
            "digital badge",
            "open badge",
            "badge digitale",
            "digital credential",
            "ibm skillsbuild digital credential",
        ),
        "badge",
    ),
    **dict.fromkeys(("no", "none", "nessuno", "n", "false", "no certificate"), "none"),
}
_AUDIENCES: Mapping[str, tuple[Role, ...]] = {
    word.strip(): roles
    for words, roles in (
        (_OWNERS, ROLES[:1]),
        (_EMPLOYEES, ROLES[1:2]),
        (_TECHNICIANS, ROLES[2:]),
        (_EVERYBODY, ROLES),
    )
    for word in words.split(",")
}


def level_of(text: str) -> int | None:
    """The level from 1 to 4 that a word names; None where it is not known."""
    words = " ".join(tokens(plain(text)))
    name = _LEVELS.get(words) or _LEVELS.get(words.removeprefix("level ").removeprefix("livello "))
    return int(name[1]) if name else None


def format_of(text: str) -> Format | None:
    """How a course is held; None where it is not known. `online` alone may be live or not."""
    words = tokens(plain(text))
    if form := _FORMATS.get(" ".join(words)):
        return form
    found = {
        form
        for first in range(len(words))
        for last in range(first + 1, min(len(words), first + _LONGEST_FORMAT) + 1)
        if (form := _FORMATS.get(" ".join(words[first:last])))
    }
    if "blended" in found:
        return "blended"
    return found.pop() if len(found) == 1 else None


def certificate_of(text: str) -> Certificate:
    """What is given at the end."""
    return _CERTIFICATES.get(" ".join(tokens(plain(text))), "unknown")


def roles_of(texts: Sequence[str]) -> tuple[Role, ...]:
    """For whom a course is; empty where it is not known."""
    found: set[Role] = set()
    for word in (word for text in texts for word in tokens(text)):
        found.update(("it",) if word in ("IT", "ICT") else _AUDIENCES.get(plain(word), ()))
    return tuple(role for role in ROLES if role in found)


def month_of(text: str) -> str | None:
    """The month, or the year where day and month cannot be told apart; None where there is no date."""
    if match := re.match(r"(20\d\d)-(0[1-9]|1[0-2])(?!\d)", text, re.ASCII):
        return match[0]
    if match := re.fullmatch(r"(\d{1,2})[/.-](\d{1,2})[/.-](20\d\d)", text, re.ASCII):
        first, second = int(match[1]), int(match[2])
        if first > _TWELVE and 1 <= second <= _TWELVE:
            return f"{match[3]}-{second:02}"
        if second > _TWELVE and 1 <= first <= _TWELVE:
            return f"{match[3]}-{first:02}"
        return f"{match[3]}-{first:02}" if first == second and first else match[3]
    return text if re.fullmatch(r"20\d\d", text, re.ASCII) else None


def url_of(text: str) -> str | None:
    """A complete address on the web; None where it is not one."""
    try:
        parts = urlsplit(text)
    except ValueError:
        return None
    is_one = parts.scheme in ("http", "https") and "." in (parts.netloc or "") and " " not in text
    return text if is_one and len(text) <= _LONGEST_URL else None
