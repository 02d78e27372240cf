# Messages of this area: picker.
picker-title = Code the passage
picker-field = Find or create a code
picker-apply = apply
picker-apply-named = apply “{ $name }”
picker-applied-already = “{ $name }” is there already
picker-create-named = create “{ $name }”
picker-in-vivo = in vivo
picker-close = close
picker-applied = applied
picker-recent = recent
picker-new = new
picker-create-name = Create “{ $name }”
picker-create-note = Makes a new code on the top level, and applies it at once.
picker-no-definition = No definition yet
picker-empty = No codes yet. Type a name for what this passage is about and press Enter.
picker-found =
    { $n ->
        [0] No code found
        [one] { $n } code found
       *[other] { $n } codes found
    }
