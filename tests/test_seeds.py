"""The seed articles are what they were when they came."""

from __future__ import annotations

import hashlib
from pathlib import Path

SEEDS = Path(__file__).parents[1] / "seeds"

SHA256 = {
    "000_ec33b5ec3393e328.txt": "7a28c4d1a3e05a38c71d07a7ec7ac216b523b8eef69bbcdfb681442d0e112c81",
    "001_67cff5fc719004b3.txt": "c07dea4dcf4083eef8e8439c0a79a17a10b6ffea773b6e854997e87e6230a264",
    "002_2d7310747714e931.txt": "8793851fe553acb8991e0edf047fe49b1c451dd14eba1a86982212b8d5dc4dc7",
    "003_497a8d9581f2a9cd.txt": "a95d83ed38f2067a6481a7ef74b591fb8ca2fd38c742a62d6673e4f0f4ca975b",
    "004_700aca5758974d95.txt": "658762584428d6f83b437a26f6a4586cfed15bc2378b0ed50f84af2d06348d8e",
}


def test_the_seeds_are_unchanged() -> None:
    """The folder holds the five files, byte for byte, and nothing else."""
    found = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in SEEDS.iterdir()}
    assert found == SHA256
