# الحالات وأجزاء الوثائق التي تتبعها.
case = الحالة
cases = الحالات
cases-none = لا حالات بعد
cases-none-text = الحالة هي من يُدرس أو ما يُدرس: مشارك أو أسرة أو عيادة. قد تتبعها وثائق أو أجزاء منها أو متحدثون.
cases-new-name = اسم حالة جديدة
cases-add = إضافة حالة
cases-added = أُضيفت الحالة «{ $case }»
cases-rename = إعادة تسمية «{ $case }»
cases-renamed = صار اسم الحالة «{ $case }»
cases-delete = حذف «{ $case }»
cases-delete-title = أتُحذف الحالة «{ $case }»؟
cases-delete-text = ما يتبعها لن يتبع أي حالة، ولا يُفقد نص ولا اقتباس. يمكنك التراجع عن ذلك.
cases-deleted = حُذفت الحالة «{ $case }»
cases-name-needed = تحتاج الحالة إلى اسم.
cases-speakers-without = متحدثون بلا حالة
cases-of-speaker = حالة { $speaker } في { $document }
cases-new-of = حالة جديدة «{ $name }»
cases-no-case = بلا حالة
cases-speaker-given = حُدِّدت حالة «{ $speaker }»
cases-document-given = حُدِّدت حالة الوثيقة
cases-choose-document = اختر وثيقة
cases-give-document = إلحاق وثيقة كاملة بها
cases-whole = وثيقة كاملة
cases-part = جزء
cases-speaker = المتحدث { $speaker }
cases-take-document = إخراج «{ $document }» منها
cases-take-speaker = إخراج { $speaker } منها
cases-taken = لم يعد يتبع أي حالة
cases-nothing = لا شيء يتبعها بعد. ألحق بها وثيقة هنا، أو مقطعًا من داخل النص.
cases-more-quotations =
    { $n ->
        [zero] ولا غيرها
        [one] وواحد غيرها
        [two] واثنان غيرها
        [few] و{ $n } غيرها
        [many] و{ $n } غيرها
       *[other] و{ $n } غيرها
    }

parts = الأجزاء
parts-of = الحالات في «{ $document }»
parts-whole = الوثيقة كلها تتبع
parts-whole-hint = إلا الأجزاء والمتحدثين الذين لهم حالة خاصة.
parts-none = لا مقطع له حالة خاصة. حدّد كلمات في النص لإلحاقها بحالة، أو قسّم النص عند عناوينه.
parts-remove = إزالة جزء { $case }
parts-removed = أُزيل الجزء
parts-give = الإلحاق بحالة
parts-give-short = إلحاق بحالة…
parts-give-do = إلحاق
parts-give-hint = إحدى حالاتك، أو اسم حالة جديدة. وما يغطيه من أجزاء أقدم يُفسح له.
parts-given = أُلحق بالحالة «{ $case }»
parts-select-first = حدّد الكلمات أولًا
parts-split = التقسيم عند العناوين
parts-split-hint = يصير كل قسم جزءًا من الحالة المسماة معه. استبعد ما لا يتبع أي حالة.
parts-split-nothing = لا شيء في هذا النص يشبه عنوانًا. حدّد مقطعًا وألحقه بحالة بدلًا من ذلك.
parts-split-do = تقسيم
parts-split-done =
    { $n ->
        [zero] لم يُصنع جزء
        [one] صُنع جزء واحد
        [two] صُنع جزآن
        [few] صُنعت { $n } أجزاء
        [many] صُنع { $n } جزءًا
       *[other] صُنع { $n } جزء
    }
parts-section = { $n }. { $heading }
parts-section-case = حالة القسم { $n }
parts-bracket = جزء من { $case }

# جدول الحالات وسماتها.
cases-sheet = كل الحالات
cases-table1 = الجدول 1
cases-recruitment = الاستقطاب
column-consent = الموافقة
column-referrer = أُحيل عن طريق
column-chain = السلسلة
column-wave = الموجة
column-material = المواد
sheet-details = تفاصيل { $case }
sheet-edit = قيمة { $case }
sheet-does-not-fit = لا تلائم نوع عمودها، فتُعد مجهولة
sheet-read-only = لا يمكن الكتابة في هذه الخلية
sheet-set = حُدِّدت القيمة
sheet-set-many =
    { $n ->
        [zero] لم تُحدَّد قيمة
        [one] حُدِّدت قيمة واحدة
        [two] حُدِّدت قيمتان
        [few] حُدِّدت { $n } قيم
        [many] حُدِّدت { $n } قيمة
       *[other] حُدِّدت { $n } قيمة
    }
sheet-pasted =
    { $n ->
        [zero] لم تُلصق خلية
        [one] أُلصقت خلية واحدة
        [two] أُلصقت خليتان
        [few] أُلصقت { $n } خلايا
        [many] أُلصقت { $n } خلية
       *[other] أُلصقت { $n } خلية
    }
sheet-copied =
    { $n ->
        [zero] لم تُنسخ خلية
        [one] نُسخت خلية واحدة
        [two] نُسخت خليتان
        [few] نُسخت { $n } خلايا
        [many] نُسخت { $n } خلية
       *[other] نُسخت { $n } خلية
    }
sheet-left-out = أُهمل عدد من الخلايا الملصقة ({ $n }) لأن أعمدتها لا يُكتب فيها.
sheet-sort-up = فرز تصاعدي
sheet-sort-down = فرز تنازلي
sheet-unsort = بترتيب الحالات
sheet-filter = التصفية حسب القيمة…
sheet-filter-title = عرض الحالات حسب «{ $column }»
sheet-filter-all = كل القيم
sheet-filter-do = عرض
sheet-no-value = (بلا قيمة)
sheet-value = { $value } ({ $n })
sheet-filtered = التصفية حسب
sheet-unfilter = إلغاء التصفية حسب { $column }
sheet-find = البحث في الحالات
sheet-count = { $n } من أصل { $all } من الحالات
sheet-unfit =
    { $n ->
        [zero] كل القيم ملائمة لأعمدتها
        [one] قيمة واحدة لا تلائم عمودها
        [two] قيمتان لا تلائمان عموديهما
        [few] { $n } قيم لا تلائم أعمدتها
        [many] { $n } قيمة لا تلائم أعمدتها
       *[other] { $n } قيمة لا تلائم أعمدتها
    }
sheet-keys = ‏Enter أو F2 للتحرير، وShift مع الأسهم للتحديد، وCtrl+C وCtrl+V للتبادل مع جداول البيانات، وCtrl+D للتعبئة إلى الأسفل، وAlt+Enter للتفاصيل.
attribute-new = سمة جديدة
attribute-of = السمة «{ $attribute }»
attribute-edit = الاسم والنوع والخيارات…
attribute-name = الاسم
attribute-name-needed = تحتاج السمة إلى اسم.
attribute-kind = النوع
attribute-kind-hint = تبقى القيم كما كُتبت، ويُعلَّم ما لا يلائم النوع.
attribute-choices = الخيارات
attribute-choices-hint = خيار في كل سطر، بالترتيب الذي تظهر به في الجداول.
attribute-set = حُدِّدت السمة «{ $attribute }»
attribute-moved = نُقل العمود
attribute-before = نقل إلى الخلف
attribute-after = نقل إلى الأمام
attribute-delete = حذف «{ $attribute }»…
attribute-delete-title = أتُحذف السمة «{ $attribute }»؟
attribute-delete-text =
    { $n ->
        [zero] ليس لأي حالة قيمة منها. يمكنك التراجع عن ذلك.
        [one] تُحذف معها قيمة حالة واحدة. يمكنك التراجع عن ذلك.
        [two] تُحذف معها قيمتا حالتين. يمكنك التراجع عن ذلك.
        [few] تُحذف معها قيم { $n } حالات. يمكنك التراجع عن ذلك.
        [many] تُحذف معها قيم { $n } حالة. يمكنك التراجع عن ذلك.
       *[other] تُحذف معها قيم { $n } حالة. يمكنك التراجع عن ذلك.
    }
attribute-deleted = حُذفت السمة «{ $attribute }»
attribute-nth = السمة { $n }
case-nth = الحالة { $n }
kind-text = نص
kind-number = عدد
kind-date = تاريخ
kind-yes-no = نعم أو لا
kind-choice = قائمة خيارات
paste-title = أيُلصق ما يزيد على المتسع؟
paste-text = ما تلصقه يتجاوز آخر حالة أو آخر سمة.
paste-cases =
    { $n ->
        [zero] لا صفوف بعد آخر حالة
        [one] إنشاء حالة من الصف الذي بعد آخر حالة
        [two] إنشاء حالتين من الصفين اللذين بعد آخر حالة
        [few] إنشاء حالات من { $n } صفوف بعد آخر حالة
        [many] إنشاء حالات من { $n } صفًا بعد آخر حالة
       *[other] إنشاء حالات من { $n } صف بعد آخر حالة
    }
paste-attributes =
    { $n ->
        [zero] لا أعمدة بعد آخر سمة
        [one] إنشاء سمة من العمود الذي بعد آخر سمة
        [two] إنشاء سمتين من العمودين اللذين بعد آخر سمة
        [few] إنشاء سمات من { $n } أعمدة بعد آخر سمة
        [many] إنشاء سمات من { $n } عمودًا بعد آخر سمة
       *[other] إنشاء سمات من { $n } عمود بعد آخر سمة
    }
paste-attribute-name = اسم السمة الجديدة { $n }
paste-only-there = لصق ما يتسع له فقط
paste-do = لصق الكل

# الموافقة والانسحاب.
consent-quote = يجوز اقتباسه
consent-paraphrase = بالمعنى فقط
consent-off-record = ليس للنشر
consent-withdrawn = منسحب
consent-hint = ما لا يجوز اقتباسه يُعلَّم، ولا يخرج في أي تصدير للاقتباسات.
consent-set = حُدِّدت الموافقة
referrer-none = لا أحد
referrer-set = حُدِّد من أحال
withdraw-title = أتنسحب «{ $case }»؟
withdraw-text = تُخفى موادها في كل مكان: القوائم والأعداد والبحث والجداول والتصدير. ولا يُظهر النص إلا أنها سُحبت.
withdraw-whole = الوثيقة كلها
withdraw-parts =
    { $n ->
        [zero] لا مقاطع
        [one] مقطع واحد
        [two] مقطعان
        [few] { $n } مقاطع
        [many] { $n } مقطعًا
       *[other] { $n } مقطع
    }
withdraw-quotations =
    { $n ->
        [zero] لا اقتباسات
        [one] اقتباس واحد
        [two] اقتباسان
        [few] { $n } اقتباسات
        [many] { $n } اقتباسًا
       *[other] { $n } اقتباس
    }
withdraw-values =
    { $n ->
        [zero] لا قيم سمات
        [one] قيمة سمة واحدة
        [two] قيمتا سمتين
        [few] { $n } قيم سمات
        [many] { $n } قيمة سمة
       *[other] { $n } قيمة سمة
    }
withdraw-undo = لا يُزال شيء بعد، ويمكنك التراجع عن ذلك في أي وقت.
withdraw-do = تسجيل الانسحاب
withdrawn = انسحبت «{ $case }»
withdrawn-text = انسحبت «{ $case }». ما يتبعها مخفي في كل مكان.
withdrawn-back = إلغاء الانسحاب
withdrawn-back-done = أُلغي الانسحاب. الكلام خارج التسجيل إلى أن تحدِّد غير ذلك.
withdrawn-remove = إزالة نهائية
withdrawn-removed =
    { $n ->
        [zero] أُزيل نهائيًا
        [one] أُزيل نهائيًا مع نقطة استعادة كانت تحويه
        [two] أُزيل نهائيًا مع نقطتي استعادة كانتا تحويانه
        [few] أُزيل نهائيًا مع { $n } نقاط استعادة كانت تحويه
        [many] أُزيل نهائيًا مع { $n } نقطة استعادة كانت تحويه
       *[other] أُزيل نهائيًا مع { $n } نقطة استعادة كانت تحويه
    }
remove-title = أيُزال كل ما يخص «{ $case }» نهائيًا؟
remove-text = يُزال ما يلي من المشروع ومن كل ما يخزّنه هذا المتصفح منه:
remove-loses = لا يمكن التراجع عن شيء بعد ذلك، وتزول نقاط الاستعادة التي تحوي شيئًا منه، ويزول نهائيًا كل ما حُذف من قبل أيضًا. ويحتفظ السجل بتاريخ الإزالة دون أسماء.

# الجدول الذي تبدأ به الورقة.
table1-none = لا شيء يُصنع منه جدول بعد
table1-none-text = يُصنع الجدول 1 من سمات حالاتك. أضف سمات، وحدّد ما يُعرف عن كل حالة.
table1-choose = ما يقوله الجدول
table1-by = التقسيم حسب
table1-no-groups = بلا تقسيم
table1-copy = نسخ الجدول
table1-copied = نُسخ الجدول لمعالجات النصوص وجداول البيانات
table1-export = تصدير
table1-as-html = صفحة (HTML)
table1-as-csv = جدول (CSV)
table1-title = الجدول 1. المشاركون في «{ $project }»
table1-all = الكل (ن = { $n })
table1-group = { $value } (ن = { $n })
table1-characteristic = الخاصية
table1-characteristic-by = الخاصية حسب { $column }
table1-counted = { $column }، العدد (٪)
table1-missing = غير معروف
table1-note = النسب من الحالات المعروفة قيمتها. غير معروف: بلا قيمة، أو بقيمة لا تلائم نوعها. الانحراف المعياري انحراف العينة.
table1-withdrawn =
    { $n ->
        [zero] لم تُستبعد أي حالة.
        [one] استُبعدت حالة واحدة منسحبة.
        [two] استُبعدت حالتان منسحبتان.
        [few] استُبعدت { $n } حالات منسحبة.
        [many] استُبعدت { $n } حالة منسحبة.
       *[other] استُبعدت { $n } حالة منسحبة.
    }
measure-counts = العدد (٪)
measure-mean-range = المتوسط (المدى)
measure-mean-deviation = المتوسط (الانحراف المعياري)
measure-median-range = الوسيط (المدى)
measure-median-quartiles = الوسيط (الربيعان)
measure-range = المدى

# الاستقطاب.
recruitment-none = لم يُحِل أحد أحدًا بعد
recruitment-none-text = حدّد من أحال كل حالة في الأسفل أو في الجدول أو في تفاصيل الحالة، فتتبع ذلك السلاسل والبذور والموجات.
recruitment-compare = مقارنة السلاسل
recruitment-seed = السلسلة من
recruitment-size = المشاركون
recruitment-withdrawn =
    { $n ->
        [zero] (لم ينسحب منهم أحد)
        [one] (انسحب منهم واحد)
        [two] (انسحب منهم اثنان)
       *[other] (انسحب منهم { $n })
    }
recruitment-share = النسبة من أكبر سلسلة
recruitment-wave-seed = بذرة
recruitment-wave = الموجة { $n }
recruitment-chain =
    { $size ->
        [zero] السلسلة { $n }: { $seed }، بلا مشاركين
        [one] السلسلة { $n }: { $seed }، مشارك واحد
        [two] السلسلة { $n }: { $seed }، مشاركان
        [few] السلسلة { $n }: { $seed }، { $size } مشاركين
        [many] السلسلة { $n }: { $seed }، { $size } مشاركًا
       *[other] السلسلة { $n }: { $seed }، { $size } مشارك
    }
recruitment-alone = خارج السلاسل
recruitment-referrer-of = من أحال { $case }

# جدول حالات من ملف.
bring-table = استيراد جدول
bring-no-table = ليس «{ $name }» جدولًا. اختر ملف ‎.csv أو ‎.xlsx أو ‎.ods.
bring-title = استيراد حالات من «{ $name }»
bring-text = الصف الأول يسمّي السمات، والعمود الأول يسمّي الحالات. ما لديك من حالات وسمات يُطابَق بالاسم، والخلايا الفارغة لا تغيّر شيئًا.
bring-nothing = لا جديد فيه ولا مختلف.
bring-cases =
    { $n ->
        [zero] لا حالات جديدة
        [one] حالة جديدة واحدة:
        [two] حالتان جديدتان:
        [few] { $n } حالات جديدة:
        [many] { $n } حالة جديدة:
       *[other] { $n } حالة جديدة:
    }
bring-attributes =
    { $n ->
        [zero] لا سمات جديدة
        [one] سمة جديدة واحدة:
        [two] سمتان جديدتان:
        [few] { $n } سمات جديدة:
        [many] { $n } سمة جديدة:
       *[other] { $n } سمة جديدة:
    }
bring-values =
    { $n ->
        [zero] لا تُضاف قيم
        [one] تُضاف قيمة واحدة
        [two] تُضاف قيمتان
        [few] تُضاف { $n } قيم
        [many] تُضاف { $n } قيمة
       *[other] تُضاف { $n } قيمة
    }
bring-same =
    { $n ->
        [zero] لا قيم بقيت كما كانت
        [one] قيمة واحدة كما كانت
        [two] قيمتان كما كانتا
        [few] { $n } قيم كما كانت
        [many] { $n } قيمة كما كانت
       *[other] { $n } قيمة كما كانت
    }
bring-left-out =
    { $n ->
        [zero] لا تُهمل صفوف
        [one] يُهمل صف واحد: لا شيء يسمّي حالته، أو حالته منسحبة
        [two] يُهمل صفان: لا شيء يسمّي حالتيهما، أو هما منسحبتان
        [few] تُهمل { $n } صفوف: لا شيء يسمّي حالاتها، أو هي منسحبة
        [many] يُهمل { $n } صفًا: لا شيء يسمّي حالاتها، أو هي منسحبة
       *[other] يُهمل { $n } صف: لا شيء يسمّي حالاتها، أو هي منسحبة
    }
bring-changes =
    { $n ->
        [zero] لا تتغير قيم
        [one] تتغير قيمة واحدة
        [two] تتغير قيمتان
        [few] تتغير { $n } قيم
        [many] تتغير { $n } قيمة
       *[other] تتغير { $n } قيمة
    }
bring-more = و{ $n } غيرها
bring-attribute = السمة
bring-old = الآن
bring-new = تصير
bring-do = استيراد
bring-done =
    { $n ->
        [zero] لم تُستورد قيم
        [one] استُوردت قيمة واحدة
        [two] استُوردت قيمتان
        [few] استُوردت { $n } قيم
        [many] استُوردت { $n } قيمة
       *[other] استُوردت { $n } قيمة
    }
