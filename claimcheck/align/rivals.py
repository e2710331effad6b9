"""Competition between pairs: a value is set against its best counterpart in another document, no other.

Twelve dead and seven dead in two articles that both give both figures are two facts,
however alike the passages read. So a pair of unlike values is left out of account where
one of the two documents offers a counterpart that agrees, or a clearly better one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping

_AGREEING = 0.25  # how much less alike a passage may be and still explain the value, when the values agree
_BETTER = 0.10  # how much more alike another counterpart must be to take precedence


def settle(
    scores: Mapping[tuple[int, int], float],
    document: Callable[[int], str],
    agrees: Callable[[int, int], bool],
) -> dict[tuple[int, int], float | None]:
    """The scores with every pair that a better explanation rules out set to None.

    `document` gives the document of an item, `agrees` whether two items' values can
    both be true.
    """
    partners: dict[tuple[int, str], dict[int, float]] = defaultdict(dict)
    met: dict[int, set[str]] = defaultdict(set)
    for (i, j), score in scores.items():
        partners[i, document(j)][j] = score
        partners[j, document(i)][i] = score
        met[i].add(document(j))
        met[j].add(document(i))

    def explained(i: int, j: int, score: float) -> bool:
        """Whether j's document has a better counterpart for i than j."""
        return any(
            other != j and not agrees(other, j) and rival > score + (-_AGREEING if agrees(i, other) else _BETTER)
            for other, rival in partners[i, document(j)].items()
        )

    def told_apart(i: int, j: int) -> bool:
        """Whether some other document states both values of one document's pair: then they are two facts."""
        return any(
            any(agrees(i, k) for k in partners[i, d]) and any(agrees(j, k) for k in partners[j, d])
            for d in met[i] & met[j] - {document(i)}
        )

    def ruled_out(i: int, j: int, score: float) -> bool:
        if agrees(i, j):
            return False
        if document(i) == document(j):
            return told_apart(i, j)
        return explained(i, j, score) or explained(j, i, score)

    return {(i, j): None if ruled_out(i, j, score) else score for (i, j), score in scores.items()}
