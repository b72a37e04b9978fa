"""At which numbers the sliders of the limits can stand: fine where plans differ, wide where they do not."""

from collections.abc import Sequence
from fractions import Fraction

from msgspec.structs import replace

from desktop.content.company import Constraints, People

_HALF = Fraction(1, 2)


def _steps(*stretches: tuple[int, int, int]) -> tuple[Fraction, ...]:
    """Numbers from (first, end, step), the end left out."""
    return tuple(Fraction(number) for stretch in stretches for number in range(*stretch))


HOURS = tuple(_HALF * number for number in range(21))
WEEKS = _steps((1, 26, 1), (26, 52, 2), (52, 105, 4))
PEOPLE = _steps((0, 10, 1), (10, 20, 2), (20, 50, 5), (50, 101, 10))
EUROS = _steps((0, 1000, 50), (1000, 3000, 100), (3000, 10_000, 500), (10_000, 50_001, 2500))


def around(numbers: Sequence[Fraction], number: Fraction, each_way: int) -> list[Fraction]:
    """The numbers next to one, the nearest first; so many each way."""
    higher = [each for each in numbers if each > number][:each_way]
    lower = [each for each in reversed(numbers) if each < number][:each_way]
    return sorted((*higher, *lower), key=lambda each: abs(each - number))


def with_number(limits: Constraints, field: str, number: Fraction) -> Constraints:
    """Limits with a number in place of that of a field: plan-weeks, plan-hours-ROLE and so on."""
    _, what, *role = field.split("-")
    if what == "hours":
        return replace(limits, hours_per_week={**limits.hours_per_week, role[0]: number})
    if what == "people":
        return replace(limits, people=replace(limits.people or People(), **{role[0]: int(number)}))
    return replace(limits, **{"weeks" if what == "weeks" else "budget_eur": int(number)})
