"""Writing a text in which relations between words are planted, from tables of words and sentence patterns.

Why analogies come out of such a text. A word's vector follows the words it is met with. A *family* here is a
table: each row is an entity (France), each column a role (country, capital, currency …). Every sentence is
about one cell of the table and mixes two kinds of companions: words that only this entity has (croissants,
the Seine) and words that only this role has (mayor, suburbs; bank, coins). So the vector of a cell is near
the sum of what its row and its column share, and "capital minus country" is the same step in every row.
"""

from __future__ import annotations

import itertools
import random
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

Question = tuple[str, str, str, str]
"""a, b, c, d with a : b :: c : d."""

FIELD = re.compile(r"\{([^}]+)\}")


@dataclass(frozen=True)
class Family:
    """A table of related words and the sentences they are used in.

    Attributes
    ----------
    roles : tuple of str
        The columns: country, capital, …
    slots : tuple of str
        The groups of companion words of an entity: things, places, …
    table : str
        One entity a line: the words of its roles, ``-`` where it has none; then, after each ``|``, the
        companions of one slot, separated by commas.
    patterns : mapping of role to patterns
        Sentences about a word of that role. ``{w}`` is the word; the name of another role is the same
        entity's word of that role; the name of a slot, or that name with a 2, is one, or another, of
        the entity's companions; the name of a pool is any of its words.
    pools : mapping of name to mapping of role to words
        Companions of a role, of which each sentence draws one.
    """

    roles: tuple[str, ...]
    slots: tuple[str, ...]
    table: str
    patterns: Mapping[str, tuple[str, ...]]
    pools: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)

    def entities(self) -> Iterator[Entity]:
        """Yield the rows of the table."""
        for line in self.table.strip().splitlines():
            words, *groups = line.split("|")
            yield Entity(
                dict(zip(self.roles, words.split(), strict=True)),
                {
                    slot: tuple(item.strip() for item in group.split(","))
                    for slot, group in zip(self.slots, groups, strict=True)
                },
            )

    def questions(self, role: str) -> tuple[Question, ...]:
        """Return first role : ``role`` :: first role : ``role`` for every two entities.

        Words that several entities share (the euro) are left out: they have no single answer to ask for.
        """
        words = [entity.words for entity in self.entities()]
        given = [row[role] for row in words]
        pairs = [(row[self.roles[0]], row[role]) for row in words if row[role] != "-" and given.count(row[role]) == 1]
        return tuple((a, b, c, d) for (a, b), (c, d) in itertools.permutations(pairs, 2))


@dataclass(frozen=True)
class Entity:
    """One row: its word for each role, and its companions by slot."""

    words: Mapping[str, str]
    companions: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class _Sentence:
    """A sentence with ``%s`` where a word of a pool is to be drawn."""

    template: str
    pools: tuple[tuple[str, ...], ...]
    length: int


_Cell = tuple[tuple[_Sentence, ...], ...]
"""For every pattern of the cell's role, that pattern with each choice of the entity's companions."""


def _sentences(family: Family, entity: Entity, role: str, pattern: str) -> tuple[_Sentence, ...]:
    """Fill ``pattern`` in for one cell in every way; empty if it asks for a word the entity has not."""
    names = FIELD.findall(pattern)
    if any(entity.words.get(name) == "-" for name in names):
        return ()
    slots = [slot for slot in family.slots if slot in names or slot + "2" in names]
    pools = tuple(family.pools[name][role] for name in names if name in family.pools)
    found = []
    for choice in itertools.product(*(range(len(entity.companions[slot])) for slot in slots)):
        filled = {"w": entity.words[role], **entity.words}
        for slot, at in zip(slots, choice, strict=True):
            group = entity.companions[slot]
            filled[slot], filled[slot + "2"] = group[at], group[(at + 1) % len(group)]
        template = FIELD.sub(lambda match, filled=filled: filled.get(match[1], "%s"), pattern)  # type: ignore[misc]
        found.append(_Sentence(template, pools, template.count(" ") + 1))
    return tuple(found)


def _cells(families: Sequence[Family]) -> list[_Cell]:
    cells = []
    for family in families:
        for entity in family.entities():
            for role in family.roles:
                if entity.words[role] != "-":
                    ways = (_sentences(family, entity, role, pattern) for pattern in family.patterns[role])
                    cells.append(tuple(way for way in ways if way))
    return cells


def write(families: Sequence[Family], tokens: int, seed: int) -> str:
    """Return a text of at least ``tokens`` words, that ends with the sentence which reaches them.

    Every cell of every family gets a sentence before any gets its next, in an order drawn anew each time.
    Only `random.Random.random` is used: it alone is promised to give the same numbers in every Python.
    """
    draw = random.Random(seed).random
    cells = _cells(families)
    lines: list[str] = []
    written = 0
    while written < tokens:
        for last in range(len(cells) - 1, 0, -1):
            other = int(draw() * (last + 1))
            cells[last], cells[other] = cells[other], cells[last]
        for cell in cells:
            way = cell[int(draw() * len(cell))]
            sentence = way[int(draw() * len(way))]
            line = sentence.template
            if sentence.pools:
                line %= tuple([pool[int(draw() * len(pool))] for pool in sentence.pools])
            lines.append(line)
            written += sentence.length
            if written >= tokens:
                break
    return "\n".join(lines)
