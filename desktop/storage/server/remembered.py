"""What a window has just read from its server: it asks again after something was written, there or here."""

from collections.abc import Collection, Iterable, Mapping
from threading import Lock
from typing import Any, NamedTuple

from desktop.storage.rows import Question, Row

_MANY = 500  # rows that are not read again before somebody asks for them


class Asked(NamedTuple):
    """A question with its values, by name; their types tell True from 1."""

    question: Question
    values: tuple[tuple[str, type[Any], Any], ...]

    @property
    def given(self) -> Mapping[str, Any]:
        """The values by name."""
        return {name: value for name, _, value in self.values}


def asked(question: Question, values: Mapping[str, Any]) -> Asked:
    """A question with values."""
    return Asked(question, tuple((name, type(each), each) for name, each in sorted(values.items())))


class Remembered:
    """Rows by what was asked, of one server; for one thread that reads, and any that write.

    What was read lately and does not hold any more is asked again along with the next question: one turn
    brings it all.
    """

    def __init__(self) -> None:
        self._found: dict[Asked, list[Row]] = {}
        self._used: set[Asked] = set()
        self._again: dict[Asked, None] = {}
        self._lock = Lock()
        self._since = 0

    @property
    def since(self) -> int:
        """Another number after each change; ask before reading begins."""
        return self._since

    def forget(self, written: Collection[str] | None = None) -> None:
        """Something was written: what tells of these tables (see `Question`), or of any."""
        with self._lock:
            self._since += 1
            gone = [each for each in self._found if written is None or each.question.of.intersection(written)]
            for each in gone:
                rows = self._found.pop(each)
                if each in self._used and len(rows) <= _MANY:
                    self._again[each] = None
            self._used.clear()

    def expect(self, questions: Iterable[Asked]) -> None:
        """These will be asked soon."""
        with self._lock:
            self._again |= dict.fromkeys(each for each in questions if each not in self._found)

    def find(self, questions: Iterable[Asked]) -> list[list[Row]] | None:
        """What each found before; None where any has to be asked."""
        with self._lock:
            wanted = list(questions)
            self._used.update(each for each in wanted if each.question.of)
            found = [self._found.get(each) for each in wanted]
        known = [list(rows) for rows in found if rows is not None]
        return known if len(known) == len(wanted) else None

    def along(self, questions: Collection[Asked]) -> list[Asked]:
        """What is to be asked along with questions, once."""
        with self._lock:
            again, self._again = self._again, {}
            return [each for each in again if each not in questions and each not in self._found]

    def keep(self, found: Mapping[Asked, list[Row]], since: int) -> None:
        """Remember what was read, unless something was written since reading began."""
        with self._lock:
            if since == self._since:
                self._found |= {each: list(rows) for each, rows in found.items() if each.question.of}
