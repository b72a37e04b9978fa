"""The firms a questionnaire can tell apart: one set of facts for each way its conditions can turn out."""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import product
from math import ceil, floor
from typing import get_args

from desktop.answers import Facts
from desktop.content.company import Company, People, SizeClass
from desktop.content.questionnaires.questionnaire import Question
from desktop.content.questionnaires.questionnaire_file import Condition

_SECTORS = "ABCDEFGHIJKLMNOPQRSTUV"
_SIZES: tuple[SizeClass, ...] = get_args(SizeClass)
_MOST_PEOPLE = 1_000_000
_ANY_HEADCOUNT = 5
_IT_STAFF = 2


def leaves(condition: Condition | None) -> Iterator[Condition]:
    """The single tests inside a condition."""
    if condition is None:
        return
    if not condition.parts():
        yield condition
    for part in condition.parts():
        yield from leaves(part)


def fact_tests(questions: Iterable[Question]) -> tuple[Condition, ...]:
    """The tests of company facts in the conditions of some questions."""
    return tuple(test for question in questions for test in leaves(question.when) if test.company)


def all_firms(tests: Iterable[Condition]) -> Iterator[Facts]:
    """One firm for each way the tests can turn out."""
    tests = tuple(tests)
    headcounts = _counts(tests, "headcount") or (_ANY_HEADCOUNT,)
    it_staffs = _counts(tests, "it_staff") or (0,)
    asks_size = any(test.company == "size_class" for test in tests)
    for headcount, it_staff, sector in product(headcounts, it_staffs, _sectors(tests)):
        smallest = _SIZES.index(Company(name="-", headcount=headcount).dma_staff_band)
        # Turnover can make a firm larger than its headcount says, never smaller.
        for size in _SIZES[smallest:] if asks_size else _SIZES[smallest : smallest + 1]:
            yield Facts(Fraction(headcount), sector, size, Fraction(it_staff))


def firms_of(headcount: int, tests: Iterable[Condition], *, has_it: bool) -> Iterator[Facts]:
    """Firms of so many people, with or without IT people of their own, in each sector that is told apart."""
    for sector in _sectors(tuple(tests)):
        people = People(it=_IT_STAFF if has_it else 0)
        yield Facts.of(Company(name="-", headcount=headcount, people=people, sector=sector))


def _counts(tests: tuple[Condition, ...], fact: str) -> tuple[int, ...]:
    """Whole numbers on both sides of each bound."""
    found = set()
    for test in tests:
        if test.company == fact and test.at_least is not None:
            found |= {ceil(test.at_least) - 1, ceil(test.at_least)}
        elif test.company == fact and test.at_most is not None:
            found |= {floor(test.at_most), floor(test.at_most) + 1}
    inside = {min(max(count, 0), _MOST_PEOPLE) for count in found}
    # From the largest firm down: it is asked most, which ends many searches at once.
    return tuple(sorted(inside, reverse=True))


def _sectors(tests: tuple[Condition, ...]) -> tuple[str | None, ...]:
    """One sector of each group that no test tells apart, and None for a firm that named none."""
    named = [{*(test.in_ or ()), *(test.not_in or ())} for test in tests if test.company == "sector"]
    if not named:
        return (None,)
    groups: dict[tuple[bool, ...], str] = {}
    for letter in _SECTORS:
        groups.setdefault(tuple(letter in group for group in named), letter)
    return (*groups.values(), None)
