"""What a listening desk is told, as plain values."""

from dataclasses import dataclass

from desktop.errors import StorageError


@dataclass(frozen=True, slots=True)
class Heard:
    """What another session told; `process` is the server's number of that session."""

    channel: str
    payload: str
    process: int


@dataclass(frozen=True, slots=True)
class Link:
    """Whether the server answers, and why it does not; `is_new` where a connection was just made."""

    is_up: bool
    error: StorageError | None = None
    is_new: bool = False
