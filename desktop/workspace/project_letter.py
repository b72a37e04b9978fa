"""The letter with which a hub asks companies to take part in a project."""

from desktop.content.library import Library
from desktop.projects import About
from desktop.text import Wording
from desktop.workspace.project_words import ProjectWords


def letter(about: About, library: Library, wording: Wording) -> str:
    """A text to send, without the name of any company and without how many there are."""
    say, words = wording, ProjectWords(library, wording)
    brand = library.brand
    parts = [
        say("Dear company,"),
        say(
            "your answers on digital maturity show that you could go further in “{need}”. Other companies "
            "like yours ({sector}, {place}) are at the same point, so we propose to do it together.",
            need=words.need(about.need),
            sector=words.sector(about.sector),
            place=words.place(about),
        ),
        _offer(about, words, say),
        *_price(about, words, say),
        say(
            "Please tell us by ……………… whether you would like to take part. Until then nothing is binding, "
            "and no other company learns of your answers."
        ),
        say("Kind regards,"),
        brand.name if brand else say("Your hub"),
    ]
    return "\n\n".join(parts)


def _offer(about: About, words: ProjectWords, say: Wording) -> str:
    title = words.way(about.way_kind, about.way)
    if about.way_kind == "voucher":
        return say("We would help you to ask for “{title}” together with them.", title=title)
    return say(
        "We would run “{title}” for you: {least} to {most} companies take part.",
        title=title,
        least=about.least,
        most=about.most,
    )


def _price(about: About, words: ProjectWords, say: Wording) -> list[str]:
    if about.price_cents is None:
        return []
    if about.aid_percent == 100 or about.price_cents == 0:  # noqa: PLR2004 - all of it
        return [say("For you it costs nothing.")]
    most = about.price_cents if about.is_price_each else -(-about.price_cents // about.least)
    left = -(-most * (100 - (about.aid_percent or 0)) // 100)
    return [say("For you it costs {amount} at most.", amount=words.euro(left))]
