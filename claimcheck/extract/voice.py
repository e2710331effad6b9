"""Whose voice a proposition is in."""

from __future__ import annotations

from claimcheck.types import Token

# Verbs of saying and of knowing: what stands under them is content, theirs and not the article's.
SAYING = frozenset(
    "say tell add announce state declare report explain note warn stress emphasize emphasise insist argue acknowledge "
    "admit concede affirm assert assure reiterate remark comment reply respond answer write tweet claim allege contend "
    "maintain deny predict forecast estimate testify confirm reveal disclose promise pledge vow threaten suggest "
    "indicate point recall complain mention caution urge ask wonder opine observe repeat read quote conclude".split()
)
THINKING = frozenset(
    "think believe know hope expect fear feel suspect doubt understand consider assume guess imagine realize realise "
    "learn hear find see show decide agree worry".split()
)


def reports(governor: Token) -> bool:
    """Whether a clause under this verb is reported content."""
    return governor.lemma.lower() in SAYING or governor.lemma.lower() in THINKING
