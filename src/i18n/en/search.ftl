# Search over the whole project, and within one document.
nav-search = Search
search-heading = Search
search-field = Search documents, comments and codes
search-switches = How words are compared
search-exact-case = Match case
search-whole-words = Whole words
search-exact-marks = Match accents and vowel marks
search-found = What was found
search-count =
    { $n ->
        [one] { $n } hit in { $documents ->
            [0] the codebook and memos
            [one] { $documents } document
           *[other] { $documents } documents
        }
       *[other] { $n } hits in { $documents ->
            [0] the codebook and memos
            [one] { $documents } document
           *[other] { $documents } documents
        }
    }
search-count-both =
    { $n } hits: { $here } in { $documents ->
        [one] { $documents } document
       *[other] { $documents } documents
    }, { $codes } in the codebook and memos
search-under-way =
    { $n ->
        [0] Searching…
        [one] Searching… { $n } hit so far
       *[other] Searching… { $n } hits so far
    }
search-stop = Stop
search-stopped =
    { $n ->
        [one] Stopped; { $n } hit so far. Change the words to search again.
       *[other] Stopped; { $n } hits so far. Change the words to search again.
    }
search-empty-title = Nothing to search yet
search-empty-text = Bring in a text first. Then every word of it is found here as you type.
search-loosely = Search less strictly
search-idle-title = Find any words again
search-idle-text = Type a word or a phrase. Documents, comments, memos and the codebook are searched as you type, here in your browser. Upper case, accents, Arabic vowel marks and tatweel make no difference unless you say so.
search-none-title = Nothing found for “{ $words }”
search-none-text = Try fewer letters or only a part of the phrase, or switch off what makes the search stricter.
search-failed-title = The search failed
search-failed = The project could not be searched ({ $cause }). Change the words to try again; if it fails again, reload this page.
search-without-text = The text of this document could not be read: only its title and comments were searched.
search-more =
    { $n ->
        [one] Show { $n } more hit
       *[other] Show { $n } more hits
    }
search-reading = Getting the passages…
search-beyond =
    { $n ->
        [one] and { $n } more hit: open the document to go through all
       *[other] and { $n } more hits: open the document to go through all
    }
search-in-title = Title
search-in-comment = Comment
search-in-coding-comment = Comment on a code
search-in-name = Code
search-in-definition = Definition
search-paragraph = ¶ { $n }

# Within one document
find-label = Find in this document
find-field = Find in this document
find-next = Next hit
find-previous = Previous hit
find-place = { $n } of { $all }
find-none = No hits
find-in-all = Search all documents
find-failed = Not searched
search-none-scoped = You are looking at a part of the project only, and it may be elsewhere.
search-everything = Search the whole project
search-in-memo-title = In the title of a memo
search-in-memo = In a memo
search-codes-and-memos = Codebook and memos
