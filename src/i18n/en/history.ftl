# Messages of this area: history.
history-note = The history is part of the project: it is kept with it and goes along when the project is exported. It says who did what and when, and names documents, codes and people, but repeats no word of a text, unless a code was named with them.
history-filter = Filter by what was done, or by a name
history-everyone = Everyone
history-shown = { $n } of { $total ->
        [one] { $total } step
       *[other] { $total } steps
    }
history-none-text = No step has these words, or none of this coder.
history-show-all = Show all steps
history-older = Show older steps
history-more =
    { $n ->
        [one] { $n } more
       *[other] { $n } more
    }
history-today = Today, { $date }
history-yesterday = Yesterday, { $date }
history-taken-back = Taken back
history-undo = Undo
history-redo = Redo
history-empty-title = Nothing was done yet
history-empty-text = Bring in a text or code a passage: each step that changes the project is noted here, with its time and its coder.

# One message for every sort of action
history-unknown = Something that a newer version of Emic knows: { $kind }
history-project-renamed = Project renamed from “{ $old }” to “{ $new }”
history-coder-added = Coder { $coder } joined the project
history-coder-renamed = Coder renamed from { $old } to { $new }
history-folder-added = Folder “{ $folder }” made
history-folder-renamed = Folder renamed from “{ $old }” to “{ $new }”
history-folder-moved =
    { $place ->
        [top] Folder “{ $folder }” moved to the top
       *[inside] Folder “{ $folder }” moved into “{ $into }”
    }
history-folder-deleted = Folder “{ $folder }” deleted
history-document-added = Document “{ $document }” brought in
history-document-renamed = Document renamed from “{ $old }” to “{ $new }”
history-document-kind-set = Kind of “{ $document }” set: { $kind }
history-original-removed = Original file of “{ $document }” removed
history-document-moved =
    { $place ->
        [top] Document “{ $document }” moved, outside any folder
       *[inside] Document “{ $document }” moved within or into “{ $into }”
    }
history-document-deleted =
    { $quotations ->
        [0] Document “{ $document }” deleted
        [one] Document “{ $document }” deleted with { $quotations } quotation
       *[other] Document “{ $document }” deleted with { $quotations } quotations
    }
history-text-edited =
    Text of “{ $document }” corrected in { $places ->
        [one] { $places } place
       *[other] { $places } places
    }{ $quotations ->
        [0] {""}
        [one] , { $quotations } quotation went with its words
       *[other] , { $quotations } quotations went with their words
    }{ $explained ->
        [yes] : { $why }
       *[no] {""}
    }
history-document-case-set = Case of “{ $document }” set
history-parts-set = Parts of “{ $document }” given to cases
history-turns-set = Speakers and turns of “{ $document }” set
history-speaker-renamed = Speaker renamed from “{ $old }” to “{ $new }” in “{ $document }”
history-speaker-role-set = Part of the speaker “{ $speaker }” in the conversation set
history-speaker-case-set = Case of the speaker “{ $speaker }” set
history-speakers-merged = Speaker “{ $old }” merged into “{ $new }”
history-turns-matched = What is asked in “{ $document }” set, turns: { $turns }
history-case-added = Case “{ $case }” made
history-case-renamed = Case renamed from “{ $old }” to “{ $new }”
history-case-moved = Case “{ $case }” moved
history-case-deleted = Case “{ $case }” deleted
history-attribute-added = Attribute “{ $attribute }” made
history-case-value-set = “{ $attribute }” of the case “{ $case }” set
history-case-values-set =
    { $values ->
        [one] { $values } value set
       *[other] { $values } values set
    } for { $cases ->
        [one] { $cases } case
       *[other] { $cases } cases
    }
history-attribute-renamed = Attribute renamed from “{ $old }” to “{ $new }”
history-attribute-changed = Kind or choices of the attribute “{ $attribute }” changed
history-attribute-moved = Attribute “{ $attribute }” put elsewhere
history-attribute-deleted =
    { $values ->
        [0] Attribute “{ $attribute }” deleted
        [one] Attribute “{ $attribute }” deleted with { $values } value
       *[other] Attribute “{ $attribute }” deleted with { $values } values
    }
history-consent-set =
    { $consent ->
       *[quote] The words of “{ $case }” may be quoted
        [paraphrase] The words of “{ $case }” may only be paraphrased
        [off-record] The words of “{ $case }” are off the record
        [withdrawn] “{ $case }” has withdrawn
    }
history-referrer-set =
    { $referred ->
        [no] Nobody referred “{ $case }” now
       *[yes] “{ $case }” was referred by “{ $old }”
    }
history-passage-consent-set =
    { $consent ->
       *[quote] A passage of “{ $document }” may be quoted
        [paraphrase] A passage of “{ $document }” may only be paraphrased
        [off-record] A passage of “{ $document }” is off the record
        [withdrawn] A passage of “{ $document }” is withdrawn
    }
history-question-added = Question added to the guide: “{ $question }”
history-question-reworded = Question of the guide reworded from “{ $old }” to “{ $new }”
history-question-moved = Question of the guide moved: “{ $question }”
history-question-deleted = Question taken out of the guide: “{ $question }”
history-code-added = Code “{ $code }” made
history-code-renamed = Code renamed from “{ $old }” to “{ $new }”
history-code-recoloured = Colour of the code “{ $code }” changed
history-code-defined = Definition of the code “{ $code }” changed
history-code-moved =
    { $place ->
        [top] Code “{ $code }” moved to the top
       *[inside] Code “{ $code }” moved under “{ $into }”
    }
history-code-deleted =
    { $codings ->
        [0] Code “{ $code }” deleted
        [one] Code “{ $code }” deleted and taken off { $codings } quotation
       *[other] Code “{ $code }” deleted and taken off { $codings } quotations
    }
history-quotation-marked = Passage marked in “{ $document }”
history-quotation-resized = Bounds of a quotation in “{ $document }” changed
history-quotation-commented = Comment on a quotation in “{ $document }” changed
history-quotation-deleted = Quotation in “{ $document }” deleted
history-code-applied = “{ $code }” applied in “{ $document }”
history-coding-removed = “{ $code }” taken off a quotation in “{ $document }”
history-coding-commented = Comment on “{ $code }” changed for a quotation in “{ $document }”
history-memo-added = Memo “{ $memo }” written
history-memo-renamed = Memo renamed from “{ $old }” to “{ $new }”
history-memo-changed = Kind or subject of the memo “{ $memo }” changed
history-memo-written = Words of the memo “{ $memo }” changed
history-memo-deleted = Memo “{ $memo }” deleted
history-quotations-linked = Quotation in “{ $document }” linked to another one
history-link-relation-set = How a quotation in “{ $document }” stands to another one changed
history-link-deleted = Link of a quotation in “{ $document }” removed
history-project-restored =
    { $named ->
        [yes] The project was made what it was at the restore point “{ $point }” ({ $at })
       *[no] The project was made what it was on { $at }
    }
history-material-purged = What had been removed was removed for good
history-code-field-set =
    { $field ->
        [definition] Definition of the code “{ $code }” changed
        [full] Full definition of the code “{ $code }” changed
        [use_when] When to use the code “{ $code }” changed
        [not_when] When not to use the code “{ $code }” changed
        [former] Earlier wordings of the code “{ $code }” changed
        [examples] Examples of the code “{ $code }” changed
        [origin] Origin of the code “{ $code }” changed
        [status] Status of the code “{ $code }” changed
        [key] Key of the code “{ $code }” changed
        [level] Level of the code “{ $code }” changed
       *[also_under] Groups of the code “{ $code }” changed
    }
history-codes-merged =
    { $codes ->
        [one] Code “{ $first }” merged into “{ $code }”
       *[other] { $codes } codes merged into “{ $code }”, “{ $first }” among them
    }
history-codings-moved =
    { $codings ->
        [one] A quotation sorted from “{ $old }” into “{ $new }”
       *[other] { $codings } quotations sorted from “{ $old }” into “{ $new }”
    }
history-levels-set = Levels of codes set
history-version-kept = Version of the codebook kept: “{ $version }”
history-version-renamed = Version of the codebook renamed from “{ $old }” to “{ $new }”
history-version-removed = Version of the codebook deleted: “{ $version }”
history-quotation-field-set =
    { $field ->
        [condensed] Condensed wording of a quotation in “{ $document }” changed
       *[interpretation] Interpretation of a quotation in “{ $document }” changed
    }
history-coding-weighed = Weight of “{ $code }” changed for a quotation in “{ $document }”
history-print-set = Printed wording of a quotation in “{ $document }” changed
history-print-cleared = A quotation in “{ $document }” is printed word by word again
history-attribution-set = Attribution of quotations changed ({ $language })
history-theme-added = Theme “{ $theme }” made
history-theme-renamed = Theme renamed from “{ $old }” to “{ $new }”
history-theme-changed =
    { $field ->
        [idea] Central idea of the theme “{ $theme }” changed
        [boundary] Boundary of the theme “{ $theme }” changed
        [story] Story of the theme “{ $theme }” changed
       *[codes] Codes under the theme “{ $theme }” changed
    }
history-theme-moved = Theme “{ $theme }” moved
history-theme-deleted = Theme “{ $theme }” deleted
history-quotation-chosen = Quotation in “{ $document }” chosen for the theme “{ $theme }”
history-quotation-unchosen = Quotation in “{ $document }” taken off the list of the theme “{ $theme }”
history-chosen-moved = Quotation in “{ $document }” moved in the list of the theme “{ $theme }”
history-used-in-paper = Quotation in “{ $document }” marked for the paper, under “{ $theme }”
history-not-used-in-paper = Quotation in “{ $document }” no longer marked for the paper, under “{ $theme }”
