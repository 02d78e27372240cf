# Messages of this area: retrieve.
retrieve-all = All quotations
retrieve-without = Without a code
retrieve-choose = Choose a code
retrieve-find-code = Find a code
retrieve-subcodes = Include sub-codes
retrieve-no-codes = There are no codes yet. They come with coding, or from the codebook.
retrieve-count =
    { $n ->
        [one] { $n } quotation
       *[other] { $n } quotations
    } in { $documents ->
        [one] { $documents } document
       *[other] { $documents } documents
    }
retrieve-card = Quotation from { $document }
retrieve-card-at = Quotation from { $document }, paragraph { $n }
retrieve-open = Open in its place
retrieve-open-at = Open at ¶ { $n }
retrieve-copy = Copy with its source
retrieve-copied = Quotation copied with its source
retrieve-cited = “{ $words }” ({ $document }, coded by { $coder })
retrieve-cited-at = “{ $words }” ({ $document }, ¶ { $n }, coded by { $coder })
retrieve-empty-title = Nothing is coded yet
retrieve-empty-text = Select a passage in a document and give it a code. All passages of a code are then listed here, with what stands around them.
retrieve-empty-code = No quotations here yet
retrieve-empty-code-text = Put this code on a passage while reading, and it is listed here.
retrieve-empty-below-text = No passage has this very code. Codes stand below it: their quotations can be taken in.
retrieve-empty-scoped = No quotations in what you look at
retrieve-empty-scoped-text = You are looking at a part of the project only. There may be some in the rest of it.
retrieve-empty-without = Every quotation has a code
retrieve-empty-without-text = A passage that is marked without a code would be listed here, to be coded later.
retrieve-code-gone = This code is not there any more
retrieve-code-gone-text = It may have been deleted. Choose another one.
retrieve-code-gone-undo = Undo brings it back.

# As a file
quotations-export = Export these quotations
quotations-as-html = Page to print or paste into Word (HTML)
quotations-as-csv = Table for Excel (CSV)
quotations-as-csv-plain = Table for other programs (CSV)
quotations-as-markdown = Text with headings (Markdown)
quotations-exported-without =
    { $n ->
        [one] Exported as { $name }. The text of one document could not be read: its quotations are there, without the text around them.
       *[other] Exported as { $name }. The texts of { $n } documents could not be read: their quotations are there, without the text around them.
    }
quotations-label-code = Code
quotations-label-quotation = Quotation
quotations-label-before = Text before
quotations-label-after = Text after
quotations-label-document = Document
quotations-label-paragraph = Paragraph
quotations-label-speaker = Speaker
quotations-label-time = Time
quotations-label-page = Page
quotations-label-comment = Comment on the quotation
quotations-label-coding-comment = Comment on the coding
quotations-label-coder = Coder
quotations-label-date = Date
quotations-label-other-codes = Other codes
quotations-label-nothing = No quotations
