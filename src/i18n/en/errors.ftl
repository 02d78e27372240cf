# Why something was not done, or could not be read. Each says what to do where something can be done.

error-project-closed = No project is open any more. Open it again from the start page.
error-read-only = This project can only be read here, because another tab or window has it open. Change it there, or take it over here.
error-withdrawn = These words are withdrawn: they are hidden, and cannot be coded. Select others, or take the withdrawal back first.

# An edit that cannot be carried out. $kind is coder, folder, document, code, quotation or coding.
error-missing =
    { $kind ->
        [coder] This coder is no longer in the project.
        [folder] This folder is no longer there.
        [document] This document is no longer there.
        [code] This code is no longer in the codebook.
        [quotation] This quotation is no longer there.
        [case] This case is no longer there.
        [attribute] This attribute is no longer there.
        [question] This question is no longer in the guide.
        [speaker] This speaker is no longer in the document.
        [level] This level is no longer in the project.
        [version] This version of the codebook is no longer there.
        [memo] This memo is no longer there.
        [link] This link is no longer there.
        [theme] This theme is no longer there.
       *[coding] This coding is no longer there.
    }
error-exists =
    { $kind ->
        [coder] This coder is in the project already.
        [folder] This folder is there already.
        [document] This document is in the project already.
        [code] This code is in the codebook already.
        [quotation] This quotation is there already.
        [case] This case is there already.
        [attribute] This attribute is there already.
        [question] This question is in the guide already.
        [speaker] This speaker is in the document already.
        [level] This level is there already.
        [version] This version of the codebook is there already.
        [memo] This memo is there already.
        [link] These quotations are linked so already.
        [theme] This theme is there already.
       *[coding] This coding is there already.
    }
error-empty-name =
    { $kind ->
        [coder] Give the coder a name or initials.
        [folder] Give the folder a name.
        [document] Give the document a title.
        [code] Give the code a name.
        [level] Give the level a name.
        [version] Give the version a name.
        [theme] Give the theme a name.
       *[other] Give it a name.
    }
error-name-taken = There is already one called “{ $name }” here. Choose another name.
error-inside-itself =
    { $kind ->
        [folder] A folder cannot be moved into itself or into a folder inside it.
        [link] A quotation cannot be linked to itself.
       *[code] A code cannot be moved under itself or under one of its own sub-codes.
    }
error-not-a-sibling = The place it was to be put at has changed meanwhile. Try again.
error-empty-span = Nothing is selected. Select at least one character of the text.
error-beyond-text = The passage goes beyond the end of the document. Select it again.
error-already-coded = This quotation has that code already.
error-structure = Turns or parts may not overlap, and must lie within the text. Nothing was changed.
error-empty-title = Give the project a title.
error-nothing-to-undo = There is nothing to undo or redo.
error-would-empty = { $n ->
    [one] A quotation would be left without a word.
   *[other] { $n } quotations would be left without a word.
} Nothing was changed.
error-not-as-it-was = The project was changed meanwhile. Try again.

# A project file that is not read.
read-nothing-changed = Nothing was changed.
read-not-json = The file is damaged: in line { $line }, character { $column }, it breaks the rules of JSON. If it was edited by hand, mend it there; otherwise use another copy or export it again.
read-truncated = The file ends in the middle, in line { $line }. It was probably not copied or downloaded completely. Copy it again, or export the project again.
read-seems-empty = The file is empty. It was probably not copied or downloaded completely.
read-seems-zip = This is an archive or an Office file, not an Emic project. A project file is exported from Emic and its name ends in .json.
read-seems-pdf = This is a PDF, not an Emic project. A project file is exported from Emic and its name ends in .json.
read-seems-xml = This is an XML or HTML file, not an Emic project. A project file is exported from Emic and its name ends in .json.
read-seems-json = This is a JSON file of another program, not an Emic project.
read-seems-text = This is a text, not an Emic project. To code it, create or open a project and import the text there.
read-seems-binary = This is no file that Emic can read as a project. A project file is exported from Emic and its name ends in .json.
read-newer = A newer version of Emic wrote this file (it needs format { $needs }; this version knows format { $has }). Open it with the newer Emic, or reload this page to get it.
read-too-large = The file is larger than { $limit } MB, more than Emic reads at once.
read-field-missing = The file is damaged: the field { $path } is missing. Use another copy or export it again.
read-field-wrong = The file is damaged: the field { $path } holds something else than what it must ({ $expected }). Use another copy or export it again.
read-file-failed = The browser could not read the file ({ $cause }). Is it still where it was? Choose it again.

# What was found wrong in a project file and set right.
issue-parent-missing =
    { $kind ->
        [folder] The folder “{ $name }” lay in a folder that does not exist; it is now at the top.
        [document] The document “{ $name }” lay in a folder that does not exist; it is now at the top.
       *[code] The code “{ $name }” stood under a code that does not exist; it is now at the top.
    }
issue-inside-itself =
    { $kind ->
        [folder] The folder “{ $name }” lay inside itself; it is now at the top.
       *[code] The code “{ $name }” stood under itself; it is now at the top.
    }
issue-no-name =
    { $kind ->
        [coder] A coder had no name and is now called “{ $name }”.
        [folder] A folder had no name and is now called “{ $name }”.
        [document] A document had no title and is now called “{ $name }”.
        [case] A case had no name and is now called “{ $name }”.
        [attribute] An attribute had no name and is now called “{ $name }”.
        [question] A question of the guide had no words and is now “{ $name }”.
        [memo] A memo had no title and is now called “{ $name }”.
        [theme] A theme had no title and is now called “{ $name }”.
       *[code] A code had no name and is now called “{ $name }”.
    }
issue-coder-missing = A coder is mentioned who is not listed; they were added as “{ $name }”.
issue-document-missing = The quotation “{ $words }” belongs to a document that is not in the file; it was left out.
issue-cut = “{ $document }”: the quotation “{ $words }” went beyond the end of the text; it was cut there.
issue-left-out = “{ $document }”: the quotation “{ $words }” lay beyond the end of the text; it was left out.
issue-empty-quotation = “{ $document }”: a quotation without a character was left out.
issue-code-missing = “{ $document }”: the quotation “{ $words }” had a code that is not in the file; that coding was left out.
issue-coded-twice = “{ $document }”: the quotation “{ $words }” had the same code twice; the second was left out.
issue-same-id =
    { $kind ->
        [coder] Two coders have the same identity; the second, “{ $name }”, was left out.
        [folder] Two folders have the same identity; the second, “{ $name }”, was left out.
        [document] Two documents have the same identity; the second, “{ $name }”, was left out.
        [code] Two codes have the same identity; the second, “{ $name }”, was left out.
        [case] Two cases have the same identity; the second, “{ $name }”, was left out.
        [attribute] Two attributes have the same identity; the second, “{ $name }”, was left out.
        [question] Two questions of the guide have the same identity; the second, “{ $name }”, was left out.
        [quotation] Two quotations have the same identity; the second, “{ $name }”, was left out.
        [memo] Two memos have the same identity; the second, “{ $name }”, was left out.
        [link] Two links between quotations have the same identity; the second was left out.
        [theme] Two themes have the same identity; the second, “{ $name }”, was left out.
       *[coding] Two codings of “{ $name }” have the same identity; the second was left out.
    }
issue-text-changed = “{ $document }”: the text was changed after the file was written; the text in the file was taken.
issue-not-canonical = “{ $document }”: line ends or a byte order mark were not as they should be; they were set right.
issue-revisions-do-not-fit = “{ $document }”: the record of corrections to its text does not fit the text; what no longer fits was left out.
issue-edits-do-not-fit = “{ $document }”: the record of how the text was tidied does not lead to the text; the text itself was taken as it is.
issue-structure = “{ $document }”: a heading, turn, page or part lay beyond the text or belonged to nothing; it was left out.
issue-attribute-missing = The case “{ $case }” had a value of something that is not in the file; it was left out.
issue-referrer = The case “{ $case }” was referred by one that is not in the file, or by itself in a circle; that was left out.
error-led-to-itself = A case cannot be referred by someone whom it referred itself, directly or by others.
issue-span-turned = “{ $document }”: the quotation “{ $words }” ended before it started; it was turned round.
issue-quote-moved = “{ $document }”: the quotation “{ $words }” was not at its place; it was moved to its words.
issue-quote-lost = “{ $document }”: the words of the quotation “{ $words }” are not in the text; it stayed at its place. Check it.
issue-name-taken = Two codes side by side were called “{ $name }”; one is now “{ $renamed }”.
issue-quotation-twice = “{ $document }”: the quotation “{ $words }” was there twice with one id; the second was left out.

# The codebook
error-bad-key = A code’s key is one letter from A to Z or one digit.
error-key-taken = The code “{ $code }” has this key already.
error-bad-weight = A weight is a whole number from 0 to 100.
issue-sheet = The code “{ $code }”: a key, a level or a reference to another code was not sound; it was left out.
issue-book = A level or a version of the codebook was there twice or had no name; it was left out.
issue-theme-unsound = The theme “{ $theme }” named codes or quotations that are not in the file, or twice; those were left out.
issue-link-unsound = A link led to a quotation that is not in the file, or to where it began; it was left out.
error-limited-case = What this case said may not simply be quoted. Without the case it could be: remove it for good instead, or first say that it may be quoted.
error-limited = These words may not be quoted as they are. Without this quotation they could be: first say that they may be quoted, or withdraw them.
