"""Where to go, in words: why a door, a lab or funding fits, what share it pays until when, what to check."""

from collections.abc import Iterable
from datetime import date

from desktop.content.library import Library
from desktop.content.networks.support_file import Covered
from desktop.guidance import Door, FundingMatch, LabMatch
from desktop.report.match_words import MatchWords
from desktop.report.terms import month_in_words
from desktop.report.typography import lowered
from desktop.text import Wording


class GuidanceWords:
    """Words for what was matched, in one language."""

    def __init__(self, library: Library, wording: Wording) -> None:
        self.support = library.network.support
        self._advice = library.catalogue.advice
        self.language = wording.language
        self._match = MatchWords(library, wording)
        self._wording = wording

    def kind_name(self, kind: str) -> str:
        """The name of a kind of door."""
        text = self.support.kind_text(kind, self.language)
        return text.name if text else self._match.hub_texts.kinds.get(kind, kind)

    def purpose(self, kind: str) -> str:
        """What a kind of door is for, in a sentence; empty where nobody wrote it."""
        text = self.support.kind_text(kind, self.language)
        return text.purpose if text else ""

    def purpose_and_time(self, kind: str) -> str:
        """What a kind of door is for, and when to go there."""
        text = self.support.kind_text(kind, self.language)
        return f"{text.purpose} {text.when}" if text else ""

    def why_door(self, door: Door) -> str:
        """Why to go there: the one reason with what to ask for, then how it fits."""
        told = [reason for reason in door.reasons if not (door.asks and reason.kind == "services")]
        return " ".join(filter(None, (self.reason(door), self._match.reasons(told))))

    def reason(self, door: Door) -> str:
        """The one reason for going there, and what to ask for; empty where nobody wrote it."""
        text = self.support.kind_text(door.hub.kind, self.language)
        asks = "; ".join(self._service(name) for name in door.asks)
        if text is None or not text.reason:
            return self._wording("Ask for: {services}.", services=asks) if asks else ""
        if not asks:
            return f"{text.reason}."
        return self._wording("{reason}; ask for: {services}.", reason=text.reason, services=asks)

    def _service(self, name: str) -> str:
        return lowered(self._advice.service_text(name, self.language).title)

    def door_cautions(self, door: Door) -> str:
        """What to check before going there."""
        return self._match.cautions(door.caveats, door.hub.as_of)

    def why_lab(self, match: LabMatch) -> str:
        """What a lab works on and why it fits."""
        text = self.support.lab_text(match.lab.id, self.language)
        return " ".join(filter(None, (text.works_on if text else "", self._match.reasons(match.reasons))))

    def lab_cautions(self, match: LabMatch) -> str:
        """What to check before going there."""
        return self._match.cautions(match.caveats, match.lab.as_of)

    def no_labs(self, reason: str) -> str:
        """Why no lab is named; empty where some are."""
        say = self._wording
        sentences = {
            "too-early": say(
                "No laboratory for now: it is for those who develop or measure something of their own. "
                "For the first steps the places above are enough."
            ),
            "none-needed": say("No laboratory in the list works on what your plan is missing."),
        }
        return sentences.get(reason, "")

    def terms(self, match: FundingMatch) -> str:
        """What it pays and how much of it."""
        say, entry = self._wording, match.entry
        covers = ", ".join(self._covered(covered) for covered in entry.covers)
        parts = [say("For {things}", things=covers)]
        if match.max_share_percent is not None:
            parts.append(say("up to {share}%", share=match.max_share_percent))
        if match.max_amount_eur is not None:
            parts.append(say("at most {amount}", amount=say.euro(match.max_amount_eur)))
        if entry.max_amount_chf is not None:
            parts.append(say("at most {amount}", amount=f"CHF {say.number(entry.max_amount_chf)}"))
        if entry.loan_min_eur is not None and entry.loan_max_eur is not None:
            low, high = say.euro(entry.loan_min_eur), say.euro(entry.loan_max_eur)
            parts.append(say("on loans from {low} to {high}", low=low, high=high))
        if len(parts) == 1:
            parts.append(say("share not known: ask"))
        if entry.min_spend_eur is not None:
            parts.append(say("if you spend at least {amount}", amount=say.euro(entry.min_spend_eur)))
        return ", ".join(parts)

    def state(self, match: FundingMatch, day: date) -> str:
        """Whether it can be asked for on a day, and until when."""
        say, entry = self._wording, match.entry
        words = {
            "open": say("Open"),
            "upcoming": say("Not open yet"),
            "recurring": say("Comes back, or is always open: ask when"),
            "unknown": say("It is not known whether it is open: ask"),
            "was-open": say("It was open in {month}: check", month=self._month(entry.as_of)),
            "closed-recurs": say("Closed; comes back most years"),
            "closed": say("Closed"),
        }[match.availability]
        parts = [words]
        if entry.opens is not None and match.availability == "upcoming":
            parts.append(say("opens on {date}", date=say.date(entry.opens)))
        if entry.closes is not None:
            when = say.date(entry.closes)
            is_over = entry.closes < day or match.availability.startswith("closed")
            parts.append(say("it ended on {date}", date=when) if is_over else say("until {date}", date=when))
        if entry.deadline_reported is not None:
            when = say.date(entry.deadline_reported)
            is_over = entry.deadline_reported < day
            parts.append(
                say("a single source says that it ended on {date}", date=when)
                if is_over
                else say("a single source ends it on {date}", date=when)
            )
        return "; ".join(parts)

    def funding_cautions(self, match: FundingMatch) -> str:
        """For whom, where, what to ask, and how old all this is."""
        text = self.support.funding_text(match.entry.id, self.language)
        asking = text.ask if text else ""
        cautions = self._match.cautions(match.caveats, match.entry.as_of)
        return " ".join(filter(None, (self.membership(match), asking, cautions)))

    def membership(self, match: FundingMatch) -> str:
        """That a firm has to belong to who pays; empty where it need not."""
        return self._match.reasons(reason for reason in match.reasons if reason.kind == "members")

    def ended(self, matches: Iterable[FundingMatch]) -> str:
        """The names of what has ended, with what came instead."""
        return "; ".join(self._ended(match) for match in matches)

    def _ended(self, match: FundingMatch) -> str:
        say, entry = self._wording, match.entry
        name = self.funding_name(entry.id)
        if entry.closes is not None:
            name = say("{name}, ended on {date}", name=name, date=say.date(entry.closes))
        if entry.replaced_by is None:
            return name
        return say("{name}, now {other}", name=name, other=self.funding_name(entry.replaced_by))

    def in_a_line(self, match: FundingMatch, day: date) -> str:
        """What it pays, how much of it, and whether and until when it can be asked for."""
        return f"{self.terms(match)}. {self.state(match, day)}."

    def funding_name(self, funding: str) -> str:
        """The name of a kind of funding."""
        text = self.support.funding_text(funding, self.language)
        return text.name if text else funding

    def _month(self, as_of: str) -> str:
        return month_in_words(as_of, self._wording)

    def _covered(self, covered: Covered) -> str:
        say = self._wording
        return {
            "training": say("training"),
            "consulting": say("advice"),
            "equipment": say("equipment and software"),
        }[covered]
