"""What became of results that came in, and how far they can be trusted, in the reader's words."""

from collections import Counter
from collections.abc import Iterable, Iterator

from desktop.errors import harmless
from desktop.text import Wording
from desktop.workspace.incoming.outcomes import Kind, Outcome, Standing

_LONGEST_NAME = 80


def headline(outcome: Outcome, words: Wording) -> str:
    """What became of it, in one sentence; of files that bring no result, their names."""
    name, stage = _short(outcome.name), outcome.stage
    if not stage:
        return outcome.file
    if outcome.kind == "kept" and not name:
        return words("Scores without a name, {stage}: kept.", stage=stage)
    sentences: dict[Kind, str] = {
        "added": words("{name}, {stage}: imported as a new company.", name=name, stage=stage),
        "joined": words(
            "{name}, {stage}: imported as one more assessment of a company that is here.",
            name=name,
            stage=stage,
        ),
        "updated": words("{name}, {stage}: brought up to date.", name=name, stage=stage),
        "here": words("{name}, {stage}: already here.", name=name, stage=stage),
        "conflict": words("{name}, {stage}: you have to choose.", name=name, stage=stage),
        "waiting": words("{name}, {stage}: kept, but it cannot be opened yet.", name=name, stage=stage),
        "kept": words("Scores without a name ({code}), {stage}: kept.", code=name, stage=stage),
        "refused": words("{name}, {stage}: not imported.", name=name or outcome.file, stage=stage),
    }
    return sentences[outcome.kind]


def reason(outcome: Outcome, words: Wording) -> str:
    """Why, where the kind alone does not tell."""
    return words.tell(harmless(outcome.why)) if outcome.why else ""


def warnings(outcome: Outcome, words: Wording) -> Iterator[str]:
    """What the user must know before going on with it."""
    standing = outcome.standing
    if standing is None:
        return
    if not standing.is_intact and outcome.kind != "refused":
        yield words("Careful: this was changed after it was written. What it says may be wrong.")
    if standing.former is not None and standing.is_intact:  # what was changed has lost its signature, too
        yield _another_desk(standing, words)
    if outcome.left_out:
        yield words.plural(
            "{count} answer fits no question and was left out.",
            "{count} answers fit no question and were left out.",
            outcome.left_out,
        )
    if outcome.texts_left_out:
        yield words.plural(
            "{count} text had no room on paper and is missing; the file has it.",
            "{count} texts had no room on paper and are missing; the file has them.",
            outcome.texts_left_out,
        )
    yield from (words.tell(harmless(note)) for note in outcome.notes)


def facts(outcome: Outcome, words: Wording) -> Iterator[str]:
    """Where it comes from, and which plan came with it."""
    if outcome.standing is not None and (outcome.standing.is_intact or outcome.standing.is_sealed):
        yield trust(outcome.standing, words)
    if outcome.courses and outcome.kind in {"added", "joined", "updated"}:
        yield words.plural(
            "The plan it came with has {count} course. Recalculated with what is known here, it may differ.",
            "The plan it came with has {count} courses. Recalculated with what is known here, it may differ.",
            outcome.courses,
        )


def trust(standing: Standing, words: Wording) -> str:
    """Whether it is as it was written, and by whom it is signed."""
    parts = [_trust(standing, words)]
    if standing.is_sealed:
        parts.append(words("It was sealed for this desk alone."))
    return " ".join(parts)


def summary(outcomes: Iterable[Outcome], words: Wording) -> Iterator[str]:
    """How many there were of each kind, those that came in first."""
    counts = Counter(outcome.kind for outcome in outcomes)
    told: dict[Kind, str] = {
        "added": words.plural("{count} new company", "{count} new companies", counts["added"]),
        "joined": words.plural("{count} further assessment", "{count} further assessments", counts["joined"]),
        "updated": words("{count} brought up to date", count=counts["updated"]),
        "kept": words("{count} kept for statistics", count=counts["kept"]),
        "here": words("{count} here already", count=counts["here"]),
        "conflict": words("{count} to choose", count=counts["conflict"]),
        "waiting": words("{count} that cannot be opened yet", count=counts["waiting"]),
        "refused": words("{count} not imported", count=counts["refused"]),
    }
    yield from (text for kind, text in told.items() if counts[kind])


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1].rstrip()}…"


def _another_desk(standing: Standing, words: Wording) -> str:
    if standing.is_on_paper and standing.signed_by is not None:
        return words(
            "Careful: these codes were signed by another desk than those received from this company "
            "before. Ask the company who sent it."
        )
    if standing.signed_by is None:
        return words(
            "Careful: nobody signed this, but what was received from this company before was signed (desk "
            "{former}). Ask the company who sent it.",
            former=standing.former,
        )
    return words(
        "Careful: this comes from desk {desk}, but what was received from this company before was signed "
        "by desk {former}. Ask the company who sent it.",
        desk=standing.signed_by,
        former=standing.former,
    )


def _trust(standing: Standing, words: Wording) -> str:
    if not standing.is_intact:
        return words("Changed after it was written.")
    if standing.signer == "nobody":
        return words("Intact. Nobody signed it, so it does not tell which desk it comes from.")
    if standing.signer == "this desk":
        return words("Intact, and signed by this desk.")
    if standing.is_on_paper:
        return _trust_on_paper(standing.before, words)
    if standing.signer == "a new desk":
        return words(
            "Intact, and signed by desk {desk}, from which nothing came before. Compare these letters with "
            "those the desk tells you.",
            desk=standing.signed_by,
        )
    return words.plural(
        "Intact, and signed by desk {desk}, from which {count} result came before.",
        "Intact, and signed by desk {desk}, from which {count} results came before.",
        standing.before,
        desk=standing.signed_by,
    )


def _trust_on_paper(before: int, words: Wording) -> str:
    if not before:
        return words("Intact, and signed by a desk from which no plan on paper came before.")
    return words.plural(
        "Intact, and signed by a desk from which {count} plan on paper came before.",
        "Intact, and signed by a desk from which {count} plans on paper came before.",
        before,
    )
