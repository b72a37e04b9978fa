"""How similar firms score, in words for paper and window."""

from collections.abc import Mapping
from typing import TypeAlias

from desktop.content.networks.benchmarks import FirmsLike
from desktop.dossier import AssessmentResult, Dossier
from desktop.text import Wording

Likes: TypeAlias = Mapping[str | None, FirmsLike]
"""Similar firms by dimension; None stands for the whole questionnaire."""
_PARTS = ("size", "sector", "region")


def likes_of(result: AssessmentResult, dossier: Dossier) -> Likes:
    """The firms that are similar to a dossier's company, where its edition tells of any."""
    benchmarks, questionnaire = dossier.library.benchmarks, result.questionnaire
    return benchmarks.likes(dossier.company, questionnaire.id, result.scorecard.dimensions)


def median_in_words(like: FirmsLike, wording: Wording) -> str:
    """The middle of similar firms in a dimension, with how many there are."""
    return wording("similar firms: {median} ({count} firms)", median=like.spread.median, count=like.spread.n)


def source_in_words(likes: Likes, wording: Wording) -> str:
    """Whose figures they are, of which year, and how many firms share what."""
    like = _main(likes)
    if like is None:
        return _none(wording)
    values = {"count": like.spread.n, "source": like.source, "year": like.year}
    if not like.shared:
        return wording("{count} firms of every kind ({source}, {year}).", **values)
    return wording(
        "{count} firms with the same {shared} ({source}, {year}).", shared=_shared(like, wording), **values
    )


def similar_in_words(likes: Likes, wording: Wording) -> tuple[str, ...]:
    """What is known of similar firms, sentence by sentence, or that nothing is."""
    like = _main(likes)
    if like is None:
        return (_none(wording),)
    spread = like.spread
    told = [
        wording(
            "The triangles mark similar firms: half of them score more, half less. They are {source}",
            source=source_in_words(likes, wording),
        )
    ]
    if None in likes:
        told.append(
            wording(
                "Overall half of them score from {lower} to {upper}, in the middle {median}.",
                lower=spread.lower,
                upper=spread.upper,
                median=spread.median,
            )
        )
    return (*told, *_why_no_closer(like, wording))


def _why_no_closer(like: FirmsLike, wording: Wording) -> list[str]:
    if len(like.shared) == len(_PARTS):
        return []
    part = _PARTS[len(like.shared)]
    if part in like.lacking:
        told = {
            "size": wording("With the size in the profile the comparison could be closer."),
            "sector": wording("With the sector in the profile the comparison could be closer."),
            "region": wording("With the region in the profile the comparison could be closer."),
        }
    else:
        told = {
            "size": wording("Too few firms of the same size are known to compare with those alone."),
            "sector": wording(
                "Too few firms of the same sector, too, are known to compare with those alone."
            ),
            "region": wording(
                "Too few firms of the same region, too, are known to compare with those alone."
            ),
        }
    return [told[part]]


def _shared(like: FirmsLike, wording: Wording) -> str:
    return (
        wording("size"),
        wording("size and sector"),
        wording("size, sector and region"),
    )[len(like.shared) - 1]


def _main(likes: Likes) -> FirmsLike | None:
    return likes.get(None) or next(iter(likes.values()), None)


def _none(wording: Wording) -> str:
    return wording(
        "There are no figures of similar firms to compare with: a hub's edition brings them, once it has "
        "assessed at least five."
    )
