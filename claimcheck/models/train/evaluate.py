"""How right an entailment model is, how sure it is of it, and what can be told from the hypothesis alone."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from claimcheck.models.train.pairs import Pair
from claimcheck.protocols import Vectors

_BINS = 15


def labels_of(pairs: Sequence[Pair]) -> NDArray[np.int64]:
    """The place of each pair's label among the three."""
    return np.array([pair.shares.index(max(pair.shares)) for pair in pairs], dtype=np.int64)


def accuracy(probabilities: Vectors, labels: NDArray[np.int64]) -> float:
    """The share of pairs whose likeliest label is theirs."""
    return float((probabilities.argmax(axis=1) == labels).mean())


def calibration_error(probabilities: Vectors, labels: NDArray[np.int64]) -> float:
    """The expected calibration error (Guo et al. 2017), over 15 bins of the likeliest label's probability."""
    sure = probabilities.max(axis=1)
    right = probabilities.argmax(axis=1) == labels
    bins = np.minimum((sure * _BINS).astype(int), _BINS - 1)
    gaps = [abs(sure[bins == b].mean() - right[bins == b].mean()) * (bins == b).mean() for b in np.unique(bins)]
    return float(sum(gaps))


def auc(positive: Sequence[float], negative: Sequence[float]) -> float:
    """How often a positive scores above a negative, ties counted half."""
    above = np.subtract.outer(np.asarray(positive), np.asarray(negative))
    return float(((above > 0) + 0.5 * (above == 0)).mean())


class HypothesisOnly:
    """A linear model over the words and pairs of words of the hypothesis, which sees no premise.

    What it gets right beyond the commonest label is an artefact of how the pairs were written.
    """

    def __init__(self, pairs: Sequence[Pair], *, seed: int = 6) -> None:
        from sklearn.feature_extraction.text import HashingVectorizer  # noqa: PLC0415  (seconds)
        from sklearn.linear_model import SGDClassifier  # noqa: PLC0415

        self._words = HashingVectorizer(ngram_range=(1, 2), n_features=2**18, alternate_sign=False)
        self._model = SGDClassifier(loss="log_loss", alpha=3e-6, random_state=seed)
        self._model.fit(self._words.transform([pair.hypothesis for pair in pairs]), labels_of(pairs))

    def accuracy(self, pairs: Sequence[Pair]) -> float:
        """The share of pairs whose label it tells."""
        told = self._model.predict(self._words.transform([pair.hypothesis for pair in pairs]))
        return float((told == labels_of(pairs)).mean())


def hypothesis_only_split(pairs: Sequence[Pair], *, seed: int = 6) -> float:
    """Its accuracy on a fifth of the pairs, trained on the rest; a hypothesis is never on both sides."""
    texts = sorted({pair.hypothesis for pair in pairs})
    held = {texts[i] for i in np.random.default_rng(seed).permutation(len(texts))[: len(texts) // 5]}
    model = HypothesisOnly([pair for pair in pairs if pair.hypothesis not in held], seed=seed)
    return model.accuracy([pair for pair in pairs if pair.hypothesis in held])
