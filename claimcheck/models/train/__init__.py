"""How the entailment model that ships with claimcheck is made; nothing at run time imports this package.

    python -m claimcheck.models.train --help

It needs the `train` extra and a data folder laid out like ../shared/data.
"""
