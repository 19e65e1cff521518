"""A record as a tomlkit document, changed in place: a person's comments, order and formatting live on.

Only keys whose value differs are touched. tomlkit is imported where it is used, because it is slow to load.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from referent.cleaning import clean
from referent.files.record_rows import Key, Row, Rows


class CannotEditError(Exception):
    """The document is written in a way that cannot be changed in place."""


class RecordDocument:
    """The document, and the key of the person or item of every entry in it; None for an entry we leave alone."""

    def __init__(self, text: str, people: list[Key | None], items: list[Key | None]) -> None:
        import tomlkit

        self._document = tomlkit.parse(text)
        self._keys: dict[str, list[Key | None]] = {"deltagere": people, "punkter": items}

    def apply(self, now: Rows, wanted: Rows, agenda_name: str) -> str:
        """Lead the document from `now`, which it says, to `wanted`; the text of the file. Raises `CannotEditError`."""
        if "dagsorden" not in self._document:
            self._put_first("dagsorden", agenda_name)
        _change(self._document, now.root, wanted.root)
        self._change_tables("deltagere", now.people, wanted.people)
        self._change_tables("punkter", now.items, wanted.items)
        self._order("deltagere", list(wanted.people))
        self._order("punkter", [key for key in wanted.items if key[0] == "ny"])  # the order of adding gives their ids
        return self._document.as_string()

    def _put_first(self, name: str, value: str) -> None:
        if len(self._document.body) == 0:
            self._document.append(name, _item(value))
        else:
            _insert(self._document, name, _item(value))

    def _tables(self, name: str) -> Any:
        """The array of tables called `name`; it is added to the document with its first table."""
        from tomlkit.items import AoT

        found = self._document.get(name)
        if found is not None and not isinstance(found, AoT):
            raise CannotEditError
        if found is not None and len(found) != len(self._keys[name]):
            raise CannotEditError
        return found

    def _change_tables(self, name: str, now: dict[Key, Row], wanted: dict[Key, Row]) -> None:
        keys = self._keys[name]
        for key, row in wanted.items():
            old = now.get(key, {})
            if key not in keys:
                self._append(name, _table(row), key)
            elif any(_differ(old.get(part), row.get(part)) for part in (*old, *row)):
                table = self._tables(name)[keys.index(key)]
                _change(table, old, row)
                _rename(table, row)
        for key in [key for key in now if key not in wanted and key in keys]:
            self._remove(name, key, now[key])

    def _append(self, name: str, table: Any, key: Key | None) -> None:
        import tomlkit

        tables = self._tables(name)
        if tables is None:
            tables = tomlkit.aot()
            tables.append(table)
            self._document.append(name, tables)
        else:
            tables.append(table)
        self._keys[name].append(key)

    def _remove(self, name: str, key: Key, row: Row) -> None:
        tables = self._tables(name)
        index = self._keys[name].index(key)
        if key[0] == "p" and "#" in tables[index].as_string():  # an item that will come again, with someone's comment
            _change(tables[index], row, {key: row[key] for key in ("punkt", "titel", "nr") if key in row})
            return
        del tables[index]
        del self._keys[name][index]
        if not len(tables):
            del self._document[name]

    def _order(self, name: str, order: list[Key]) -> None:
        """Move to the end what must stand behind something else, as the screen does when a person's status is set."""
        keys = self._keys[name]
        listed = [key for key in order if key in keys]
        settled = 0
        for key in keys:
            if settled < len(listed) and key == listed[settled]:
                settled += 1
        for key in listed[settled:]:
            tables = self._tables(name)
            index = keys.index(key)
            table = tables[index]
            del tables[index]
            del keys[index]
            if "\n" not in table.trivia.indent:
                table.trivia.indent = "\n" + table.trivia.indent
            tables.append(table)
            keys.append(key)


def _rename(table: Any, row: Row) -> None:
    """An entry that is written anyway gets the title and number its item has by now. Notes are as they were read: they
    may have been given names that no list holds.
    """
    for name in ("punkt", "titel", "noter"):
        if name in row and name in table and clean(str(table[name])) != clean(str(row[name])):
            table[name] = _item(row[name])
        elif name in row and name not in table:
            _insert(table, name, _item(row[name]))


def _differ(one: Any, other: Any) -> bool:
    return bool(one != other) or isinstance(one, bool) is not isinstance(other, bool)  # to Python, True equals 1


def _change(table: Any, now: Row, wanted: Row) -> None:
    for name in now:
        if name not in wanted and name in table:
            del table[name]
    for name, value in wanted.items():
        if _differ(now.get(name), value):
            _set(table, name, now.get(name), value)


def _set(table: Any, name: str, old: Any, new: Any) -> None:
    from tomlkit.items import AoT, Array, Table

    existing = table.get(name)
    if existing is None:
        _insert(table, name, _item(new))
    elif isinstance(existing, Array) and isinstance(old, list) and isinstance(new, list) and len(existing) == len(old):
        _set_elements(existing, old, new)
    elif isinstance(existing, AoT | Table):
        del table[name]
        _insert(table, name, _item(new))
    else:
        table[name] = _item(new)


def _set_elements(array: Any, old: list[Any], new: list[Any]) -> None:
    """Change only the elements that differ: the others keep the form a person gave them."""
    from tomlkit.items import Array

    for index, value in enumerate(new[: len(old)]):
        if value == old[index]:
            continue
        inner = array[index]
        if isinstance(inner, Array) and isinstance(value, list) and len(inner) == len(old[index]):
            _set_elements(inner, old[index], value)
        else:
            array[index] = _item(value)
    for value in new[len(old) :]:
        array.append(_item(value))
    for _ in range(len(old) - len(new)):
        del array[-1]


def _insert(table: Any, name: str, item: Any) -> None:
    """Put a new key behind the last one, before blank lines and comments that belong to what follows."""
    from tomlkit.items import AoT, Table

    container = table.value if isinstance(table, Table) else table
    last = None
    for key, value in container.body:
        if key is not None and not key.is_dotted() and not isinstance(value, AoT | Table):
            last = key
    if last is None:
        table.append(name, item)
        return
    container._insert_after(last, name, item)
    dict.__setitem__(table, name, item)


def _table(row: Row) -> Any:
    import tomlkit

    table = tomlkit.table()
    for name, value in row.items():
        table.append(name, _item(value))
    table.trivia.indent = "\n"
    return table


def _item(value: Any) -> Any:
    import tomlkit

    if isinstance(value, str):
        return _text(value)
    if isinstance(value, list):
        array = tomlkit.array()
        for inner in value:
            array.append(_item(inner))
        return array
    if isinstance(value, dict):
        inline = tomlkit.inline_table()
        for name, inner in value.items():
            inline.append(name, _item(inner))
        return inline
    if isinstance(value, bool | int | date | datetime):
        return tomlkit.item(value)
    raise TypeError(type(value).__name__)


_ESCAPES = {ord("\\"): "\\\\", ord('"'): '\\"', ord("\n"): "\\n", ord("\t"): "\\t", ord("\r"): "\\r"}
_ESCAPES |= {code: f"\\u{code:04x}" for code in (*range(0x20), 0x7F) if code not in (0x09, 0x0A, 0x0D)}
_MULTILINE_ESCAPES = {code: text for code, text in _ESCAPES.items() if chr(code) not in '"\n\t'}


def _text(value: str) -> Any:
    """A text of several lines as it is read, between three quotation marks; one line as a plain text."""
    from tomlkit.items import String, StringType, Trivia

    if "\n" not in value:
        return String(StringType.SLB, value, value.translate(_ESCAPES), Trivia())
    # Quotation marks at the very end would be read as a part of the closing ones.
    head = value.rstrip('"')
    written = head.translate(_MULTILINE_ESCAPES).replace('"""', '""\\"') + '\\"' * (len(value) - len(head))
    # The first newline after the opening marks is not a part of the text.
    return String(StringType.MLB, value, "\n" + written, Trivia())
