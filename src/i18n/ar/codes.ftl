# Messages of this area: codes.
codes-filter = تصفية الرموز
codes-new = رمز جديد
codes-new-below = رمز جديد تحته
codes-new-below-name = رمز جديد تحت «{ $name }»
codes-name-placeholder = الاسم ثم Enter
codes-rename-label = اسم جديد للرمز «{ $name }»
codes-see-quotations = عرض اقتباساته
codes-quotations-of = اقتباسات «{ $name }»
codes-set-colour = اللون…
codes-set-definition = التعريف…
codes-delete = حذف…
codes-colour-of = لون «{ $name }»
codes-definition-of = تعريف «{ $name }»
codes-definition-hint = ما الذي يعنيه، ومتى يُستعمل ومتى لا يُستعمل، مع مثال.
codes-count-with-sub =
    { $n ->
        [zero] لا اقتباسات مع الرموز التي تحته، منها { $own } للرمز نفسه
        [one] اقتباس واحد مع الرموز التي تحته، منها { $own } للرمز نفسه
        [two] اقتباسان مع الرموز التي تحته، منها { $own } للرمز نفسه
        [few] { $n } اقتباسات مع الرموز التي تحته، منها { $own } للرمز نفسه
        [many] { $n } اقتباسًا مع الرموز التي تحته، منها { $own } للرمز نفسه
       *[other] { $n } اقتباس مع الرموز التي تحته، منها { $own } للرمز نفسه
    }

# What choosing a code in the tree beside the reader does
codes-tree-passage = الرموز. اختيار رمز يطبّقه على المقطع المحدد.
codes-tree-quotation = الرموز. اختيار رمز يطبّقه على الاقتباس.
codes-hint-passage = اختر رمزًا لتطبيقه على المقطع المحدد.
codes-hint-quotation = اختر رمزًا لإضافته إلى هذا الاقتباس.
codes-hint-nothing = حدّد مقطعًا أو اقتباسًا ثم اختر رمزًا لتطبيقه. ويمكنك أيضًا سحب رمز إلى النص.

# What was done
codes-added = أُنشئ الرمز «{ $name }»
codes-renamed = صار الاسم «{ $name }»
codes-recoloured = صار لون { $name }: { $colour }
codes-defined = حُفظ تعريف «{ $name }»
codes-deleted = حُذف الرمز «{ $name }»
codes-applied = طُبِّق «{ $name }»
codes-already = «{ $name }» مطبَّق على هذا المقطع من قبل
codes-text-loading = ما زال النص قيد التحميل. حاول مجددًا بعد لحظة.
codes-move-taken = لم يُنقل: يوجد في ذلك الموضع رمز اسمه «{ $name }». غيّر اسم أحدهما أولًا.

# Deleting
codes-delete-title = أتريد حذف الرمز «{ $name }»؟
codes-delete-unused = لا اقتباس يحمل هذا الرمز.
codes-delete-codings =
    { $n ->
        [zero] لا يُزال من أي اقتباس.
        [one] يُزال من اقتباس واحد. ويبقى الاقتباس نفسه.
        [two] يُزال من اقتباسين. ويبقى الاقتباسان نفسهما.
        [few] يُزال من { $n } اقتباسات. وتبقى الاقتباسات نفسها.
        [many] يُزال من { $n } اقتباسًا. وتبقى الاقتباسات نفسها.
       *[other] يُزال من { $n } اقتباس. وتبقى الاقتباسات نفسها.
    }
codes-delete-below =
    { $n ->
        [zero] لا رموز تحته.
        [one] ينتقل الرمز الذي تحته إلى مكانه.
        [two] ينتقل الرمزان اللذان تحته إلى مكانه.
        [few] تنتقل الرموز الـ{ $n } التي تحته إلى مكانه.
        [many] تنتقل الرموز الـ{ $n } التي تحته إلى مكانه.
       *[other] تنتقل الرموز الـ{ $n } التي تحته إلى مكانه.
    }
codes-delete-undo = يمكنك التراجع عن ذلك.

# Nothing there
codes-none = لا رموز بعد
codes-none-touch = الرمز اسم قصير لما يتحدث عنه المقطع. أنشئ رمزًا هنا؛ أو المس كلمة في النص مطوّلًا واختر «ترميز…».
codes-none-text = الرمز اسم قصير لما يتحدث عنه المقطع. أنشئ رمزًا هنا، أو حدّد مقطعًا في النص واضغط { $keys }.
codes-none-found = لا رمز يحوي اسمه هذه الكلمات.
codes-show-all = عرض كل الرموز

# The codebook
codebook-tree = رموز الدليل
codebook-back = كل الرموز
codebook-gone = لم يعد هذا الرمز موجودًا
codebook-gone-text = لقد حُذف. ويعيده التراجع.
codebook-teach = من هنا يبدأ دليل رموزك
codebook-teach-text = تسمّي الرموز ما تتحدث عنه المقاطع. نظّمها أثناء العمل: اسحب رمزًا فوق آخر ليصير تحته، فتجتمع الرموز في فئات والفئات في محاور. واكتب تعريفًا لكل رمز ليستعمله الجميع استعمالًا واحدًا.
codebook-choose = اختر رمزًا
codebook-choose-text = يظهر هنا تعريفه وموضعه واقتباساته.
codebook-choose-arrange = اسحب الرموز لترتيبها، أو اضغط Alt مع مفاتيح الأسهم.
codes-path = يقع تحت
codes-at-top = المستوى الأعلى
codes-with-sub = مع الرموز التي تحته
codes-below = الرموز التي تحته مباشرة
codes-made = أُنشئ
codes-first-quotations = أول الاقتباسات
codes-not-used = لا مقطع يحمل هذا الرمز بعد.
codes-none-own =
    { $n ->
        [zero] لا مقطع له بنفسه
        [one] لا مقطع له بنفسه · مقطع واحد مع الرموز التي تحته
        [two] لا مقطع له بنفسه · مقطعان مع الرموز التي تحته
        [few] لا مقطع له بنفسه · { $n } مقاطع مع الرموز التي تحته
        [many] لا مقطع له بنفسه · { $n } مقطعًا مع الرموز التي تحته
       *[other] لا مقطع له بنفسه · { $n } مقطع مع الرموز التي تحته
    }

# The levels of a codebook
codebook-levels = المحور والفئة والرمز
codebook-levels-how = لا شيء من هذا ثابت: المستوى هو موضع الرمز فحسب. اسحب الرموز لترتيبها، أو اضغط Alt مع مفاتيح الأسهم.
level-theme = المحور
level-theme-text = ما تدور حوله مقاطع كثيرة حين تنظر إليها من بعيد: فكرة تجيب عن سؤال بحثك.
level-category = الفئة
level-category-text = رموز يجمعها اسم واحد.
level-subcategory = الفئة الفرعية
level-subcategory-text = جزء من فئة يستحق اسمًا خاصًا به.
level-code = الرمز
level-code-text = اسم قصير لما يتحدث عنه مقطع واحد. وهو ما تضعه على النص.
