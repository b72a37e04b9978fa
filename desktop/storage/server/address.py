"""Where a hub's server is: the address people write, read and told without any password."""

import re
from dataclasses import dataclass, field
from urllib.parse import parse_qs, quote, unquote, urlencode, urlsplit

from desktop.errors import StorageError
from desktop.text import say

SCHEMES = ("postgresql", "postgres")
PORT = 5432
_EXAMPLE = "postgresql://anna@hub.example.org/sestante"
_NO_ADDRESS = say("{text} is not the address of a database server: write it like {example}.")
_NO_NAME = say("{text} does not say which database: write its name at the end, as in {example}.")
_OPTION = say("{text} has the option {name}, which is not known; there are sslmode, sslrootcert and host.")
_SSLMODE = say("{text} asks for sslmode {mode}; choose verify-full, verify-ca, require or disable.")
_PLAIN_FAR = say(
    "{text} would send everything across the network unencrypted. Leave sslmode=disable out, "
    "or reach the server through a tunnel on this computer."
)
_MODES = ("verify-full", "verify-ca", "require", "disable")
_HERE = ("localhost", "127.0.0.1", "::1")
_WHO = re.compile(r"[:@/?#]")
_NO_PORT = re.compile(r"^(\[[^\]]*\]|[^\[:/]*):(?!\d+(?:/|$))[^/]*")


class PasswordWantedError(StorageError):
    """The server asks for a password, or for another one than it was given."""


@dataclass(frozen=True, slots=True)
class Address:
    """A database on a server. `host` is a name, an IP address or the folder of a local socket."""

    host: str
    port: int
    database: str
    user: str
    password: str = field(default="", repr=False)
    sslmode: str = "verify-full"
    sslrootcert: str = ""

    @property
    def is_here(self) -> bool:
        """Whether nothing crosses a network."""
        return _are_here(self.host)

    @property
    def told(self) -> str:
        """The address as people read it, without the password."""
        user = f"{self.user}@" if self.user else ""
        port = "" if self.port == PORT else f":{self.port}"
        if self.host.startswith("/"):
            at = "" if self.port == PORT else f"&port={self.port}"
            return f"postgresql://{user}/{self.database}?host={self.host}{at}"
        return f"postgresql://{user}{_bracketed(self.host)}{port}/{self.database}"

    @property
    def written(self) -> str:
        """The address as `read_address` reads it again: all of it but the password."""
        options = {
            "host": self.host if self.host.startswith("/") else "",
            "port": str(self.port) if self.host.startswith("/") and self.port != PORT else "",
            "sslmode": "" if self.sslmode == _usual_mode(is_here=self.is_here) else self.sslmode,
            "sslrootcert": self.sslrootcert,
        }
        user = f"{quote(self.user, safe='')}@" if self.user else ""
        port = "" if self.port == PORT else f":{self.port}"
        place = "" if self.host.startswith("/") else f"{_bracketed(self.host)}{port}"
        rest = urlencode({name: value for name, value in options.items() if value}, safe="/")
        database = quote(self.database, safe="")
        return f"postgresql://{user}{place}/{database}{'?' if rest else ''}{rest}"


def is_address(text: str) -> bool:
    """Whether a text is meant as the address of a server, well written or not."""
    return text.partition(":")[0].lower() in SCHEMES


def read_address(text: str) -> Address:
    """The address a text names; StorageError where it names none, or would give away what crosses a network.

    Without `sslmode`, a server elsewhere must prove its name with a certificate (verify-full).
    """
    shown = without_password(text)
    try:
        parts = urlsplit(text.strip())
        host, port = parts.hostname or "", parts.port or PORT
    except ValueError:  # what it says may quote a password
        raise StorageError(_NO_ADDRESS, text=shown, example=_EXAMPLE) from None
    options = {name: values[-1] for name, values in parse_qs(parts.query).items()}
    host = options.pop("host", "") or unquote(host)
    user, password = unquote(parts.username or ""), unquote(parts.password or "")
    if parts.scheme.lower() not in SCHEMES or not host or "@" in parts.path:  # of a password with a slash
        raise StorageError(_NO_ADDRESS, text=shown, example=_EXAMPLE)
    database = unquote(parts.path.strip("/"))
    if not database or "/" in database:
        raise StorageError(_NO_NAME, text=shown, example=_EXAMPLE)
    if not f"{host}{database}{user}".isprintable():
        raise StorageError(_NO_ADDRESS, text=shown, example=_EXAMPLE)
    is_here = _are_here(host)
    mode, root = options.pop("sslmode", ""), options.pop("sslrootcert", "")
    port = _port(options.pop("port", ""), port, shown)
    for name in options:
        raise StorageError(_OPTION, text=shown, name=name)
    if mode and mode not in _MODES:
        raise StorageError(_SSLMODE, text=shown, mode=mode)
    if mode == "disable" and not is_here:
        raise StorageError(_PLAIN_FAR, text=shown)
    mode = mode or _usual_mode(is_here=is_here)
    return Address(host, port, database, user, password, mode, root)


def _usual_mode(*, is_here: bool) -> str:
    return "disable" if is_here else "verify-full"


def _port(text: str, otherwise: int, shown: str) -> int:
    if not text:
        return otherwise
    if not text.isdecimal():
        raise StorageError(_NO_ADDRESS, text=shown, example=_EXAMPLE)
    return int(text)


def without_password(text: str) -> str:
    """What may be the address of a server as people may read it: without what may be a password."""
    scheme, colon, rest = text.strip().partition(":")
    before, mark, after = rest.lstrip("/").rpartition("@")
    who = f"{_WHO.split(before)[0]}@" if mark else ""
    if "?" in before:  # nobody knows where a password ends
        return f"{scheme}://{who}…"
    place = _NO_PORT.sub(r"\1", after.partition("?")[0])
    return f"{scheme}{colon}//{who}{place}" if rest else text.strip()


def _are_here(hosts: str) -> bool:
    return all(host in _HERE or host.startswith("/") for host in hosts.split(","))


def _bracketed(host: str) -> str:
    return f"[{host.replace('%', '%25')}]" if ":" in host else host
