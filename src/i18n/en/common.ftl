# Words used on every screen.
app-name = Emic
app-tagline = Qualitative coding in your browser

# Actions
ok = OK
cancel = Cancel
close = Close
save = Save
apply = Apply
add = Add
create = Create
rename = Rename
edit = Edit
delete = Delete
delete-for-good = Delete for good
remove = Remove
duplicate = Duplicate
move = Move
move-up = Move up
move-down = Move down
merge = Merge
split = Split
open = Open
back = Back
next = Next
previous = Previous
done = Done
continue = Continue
retry = Try again
reset = Reset
clear = Clear
copy = Copy
paste = Paste
undo = Undo
undo-later = Other changes were made since then. Use Undo in the header, step by step.
not-copied = The browser does not allow copying here. Select the words and copy them yourself.
redo = Redo
undo-what = Undo: { $what }
redo-what = Redo: { $what }
search = Search
filter = Filter
sort = Sort
sort-by = Sort by
import = Import
export = Export
download = Download
choose-file = Choose a file
choose-files = Choose files
more-actions = More actions
more-actions-for = More actions for { $name }
show = Show
hide = Hide
show-all = Show all
show-more = Show more
expand = Expand
collapse = Collapse
expand-all = Expand all
collapse-all = Collapse all
select = Select
select-all = Select all
select-none = Select none
dismiss = Dismiss
help = Help
details = Details
settings = Settings
keyboard-shortcuts = Keyboard shortcuts
print = Print

# States
loading = Loading…
working = Working…
saving = Saving…
saved = Saved
saved-in-browser = Saved in this browser only
not-saved = Not saved
read-only = Read only
locked = Locked
never = Never
none = None
all = All
unknown = Unknown
optional = optional
required = required
yes = Yes
no = No
on = On
off = Off
untitled = Untitled
nothing-found = Nothing found
nothing-leaves = Nothing leaves this browser
undone = Undone: { $what }
redone = Redone: { $what }
progress-percent = { NUMBER($share, style: "percent", maximumFractionDigits: 0) }
n-selected =
    { $n ->
        [0] None selected
        [one] { $n } selected
       *[other] { $n } selected
    }
n-results =
    { $n ->
        [0] No results
        [one] { $n } result
       *[other] { $n } results
    }
n-of-total = { $n } of { $total }

# Counts in the field's terms
projects-count =
    { $n ->
        [one] { $n } project
       *[other] { $n } projects
    }
documents-count =
    { $n ->
        [one] { $n } document
       *[other] { $n } documents
    }
folders-count =
    { $n ->
        [one] { $n } folder
       *[other] { $n } folders
    }
quotations-count =
    { $n ->
        [one] { $n } quotation
       *[other] { $n } quotations
    }
codings-count =
    { $n ->
        [one] { $n } coding
       *[other] { $n } codings
    }
codes-count =
    { $n ->
        [one] { $n } code
       *[other] { $n } codes
    }
memos-count =
    { $n ->
        [one] { $n } memo
       *[other] { $n } memos
    }
coders-count =
    { $n ->
        [one] { $n } coder
       *[other] { $n } coders
    }
cases-count =
    { $n ->
        [one] { $n } case
       *[other] { $n } cases
    }
paragraphs-count =
    { $n ->
        [one] { $n } paragraph
       *[other] { $n } paragraphs
    }
words-count =
    { $n ->
        [one] { $n } word
       *[other] { $n } words
    }
characters-count =
    { $n ->
        [one] { $n } character
       *[other] { $n } characters
    }
comments-count =
    { $n ->
        [one] { $n } comment
       *[other] { $n } comments
    }

# Names of things
project = Project
projects = Projects
document = Document
documents = Documents
folder = Folder
quotation = Quotation
quotations = Quotations
code = Code
codes = Codes
codebook = Codebook
coding = Coding
codings = Codings
category = Category
subcategory = Subcategory
theme = Theme
memo = Memo
comment = Comment
coder = Coder
case = Case
cases = Cases
history = History
name = Name
title = Title
description = Description
definition = Definition
date = Date
colour = Colour
level = Level

# Navigation and landmarks
skip-to-content = Skip to the content
nav-project = Project
nav-start = All projects
nav-read = Read and code
nav-codebook = Codebook
nav-retrieve = Retrieve
nav-history = History
open-navigation = Open navigation
close-navigation = Close navigation
open-details = Open details
close-details = Close details
resize-panes = Resize the panes
notifications = Notifications

# Preferences
appearance = Appearance
theme-auto = As the system
theme-light = Light
theme-dark = Dark
theme-contrast = High contrast
colour-theme = Colour theme
colour-theme-is = Colour theme: { $theme }
text-size = Text size
text-smaller = Smaller text
text-larger = Larger text
text-size-percent = Text size { NUMBER($share, style: "percent", maximumFractionDigits: 0) }
measure = Line length
measure-narrow = Short lines
measure-normal = Medium lines
measure-wide = Long lines
language = Language
language-is = Language: { $language }

# The eight colours of codes: name, and the shape drawn with it
hue-1 = Blue
hue-2 = Orange
hue-3 = Green
hue-4 = Purple
hue-5 = Ochre
hue-6 = Slate
hue-7 = Red
hue-8 = Indigo
choose-colour = Choose a colour
colour-is = Colour: { $name }

# The tree
tree-dragging = Moving { $name }. Drop it before, inside or after another.
tree-moved-before = { $name } moved before { $target }
tree-moved-inside = { $name } moved into { $target }
tree-moved-after = { $name } moved after { $target }
tree-cannot-move = { $name } cannot be moved further
tree-move-cancelled = Move cancelled
