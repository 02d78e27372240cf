# Cases, and the parts of documents that belong to them.
case = Case
cases = Cases
cases-none = No cases yet
cases-none-text = A case is one who, or what, is studied: a participant, a household, a clinic. Documents, parts of them and speakers can belong to it.
cases-new-name = Name of a new case
cases-add = Add a case
cases-added = Case “{ $case }” added
cases-rename = Rename “{ $case }”
cases-renamed = The case is now “{ $case }”
cases-delete = Delete “{ $case }”
cases-delete-title = Delete the case “{ $case }”?
cases-delete-text = What belongs to it belongs to no case then; no text and no quotation is lost. You can undo this.
cases-deleted = Case “{ $case }” deleted
cases-name-needed = A case needs a name.
cases-speakers-without = Speakers without a case
cases-of-speaker = Case of { $speaker } in { $document }
cases-new-of = New case “{ $name }”
cases-no-case = No case
cases-speaker-given = The case of “{ $speaker }” is set
cases-document-given = The document’s case is set
cases-choose-document = Choose a document
cases-give-document = Give a whole document to it
cases-whole = whole document
cases-part = part
cases-speaker = speaker { $speaker }
cases-take-document = “{ $document }” no longer belongs to it
cases-take-speaker = { $speaker } no longer belongs to it
cases-taken = Belongs to no case now
cases-nothing = Nothing belongs to it yet. Give it a document here, or a passage in the text.
cases-more-quotations =
    { $n ->
        [one] and { $n } more
       *[other] and { $n } more
    }

parts = Parts
parts-of = Cases in “{ $document }”
parts-whole = The whole document belongs to
parts-whole-hint = But for parts and speakers that have a case of their own.
parts-none = No passage belongs to a case of its own. Select words in the text to give them to a case, or split the text at its headings.
parts-remove = Remove the part of { $case }
parts-removed = Part removed
parts-give = Give to a case
parts-give-short = Give to a case…
parts-give-do = Give
parts-give-hint = One of your cases, or the name of a new one. Where it covers older parts, these give way.
parts-given = Given to “{ $case }”
parts-select-first = Select the words first
parts-split = Split at headings
parts-split-hint = Each section becomes a part of the case named with it. Leave out what belongs to none.
parts-split-nothing = Nothing in this text looks like a heading. Select a passage and give it to a case instead.
parts-split-do = Split
parts-split-done =
    { $n ->
        [one] { $n } part made
       *[other] { $n } parts made
    }
parts-section = { $n }. { $heading }
parts-section-case = Case of section { $n }
parts-bracket = Part of { $case }

# The sheet of cases, and their attributes.
cases-sheet = All cases
cases-table1 = Table 1
cases-recruitment = Recruitment
column-consent = Consent
column-referrer = Referred by
column-chain = Chain
column-wave = Wave
column-material = Material
sheet-details = Details of { $case }
sheet-edit = Value of { $case }
sheet-does-not-fit = Does not fit the kind of its column; it counts as unknown
sheet-read-only = This cell cannot be written into
sheet-set = Set
sheet-set-many =
    { $n ->
        [one] { $n } value set
       *[other] { $n } values set
    }
sheet-pasted =
    { $n ->
        [one] { $n } cell pasted
       *[other] { $n } cells pasted
    }
sheet-copied =
    { $n ->
        [one] { $n } cell copied
       *[other] { $n } cells copied
    }
sheet-left-out = { $n } pasted cells were left out: their columns cannot be written into.
sheet-sort-up = Sort ascending
sheet-sort-down = Sort descending
sheet-unsort = In the order of the cases
sheet-filter = Filter by value…
sheet-filter-title = Show cases by “{ $column }”
sheet-filter-all = All values
sheet-filter-do = Show
sheet-no-value = (nothing)
sheet-value = { $value } ({ $n })
sheet-filtered = Filtered by
sheet-unfilter = No longer filter by { $column }
sheet-find = Find in the cases
sheet-count =
    { $n ->
        [one] { $n } of { $all } cases
       *[other] { $n } of { $all } cases
    }
sheet-unfit =
    { $n ->
        [one] { $n } value does not fit its column
       *[other] { $n } values do not fit their columns
    }
sheet-keys = Enter or F2 edits, Shift and arrows select, Ctrl+C and Ctrl+V exchange with a spreadsheet, Ctrl+D fills down, Alt+Enter shows details.
attribute-new = New attribute
attribute-of = Attribute “{ $attribute }”
attribute-edit = Name, kind and choices…
attribute-name = Name
attribute-name-needed = An attribute needs a name.
attribute-kind = Kind
attribute-kind-hint = Values stay as they are written; those that do not fit are marked.
attribute-choices = Choices
attribute-choices-hint = One a line, in the order in which tables show them.
attribute-set = Attribute “{ $attribute }” set
attribute-moved = Column moved
attribute-before = Move back
attribute-after = Move on
attribute-delete = Delete “{ $attribute }”…
attribute-delete-title = Delete the attribute “{ $attribute }”?
attribute-delete-text =
    { $n ->
        [0] No case has a value of it. You can undo this.
        [one] The value of { $n } case goes with it. You can undo this.
       *[other] The values of { $n } cases go with it. You can undo this.
    }
attribute-deleted = Attribute “{ $attribute }” deleted
attribute-nth = Attribute { $n }
case-nth = Case { $n }
kind-text = Text
kind-number = Number
kind-date = Date
kind-yes-no = Yes or no
kind-choice = Choice list
paste-title = Paste more than there is room for?
paste-text = What you paste goes beyond the last case or the last attribute.
paste-cases =
    { $n ->
        [one] Make a case of the row below the last one
       *[other] Make cases of the { $n } rows below the last one
    }
paste-attributes =
    { $n ->
        [one] Make an attribute of the column after the last one
       *[other] Make attributes of the { $n } columns after the last one
    }
paste-attribute-name = Name of new attribute { $n }
paste-only-there = Paste only what fits
paste-do = Paste all

# Consent and withdrawal.
consent-quote = May be quoted
consent-paraphrase = Paraphrase only
consent-off-record = Off the record
consent-withdrawn = Withdrawn
consent-hint = Words that may not be quoted are marked, and leave in no export of quotations.
consent-set = Consent set
referrer-none = Nobody
referrer-set = Referrer set
withdraw-title = Does “{ $case }” withdraw?
withdraw-text = Their material is hidden everywhere: in lists, counts, search, tables and exports. The text shows only that it is withdrawn.
withdraw-whole = the whole document
withdraw-parts =
    { $n ->
        [one] { $n } passage
       *[other] { $n } passages
    }
withdraw-quotations =
    { $n ->
        [0] No quotation
        [one] { $n } quotation
       *[other] { $n } quotations
    }
withdraw-values =
    { $n ->
        [0] No attribute value
        [one] { $n } attribute value
       *[other] { $n } attribute values
    }
withdraw-undo = Nothing is removed yet; you can undo this at any time.
withdraw-do = Withdraw
withdrawn = “{ $case }” has withdrawn
withdrawn-text = “{ $case }” has withdrawn. What belongs to them is hidden everywhere.
withdrawn-back = Take the withdrawal back
withdrawn-back-done = The withdrawal is taken back. The words are off the record until you say otherwise.
withdrawn-remove = Remove for good
withdrawn-removed =
    { $n ->
        [0] Removed for good
        [one] Removed for good, with { $n } restore point that held it
       *[other] Removed for good, with { $n } restore points that held it
    }
remove-title = Remove all of “{ $case }” for good?
remove-text = These are removed from the project and from everything this browser stores of it:
remove-loses = Nothing can be undone afterwards, restore points that hold any of it go, and what else was deleted before goes for good too. The history keeps a dated record that something was removed, without names.

# The table that a paper begins with.
table1-none = Nothing to make a table of yet
table1-none-text = Table 1 is made of the attributes of your cases. Add attributes, and say what is known of each case.
table1-choose = What the table says
table1-by = Grouped by
table1-no-groups = Not grouped
table1-copy = Copy the table
table1-copied = The table was copied, for text processors and spreadsheets
table1-export = Export
table1-as-html = Page (HTML)
table1-as-csv = Table (CSV)
table1-title = Table 1. Participants of “{ $project }”
table1-all = All (N = { $n })
table1-group = { $value } (n = { $n })
table1-characteristic = Characteristic
table1-characteristic-by = Characteristic, by { $column }
table1-counted = { $column }, n (%)
table1-missing = Missing
table1-note = Percentages are of the cases whose value is known. Missing: no value, or one that does not fit its kind. SD: sample standard deviation.
table1-withdrawn =
    { $n ->
        [one] { $n } case that has withdrawn is left out.
       *[other] { $n } cases that have withdrawn are left out.
    }
measure-counts = n (%)
measure-mean-range = Mean (range)
measure-mean-deviation = Mean (SD)
measure-median-range = Median (range)
measure-median-quartiles = Median (quartiles)
measure-range = Range

# Recruitment.
recruitment-none = Nobody was referred yet
recruitment-none-text = Say who referred a case below, in the sheet, or in the case’s details. Chains, seeds and waves follow from that.
recruitment-compare = The chains compared
recruitment-seed = Chain from
recruitment-size = Participants
recruitment-withdrawn = (of these { $n } withdrawn)
recruitment-share = Share of the largest chain
recruitment-wave-seed = Seed
recruitment-wave = Wave { $n }
recruitment-chain =
    { $size ->
        [one] Chain { $n }: { $seed }, { $size } participant
       *[other] Chain { $n }: { $seed }, { $size } participants
    }
recruitment-alone = In no chain
recruitment-referrer-of = Who referred { $case }

# A table of cases from a file.
bring-table = Import a table
bring-no-table = “{ $name }” is no table. Choose a .csv, .xlsx or .ods file.
bring-title = Import cases from “{ $name }”
bring-text = The first row names the attributes, the first column the cases. Cases and attributes that you have are matched by name; empty cells change nothing.
bring-nothing = Nothing in it is new or different.
bring-cases =
    { $n ->
        [one] { $n } new case:
       *[other] { $n } new cases:
    }
bring-attributes =
    { $n ->
        [one] { $n } new attribute:
       *[other] { $n } new attributes:
    }
bring-values =
    { $n ->
        [one] { $n } value is added
       *[other] { $n } values are added
    }
bring-same =
    { $n ->
        [one] { $n } value is as it was
       *[other] { $n } values are as they were
    }
bring-left-out =
    { $n ->
        [one] { $n } row is left out: nothing names its case, or who has withdrawn
       *[other] { $n } rows are left out: nothing names their cases, or who has withdrawn
    }
bring-changes =
    { $n ->
        [one] { $n } value changes
       *[other] { $n } values change
    }
bring-more = and { $n } more
bring-attribute = Attribute
bring-old = Now
bring-new = Becomes
bring-do = Import
bring-done =
    { $n ->
        [one] { $n } value imported
       *[other] { $n } values imported
    }
