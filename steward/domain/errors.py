"""The errors a person may see, one tree.

    StewardError                   one clear sentence: what is wrong and what to do
    ├── StoreError                 the store file
    │   ├── NotAStoreError         the file is something else
    │   ├── NewerStoreError        made by a newer program
    │   ├── StoreInUseError        another program is writing
    │   └── StoreUnavailableError  missing folder or disk, read-only, full, network drive
    ├── ListError                  a department's list can't be read
    ├── MappingError               a mapping names columns or attributes that don't exist
    ├── DecisionError              a decision can't be taken as asked
    │   └── VetoError              evidence forbids the merge; a reason overrides it
    ├── ExportError                the export can't be written
    └── Cancelled                  the steward stopped the work; nothing was changed

Everything that is not a StewardError is a bug: it is logged whole and shown as such.
"""

from __future__ import annotations

import re

#: A sentence that is longer holds a value that is no such thing: nobody reads it to its end.
_LONGEST_SENTENCE = 1000
_LONG_WORD = re.compile(r"(\S{40})\S{40,}")


class StewardError(Exception):
    """An expected failure. ``str()`` is the sentence for the user.

    ``code`` and ``arguments`` let the window translate the sentence. What was handed in and is far too long is
    told by its beginning.
    """

    def __init__(self, sentence: str, *, code: str = "", **arguments: object) -> None:
        super().__init__(_readable(sentence))
        self.code = code
        self.arguments = arguments


class StoreError(StewardError):
    """Something about the store file."""


class NotAStoreError(StoreError):
    """The file is not a Steward store."""


class NewerStoreError(StoreError):
    """The store was written by a newer program."""


class StoreInUseError(StoreError):
    """Another program has the store open for writing."""


class StoreUnavailableError(StoreError):
    """The store's folder or disk can't be used."""


class ListError(StewardError):
    """A department's list can't be read."""


class MappingError(StewardError):
    """A mapping does not fit the list or the attributes."""


class DecisionError(StewardError):
    """A decision can't be taken as asked."""


class VetoError(DecisionError):
    """Evidence forbids the merge unless the steward gives a reason."""


class ExportError(StewardError):
    """The export can't be written."""


class Cancelled(StewardError):  # noqa: N818 - an outcome, not a fault
    """The work was stopped on request; the store is as it was before."""

    def __init__(self) -> None:
        super().__init__("Stopped. Nothing was changed.", code="cancelled")


def _readable(sentence: str) -> str:
    if len(sentence) <= _LONGEST_SENTENCE:
        return sentence
    shorter = _LONG_WORD.sub(r"\1…", sentence)
    half = _LONGEST_SENTENCE // 2
    # Its end says what to do.
    return shorter if len(shorter) <= _LONGEST_SENTENCE else f"{shorter[:half]}…{shorter[-half:]}"
