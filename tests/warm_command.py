"""The command `sestante` for scripts that call it often: each call is a fork of a process that is warm.

`python warm_command.py SOCKET`, in the repository, answers calls there until its input ends. `python
warm_command.py SOCKET call ARGUMENTS...` is a call, with its own streams, folder and environment.
"""

import json
import os
import signal
import socket
import sys
import threading
import traceback

_LARGEST = 2**20  # bytes of a call
_BROKEN = 70
_STREAMS = (0, 1, 2)


def call(path: str, arguments: list[str]) -> int:
    """The exit status of the command."""
    with socket.socket(socket.AF_UNIX) as line:
        line.connect(path)
        told = json.dumps([arguments, os.getcwd(), dict(os.environ)])  # noqa: PTH109 - pathlib takes its time
        socket.send_fds(line, [told.encode()], _STREAMS)
        line.shutdown(socket.SHUT_WR)
        return int(line.recv(_LARGEST) or _BROKEN)


def answer(path: str) -> None:
    """Run what is called for until the input ends."""
    import desktop.commands.server
    import desktop.storage.moving.moving
    import desktop.storage.server.rights.setting_up
    import desktop.workspace  # noqa: F401 - imported once for all calls

    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for them
    with socket.socket(socket.AF_UNIX) as door:
        door.bind(path)
        door.listen()
        sys.stdout.write("ready\n")
        sys.stdout.flush()
        threading.Thread(target=_end_with_the_input, daemon=True).start()
        while True:
            line, _ = door.accept()
            with line:
                if not os.fork():
                    _run(line)


def _run(line: socket.socket) -> None:
    from desktop.__main__ import main

    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    told, streams = b"", []
    while True:
        more, found, _, _ = socket.recv_fds(line, _LARGEST, len(_STREAMS))
        told, streams = told + more, streams + found
        if not more:
            break
    arguments, folder, environment = json.loads(told)
    for number, stream in zip(_STREAMS, streams, strict=True):
        os.dup2(stream, number)
        os.close(stream)
    sys.stdout, sys.stderr = (open(each, "w", encoding="utf-8", closefd=False) for each in _STREAMS[1:])  # noqa: SIM115
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    sys.argv = ["sestante", *arguments]
    status = _BROKEN
    try:
        status = main()
    except SystemExit as error:
        status = int(error.code or 0)
    except BaseException:
        traceback.print_exc()
        raise
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        line.sendall(str(status).encode())
        os._exit(status)


def _end_with_the_input() -> None:
    sys.stdin.read()
    os._exit(0)


if __name__ == "__main__":
    if sys.argv[2:3] == ["call"]:
        sys.exit(call(sys.argv[1], sys.argv[3:]))
    answer(sys.argv[1])
