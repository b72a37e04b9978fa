"""Results got out of what carries them: files, PDFs, scans and photos, those of strangers included."""

from desktop.exchange.carriers.carried import Carried, CarrierError, joined_codes
from desktop.exchange.carriers.reading import read_carrier

__all__ = ["Carried", "CarrierError", "joined_codes", "read_carrier"]
