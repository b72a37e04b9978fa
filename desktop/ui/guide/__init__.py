"""The way through the application: which page is shown, how it looks, and what the rail says."""

from desktop.ui.guide.guide import Guide

__all__ = ["Guide"]
