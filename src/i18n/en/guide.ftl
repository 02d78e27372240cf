# The interview guide.
guide = Guide
guide-title = Interview guide
guide-questions = Questions
guide-matches = Where they are asked
guide-answers = Answers side by side
guide-asked = Who was asked what
guide-question = Question
guide-empty = No questions yet
guide-empty-text = Type the questions of your interview guide, paste them all at once, or take them from a document. Emic then finds where each is asked, and shows all answers to it side by side.
guide-new = A new question
guide-add = Add
guide-paste = Paste several
guide-paste-title = Paste the guide
guide-paste-hint = One question a line. Numbers and bullets are left out.
guide-from-document = Take from a document
guide-choose-document = Choose a document
guide-no-lines = Nothing in this document looks like a question.
guide-add-n =
    { $n ->
        [0] Add
        [one] Add { $n } question
       *[other] Add { $n } questions
    }
guide-added =
    { $n ->
        [0] No question is new
        [one] Question added
       *[other] { $n } questions added
    }
guide-drag = Drag to reorder, or Alt with the arrow keys
guide-up = Move question { $n } up
guide-down = Move question { $n } down
guide-reword = Reword question { $n }
guide-delete = Delete question { $n }
guide-moved = Now question { $n }
guide-deleted = Question deleted. Where it was asked, one is asked that is not in the guide.
guide-reworded = Question reworded
guide-reword-title = Reword the question
guide-match = Match to the interviews
guide-match-hint = Emic suggests which question each turn of an interviewer asks. You confirm or correct; what you have confirmed stays when it is matched again.
guide-match-needs-questions = Add the questions of your guide first.
guide-no-turns = No conversation here
guide-no-turns-text = Questions are found in documents in which it is known who speaks. Bring in a transcript, or look at more documents.
guide-matching = Matching…
guide-matching-done = { $n } of { $all } documents
guide-matched =
    { $n ->
        [one] { $n } turn has a new suggestion
       *[other] { $n } turns have a new suggestion
    }
guide-matched-nothing = There is nothing new to suggest
guide-unread =
    { $n ->
        [one] The text of { $n } document could not be read
       *[other] The texts of { $n } documents could not be read
    }
guide-state = { $confirmed } confirmed, { $suggested } suggested
guide-confirm-all = Confirm all
guide-confirm = Confirm turn { $n }
guide-confirmed =
    { $n ->
        [one] Confirmed
       *[other] { $n } turns confirmed
    }
guide-is-confirmed = confirmed
guide-is-suggested = suggested
guide-asks-label = What turn { $n } asks
guide-asks-nothing = No question, or a probe
guide-asks-other = A question that is not in the guide
guide-nobody-asks = Nobody in this document is known to be who asks. Say so among its speakers.
guide-written = Written answers
guide-written-hint = These documents have headings and no speakers. Headings that are questions can stand for an interviewer’s turns.
guide-take-headings = Take its headings as questions
guide-headings-taken = { $n } questions and answers made of the headings
guide-no-headings = None of its headings is a question
guide-heading-asks = Question
guide-heading-answers = Answer
guide-before = Question before
guide-after = Next question
guide-answers-count =
    { $asked ->
        [one] Asked in { $asked } document
       *[other] Asked in { $asked } documents
    }, never in { $never }{ $unmatched ->
        [0] {""}
       *[other] {""}, not matched yet: { $unmatched }
    }
guide-rows = One below the other
guide-no-answers = Not asked anywhere yet
guide-no-answers-text = Match the guide to the interviews, or say in a turn that it asks this question.
guide-not-answered = Nothing was answered: the next question follows at once.
guide-asked-hint = Per document and question: asked as you confirmed (✓), only suggested (?), never asked (–), or not matched with the guide yet (·).
guide-copy = Copy as CSV
guide-copied = The table was copied
guide-cell-asked = asked
guide-cell-suggested = suggested
guide-cell-never = never asked
guide-cell-not-matched = not matched yet
guide-others = Questions that are not in the guide
guide-others-none = No turn is marked as asking one.
