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
cases-speakers = Speakers
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
cases-actions = Actions
