"""What to write when a person may have edited the record meanwhile: what we changed is ours, the rest is theirs."""

from __future__ import annotations

from dataclasses import dataclass, field

from referent.files.record_rows import NAMING_KEYS, Key, Row, Rows

_NOTHING: tuple[object, ...] = (None, "", [])


@dataclass
class Merge:
    rows: Rows = field(default_factory=Rows)
    loses_text: bool = False
    """Something that a person wrote into the file gives way to ours: their version must be kept beside it."""
    someone_else_wrote: bool = False


def merge(base: Rows, theirs: Rows, ours: Rows) -> Merge:
    """`base` is what the file held as far as we know, `theirs` what it holds now. Nothing of ours is taken away because
    it is missing in the file: a file cut short must not cost what was typed.
    """
    merged = Merge()
    merged.rows.root = _merge_row(base.root, theirs.root, ours.root, merged) or {}
    merged.rows.keys = theirs.keys | ours.keys
    for name in ("people", "items"):
        old, now, new = getattr(base, name), getattr(theirs, name), getattr(ours, name)
        target = getattr(merged.rows, name)
        for key in _order(list(old), list(now), list(new)):
            row = _merge_row(old.get(key), now.get(key), new.get(key), merged)
            if row is not None:
                target[key] = row
    return merged


def _order(old: list[Key], now: list[Key], new: list[Key]) -> list[Key]:
    """Ours, with what only they have where it stands; theirs, where they alone changed the order."""
    if now != old and [key for key in old if key in new] == [key for key in new if key in old]:
        return now + [key for key in new if key not in now]
    order = list(new)
    for position, key in enumerate(now):
        if key not in order:
            order.insert(order.index(now[position - 1]) + 1 if position else 0, key)
    return order


def _merge_row(base: Row | None, theirs: Row | None, ours: Row | None, merged: Merge) -> Row | None:
    """The row to write; None where nothing is left of it."""
    if theirs is not None and theirs not in (base, ours):
        merged.someone_else_wrote = True
    if ours is None and base is None:
        return theirs
    base, theirs = base or {}, theirs or {}
    row: Row = {}
    for name in dict.fromkeys((*(ours or {}), *theirs)):
        old, now, new = base.get(name), theirs.get(name), (ours or {}).get(name)
        if name in NAMING_KEYS:
            value = new if ours is not None else now
        else:
            value = now if new == old and now not in _NOTHING else new
            merged.loses_text = merged.loses_text or now not in (*_NOTHING, old, value)
        if value is not None:
            row[name] = value
    if ours is None and NAMING_KEYS.issuperset(row):
        return None
    return row
