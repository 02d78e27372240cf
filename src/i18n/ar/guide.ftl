# دليل المقابلة.
guide = دليل المقابلة
guide-title = دليل المقابلة
guide-questions = الأسئلة
guide-matches = أين طُرحت
guide-answers = الإجابات جنبًا إلى جنب
guide-asked = من سُئل عن ماذا
guide-question = السؤال
guide-empty = لا أسئلة بعد
guide-empty-text = اكتب أسئلة دليل المقابلة، أو الصقها كلها دفعة واحدة، أو خذها من وثيقة. يجد Emic بعدها أين طُرح كل سؤال ويعرض كل الإجابات عنه جنبًا إلى جنب.
guide-new = سؤال جديد
guide-add = إضافة
guide-paste = لصق عدة أسئلة
guide-paste-title = لصق دليل المقابلة
guide-paste-hint = سؤال في كل سطر. تُحذف الأرقام والنقاط.
guide-from-document = الأخذ من وثيقة
guide-choose-document = اختر وثيقة
guide-no-lines = لا شيء في هذه الوثيقة يشبه سؤالًا.
guide-add-n =
    { $n ->
        [zero] إضافة
        [one] إضافة سؤال واحد
        [two] إضافة سؤالين
        [few] إضافة { $n } أسئلة
        [many] إضافة { $n } سؤالًا
       *[other] إضافة { $n } سؤال
    }
guide-added =
    { $n ->
        [zero] لا سؤال جديد
        [one] أُضيف السؤال
        [two] أُضيف سؤالان
        [few] أُضيفت { $n } أسئلة
        [many] أُضيف { $n } سؤالًا
       *[other] أُضيف { $n } سؤال
    }
guide-drag = اسحب لتغيير الترتيب، أو Alt مع مفاتيح الأسهم
guide-up = رفع السؤال { $n }
guide-down = إنزال السؤال { $n }
guide-reword = إعادة صياغة السؤال { $n }
guide-delete = حذف السؤال { $n }
guide-moved = صار السؤال { $n }
guide-deleted = حُذف السؤال. حيث طُرح صار المطروح سؤالًا من خارج الدليل.
guide-reworded = أُعيدت صياغة السؤال
guide-reword-title = إعادة صياغة السؤال
guide-match = المطابقة مع المقابلات
guide-match-hint = يقترح Emic أي سؤال يطرحه كل دور للمحاور. أنت تؤكد أو تصحح، وما أكدته يبقى عند المطابقة من جديد.
guide-match-needs-questions = أضف أسئلة الدليل أولًا.
guide-no-turns = لا محادثة هنا
guide-no-turns-text = يُبحث عن الأسئلة في الوثائق التي يُعرف من يتحدث فيها. استورد نص مقابلة، أو وسّع نطاق الوثائق.
guide-matching = تجري المطابقة…
guide-matching-done = { $n } من { $all } من الوثائق
guide-matched =
    { $n ->
        [zero] لا اقتراحات جديدة
        [one] اقتراح جديد لدور واحد
        [two] اقتراح جديد لدورين
        [few] اقتراحات جديدة لـ { $n } أدوار
        [many] اقتراحات جديدة لـ { $n } دورًا
       *[other] اقتراحات جديدة لـ { $n } دور
    }
guide-matched-nothing = لا جديد يُقترح
guide-unread =
    { $n ->
        [zero] قُرئت كل النصوص
        [one] تعذرت قراءة نص وثيقة واحدة
        [two] تعذرت قراءة نصي وثيقتين
        [few] تعذرت قراءة نصوص { $n } وثائق
        [many] تعذرت قراءة نصوص { $n } وثيقة
       *[other] تعذرت قراءة نصوص { $n } وثيقة
    }
guide-state = مؤكد: { $confirmed }، مقترح: { $suggested }
guide-confirm-all = تأكيد الكل
guide-confirm = تأكيد الدور { $n }
guide-confirmed =
    { $n ->
        [zero] لم يُؤكَّد شيء
        [one] أُكِّد
        [two] أُكِّد دوران
        [few] أُكِّدت { $n } أدوار
        [many] أُكِّد { $n } دورًا
       *[other] أُكِّد { $n } دور
    }
guide-is-confirmed = مؤكد
guide-is-suggested = مقترح
guide-asks-label = ما يسأله الدور { $n }
guide-asks-nothing = لا سؤال، أو متابعة
guide-asks-other = سؤال من خارج الدليل
guide-nobody-asks = لا يُعرف من يسأل في هذه الوثيقة. حدّد ذلك بين متحدثيها.
guide-written = إجابات مكتوبة
guide-written-hint = في هذه الوثائق عناوين وليس فيها متحدثون. يمكن أن تقوم العناوين التي هي أسئلة مقام أدوار المحاور.
guide-take-headings = أخذ عناوينها أسئلةً
guide-headings-taken = الأسئلة والإجابات التي صُنعت من العناوين: { $n }
guide-no-headings = ليس بين عناوينها سؤال
guide-heading-asks = السؤال
guide-heading-answers = الإجابة
guide-before = السؤال السابق
guide-after = السؤال التالي
guide-answers-count = الوثائق التي طُرح فيها: { $asked }، والتي لم يُطرح فيها: { $never }{ $unmatched ->
        [0] {""}
       *[other] {""}، والتي لم تُطابَق بعد: { $unmatched }
    }
guide-rows = واحدة تحت الأخرى
guide-no-answers = لم يُطرح في أي موضع بعد
guide-no-answers-text = طابق الدليل مع المقابلات، أو حدّد أن دورًا ما يطرح هذا السؤال.
guide-not-answered = لا إجابة: يليه السؤال التالي مباشرة.
guide-asked-hint = لكل وثيقة وسؤال: طُرح كما أكدت (✓)، أو مقترح فقط (؟)، أو لم يُطرح قط (–)، أو لم تُطابَق الوثيقة مع الدليل بعد (·).
guide-copy = نسخ بصيغة CSV
guide-copied = نُسخ الجدول
guide-cell-asked = طُرح
guide-cell-suggested = مقترح
guide-cell-never = لم يُطرح قط
guide-cell-not-matched = لم تُطابَق بعد
guide-others = أسئلة من خارج الدليل
guide-others-none = لا دور موسومًا بأنه يطرح سؤالًا منها.
