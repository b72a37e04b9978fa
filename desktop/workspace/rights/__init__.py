"""The rights of those the data are about: a copy to take along, and deletion in time."""

from desktop.workspace.rights.retention import REASONS, PastTime, Retention
from desktop.workspace.rights.rights import Rights

__all__ = ["REASONS", "PastTime", "Retention", "Rights"]
