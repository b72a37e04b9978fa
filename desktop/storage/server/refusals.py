"""Why no connection was made: a server tells it in words alone, its own and in its own language.

The words are those of PostgreSQL and of its client library, in English as they come, and in Italian as a
server set to Italian says them.
"""

import re

from desktop.errors import NotWrittenError, StorageError
from desktop.storage.server.address import PasswordWantedError
from desktop.text import Sentence, say

_NO_PASSWORD = say("{address} asks for the password of this user.")
_WRONG_PASSWORD = say("{address}: user name or password is wrong; enter them again.")
_NO_USER = say(
    "{address}: the server does not know this user, or not from this computer; check the user name, "
    "or ask the server's administrator."
)
_NO_ENTRY = say(
    "{address}: this user may not sign in from here, or not in this way; ask the server's administrator "
    "(pg_hba.conf)."
)
_NO_DATABASE = say(
    "{address}: there is no such database on the server; check its name, or ask its administrator."
)
_NO_RIGHT = say(
    "{address}: this user may not open this database; ask the coordinator (sestante server rights)."
)
_FULL = say("{address}: the server has no room for another desk; wait a little and try again.")
_BEGINS = say("{address}: the server is just starting or stopping; wait a moment and try again.")
_CLOSED_DATABASE = say("{address}: the database takes no connections now; ask the server's administrator.")
_NO_TLS = say(
    "{address}: the server offers no encrypted connection (TLS), so nothing was sent to it. Its "
    "administrator turns it on (ssl = on)."
)
_OTHER_NAME = say(
    "{address}: the server's certificate is for another name. Write the address as it stands in the "
    "certificate, or ask the server's administrator; until then nothing is sent to it."
)
_UNKNOWN_CERTIFICATE = say(
    "{address}: nobody this computer trusts has signed the server's certificate. Choose the file of your own "
    "certificate authority in the settings (or add sslrootcert=FILE to the address); until then nothing is "
    "sent to it."
)
_NO_CERTIFICATE_FILE = say(
    "{address}: the file of the certificate authority cannot be read; choose it again in the settings "
    "(sslrootcert)."
)
_OLD_CERTIFICATE = say(
    "{address}: the server's certificate has expired, or is not valid yet; ask the server's administrator, "
    "and check the date of this computer."
)
_NO_HOST = say(
    "{address}: no computer of this name is found. Check how it is written, and whether this computer is in "
    "the network."
)
_NOBODY = say(
    "{address}: nothing answers there. Check the address and the port; the server may be switched off. "
    "What was saved before is safe on it."
)
_SILENT = say(
    "{address}: no answer came in time. Check the network, the address and the port; a firewall may be in "
    "between. What was saved before is safe there."
)
_NO_PORT = say("{address}: there is no such port; the port of PostgreSQL is usually 5432.")
_NO_SERVER = say("{address}: what answers there is no PostgreSQL server; check the address and the port.")

_IS_FULL = (
    r"too many (clients|connections)|connection slots|slot di connessione|troppi client|troppe connessioni"
)
_IS_BEGINNING = (
    r"is (starting up|shutting down)|recovery mode|not (yet )?accepting connections"
    r"|si sta (avviando|spegnendo)|modalità di ripristino|sistema di database non accetta"
)
_KNOWN: tuple[tuple[str, type[StorageError], Sentence], ...] = (
    (r"no password supplied", PasswordWantedError, _NO_PASSWORD),
    (
        r"password authentication failed|autenticazione con password fallita",
        PasswordWantedError,
        _WRONG_PASSWORD,
    ),
    (r"authentication failed for|role .* does not exist|Autenticazione \w+ fallita", StorageError, _NO_USER),
    (r"il ruolo .* non esiste|not permitted to log in|non è consentito", StorageError, _NO_USER),
    (r"pg_hba\.conf", StorageError, _NO_ENTRY),
    (r"database .* does not exist|il database .* non esiste", StorageError, _NO_DATABASE),
    (r"permission denied for database|permesso negato per il database", StorageError, _NO_RIGHT),
    (_IS_FULL, NotWrittenError, _FULL),
    (_IS_BEGINNING, NotWrittenError, _BEGINS),
    (r"not currently accepting|attualmente non accetta", NotWrittenError, _CLOSED_DATABASE),
    (r"does not support SSL", StorageError, _NO_TLS),
    (r"does not match host name", StorageError, _OTHER_NAME),
    (r"certificate has expired|not yet valid", StorageError, _OLD_CERTIFICATE),
    (r"root certificate file|could not read root|certificate file", StorageError, _NO_CERTIFICATE_FILE),
    (r"certificate verify failed|unable to get", StorageError, _UNKNOWN_CERTIFICATE),
    (r"failed to resolve|translate host name", NotWrittenError, _NO_HOST),
    (r"Connection refused|No such file or directory", NotWrittenError, _NOBODY),
    (r"timeout expired|timed out|timeout", NotWrittenError, _SILENT),
    (r"invalid port|port number", StorageError, _NO_PORT),
    (r"invalid response to SSL|expected authentication request|unrecognized SSL", StorageError, _NO_SERVER),
)


def refusal(error: Exception, address: str) -> StorageError | None:
    """What it means that no connection came about; None where the words are not known.

    PasswordWantedError where another password may do, NotWrittenError where the same may succeed later.
    """
    words = str(error)
    for pattern, kind, sentence in _KNOWN:
        if re.search(pattern, words):
            return kind(sentence, address=address)
    return None
