# Messages of this area: codes.
codes-filter = Filter codes
codes-new = New code
codes-new-below = New code below
codes-new-below-name = New code below “{ $name }”
codes-name-placeholder = Name, then Enter
codes-rename-label = New name for “{ $name }”
codes-see-quotations = See its quotations
codes-quotations-of = Quotations of “{ $name }”
codes-set-colour = Colour…
codes-set-definition = Definition…
codes-delete = Delete…
codes-colour-of = Colour of “{ $name }”
codes-definition-of = Definition of “{ $name }”
codes-definition-hint = What it stands for, when to use it and when not, with an example.
codes-count-with-sub =
    { $n ->
        [one] { $n } quotation with the codes below, { $own } of the code itself
       *[other] { $n } quotations with the codes below, { $own } of the code itself
    }

# What choosing a code in the tree beside the reader does
codes-tree-passage = Codes. Choosing one applies it to the selected passage.
codes-tree-quotation = Codes. Choosing one applies it to the quotation.
codes-hint-passage = Choose a code to apply it to the selected passage.
codes-hint-quotation = Choose a code to add it to this quotation.
codes-hint-nothing = Select a passage or a quotation, then choose a code to apply it. You can also drag a code onto the text.

# What was done
codes-added = Code “{ $name }” made
codes-renamed = Renamed to “{ $name }”
codes-recoloured = { $name } is { $colour } now
codes-defined = Definition of “{ $name }” kept
codes-deleted = Code “{ $name }” deleted
codes-applied = “{ $name }” applied
codes-already = “{ $name }” is on this passage already
codes-text-loading = The text is still loading. Try again in a moment.
codes-move-taken = It was not moved: there is already a code called “{ $name }” at that place. Rename one of the two first.

# Deleting
codes-delete-title = Delete the code “{ $name }”?
codes-delete-unused = No quotation has this code.
codes-delete-codings =
    { $n ->
        [one] It is taken off { $n } quotation. The quotation itself stays.
       *[other] It is taken off { $n } quotations. The quotations themselves stay.
    }
codes-delete-below =
    { $n ->
        [one] The code below it moves up into its place.
       *[other] The { $n } codes below it move up into its place.
    }
codes-delete-undo = You can undo this.

# Nothing there
codes-none = No codes yet
codes-none-touch = A code is a short name for what a passage is about. Make one here; or touch a word in the text and hold, and choose “Code…”.
codes-none-text = A code is a short name for what a passage is about. Make one here, or select a passage in the text and press { $keys }.
codes-none-found = No code has these words in its name.
codes-show-all = Show all codes

# The codebook
codebook-tree = Codes of the codebook
codebook-back = All codes
codebook-gone = This code is no longer there
codebook-gone-text = It was deleted. Undo brings it back.
codebook-teach = Your codebook begins here
codebook-teach-text = Codes name what passages are about. Group them as you go: drag one code onto another to put it below, so that codes gather into categories and categories into themes. Write a definition for each, so that you and others use it alike.
codebook-choose = Choose a code
codebook-choose-text = Its definition, its place and its quotations are shown here.
codebook-choose-arrange = Drag codes to arrange them, or hold Alt and use the arrow keys.
codes-path = Stands under
codes-at-top = Top level
codes-with-sub = With the codes below
codes-below = Codes directly below
codes-made = Made
codes-first-quotations = First quotations
codes-not-used = No passage has this code yet.
codes-none-own =
    { $n ->
        [one] No passage of its own · { $n } with the codes below
       *[other] No passage of its own · { $n } with the codes below
    }

# The levels of a codebook
codebook-levels = Theme, category, code
codebook-levels-how = None of this is fixed: a level is only where a code stands. Drag codes to arrange them, or hold Alt and use the arrow keys.
level-theme = Theme
level-theme-text = What many passages are about once you step back: an idea that answers your research question.
level-category = Category
level-category-text = Codes that belong together, under one name.
level-subcategory = Subcategory
level-subcategory-text = A part of a category that deserves a name of its own.
level-code = Code
level-code-text = A short name for what one passage is about. It is what you put on the text.
