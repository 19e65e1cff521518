"""Small templates of a house style: {placeholders}, and [parts] that vanish where a placeholder in them is empty.

    "{navn}[, {titel}][ ({parti})]"

A placeholder written with a capital letter ({Titel}) gives its value with a capital. Parts may stand inside parts. A
part without any placeholder is no part: its brackets are printed. `check` refuses what `fill` could not fill.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from referent import file_texts
from referent.domain.errors import CodedError

_TOKEN = re.compile(r"\{(\w+)\}|([\[\]{}])")


class TemplateError(CodedError, ValueError):
    """A template that cannot be filled."""

    TEXTS = file_texts.LAYOUT_FAULTS


@dataclass(frozen=True, slots=True)
class _Value:
    name: str


@dataclass(frozen=True, slots=True)
class _Part:
    nodes: tuple[str | _Value | _Part, ...]

    def names(self) -> Iterator[str]:
        """The placeholders this part stands and falls with: those of the parts inside it are their own affair."""
        return (node.name for node in self.nodes if isinstance(node, _Value))


def check(template: str, known: Collection[str]) -> None:
    """Raise `TemplateError` where `template` is not well formed or has a placeholder that is not among `known`."""
    for name in placeholders(template):
        if name not in known and _small(name) not in known:
            raise TemplateError(
                "unknown_placeholder", name=name, known=", ".join(f"{{{each}}}" for each in sorted(known))
            )


def placeholders(template: str) -> tuple[str, ...]:
    """The names of all placeholders, in order."""
    return tuple(_all_names(_parse(template)))


def fill(template: str, values: Mapping[str, str]) -> str:
    """The template with its placeholders filled; one that has no value counts as empty."""
    return _fill(_parse(template), values)


def fill_if_any(template: str, values: Mapping[str, str]) -> str:
    """The template filled; nothing at all where it has placeholders and all of them are empty."""
    names = placeholders(template)
    return fill(template, values).strip() if not names or any(_value(name, values) for name in names) else ""


def _fill(part: _Part, values: Mapping[str, str]) -> str:
    filled = []
    for node in part.nodes:
        if isinstance(node, str):
            filled.append(node)
        elif isinstance(node, _Value):
            filled.append(_value(node.name, values))
        elif not any(True for _ in _all_names(node)):
            filled.append(f"[{_fill(node, values)}]")
        elif all(_value(name, values) for name in node.names()):
            filled.append(_fill(node, values))
    return "".join(filled)


def _value(name: str, values: Mapping[str, str]) -> str:
    if name in values:
        return values[name]
    value = values.get(_small(name), "")
    return value[:1].upper() + value[1:]


def _small(name: str) -> str:
    return name[:1].lower() + name[1:]


def _all_names(part: _Part) -> Iterator[str]:
    for node in part.nodes:
        if isinstance(node, _Value):
            yield node.name
        elif isinstance(node, _Part):
            yield from _all_names(node)


@lru_cache(maxsize=512)
def _parse(template: str) -> _Part:
    open_parts: list[list[str | _Value | _Part]] = [[]]
    position = 0
    for token in _TOKEN.finditer(template):
        open_parts[-1].append(template[position : token.start()])
        position = token.end()
        if token[1]:
            open_parts[-1].append(_Value(token[1]))
        elif token[2] == "[" and len(open_parts) < 20:
            open_parts.append([])
        elif token[2] == "]" and len(open_parts) > 1:
            closed = _Part(tuple(open_parts.pop()))
            open_parts[-1].append(closed)
        else:
            raise TemplateError("stray_bracket", bracket=token[2], template=template)
    open_parts[-1].append(template[position:])
    if len(open_parts) > 1:
        raise TemplateError("stray_bracket", bracket="[", template=template)
    return _Part(tuple(open_parts[0]))
