"""Weights rounded to whole numbers, for graphs whose products are of eight bits."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from claimcheck.protocols import Vectors

NUMBERS, SCALES = ".numbers", ".scales"  # the endings of the names of the two parts of a weight

# Seven bits of the eight: processors without VNNI add two products in 16 bits, and 255 times 63 twice fits.
_LARGEST = 63


def round_products(tensors: Mapping[str, Vectors]) -> dict[str, NDArray[np.generic]]:
    """The tensors, each matrix of a layer as whole numbers (inputs, outputs) and a scale for each output."""
    found: dict[str, NDArray[np.generic]] = {}
    for name, tensor in tensors.items():
        if ".layer." in f".{name}" and tensor.ndim == 2:
            scales = np.abs(tensor).max(axis=1) / np.float32(_LARGEST)
            found[name + NUMBERS] = np.ascontiguousarray(np.rint(tensor / scales[:, None]).astype(np.int8).T)
            found[name + SCALES] = scales
        else:
            found[name] = tensor
    return found
