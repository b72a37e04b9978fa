"""The announcement of a pack's next key, written into the folder of the pack."""

from pathlib import Path

import msgspec

from desktop.errors import system_reason
from desktop.exchange.packs.errors import PackError
from desktop.exchange.packs.key_changes import announce
from desktop.exchange.packs.pack_file import KEY_CHANGES_FILE, read_head, read_key_changes
from desktop.exchange.packs.signing import PackKey
from desktop.text import say
from desktop.whole_files import replace_whole

_SAME = say("The next key is the present one. Choose another one.")
_NOT_THE_LAST = say(
    "The key that is to announce the next one ({fingerprint}) is not the last that was announced. "
    "Use that one."
)
_BACK = say("The next key was announced and given up before. Make a new one: sestante pack keys new FILE.pem")
_NOT_SAVED = say("{path} cannot be written: {reason}.")


def announce_in(folder: Path, old: PackKey, new: PackKey) -> Path:
    """Add what the old key says of the new one to a pack's folder; the file it stands in.

    PackError where the keys do not go on from what was announced before.
    """
    if old.public == new.public:
        raise PackError(_SAME)
    pack_id, changes = read_head(folder).id, read_key_changes(folder)
    if changes and changes[-1].new != old.public.hex():
        raise PackError(_NOT_THE_LAST, fingerprint=old.fingerprint)
    if any(each.old == new.public.hex() for each in changes):
        raise PackError(_BACK)
    path = folder / KEY_CHANGES_FILE
    written = (*changes, announce(pack_id, old, new.public))
    try:
        replace_whole(path, msgspec.json.format(msgspec.json.encode(written), indent=1) + b"\n")
    except OSError as error:
        raise PackError(_NOT_SAVED, path=path, reason=system_reason(error)) from error
    return path
