# Messages of this area: import.
import-heading = Bring text in
import-drop-here = Drop files here
import-formats = Word, PDF, OpenDocument, rich text, web pages, e-books, subtitles, tables, plain text, and archives or folders of them. Nothing leaves this browser.
import-paste = Paste text
import-paste-hint = From a PDF, a word processor or a web page: select all there, copy, and paste it here.
import-use-paste = Preview this text
import-title = Title
import-title-empty = Without a title of its own it gets the file’s name.
import-add-files = Add files
import-back = Back to the preview
import-bring-in =
    { $n ->
        [0] Bring in
        [one] Bring in { $n } document
       *[other] Bring in { $n } documents
    }

# Reading
import-reading = Reading the files
import-read =
    { $texts ->
        [one] { $texts } text is ready to preview.
       *[other] { $texts } texts are ready to preview.
    } { $failures ->
        [0] { "" }
        [one] { $failures } file could not be taken.
       *[other] { $failures } files could not be taken.
    }
import-stop = Stop
import-preparing = Preparing the documents
import-failures =
    { $n ->
        [one] { $n } file could not be taken
       *[other] { $n } files could not be taken
    }
import-unreadable = The browser could not read it ({ $why }). It may have been moved, or be a folder; choose it again.
import-no-reader = The part of Emic that reads files could not be loaded ({ $why }). Reload the page and choose the file again; pasting its text works without it.
import-reader-failed = Reading it failed inside Emic ({ $why }). Nothing else was touched; copy its text and paste it here, or save it elsewhere as plain text in UTF-8.
import-reader-silent = Reading it took longer than a minute without a sign of life and was ended. Split it into parts, or copy its text and paste it here.
import-reader-stopped = Its reading was stopped.
import-too-large = It is { $size } MB large; texts of up to { $limit } MB can be brought in. Split it into parts.
import-not-pdf = This PDF cannot be read.
import-not-word = This is a Word document of before 2007 (.doc). Open it in Word or LibreOffice, save it as .docx, and choose that.
import-not-open-document = This OpenDocument file holds no text or table. Save it as .odt or .ods, and choose that.
import-not-rich-text = This rich text cannot be read.
import-not-spreadsheet = This table is of a kind that is not read. Save it as .xlsx or .csv, and choose that.
import-not-zip = This archive holds no documents of its own, perhaps a project of another tool. Export the documents from there as .docx or plain text.
import-not-image = This is a picture. Pictures can be brought in with a later version.
import-not-media = This is sound or video. Those can be brought in with a later version; for now bring in the transcript.
import-not-project = This is a project file of Emic, not a text. It becomes a project of its own: go to “All projects” and choose “Import project file”, or drop it there.
import-not-database = This is a database, perhaps a project of another tool. Those can be brought in with a later version; for now export the documents from there as plain text.
import-not-binary = This is not a text file. If it can be opened elsewhere, save it there as plain text (.txt), or copy its text and paste it here.

# The list
import-texts = Texts to bring in
import-tick-all = Bring in all
import-tick = Bring in “{ $title }”
import-pasted = Pasted
import-same-text = The same text is already in this project as “{ $title }”.
import-same-name = A file of this name is already in this project as “{ $title }”, with other words.
import-in-list = The same text is in this list as “{ $title }”.
import-for-all = For all texts
import-kind-of-all = Kind of all
import-differ = They differ
import-folder = Folder

import-originals = Keep the original files
import-originals-size = Keep the original files ({ $size })
import-originals-hint = Each file is also stored as it was, in this browser with its documents, and goes nowhere. What is not in the text, such as pictures, comments and details of its author, stays in it.
import-originals-no-room = Original files cannot be kept here, because this browser gives Emic only a small storage. The texts come in without them.
import-originals-large = These files are larger than { $limit } together. To keep the original files, bring in fewer at a time.
import-originals-full =
    { $n ->
        [one] There is no room to keep the original of { $n } file in this browser.
       *[other] There is no room to keep the originals of { $n } files in this browser.
    }
import-originals-failed =
    { $n ->
        [one] { $n } file could not be read again, and was not kept as an original.
       *[other] { $n } files could not be read again, and were not kept as originals.
    }

# The preview
import-preview-of = Preview of “{ $title }”
import-encoding = Encoding
import-encoding-name = { $script } ({ $name })
import-script-unicode = Unicode
import-script-western = Western European
import-script-arabic = Arabic
import-script-central-european = Central European
import-script-cyrillic = Cyrillic
import-script-greek = Greek
import-script-turkish = Turkish
import-script-hebrew = Hebrew
import-script-baltic = Baltic
import-script-vietnamese = Vietnamese
import-script-thai = Thai
import-script-japanese = Japanese
import-script-chinese-simplified = Chinese, simplified
import-script-chinese-traditional = Chinese, traditional
import-script-korean = Korean
import-reread =
    Read again as { $encoding }: { $words ->
        [one] { $words } word
       *[other] { $words } words
    }.
import-rereading = Reading it again
import-guessed = The encoding was guessed: { $encoding }. If the letters look wrong, choose another one.
import-undecodable =
    { $n ->
        [one] { $n } place cannot be read in this encoding and shows as �. Choose another one if the letters look wrong.
       *[other] { $n } places cannot be read in this encoding and show as �. Choose another one if the letters look wrong.
    }
import-nul =
    { $n ->
        [one] { $n } invisible NUL character is in the text. The encoding may be another one.
       *[other] { $n } invisible NUL characters are in the text. The encoding may be another one.
    }
import-empty = There are no words in it.

# Tidying
import-tidy = Tidy the text
import-rule-join = Join wrapped lines
import-rule-hyphens = Undo line-end hyphens
import-rule-furniture = Drop page headers and notices
import-rule-blank = Close up blank lines
import-rule-spaces = Trim spaces
import-rule-count = { $rule } · { $count }
import-rules-suggested = Back to what is suggested
import-rules-for-all = Apply the same rules to all
import-rules-for-all-done = The same rules now hold for all texts.
import-removed =
    { $n ->
        [one] { $n } thing is removed: show it
       *[other] { $n } things are removed: show them
    }
import-line = Line { $line }
import-compare = Before and after tidying
import-before = As imported
import-after = Tidied

# The end
import-brought-in =
    { $n ->
        [one] { $n } document brought in.
       *[other] { $n } documents brought in.
    }
import-left-out =
    { $n ->
        [one] { $n } left out.
       *[other] { $n } left out.
    }
import-skipped = Not brought in
import-give-up-title = Leave without bringing anything in?
import-give-up = Leave
import-give-up-text = What you have chosen, pasted and set here is lost. The files themselves stay as they are.

# Files of every format
import-choose-folder = Choose a folder
import-reading-file = Reading “{ $name }”
import-waiting = Waiting
import-waiting-more =
    { $n ->
        [one] and { $n } more file
       *[other] and { $n } more files
    }
import-table-waits = A table: say what its columns are
import-archive-holds =
    { $n ->
        [0] An archive without a file that can be read
        [one] An archive with { $n } file
       *[other] An archive with { $n } files
    }
import-encrypted = A password protects it. Save it without a password in the program that it comes from, then choose it again.
import-damaged = It is damaged or cut off: its end or its table of contents is missing. Copy or download it again.
import-damaged-missing = It is damaged: the part “{ $part }”, which every such file has, is missing. Open and save it again in the program that it comes from.
import-damaged-part = It is damaged: the part “{ $part }” cannot be read. Open and save it again in the program that it comes from.
import-scan =
    { $pages ->
        [one] It has { $pages } page, but no text on it: it is a picture of a page (a scan). Let a program with text recognition (OCR) write a text into it first.
       *[other] It has { $pages } pages, but no text on them: they are pictures of pages (a scan). Let a program with text recognition (OCR) write a text into it first.
    }
import-nothing-in-it = There is nothing in it.
import-excess-unpacked = Unpacked it would fill more memory than any text needs: it is broken, or made to do harm. It was not read.
import-excess-depth = Its parts lie in each other deeper than in any document: it is broken, or made to do harm. An archive within an archive is not read either; unpack it first.
import-excess-entries = There are more files in it than can be read at once. Unpack it and choose some of them.
import-excess-pages = It has more pages than can be read at once. Split it into parts.
import-excess-cells = It has more cells than can be read at once. Keep only the sheet and the columns that you need.
import-excess-work = Reading it does not come to an end: it is broken, or made to do harm. It was not read.

# What of a file is not in its text
import-left-out-of = Not in the text: { $what }
import-parts-left-out = What of the files is not in their texts
left-out-picture = { $n ->
    [one] { $n } picture
   *[other] { $n } pictures
    }
left-out-object = { $n ->
    [one] { $n } embedded object
   *[other] { $n } embedded objects
    }
left-out-media = { $n ->
    [one] { $n } sound or film
   *[other] { $n } sounds or films
    }
left-out-formula = { $n ->
    [one] { $n } formula
   *[other] { $n } formulas
    }
left-out-header = { $n ->
    [one] { $n } page header or footer
   *[other] { $n } page headers or footers
    }
left-out-hidden = { $n ->
    [one] { $n } hidden passage
   *[other] { $n } hidden passages
    }
left-out-tracked = { $n ->
    [one] { $n } passage of tracked changes
   *[other] { $n } passages of tracked changes
    }
left-out-script = { $n ->
    [one] { $n } program
   *[other] { $n } programs
    }
left-out-field = { $n ->
    [one] { $n } form field
   *[other] { $n } form fields
    }
left-out-annotation = { $n ->
    [one] { $n } annotation
   *[other] { $n } annotations
    }
left-out-page = { $n ->
    [one] { $n } page without text
   *[other] { $n } pages without text
    }
left-out-not-chosen = { $n ->
    [one] { $n } part that was not chosen
   *[other] { $n } parts that were not chosen
    }
left-out-answer = { $n ->
    [one] { $n } empty answer
   *[other] { $n } empty answers
    }
left-out-damaged = { $n ->
    [one] { $n } damaged part
   *[other] { $n } damaged parts
    }
left-out-comment = { $n ->
    [one] { $n } note of the subtitles
   *[other] { $n } notes of the subtitles
    }

# Reading otherwise
import-tracked = Tracked changes
import-tracked-accepted = As if all were accepted
import-tracked-rejected = As it was before them
import-remarks =
    { $n ->
        [one] Bring in { $n } comment of the file, on the passage that it stands on
       *[other] Bring in { $n } comments of the file, on the passages that they stand on
    }
import-views = What to look at
import-view-words = Text and speakers
import-view-tidying = Tidying

# Speakers
import-speakers = Speakers
import-speakers-none = No speakers were found. Where the text names them in a way of its own, show how.
import-speakers-off = Nobody speaks in it, as you said.
import-speakers-nobody = Nobody speaks in it
import-speakers-forget = Back to what was found
import-speakers-merge = Merge
import-speaker = { $name } · { $n }
import-speaker-asks = { $name } · { $n } · asks
import-role-asks = Asks the questions
import-role-answers = Answers
import-same-as = The same as “{ $name }”
import-not-a-speaker = Not a speaker
import-same-initials = “{ $one }” may be the initials of “{ $other }”.
import-same-spelling = “{ $one }” may be another spelling of “{ $other }”.
import-rename-title = Rename “{ $name }”
import-rename-label = Name
import-pattern = Show how speakers are marked
import-pattern-title = How are speakers marked?
import-pattern-label = A label as it stands at the start of a line
import-pattern-hint = With its signs and time, such as “>> ANNA >>” or “Q12.”. Labels of the same form are then found.
import-pattern-no-name = There is no name in that label. Copy one from the text, with the name in it.
import-use-it = Use it

# Tables
import-table-of = The table “{ $name }”
import-table-title = What are the columns?
import-table-text = Answers become text to be coded, attributes are kept with the case of each respondent.
import-table-make = Make documents
import-table-no-answer = Say of at least one column that it is an answer in words.
import-table-sheet = Sheet
import-not-said =
    { $n ->
        [one] One value was not taken, since something else is known: { $case }, { $attribute }: { $known } stays, not { $value }.
       *[other] { $n } values were not taken, since something else is known: { $case }, { $attribute }: { $known } stays, not { $value }, and others.
    }
import-table-open = Its columns were not chosen: press “Make documents” in its preview.
import-table-per = One document for
import-table-per-respondent = each respondent (row)
import-table-per-question = each question (column)
import-table-per-transcript = the whole sheet, a transcript
import-table-delimiter = Between cells
import-delimiter-comma = Comma
import-delimiter-semicolon = Semicolon
import-delimiter-tab = Tab
import-delimiter-bar = Vertical bar
import-table-header = The first row names the columns
import-table-column = Column { $n }
import-table-use = Use of the column “{ $column }”
import-table-rows = The first rows
import-table-more =
    { $n ->
        [one] and { $n } more row
       *[other] and { $n } more rows
    }
import-column-identifier = Who answers
import-column-answer = Answer to code
import-column-attribute = Attribute
import-column-speaker = Who speaks
import-column-time = When
import-column-ignore = Ignore
