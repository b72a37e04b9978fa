"""Whether this computer can show a window, found out before Qt is loaded: Qt itself would abort."""

import ctypes
import os
import sys
from pathlib import Path

_FOUND_NOTHING = "no screen was found (neither DISPLAY nor WAYLAND_DISPLAY is set)"
_WITHOUT_SCREEN = ("offscreen", "minimal", "minimalegl", "vnc", "linuxfb", "eglfs", "vkkhrdisplay")


def why_no_window() -> str:
    """Why no window can be shown here; empty where one can."""
    asked = os.environ.get("QT_QPA_PLATFORM", "").partition(";")[0].partition(":")[0]
    if not sys.platform.startswith("linux") or asked in _WITHOUT_SCREEN:
        return ""
    if asked.startswith("wayland"):
        return _why_no_wayland()
    if asked not in ("", "xcb"):
        return f"QT_QPA_PLATFORM names `{asked}`, which is no way to show a window"
    return _why_no_screen(may_be_wayland=not asked and _has_wayland())


def _why_no_screen(*, may_be_wayland: bool) -> str:
    """Qt takes Wayland where it is there, else X."""
    reason = _why_no_wayland() if may_be_wayland else _FOUND_NOTHING
    display = os.environ.get("DISPLAY")
    return _why_no_display(display) if reason and display else reason


def _has_wayland() -> bool:
    return bool(os.environ.get("WAYLAND_SOCKET") or os.environ.get("WAYLAND_DISPLAY"))


def _why_no_wayland() -> str:
    """Look for the compositor's socket where its clients do."""
    display = os.environ.get("WAYLAND_DISPLAY") or "wayland-0"
    folder = Path(os.environ.get("XDG_RUNTIME_DIR", ""))
    is_there = bool(os.environ.get("WAYLAND_SOCKET")) or (folder / display).is_socket()
    return "" if is_there else f"the screen {display} cannot be reached"


def _why_no_display(display: str) -> str:
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
        return f"a system library is missing ({str(error).partition(':')[0]})"
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(display.encode(), None))
    has_failed = bool(xcb.xcb_connection_has_error(connection))
    xcb.xcb_disconnect(connection)
    return f"the screen {display} cannot be reached" if has_failed else ""
