"""What looks like a personal number, a private mail address or a phone number, and what does not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from referent.minutes.sensitive import Kind, find_sensitive, masked


def found(text: str) -> list[tuple[Kind, str]]:
    return [(finding.kind, finding.text) for finding in find_sensitive(text)]


@pytest.mark.parametrize(
    "number",
    [
        *("010190-1234", "010190 1234", "0101901234", "010190–1234", "010190\u20111234", "010190 - 1234"),
        *("311299-3999", "290204-4000", "290200-4111", "010137-4000", "010158-8000", "010157-8000"),
    ],
)
@pytest.mark.parametrize("around", ["{}", "Borgeren ({}) har søgt.", "CPR-nr. {}.", "cpr: {}, født i Søby", "x\n{}\ny"])
def test_a_date_of_birth_and_four_digits_look_like_a_personal_number(number: str, around: str) -> None:
    assert found(around.format(number)) == [(Kind.CPR, number)]


@pytest.mark.parametrize(
    "text",
    [
        *("320190-1234", "011390-1234", "290201-1234", "000190-1234", "4512345678", "+4512345678", "12345678"),
        *("290200-1111", "290258-5111"),  # no leap years: 1900 and 1858
        *("10101901234", "01019012345", "DokID: 0101901234", "Sagsnr. 0101901234", "EAN 0101901234567"),
        *("29-2025-010190-1234", "S-0101901234", "0101901234.pdf", "a0101901234", "https://example.org/0101901234"),
        *("CVR-nr. 0101901234", "faktura 0101901234", "0101901234-7", "sags-id 010190 1234", "1.010.190.123"),
    ],
)
def test_other_numbers_do_not(text: str) -> None:
    assert found(text) == []


def test_a_word_that_only_ends_like_a_number_of_something_hides_nothing() -> None:
    assert found("Xdok 0101901234") == [(Kind.CPR, "0101901234")]


@pytest.mark.parametrize("address", ["a.b@gmail.com", "Bo@Hotmail.DK", "x@mail.tele.dk", "bo+1@icloud.com"])
def test_a_mail_address_with_a_private_provider_is_private(address: str) -> None:
    assert found(f"Skriv til {address}, tak.") == [(Kind.PRIVATE_MAIL, address)]


@pytest.mark.parametrize("address", ["bo@example.org", "bo@notgmail.com", "bo@gmail.com.example.org", "bo@gmail"])
def test_others_are_not_unless_they_are_known_to_be_somebodys(address: str) -> None:
    assert found(f"Skriv til {address}.") == []
    known = find_sensitive(f"Skriv til {address.upper()}.", {address})
    assert [finding.text for finding in known] == ([address.upper()] if "." in address else [])


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Ring 20 12 34 56.", "20 12 34 56"),
        ("+45 20123456", "20123456"),
        ("004520123456", "20123456"),
        ("tlf. 20123456", "20123456"),
        ("Tlf.: 2012 3456", "2012 3456"),
        ("Mobil 20123456", "20123456"),
    ],
)
def test_eight_digits_that_are_written_as_a_phone_number(text: str, number: str) -> None:
    assert found(text) == [(Kind.PHONE, number)]


@pytest.mark.parametrize(
    "text", ["20123456", "12 34 56 78", "20.123.456 kr.", "10 20 30 40 50", "20 30 40 50 60", "sag 20-12-34-56"]
)
def test_other_digits_are_no_phone_number(text: str) -> None:
    assert found(text) == []


def test_what_was_found_is_shown_masked() -> None:
    text = "010190-1234 og 0202911234, bo@gmail.com, tlf. 20123456 her"
    assert masked(text) == "010190-•••• og 020291-••••, b•••@gmail.com, tlf. 20 •• •• •• her"
    assert masked("Punkt 1") == "Punkt 1"


@given(st.text(alphabet="0123456789 -.@+abgmilcotf/\u00a0\n", max_size=60))
def test_masked_text_holds_nothing_more_to_find_of_people(text: str) -> None:
    again = [finding.text for finding in find_sensitive(masked(text)) if finding.kind is not Kind.PRIVATE_MAIL]
    assert not set(again) & {finding.text for finding in find_sensitive(text)}
