# The start page: the projects in this browser.
start-title = Your projects
start-new = New project
start-import = Import project file

# For a newcomer
start-welcome-title = Read closely, code with care.
start-welcome-text = Emic is for interviews, field notes and documents: mark passages, give them codes, build a codebook, and find every quotation again, in its place.
start-welcome-private = It runs wholly in this browser. There is no account and no server: nothing that you bring in leaves this computer.
start-steps = How to begin
start-step-create = Create a project
start-step-create-text = Give it a title, and say who is coding: a name or initials.
start-step-bring = Bring in your texts
start-step-bring-text = Interviews, field notes, articles, surveys: Word, PDF, subtitles, tables and more, or pasted.
start-step-code = Read and code
start-step-code-text = Select a passage, press a key, type a code. Every change is saved as you make it.
start-welcome-import = Do you have a project file from Emic already? Import it, or drop it anywhere on this page.
start-drop = Drop the project file to import it
start-drop-many = One project file at a time: only { $name } is imported.

# A project in the list
start-list = Projects in this browser
start-sorted = Last changed first
start-changed = Changed { $when }
start-exported = Exported { $when }
start-exported-stale = Exported { $when }, changed since
start-never-exported = Never exported
start-damaged = Parts of it cannot be read. Open it to see what can be saved.

# Dialogs
create-title = New project
create-name = Title of the project
create-name-hint = What you would call the study. It can be changed at any time.
create-name-example = Growing old in the hills
create-coder = Who is coding?
create-coder-hint = Your name or initials. Every quotation, code and comment carries it.
create-coder-missing = Enter a name or initials.
create-do = Create project
rename-project = Rename project
duplicate-project = Duplicate project
duplicate-hint = The copy stands for itself: what is changed in one is not changed in the other.
duplicate-name = { $title } (copy)
delete-project = Delete “{ $title }”?
delete-loses = { $documents } and { $quotations } will be removed from this browser, with their codes, comments, history, what can be undone, and all restore points. Nothing of the project stays in this browser’s storage, and this cannot be undone. Files that you have exported stay where they are.
delete-last = It is the last project here, so the name that you code under is forgotten as well. Language, colours and keys stay as you set them.
delete-loses-empty = The project has no documents and no quotations; codes that it may have go with it. This cannot be undone.
delete-never-exported = It was never exported: there is no copy of it elsewhere, unless you made one.
delete-stale = It was last exported on { $date } and has been changed since: what was done after that exists only here.
delete-current = It was exported on { $date } and has not been changed since. Keep that file if you may need it again.
delete-do = Delete project
delete-export-first = Export first
deleted = “{ $title }” was deleted
created = “{ $title }” was created
renamed = The project is now called “{ $title }”
duplicated = “{ $title }” was created as a copy

# Export
export-project = Export project (JSON)
export-working = Exporting “{ $title }”…
exported-as = Exported as { $name }. Look for it among your downloads.
export-failed = “{ $title }” could not be exported
export-text-missing =
    { $n ->
        [one] The text of one document cannot be found in this browser’s storage: { $titles }. The file has all its quotations, codes and comments; of the text it has only what the quotations hold.
       *[other] The texts of { $n } documents cannot be found in this browser’s storage: { $titles }. The file has all their quotations, codes and comments; of the texts it has only what the quotations hold.
    }
export-files-stay = The original files that are kept with documents are not in it; save each one from the menu of its document.
export-original-missing =
    { $n ->
        [one] One document is in the file as it is now, but its text as it was imported cannot be found any more: { $titles }.
       *[other] { $n } documents are in the file as they are now, but their texts as they were imported cannot be found any more: { $titles }.
    }
export-unwritable = The file could not be written ({ $cause }).

# Import of a project file
project-file-working = Reading { $name }…
project-file-saving = Saving “{ $title }”…
project-file-failed = { $name } could not be imported
project-file-conflict = You have “{ $title }” already
project-file-conflict-text = The file holds a copy of a project that is in this browser. What is to happen?
project-file-here = In this browser
project-file-in-file = In the file
project-file-replace = Replace mine with the file
project-file-replace-text = The file takes its place. What is in this browser now is kept as a restore point of the project, under Backups.
project-file-keep-both = Keep both
project-file-keep-both-text = The file becomes a project of its own; yours stays as it is.
project-file-done = “{ $title }” was imported
project-file-repaired = “{ $title }” was imported, and { $n ->
        [one] { $n } thing was set right
       *[other] { $n } things were set right
    }
project-file-repaired-text = Something in the file did not fit together. This was done about it; the file itself was not changed.
project-file-open = Open project

# What did not work
create-failed = The project could not be created
rename-failed = “{ $title }” could not be renamed
duplicate-failed = “{ $title }” could not be copied
delete-failed = “{ $title }” could not be deleted

# The sample study
sample-open = Open the sample study
sample-offer = To try things out or to teach:
sample-here = The sample study is here already
sample-here-text = You can go on with it as it is. Started afresh, it is as it was at first; what is in it now then stays only as a restore point of it, under Backups.
sample-open-it = Open it
sample-afresh = Start it afresh
sample-afresh-menu = Start afresh…
sample-afresh-done = The sample study is as it was at first
sample-working = The sample study is being opened…
sample-failed = The sample study could not be opened
sample-failed-text = It comes with the part of Emic that is loaded after the first page, and that part is not there. Check the connection, reload this page, and try again.
