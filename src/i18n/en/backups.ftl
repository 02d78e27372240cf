# Messages of this area: backups.
nav-backups = Backups

# Copies outside the browser
backups-copies = A copy outside this browser
backups-copies-text = What is in this browser is in one place only. An exported file is the copy that survives a cleared browser or a lost computer; keep it where your study keeps its data.
backups-originals = Original files that are kept with documents are in no exported file and no backup file: save each one from the menu of its document.
backups-never = This project was never exported.
backups-current = Exported on { $date }. Nothing was changed since.
backups-stale = Last exported on { $date }. What was done since is only in this browser.
backups-export = Export a copy now

# The file that is written by itself
backup-file = Automatic backup to a file
backup-file-text = Choose a file, and Emic writes the project into it while you work: at most every two minutes, and when you leave the project. Nothing is sent: the browser writes the file on this computer.
backup-file-none = This browser does not let a page write to a chosen file (Chrome and Edge on a computer do). Export a copy from time to time instead.
backup-file-off = No file is chosen for this project.
backup-file-paused = “{ $name }” is not written at the moment: the browser asks for permission anew on each visit.
backup-file-on = “{ $name }” is written while you work.
backup-file-written = “{ $name }” is written while you work; the last time was { $when }.
backup-file-failed = “{ $name }” could not be written ({ $cause }).
backup-file-choose = Choose a file…
backup-file-other = Choose another file…
backup-file-resume = Go on writing it
backup-file-stop = Stop writing it
backup-choose-failed = The browser did not let you choose a file ({ $cause }).

# Restore points
points = Restore points
points-text = The project as it was at a moment, to go back to. One is made by itself before ten or more documents are brought in, before much is deleted, before an earlier state is restored, and before a file takes the project’s place; of those the last ten are kept. Those that you name are kept until you remove them. They are in this browser only.
points-none = There are no restore points yet.
point-add = Make a restore point…
point-add-title = New restore point
point-name = Name of the restore point
point-name-hint = What this state is, for instance “Before the second round of coding”.
point-name-missing = Enter a name.
point-make = Make restore point
point-made = Restore point “{ $name }” was made
point-automatic = automatic
point-before-import = Before documents were brought in
point-before-deletion = Before a large deletion
point-before-restore = Before an earlier state was restored
point-before-replace = Before a file took its place
point-takes = { $size } of its own
point-unreadable = A damaged restore point
point-damaged = This restore point is damaged and cannot be restored. The project itself is not affected.
point-missing = This restore point is not there any more.
point-restore-named = Restore “{ $name }”
point-remove-named = Remove the restore point “{ $name }”
point-restore-title = Restore “{ $name }”?
point-restore-text = Documents, codes, quotations and comments become what they were then. What the project is now is kept as a restore point, and restoring can be undone like any other change. Coders and the history stay.
point-restore-do = Restore
point-restored = “{ $name }” was restored
point-same = The project is just as it was then; nothing was changed.
point-remove-title = Remove the restore point “{ $name }”?
point-remove-text = The project stays as it is; only this way back to the earlier state goes. This cannot be undone.
point-remove-do = Remove restore point
point-removed = The restore point was removed

# Storage
room = Storage in this browser
room-project = This project, without restore points
room-all = All of Emic
room-of = { $used } of about { $quota } that the browser allows
room-unknown = The browser does not say.
promise-given = The browser has agreed to keep what is stored: it does not clear it by itself.
promise-not-asked = The browser may clear what is stored when space runs short.
promise-refused = The browser was asked to keep what is stored and has not agreed. It may clear it when space runs short.
promise-none = The browser does not say whether it may clear what is stored.
promise-why = Browsers clear the data of sites that were not used for long when the disk is nearly full, and Safari does so for sites that were not opened for seven days of using it. They agree to keep it for sites that are used often, bookmarked or installed. Export a copy regularly in any case.
promise-ask = Ask the browser to keep it

# What was removed
removed = Removed material
removed-text = What you delete can be taken back, so it is still stored: for undo, in saved states, in restore points, and by name in the history. Where it must not be kept, as after a participant withdraws, remove it for good.
removed-none = Nothing that was removed is still stored, as far as undo and restore points go.
removed-documents = { $n ->
        [one] { $n } document: { $names }
       *[other] { $n } documents: { $names }
    }
removed-folders = { $n ->
        [one] { $n } folder: { $names }
       *[other] { $n } folders: { $names }
    }
removed-codes = { $n ->
        [one] { $n } code: { $names }
       *[other] { $n } codes: { $names }
    }
removed-quotations = { $n ->
        [one] { $n } quotation with its comments
       *[other] { $n } quotations with their comments
    }
removed-wordings = { $n ->
        [one] { $n } earlier name, comment or definition
       *[other] { $n } earlier names, comments or definitions
    }
removed-corrected = { $n ->
        [one] What { $n } document said before it was corrected, or after a correction that was undone: { $names }
       *[other] What { $n } documents said before they were corrected, or after corrections that were undone: { $names }
    }
removed-originals = { $n ->
        [one] The original file of { $n } document: { $names }
       *[other] The original files of { $n } documents: { $names }
    }
removed-memos = { $n ->
        [one] { $n } memo, or earlier words of it: { $names }
       *[other] { $n } memos, or earlier words of them: { $names }
    }
removed-points = { $n ->
        [one] { $n } restore point holds some of it
       *[other] { $n } restore points hold some of it
    }
removed-more = { $names } · and { $n } more
purge-ask = Remove for good…
purge-title = Remove for good what was removed?
purge-loses = What was deleted, and every earlier wording, goes from everything that this browser stores of the project. The project as it is stays. With it goes:
purge-loses-undo = everything that can be undone or done again
purge-loses-points = { $n ->
        [0] no restore point
        [one] { $n } restore point, which holds some of it
       *[other] { $n } restore points, which hold some of it
    }
purge-loses-corrected = { $n ->
        [one] of { $n } corrected document, the record of its corrections and the text as imported
       *[other] of { $n } corrected documents, the record of their corrections and the texts as imported
    }
purge-loses-originals = { $n ->
        [one] the original file of { $n } document, which was removed or holds what was corrected
       *[other] the original files of { $n } documents, which were removed or hold what was corrected
    }
purge-loses-names = in the history, names that nothing bears any more: they become […]
purge-codes =
    { $n ->
        [one] Remove this code with it as well?
       *[other] Remove any of these { $n } codes with it as well?
    }
purge-codes-text = No quotation has them. A code that was named in vivo keeps the words of the participant as its name: tick what must not stay.
purge-codes-all = All of them
purge-names-stay = What stays in the project keeps its wording: other names of codes, comments and definitions may still repeat what was said.
purge-beyond = This cannot be undone. It does not reach files that were exported or backed up before, other browsers and computers, or remains on the disk that only the operating system can overwrite.
purge-export-first = Export a copy first
purge-do = Remove for good
purge-done = { $n ->
        [0] What had been removed was removed for good
        [one] What had been removed was removed for good, with { $n } restore point
       *[other] What had been removed was removed for good, with { $n } restore points
    }

# The reminder
reminder-title = { $n ->
        [one] { $n } change since { $since } is in no exported file
       *[other] { $n } changes since { $since } are in no exported file
    }
reminder-why-evicted = They are only in this browser, which may clear what it stores when the disk is nearly full, or when this page was not opened for long. An exported copy is safe from that.
reminder-why-kept = They are only in this browser: if its data is cleared or the computer is lost, they are gone.
reminder-export = Export them now
reminder-later = Remind me in a week
backup-incomplete =
    { $n ->
        [one] a text cannot be read just now, and the file would lose it
       *[other] { $n } texts cannot be read just now, and the file would lose them
    }
