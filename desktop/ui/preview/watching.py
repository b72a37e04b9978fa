"""Tells when the YAML files of a folder may have changed, however editors save them."""

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

_CALM = 200  # milliseconds without another change: an editor writes, renames and deletes in a row
_LOOK_AGAIN = 1000  # milliseconds, where the system cannot tell of changes


class FolderWatch(QObject):
    """Watches a folder and its files.

    Signals: `changed` once after one or more changes.
    """

    changed = Signal()

    def __init__(self, folder: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._folder = folder
        self._watcher = QFileSystemWatcher(self)
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._watcher.directoryChanged.connect(self._on_touched)
        self._watcher.fileChanged.connect(self._on_touched)
        self._calm.timeout.connect(self._on_calm)
        self._watch()

    def _watch(self) -> None:
        """Watch what is there now: a file that was replaced by another is no longer watched."""
        watched = {*self._watcher.files(), *self._watcher.directories()}
        wanted = {str(path) for path in (self._folder, *self._folder.glob("*.yaml"))}
        missing = sorted(wanted - watched)
        if missing and self._watcher.addPaths(missing):
            self._calm.start(_LOOK_AGAIN)

    def _on_touched(self, _: str) -> None:
        self._calm.start(_CALM)

    def _on_calm(self) -> None:
        self._watch()
        self.changed.emit()
