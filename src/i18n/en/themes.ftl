# Messages of this area: themes, and the quotations of the paper.
themes = Themes
themes-new = New theme
themes-first = Make the first theme
themes-none = No themes yet
themes-none-text = A theme is what the material tells about one central idea: it gathers codes, knows where it ends, and has its story. Here you also pick the quotations that the paper prints for it, say who is quoted without giving anyone away, and take them along as a Word or Excel file.
themes-name = Name of the theme
themes-name-hint = A short sentence says more than a topic: “Waiting is work”, not “Waiting”.
themes-idea = Central idea
themes-idea-hint = What holds it together, in a sentence or two
themes-boundary = Boundary
themes-boundary-hint = What does not belong to it any more
themes-story = Story
themes-story-hint = What it tells, and how it answers your question
themes-holds =
    { $codes ->
        [one] { $codes } code
       *[other] { $codes } codes
    } · { $chosen ->
        [one] { $chosen } quotation
       *[other] { $chosen } quotations
    }, { $used } for the paper
themes-choose = Choose a theme.
themes-missing = This theme is not there any more. Undo may bring it back.
themes-back = All themes
themes-added = Theme made
themes-kept = Theme kept
themes-moved = Theme moved
themes-delete = Delete theme
themes-deleted = Theme “{ $theme }” deleted
themes-codes = Codes under it
themes-no-codes = None yet
themes-add-code = Add a code
themes-code-added = Code added to the theme
themes-code-removed = Code taken off the theme
themes-code-remove = Take { $name } off the theme
themes-chosen = Chosen quotations
themes-none-chosen = No quotations chosen yet
themes-none-chosen-text = Pick the passages that show best what the theme is about. You can put them in order, shorten them for print with every change marked, and say which of them stand in the paper.
themes-pick = Pick quotations
themes-pick-n =
    { $n ->
        [0] Choose
        [one] Choose { $n } quotation
       *[other] Choose { $n } quotations
    }
themes-pick-search = Words of the quotation, or its document
themes-pick-all = From all quotations, not only those of its codes
themes-pick-none = All quotations of its codes are chosen, or there are none.
themes-picked =
    { $n ->
        [one] Quotation chosen
       *[other] { $n } quotations chosen
    }
themes-choose-for = Choose for a theme
themes-find = Name of a theme, or of a new one
themes-find-none = No theme is called so. Type a name to make one.
themes-chosen-already = Chosen already
themes-chosen-moved = Quotation moved
themes-unchoose = Take off the list
themes-unchosen = Quotation taken off the list
themes-use = Use in the paper
themes-used = Marked for the paper
themes-not-used = No longer marked for the paper
themes-up = Move up
themes-down = Move down
themes-blocked = It is left out of every export.
themes-hidden =
    { $n ->
        [one] { $n } quotation is hidden because its participant has withdrawn.
       *[other] { $n } quotations are hidden because their participants have withdrawn.
    }

sortable-move = Move { $name }
sortable-how = Drag, or press the arrow keys
sortable-now = { $name }: now { $n } of { $all }

print-edit = Edit for print
print-edited = edited for print
print-said = As it was said
print-words = As it is printed
print-marks = Marks
print-ellipsis = Leave out […]
print-clarify = Clarify [ ]
print-retract = Retract a name
print-retracted = name retracted
print-verbatim = Print word by word
print-kept = Printed wording kept
print-faithful = Every change is marked.
print-unmarked =
    { $n ->
        [one] { $n } change is not marked
       *[other] { $n } changes are not marked
    }
print-unmarked-text =
    { $n ->
        [one] { $n } change is not marked. Put an ellipsis where words are left out, and brackets around what is put in.
       *[other] { $n } changes are not marked. Put an ellipsis where words are left out, and brackets around what is put in.
    }
print-stale = The words have changed since
print-stale-text = The quotation has other words now than when this was written. Compare both, and save to say that they fit. Until then it is left out of exports for the paper.

attribution = Attribution
attribution-teach = Say after each quotation who is quoted. Fields in braces are filled in from what is known of the participant; one that is empty goes with its comma.
attribution-language = Language of the paper
attribution-template = Template
attribution-example = ({ $profession }, { $gender })
attribution-fields = Fields to insert
attribution-preview = Preview
attribution-no-quotations = There are no quotations yet.
attribution-says-nothing = nothing
attribution-unknown =
    { $n ->
        [one] There is no field { $names }. It would be printed as it stands here.
       *[other] There are no fields { $names }. They would be printed as they stand here.
    }
attribution-kept = Attribution kept

paper-check = Before it is printed
counts-title = Who is quoted
counts-all = In all themes
counts-none = As soon as quotations are chosen, it shows here how often each participant is quoted.
counts-nobody = No participant
counts-often = often
counts-n =
    { $spare ->
        [0] { $n }
       *[other] { $n } (+{ $spare })
    }
identify-title = Does it point at anyone?
identify-nobody = Mark quotations for the paper: then it shows here how many participants share what is printed of each person, in all their quotations together.
identify-nothing = Nothing is printed that tells one participant from another.
identify-good =
    { $n ->
        [one] What is printed of { $n } person fits at least three participants.
       *[other] What is printed of each of { $n } persons fits at least three participants.
    }
identify-one =
    { $n ->
        [one] What is printed points at one person.
       *[other] What is printed points at { $n } persons, each of them alone.
    }
identify-few =
    { $n ->
        [one] What is printed of { $n } person fits only few participants.
       *[other] What is printed of { $n } persons fits only few participants.
    }
identify-unchecked = Not checked, and may name a person: { $names }.
identify-telling = “{ $name }” tells most: without it the fewest persons can be known.
identify-points = Fits nobody else.
identify-fits = Fits { $n } participants.
identify-no-remedy = Leaving out any one of these does not help: leave out several, or say less of each.
identify-leave-out = Without “{ $name }” it fits { $n }.
identify-range = With “{ $name }” as { $range } it fits { $n }.

paper-export = Export for the paper
paper-export-do = Export
paper-title = quotations for the paper
paper-form = File
paper-as-docx = Word document (docx)
paper-as-xlsx = Excel table (xlsx)
paper-as-html = Page to print (HTML)
paper-as-markdown = Text with headings (Markdown)
paper-as-csv = Table for other programs (CSV)
paper-one = Only this theme
paper-only = Only what is marked for the paper
paper-told = What is known of each, under it
paper-told-hint = Codes, paragraph, page, time, comment and what is chosen below. For yourself rather than for print.
paper-verbatim = The words as they were said, too
paper-verbatim-hint = They hold what was left out or retracted for print.
paper-columns = Also written
paper-count =
    { $n ->
        [0] Nothing to write. Choose quotations for themes, and mark them for the paper.
        [one] { $n } quotation is written.
       *[other] { $n } quotations are written.
    }
paper-unmarked =
    { $n ->
        [one] { $n } printed wording has changes that are not marked.
       *[other] { $n } printed wordings have changes that are not marked.
    }
paper-stale =
    { $n ->
        [one] { $n } quotation is left out because its words have changed since its printed wording was made.
       *[other] { $n } quotations are left out because their words have changed since their printed wordings were made.
    }
paper-stale-do = Edit each of them for print and save it, to say that both fit.
paper-left-out =
    { $n ->
        [one] { $n } quotation is left out because it may not be quoted: { $why }.
       *[other] { $n } quotations are left out because they may not be quoted: { $why }.
    }
paper-word-theme = Theme
paper-word-printed = Printed words
paper-word-attribution = Attribution
paper-word-verbatim = Words as they were said
paper-word-codes = Codes
paper-word-document = Document
paper-word-paragraph = Paragraph
paper-word-page = Page
paper-word-time = Time
paper-word-case = Participant
paper-word-speaker = Speaker
paper-word-chain = Chain
paper-word-wave = Wave
paper-word-comment = Comment
paper-word-idea = Central idea
paper-word-boundary = Boundary
paper-word-nothing = No quotations are marked for the paper.
