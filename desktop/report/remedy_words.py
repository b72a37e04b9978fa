"""What would make a course fit, in sentences for window, paper and terminal."""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from typing import cast

from desktop.content.catalogues.catalogue import Catalogue
from desktop.content.catalogues.catalogue_file import Role
from desktop.content.decisions import CourseFormat
from desktop.planning import OpenGap, Remedy
from desktop.report.terms import form_in_words, language_name, reason_in_words
from desktop.report.typography import lowered
from desktop.text import Wording

_TITLES_TOLD = 3


def gaps_by_reason(gaps: Iterable[OpenGap], wording: Wording) -> dict[str, list[OpenGap]]:
    """Why gaps stay open, in words, with those that stay open because of it."""
    reasons: dict[str, list[OpenGap]] = {}
    for gap in gaps:
        reasons.setdefault(reason_in_words(gap, wording), []).append(gap)
    return reasons


class RemedyWords:
    """Sentences about remedies, in one language."""

    def __init__(self, catalogue: Catalogue, wording: Wording) -> None:
        self._catalogue = catalogue
        self._wording = wording
        self._texts = catalogue.competence_text(wording.language)

    def one_by_one(self, alike: Sequence[OpenGap]) -> Iterator[tuple[Remedy, str]]:
        """Each remedy of gaps that stand together, once, with its sentence."""
        closing: dict[Remedy, list[OpenGap]] = {}
        for gap in alike:
            for remedy in gap.remedies:
                closing.setdefault(remedy, []).append(gap)
        for remedy, gaps in closing.items():
            yield remedy, self._about(gaps, self.sentence(remedy), alike)

    def together(self, alike: Sequence[OpenGap]) -> Iterator[str]:
        """The remedies of gaps that stand together, in as few sentences as tell them all."""
        sentences: dict[str, list[OpenGap]] = {}
        for gap in alike:
            for sentence in self._joined(gap.remedies):
                sentences.setdefault(sentence, []).append(gap)
        for sentence, gaps in sentences.items():
            yield self._about(gaps, sentence, alike)

    def sentence(self, remedy: Remedy) -> str:
        """What has to change, and which course has to be put into the plan besides."""
        return self._with_wish(self._change(remedy), _wish_of(remedy))

    def _joined(self, remedies: Sequence[Remedy]) -> Iterator[str]:
        """One sentence for changes that go with the same course."""
        by_wish: dict[tuple[Role, str] | None, str] = {}
        for remedy in remedies:
            wish, change = _wish_of(remedy), self._change(remedy)
            before = by_wish.get(wish)
            by_wish[wish] = change if before is None else self._either(before, change)
        for wish, changes in by_wish.items():
            yield self._with_wish(changes, wish)

    def _either(self, change: str, other: str) -> str:
        return self._wording("{change}, or {other}", change=change, other=lowered(other))

    def _with_wish(self, change: str, wish: tuple[Role, str] | None) -> str:
        if wish is None:
            return f"{change}."
        role, course = wish
        return self._wording(
            "{change}, putting “{title}” ({role}) into the plan.",
            change=change,
            title=self._title(course),
            role=self._role(role),
        )

    def _about(self, gaps: Sequence[OpenGap], sentence: str, alike: Sequence[OpenGap]) -> str:
        """The sentence, with the competences it is about where not all that stand together are meant."""
        if len(gaps) == len(alike):
            return sentence
        names = ", ".join(self._texts.competences[gap.competence].name for gap in gaps)
        return f"{names}: {lowered(sentence)}"

    def _change(self, remedy: Remedy) -> str:
        say, kind = self._wording, remedy.kind
        if kind == "hours":
            return self._hours(remedy)
        if kind == "weeks":
            return say.plural("With {count} more week", "With {count} more weeks", remedy.number)
        if kind == "budget":
            return say("With {amount} more", amount=say.euro(remedy.number))
        if kind in ("language", "form"):
            return self._other_courses(remedy)
        if kind == "people":
            return say("If somebody takes part as “{role}”", role=self._role(remedy.role))
        return self._decision(remedy)

    def _hours(self, remedy: Remedy) -> str:
        say, role = self._wording, self._role(remedy.role)
        if remedy.number == 1:
            return say("With half an hour more a week ({role})", role=role)
        hours = Fraction(remedy.number, 2)
        return say.plural(
            "With {hours} more hour a week ({role})",
            "With {hours} more hours a week ({role})",
            1 if hours == 1 else 2,
            hours=say.number(hours, 1),
            role=role,
        )

    def _other_courses(self, remedy: Remedy) -> str:
        say, count = self._wording, len(remedy.courses)
        titles = "; ".join(self._title(course) for course in remedy.courses[:_TITLES_TOLD])
        if count > _TITLES_TOLD:
            titles = say("{titles}, and others", titles=titles)
        if remedy.kind == "form":
            form = form_in_words(cast("CourseFormat", remedy.name), say)
            return say.plural(
                "There is {count} course held {form}: {titles}",
                "There are {count} courses held {form}: {titles}",
                count,
                form=form,
                titles=titles,
            )
        language = language_name(remedy.name, say)
        return say.plural(
            "In {language} there is {count} course: {titles}",
            "In {language} there are {count} courses: {titles}",
            count,
            language=language,
            titles=titles,
        )

    def _decision(self, remedy: Remedy) -> str:
        say = self._wording
        role, course = remedy.wish or (remedy.role, remedy.name)
        if remedy.kind in ("left-out", "wanted"):
            role, course = remedy.role, remedy.name
        title, name = self._title(course), self._role(role)
        if remedy.kind == "left-out":
            return say("If “{title}” is no longer left out ({role})", title=title, role=name)
        if remedy.kind == "wanted":
            return say("If “{title}” need not be in the plan ({role})", title=title, role=name)
        if remedy.kind == "price":
            return say("If the price of “{title}” suits you: ask the provider", title=title)
        return say(
            "If you put “{title}” ({role}) into the plan, in place of something worth as much",
            title=title,
            role=name,
        )

    def _title(self, course: str) -> str:
        found = self._catalogue.courses.get(course)
        return found.title if found else course

    def _role(self, role: Role | None) -> str:
        return self._texts.roles.get(role, role) if role else ""


def _wish_of(remedy: Remedy) -> tuple[Role, str] | None:
    """The course to be put into the plan besides; none where the change itself names it."""
    return None if remedy.kind in ("course", "price") else remedy.wish
