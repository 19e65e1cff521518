"""What the operating system refuses, in Danish."""

from __future__ import annotations

import errno

from referent import screen_texts as texts


def os_error_text(error: OSError) -> str:
    """Why a file could not be written or read, without its path."""
    name = errno.errorcode.get(error.errno or 0, type(error).__name__)
    return texts.OS_ERRORS.get(name, texts.OS_ERROR_OTHER.format(code=name))
