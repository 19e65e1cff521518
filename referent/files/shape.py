"""The shape a TOML file must have, held by a pydantic model; every way in which it differs becomes a fault in Danish.

A model's field names are the Danish keys themselves. A validator refuses a value with `wrong(code, …)`, where `code` is
a key of `file_texts.FILE_FAULTS`.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ConfigDict, ValidationError
from pydantic_core import ErrorDetails, PydanticCustomError

from referent import file_texts, texts
from referent.cleaning import clean_line
from referent.files.faults import Fault, FileFaults, KeyPath, say
from referent.files.toml_source import Source, read_source
from referent.minutes.spelling import folded

MAX_FAULTS = 100
"""A file can be wrong in a million places; so many are listed, and the rest counted."""

M = TypeVar("M", bound=BaseModel)
T = TypeVar("T")


class Shape(BaseModel):
    """The base of every model of a file: no unknown keys, and no value taken for one of another type."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, hide_input_in_errors=True)


def load(path: Path, model: type[M]) -> tuple[M, Source]:
    """The file at `path` in the shape of `model`, and where things stand in it. Raises `FileFaults` with all faults."""
    source = read_source(path)
    return check(model, source.data, source), source


def check(model: type[M], data: Mapping[str, Any], source: Source) -> M:
    """`data` in the shape of `model`. Raises `FileFaults` with every fault at once."""
    try:
        return model.model_validate(dict(data))
    except ValidationError as error:
        raise FileFaults(_faults(error, model, data, source)) from None
    except RecursionError:
        raise FileFaults([Fault(say("too_deep"), source.file)]) from None


def wrong(code: str, **values: object) -> PydanticCustomError:
    """What a validator raises; `code` is a key of `file_texts.FILE_FAULTS`."""
    return PydanticCustomError("referent_fault", "{code}", {"code": code, "values": values})


def one_of(words: Mapping[str, T], code: str = "unknown_word") -> Callable[[Any], T]:
    """A validator (for `BeforeValidator`): one of `words` for its value; where it cannot, it names the nearest."""

    def find(value: Any) -> T:
        if not isinstance(value, str):
            raise wrong("not_text")
        word = " ".join(value.casefold().split())
        if word not in words:
            raise wrong(code, word=short(value), known=_listed(words), hint=hint(word, words))
        return words[word]

    return find


def _faults(error: ValidationError, model: type[BaseModel], data: Any, source: Source) -> list[Fault]:
    found: dict[KeyPath, Fault] = {}
    total = error.error_count()
    for detail in error.errors(include_url=False, include_input=False)[:MAX_FAULTS]:
        path = _path_in(data, detail)
        # A value that may have several types gives one error for each; the user needs one.
        found.setdefault(path, source.fault(path, _message(detail, model, path)))
    faults = sorted(found.values(), key=lambda fault: fault.line or 0)
    if total > MAX_FAULTS:
        faults.append(Fault(say("more_faults", count=total - MAX_FAULTS), source.file))
    return faults


def _path_in(data: Any, detail: ErrorDetails) -> KeyPath:
    """The part of pydantic's place that is in the file: it also names types and validators on the way."""
    path: list[str | int] = []
    here = data
    for position, part in enumerate(detail["loc"]):
        is_last = position == len(detail["loc"]) - 1
        if isinstance(here, dict) and part in here:
            here = here[str(part)]
        elif isinstance(here, list) and isinstance(part, int) and part < len(here):
            here = here[part]
        elif not (is_last and detail["type"] == "missing"):
            continue
        path.append(part)
    return tuple(path)


def _message(detail: ErrorDetails, model: type[BaseModel], path: KeyPath) -> str:
    kind = detail["type"]
    context: dict[str, Any] = dict(detail.get("ctx") or {})
    if kind == "referent_fault":
        return say(str(context["code"]), **{key: _printable(value) for key, value in context["values"].items()})
    if kind == "value_error":  # a plain ValueError of a validator carries its own Danish message
        return clean_line(str(context.get("error", ""))) or say("wrong_value")
    if kind == "extra_forbidden":
        return _unknown_key(str(path[-1]), known_keys(model, path[:-1]))
    if kind in ("literal_error", "enum"):
        words = re.findall(r"'([^']*)'", str(context.get("expected", "")))
        return say("one_of", known=_listed(words)) if words else say("wrong_value")
    code = f"pydantic_{kind}"
    if code not in file_texts.FILE_FAULTS:
        return say("wrong_value")
    return say(code, **{key: _printable(value) for key, value in context.items()})


def _printable(value: Any) -> str:
    text = str(value)
    return text[:-2] if isinstance(value, float) and text.endswith(".0") else text


def _unknown_key(key: str, known: tuple[str, ...]) -> str:
    near = hint(key.casefold().replace("-", "_"), known)
    return say("unknown_key", key=short(key), hint=near or say("known_keys", known=_listed(known)) if known else "")


def hint(word: str, known: Mapping[str, Any] | tuple[str, ...]) -> str:
    """» Mente du …?«, where one of `known` is near; else nothing."""
    by_lower = {name.casefold(): name for name in known}
    near = difflib.get_close_matches(word[:80], by_lower, 1, 0.55) or difflib.get_close_matches(
        folded(word[:80]), by_lower, 1, 0.55
    )
    return texts.DID_YOU_MEAN.format(word=by_lower[near[0]]) if near else ""


def _listed(words: Mapping[str, Any] | tuple[str, ...] | list[str]) -> str:
    return ", ".join(f"»{word}«" for word in words)


def short(text: str, most: int = 60) -> str:
    """`text` for a message: clean, on one line, and cut where it has more than `most` characters."""
    line = clean_line(text)
    return line if len(line) <= most else line[: most - 1] + "…"


def known_keys(model: type[BaseModel], path: KeyPath) -> tuple[str, ...]:
    """The keys that may stand in the table at `path` of a file in the shape of `model`."""
    models: list[type[BaseModel]] = [model]
    for part in path:
        if isinstance(part, int):
            continue
        annotations = [
            field.annotation
            for candidate in models
            for name, field in candidate.model_fields.items()
            if part in (name, field.alias)
        ]
        models = [inner for annotation in annotations for inner in models_in(annotation)]
    return tuple(
        dict.fromkeys(field.alias or name for candidate in models for name, field in candidate.model_fields.items())
    )


def models_in(annotation: Any) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and not get_args(annotation):
        return [annotation] if issubclass(annotation, BaseModel) else []
    return [model for argument in get_args(annotation) for model in models_in(argument)]
