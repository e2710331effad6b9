"""Comparisons of two values, each a pure function that gives a verdict with its reason in words."""
