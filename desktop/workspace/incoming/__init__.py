"""What comes in: results got out of files, weighed against what is here, and taken over or left."""

from desktop.workspace.incoming.arrived import Arrived, NotRead
from desktop.workspace.incoming.incoming import Incoming
from desktop.workspace.incoming.outcomes import CAME_IN, FAILED, Kind, Offer, Outcome, Standing
from desktop.workspace.incoming.reading import read_files
from desktop.workspace.incoming.walking import Found, files_in

__all__ = [
    "CAME_IN",
    "FAILED",
    "Arrived",
    "Found",
    "Incoming",
    "Kind",
    "NotRead",
    "Offer",
    "Outcome",
    "Standing",
    "files_in",
    "read_files",
]
