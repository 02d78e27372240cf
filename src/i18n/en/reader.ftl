# Reading and coding a document.
reader-empty-title = Nothing to read yet
reader-empty-touch = Bring in a transcript, field notes or an article. Then touch a word and hold to select a passage, and choose “Code…” beside it.
reader-empty-text = Bring in a transcript, field notes or an article. Then select a passage and press { $keys } to code it.
reader-empty-import = Bring text in
reader-text-failed = This text cannot be read from storage
reader-text-label = Text of { $title }. Arrow keys move, Shift selects, C codes.
reader-view = How the text is shown
reader-no-code = No code yet
reader-stripes-more =
    { $n ->
        [one] { $n } more quotation here
       *[other] { $n } more quotations here
    }
reader-bar = Code the selection
reader-code = Code…
reader-in-vivo = In vivo
reader-again = { $code }
reader-mark = Quotation only
reader-no-last-code = No code has been applied yet
reader-drop-needs-selection = Select a passage first, or drop the code on a quotation.
reader-said-coded =
    { $n ->
        [one] { $code } applied to { $n } word
       *[other] { $code } applied to { $n } words
    }
reader-said-coded-already = { $code } was there already
reader-said-marked =
    { $n ->
        [one] Quotation of { $n } word marked
       *[other] Quotation of { $n } words marked
    }
reader-said-resized = Quotation resized
reader-said-deleted = Quotation deleted
reader-said-quotation = { $codes }: { $words }
reader-said-no-more-quotations = No more quotations this way
reader-said-nothing-selected = Nothing is selected

# The keys of the text
keys-where = The first three parts work while the text has the focus: click into it, or go there with Tab. The others work wherever nothing is being typed.
keys-move = Move and select
keys-code = Code
keys-quotations = Quotations
keys-character = One character on or back
keys-word = One word
keys-line = One line up or down
keys-line-end = Start or end of the line
keys-paragraph = Start of this paragraph, of the next one
keys-document = Start or end of the document
keys-extend = Held down with any of these: select
keys-select = Select the word, sentence or paragraph
keys-select-more = One more word, sentence or paragraph
keys-clear = Let go of the selection
# The way back to a list, and the sheet of a chosen quotation where there is little room
reader-back = Back to the list of quotations
reader-back-code = Back to the quotations of “{ $code }”
reader-foot = The chosen quotation
reader-foot-delete = Delete the quotation
reader-foot-close = Let go of the quotation

# Two documents side by side
open-beside = Open beside
panes = Documents on show
pane-first = First document: { $title }
pane-second = Second document: { $title }
pane-choose = { $title }: show another document here
pane-choose-tip = Show another document here
pane-close = Close { $title }
pane-nothing = No document
pane-gone = This document is not there any more.
pane-only-one = Only one document is open
reader-outside = This document is outside what you are looking at.

# Correcting the text after it was coded
edit-title = Editing the text.
edit-hint = Click a paragraph, or press Enter at the cursor, to correct its words. What is coded stays on its words.
edit-words = { $n ->
        [0] Words of the empty paragraph
       *[other] Words of paragraph { $n }
    }
edit-keys = Enter begins a new paragraph; Backspace at the start joins it to the one before. Control and Enter saves, Escape leaves all as it was.
edit-places =
    { $n ->
        [one] { $n } change.
       *[other] { $n } changes.
    }
edit-edges =
    { $n ->
        [one] Touches the edge of { $n } quotation:
       *[other] Touches the edge of { $n } quotations:
    }
edit-labels =
    { $n ->
        [one] { $n } turn no longer says who speaks.
       *[other] { $n } turns no longer say who speaks.
    }
edit-turns =
    { $n ->
        [one] { $n } turn goes with its words.
       *[other] { $n } turns go with their words.
    }
edit-emptied =
    { $n ->
        [one] Would leave { $n } quotation without a word:
       *[other] Would leave { $n } quotations without a word:
    }
edit-let-go =
    { $n ->
        [one] Delete it with its codes and comments
       *[other] Delete them with their codes and comments
    }
edit-stays = “{ $words }” stays as it is
edit-becomes = “{ $before }” becomes “{ $after }”
edit-quotation = “{ $words }”
edit-why = Reason (optional)
edit-why-example = Misheard, name removed…
edit-kept = The correction that you began is not saved. It is kept as long as this page is open: open that paragraph again to go on.
edit-unsaved = Save or cancel the paragraph that you are correcting first.
edit-saved = Text corrected
edit-saved-gone =
    { $n ->
        [one] Text corrected; { $n } quotation deleted
       *[other] Text corrected; { $n } quotations deleted
    }
edit-not-now = Not while the text is being edited
# The margin: who speaks, when, on which page
reader-view-menu = Lines and margin
reader-show-speakers = Who speaks
reader-show-times = Times
reader-show-pages = Pages
reader-page = p. { $page }
reader-turn-hidden = A turn of { $name } is hidden. Show it

# Those who speak
speakers = Speakers
speakers-close = Close the list of speakers
speakers-none = Nobody is known to speak in this text.
speakers-show-all = Show all of them
speakers-turns =
    { $n ->
        [one] { $n } turn
       *[other] { $n } turns
    }
speakers-share = { $share }%
speakers-asks = asks
speakers-dimmed = dimmed
speakers-hidden = hidden
speakers-only = Only this speaker
speakers-dim-others = Dim the others
speakers-dim = Dim
speakers-hide = Hide
speakers-code = Code every turn…
speakers-coded =
    { $n ->
        [one] { $code } applied to { $n } turn
       *[other] { $code } applied to { $n } turns
    }
speakers-renamed = The speaker is now called { $name }
speakers-now-asks = { $name } asks the questions
speakers-now-answers = { $name } answers
speakers-merged = { $one } is now the same speaker as { $other }
speakers-find = Find speakers
speakers-find-again = Find speakers again
speakers-looking = Looking for speakers
speakers-none-found = No speakers were found. Show how they are marked in this text.
speakers-found =
    { $n ->
        [one] { $n } speaker found
       *[other] { $n } speakers found
    }
words-without-asked =
    { $n ->
        [one] { $n } word without the interviewers’
       *[other] { $n } words without the interviewers’
    }
