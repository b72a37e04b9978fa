"""What makes each report; imported when the first one is made."""

from collections.abc import Callable, Mapping

from desktop.workspace.reports.figures import make_benchmark, make_monitoring, make_open_data
from desktop.workspace.reports.kinds import Kind
from desktop.workspace.reports.making import Made, Making
from desktop.workspace.reports.network import make_dma_csv, make_dma_list, make_services

MAKERS: Mapping[Kind, Callable[[Making], Made]] = {
    "dma-list": make_dma_list,
    "dma-csv": make_dma_csv,
    "services": make_services,
    "open-data": make_open_data,
    "monitoring": make_monitoring,
    "benchmark": make_benchmark,
}
