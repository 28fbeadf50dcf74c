"""A demonstration at a point in time: real acts, by fictional people, at the dates of the facts."""

from isegoria.stages.loading import CannotLoad, Loaded, load, require

__all__ = ["CannotLoad", "Loaded", "load", "require"]
