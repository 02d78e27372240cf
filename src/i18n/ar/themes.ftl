# رسائل هذا القسم: المحاور، واقتباسات الورقة البحثية.
themes = المحاور
themes-new = محور جديد
themes-first = أنشئ أول محور
themes-none = لا محاور بعد
themes-none-text = المحور هو ما ترويه المواد عن فكرة مركزية واحدة: يجمع رموزًا، وتُعرف حدوده، وله حكاية. وهنا تختار أيضًا الاقتباسات التي تُطبع له في الورقة، وتحدد كيف تُعزى من غير أن يُعرف أحد، ثم تأخذها في ملف Word أو Excel.
themes-name = اسم المحور
themes-name-hint = الجملة القصيرة أبلغ من العنوان: «الانتظار عمل» لا «الانتظار».
themes-idea = الفكرة المركزية
themes-idea-hint = ما يجمع أطرافه، في جملة أو جملتين
themes-boundary = الحدود
themes-boundary-hint = ما لا يدخل فيه
themes-story = الحكاية
themes-story-hint = ما يرويه، وكيف يجيب عن سؤالك
themes-holds =
    { $codes ->
        [zero] لا رموز
        [one] رمز واحد
        [two] رمزان
        [few] { $codes } رموز
        [many] { $codes } رمزًا
       *[other] { $codes } رمز
    } · { $chosen ->
        [zero] لا اقتباسات
        [one] اقتباس واحد
        [two] اقتباسان
        [few] { $chosen } اقتباسات
        [many] { $chosen } اقتباسًا
       *[other] { $chosen } اقتباس
    }، للنشر { $used }
themes-choose = اختر محورًا.
themes-missing = لم يعد هذا المحور موجودًا. قد يعيده التراجع.
themes-back = كل المحاور
themes-added = أُنشئ المحور
themes-kept = حُفظ المحور
themes-moved = نُقل المحور
themes-delete = حذف المحور
themes-deleted = حُذف المحور «{ $theme }»
themes-codes = الرموز التي تحته
themes-no-codes = لا شيء بعد
themes-add-code = إضافة رمز
themes-code-added = أُضيف الرمز إلى المحور
themes-code-removed = رُفع الرمز عن المحور
themes-code-remove = رفع { $name } عن المحور
themes-chosen = الاقتباسات المختارة
themes-none-chosen = لم تُختر اقتباسات بعد
themes-none-chosen-text = اختر المقاطع التي تُظهر المحور أحسن إظهار. ولك أن ترتبها، وأن تختصرها للطباعة مع وسم كل تغيير، وأن تحدد أيها يظهر في الورقة.
themes-pick = اختيار اقتباسات
themes-pick-n =
    { $n ->
        [zero] اختيار
        [0] اختيار
        [one] اختيار اقتباس واحد
        [two] اختيار اقتباسين
        [few] اختيار { $n } اقتباسات
        [many] اختيار { $n } اقتباسًا
       *[other] اختيار { $n } اقتباس
    }
themes-pick-search = كلمات من الاقتباس أو وثيقته
themes-pick-all = من كل الاقتباسات، لا من رموزه فقط
themes-pick-none = اختيرت كل اقتباسات رموزه، أو لا اقتباسات لها.
themes-picked =
    { $n ->
        [zero] لم يُختر شيء
        [one] اختير الاقتباس
        [two] اختير اقتباسان
        [few] اختيرت { $n } اقتباسات
        [many] اختير { $n } اقتباسًا
       *[other] اختير { $n } اقتباس
    }
themes-choose-for = اختيار لمحور
themes-find = اسم محور، أو اسم محور جديد
themes-find-none = لا محور بهذا الاسم. اكتب اسمًا لتنشئ محورًا.
themes-chosen-already = مختار من قبل
themes-chosen-moved = نُقل الاقتباس
themes-unchoose = رفع من القائمة
themes-unchosen = رُفع الاقتباس من القائمة
themes-use = يظهر في الورقة
themes-used = وُسم للنشر
themes-not-used = لم يعد موسومًا للنشر
themes-up = نقل إلى أعلى
themes-down = نقل إلى أسفل
themes-blocked = لا يخرج في أي تصدير.
themes-hidden =
    { $n ->
        [zero] لا شيء مخفي.
        [one] أُخفي اقتباس واحد لأن صاحبه انسحب.
        [two] أُخفي اقتباسان لأن صاحبيهما انسحبا.
        [few] أُخفيت { $n } اقتباسات لأن أصحابها انسحبوا.
        [many] أُخفي { $n } اقتباسًا لأن أصحابها انسحبوا.
       *[other] أُخفي { $n } اقتباس لأن أصحابها انسحبوا.
    }

sortable-move = نقل { $name }
sortable-how = اسحب، أو استعمل مفاتيح الأسهم
sortable-now = { $name }: الآن { $n } من { $all }

print-edit = تحرير للطباعة
print-edited = محرَّر للطباعة
print-said = كما قيل
print-words = كما يُطبع
print-marks = علامات
print-ellipsis = حذف […]
print-clarify = توضيح [ ]
print-retract = حجب اسم
print-retracted = حُجب الاسم
print-verbatim = طباعة بالحرف
print-kept = حُفظت الصياغة المطبوعة
print-faithful = كل تغيير موسوم.
print-unmarked =
    { $n ->
        [zero] لا تغيير بلا وسم
        [one] تغيير واحد بلا وسم
        [two] تغييران بلا وسم
        [few] { $n } تغييرات بلا وسم
        [many] { $n } تغييرًا بلا وسم
       *[other] { $n } تغيير بلا وسم
    }
print-unmarked-text =
    { $n ->
        [zero] لا تغيير بلا وسم.
        [one] تغيير واحد بلا وسم. ضع علامة حذف حيث تُركت كلمات، وأقواسًا معقوفة حول ما أُضيف.
        [two] تغييران بلا وسم. ضع علامة حذف حيث تُركت كلمات، وأقواسًا معقوفة حول ما أُضيف.
        [few] { $n } تغييرات بلا وسم. ضع علامة حذف حيث تُركت كلمات، وأقواسًا معقوفة حول ما أُضيف.
        [many] { $n } تغييرًا بلا وسم. ضع علامة حذف حيث تُركت كلمات، وأقواسًا معقوفة حول ما أُضيف.
       *[other] { $n } تغيير بلا وسم. ضع علامة حذف حيث تُركت كلمات، وأقواسًا معقوفة حول ما أُضيف.
    }
print-stale = تغيّرت الكلمات منذ ذلك
print-stale-text = صارت كلمات الاقتباس غير ما كانت عليه حين كُتبت هذه الصياغة. قارن بينهما، ثم احفظ إن كانت تصلح. وإلى ذلك الحين تُترك من الصادر للورقة.

attribution = العزو
attribution-teach = قل بعد كل اقتباس من صاحبه. تُملأ الحقول التي بين القوسين بما هو معروف عن المشارك، وما كان فارغًا منها سقط مع فاصلته.
attribution-language = لغة الورقة
attribution-template = القالب
attribution-example = ({ $profession }، { $gender })
attribution-fields = حقول للإدراج
attribution-preview = معاينة
attribution-no-quotations = لا اقتباسات بعد.
attribution-says-nothing = لا شيء
attribution-unknown =
    { $n ->
        [one] لا حقل اسمه { $names }. سيُطبع كما هو مكتوب هنا.
       *[other] لا حقول اسمها { $names }. ستُطبع كما هي مكتوبة هنا.
    }
attribution-kept = حُفظ العزو

paper-check = قبل النشر
counts-title = من يُقتبس منه
counts-all = في كل المحاور
counts-none = حين تُختار اقتباسات يظهر هنا كم مرة اقتُبس من كل مشارك.
counts-nobody = بلا مشارك
counts-often = كثير
counts-n =
    { $spare ->
        [0] { $n }
       *[other] { $n } (+{ $spare })
    }
identify-title = هل يدل على أحد بعينه؟
identify-nobody = سِم اقتباسات للنشر، فيظهر هنا كم مشاركًا ينطبق عليه ما يُطبع عن كل شخص في اقتباساته كلها معًا.
identify-nothing = لا يُطبع ما يميّز مشاركًا من آخر.
identify-good =
    { $n ->
        [zero] ما يُطبع لا يدل على أحد بعينه.
        [one] ما يُطبع عن شخص واحد ينطبق على ثلاثة مشاركين على الأقل.
        [two] ما يُطبع عن كل من شخصين ينطبق على ثلاثة مشاركين على الأقل.
        [few] ما يُطبع عن كل من { $n } أشخاص ينطبق على ثلاثة مشاركين على الأقل.
        [many] ما يُطبع عن كل من { $n } شخصًا ينطبق على ثلاثة مشاركين على الأقل.
       *[other] ما يُطبع عن كل من { $n } شخص ينطبق على ثلاثة مشاركين على الأقل.
    }
identify-one =
    { $n ->
        [zero] ما يُطبع لا يدل على أحد وحده.
        [one] ما يُطبع يدل على شخص بعينه.
        [two] ما يُطبع يدل على شخصين، كلٍّ منهما وحده.
        [few] ما يُطبع يدل على { $n } أشخاص، كلٍّ منهم وحده.
        [many] ما يُطبع يدل على { $n } شخصًا، كلٍّ منهم وحده.
       *[other] ما يُطبع يدل على { $n } شخص، كلٍّ منهم وحده.
    }
identify-few =
    { $n ->
        [zero] ما يُطبع لا ينطبق على قلة.
        [one] ما يُطبع عن شخص واحد لا ينطبق إلا على قلة من المشاركين.
        [two] ما يُطبع عن شخصين لا ينطبق إلا على قلة من المشاركين.
        [few] ما يُطبع عن { $n } أشخاص لا ينطبق إلا على قلة من المشاركين.
        [many] ما يُطبع عن { $n } شخصًا لا ينطبق إلا على قلة من المشاركين.
       *[other] ما يُطبع عن { $n } شخص لا ينطبق إلا على قلة من المشاركين.
    }
identify-unchecked = لم يُفحص، وقد يسمّي شخصًا: { $names }.
identify-telling = «{ $name }» أكثرها دلالة: بدونها يقل من يمكن معرفتهم.
identify-points = لا ينطبق على أحد غيره.
identify-fits = عدد من ينطبق عليهم: { $n }.
identify-no-remedy = لا ينفع ترك واحدة منها وحدها: اترك أكثر من واحدة، أو اكتبها أعمّ.
identify-leave-out = بدون «{ $name }» يصير عددهم { $n }.
identify-range = إذا كُتب «{ $name }» هكذا: { $range }، صار عددهم { $n }.

paper-export = تصدير للورقة
paper-export-do = تصدير
paper-title = اقتباسات الورقة
paper-form = الملف
paper-as-docx = مستند Word ‏(docx)
paper-as-xlsx = جدول Excel ‏(xlsx)
paper-as-html = صفحة للطباعة (HTML)
paper-as-markdown = نص بعناوين (Markdown)
paper-as-csv = جدول لبرامج أخرى (CSV)
paper-one = هذا المحور فقط
paper-only = الموسوم للنشر فقط
paper-told = ما هو معروف عن كل اقتباس، تحته
paper-told-hint = الرموز والفقرة والصفحة والوقت والتعليق وما يُختار في الأسفل. هذا لك أكثر مما هو للطباعة.
paper-verbatim = الكلمات كما قيلت أيضًا
paper-verbatim-hint = فيها ما حُذف أو حُجب للطباعة.
paper-columns = يُكتب أيضًا
paper-count =
    { $n ->
        [0] لا شيء يُكتب. اختر اقتباسات للمحاور، وسِمها للنشر.
        [zero] لا شيء يُكتب. اختر اقتباسات للمحاور، وسِمها للنشر.
        [one] يُكتب اقتباس واحد.
        [two] يُكتب اقتباسان.
        [few] تُكتب { $n } اقتباسات.
        [many] يُكتب { $n } اقتباسًا.
       *[other] يُكتب { $n } اقتباس.
    }
paper-unmarked =
    { $n ->
        [zero] لا صياغة مطبوعة فيها تغييرات بلا وسم.
        [one] صياغة مطبوعة واحدة فيها تغييرات بلا وسم.
        [two] صياغتان مطبوعتان فيهما تغييرات بلا وسم.
        [few] { $n } صياغات مطبوعة فيها تغييرات بلا وسم.
        [many] { $n } صياغة مطبوعة فيها تغييرات بلا وسم.
       *[other] { $n } صياغة مطبوعة فيها تغييرات بلا وسم.
    }
paper-stale =
    { $n ->
        [zero] لم يُترك شيء.
        [one] تُرك اقتباس واحد لأن الكلمات تغيّرت بعد كتابة الصياغة المطبوعة.
        [two] تُرك اقتباسان لأن الكلمات تغيّرت بعد كتابة الصياغة المطبوعة.
        [few] تُركت { $n } اقتباسات لأن الكلمات تغيّرت بعد كتابة الصياغة المطبوعة.
        [many] تُرك { $n } اقتباسًا لأن الكلمات تغيّرت بعد كتابة الصياغة المطبوعة.
       *[other] تُرك { $n } اقتباس لأن الكلمات تغيّرت بعد كتابة الصياغة المطبوعة.
    }
paper-stale-do = حرّر كلًّا منها للطباعة واحفظه لتؤكد أنه يصلح.
paper-left-out =
    { $n ->
        [zero] لم يُترك شيء.
        [one] تُرك اقتباس واحد لأنه لا يجوز اقتباسه: { $why }.
        [two] تُرك اقتباسان لأنه لا يجوز اقتباسهما: { $why }.
        [few] تُركت { $n } اقتباسات لأنه لا يجوز اقتباسها: { $why }.
        [many] تُرك { $n } اقتباسًا لأنه لا يجوز اقتباسها: { $why }.
       *[other] تُرك { $n } اقتباس لأنه لا يجوز اقتباسها: { $why }.
    }
paper-word-theme = المحور
paper-word-printed = الكلمات المطبوعة
paper-word-attribution = العزو
paper-word-verbatim = الكلمات كما قيلت
paper-word-codes = الرموز
paper-word-document = الوثيقة
paper-word-paragraph = الفقرة
paper-word-page = الصفحة
paper-word-time = الوقت
paper-word-case = المشارك
paper-word-speaker = المتحدث
paper-word-chain = السلسلة
paper-word-wave = الموجة
paper-word-comment = التعليق
paper-word-idea = الفكرة المركزية
paper-word-boundary = الحدود
paper-word-nothing = لا اقتباسات موسومة للنشر.
