"""A row of small numbers, each below a bound of its own, as few bytes: one number of mixed radix."""

from collections.abc import Iterable


def pack_digits(digits: Iterable[tuple[int, int]]) -> bytes:
    """Pairs of a digit and its radix (how many values it could have), least significant first."""
    total, place = 0, 1
    for digit, radix in digits:
        total += digit * place
        place *= radix
    return total.to_bytes((total.bit_length() + 7) // 8, "little")


class Digits:
    """The digits that `pack_digits` wrote, taken one by one by who knows each radix."""

    def __init__(self, data: bytes) -> None:
        self._left = int.from_bytes(data, "little")

    def take(self, radix: int) -> int:
        """The next digit."""
        self._left, digit = divmod(self._left, radix)
        return digit

    def refuse_more(self) -> None:
        """ValueError where something is left that nobody took."""
        if self._left:
            raise ValueError("digits are left over")
