# What is saved, where, and what to do when it cannot be.

# The save indicator
save-saving = Saving…
save-saved = Saved
save-read-only = Read only
save-not-kept = Not kept
save-failed-full = Not saved: no space left
save-failed = Not saved
save-details = Saved work and exports
save-all-saved = Every change is saved in this browser as you make it.
save-being-saved = The last change is being written. “Saved” appears once it is on the disk.
save-only-here = It is in this browser only. If the browser’s data is cleared or the computer is lost, it is gone, unless you have exported it.
save-exported = Last exported: { $date }
save-never-exported = Never exported
save-export-now = Export now
save-nothing-leaves-text = Emic has no server and no account. This page cannot open any connection once it has loaded: nothing leaves this browser, unless you export it yourself. Only the files of Emic itself are kept here, so that it opens without a network, and looked up for a newer version when you open the page.

# What projects are kept in
kept-indexeddb = Kept in this browser’s database (IndexedDB)
kept-localstorage = Kept in this browser’s small storage (localStorage, about 5 MB)
kept-memory = Kept in memory only, until this page is closed
kept-export-reminder = A browser’s storage is no archive: export your projects from time to time.

# Banners about storage
banner-small-title = Only about 5 MB can be kept
banner-small = This browser offers no database to Emic, so projects go into its small storage (localStorage). That is enough for a few interviews. Export often, and use an ordinary window of a current browser for larger projects.
banner-memory-title = Nothing can be kept in this browser
banner-memory = Storage is blocked, as in some private windows or by a setting that blocks site data. You can work, but everything is gone when this page is closed. Export before you close it, or open Emic in an ordinary window, or allow site data for this page.
banner-left-title = “{ $title }” is not saved yet
banner-full-title = Not saved: there is no space left
banner-full = The browser’s storage, or the disk, is full. What you did since is only in this page’s memory. Export it now, then free space and try again. Do not close this page before that.
banner-failed-title = Not saved
banner-failed = The last changes could not be written ({ $cause }). They are only in this page’s memory. Export now, then try again. Do not close this page before that.
banner-program-failed = Emic has failed on this page, so nothing more is written, lest it be wrong. Export what is in memory, then reload this page: all that was called saved is there.
banner-closed-title = Not saved: a newer version of Emic is open
banner-closed = Another tab with a newer version of Emic has taken over the storage. Export what is not saved yet, then reload this page.
banner-try-again = Try again
banner-read-only-title = Read only
banner-read-only = This project is open in another tab or window, and only one can change it at a time. What is done there appears here as soon as it is written.
banner-lost-title = Not saved: another tab took this project over
banner-lost = Another tab took this project before your last changes were written. They are only in this page’s memory. Export now, so that they are in a file; reloading this page shows the project as it is stored, without them.
take-over = Take over
take-over-asking = The other tab is asked to save everything and to hand the project over…
take-over-refused = The other tab cannot save what was done last, so it keeps the project. Look there: it says what is wrong, and can export.
take-over-no-answer = The other tab does not answer. It may be busy, or have stopped.
take-over-anyway = Take over anyway
take-over-anyway-title = Take the project from the other tab?
take-over-anyway-text = Everything that was saved there is here. If the last few seconds were not saved yet, they stay in the other tab’s memory, from where they can be exported as long as it is open.
tab-handed-over = Another tab has taken this project over. Here you can go on reading.
banner-reload = Reload

# What opening a project found
recovery-title = Parts of this project had to be recovered
recovery-lost =
    { $n ->
        [one] { $n } change could not be read back and is lost. It was probably being written when the browser or the computer stopped.
       *[other] { $n } changes could not be read back and are lost. They were probably being written when the browser or the computer stopped.
    }
recovery-older = The newest saved state was damaged. The one before it was taken, and what was done since was done again on top of it.
recovery-documents =
    { $n ->
        [one] What was stored of one document is damaged: it is lost, with its quotations.
       *[other] What was stored of { $n } documents is damaged: they are lost, with their quotations.
    }
recovery-quotations =
    { $n ->
        [one] The quotations of one document are lost, with their codes and comments: { $titles }. If you have exported the project, that file has them.
       *[other] The quotations of { $n } documents are lost, with their codes and comments: { $titles }. If you have exported the project, that file has them.
    }
recovery-quotations-too =
    { $n ->
        [one] The list of quotations of a lost document is damaged as well.
       *[other] The lists of quotations of { $n } lost documents are damaged as well.
    }
recovery-history = A part of the history is lost: some of what was done is not in the list any more.
recovery-undo = The list of steps that can be undone was lost.
recovery-undo-whole = The list of steps that can be undone was lost. The project itself is whole.
recovery-texts =
    { $n ->
        [one] The text of one document is missing: { $titles }. Its quotations are there.
       *[other] The texts of { $n } documents are missing: { $titles }. Their quotations are there.
    }
recovery-issues =
    { $n ->
        [one] { $n } thing did not fit together and was set right:
       *[other] { $n } things did not fit together and were set right:
    }

# What was kept in the small storage is carried over into the database
kept-both-name = { $title } (from the file)
carried-name = { $title } (kept apart)
carried-beside-title = Two versions of the same project
carried-beside =
    { $n ->
        [one] While the browser’s database could not be used, work went into its small storage. There is a project in both, each with changes that the other has not. Both are here; that from the small storage is called: { $titles }
       *[other] While the browser’s database could not be used, work went into its small storage. { $n } projects are in both, each with changes that the other has not. All are here; those from the small storage are called: { $titles }
    }
carried-failed-title =
    { $n ->
        [one] A project could not be taken over from the browser’s small storage; it stays there
       *[other] { $n } projects could not be taken over from the browser’s small storage; they stay there
    }

# Opening a project
open-loading = Opening the project…
open-missing-title = This project is not in this browser
open-missing = It may have been deleted, or be in another browser or on another computer. If you have its project file, import it on the start page.
open-failed-title = The project could not be opened
open-to-start = Go to all projects

# Why storage does not work
storage-full = There is no space left: the browser’s storage or the disk is full. Delete what you no longer need, or free space on the disk, and try again.
storage-blocked = The browser does not let Emic store anything, or another tab stands in the way. Close other tabs of Emic, allow site data for this page, and try again.
storage-taken-over = Another tab has taken this project over. Open it again to see what is stored.
storage-closed = A newer version of Emic, open in another tab, has taken over the storage. Reload this page.
storage-other = The browser’s storage failed ({ $cause }). Try again; if it fails again, restart the browser.
shelf-missing = This project is not in this browser any more.
shelf-newer = A newer version of Emic wrote what is stored here (it needs version { $needs }; this one knows version { $has }). Reload this page to get the newer version.
shelf-damaged = What is stored of this project is damaged beyond what Emic can put together. It was left as it is. If you have exported the project, import that file.
in-other-tab = This project is open in another tab or window. Close it there first.
text-missing = The text is not in this browser’s storage.

# Who is coding
coder-title = Who is coding?
coder-text = Every quotation, code and comment carries a name, so that later all can see whose it is.
coder-choose = Someone who codes in this project
coder-new = Someone new
coder-new-name = Name or initials
coder-start = Start coding
coder-is = Coder: { $name }
coder-change = Someone else is coding…
coder-rename = Rename { $name }…
coder-rename-title = Rename coder
coder-now = { $name } is coding now

# The header
header-undo = Undo: { $what }
header-redo = Redo: { $what }
header-undo-nothing = Nothing to undo
header-redo-nothing = Nothing to redo
header-rename = Rename project { $title }
header-more-steps = { $what } and { $n ->
        [one] { $n } more
       *[other] { $n } more
    }

# What a step did, for undo and redo: “Undo: …”, “Undone: …”
did-project-renamed = project renamed to “{ $new }”
did-coder-added = coder “{ $coder }” added
did-coder-renamed = coder renamed to “{ $new }”
did-folder-added = folder “{ $folder }” created
did-folder-renamed = folder renamed to “{ $new }”
did-folder-moved = folder “{ $folder }” moved
did-folder-deleted = folder “{ $folder }” deleted
did-document-added = document “{ $document }” added
did-document-renamed = document renamed to “{ $new }”
did-document-kind-set = type of “{ $document }” set
did-document-moved = document “{ $document }” moved
did-original-removed = original file of “{ $document }” removed
did-document-deleted = document “{ $document }” deleted
did-text-edited = text of “{ $document }” corrected
did-document-case-set = case of “{ $document }” set
did-parts-set = parts of “{ $document }” set
did-turns-set = speakers of “{ $document }” set
did-speaker-renamed = speaker renamed to “{ $new }”
did-speaker-role-set = part of “{ $speaker }” set
did-speaker-case-set = case of “{ $speaker }” set
did-speakers-merged = “{ $old }” merged into “{ $new }”
did-turns-matched = what is asked in turns
did-case-added = case “{ $case }” created
did-case-renamed = case renamed to “{ $new }”
did-case-moved = case “{ $case }” moved
did-case-deleted = case “{ $case }” deleted
did-attribute-added = attribute “{ $attribute }” created
did-case-value-set = “{ $attribute }” of “{ $case }” set
did-case-values-set = values of cases set
did-attribute-renamed = attribute “{ $old }” renamed
did-attribute-changed = attribute “{ $attribute }” changed
did-attribute-moved = attribute “{ $attribute }” moved
did-attribute-deleted = attribute “{ $attribute }” deleted
did-consent-set =
    { $consent ->
       *[other] consent of “{ $case }” set
        [withdrawn] “{ $case }” withdrawn
    }
did-referrer-set = referrer of “{ $case }” set
did-passage-consent-set = consent for a passage set
did-question-added = question added to the guide
did-question-reworded = question of the guide reworded
did-question-moved = question of the guide moved
did-question-deleted = question taken out of the guide
did-code-added = code “{ $code }” created
did-code-renamed = code renamed to “{ $new }”
did-code-recoloured = colour of “{ $code }” changed
did-code-defined = “{ $code }” described
did-code-moved = code “{ $code }” moved
did-code-deleted = code “{ $code }” deleted
did-quotation-marked = quotation marked
did-quotation-resized = quotation resized
did-quotation-commented = comment on a quotation
did-quotation-deleted = quotation deleted
did-code-applied = code “{ $code }” applied
did-coding-removed = code “{ $code }” removed from a quotation
did-coding-commented = comment on the code “{ $code }”
did-memo-added = memo “{ $memo }” written
did-memo-renamed = memo renamed to “{ $new }”
did-memo-changed = memo “{ $memo }” changed
did-memo-written = words of the memo “{ $memo }” changed
did-memo-deleted = memo “{ $memo }” deleted
did-quotations-linked = quotations linked
did-link-relation-set = relation of quotations changed
did-link-deleted = link of quotations removed
did-print-set = printed wording changed
did-print-cleared = quotation printed word by word again
did-attribution-set = attribution changed
did-theme-added = theme “{ $theme }” made
did-theme-renamed = theme renamed to “{ $new }”
did-theme-changed = theme “{ $theme }” changed
did-theme-moved = theme “{ $theme }” moved
did-theme-deleted = theme “{ $theme }” deleted
did-quotation-chosen = quotation chosen for “{ $theme }”
did-quotation-unchosen = quotation taken off “{ $theme }”
did-chosen-moved = quotation moved in “{ $theme }”
did-used-in-paper = quotation marked for the paper
did-not-used-in-paper = quotation no longer marked for the paper
did-project-restored = an earlier state restored
did-material-purged = removed for good
did-code-field-set = codebook entry of “{ $code }” changed
did-codes-merged = codes merged into “{ $code }”
did-codings-moved = quotations sorted from “{ $old }” into “{ $new }”
did-levels-set = levels of codes set
did-version-kept = version “{ $version }” of the codebook kept
did-version-renamed = version of the codebook renamed to “{ $new }”
did-version-removed = version “{ $version }” of the codebook deleted
did-quotation-field-set = condensed wording or interpretation changed
did-coding-weighed = weight of “{ $code }” changed
did-something = last change
