"""The sentences of expected failures, so that they can be read in the language of the window.

Lower layers make English sentences; each is found again here by its pattern and made anew from the translation.
A sentence that no pattern fits is shown as it came.
"""

from __future__ import annotations

import re
from functools import cache

from PySide6.QtCore import QCoreApplication

from steward.domain.attributes import AttributeGroup
from steward.ui.labels import attribute_in_sentence, join_words, target_label
from steward.ui.language import QT_TRANSLATE_NOOP
from steward.ui.rule_words import group_label

PATTERNS: tuple[str, ...] = (
    # rules, bands, learning, decisions as files
    QT_TRANSLATE_NOOP(
        "Problems", "The group {group} needs one criterion at least, each once, and consent has none to choose."
    ),
    QT_TRANSLATE_NOOP(
        "Problems", "Trust names {name} that the store does not have, or one twice; use the names of sources."
    ),
    QT_TRANSLATE_NOOP("Problems", "Semi-automatic merging is switched off; switch it on first."),
    QT_TRANSLATE_NOOP("Problems", "Match the store first; then there are bands to sample."),
    QT_TRANSLATE_NOOP("Problems", "Match the store first; then there are questions."),
    QT_TRANSLATE_NOOP("Problems", "Match the store first; then it can learn from decisions."),
    QT_TRANSLATE_NOOP(
        "Problems", "The band has {count} clusters to choose from; ask for a sample of that size at most."
    ),
    QT_TRANSLATE_NOOP("Problems", "{count} clusters of the sample wait for a decision; decide them first."),
    QT_TRANSLATE_NOOP(
        "Problems",
        "{errors} of {sampled} were wrong, so up to {bound} of the band may be; that is more than {limit}. "
        "Draw a larger sample or choose a higher band.",
    ),
    QT_TRANSLATE_NOOP(
        "Problems", "Certificate #{number} is about another model; draw a sample of the newest match run."
    ),
    QT_TRANSLATE_NOOP("Problems", "Nothing of the band is left to merge; draw a sample of another band."),
    QT_TRANSLATE_NOOP("Problems", "There is no {word} #{number} in force; look it up in History."),
    QT_TRANSLATE_NOOP("Problems", "Lists changed since the last match run; match first, then learn."),
    QT_TRANSLATE_NOOP("Problems", "There is nothing to learn from yet; merge records or set some apart first."),
    QT_TRANSLATE_NOOP("Problems", "A match run came in between; ask for a new proposal."),
    QT_TRANSLATE_NOOP("Problems", "{file} can't be read ({reason}); check the file."),
    QT_TRANSLATE_NOOP("Problems", "{file} is no text; choose a file that steward export-decisions wrote."),
    QT_TRANSLATE_NOOP("Problems", "{file} holds no decision; choose a file that steward export-decisions wrote."),
    QT_TRANSLATE_NOOP(
        "Problems", "Line {line} of {file} is no decision; choose a file that steward export-decisions wrote."
    ),
    # lists
    QT_TRANSLATE_NOOP("Problems", "{file} is a folder; choose a file inside it."),
    QT_TRANSLATE_NOOP("Problems", "{file} is not there; check the name or choose another file."),
    QT_TRANSLATE_NOOP(
        "Problems",
        "{file} can't be read because its folder {folder} is not there; connect the disk or choose another file.",
    ),
    QT_TRANSLATE_NOOP(
        "Problems", "{file} can't be opened; close it in other programs or ask for permission to read it."
    ),
    QT_TRANSLATE_NOOP("Problems", "{file} can't be read; check the disk and try again."),
    QT_TRANSLATE_NOOP("Problems", "{file} can't be read to its end; check the disk and try again."),
    QT_TRANSLATE_NOOP("Problems", "{file} is empty (0 bytes); ask the department to send it again."),
    QT_TRANSLATE_NOOP("Problems", "{file} has no text in it; ask the department to send the list again."),
    QT_TRANSLATE_NOOP(
        "Problems", "{file} has a header but no rows below it; ask the department to send the list again."
    ),
    QT_TRANSLATE_NOOP("Problems", "{file} has no filled sheet; ask the department to send the list again."),
    QT_TRANSLATE_NOOP("Problems", "{file} has nothing on {sheet}; choose another sheet."),
    QT_TRANSLATE_NOOP("Problems", "{file} has no sheet {sheet}; its sheets are {sheets}."),
    QT_TRANSLATE_NOOP(
        "Problems", "{file} has no sheet that can be read; open it in Excel, save it as .xlsx and import that."
    ),
    QT_TRANSLATE_NOOP("Problems", "{file} is a text file and has no sheets; import it without naming a sheet."),
    QT_TRANSLATE_NOOP(
        "Problems", "{file} holds binary data (NUL bytes), so it is not a text list; ask for it as .xlsx or .csv."
    ),
    QT_TRANSLATE_NOOP("Problems", "{file} is too large for this computer's memory; split it and import the parts."),
    QT_TRANSLATE_NOOP(
        "Problems", "{file} unpacks to far more than a list can hold and was not opened; ask who made it."
    ),
    QT_TRANSLATE_NOOP("Problems", "{file} can't be taken apart in row {row}; ask for it as .xlsx."),
    QT_TRANSLATE_NOOP(
        "Problems", "{file} has a quotation mark in row {row} that is never closed; mend it and import it again."
    ),
    QT_TRANSLATE_NOOP(
        "Problems",
        "{file} is damaged or was not copied whole; open it in Excel, save it anew and import that.",
    ),
    QT_TRANSLATE_NOOP("Problems", "{file} is damaged or was not copied whole; ask for the file again."),
    QT_TRANSLATE_NOOP("Problems", "{file} is not a kind of file that can be imported; use one of {kinds}."),
    QT_TRANSLATE_NOOP("Problems", "{file} is an old Excel workbook; open it, save it as .xlsx and import that."),
    QT_TRANSLATE_NOOP("Problems", "{file} is a {suffix} workbook; open it, save it as .xlsx and import that."),
    QT_TRANSLATE_NOOP(
        "Problems", "{file} is a web page, not a list; open it in Excel, save it as .xlsx and import that."
    ),
    QT_TRANSLATE_NOOP(
        "Problems", "{file} is a web page, not an Excel workbook; open it in Excel, save it as .xlsx and import that."
    ),
    QT_TRANSLATE_NOOP(
        "Problems",
        "{file} is an Excel workbook or another archive, not a {suffix} file; rename it to .xlsx and import it again.",
    ),
    QT_TRANSLATE_NOOP(
        "Problems", "{file} is an archive, not an Excel workbook; unpack it and import the list inside it."
    ),
    QT_TRANSLATE_NOOP(
        "Problems",
        "{file} is not an Excel workbook although its name says so; open it, save it as .xlsx and import that.",
    ),
    QT_TRANSLATE_NOOP(
        "Problems",
        "{file} is protected by a password; open it in Excel, remove the password, save it and import it again.",
    ),
    QT_TRANSLATE_NOOP("Problems", "{file} is {what}, not a list; choose the list itself."),
    QT_TRANSLATE_NOOP("Problems", "All rows of {file} are hidden; load it with its hidden rows."),
    QT_TRANSLATE_NOOP("Problems", "The name of the source has {count} characters; give one of {limit} at most."),
    QT_TRANSLATE_NOOP("Problems", "{file} vanished while it was read ({cause}); check the disk and load it again."),
    QT_TRANSLATE_NOOP(
        "Problems", 'Column "{header}" is mapped to the source key, but the key column is "{key}"; name only one.'
    ),
    QT_TRANSLATE_NOOP(
        "Problems", 'The columns "{first}" and "{second}" are both mapped to {target}; map only one of them.'
    ),
    QT_TRANSLATE_NOOP("Problems", "No column of {file} is mapped to an attribute; map at least the name."),
    QT_TRANSLATE_NOOP("Problems", "{file} is not a mapping; choose a file that was saved as one."),
    QT_TRANSLATE_NOOP(
        "Problems", "The mapping is not valid JSON ({cause}); export a mapping from a list and change that."
    ),
    QT_TRANSLATE_NOOP("Problems", "The mapping must be an object such as {example}; correct the file."),
    QT_TRANSLATE_NOOP(
        "Problems",
        'The target of column "{column}" in the mapping must be a text; write an attribute name or "".',
    ),
    QT_TRANSLATE_NOOP(
        "Problems",
        'Column "{column}" is mapped to "{target}", which is no attribute; use one such as name, phone or "".',
    ),
    QT_TRANSLATE_NOOP(
        "Problems", 'Column "{column}" is mapped to "{target}", but there is no type "{type}"; use {types}.'
    ),
    QT_TRANSLATE_NOOP(
        "Problems",
        'Column "{column}" is mapped to "{target}", but no attribute can be called "{label}"; '
        "use up to 40 letters and digits with single spaces, no commas or colons.",
    ),
    QT_TRANSLATE_NOOP(
        "Problems",
        'The attribute "{name}" can\'t be made: "{other}" is called so already; choose that or another name.',
    ),
    QT_TRANSLATE_NOOP(
        "Problems",
        'Column "{column}" has the rule "{rule}", which can\'t be read; '
        'write it like "split by / into name, phone" or "combine 1 into name".',
    ),
    # exports
    QT_TRANSLATE_NOOP(
        "Problems", "{file} could not be written because the disk is full; make room or choose another folder."
    ),
    QT_TRANSLATE_NOOP("Problems", "{file} could not be written; make room on the disk or choose another folder."),
    QT_TRANSLATE_NOOP("Problems", "{file} could not be written ({cause}); choose another folder and export again."),
    QT_TRANSLATE_NOOP("Problems", "{file} can't be written because its disk is read-only; choose another folder."),
    QT_TRANSLATE_NOOP(
        "Problems",
        "{file} can't be written; close it if it is open in another program, or choose a folder where you may write.",
    ),
    QT_TRANSLATE_NOOP(
        "Problems", "{file} can't be written because its folder is gone; connect the disk or choose another."
    ),
    QT_TRANSLATE_NOOP(
        "Problems", "{file} can't be written because there is no folder {folder}; make it or choose another."
    ),
    QT_TRANSLATE_NOOP("Problems", "{file} has a name that is too long for this disk; choose a shorter one."),
    QT_TRANSLATE_NOOP("Problems", "{file} is a folder; give the export a file name."),
    QT_TRANSLATE_NOOP("Problems", "{file} is a store, not an earlier export; give the export another name."),
    QT_TRANSLATE_NOOP("Problems", "{file} can't hold more than {count} rows per sheet; export as .csv or .parquet."),
    QT_TRANSLATE_NOOP("Problems", "{file} has no ending that says what to write; use .xlsx, .csv or .parquet."),
    # stores
    QT_TRANSLATE_NOOP("Problems", "{file} can't be used ({cause}); check that its disk is connected."),
    QT_TRANSLATE_NOOP("Problems", "{file} exists already; open it, or choose another name."),
    QT_TRANSLATE_NOOP("Problems", "{file} is no older copy of this store; choose another name for the copy."),
    QT_TRANSLATE_NOOP("Problems", "{file} is the store itself; choose another name for the copy."),
    QT_TRANSLATE_NOOP("Problems", "{file} is the store itself; choose a backup copy."),
    QT_TRANSLATE_NOOP("Problems", "{file} is damaged; choose another backup copy."),
    QT_TRANSLATE_NOOP("Problems", "{file} can't be written ({cause}); choose another folder."),
    QT_TRANSLATE_NOOP("Problems", "{file} has the name of a list; name the store first, such as master.steward."),
    QT_TRANSLATE_NOOP("Problems", "{file} is closed; open it again."),
    QT_TRANSLATE_NOOP("Problems", "The folder {folder} is not there; connect the disk or choose another folder."),
    QT_TRANSLATE_NOOP("Problems", "The folder {folder} can't be written to; copy the store to a folder of your own."),
    QT_TRANSLATE_NOOP("Problems", "{folder} can't be written to ({cause}); choose another folder."),
    QT_TRANSLATE_NOOP(
        "Problems",
        "{folder} is on a network drive, where a store can be damaged; copy it to a local disk and open that.",
    ),
    QT_TRANSLATE_NOOP("Problems", "There is no store {file}; check the name, or make one with steward import."),
    QT_TRANSLATE_NOOP("Problems", "{file} is a folder, not a Steward store; choose a .steward file."),
    QT_TRANSLATE_NOOP(
        "Problems", "{file} is not a Steward store; choose a .steward file, or load a list with steward import."
    ),
    QT_TRANSLATE_NOOP(
        "Problems", "{file} is a database of another program, not a Steward store; choose a .steward file."
    ),
    QT_TRANSLATE_NOOP("Problems", "{file} was written by a newer version of Steward; update Steward to open it."),
    QT_TRANSLATE_NOOP("Problems", "{file} is read-only; allow writing to it, or copy it and open the copy."),
    QT_TRANSLATE_NOOP("Problems", "{file} can't be written to; check its permissions."),
    QT_TRANSLATE_NOOP("Problems", "{file} can't be read ({cause}); check its permissions."),
    QT_TRANSLATE_NOOP("Problems", "{file} is open in another Steward; close it there first."),
    QT_TRANSLATE_NOOP("Problems", "{file} is busy in another program; try again when it is done."),
    QT_TRANSLATE_NOOP("Problems", "The disk is full ({count} MiB free); make room, nothing was changed."),
    QT_TRANSLATE_NOOP("Problems", "{file} is damaged; restore it from a backup copy."),
    # decisions
    QT_TRANSLATE_NOOP("Problems", "CIN {cin} was never given; check the number."),
    QT_TRANSLATE_NOOP("Problems", "CIN {cin} is retired; see {current}."),
    QT_TRANSLATE_NOOP("Problems", "CIN {cin} is retired; it is {current} now."),
    QT_TRANSLATE_NOOP("Problems", "There is no decision #{number}; look it up in History."),
    QT_TRANSLATE_NOOP("Problems", "Decision #{number} is reversed already, by #{by}."),
    QT_TRANSLATE_NOOP("Problems", "Record {record} is not in the store (any more); search for it again."),
    QT_TRANSLATE_NOOP(
        "Problems",
        "These records have different valid values of {attributes}; give a reason to merge them all the same.",
    ),
    QT_TRANSLATE_NOOP("Problems", "The records are one customer already."),
    QT_TRANSLATE_NOOP("Problems", "Nothing of these clusters is left to merge; look at the queue again."),
    QT_TRANSLATE_NOOP("Problems", "A merge needs two records at least; choose another one."),
    QT_TRANSLATE_NOOP("Problems", "Name another record that it is not the same as."),
    QT_TRANSLATE_NOOP("Problems", "A record can't be related to itself; choose another one."),
    QT_TRANSLATE_NOOP("Problems", "Splitting needs two groups at least."),
    QT_TRANSLATE_NOOP("Problems", "The record is a customer of its own already."),
    QT_TRANSLATE_NOOP("Problems", "Include records of two different customers to merge."),
    QT_TRANSLATE_NOOP("Problems", "The groups must name records of CIN {cin}, each once; look at the customer again."),
    QT_TRANSLATE_NOOP("Problems", "There is no {attribute} to lock; type a value first."),
    QT_TRANSLATE_NOOP("Problems", "The {attribute} of CIN {cin} is not locked."),
    QT_TRANSLATE_NOOP("Problems", "A record can't be compared with itself; choose another one."),
    QT_TRANSLATE_NOOP("Problems", '"{text}" can\'t be read as {attribute}; type another value.'),
    QT_TRANSLATE_NOOP("Problems", "There is no record {record} (any more)."),
    QT_TRANSLATE_NOOP("Problems", "Cluster {cluster} is not in the queue any more; a later match run replaced it."),
    QT_TRANSLATE_NOOP("Problems", "There are no records to match yet; load a list first."),
    QT_TRANSLATE_NOOP(
        "Problems", "Every customer is restricted, so there is nothing to match; load a list or lift a restriction."
    ),
    QT_TRANSLATE_NOOP("Problems", "{file} is a list that was loaded into this store; choose another name."),
    QT_TRANSLATE_NOOP("Problems", "Stopped. Nothing was changed."),
    # a person's rights
    QT_TRANSLATE_NOOP("Problems", "CIN {cin} was erased on {day}; it stands for nobody any more."),
    QT_TRANSLATE_NOOP("Problems", "CIN {cin} is restricted already."),
    QT_TRANSLATE_NOOP("Problems", "CIN {cin} is not restricted."),
    QT_TRANSLATE_NOOP("Problems", "CIN {cin} is restricted and not exported; lift the restriction first."),
    QT_TRANSLATE_NOOP("Problems", "Decision #{number} erased a person; what is gone can't be brought back."),
    QT_TRANSLATE_NOOP(
        "Problems", "Give a reason for the erasure, such as the date of the request; it is what the log keeps."
    ),
    QT_TRANSLATE_NOOP("Problems", "The reason names the person who is to be erased; give it without their data."),
    QT_TRANSLATE_NOOP("Problems", "Say why the row is no erased person's; releasing it needs a reason."),
    QT_TRANSLATE_NOOP("Problems", "Row {row} is not held back as an erased person's; look at the quarantine again."),
    QT_TRANSLATE_NOOP("Problems", "{file} has no ending that says what to write; use .xlsx or .pdf."),
    QT_TRANSLATE_NOOP("Problems", "{file} has no ending that says what to write; use .xlsx."),
    QT_TRANSLATE_NOOP("Problems", '"{text}" is no date; write it as 2026-05-31.'),
    # rows that are held back, deliveries
    QT_TRANSLATE_NOOP("Problems", "Row {row} is not held back (any more); look at the quarantine again."),
    QT_TRANSLATE_NOOP("Problems", "Choose a row that is held back at least."),
    QT_TRANSLATE_NOOP("Problems", 'The row has no column "{column}"; use the columns it was delivered with.'),
    QT_TRANSLATE_NOOP("Problems", "The rows are of {sources}; load those of one source at a time."),
    QT_TRANSLATE_NOOP(
        "Problems", "A row is recognized as an erased person's; release it with a reason before it is loaded."
    ),
    QT_TRANSLATE_NOOP("Problems", "There is no delivery #{number}; look it up in Lists."),
    # doubts about a delivery
    QT_TRANSLATE_NOOP("Problems", "The same file was loaded on {day}; nothing in it is new."),
    QT_TRANSLATE_NOOP(
        "Problems",
        "The file is of {day}, older than the last one, which is of {last}; check that it is the right one.",
    ),
    QT_TRANSLATE_NOOP(
        "Problems",
        "The list has {rows} rows where the last one had {before} ({share} % fewer); check that it is whole.",
    ),
    QT_TRANSLATE_NOOP("Problems", 'The column "{column}", which was mapped to {target}, is not in the list any more.'),
    QT_TRANSLATE_NOOP(
        "Problems",
        "The keys changed their shape (from {before} to {after}), so every row would be new; check the key.",
    ),
    QT_TRANSLATE_NOOP("Problems", "No key column was found; rows are recognized by their content."),
    QT_TRANSLATE_NOOP(
        "Problems",
        "The list holds {known} of the {all} records that are known, so it looks like a part of the whole.",
    ),
    QT_TRANSLATE_NOOP("Problems", "{count} records of earlier deliveries are not in this one; they are kept."),
)

#: Words that lower layers put into those sentences.
_WORDS: tuple[str, ...] = (
    QT_TRANSLATE_NOOP("Problems", "sample"),
    QT_TRANSLATE_NOOP("Problems", "certificate"),
    QT_TRANSLATE_NOOP("Problems", "a source"),
    QT_TRANSLATE_NOOP("Problems", "a picture"),
    QT_TRANSLATE_NOOP("Problems", "a PDF document"),
    QT_TRANSLATE_NOOP("Problems", "a text document"),
    QT_TRANSLATE_NOOP("Problems", "a database"),
    QT_TRANSLATE_NOOP("Problems", "a compressed file"),
    QT_TRANSLATE_NOOP("Problems", "a program"),
)


def find_pattern(sentence: str) -> tuple[str, dict[str, str]] | None:
    """The pattern that a sentence was made from, with its parts; None when there is none."""
    for pattern in PATTERNS:
        match = _expression(pattern).fullmatch(sentence)
        if match is not None:
            return pattern, match.groupdict()
    return None


def translated(sentence: str) -> str:
    """The sentence in the language in force, or as it came."""
    found = find_pattern(sentence)
    if found is None:
        return sentence
    pattern, parts = found
    told = {name: _part(name, text) for name, text in parts.items()}
    return QCoreApplication.translate("Problems", pattern).format(**told)


def _part(name: str, text: str) -> str:
    """What stands at a placeholder, in the language in force where it is a word of Steward's own."""
    if name == "attribute":
        return attribute_in_sentence(text)
    if name == "attributes":
        return join_words([attribute_in_sentence(one.lower()) for one in text.split(", ")])
    if name == "target":
        return target_label(text)
    if name == "group" and text in set(AttributeGroup):
        return group_label(AttributeGroup(text))
    return QCoreApplication.translate("Problems", text) if text in _WORDS else text


@cache
def _expression(pattern: str) -> re.Pattern[str]:
    pieces = re.split(r"\{(\w+)\}", pattern)
    # Every second piece is the name of a placeholder.
    made = [f"(?P<{piece}>.+)" if place % 2 else re.escape(piece) for place, piece in enumerate(pieces)]
    return re.compile("".join(made), re.DOTALL)
