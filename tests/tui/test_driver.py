"""The terminal driver: no kitty request, no end at a bad byte, an end when the terminal is gone."""

from __future__ import annotations

import errno
import math
import signal
import sys
import threading
from types import FrameType
from typing import TextIO, cast

import pytest
from textual import events

from referent.tui.driver import TolerantDecoder, is_kitty_request, quiet_driver, tolerant_writer, without_alt

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the driver of Unix terminals")


@pytest.mark.parametrize("data", ["\x1b[>1u", "\x1b[>25u", "\x1b[<u", "\x1b[=5;1u"])
def test_a_request_for_the_kitty_protocol_is_known_and_not_written(data: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert is_kitty_request(data)
    assert _written(data, monkeypatch) == []


@pytest.mark.parametrize("data", ["\x1b[?1049h", "\x1b[>4;2m", "Til udvalget: u", "\x1b[?2004h"])
def test_everything_else_is_written(data: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not is_kitty_request(data)
    assert _written(data, monkeypatch) == [data]


def _written(data: str, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    from textual.drivers.linux_driver import LinuxDriver

    written: list[str] = []
    monkeypatch.setattr(LinuxDriver, "write", lambda self, data: written.append(data))
    driver = object.__new__(quiet_driver())
    driver.write(data)
    return written


def test_no_byte_makes_the_decoder_raise() -> None:
    decoder = TolerantDecoder()
    decoded = "".join(decoder.decode(bytes([byte])) for byte in range(256))
    assert decoded.startswith("\x00\x01")
    assert "\ufffd" in decoded


@pytest.mark.parametrize("data", [b"\xff", b"\xc3(", b"\xed\xa0\x80", b"\xf8\x88\x80\x80\x80"])
def test_bad_bytes_become_replacement_characters_and_what_follows_is_read(data: bytes) -> None:
    decoded = TolerantDecoder().decode(data + b"ok")
    assert decoded.endswith("ok")
    assert "\ufffd" in decoded


def test_a_letter_that_arrives_in_pieces_is_put_together() -> None:
    decoder = TolerantDecoder()
    assert decoder.decode("æ".encode()[:1]) == ""
    assert decoder.decode("æ".encode()[1:]) == "æ"


def test_an_empty_read_hangs_up() -> None:
    caught: list[int] = []

    def note(number: int, _: FrameType | None) -> None:
        caught.append(number)

    before = signal.signal(signal.SIGHUP, note)
    try:
        TolerantDecoder().decode(b"")
    finally:
        signal.signal(signal.SIGHUP, before)
    assert caught == [signal.SIGHUP]


def test_a_terminal_that_is_gone_hangs_up_and_keeps_nobody_waiting_who_writes_on() -> None:
    class Gone:
        def write(self, text: str) -> None:
            raise OSError(errno.EIO, "gone")

        def flush(self) -> None: ...

    caught: list[int] = []
    before = signal.signal(signal.SIGHUP, lambda number, _: caught.append(number))
    try:
        writer = tolerant_writer()(cast(TextIO, Gone()))
        writer.start()

        def write_on() -> None:
            for _ in range(100):  # more than the queue holds
                writer.write("x")
            writer.stop()

        writing = threading.Thread(target=write_on, daemon=True)
        writing.start()
        writing.join(30)
        assert not writing.is_alive()
        assert caught == [signal.SIGHUP]
    finally:
        signal.signal(signal.SIGHUP, before)


def test_textuals_driver_still_takes_its_decoder_and_its_writer_from_where_ours_is_put() -> None:
    import inspect

    from textual.drivers import linux_driver

    quiet_driver()
    assert "getincrementaldecoder(" in inspect.getsource(linux_driver.LinuxDriver.run_input_thread)
    assert vars(linux_driver)["getincrementaldecoder"]("utf-8") is TolerantDecoder
    assert "WriterThread(" in inspect.getsource(linux_driver.LinuxDriver.start_application_mode)
    assert vars(linux_driver)["WriterThread"] is tolerant_writer()


@pytest.mark.parametrize(
    ("key", "character", "expected"),
    [
        ("alt+3", "3", [("escape", "\x1b"), ("3", "3")]),
        ("alt+shift+n", "N", [("escape", "\x1b"), ("n", "N")]),
        ("alt+left", None, [("alt+left", None)]),
        ("a", "a", [("a", "a")]),
    ],
)
def test_what_was_taken_for_alt_is_esc_and_a_character(
    key: str, character: str | None, expected: list[tuple[str, str | None]]
) -> None:
    parts = without_alt(events.Key(key, character))
    assert [(part.key, part.character) for part in parts if isinstance(part, events.Key)] == expected


@pytest.mark.parametrize(
    ("typed", "keys"),
    [
        ("\x1b\x0e", ["escape", "ctrl+n"]),
        ("\x1b\r", ["escape", "enter"]),
        ("\x1b*", ["escape", "asterisk"]),
        ("\x1b ", ["escape", "space"]),
        ("\x1b\x1b[B", ["escape", "down"]),
        ("\x1b5", ["escape", "5"]),
        ("\x1bæ", ["escape", "æ"]),
        ("\x1b6u\x1b\x0e", ["escape", "6", "u", "escape", "ctrl+n"]),
        ("\x1b" + "Godkendt" * 5, ["escape", *("Godkendt" * 5)]),
        ("\x1bO", ["alt+shift+o"]),  # may be the beginning of F1; two keys again in `without_alt`
        ("\x1bOR", ["f3"]),
        ("\x1b[20~", ["f9"]),
        ("\x1b[1;3D", ["alt+left"]),
        ("\x1b\x7f", ["ctrl+w"]),
        ("\x0e", ["ctrl+n"]),
    ],
)
def test_esc_before_another_key_is_not_forgotten(typed: str, keys: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    from textual._xterm_parser import XTermParser

    quiet_driver()
    parser = XTermParser()
    heard = list(parser.feed(typed))
    # As long after as it takes to tell Esc from the beginning of a sequence.
    monkeypatch.setattr("textual._parser.get_time", lambda: math.inf)
    heard += parser.tick()
    assert [event.key for event in heard if isinstance(event, events.Key)] == keys
