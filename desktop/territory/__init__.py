"""The territory in figures: what many rounds scored and lack, added up."""

from desktop.territory.standing import Needed, RoundStanding, Standing, needed_of, standing_of

__all__ = ["Needed", "RoundStanding", "Standing", "needed_of", "standing_of"]
