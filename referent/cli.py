"""The front door: arguments in, exit code out. 0: it worked. 1: the input is at fault. 2: the call is.

Whatever goes wrong is one Danish message and never a traceback: that would show text from the meeting.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from referent.calls import (
    BROKEN_PIPE,
    CALL_AT_FAULT,
    COMMANDS,
    INPUT_AT_FAULT,
    INTERRUPTED,
    PLAIN_OPTION,
    WrongCall,
    complain,
    os_error_line,
)
from referent.cli_texts import CLI


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """The console script."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    try:
        code = run(arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # else Python complains as it closes stdout
        code = BROKEN_PIPE
    sys.exit(code)


def run(arguments: Sequence[str] | None = None) -> int:
    """Do what the arguments ask for; returns the exit code. Only a broken pipe is raised."""
    try:
        return _do(arguments)
    except WrongCall as error:
        complain(f"{error}\n{CLI['try_help'].format(command=error.command)}")
        return CALL_AT_FAULT
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        raise
    except OSError as error:
        complain(os_error_line(error))
        return INPUT_AT_FAULT
    except Exception as error:
        complain(CLI["unexpected"].format(kind=type(error).__name__, place=_place(error)))
        return INPUT_AT_FAULT


def _do(arguments: Sequence[str] | None) -> int:
    words = sys.argv[1:] if arguments is None else arguments
    if _is_plain_call(words):
        return _open(words)
    from referent.commands import run_command

    return run_command(arguments)


def _is_plain_call(words: Sequence[str]) -> bool:
    """Whether the call is `referent [--enkel] [AGENDA]` and nothing more: then click need not be imported."""
    others = [word for word in words if word != PLAIN_OPTION]
    return (len(others) < 2 or PLAIN_OPTION in words) and not any(
        word in COMMANDS or word.startswith("-") for word in others
    )


def _open(words: Sequence[str]) -> int:
    gc.disable()  # a quarter of the time it takes to start; the screens turn it on again after their first paint
    try:
        from referent.opening import open_in_terminal

        return open_in_terminal([word for word in words if word != PLAIN_OPTION], is_plain=PLAIN_OPTION in words)
    finally:
        gc.enable()


def _place(error: BaseException) -> str:
    """The innermost line of ours that the exception came through."""
    import traceback

    package = Path(__file__).parent
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if Path(frame.filename).is_relative_to(package)]
    frame = (ours or list(frames))[-1]
    file = Path(frame.filename)
    shown = file.relative_to(package.parent).as_posix() if file.is_relative_to(package) else file.name
    return f"{shown}:{frame.lineno}"
