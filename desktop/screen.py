"""Whether this computer can show a window, found out before Qt is loaded: Qt itself would abort."""

import ctypes
import os
import sys
from pathlib import Path

from desktop.text import Sentence, say

_FOUND_NOTHING = say("no screen was found (neither DISPLAY nor WAYLAND_DISPLAY is set)")
_WITHOUT_SCREEN = ("offscreen", "minimal", "minimalegl", "vnc", "linuxfb", "eglfs", "vkkhrdisplay")


def why_no_window() -> Sentence | None:
    """Why no window can be shown here; None where one can."""
    asked = os.environ.get("QT_QPA_PLATFORM", "").partition(";")[0].partition(":")[0]
    if not sys.platform.startswith("linux") or asked in _WITHOUT_SCREEN:
        return None
    if asked.startswith("wayland"):
        return _why_no_wayland()
    if asked not in ("", "xcb"):
        return say("QT_QPA_PLATFORM names `{name}`, which is no way to show a window", name=asked)
    return _why_no_screen(may_be_wayland=not asked and _has_wayland())


def _why_no_screen(*, may_be_wayland: bool) -> Sentence | None:
    """Qt takes Wayland where it is there, else X."""
    reason = _why_no_wayland() if may_be_wayland else _FOUND_NOTHING
    display = os.environ.get("DISPLAY")
    return _why_no_display(display) if reason and display else reason


def _has_wayland() -> bool:
    return bool(os.environ.get("WAYLAND_SOCKET") or os.environ.get("WAYLAND_DISPLAY"))


def _why_no_wayland() -> Sentence | None:
    """Look for the compositor's socket where its clients do."""
    display = os.environ.get("WAYLAND_DISPLAY") or "wayland-0"
    folder = Path(os.environ.get("XDG_RUNTIME_DIR", ""))
    is_there = bool(os.environ.get("WAYLAND_SOCKET")) or (folder / display).is_socket()
    return None if is_there else _unreached(display)


def _why_no_display(display: str) -> Sentence | None:
    """Ask the X server the way Qt does; libxcb may be missing, which Qt would not survive either."""
    try:
        for name in (
            "libxcb-cursor.so.0",
            "libxcb-icccm.so.4",
            "libxcb-keysyms.so.1",
            "libxkbcommon-x11.so.0",
        ):
            ctypes.CDLL(name)
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError as error:
        return say("a system library is missing ({name})", name=str(error).partition(":")[0])
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(display.encode(), None))
    has_failed = bool(xcb.xcb_connection_has_error(connection))
    xcb.xcb_disconnect(connection)
    return _unreached(display) if has_failed else None


def _unreached(display: str) -> Sentence:
    return say("the screen {display} cannot be reached", display=display)
