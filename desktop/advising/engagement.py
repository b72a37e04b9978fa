"""Who of a hub looks after a company."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Engagement:
    """Office, officer and expert: ids of the hub's own file, or names where that does not know them."""

    office: str = ""
    officer: str = ""
    expert: str = ""

    @property
    def people(self) -> tuple[str, ...]:
        """Those it gives work to, nobody twice."""
        return tuple(dict.fromkeys(filter(None, (self.officer, self.expert))))

    def completed(self, other: "Engagement") -> "Engagement":
        """With what another one says of whatever is empty here."""
        return Engagement(
            self.office or other.office, self.officer or other.officer, self.expert or other.expert
        )
