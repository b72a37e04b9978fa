"""Where the user stands among the questions of the open case, and where to go on from there."""

from desktop.answers import has_answer
from desktop.ui.desk import Desk
from desktop.ui.questions.route import END, Route, Stop


class Walk:
    """A stop on the way, which is worked out anew with each answer; none before the first.

    `was_open` tells whether the question had no answer when the user came to it.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.stop: Stop | None = None
        self.was_open = False
        self.is_at_end = False

    @property
    def route(self) -> Route:
        """The way through the questions as they are asked now."""
        return self._desk.route()

    def begin(self) -> None:
        """Stand where the user was last in this case."""
        place = self._desk.open_case.place
        stop = self.route.find(place.questionnaire, place.question)
        if stop is not None:
            self.stand_at(stop)
            self.is_at_end = place.question == END and stop.questionnaire.id == place.questionnaire

    def stand_at(self, stop: Stop) -> None:
        """Go to a question, whatever has been answered there until now."""
        self.stop, self.is_at_end = stop, False
        self.was_open = not self.is_answered

    def end(self) -> None:
        """Go behind the last question of the questionnaire."""
        self.is_at_end = True

    @property
    def is_answered(self) -> bool:
        """Whether the question has an answer."""
        return self.stop is not None and has_answer(self.stop.question, self._desk.open_case.sheet)

    @property
    def before(self) -> Stop | None:
        """The question before; from the end, the last one."""
        if self.stop is None or self.is_at_end:
            return self.stop
        return self.route.beside(self.stop, -1)

    @property
    def after(self) -> Stop | None:
        """The very next question; None for the end."""
        return None if self.stop is None else self.route.beside(self.stop, 1)

    @property
    def onward(self) -> Stop | None:
        """Where to go on, which may pass over answered questions; None for the end."""
        return None if self.stop is None else self.route.onward(self.stop, was_open=self.was_open)

    @property
    def first_open(self) -> Stop | None:
        """The first question of this questionnaire without an answer."""
        return None if self.stop is None else self.route.first_open(self.stop.questionnaire.id)

    @property
    def next_questionnaire(self) -> Stop | None:
        """The first open question of the next questionnaire that has one."""
        if self.stop is None:
            return None
        following = self.route.questionnaire_after(self.stop.questionnaire.id)
        return None if following is None else self.route.first_open(following.id)
