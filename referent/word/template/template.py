"""A template as the rest of the house knows it.

In: the bytes of a .docx or .dotx, and the values of its placeholders. What cannot be used is refused, in Danish, before
it is opened; what is not refused can be written on.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from referent import texts
from referent.minutes.blocks import Minutes, Text
from referent.word.ground import Ground
from referent.word.guarded import UnreadableDocument, read_file
from referent.word.margins import write_margins
from referent.word.template.check import TEMPLATE_LIMITS, check_template, refused
from referent.word.template.ground import template_ground
from referent.word.template.opening import TITLE, prepare

_TRIAL = Minutes("", "", "", date(2000, 1, 1), (), header=(Text("."),), footer=(Text("."),), draft=".")


@dataclass(frozen=True)
class Template:
    """A Word template that may be used. Making one checks it: `TemplateRefused` says all that is wrong."""

    content: bytes
    values: Mapping[str, str] = field(default_factory=dict)
    """What stands for each placeholder, by its name in small letters; see `minutes.letterhead`. The title is that of
    the minutes.
    """

    def __post_init__(self) -> None:
        check_template(self.content)
        try:
            write_margins(self.ground(_TRIAL), page_count=1)
        except Exception:  # python-docx raises anything for a package that does not hang together
            raise refused("damaged") from None

    @property
    def warnings(self) -> tuple[str, ...]:
        """What the referent should know of it, in Danish."""
        return prepare(self.content, {TITLE: "", **self.values}).warnings

    def ground(self, minutes: Minutes) -> Ground:
        """A new document made from it, that waits for `minutes`."""
        return template_ground(prepare(self.content, {**self.values, TITLE: minutes.title}), minutes)


def read_template(path: Path, values: Mapping[str, str]) -> Template:
    """The template in the file `path`. Raises `TemplateRefused`, also where the file cannot be read."""
    try:
        content = read_file(path, TEMPLATE_LIMITS)
    except UnreadableDocument as error:
        raise refused(error.code, **error.values) from None
    except OSError as error:
        raise refused("unreadable", reason=texts.os_error(error)) from None
    except ValueError:  # a name that no file can have
        raise refused("unreadable", reason=texts.OS_ERRORS["ENOENT"]) from None
    return Template(content, values)
