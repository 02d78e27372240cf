# Messages of this area: the codebook's sheets, levels, versions, rework, board and content table.
book-kept = Codebook entry of “{ $name }” kept
book-full = In full
book-use-when = When to use it
book-not-when = When not to use it
book-definition-hint = In a sentence or two: it is shown while coding.
book-full-hint = As the codebook of the paper will have it.
book-not-said = Not said
book-level = Level
book-status = Status
book-status-draft = Draft
book-status-in-use = In use
book-status-final = Final
book-status-retired = Retired
book-origin = Origin
book-origin-data = From the data
book-origin-given = Given in advance
book-key = Key
book-key-hint = A letter or digit that applies it in the text.
book-key-is-the-apps = { $key } is taken: { $does }. Choose another letter or a digit.
book-key-moves = it moves or selects in the text
book-also = Also listed under
book-also-choose = List it under another code as well…
book-also-add = List it under another code as well
book-also-remove = No longer list it under “{ $name }”
book-listed = Listed here as well; its own place is elsewhere
book-examples = Examples
book-examples-none = None yet. Open a quotation’s “why” beside the text, or its menu in the list of quotations, and make it an example.
book-examples-typical = Typical
book-examples-borderline = Borderline
book-example-typical = Typical example of “{ $name }”
book-example-borderline = Borderline example of “{ $name }”
book-example-make-typical = Make it a typical example
book-example-make-borderline = Make it a borderline example
book-example-remove = No longer an example
book-example-menu = Example of a code
book-example-typical-said = Typical example of “{ $name }” kept
book-example-borderline-said = Borderline example of “{ $name }” kept
book-example-gone-said = No longer an example of “{ $name }”
book-weight = Weight
book-weight-hint = How much it holds here: 0 to 100.
book-weight-kept = Weight kept
book-weight-is = Weight { $n }.
book-content = Condensed wording, interpretation
book-condensed = Condensed wording
book-interpretation = Interpretation
book-content-kept = Kept

# Former wordings
book-former =
    { $n ->
        [one] { $n } earlier wording
       *[other] { $n } earlier wordings
    }
book-former-why = Why it was changed
book-former-forget = Forget this wording
book-former-forgotten = An earlier wording of “{ $name }” forgotten

# Levels
levels-open = Levels…
levels-title = Levels of codes
levels-text = What you call the levels of your codebook, the widest first. Give each code its level in its sheet, or to several at once.
levels-preset = Begin with
levels-preset-choose = Choose a set of names…
levels-preset-codes = Code, subcategory, category, theme
levels-preset-content = Meaning unit, condensed meaning unit, code, category, theme
levels-preset-thematic = Code, subtheme, theme
level-meaning-unit = Meaning unit
level-condensed = Condensed meaning unit
level-subtheme = Subtheme
levels-name = Name of level { $n }
levels-new = new level
levels-add = Add a level
levels-wider = Move “{ $name }” up
levels-narrower = Move “{ $name }” down
levels-remove = Remove “{ $name }”
levels-kept = Levels kept

# Several at once
bulk-begin = Choose several
bulk-title =
    { $n ->
        [one] { $n } code chosen
       *[other] { $n } codes chosen
    }
bulk-none = Tick codes in the tree
bulk-none-text = Press a code, or Space on it. What you choose here is then done with all of them at once.
bulk-choose = Choose…
bulk-move = Put under
bulk-done =
    { $n ->
        [one] { $n } code changed
       *[other] { $n } codes changed
    }
bulk-moved =
    { $n ->
        [one] { $n } code moved
       *[other] { $n } codes moved
    }
bulk-deleted =
    { $n ->
        [one] { $n } code deleted
       *[other] { $n } codes deleted
    }
bulk-delete-title =
    { $n ->
        [one] Delete { $n } code?
       *[other] Delete { $n } codes?
    }
bulk-delete-codings =
    { $n ->
        [one] It is taken off in { $n } place. The quotation itself stays.
       *[other] They are taken off in { $n } places. The quotations themselves stay.
    }
bulk-end = Done

# Merging
merge = Merge
merge-open = Merge into one…
merge-into-menu = Merge into another…
merge-title = Merge codes into one
merge-title-one = Merge “{ $name }” into another code
merge-into = Into
merge-stays = Which one stays
merge-choose = Choose a code…
merge-happens = What happens
merge-and = , 
merge-goes = { $names } → { $name }
merge-quotations =
    { $n ->
        [one] { $n } quotation gets “{ $name }” in place of what it had, with its comment and weight.
       *[other] { $n } quotations get “{ $name }” in place of what they had, with their comments and weights.
    }
merge-together =
    { $n ->
        [one] { $n } quotation will have it in all.
       *[other] { $n } quotations will have it in all.
    }
merge-both =
    { $n ->
        [one] { $n } of them has more than one of these codes: there the comments are put together and the higher weight stays.
       *[other] { $n } of them have more than one of these codes: there the comments are put together and the higher weight stays.
    }
merge-children =
    { $n ->
        [one] { $names } comes below “{ $name }”.
       *[other] These come below “{ $name }”: { $names }.
    }
merge-examples =
    { $n ->
        [one] { $n } example comes along.
       *[other] { $n } examples come along.
    }
merge-texts-join = Definitions and instructions are added to those of “{ $name }”; its wording before is kept among the earlier ones.
merge-texts-go = Only what “{ $name }” says stays; the definitions of the others go.
merge-join = Put the definitions together
merge-why = Why (kept with the earlier wording)
merge-done =
    { $n ->
        [one] { $n } code merged into “{ $name }”
       *[other] { $n } codes merged into “{ $name }”
    }

# Splitting
split-menu = Split…
split-title = Split “{ $name }”
split-text = Go through its quotations and sort each into another code. Nothing changes before you carry it out, and what you do not sort stays where it is.
split-keys = Keys on the quotation: 1 to 9 sort it into a code and go on (with Shift: and stay), 0 leaves it where it is, arrows go back and forth.
split-previous = Previous
split-next = Next
split-bins = Sort into
split-new = new
split-remove = Remove “{ $name }” again
split-add = Name of a new code
split-add-do = Add
split-choose = Add a code that is there…
split-beside = New codes stand beside “{ $name }”, not below it
split-stays = Stays in “{ $name }”
split-said = Into “{ $name }”
split-said-out = No longer into “{ $name }”
split-said-stays = Stays
split-do =
    { $n ->
        [one] Sort { $n } quotation
       *[other] Sort { $n } quotations
    }
split-done =
    { $n ->
        [one] { $n } quotation sorted out of “{ $name }”
       *[other] { $n } quotations sorted out of “{ $name }”
    }
split-nothing = “{ $name }” has no quotation of its own

# The sorting board
board = Sorting board
board-codes = Codes in their groups
board-quotations = Quotations of “{ $name }”
board-back = All codes
board-how = Space or Enter takes the card up. Then arrow keys choose a group, Space or Enter puts it there, and Escape leaves it where it was.
board-text = Drag codes into groups, and groups into groups: what stands under what in the codebook is the same thing. By keys: Space takes a card up, arrows choose the group, Space puts it down. With a finger: touch a card, then its group.
board-text-quotations = Drag quotations from one code into another. By keys: Space takes a card up, arrows choose the group, Space puts it down. With a finger: touch a card, then its group.
board-none-text = Make codes first; then sort them here.
board-new-group = New group
board-as-group = Make “{ $name }” a group
board-sort = Sort the quotations of “{ $name }”
board-open = Open in “{ $document }”
board-top = In no group
board-empty = Nothing in it yet
board-taken = “{ $name }” taken up. Arrow keys choose a group, Space puts it there, Escape leaves it.
board-left = “{ $name }” left where it was
board-moved = “{ $name }” put into “{ $group }”
board-sorted = Sorted into “{ $group }”
board-rest =
    { $n ->
        [one] and { $n } more
       *[other] and { $n } more
    }

# Versions
versions = Versions
versions-keep = Keep this version…
versions-text = How the codebook stands now, under a name, such as “v2 after pilot”.
versions-none = No version kept yet
versions-none-text = Keep one before you rework the codebook: later you can see what was added, removed, renamed, moved and redefined.
versions-edit = Name of the version
versions-name-example = v2 after pilot
versions-note = Note
versions-kept = Version “{ $name }” kept
versions-removed = Version “{ $name }” deleted
versions-rename = Change the name of “{ $name }”
versions-remove = Delete “{ $name }”
versions-compare = Compare
versions-before = Before
versions-after = After
versions-now = Now
versions-same = Nothing differs.
versions-count =
    { $n ->
        [one] { $n } code differs.
       *[other] { $n } codes differ.
    }
versions-added = added
versions-gone = removed
versions-renamed = renamed
versions-moved = moved
versions-relevelled = other level
versions-redefined = redefined
versions-from-to = “{ $old }” became “{ $new }”
versions-moved-from-to = From “{ $old }” to “{ $new }”
versions-level-from-to = Level: “{ $old }” became “{ $new }”

# The table of content analysis
content = Content table
content-text = Condensed wording and interpretation can be written here. Levels are columns.
content-none-text = Mark and code passages first; each is a row here.
content-export = Export as CSV
content-code = Code
content-above = Stands under
content-again = One more code of row { $n }
content-condensed-of = Condensed wording, row { $n }
content-interpretation-of = Interpretation, row { $n }

# In and out
book-exchange = Export, import
book-import = Import from a table…
book-import-title = Import a codebook
book-import-columns = What the columns are
book-import-column = Column { $n }
book-import-named = The first row names the columns
book-import-ignore = Not wanted
book-import-name = Name of the code
book-import-do = Import
book-import-not = “{ $name }” is not a table that can be read here: CSV, Excel (.xlsx) or .ods is needed.
book-import-many = “{ $name }” has { $rows } rows; at most { $most } can be imported. Keep only the rows that are codes, and try again.
book-import-preview = What each row does
book-import-tally =
    { $n ->
        [0] No new code.
        [one] { $n } new code.
       *[other] { $n } new codes.
    }
book-import-nameless =
    { $n ->
        [one] { $n } row has no name and is passed over.
       *[other] { $n } rows have no name and are passed over.
    }
book-import-replace =
    { $n ->
        [one] Replace what { $n } code says otherwise
       *[other] Replace what { $n } codes say otherwise
    }
book-import-replace-hint = Otherwise only what is empty is filled. The wording before is kept either way.
book-import-there = there
book-import-same = there, the same
book-import-fills = Filled: { $texts }.
book-import-keeps = Stays as it is: { $texts }.
book-import-replaces = Replaced: { $texts }.
book-import-why = Imported
book-imported =
    { $n ->
        [0] Codebook imported
        [one] Codebook imported: { $n } new code
       *[other] Codebook imported: { $n } new codes
    }
book-export-typical = Typical examples
book-export-borderline = Borderline examples
book-export-left-out = Examples left out because their words may not be quoted
book-as-docx = Word (.docx)
book-as-xlsx = Excel (.xlsx)
book-export-failed = The file could not be made: the part of Emic that writes it is missing or failed. The other forms work without it.
