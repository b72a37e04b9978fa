"""What a passphrase protects: a workspace, or what a desk on a server keeps on its own computer."""

from desktop.text import Wording


def standing_words(wording: Wording, *, is_on: bool, is_on_server: bool) -> str:
    """How it stands."""
    if is_on_server and is_on:
        return wording(
            "What Sestante keeps on this computer is encrypted and opens only with the passphrase."
        )
    if is_on_server:
        return wording(
            "Whoever has this computer or a copy of its disk can read what Sestante keeps on it. A "
            "passphrase encrypts that; it changes nothing on the server."
        )
    if is_on:
        return wording("This workspace is encrypted and opens only with its passphrase.")
    return wording(
        "Whoever has this computer or a copy of its disk can read this workspace. A passphrase encrypts it."
    )


def explanation(wording: Wording, *, is_on_server: bool) -> str:
    """What is protected, and what not."""
    return "\n\n".join((_protected(wording, is_on_server=is_on_server), _not_protected(wording)))


def _protected(wording: Wording, *, is_on_server: bool) -> str:
    if is_on_server:
        return wording(
            "The companies are on the server: its administrator protects them there, and on their way they "
            "are encrypted. On this computer are what waits to be sent, what visitors at an event are "
            "answering, reports of imports, preferences, the key of this desk, and this computer's own "
            "workspace. A passphrase protects these, and the copies Sestante makes of them, when the "
            "computer is lost, stolen or lent while Sestante is closed or locked."
        )
    return wording(
        "Companies, answers, notes, plans and files in this workspace, and the copies Sestante "
        "makes of them in its folder, are protected when the computer is lost, stolen or lent while "
        "Sestante is closed or locked."
    )


def _not_protected(wording: Wording) -> str:
    return wording(
        "PDFs, result files and other files that you save or send are not protected, nor is what is "
        "on the screen, nor the computer while Sestante is open: a program that spies on it sees "
        "what you see. What was on the disk before the passphrase was turned on may leave traces "
        "that specialists find; encrypt the whole disk too if you can."
    )
