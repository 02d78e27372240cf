# Messages of this area: import.
import-heading = Bring text in
import-drop-here = Drop files here
import-formats = Plain text and Markdown (.txt, .text, .md, .markdown), in any usual encoding. Nothing leaves this browser.
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
import-not-pdf = This is a PDF. PDFs can be brought in with a later version; for now open it, select all, copy, and paste the text here: line breaks and page headers can be tidied in the preview.
import-not-word = This is a Word document. Those can be brought in with a later version; for now save it as plain text (.txt), or copy its text and paste it here.
import-not-open-document = This is an OpenDocument text. Those can be brought in with a later version; for now save it as plain text (.txt), or copy its text and paste it here.
import-not-rich-text = This is rich text (RTF). It can be brought in with a later version; for now save it as plain text (.txt), or copy its text and paste it here.
import-not-spreadsheet = This is a spreadsheet. Tables can be brought in with a later version; for now copy the cells that you need and paste them here.
import-not-zip = This is an archive, perhaps a project of another tool. Those can be brought in with a later version; for now export the documents from there as plain text.
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
import-tidy = Tidy text that was copied out of a PDF
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
import-skipped = Left out as you chose
import-give-up-title = Leave without bringing anything in?
import-give-up = Leave
import-give-up-text = What you have chosen, pasted and set here is lost. The files themselves stay as they are.
