"""Why lists can't be read, loaded or written, as patterns of the sentences that lower layers make."""

from steward.ui.language import QT_TRANSLATE_NOOP

LIST_PROBLEMS: tuple[str, ...] = (
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
    QT_TRANSLATE_NOOP(
        "Problems", "{file} reads like a letter, not like a list; ask the department for the list itself."
    ),
    QT_TRANSLATE_NOOP("Problems", "{file} has no filled sheet; ask the department to send the list again."),
    QT_TRANSLATE_NOOP("Problems", "{file} has nothing on {sheet}; choose another sheet."),
    QT_TRANSLATE_NOOP("Problems", "{file} has no sheet {sheet}; its sheets are {sheets}."),
    QT_TRANSLATE_NOOP(
        "Problems", "{file} has no sheet that can be read; open it in Excel, save it as .xlsx and import that."
    ),
    QT_TRANSLATE_NOOP("Problems", "{file} is a text file and has no sheets; import it without naming a sheet."),
    QT_TRANSLATE_NOOP("Problems", "{file} is a {format} file and has no sheets; import it without naming a sheet."),
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
    QT_TRANSLATE_NOOP(
        "Problems", "{file} is damaged or was not copied whole; open it, save it as .xlsx and import that."
    ),
    QT_TRANSLATE_NOOP("Problems", "{file} is not a kind of file that can be imported; use one of {kinds}."),
    QT_TRANSLATE_NOOP("Problems", "{file} is an old Excel workbook; open it, save it as .xlsx and import that."),
    QT_TRANSLATE_NOOP("Problems", "{file} is an old Excel workbook; rename it to .xls and import it again."),
    QT_TRANSLATE_NOOP("Problems", "{file} is a new Excel workbook; rename it to .xlsx and import it again."),
    QT_TRANSLATE_NOOP(
        "Problems", "{file} is not an old Excel workbook; open it in Excel, save it as .xlsx and import that."
    ),
    QT_TRANSLATE_NOOP("Problems", "{file} is not a {format} file although its name says so; ask for the file again."),
    QT_TRANSLATE_NOOP("Problems", "{file} is not a zip archive although its name says so; ask for the file again."),
    QT_TRANSLATE_NOOP(
        "Problems", "{file} is a Parquet file, not a text list; rename it to .parquet and import it again."
    ),
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
    QT_TRANSLATE_NOOP(
        "Problems", "{file} is protected by a password; open it, remove the password, save it and import it again."
    ),
    QT_TRANSLATE_NOOP("Problems", "{file} is protected by a password; unpack it and import the list inside it."),
    QT_TRANSLATE_NOOP(
        "Problems", "{file} has a line of millions of characters, so it is not a list; ask for it as .xlsx."
    ),
    QT_TRANSLATE_NOOP("Problems", "{file} holds no contact; export the contacts again and import that."),
    QT_TRANSLATE_NOOP("Problems", "{file} holds no list; unpack it and choose the list itself."),
    QT_TRANSLATE_NOOP("Problems", "{file} holds no list that can be read: {cause}."),
    QT_TRANSLATE_NOOP("Problems", "{file} holds more than {count} lists; import them one by one."),
    QT_TRANSLATE_NOOP("Problems", "{file} can't be unpacked; check the disk and try again."),
    QT_TRANSLATE_NOOP("Problems", "All that {file} holds is hidden; load it with what is hidden."),
    QT_TRANSLATE_NOOP("Problems", "The name of the source has {count} characters; give one of {limit} at most."),
    QT_TRANSLATE_NOOP("Problems", "{file} changed while it was read; load it again when nobody writes to it."),
    QT_TRANSLATE_NOOP("Problems", "{file} vanished while it was read ({cause}); check the disk and load it again."),
    QT_TRANSLATE_NOOP(
        "Problems", 'Column "{header}" is mapped to the source key, but the key column is "{key}"; name only one.'
    ),
    QT_TRANSLATE_NOOP(
        "Problems", 'The columns "{first}" and "{second}" are both mapped to {target}; map only one of them.'
    ),
    QT_TRANSLATE_NOOP("Problems", "No column of {file} is mapped to an attribute; map at least the name."),
    QT_TRANSLATE_NOOP(
        "Problems",
        "{file} has a form for each customer, one below the other; ask for a list with one customer per row.",
    ),
    QT_TRANSLATE_NOOP(
        "Problems",
        "{file} has its customers side by side, one per column; turn rows and columns in Excel and import that.",
    ),
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
    # rows that are held back, deliveries
    QT_TRANSLATE_NOOP("Problems", "Row {row} is not held back (any more); look at the quarantine again."),
    QT_TRANSLATE_NOOP("Problems", "Choose a row that is held back at least."),
    QT_TRANSLATE_NOOP("Problems", 'The row has no column "{column}"; use the columns it was delivered with.'),
    QT_TRANSLATE_NOOP("Problems", "The rows are of {sources}; load those of one source at a time."),
    QT_TRANSLATE_NOOP(
        "Problems", "A row is recognized as an erased person's; release it with a reason before it is loaded."
    ),
    QT_TRANSLATE_NOOP("Problems", "There is no delivery #{number}; look it up in Lists."),
    QT_TRANSLATE_NOOP("Problems", "This delivery is already undone; History shows by whom."),
    # doubts about a delivery
    QT_TRANSLATE_NOOP("Problems", "The same file was loaded on {day}; its rows are the same as then."),
    QT_TRANSLATE_NOOP(
        "Problems",
        "The same file was loaded on {day} and another one after it, so it is older than the last one; check that it "
        "is the right one.",
    ),
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
    QT_TRANSLATE_NOOP("Problems", "One record of earlier deliveries is not in this one; it is kept."),
)
