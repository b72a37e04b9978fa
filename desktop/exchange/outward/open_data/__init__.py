"""Open data: what a hub knows of its companies without their names, in files any program reads."""

from desktop.exchange.outward.open_data.packing import pack
from desktop.exchange.outward.open_data.rows import company_tables
from desktop.exchange.outward.open_data.sums import sum_tables

__all__ = ["company_tables", "pack", "sum_tables"]
