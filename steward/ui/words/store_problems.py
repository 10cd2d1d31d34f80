"""Why stores, decisions and rules refuse, as patterns of the sentences that lower layers make."""

from steward.ui.language import QT_TRANSLATE_NOOP

STORE_PROBLEMS: tuple[str, ...] = (
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
    QT_TRANSLATE_NOOP("Problems", "Decision #{number} is missing from the log; run steward verify."),
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
    QT_TRANSLATE_NOOP("Problems", "The record belongs to that customer already."),
    QT_TRANSLATE_NOOP("Problems", "Include records of two different customers to merge."),
    QT_TRANSLATE_NOOP("Problems", "The groups must name records of CIN {cin}, each once; look at the customer again."),
    QT_TRANSLATE_NOOP("Problems", "There is no {attribute} to lock; type a value first."),
    QT_TRANSLATE_NOOP("Problems", "The {attribute} of CIN {cin} is not locked."),
    QT_TRANSLATE_NOOP("Problems", "A record can't be compared with itself; choose another one."),
    QT_TRANSLATE_NOOP("Problems", '"{text}" can\'t be read as {attribute}; type another value.'),
    QT_TRANSLATE_NOOP("Problems", "There is no record {record} (any more)."),
    QT_TRANSLATE_NOOP("Problems", "Cluster {cluster} is not in the queue any more; a later match run replaced it."),
    QT_TRANSLATE_NOOP("Problems", "A cluster is not in the queue any more; look at the queue again."),
    QT_TRANSLATE_NOOP("Problems", 'The queue knows no source "{name}"; use {names}.'),
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
    QT_TRANSLATE_NOOP("Problems", "Entry #{number} says who looked at masked numbers; that stays in the log."),
    QT_TRANSLATE_NOOP("Problems", "Name the records whose masked numbers are looked at."),
    QT_TRANSLATE_NOOP(
        "Problems", "Give a reason for the erasure, such as the date of the request; it is what the log keeps."
    ),
    QT_TRANSLATE_NOOP("Problems", "The reason names the person who is to be erased; give it without their data."),
    QT_TRANSLATE_NOOP("Problems", "Say why the row is no erased person's; releasing it needs a reason."),
    QT_TRANSLATE_NOOP("Problems", "Row {row} is not held back as an erased person's; look at the quarantine again."),
    QT_TRANSLATE_NOOP("Problems", "{file} has no ending that says what to write; use .xlsx or .pdf."),
    QT_TRANSLATE_NOOP("Problems", "{file} has no ending that says what to write; use .xlsx."),
    QT_TRANSLATE_NOOP("Problems", '"{text}" is no date; write it as 2026-05-31.'),
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
)
