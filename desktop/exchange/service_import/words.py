"""What spreadsheets of services call their columns, categories and states, in English and Italian."""

import re
import unicodedata
from collections.abc import Mapping
from typing import Final

from desktop.advising import ServiceState

_COLUMNS: Final[Mapping[str, str]] = {
    "customer": "customer, customer name, company, company name, enterprise, enterprise name, sme name, sme, "
    "cliente, azienda, impresa, nome impresa, ragione sociale, denominazione, beneficiario",
    "vat": "vat, vat number, vat no, tax number, fiscal registration number vat, partita iva, p iva, piva, "
    "codice fiscale",
    "category": "service category delivered, service category, category, service type, type of service, "
    "categoria, categoria servizio, categoria del servizio, tipo di servizio, tipologia",
    "title": "short description of the service, short description, description, service, title, "
    "descrizione, descrizione breve, descrizione del servizio, servizio, titolo, oggetto",
    "technology": "technology type used, technology type, technology, technologies, tecnologia, tecnologie, "
    "tecnologia usata",
    "price": "service price, price, service price eur, price eur, amount, value, cost, prezzo, "
    "prezzo del servizio, importo, valore, costo, importo eur, prezzo eur",
    "aid": "amount to be reported as national regional public aid eur, amount of state aid, aid, aid eur, "
    "state aid amount, amount to be reported as national regional public aid, aiuto, importo aiuto, "
    "quota finanziata, contributo, contributo pubblico, agevolazione",
    "scheme": "specific information on state aid, state aid, aid scheme, regime di aiuto, regime, "
    "aiuto di stato, aiuti di stato",
    "attendees": "number of attendees, attendees, participants, partecipanti, numero partecipanti, "
    "numero di partecipanti, persone",
    "dates": "dates, date, period, periodo, date servizio",
    "start": "start date, start, begin, from, data inizio, inizio, data di inizio, dal",
    "end": "end date, end, until, to, data fine, fine, data di fine, al",
    "state": "status, state, stato",
}
_CATEGORIES: Final[Mapping[str, str]] = {
    "test-before-invest": "test before invest, testing before investing, test, tbi, "
    "provare prima di investire, test prima di investire, sperimentazione",
    "training": "training and skills development, skills and training, training, skills, formazione, "
    "formazione e competenze, sviluppo competenze",
    "funding-support": "support to find investments, support to find investment, funding support, "
    "access to finance, finance, aiuto a trovare fondi, supporto finanziamenti, accesso ai finanziamenti",
    "networking": "innovation ecosystem and networking, ecosystem and networking, networking, "
    "innovation ecosystem, contatti e collaborazioni, ecosistema e networking, reti",
}
_STATES: Final[Mapping[ServiceState, str]] = {
    "planned": "planned, draft, pianificato, previsto, programmato, da fare",
    "under-way": "ongoing, under way, in progress, started, in corso, avviato",
    "delivered": "completed, delivered, done, finished, concluso, completato, erogato, terminato, fatto",
    "reported": "reported, published, submitted, approved, rendicontato, approvato, inviato",
    "cancelled": "cancelled, canceled, withdrawn, annullato, cancellato, ritirato",
}


def plain(text: str) -> str:
    """A heading or a word without capitals, accents and marks."""
    bare = unicodedata.normalize("NFKD", text.replace("€", " ")).casefold()
    return " ".join(re.findall(r"[a-z0-9]+", bare))


def _reversed(words: Mapping[str, str]) -> Mapping[str, str]:
    named = {plain(each): name for name, listed in words.items() for each in listed.split(", ")}
    return named | {plain(name): name for name in words}


COLUMN_OF: Final = _reversed(_COLUMNS)
CATEGORY_OF: Final = _reversed(_CATEGORIES)
STATE_OF: Final = _reversed(dict(_STATES.items()))
