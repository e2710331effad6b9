"""What can go wrong, as one tree.

    ClaimcheckError
    ├── UsageError            exit status 2: the command line or the configuration is wrong
    ├── InputError            exit status 3: one input could not be read, the others still can
    │   └── NothingToAudit    exit status 3: no readable input is left at all
    └── ModelError            exit status 2: a model is missing, damaged or of another checksum

Every message is one line that says what is wrong, where, and what to do. A
foreign exception is translated into one of these once, where it first appears.
"""

from __future__ import annotations


class ClaimcheckError(Exception):
    """Base of every error a user may see."""

    exit_status = 2


class UsageError(ClaimcheckError):
    """The command line or the configuration is wrong."""


class InputError(ClaimcheckError):
    """One input could not be read; the others still can."""

    exit_status = 3


class NothingToAudit(InputError):
    """No readable input is left."""


class ModelError(ClaimcheckError):
    """A model is missing, damaged, or not the one that was pinned."""
