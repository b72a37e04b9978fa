"""What is known of an answer: not what nobody gave, nor "don't know"."""

from desktop.answers import Answer, Reserved, Rows


def is_known(answer: Answer | None) -> bool:
    """Whether an answer says anything; of a grid, whether one row does."""
    if isinstance(answer, Rows):
        return any(is_known(said) for said in answer.rows.values())
    return answer is not None and answer is not Reserved.UNKNOWN


def with_what_is_known(then: Answer | None, now: Answer | None) -> Answer | None:
    """The answer of then where both are known, else that of now; of a grid row by row."""
    if isinstance(then, Rows) and isinstance(now, Rows):
        both = {
            name: said for name, said in then.rows.items() if is_known(said) and is_known(now.rows.get(name))
        }
        rows = {**now.rows, **both}
        return Rows(rows) if rows else now
    return then if is_known(then) and is_known(now) else now
