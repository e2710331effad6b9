"""Small helpers over a dependency parse: children, pruned subtrees, ancestors, noun phrases."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property

from claimcheck.types import Parse, Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})


class Tree:
    """A parse with its children worked out once; every walk is iterative, so depth is no limit."""

    def __init__(self, parse: Parse) -> None:
        self.parse = parse
        self.tokens = parse.tokens

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """The children of every token, in text order."""
        found: list[list[int]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.i:
                found[token.head].append(token.i)
        return tuple(tuple(c) for c in found)

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(token.start for token in self.tokens)

    def starting(self, first: int, end: int) -> tuple[Token, ...]:
        """The tokens that start between two offsets into the sentence, `first` inclusive."""
        return self.tokens[bisect_left(self._starts, first) : bisect_left(self._starts, end)]

    @cached_property
    def roots(self) -> tuple[int, ...]:
        """The tokens that are their own head: one, or several where the parser split the sentence."""
        return tuple(t.i for t in self.tokens if t.head == t.i)

    @cached_property
    def order(self) -> tuple[int, ...]:
        """All tokens, every head before its dependents."""
        ordered: list[int] = []
        stack = list(reversed(self.roots))
        while stack:
            i = stack.pop()
            ordered.append(i)
            stack.extend(reversed(self.children[i]))
        return tuple(ordered)

    def subtree(self, top: int, keep: Callable[[int], bool] | None = None, *, limit: int = 10**9) -> list[int]:
        """The tokens under `top`, itself included, in text order; a token that `keep` refuses hides what it governs.

        The walk ends once it holds `limit` tokens, for callers that only ask whether there are so many.
        """
        found: list[int] = []
        stack = [top]
        while stack and len(found) < limit:
            i = stack.pop()
            found.append(i)
            stack.extend(c for c in self.children[i] if keep is None or keep(c))
        return sorted(found)

    def ancestors(self, i: int) -> Iterator[int]:
        """The governors of a token, nearest first."""
        while self.tokens[i].head != i:
            i = self.tokens[i].head
            yield i

    def child(self, i: int, *deps: str) -> int | None:
        """The first child with one of these labels."""
        return next((c for c in self.children[i] if self.tokens[c].dep in deps), None)

    def all_children(self, i: int, *deps: str) -> list[int]:
        """All children with one of these labels, in text order."""
        return [c for c in self.children[i] if self.tokens[c].dep in deps]

    def conjuncts(self, i: int) -> list[int]:
        """A token and everything coordinated with it, in text order."""
        found = [i]
        for j in found:
            found.extend(c for c in self.children[j] if self.tokens[c].dep == "conj")
        return sorted(found)

    def verbal(self, i: int) -> bool:
        """Whether the token can head a clause."""
        token = self.tokens[i]
        return token.pos in {"VERB", "AUX"} and (token.tag.startswith("VB") or token.tag == "MD")

    def subject(self, i: int) -> int | None:
        """The grammatical subject that stands under a verb."""
        return self.child(i, *SUBJECTS)

    def infinitive(self, i: int) -> bool:
        """Whether the verb is an infinitive with "to"."""
        return any(self.tokens[c].dep == "aux" and self.tokens[c].tag == "TO" for c in self.children[i])

    def passive(self, i: int) -> bool:
        """Whether the verb is a passive, full ("was held") or reduced ("the men arrested")."""
        token = self.tokens[i]
        if any(self.tokens[c].dep in {"auxpass", "nsubjpass", "agent"} for c in self.children[i]):
            return True
        return token.tag == "VBN" and token.dep in {"acl", "advcl"} and self.child(i, "aux", "nsubj") is None

    def within(self, start: int, end: int) -> list[int]:
        """The tokens that share a character with these offsets of the parsed text."""
        return [t.i for t in self.tokens if t.start < end and start < t.end]

    def head_of(self, indices: Iterable[int]) -> int | None:
        """The token among these whose head lies outside them: the head of the phrase."""
        chosen = list(indices)
        inside = set(chosen)
        for i in chosen:
            token = self.tokens[i]
            if (token.head not in inside or token.head == i) and token.dep != "punct":
                return i
        return chosen[0] if chosen else None

    def token(self, i: int) -> Token:
        """The token itself."""
        return self.tokens[i]
