# Messages of this area: documents.
documents-import = Bring text in
documents-new-folder = New folder
documents-find = Find a document
documents-empty-read-only = No documents yet
documents-empty-title = Bring in your first text
documents-empty-text = A transcript, notes or an article, from a file or pasted. It stays in this browser.
documents-rename = Rename…
documents-set-kind = Kind…
documents-move-to = Move to a folder…
documents-compare = Compare with the text as imported…
documents-original-save = Save the original file…
documents-original-remove = Remove the original file
documents-original-removed = Original file removed
documents-original-kept = original kept ({ $size })
documents-original-elsewhere = original not in this browser
documents-original-missing = The original file of “{ $name }” is not in this browser: project files do not hold original files. It may be in the browser in which it was brought in.
documents-original-withdrawn = The file holds words that are withdrawn, so it is not handed over. Take the withdrawal back first, or remove the words for good: the file goes with them.
documents-delete = Delete…
documents-delete-folder = Delete the folder…

# Kinds of material
documents-kind = Kind
documents-kind-interview = Interview
documents-kind-focus-group = Focus group
documents-kind-field-note = Field note
documents-kind-article = Article
documents-kind-survey = Survey
documents-kind-other = Other

# Questions before something is done
documents-rename-title = Rename the document
documents-rename-folder-title = Rename the folder
documents-set-kind-title =
    { $n ->
        [one] What kind of material is it?
       *[other] What kind of material are these { $n } documents?
    }
documents-move-title =
    { $n ->
        [one] Move the document to a folder
       *[other] Move { $n } documents to a folder
    }
documents-no-folder = No folder
documents-delete-title = Delete “{ $name }”?
documents-delete-many-title =
    { $n ->
        [one] Delete { $n } document?
       *[other] Delete { $n } documents?
    }
documents-delete-loss =
    { $n ->
        [0] No quotations are lost: there are none in it.
        [one] { $n } quotation goes with it, with its codes and comments.
       *[other] { $n } quotations go with it, with their codes and comments.
    }
documents-delete-undo = You can undo this. The history keeps that it was done. What must not be kept can be removed for good under Backups.
documents-delete-folder-title = Delete the folder “{ $name }”?
documents-delete-folder-text = Nothing in it is lost: its documents and folders move up to where the folder is now.

# What was done
documents-renamed = Renamed to “{ $name }”
documents-folder-made = Folder “{ $name }” made
documents-folder-deleted = Folder “{ $name }” deleted
documents-kind-set =
    { $n ->
        [one] Kind set: { $kind }
       *[other] Kind of { $n } documents set: { $kind }
    }
documents-moved =
    { $n ->
        [one] Document moved
       *[other] { $n } documents moved
    }
documents-deleted =
    { $n ->
        [one] Document deleted
       *[other] { $n } documents deleted
    }

# The list
documents-shown = { $n } of { $total ->
        [one] { $total } document
       *[other] { $total } documents
    }
documents-outside =
    { $n ->
        [one] { $n } outside what you look at
       *[other] { $n } outside what you look at
    }
documents-is-outside = (outside what you look at)
documents-filter = Filter by title or file name
documents-all-kinds = All kinds
documents-none-match = No document matches
documents-none-match-text = Other words, or another kind, may find it.
documents-show-all = Show all documents
documents-column-words = Words
documents-column-added = Added
documents-column-actions = Actions
documents-sort-by = Sort by
documents-sort-order = In the project’s order
documents-select-one = Select { $name }
documents-select-shown = Select all that are shown
documents-with-selected = With those selected
documents-added-by = { $date }, { $coder }
documents-drop = Drop to bring the text in
documents-drop-hint = Or drop files anywhere on this page.

# Compared with the text as imported
documents-compare-title = Compared with the text as imported
documents-compare-same = The text is exactly as it was imported.
documents-compare-count =
    { $n ->
        [one] { $n } change was made to the imported text, each listed with what stood there.
       *[other] { $n } changes were made to the imported text, each listed with what stood there.
    }
documents-corrections =
    { $n ->
        [one] { $n } correction of the text
       *[other] { $n } corrections of the text
    }
documents-correction-before = Before
documents-correction-after = After
documents-compare-since = The text now, compared with the text as imported
documents-compare-source = Imported from { $file }
documents-compare-pasted = Imported from pasted text
documents-compare-before = As imported
documents-compare-after = In the document
documents-compare-removed = Removed
documents-compare-joined = Lines joined
documents-compare-inserted = Added
documents-compare-replaced = Changed
documents-compare-nothing = nothing
documents-compare-failed = The imported text cannot be read: { $why }
documents-compare-unreadable = The changes do not fit the imported text, so they cannot be shown.
