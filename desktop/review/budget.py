"""A limit on how much a review may try, so that no questionnaire makes it run for ever."""


class TooManyWaysError(Exception):
    """There are more combinations of facts and answers than may be tried."""


class Budget:
    """How many combinations may still be tried."""

    def __init__(self, most: int) -> None:
        self._left = most

    def spend(self, count: int = 1) -> None:
        """Count what is about to be tried; TooManyWaysError where that is too much."""
        self._left -= count
        if self._left < 0:
            raise TooManyWaysError
