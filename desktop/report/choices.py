"""What is wished of a document on the command line, as print options."""

from pathlib import Path
from typing import NamedTuple

from desktop.content.brand import read_brand
from desktop.content.files.guesses import like
from desktop.errors import SestanteError
from desktop.report.options import PARTS, Part, PrintOptions
from desktop.text import say


class Paper(NamedTuple):
    """A brand's folder, the parts wished with commas between them, and the document's form."""

    brand: Path | None = None
    parts: str = ""
    is_handout: bool = False

    def options(self, *, is_paper: bool) -> PrintOptions:
        """The wishes, checked; without `parts` all are printed.

        SestanteError where something is wished of paper and there is none, or a part is not known;
        ContentError where the brand cannot be used.
        """
        wishes = {"--brand": self.brand, "--parts": self.parts, "--handout": self.is_handout}
        for name, wish in wishes.items():
            if wish and not is_paper:
                raise SestanteError(say("{name} concerns the printed plan; add -o PLAN.pdf", name=name))
        return PrintOptions(
            form="handout" if self.is_handout else "plan",
            parts=_parts(self.parts),
            brand=None if self.brand is None else read_brand(self.brand),
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
