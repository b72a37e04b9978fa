"""Services from spreadsheets of others: columns known by their headings, and what became of each row."""

from desktop.exchange.service_import.importing import Customer, ReadService, ServiceRow, read_services

__all__ = ["Customer", "ReadService", "ServiceRow", "read_services"]
