# Messages of this area: documents.
documents-import = أضف نصًا
documents-new-folder = مجلد جديد
documents-find = ابحث عن وثيقة
documents-empty-read-only = لا وثائق بعد
documents-empty-title = أضف أول نص لك
documents-empty-text = تفريغ مقابلة أو ملاحظات أو مقال، من ملف أو بالنسخ واللصق. يبقى النص في هذا المتصفح.
documents-rename = إعادة التسمية…
documents-set-kind = النوع…
documents-move-to = النقل إلى مجلد…
documents-compare = المقارنة بالنص كما استُورد…
documents-original-save = حفظ الملف الأصلي…
documents-original-remove = إزالة الملف الأصلي
documents-original-removed = أُزيل الملف الأصلي
documents-original-kept = الأصل محفوظ ({ $size })
documents-original-elsewhere = الأصل ليس في هذا المتصفح
documents-original-missing = الملف الأصلي للوثيقة «{ $name }» ليس في هذا المتصفح: ملفات المشاريع لا تضم الملفات الأصلية. قد يكون في المتصفح الذي أُدخلت فيه الوثيقة.
documents-original-withdrawn = في الملف كلام مسحوب، ولذلك لا يُسلَّم. ألغِ السحب أولًا، أو أزل الكلام نهائيًا فيزول الملف معه.
documents-delete = حذف…
documents-delete-folder = حذف المجلد…

# Kinds of material
documents-kind = النوع
documents-kind-interview = مقابلة
documents-kind-focus-group = مجموعة بؤرية
documents-kind-field-note = ملاحظة ميدانية
documents-kind-article = مقال
documents-kind-survey = استبيان
documents-kind-other = نوع آخر

# Questions before something is done
documents-rename-title = إعادة تسمية الوثيقة
documents-rename-folder-title = إعادة تسمية المجلد
documents-set-kind-title =
    { $n ->
        [one] ما نوع هذه المادة؟
        [two] ما نوع هاتين الوثيقتين؟
        [few] ما نوع هذه الوثائق، وعددها { $n }؟
        [many] ما نوع هذه الوثائق، وعددها { $n }؟
       *[other] ما نوع هذه الوثائق، وعددها { $n }؟
    }
documents-move-title =
    { $n ->
        [one] نقل الوثيقة إلى مجلد
        [two] نقل وثيقتين إلى مجلد
        [few] نقل { $n } وثائق إلى مجلد
        [many] نقل { $n } وثيقة إلى مجلد
       *[other] نقل { $n } وثيقة إلى مجلد
    }
documents-no-folder = بلا مجلد
documents-delete-title = أتحذف «{ $name }»؟
documents-delete-many-title =
    { $n ->
        [one] أتحذف وثيقة واحدة؟
        [two] أتحذف وثيقتين؟
        [few] أتحذف { $n } وثائق؟
        [many] أتحذف { $n } وثيقة؟
       *[other] أتحذف { $n } وثيقة؟
    }
documents-delete-loss =
    { $n ->
        [0] لن يضيع أي اقتباس، فليس فيها اقتباسات.
        [zero] لن يضيع أي اقتباس، فليس فيها اقتباسات.
        [one] يُحذف معها اقتباس واحد برموزه وتعليقاته.
        [two] يُحذف معها اقتباسان برموزهما وتعليقاتهما.
        [few] تُحذف معها { $n } اقتباسات برموزها وتعليقاتها.
        [many] يُحذف معها { $n } اقتباسًا برموزها وتعليقاتها.
       *[other] يُحذف معها { $n } اقتباس برموزها وتعليقاتها.
    }
documents-delete-undo = يمكنك التراجع عن هذا. ويحتفظ السجل بأنه حدث. وما لا يجوز الاحتفاظ به يُزال نهائيًّا من «النسخ الاحتياطية».
documents-delete-folder-title = أتحذف المجلد «{ $name }»؟
documents-delete-folder-text = لا يضيع شيء مما فيه: تنتقل وثائقه ومجلداته إلى حيث يوجد المجلد الآن.

# What was done
documents-renamed = صار الاسم «{ $name }»
documents-folder-made = أُنشئ المجلد «{ $name }»
documents-folder-deleted = حُذف المجلد «{ $name }»
documents-kind-set =
    { $n ->
        [one] حُدِّد النوع: { $kind }
        [two] حُدِّد نوع وثيقتين: { $kind }
        [few] حُدِّد نوع { $n } وثائق: { $kind }
        [many] حُدِّد نوع { $n } وثيقة: { $kind }
       *[other] حُدِّد نوع { $n } وثيقة: { $kind }
    }
documents-moved =
    { $n ->
        [one] نُقلت الوثيقة
        [two] نُقلت وثيقتان
        [few] نُقلت { $n } وثائق
        [many] نُقلت { $n } وثيقة
       *[other] نُقلت { $n } وثيقة
    }
documents-deleted =
    { $n ->
        [one] حُذفت الوثيقة
        [two] حُذفت وثيقتان
        [few] حُذفت { $n } وثائق
        [many] حُذفت { $n } وثيقة
       *[other] حُذفت { $n } وثيقة
    }

# The list
documents-shown = { $n } من { $total ->
        [zero] { $total } وثيقة
        [one] وثيقة واحدة
        [two] وثيقتين
        [few] { $total } وثائق
        [many] { $total } وثيقة
       *[other] { $total } وثيقة
    }
documents-outside =
    { $n ->
        [zero] لا شيء خارج ما تنظر فيه
        [one] وثيقة واحدة خارج ما تنظر فيه
        [two] وثيقتان خارج ما تنظر فيه
        [few] { $n } وثائق خارج ما تنظر فيه
        [many] { $n } وثيقة خارج ما تنظر فيه
       *[other] { $n } وثيقة خارج ما تنظر فيه
    }
documents-is-outside = (خارج ما تنظر فيه)
documents-filter = تصفية بالعنوان أو اسم الملف
documents-all-kinds = كل الأنواع
documents-none-match = لا وثيقة مطابقة
documents-none-match-text = جرّب كلمات أخرى أو نوعًا آخر.
documents-show-all = عرض كل الوثائق
documents-column-words = الكلمات
documents-column-added = أُضيفت
documents-column-actions = الإجراءات
documents-sort-by = الترتيب حسب
documents-sort-order = ترتيب المشروع
documents-select-one = تحديد { $name }
documents-select-shown = تحديد كل المعروض
documents-with-selected = للمحدَّد
documents-added-by = { $date }، { $coder }
documents-drop = أفلِت الملفات لإضافة نصوصها
documents-drop-hint = أو أفلِت ملفات في أي مكان من هذه الصفحة.

# Compared with the text as imported
documents-compare-title = مقارنة بالنص كما استُورد
documents-compare-same = النص كما استُورد تمامًا.
documents-compare-count =
    { $n ->
        [one] أُجري تغيير واحد على النص المستورد، وهو مذكور مع ما كان في موضعه.
        [two] أُجري تغييران على النص المستورد، كلٌّ منهما مذكور مع ما كان في موضعه.
        [few] أُجريت { $n } تغييرات على النص المستورد، كلٌّ منها مذكور مع ما كان في موضعه.
        [many] أُجري { $n } تغييرًا على النص المستورد، كلٌّ منها مذكور مع ما كان في موضعه.
       *[other] أُجري { $n } تغيير على النص المستورد، كلٌّ منها مذكور مع ما كان في موضعه.
    }
documents-corrections =
    { $n ->
        [zero] لا تصحيحات للنص
        [one] تصحيح واحد للنص
        [two] تصحيحان للنص
        [few] { $n } تصحيحات للنص
        [many] { $n } تصحيحًا للنص
       *[other] { $n } تصحيح للنص
    }
documents-correction-before = قبل
documents-correction-after = بعد
documents-compare-since = النص الآن مقارنًا بالنص كما استُورد
documents-compare-source = استُورد من { $file }
documents-compare-pasted = استُورد بالنسخ واللصق
documents-compare-before = كما استُورد
documents-compare-after = في الوثيقة
documents-compare-removed = محذوف
documents-compare-joined = أسطر موصولة
documents-compare-inserted = مضاف
documents-compare-replaced = مُغيَّر
documents-compare-nothing = لا شيء
documents-compare-failed = تتعذّر قراءة النص المستورد: { $why }
documents-compare-unreadable = التغييرات لا تطابق النص المستورد، ولذلك لا يمكن عرضها.
