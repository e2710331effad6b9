"""Paths to documents: formats, encodings, boilerplate, and the dates and names a text gives away."""

from claimcheck.sources.reading import Reading, describe, read

__all__ = ["Reading", "describe", "read"]
