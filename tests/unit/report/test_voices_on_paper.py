"""Several people on the company's questions, on paper."""

from page_boxes import boxes_of
from plan_variants import a_variant

from desktop.report import style


def test_figures_of_a_column_end_below_each_other():
    [page] = [
        page for page in boxes_of(a_variant("several people")) if any(box.text == "0–100" for box in page)
    ]

    ends = [round(box.right) for box in page if box.text == "0–100"]
    assert len(ends) > 2
    assert all(abs(end - (style.PAGE_WIDTH - style.MARGIN)) <= 1 for end in ends)
    lines = {round(box.bottom) for box in page if box.text == "0–100"}
    alone = [round(box.right) for box in page if box.text == "100" and round(box.bottom) in lines]
    assert len(set(alone)) == 1
