"""Whether this computer can show a window, found out before Qt is loaded: Qt itself would abort."""

import ctypes
import os
import sys

_FOUND_NOTHING = "no screen was found (neither DISPLAY nor WAYLAND_DISPLAY is set)"


def why_no_window() -> str:
    """Why no window can be shown here; empty where one can."""
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return ""
    if os.environ.get("WAYLAND_DISPLAY"):
        return ""
    display = os.environ.get("DISPLAY")
    if not display:
        return _FOUND_NOTHING
    return _why_no_display(display)


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
