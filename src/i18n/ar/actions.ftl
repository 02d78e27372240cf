# ما يمكن فعله باسمه، وكلمات أخرى يُعثر بها عليه.
action-pick = ترميز المقطع…
action-words-pick = تطبيق رمز، وسم، تصنيف
action-in-vivo = ترميز حيّ
action-words-in-vivo = الكلمات تصير رمزًا، رمز جديد من التحديد
action-again = تطبيق الرمز الأخير مجددًا
action-words-again = تكرار، الرمز نفسه
action-mark = تعليم بلا رمز
action-words-mark = اقتباس فقط، تظليل
action-next-quotation = الاقتباس التالي
action-words-next-quotation = إلى الأمام، بعده
action-previous-quotation = الاقتباس السابق
action-words-previous-quotation = إلى الخلف، قبله
action-details = الانتقال إلى تفاصيل الاقتباس
action-words-details = تعليق، مذكرة، لوحة، رموز الاقتباس
action-delete-quotation = حذف الاقتباس
action-words-delete-quotation = إزالة، إلغاء الترميز
action-give-to-case = إلحاق المقطع بحالة…
action-words-give-to-case = جزء، مشارك، شخص، خبير
action-parts = أجزاء هذه الوثيقة وحالاتها…
action-words-parts = تقسيم عند العناوين، أقسام، يتبع
action-undo = تراجع
action-words-undo = إلغاء آخر خطوة
action-redo = إعادة
action-words-redo = تكرار ما أُلغي
action-palette = ابحث أو نفّذ…
action-words-palette = لوحة الأوامر، أوامر، إجراءات
action-find-here = البحث في هذه الوثيقة
action-words-find-here = العثور في النص
action-import = إضافة نص
action-words-import = استيراد، إضافة وثائق، فتح ملفات، رفع، مقابلة
action-export = تصدير المشروع
action-words-export = حفظ، تنزيل، ملف، نسخة
action-scope = اختيار ما تنظر فيه
action-words-scope = نطاق، تصفية، جزء من المشروع
action-coder = اختيار من يرمّز
action-words-coder = المُرمِّز، شخص آخر، الأحرف الأولى
action-rename = إعادة تسمية المشروع
action-words-rename = عنوان، اسم
action-go-read = الانتقال إلى القراءة والترميز
action-words-go-read = نص، وثيقة، قارئ
action-go-documents = الانتقال إلى الوثائق
action-words-go-documents = قائمة الوثائق، مجلدات، نصوص
action-go-codebook = الانتقال إلى دليل الرموز
action-words-go-codebook = رموز، تعريفات، محاور
action-go-guide = الانتقال إلى دليل المقابلة
action-words-go-guide = أسئلة، مقابلة، بروتوكول
action-go-matches = مطابقة الدليل مع المقابلات
action-words-go-matches = أين طُرحت الأسئلة، اقتراح، تأكيد
action-go-answers = مقارنة الإجابات جنبًا إلى جنب
action-words-go-answers = كل الإجابات عن سؤال، ردود
action-go-asked = من سُئل عن ماذا
action-words-go-asked = لم يُسأل، جدول، أسئلة ناقصة
action-go-cases = الانتقال إلى الحالات
action-words-go-cases = مشاركون، سمات، أشخاص، وحدات
action-go-quotations = الانتقال إلى الاقتباسات
action-words-go-quotations = استرجاع، مقتطفات، مقاطع مرمّزة، طباعة، جدول
action-go-search = البحث في المشروع كله
action-words-go-search = العثور في كل الوثائق
action-go-history = الانتقال إلى السجل
action-words-go-history = التغييرات، ما جرى
action-go-backups = الانتقال إلى النسخ الاحتياطية
action-words-go-backups = نقاط الاستعادة، نسخ، تخزين
action-go-projects = الانتقال إلى كل المشاريع
action-words-go-projects = البداية، مشروع آخر، إغلاق المشروع
action-split = فتح وثيقة إلى جانب هذه…
action-words-split = تقسيم، وثيقتان، جنبًا إلى جنب، مقارنة، جزء ثانٍ
action-other-pane = الانتقال إلى الوثيقة الأخرى
action-words-other-pane = تبديل الجزء، الوثيقة الثانية، جنبًا إلى جنب
action-close-pane = إغلاق هذه الوثيقة من الاثنتين
action-words-close-pane = إغلاق الجزء، إلغاء التقسيم، وثيقة واحدة فقط
action-shortcuts = عرض الاختصارات وتغييرها
action-words-shortcuts = لوحة المفاتيح، مفاتيح، مساعدة
action-text-larger = نص أكبر
action-words-text-larger = تكبير الحروف، حجم الخط
action-text-smaller = نص أصغر
action-words-text-smaller = تصغير الحروف، حجم الخط
action-short-lines = أسطر قصيرة
action-words-short-lines = طول السطر، ضيق
action-medium-lines = أسطر متوسطة
action-words-medium-lines = طول السطر، عادي
action-long-lines = أسطر طويلة
action-words-long-lines = طول السطر، واسع
action-theme-auto = ألوان وفق النظام
action-words-theme-auto = مظهر، تلقائي
action-theme-light = ألوان فاتحة
action-words-theme-light = مظهر، نهار
action-theme-dark = ألوان داكنة
action-words-theme-dark = مظهر، ليل، أسود
action-theme-contrast = تباين عالٍ
action-words-theme-contrast = مظهر، ألوان، سهولة الوصول
action-language = استخدام Emic بالإنجليزية
action-words-language = لغة، English، ترجمة
action-tour = ابدأ الجولة
action-words-tour = مساعدة، تعريف، تعلّم، الخطوات الأولى، الدراسة النموذجية
action-privacy = أين بياناتك
action-words-privacy = خصوصية، أمان، تخزين، تشفير، لا يُرسل شيء، حاسوب مشترك، شبكة
action-news = ما الجديد
action-words-news = إصدار، تغييرات، عن التطبيق

# لوحة الأوامر
palette-field = اسم إجراء أو وثيقة أو رمز
palette-list = ما يمكن فعله
palette-recent = استُخدم حديثًا
palette-document = وثيقة
palette-code = رمز
palette-none = لا شيء بهذا الاسم. أما كلمات النصوص فيُعثر عليها بالبحث.
palette-count =
    { $n ->
        [0] لم يُعثر على شيء
        [one] عُثر على واحد
        [two] عُثر على اثنين
        [few] عُثر على { $n }
        [many] عُثر على { $n }
       *[other] عُثر على { $n }
    }
palette-needs-project = افتح مشروعًا أولًا
palette-needs-text = افتح وثيقة أولًا
palette-no-quotation = اختر اقتباسًا أولًا
palette-no-text-size = لا يمكن تغييره أكثر

# ورقة الاختصارات
keys-project = المشروع
keys-go = الانتقال
keys-view = المظهر
keys-none = بلا مفاتيح
keys-change = تغيير المفاتيح: { $action }
keys-press = اضغط المفاتيح الجديدة لـ«{ $action }». مفتاح Escape يتركها كما هي.
keys-remove = بلا مفاتيح
keys-reset-named = المفاتيح المعتادة: { $action }
keys-reset-all = إعادة كل المفاتيح المعتادة
keys-refused-browser = يحتفظ المتصفح أو النظام بـ{ $keys }. اضغط غيرها.
keys-refused-movement = { $keys } للتنقل أو التحديد في النص. اضغط غيرها.
keys-refused-page = { $keys } لازمة لاستخدام الصفحة بلا فأرة. اضغط غيرها.
keys-conflict = { $keys } مستخدمة لـ«{ $other }». إن أخذتها فلن تبقى له.
keys-take = خذها
keys-now = { $action }: { $keys }
keys-are-usual = عادت كل المفاتيح إلى المعتاد
