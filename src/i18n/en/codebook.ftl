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
