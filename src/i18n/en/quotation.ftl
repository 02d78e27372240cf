# Messages of this area: quotation.
quotation-previous = Previous quotation
quotation-next = Next quotation
quotation-list = All quotations of the document
quotation-now = Quotation { $n } of { $total }
quotation-more = Show all of it
quotation-less = Show less
quotation-paragraph = ¶ { $n }
quotation-comment = Comment
quotation-comment-placeholder = What strikes you here?
quotation-comment-kept = Comment kept
quotation-copy = Copy the words
quotation-copied = The words are on the clipboard
quotation-delete = Delete
quotation-deleted = Quotation deleted, with its codes and comments

# Its codes
quotation-add-code = Add a code
quotation-uncoded = No code
quotation-uncoded-hint = This quotation has no code yet.
quotation-remove-code = Take “{ $name }” off
quotation-code-removed = “{ $name }” taken off
quotation-why = Why “{ $name }”?
quotation-why-write = Note why “{ $name }” is here
quotation-why-read = Change the note on “{ $name }”

# Its bounds
quotation-bounds = Where it begins and ends
quotation-bounds-hint = By words; with Shift by characters.
quotation-start = Start
quotation-end = End
quotation-start-earlier = Begin earlier
quotation-start-later = Begin later
quotation-end-earlier = End earlier
quotation-end-later = End later
quotation-no-further = It goes no further
quotation-begins = Now begins with: { $words }
quotation-ends = Now ends with: { $words }

# The list
quotation-filter = Filter quotations
quotation-no-document = Open a document to see its quotations.
quotation-none = No quotations yet
quotation-none-touch = Select a passage in the text by touching a word and holding; then “Code…” beside it gives it a code.
quotation-none-text = Select a passage in the text and press { $code } to code it, or { $mark } to mark it without a code.
# A passage that is selected and not coded yet
quotation-fresh = New passage
quotation-fresh-code = code
quotation-fresh-in-vivo = in vivo
quotation-fresh-mark = quotation only

# What is written, where it cannot be changed
note-empty = Nothing written

passage-consent = These words
passage-consent-stricter = What holds is stricter: { $what }
passage-withdrawn = The passage is withdrawn, and hidden everywhere
passages-withdrawn =
    { $n ->
        [one] { $n } passage is withdrawn
       *[other] { $n } passages are withdrawn
    }
passage-back = Bring back
passage-back-done = The passage is back, off the record until you say otherwise.
passage-remove = Remove for good…
passage-remove-title = Remove the passage for good?
passage-remove-text = Its words are taken out of the text, with the quotations that have no other words, and out of everything this browser stores of the project. The file that the document came from, if it was kept, goes too.
blocked-not-copied = These words may not be quoted; they were not copied.
quotations-left-out =
    { $n ->
        [one] { $n } quotation is left out because its words may not be quoted: { $why }.
       *[other] { $n } quotations are left out because their words may not be quoted: { $why }.
    }
quotations-left-out-part = { $why } ({ $n })
quotations-exported-blocked =
    { $n ->
        [one] “{ $name }” was saved. { $n } quotation was left out because its words may not be quoted.
       *[other] “{ $name }” was saved. { $n } quotations were left out because their words may not be quoted.
    }
reader-withdrawn = Withdrawn by the participant
reader-withdrawn-text = Who is heard in this text has withdrawn; it is hidden everywhere. Under Cases the withdrawal can be taken back, or the text removed for good.
