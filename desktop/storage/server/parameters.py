"""What the driver needs to connect: encrypted on its way, quick to notice that the server is gone."""

from typing import Any

from desktop.storage.server.address import Address

_PATIENCE = 5  # seconds for a connection, and for somebody else's writing
_OPTIONS = {
    "lock_timeout": f"{_PATIENCE}s",
    "statement_timeout": "60s",
    "idle_in_transaction_session_timeout": "60s",
}


def parameters(address: Address) -> dict[str, Any]:
    """What the driver needs to connect."""
    given: dict[str, Any] = {
        "host": address.host,
        "port": address.port,
        "dbname": address.database,
        "user": address.user or None,
        "password": address.password or None,
        "sslmode": address.sslmode,
        "sslrootcert": address.sslrootcert or ("system" if address.sslmode.startswith("verify") else None),
        "connect_timeout": _PATIENCE,
        "application_name": "sestante",
        "client_encoding": "UTF8",  # whatever the computer's PGCLIENTENCODING says
        "keepalives_idle": 10,
        "keepalives_interval": 3,
        "keepalives_count": 3,
        "tcp_user_timeout": 20_000,  # milliseconds
        "options": " ".join(f"-c {name}={value}" for name, value in _OPTIONS.items()),
    }
    return {name: value for name, value in given.items() if value is not None}
