"""Which column of a list is which fact of a course, by the usual names in Italian and English."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop.content.catalogues.course_columns import ColumnsFile
from desktop.errors import ContentError, Problem
from desktop.exchange.course_import.words import plain
from desktop.text import say

_NAMES: Mapping[str, str] = {
    "id": "id, uid, learning activity id, activity id, course id, codice, codice corso, course code, code, "
    "sku, base id, id corso, corso id",
    "title": "title, learning activity title, activity title, course title, course, course name, name, "
    "titolo, titolo del corso, titolo corso, corso, "
    "nome, nome corso, nome del corso, titulo, titre, titel, tytul, nazev, cim, titlu, baslik",
    "provider": "provider, provider name, vendor, fornitore, ente, ente erogatore, erogatore, organization, "
    "organisation, organizzazione, partner, partners, school, university, universita, editore, publisher, "
    "institution, university institution, institution name, offered by, anbieter, fournisseur, organisme, "
    "proveedor, fornecedor, aanbieder",
    "platform": "platform, piattaforma",
    "url": "url, link, course url, course link, web, website, pagina, indirizzo, indirizzo web, sito, "
    "link al corso, link corso, href, course page, landing page, deep link, url del corso, enlace, lien, "
    "adresse",
    "language": "language, languages, lingua, lingue, lang, locale, course language, lingua del corso, "
    "content language, idioma, idiomas, langue, langues, sprache, taal, jezyk, dil",
    "duration": "duration, durata, course duration, durata del corso, durata corso, estimated learning time, "
    "learning time, estimated time, time to complete, duration estimate, duracion, duree, dauer, duur, "
    "duracao, sure",
    "length": "length, course length, weeks, settimane, durata in settimane, number of weeks",
    "effort": "effort, course effort, impegno, weekly effort, effort per week, workload, impegno settimanale",
    "hours": "hours, ore, duration hours, durata ore, durata in ore, duration in hours, n ore, numero ore, "
    "total hours, ore totali, duration h, durata h, learning hours",
    "minutes": "minutes, minuti, duration minutes, durata minuti, durata in minuti, duration in minutes, "
    "duration min, durata min, mins, min",
    "price": "price, prezzo, cost, costo, fee, quota, tariffa, list price, prezzo di listino, course price, "
    "precio, prix, preis, preco, prijs, cena, fiyat",
    "price_eur": "price eur, prezzo eur, cost eur, costo eur, price euro, prezzo euro, costo euro, eur, "
    "prezzo in euro, price in eur, costo in euro",
    "currency": "currency, valuta, moneta",
    "level": "level, livello, difficulty, difficolta, course level, skill level, livello del corso, "
    "difficulty level, levels, proficiency level, proficiency, experience level, skill level required, "
    "niveau, "
    "nivel, poziom, uroven, seviye",
    "format": "format, formato, delivery, modalita, delivery mode, mode, course format, "
    "modalita di fruizione, modalita di erogazione, delivery method, tipologia, learning format, erogazione, "
    "pacing, pacing type, delivery type, modalidad, modalite, formato del corso",
    "certificate": "certificate, credential, certificate type, certificato, attestato, certification, "
    "certificazione, badge",
    "audience": "audience, role, roles, ruolo, ruoli, destinatari, target, pubblico, target audience, a chi, "
    "a chi si rivolge",
    "topics": "topic, topics, area, areas, aree, argomento, argomenti, category, categories, categoria, "
    "categorie, skill, skills, competenze, competenza, competence, competences, tags, tag, subject, "
    "subjects, materia, tema, temi, keywords, parole chiave, ambito, tematica, domain, domains, skills "
    "learned, "
    "skills gained, associated skills, sub domain, categoria del corso",
    "summary": "summary, description, descrizione, sommario, sintesi, short description, abstract, about, "
    "descrizione breve, overview, contenuti, contenuto, presentazione, course description, full description, "
    "descrizione del corso, what you will learn, descripcion, beschreibung, descricao, opis",
    "date": "date, data, last modified date, modified, updated, last updated, aggiornato, aggiornamento, "
    "data aggiornamento, update date, "
    "ultimo aggiornamento, as of, last modified",
}
_FIELD_OF = {name.strip(): field for field, names in _NAMES.items() for name in names.split(",")}
_LANGUAGE_OF = dict.fromkeys(("it", "ita", "italiano", "italian"), "it") | dict.fromkeys(
    ("en", "eng", "english", "inglese"), "en"
)
_MANY = "topics"
_NOTHING = {"-", "--", "–", "—", "n/d", "n.d.", "nd", "n/a", "na", "nan", "null", "#n/a", "n.a.", "[]"}


@dataclass(frozen=True, slots=True)
class Columns:
    """The places of each field's columns, and the headings that were not used."""

    places: Mapping[str, tuple[int, ...]]
    unused: tuple[str, ...]

    def values(self, cells: Sequence[str], field: str) -> list[str]:
        """What a row says in the columns of a field, without empty cells."""
        found = [cells[place] for place in self.places.get(field, ()) if place < len(cells)]
        return [cell for cell in found if cell and cell.casefold() not in _NOTHING]


def field_of(heading: str) -> str:
    """The field a heading usually names; empty where it is not known."""
    text = " ".join(re.findall(r"[a-z0-9]+", plain(heading.replace("€", " eur "))))
    if text in _FIELD_OF:
        return _FIELD_OF[text]
    base, _, last = text.rpartition(" ")
    field = _FIELD_OF.get(base, "")
    language = _LANGUAGE_OF.get(last)
    return f"{field}_{language}" if field in ("title", "summary") and language else ""


def columns_of(headings: Sequence[str], said: ColumnsFile, path: Path | None) -> Columns:
    """The columns; what the author says at `path` comes first. ContentError where it names no heading."""
    missing = [name for name in said.columns if name not in headings]
    if missing:
        sentence = say("there is no column `{name}`; correct its name", name=missing[0])
        raise ContentError(Problem(str(path), 0, sentence, "K004"))
    places: dict[str, tuple[int, ...]] = {}
    unused = []
    for place, heading, field in sorted(
        _fields(headings, said), key=lambda each: each[1] not in said.columns
    ):
        if field in places and field != _MANY:
            field = ""  # noqa: PLW2901 - a second column of one field is not used
        if field and field != "ignore":
            places[field] = (*places.get(field, ()), place)
        elif heading and field != "ignore":
            unused.append(heading)
    return Columns(places, tuple(unused))


def count_known(headings: Sequence[str], said: ColumnsFile) -> int:
    """How many of the cells are headings that are known."""
    return sum(bool(field) for _, _, field in _fields(headings, said))


def _fields(headings: Sequence[str], said: ColumnsFile) -> Iterator[tuple[int, str, str]]:
    for place, heading in enumerate(headings):
        yield place, heading, said.columns.get(heading) or field_of(heading)
