"""The entries of the list of a move as they are read: labelled texts from top to bottom, without Qt."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from desktop.text import Wording
from desktop.ui.moves.lines import Group, MoveLine
from desktop.ui.moves.review import MoveReview

Tone = Literal["ink", "muted", "link"]
Size = Literal["heading", "strong", "body", "small"]


@dataclass(frozen=True, slots=True)
class Block:
    """A text, with what it is at its left if anything."""

    text: str
    size: Size = "body"
    tone: Tone = "ink"
    label: str = ""


@dataclass(frozen=True, slots=True)
class Face:
    """An entry; one that begins a group is its heading, one with a place leads to that question."""

    blocks: tuple[Block, ...]
    begins: Group | None = None
    place: str = ""

    @property
    def words(self) -> str:
        """Everything the entry says, for who hears it."""
        return " ".join(
            f"{block.label}: {block.text}" if block.label else block.text for block in self.blocks
        )


def group_name(group: Group, wording: Wording) -> str:
    """What a group is called."""
    match group:
        case Group.CHANGED:
            return wording("Changed")
        case Group.DROPPED:
            return wording("Dropped")
        case Group.NEW:
            return wording("New questions")
        case Group.KEPT:
            return wording("Kept")


def faces_of(review: MoveReview, wording: Wording) -> Iterator[Face]:
    """What the move is about, then every group that has lines, with its heading."""
    yield _summary(review, wording)
    for group in Group:
        lines = [line for line in review.lines if line.group is group]
        if lines:
            name = f"{group_name(group, wording)} ({len(lines)})"
            yield Face((Block(name, "heading"), Block(_about(group, wording), "small", "muted")), group)
            yield from (_line(line, wording, is_made=review.is_made) for line in lines)


def _summary(review: MoveReview, wording: Wording) -> Face:
    if review.is_made:
        state = wording(
            "Your answers were moved. Nothing is final: until you keep the new version, you can go back. "
            "Answers that you change meanwhile go back too; those to new questions are kept for later."
        )
    else:
        state = wording("Nothing has been moved yet, and afterwards you can still go back.")
    return Face(
        (
            *(Block(text, "strong") for text in review.versions),
            *(Block(text) for text in review.comparable),
            Block(state, tone="muted"),
        )
    )


def _about(group: Group, wording: Wording) -> str:
    match group:
        case Group.CHANGED:
            return wording("The answer goes along, but its question is not quite the same as before.")
        case Group.DROPPED:
            return wording("These answers have no place in the new version. They are not deleted.")
        case Group.NEW:
            return wording("The old version did not ask them.")
        case Group.KEPT:
            return wording("The question counts as before, and the answer stays.")


def _line(line: MoveLine, wording: Wording, *, is_made: bool) -> Face:
    blocks = [Block(line.title, "small", "muted")] if line.title else []
    blocks.append(Block(line.question, "strong"))
    if line.former:
        blocks.append(Block(line.former, tone="muted", label=wording("Wording before")))
    blocks += _answers(line, wording, is_made=is_made)
    if line.reason:
        blocks.append(Block(line.reason, tone="muted", label=wording("Why")))
    if line.place:
        blocks.append(Block(wording("Go to this question"), tone="link"))
    return Face(tuple(blocks), place=line.place)


def _answers(line: MoveLine, wording: Wording, *, is_made: bool) -> Iterator[Block]:
    """The answer before and after, once where it is the same."""
    if line.group is Group.NEW:
        if is_made:
            yield Block(line.after, label=wording("Answer"))
    elif line.before == line.after:
        yield Block(line.before, label=wording("Answer"))
    else:
        yield Block(line.before, label=wording("Before"))
        yield Block(line.after or wording("Not taken over"), label=wording("After"))
