"""Sestante: where a small business stands in digital maturity, and its best training plan."""

VERSION = "0.1.0"
