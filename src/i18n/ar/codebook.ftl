# Messages of this area: the codebook's sheets, levels, versions, rework, board and content table.
book-kept = حُفظ مدخل «{ $name }» في الدليل
book-full = التفصيل
book-use-when = متى يُستعمل
book-not-when = متى لا يُستعمل
book-definition-hint = في جملة أو جملتين: يظهر أثناء الترميز.
book-full-hint = كما سيرد في دليل الرموز المنشور مع البحث.
book-not-said = لم يُذكر
book-level = المستوى
book-status = الحالة
book-status-draft = مسودة
book-status-in-use = قيد الاستعمال
book-status-final = نهائي
book-status-retired = متروك
book-origin = المصدر
book-origin-data = من البيانات
book-origin-given = محدد سلفًا
book-key = المفتاح
book-key-hint = حرف لاتيني أو رقم يطبّقه في النص.
book-key-is-the-apps = { $key } محجوز: { $does }. اختر حرفًا آخر أو رقمًا.
book-key-moves = ينقل المؤشر أو يحدد في النص
book-also = يُدرج أيضًا تحت
book-also-choose = أدرجه تحت رمز آخر أيضًا…
book-also-add = أدرجه تحت رمز آخر أيضًا
book-also-remove = لا تدرجه بعد الآن تحت «{ $name }»
book-listed = مُدرج هنا أيضًا، وموضعه الأصلي في مكان آخر
book-examples = الأمثلة
book-examples-none = لا أمثلة بعد. افتح «لماذا» لأحد رموز الاقتباس بجانب النص، أو قائمته في صفحة الاقتباسات، واجعله مثالًا.
book-examples-typical = نموذجية
book-examples-borderline = حدّية
book-example-typical = مثال نموذجي على «{ $name }»
book-example-borderline = مثال حدّي على «{ $name }»
book-example-make-typical = اجعله مثالًا نموذجيًّا
book-example-make-borderline = اجعله مثالًا حدّيًّا
book-example-remove = لم يعد مثالًا
book-example-menu = مثال على رمز
book-example-typical-said = حُفظ مثال نموذجي على «{ $name }»
book-example-borderline-said = حُفظ مثال حدّي على «{ $name }»
book-example-gone-said = لم يعد مثالًا على «{ $name }»
book-weight = الوزن
book-weight-hint = مدى انطباقه هنا: من 0 إلى 100.
book-weight-kept = حُفظ الوزن
book-weight-is = الوزن { $n }.
book-content = الصياغة المكثفة والتفسير
book-condensed = الصياغة المكثفة
book-interpretation = التفسير
book-content-kept = حُفظ

# Former wordings
book-former =
    { $n ->
        [zero] لا صياغات سابقة
        [one] صياغة سابقة واحدة
        [two] صياغتان سابقتان
        [few] { $n } صياغات سابقة
        [many] { $n } صياغة سابقة
       *[other] { $n } صياغة سابقة
    }
book-former-why = سبب التغيير
book-former-forget = نسيان هذه الصياغة
book-former-forgotten = نُسيت صياغة سابقة للرمز «{ $name }»

# Levels
levels-open = المستويات…
levels-title = مستويات الرموز
levels-text = كيف تسمّي مستويات دليلك، والأوسع أولًا. حدّد مستوى كل رمز في صفحته، أو لعدة رموز معًا.
levels-preset = ابدأ من
levels-preset-choose = اختر مجموعة أسماء…
levels-preset-codes = رمز، فئة فرعية، فئة، محور
levels-preset-content = وحدة معنى، وحدة معنى مكثفة، رمز، فئة، محور
levels-preset-thematic = رمز، محور فرعي، محور
level-meaning-unit = وحدة المعنى
level-condensed = وحدة المعنى المكثفة
level-subtheme = المحور الفرعي
levels-name = اسم المستوى { $n }
levels-new = مستوى جديد
levels-add = إضافة مستوى
levels-wider = نقل «{ $name }» إلى أعلى
levels-narrower = نقل «{ $name }» إلى أسفل
levels-remove = إزالة «{ $name }»
levels-kept = حُفظت المستويات

# Several at once
bulk-begin = اختيار عدة رموز
bulk-title =
    { $n ->
        [zero] لم يُختر أي رمز
        [one] اختير رمز واحد
        [two] اختير رمزان
        [few] اختيرت { $n } رموز
        [many] اختير { $n } رمزًا
       *[other] اختير { $n } رمز
    }
bulk-none = علّم الرموز في الشجرة
bulk-none-text = اضغط على رمز، أو اضغط مفتاح المسافة عليه. وما تختاره هنا يُطبَّق عليها كلها معًا.
bulk-choose = اختر…
bulk-move = وضعها تحت
bulk-done =
    { $n ->
        [zero] لم يتغير أي رمز
        [one] تغيّر رمز واحد
        [two] تغيّر رمزان
        [few] تغيّرت { $n } رموز
        [many] تغيّر { $n } رمزًا
       *[other] تغيّر { $n } رمز
    }
bulk-moved =
    { $n ->
        [zero] لم يُنقل أي رمز
        [one] نُقل رمز واحد
        [two] نُقل رمزان
        [few] نُقلت { $n } رموز
        [many] نُقل { $n } رمزًا
       *[other] نُقل { $n } رمز
    }
bulk-deleted =
    { $n ->
        [zero] لم يُحذف أي رمز
        [one] حُذف رمز واحد
        [two] حُذف رمزان
        [few] حُذفت { $n } رموز
        [many] حُذف { $n } رمزًا
       *[other] حُذف { $n } رمز
    }
bulk-delete-title =
    { $n ->
        [zero] أتريد حذف الرموز؟
        [one] أتريد حذف رمز واحد؟
        [two] أتريد حذف رمزين؟
        [few] أتريد حذف { $n } رموز؟
        [many] أتريد حذف { $n } رمزًا؟
       *[other] أتريد حذف { $n } رمز؟
    }
bulk-delete-codings =
    { $n ->
        [zero] لا تُزال من أي موضع.
        [one] تُزال من موضع واحد. ويبقى الاقتباس نفسه.
        [two] تُزال من موضعين. وتبقى الاقتباسات نفسها.
        [few] تُزال من { $n } مواضع. وتبقى الاقتباسات نفسها.
        [many] تُزال من { $n } موضعًا. وتبقى الاقتباسات نفسها.
       *[other] تُزال من { $n } موضع. وتبقى الاقتباسات نفسها.
    }
bulk-end = تم

# Merging
merge = دمج
merge-open = دمجها في رمز واحد…
merge-into-menu = دمجه في رمز آخر…
merge-title = دمج رموز في رمز واحد
merge-title-one = دمج «{ $name }» في رمز آخر
merge-into = في
merge-stays = الرمز الذي يبقى
merge-choose = اختر رمزًا…
merge-happens = ما الذي يحدث
merge-and = ، 
merge-goes = { $names } ← { $name }
merge-quotations =
    { $n ->
        [zero] لا اقتباس يتغيّر رمزه إلى «{ $name }».
        [one] يحمل اقتباس واحد «{ $name }» بدلًا مما كان له، مع تعليقه ووزنه.
        [two] يحمل اقتباسان «{ $name }» بدلًا مما كان لهما، مع تعليقاتهما وأوزانهما.
        [few] تحمل { $n } اقتباسات «{ $name }» بدلًا مما كان لها، مع تعليقاتها وأوزانها.
        [many] يحمل { $n } اقتباسًا «{ $name }» بدلًا مما كان له، مع التعليقات والأوزان.
       *[other] يحمل { $n } اقتباس «{ $name }» بدلًا مما كان له، مع التعليقات والأوزان.
    }
merge-together =
    { $n ->
        [zero] لن يحمله أي اقتباس.
        [one] يحمله اقتباس واحد في المجموع.
        [two] يحمله اقتباسان في المجموع.
        [few] تحمله { $n } اقتباسات في المجموع.
        [many] يحمله { $n } اقتباسًا في المجموع.
       *[other] يحمله { $n } اقتباس في المجموع.
    }
merge-both =
    { $n ->
        [zero] لا اقتباس يحمل أكثر من واحد منها.
        [one] اقتباس واحد منها يحمل أكثر من رمز منها: تُجمع فيه التعليقات ويبقى الوزن الأعلى.
        [two] اقتباسان منها يحملان أكثر من رمز منها: تُجمع فيهما التعليقات ويبقى الوزن الأعلى.
        [few] { $n } اقتباسات منها تحمل أكثر من رمز منها: تُجمع فيها التعليقات ويبقى الوزن الأعلى.
        [many] { $n } اقتباسًا منها يحمل أكثر من رمز منها: تُجمع فيها التعليقات ويبقى الوزن الأعلى.
       *[other] { $n } اقتباس منها يحمل أكثر من رمز منها: تُجمع فيها التعليقات ويبقى الوزن الأعلى.
    }
merge-children =
    { $n ->
        [zero] لا رموز تحتها.
        [one] ينتقل { $names } إلى ما تحت «{ $name }».
        [two] ينتقل هذان إلى ما تحت «{ $name }»: { $names }.
        [few] تنتقل هذه إلى ما تحت «{ $name }»: { $names }.
        [many] تنتقل هذه إلى ما تحت «{ $name }»: { $names }.
       *[other] تنتقل هذه إلى ما تحت «{ $name }»: { $names }.
    }
merge-examples =
    { $n ->
        [zero] لا أمثلة تنتقل.
        [one] ينتقل معها مثال واحد.
        [two] ينتقل معها مثالان.
        [few] تنتقل معها { $n } أمثلة.
        [many] ينتقل معها { $n } مثالًا.
       *[other] ينتقل معها { $n } مثال.
    }
merge-texts-join = تُضاف التعريفات والتعليمات إلى ما في «{ $name }»، وتُحفظ صياغته السابقة بين الصياغات السابقة.
merge-texts-go = يبقى ما يقوله «{ $name }» وحده، وتذهب تعريفات الرموز الأخرى.
merge-join = جمع التعريفات معًا
merge-why = السبب (يُحفظ مع الصياغة السابقة)
merge-done =
    { $n ->
        [zero] لم يُدمج شيء في «{ $name }»
        [one] دُمج رمز واحد في «{ $name }»
        [two] دُمج رمزان في «{ $name }»
        [few] دُمجت { $n } رموز في «{ $name }»
        [many] دُمج { $n } رمزًا في «{ $name }»
       *[other] دُمج { $n } رمز في «{ $name }»
    }

# Splitting
split-menu = تقسيم…
split-title = تقسيم «{ $name }»
split-text = مُرّ على اقتباساته وافرز كلًّا منها إلى رمز آخر. لا يتغير شيء قبل أن تنفّذ، وما لا تفرزه يبقى في مكانه.
split-keys = المفاتيح على الاقتباس: من 1 إلى 9 تفرزه إلى رمز وتنتقل إلى التالي (ومع Shift تبقى)، و0 يتركه في مكانه، والأسهم تنقلك بين الاقتباسات.
split-previous = السابق
split-next = التالي
split-bins = الفرز إلى
split-new = جديد
split-remove = إزالة «{ $name }»
split-add = اسم رمز جديد
split-add-do = إضافة
split-choose = إضافة رمز موجود…
split-beside = تقع الرموز الجديدة بجانب «{ $name }» لا تحته
split-stays = يبقى في «{ $name }»
split-said = إلى «{ $name }»
split-said-out = لم يعد إلى «{ $name }»
split-said-stays = يبقى
split-do =
    { $n ->
        [zero] فرز
        [one] فرز اقتباس واحد
        [two] فرز اقتباسين
        [few] فرز { $n } اقتباسات
        [many] فرز { $n } اقتباسًا
       *[other] فرز { $n } اقتباس
    }
split-done =
    { $n ->
        [zero] لم يُفرز شيء من «{ $name }»
        [one] فُرز اقتباس واحد من «{ $name }»
        [two] فُرز اقتباسان من «{ $name }»
        [few] فُرزت { $n } اقتباسات من «{ $name }»
        [many] فُرز { $n } اقتباسًا من «{ $name }»
       *[other] فُرز { $n } اقتباس من «{ $name }»
    }
split-nothing = لا اقتباس للرمز «{ $name }» نفسه

# The sorting board
board = لوحة الفرز
board-codes = الرموز في مجموعاتها
board-quotations = اقتباسات «{ $name }»
board-back = كل الرموز
board-how = مفتاح المسافة أو Enter يرفع البطاقة. ثم تختار مفاتيح الأسهم المجموعة، ويضعها مفتاح المسافة أو Enter فيها، ويتركها Escape في مكانها.
board-text = اسحب الرموز إلى المجموعات، والمجموعات إلى مجموعات: وهي نفسها ما يقع تحت ماذا في دليل الرموز. وبالمفاتيح: المسافة ترفع البطاقة، والأسهم تختار المجموعة، والمسافة تضعها. وبالإصبع: المس البطاقة ثم مجموعتها.
board-text-quotations = اسحب الاقتباسات من رمز إلى آخر. وبالمفاتيح: المسافة ترفع البطاقة، والأسهم تختار المجموعة، والمسافة تضعها. وبالإصبع: المس البطاقة ثم مجموعتها.
board-none-text = أنشئ رموزًا أولًا ثم افرزها هنا.
board-new-group = مجموعة جديدة
board-as-group = اجعل «{ $name }» مجموعة
board-sort = فرز اقتباسات «{ $name }»
board-open = فتحه في «{ $document }»
board-top = بلا مجموعة
board-empty = لا شيء فيها بعد
board-taken = رُفعت «{ $name }». الأسهم تختار المجموعة، والمسافة تضعها، وEscape يتركها.
board-left = بقيت «{ $name }» في مكانها
board-moved = وُضع «{ $name }» في «{ $group }»
board-sorted = فُرز إلى «{ $group }»
board-rest =
    { $n ->
        [zero] ولا مزيد
        [one] وواحد آخر
        [two] واثنان آخران
        [few] و{ $n } أخرى
        [many] و{ $n } أخرى
       *[other] و{ $n } أخرى
    }

# Versions
versions = النسخ
versions-keep = حفظ هذه النسخة…
versions-text = حال دليل الرموز الآن باسم، مثل «ن2 بعد التجربة».
versions-none = لم تُحفظ أي نسخة بعد
versions-none-text = احفظ نسخة قبل أن تعيد العمل على الدليل: ترى لاحقًا ما أُضيف وما أُزيل وما تغيّر اسمه أو موضعه أو تعريفه.
versions-edit = اسم النسخة
versions-name-example = ن2 بعد التجربة
versions-note = ملاحظة
versions-kept = حُفظت النسخة «{ $name }»
versions-removed = حُذفت النسخة «{ $name }»
versions-rename = تغيير اسم «{ $name }»
versions-remove = حذف «{ $name }»
versions-compare = المقارنة
versions-before = قبل
versions-after = بعد
versions-now = الآن
versions-same = لا شيء يختلف.
versions-count =
    { $n ->
        [zero] لا رمز يختلف.
        [one] رمز واحد يختلف.
        [two] رمزان يختلفان.
        [few] { $n } رموز تختلف.
        [many] { $n } رمزًا يختلف.
       *[other] { $n } رمز يختلف.
    }
versions-added = أُضيف
versions-gone = أُزيل
versions-renamed = تغيّر الاسم
versions-moved = نُقل
versions-relevelled = مستوى آخر
versions-redefined = تغيّر التعريف
versions-from-to = «{ $old }» صار «{ $new }»
versions-moved-from-to = من «{ $old }» إلى «{ $new }»
versions-level-from-to = المستوى: «{ $old }» صار «{ $new }»

# The table of content analysis
content = جدول المحتوى
content-text = تُكتب هنا الصياغة المكثفة والتفسير. والمستويات أعمدة.
content-none-text = علّم مقاطع ورمّزها أولًا؛ ولكل منها صف هنا.
content-export = تصدير بصيغة CSV
content-code = الرمز
content-above = يقع تحت
content-again = رمز آخر للصف { $n }
content-condensed-of = الصياغة المكثفة، الصف { $n }
content-interpretation-of = التفسير، الصف { $n }

# In and out
book-exchange = تصدير واستيراد
book-import = استيراد من جدول…
book-import-title = استيراد دليل رموز
book-import-columns = ما هي الأعمدة
book-import-column = العمود { $n }
book-import-named = الصف الأول يسمّي الأعمدة
book-import-ignore = غير مطلوب
book-import-name = اسم الرمز
book-import-do = استيراد
book-import-not = «{ $name }» ليس جدولًا يمكن قراءته هنا: يلزم CSV أو Excel ‏(.xlsx) أو ‎.ods.
book-import-many = عدد صفوف «{ $name }» هو { $rows }، وأقصى ما يُستورد { $most }. أبقِ صفوف الرموز وحدها ثم أعد المحاولة.
book-import-preview = ما يفعله كل صف
book-import-tally =
    { $n ->
        [zero] لا رمز جديد.
        [one] رمز جديد واحد.
        [two] رمزان جديدان.
        [few] { $n } رموز جديدة.
        [many] { $n } رمزًا جديدًا.
       *[other] { $n } رمز جديد.
    }
book-import-nameless =
    { $n ->
        [zero] لكل الصفوف أسماء.
        [one] صف واحد بلا اسم فيُترك.
        [two] صفان بلا اسم فيُتركان.
        [few] { $n } صفوف بلا اسم فتُترك.
        [many] { $n } صفًّا بلا اسم فيُترك.
       *[other] { $n } صف بلا اسم فيُترك.
    }
book-import-replace =
    { $n ->
        [zero] استبدال ما يختلف
        [one] استبدال ما يختلف في رمز واحد
        [two] استبدال ما يختلف في رمزين
        [few] استبدال ما يختلف في { $n } رموز
        [many] استبدال ما يختلف في { $n } رمزًا
       *[other] استبدال ما يختلف في { $n } رمز
    }
book-import-replace-hint = وإلا فلا يُملأ إلا الفارغ. والصياغة السابقة محفوظة في الحالتين.
book-import-there = موجود
book-import-same = موجود كما هو
book-import-fills = يُملأ: { $texts }.
book-import-keeps = يبقى كما هو: { $texts }.
book-import-replaces = يُستبدل: { $texts }.
book-import-why = مستورد
book-imported =
    { $n ->
        [zero] استورد دليل الرموز
        [one] استورد دليل الرموز: رمز جديد واحد
        [two] استورد دليل الرموز: رمزان جديدان
        [few] استورد دليل الرموز: { $n } رموز جديدة
        [many] استورد دليل الرموز: { $n } رمزًا جديدًا
       *[other] استورد دليل الرموز: { $n } رمز جديد
    }
book-export-typical = أمثلة نموذجية
book-export-borderline = أمثلة حدّية
book-export-left-out = أمثلة استُبعدت لأن كلامها لا يجوز اقتباسه
book-as-docx = Word ‏(.docx)
book-as-xlsx = Excel ‏(.xlsx)
book-export-failed = تعذّر إنشاء الملف: جزء Emic الذي يكتبه غير متاح أو فشل. والصيغ الأخرى تعمل من دونه.
