"""Paths to documents: formats, encodings, boilerplate, and the dates and names a text gives away."""
