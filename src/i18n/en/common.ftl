# Words used on every screen.
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
delete = Delete
remove = Remove
duplicate = Duplicate
move = Move
open = Open
back = Back
done = Done
retry = Try again
clear = Clear
copy = Copy
paste = Paste
undo = Undo
redo = Redo
undo-later = Other changes were made since then. Use Undo in the header, step by step.
not-copied = The browser does not allow copying here. Select the words and copy them yourself.
search = Search
filter = Filter
import = Import
choose-files = Choose files
more-actions-for = More actions for { $name }
show-more = Show more
select = Select
select-none = Select none
dismiss = Dismiss
details = Details
keyboard-shortcuts = Keyboard shortcuts

# States
loading = Loading…
working = Working…
read-only = Read only
locked = Locked
none = None
all = All
unknown = Unknown
required = required
yes = Yes
no = No
off = Off
untitled = Untitled
nothing-found = Nothing found
empty-read-only = The project is open for writing in another tab. What is done there appears here; to go on here, take it over.
nothing-leaves = Nothing leaves this browser
undone = Undone: { $what }
redone = Redone: { $what }
n-selected =
    { $n ->
        [0] None selected
        [one] { $n } selected
       *[other] { $n } selected
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
quotations-count =
    { $n ->
        [one] { $n } quotation
       *[other] { $n } quotations
    }
codes-count =
    { $n ->
        [one] { $n } code
       *[other] { $n } codes
    }
words-count =
    { $n ->
        [one] { $n } word
       *[other] { $n } words
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
theme = Theme
coder = Coder
history = History
name = Name
title = Title
definition = Definition
colour = Colour

# Navigation and landmarks
skip-to-content = Skip to the content
nav-project = Project
nav-start = All projects
nav-read = Read and code
nav-codebook = Codebook
nav-history = History
open-navigation = Open navigation
open-details = Open details
resize-panes = Resize the panes
notifications = Notifications

# Preferences
appearance = Appearance
theme-auto = As the system
theme-light = Light
theme-dark = Dark
theme-contrast = High contrast
colour-theme = Colour theme
text-smaller = Smaller text
text-larger = Larger text
text-size-percent = Text size { NUMBER($share, style: "percent", maximumFractionDigits: 0) }
measure-narrow = Short lines
measure-normal = Medium lines
measure-wide = Long lines
language = Language

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

# The tree
tree-moved-before = { $name } moved before { $target }
tree-moved-inside = { $name } moved into { $target }
tree-moved-after = { $name } moved after { $target }
tree-cannot-move = { $name } cannot be moved further

# A newer version of the app
update-label = New version
update-ready = A new version of Emic is ready. Your work is saved before it starts.
update-now = Update now
update-later = Later
