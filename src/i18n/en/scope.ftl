# The part of the project that lists, counts, searches and exports are about.
scope-everything = Looking at: everything
scope-part = Looking at: a part
scope-only = Only
scope-clear = Show everything
scope-remove = No longer only { $what }
scope-title = What to look at
scope-text = Tick what you want to look at. Quotations, counts, search and exports are then about that part only. A list in which nothing is ticked narrows nothing.
scope-nothing = There is nothing to choose from yet. Once the project has documents or codes, you can look at some of them only.
scope-apply = Look at this
scope-choose-documents = Documents
scope-choose-codes = Codes
scope-choose-coders = Coders
scope-choose-speakers = Speakers
scope-leave-out-asked = Leave interviewers’ words out
scope-leave-out-asked-text = Of quotations, counts, search, exports and word counts. Who asks is said in each document’s list of speakers.
scope-folder = { $name } (folder)
scope-filter = Filter: { $what }
scope-documents = { $names }
scope-folders = { $names } (folder)
scope-codes = { $names } (code)
scope-coders = { $names } (coder)
scope-speakers = { $names } (speaker)
scope-without-asked = without interviewers’ words
scope-and-more =
    { $n ->
        [one] { $names } and { $n } more
       *[other] { $names } and { $n } more
    }
list-separator = ,{" "}
scope-choose-cases = Cases
scope-choose-values = Cases by { $column }
scope-cases = Cases: { $names }
scope-values = { $column }: { $names }
