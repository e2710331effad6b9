"""The sections of the Markdown report: each a function from a view to blocks of Markdown."""
