"""The figures of a territory: maturity, change, demand, services, the way from an event, and targets."""

from desktop.territory.figures.figures import Figures, Ground, figures_of

__all__ = ["Figures", "Ground", "figures_of"]
