"""Which pairs a model learns from, and in which order.

The public sets first and alone, then together with the typed pairs of news: the
encoder meets whole sentences of many kinds before it meets edits of one word.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Sequence

from claimcheck.models.train.pairs import Pair

# How many pairs of a source are taken; a source that is not named is taken whole. What is not
# of the kind of the goals, or much the same throughout, is cut down, so that time goes to the rest.
TAKEN = {"conjnli": 6000, "fever-dev": 4000, "breaking-nli": 3000, "mnli": 8000}
TWICE = frozenset({"mnli"})  # the only pairs of many genres that people wrote against spoken and written text alike
LONGEST = 80  # words of a pair: longer ones cost too much for what they teach
ALONE = 24_000  # public pairs before the first typed one


def mix(public: Sequence[Pair], typed: Sequence[Pair], *, seed: int) -> list[Pair]:
    """The training pairs in their order."""
    rng = random.Random(seed)
    chosen = choose_public(public, rng)
    first, rest = chosen[:ALONE], chosen[ALONE:]
    later = [*rest, *typed]
    random.Random(seed + 1).shuffle(later)
    return [*first, *later]


def choose_public(public: Sequence[Pair], rng: random.Random) -> list[Pair]:
    """The public pairs that are taken, shuffled."""
    by_source: dict[str, list[Pair]] = defaultdict(list)
    for pair in public:
        if len(pair.premise.split()) + len(pair.hypothesis.split()) <= LONGEST:
            by_source[pair.source].append(pair)
    chosen: list[Pair] = []
    for source, pairs in sorted(by_source.items()):
        rng.shuffle(pairs)
        chosen += (pairs * 2 if source in TWICE else pairs)[: TAKEN.get(source)]
    rng.shuffle(chosen)
    return chosen
