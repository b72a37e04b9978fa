"""What is wished of a document on the command line, as print options."""

from pathlib import Path

from desktop.content.brand import read_brand
from desktop.content.files.guesses import like
from desktop.errors import SestanteError
from desktop.report.options import PARTS, Part, PrintOptions
from desktop.text import say


def print_options(brand: Path | None = None, parts: str = "", *, is_handout: bool = False) -> PrintOptions:
    """The options for a brand's folder, parts named with commas between them (all where empty), and a form.

    SestanteError where a part is not known; ContentError where the brand cannot be used.
    """
    return PrintOptions(
        form="handout" if is_handout else "plan",
        parts=_parts(parts),
        brand=None if brand is None else read_brand(brand),
    )


def _parts(named: str) -> frozenset[Part]:
    names = dict.fromkeys(name.strip().lower() for name in named.split(",") if name.strip())
    known: dict[str, Part] = {part: part for part in PARTS}
    for name in names:
        if name not in known:
            raise SestanteError(
                say(
                    "a plan has no part `{name}`{guess}; its parts are: {known}",
                    name=name,
                    guess=like(name, known),
                    known=", ".join(PARTS),
                )
            )
    return frozenset(known[name] for name in names or PARTS)
