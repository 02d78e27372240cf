# Messages of this area: import.
import-heading = إضافة نصوص
import-drop-here = أفلت الملفات هنا
import-formats = ملفات Word وPDF وOpenDocument والنص المنسّق وصفحات الويب والكتب الإلكترونية والترجمات والجداول والنص العادي، وأرشيفات أو مجلدات منها. لا شيء يغادر هذا المتصفح.
import-paste = لصق نص
import-paste-hint = من ملف PDF أو معالج نصوص أو صفحة ويب: حدد الكل هناك ثم انسخه والصقه هنا.
import-use-paste = معاينة هذا النص
import-title = العنوان
import-title-empty = إن تُرك بلا عنوان أخذ اسم الملف.
import-add-files = إضافة ملفات
import-back = العودة إلى المعاينة
import-bring-in =
    { $n ->
        [0] إضافة
        [zero] إضافة
        [one] إضافة وثيقة واحدة
        [two] إضافة وثيقتين
        [few] إضافة { $n } وثائق
        [many] إضافة { $n } وثيقة
       *[other] إضافة { $n } وثيقة
    }

# Reading
import-reading = تجري قراءة الملفات
import-read =
    { $texts ->
        [0] لا نصوص للمعاينة.
        [zero] لا نصوص للمعاينة.
        [one] نص واحد جاهز للمعاينة.
        [two] نصان جاهزان للمعاينة.
        [few] { $texts } نصوص جاهزة للمعاينة.
        [many] { $texts } نصًا جاهزًا للمعاينة.
       *[other] { $texts } نص جاهز للمعاينة.
    } { $failures ->
        [0] { "" }
        [zero] { "" }
        [one] تعذّر أخذ ملف واحد.
        [two] تعذّر أخذ ملفين.
        [few] تعذّر أخذ { $failures } ملفات.
        [many] تعذّر أخذ { $failures } ملفًا.
       *[other] تعذّر أخذ { $failures } ملف.
    }
import-stop = إيقاف
import-preparing = يجري إعداد الوثائق
import-failures =
    { $n ->
        [zero] لم يتعذّر أخذ أي ملف
        [one] تعذّر أخذ ملف واحد
        [two] تعذّر أخذ ملفين
        [few] تعذّر أخذ { $n } ملفات
        [many] تعذّر أخذ { $n } ملفًا
       *[other] تعذّر أخذ { $n } ملف
    }
import-unreadable = لم يستطع المتصفح قراءته ({ $why }). ربما نُقل من مكانه أو كان مجلدًا؛ اختره من جديد.
import-no-reader = تعذّر تحميل جزء Emic الذي يقرأ الملفات ({ $why }). أعد تحميل الصفحة واختر الملف من جديد؛ أما لصق النص فلا يحتاج إليه.
import-reader-failed = أخفقت قراءته داخل Emic ({ $why }). لم يُمسّ شيء سواه؛ انسخ نصه والصقه هنا، أو احفظه في برنامج آخر نصًا عاديًا بترميز UTF-8.
import-reader-silent = مضت دقيقة من غير أي استجابة أثناء قراءته فأُوقفت القراءة. قسّمه إلى أجزاء، أو انسخ نصه والصقه هنا.
import-reader-stopped = أُوقفت قراءته.
import-too-large = حجمه { $size } ميغابايت، والحد الأعلى للنص الواحد { $limit } ميغابايت. قسّمه إلى أجزاء.
import-not-pdf = لا يمكن قراءة ملف PDF هذا.
import-not-word = هذا مستند Word من قبل عام ٢٠٠٧ (‎.doc). افتحه في Word أو LibreOffice واحفظه بصيغة ‎.docx ثم اختره.
import-not-open-document = ليس في ملف OpenDocument هذا نص ولا جدول. احفظه بصيغة ‎.odt أو ‎.ods ثم اختره.
import-not-rich-text = لا يمكن قراءة هذا النص المنسّق.
import-not-spreadsheet = هذا الجدول من نوع لا يُقرأ. احفظه بصيغة ‎.xlsx أو ‎.csv ثم اختره.
import-not-zip = ليس في هذا الأرشيف وثائق، وقد يكون مشروعًا من أداة أخرى. صدّر الوثائق من هناك بصيغة ‎.docx أو نصًا عاديًا.
import-not-image = هذه صورة، وستُقبل الصور في إصدار لاحق.
import-not-media = هذا صوت أو فيديو، وسيُقبل ذلك في إصدار لاحق؛ أما الآن فأضف نص التفريغ.
import-not-project = هذا ملف مشروع من Emic وليس نصًا. يصير مشروعًا مستقلًا: انتقل إلى «كل المشاريع» واختر «استيراد ملف مشروع»، أو أفلته هناك.
import-not-database = هذه قاعدة بيانات، وقد تكون مشروعًا من أداة أخرى. ستُقبل في إصدار لاحق؛ أما الآن فصدّر الوثائق من تلك الأداة نصًا عاديًا.
import-not-binary = هذا ليس ملفًا نصيًا. إن كان يُفتح في برنامج آخر فاحفظه منه نصًا عاديًا (‎.txt) أو انسخ نصه والصقه هنا.

# The list
import-texts = النصوص المراد إضافتها
import-tick-all = إضافة الكل
import-tick = إضافة «{ $title }»
import-pasted = نص ملصوق
import-same-text = النص نفسه موجود في هذا المشروع باسم «{ $title }».
import-same-name = في هذا المشروع ملف بالاسم نفسه باسم «{ $title }»، ونصه مختلف.
import-in-list = النص نفسه موجود في هذه القائمة باسم «{ $title }».
import-for-all = لكل النصوص
import-kind-of-all = نوع الجميع
import-differ = أنواع مختلفة
import-folder = المجلد

import-originals = الاحتفاظ بالملفات الأصلية
import-originals-size = الاحتفاظ بالملفات الأصلية ({ $size })
import-originals-hint = يُخزَّن كل ملف أيضًا كما هو، في هذا المتصفح مع وثائقه، ولا يُرسَل إلى أي مكان. وما ليس في النص، كالصور والتعليقات وبيانات الكاتب، يبقى فيه.
import-originals-no-room = لا يمكن الاحتفاظ بالملفات الأصلية هنا، لأن هذا المتصفح لا يعطي Emic إلا تخزينًا صغيرًا. تدخل النصوص من دونها.
import-originals-large = حجم هذه الملفات معًا أكبر من { $limit }. للاحتفاظ بالملفات الأصلية أدخل عددًا أقل في كل مرة.
import-originals-full =
    { $n ->
        [zero] لا ملفات أصلية للاحتفاظ بها.
        [one] لا يتسع هذا المتصفح للاحتفاظ بأصل ملف واحد.
        [two] لا يتسع هذا المتصفح للاحتفاظ بأصلي ملفين.
        [few] لا يتسع هذا المتصفح للاحتفاظ بأصول { $n } ملفات.
        [many] لا يتسع هذا المتصفح للاحتفاظ بأصول { $n } ملفًا.
       *[other] لا يتسع هذا المتصفح للاحتفاظ بأصول { $n } ملف.
    }
import-originals-failed =
    { $n ->
        [zero] احتُفظ بكل الملفات الأصلية.
        [one] تعذّرت قراءة ملف واحد من جديد، فلم يُحتفظ بأصله.
        [two] تعذّرت قراءة ملفين من جديد، فلم يُحتفظ بأصليهما.
        [few] تعذّرت قراءة { $n } ملفات من جديد، فلم يُحتفظ بأصولها.
        [many] تعذّرت قراءة { $n } ملفًا من جديد، فلم يُحتفظ بأصولها.
       *[other] تعذّرت قراءة { $n } ملف من جديد، فلم يُحتفظ بأصولها.
    }

# The preview
import-preview-of = معاينة «{ $title }»
import-encoding = الترميز
import-encoding-name = { $script } ({ $name })
import-script-unicode = يونيكود
import-script-western = أوروبا الغربية
import-script-arabic = العربية
import-script-central-european = أوروبا الوسطى
import-script-cyrillic = السيريلية
import-script-greek = اليونانية
import-script-turkish = التركية
import-script-hebrew = العبرية
import-script-baltic = البلطيقية
import-script-vietnamese = الفيتنامية
import-script-thai = التايلاندية
import-script-japanese = اليابانية
import-script-chinese-simplified = الصينية المبسطة
import-script-chinese-traditional = الصينية التقليدية
import-script-korean = الكورية
import-reread =
    أُعيدت القراءة بترميز { $encoding }: { $words ->
        [0] لا كلمات
        [zero] لا كلمات
        [one] كلمة واحدة
        [two] كلمتان
        [few] { $words } كلمات
        [many] { $words } كلمة
       *[other] { $words } كلمة
    }.
import-rereading = تُعاد قراءته
import-guessed = خُمّن الترميز: { $encoding }. إن بدت الحروف خاطئة فاختر غيره.
import-undecodable =
    { $n ->
        [zero] لا مواضع تتعذر قراءتها بهذا الترميز.
        [one] موضع واحد لا يُقرأ بهذا الترميز ويظهر بالعلامة �. إن بدت الحروف خاطئة فاختر ترميزًا آخر.
        [two] موضعان لا يُقرآن بهذا الترميز ويظهران بالعلامة �. إن بدت الحروف خاطئة فاختر ترميزًا آخر.
        [few] { $n } مواضع لا تُقرأ بهذا الترميز وتظهر بالعلامة �. إن بدت الحروف خاطئة فاختر ترميزًا آخر.
        [many] { $n } موضعًا لا تُقرأ بهذا الترميز وتظهر بالعلامة �. إن بدت الحروف خاطئة فاختر ترميزًا آخر.
       *[other] { $n } موضع لا تُقرأ بهذا الترميز وتظهر بالعلامة �. إن بدت الحروف خاطئة فاختر ترميزًا آخر.
    }
import-nul =
    { $n ->
        [zero] لا محارف NUL خفية في النص.
        [one] في النص محرف NUL خفي واحد. قد يكون الترميز غير هذا.
        [two] في النص محرفا NUL خفيان. قد يكون الترميز غير هذا.
        [few] في النص { $n } محارف NUL خفية. قد يكون الترميز غير هذا.
        [many] في النص { $n } محرف NUL خفيًا. قد يكون الترميز غير هذا.
       *[other] في النص { $n } محرف NUL خفي. قد يكون الترميز غير هذا.
    }
import-empty = لا كلمات فيه.

# Tidying
import-tidy = تنظيف النص
import-rule-join = وصل الأسطر المقطوعة
import-rule-hyphens = إزالة واصلات نهاية السطر
import-rule-furniture = حذف رؤوس الصفحات والإشعارات
import-rule-blank = تقليص الأسطر الفارغة
import-rule-spaces = حذف المسافات الزائدة
import-rule-count = { $rule } · { $count }
import-rules-suggested = العودة إلى المقترح
import-rules-for-all = تطبيق القواعد نفسها على الكل
import-rules-for-all-done = القواعد نفسها تسري الآن على كل النصوص.
import-removed =
    { $n ->
        [zero] لا يُحذف شيء
        [one] يُحذف شيء واحد: عرضه
        [two] يُحذف شيئان: عرضهما
        [few] تُحذف { $n } أشياء: عرضها
        [many] يُحذف { $n } شيئًا: عرضها
       *[other] يُحذف { $n } شيء: عرضها
    }
import-line = السطر { $line }
import-compare = قبل التنسيق وبعده
import-before = كما استُورد
import-after = بعد التنسيق

# The end
import-brought-in =
    { $n ->
        [zero] لم تُضف أي وثيقة.
        [one] أُضيفت وثيقة واحدة.
        [two] أُضيفت وثيقتان.
        [few] أُضيفت { $n } وثائق.
        [many] أُضيفت { $n } وثيقة.
       *[other] أُضيفت { $n } وثيقة.
    }
import-left-out =
    { $n ->
        [zero] لم يُترك شيء.
        [one] تُرك ملف واحد.
        [two] تُرك ملفان.
        [few] تُركت { $n } ملفات.
        [many] تُرك { $n } ملفًا.
       *[other] تُرك { $n } ملف.
    }
import-skipped = لم يُستورد
import-give-up-title = أتغادر من دون إضافة شيء؟
import-give-up = مغادرة
import-give-up-text = يضيع ما اخترته ولصقته وضبطته هنا. أما الملفات نفسها فتبقى كما هي.

# ملفات من كل صيغة
import-choose-folder = اختيار مجلد
import-reading-file = قراءة «{ $name }»
import-waiting = في الانتظار
import-waiting-more =
    { $n ->
        [one] وملف آخر
        [two] وملفان آخران
        [few] و{ $n } ملفات أخرى
       *[other] و{ $n } ملفًا آخر
    }
import-table-waits = جدول: حدّد ما تحويه أعمدته
import-archive-holds =
    { $n ->
        [0] أرشيف ليس فيه ملف يمكن قراءته
        [one] أرشيف فيه ملف واحد
        [two] أرشيف فيه ملفان
        [few] أرشيف فيه { $n } ملفات
       *[other] أرشيف فيه { $n } ملفًا
    }
import-encrypted = الملف محمي بكلمة مرور. احفظه بلا كلمة مرور في البرنامج الذي جاء منه، ثم اختره من جديد.
import-damaged = الملف تالف أو مقطوع: نهايته أو فهرس محتوياته مفقود. انسخه أو نزّله من جديد.
import-damaged-missing = الملف تالف: الجزء «{ $part }» الذي لا يخلو منه ملف كهذا مفقود. افتحه واحفظه من جديد في البرنامج الذي جاء منه.
import-damaged-part = الملف تالف: لا يمكن قراءة الجزء «{ $part }». افتحه واحفظه من جديد في البرنامج الذي جاء منه.
import-scan =
    { $pages ->
        [one] فيه صفحة واحدة بلا نص: إنها صورة صفحة (مسح ضوئي). دع برنامجًا للتعرف على النص (OCR) يكتب النص فيه أولًا.
        [two] فيه صفحتان بلا نص: إنهما صورتا صفحتين (مسح ضوئي). دع برنامجًا للتعرف على النص (OCR) يكتب النص فيه أولًا.
        [few] فيه { $pages } صفحات بلا نص: إنها صور صفحات (مسح ضوئي). دع برنامجًا للتعرف على النص (OCR) يكتب النص فيه أولًا.
       *[other] فيه { $pages } صفحة بلا نص: إنها صور صفحات (مسح ضوئي). دع برنامجًا للتعرف على النص (OCR) يكتب النص فيه أولًا.
    }
import-nothing-in-it = ليس فيه شيء.
import-excess-unpacked = لو فُكّ ضغطه لملأ ذاكرة أكثر مما يحتاج إليه أي نص: إنه معطوب أو صُنع للإضرار، فلم يُقرأ.
import-excess-depth = أجزاؤه متداخلة أعمق مما في أي وثيقة: إنه معطوب أو صُنع للإضرار. ولا يُقرأ أرشيف داخل أرشيف؛ فكّه أولًا.
import-excess-entries = فيه ملفات أكثر مما يمكن قراءته دفعة واحدة. فكّ ضغطه واختر بعضها.
import-excess-pages = فيه صفحات أكثر مما يمكن قراءته دفعة واحدة. قسّمه إلى أجزاء.
import-excess-cells = فيه خلايا أكثر مما يمكن قراءته دفعة واحدة. أبقِ الورقة والأعمدة التي تحتاج إليها فقط.
import-excess-work = قراءته لا تنتهي: إنه معطوب أو صُنع للإضرار، فلم يُقرأ.

# ما ليس في النص من الملف
import-left-out-of = ليس في النص: { $what }
import-parts-left-out = ما ليس في النصوص من الملفات
left-out-picture = { $n ->
    [one] صورة واحدة
    [two] صورتان
    [few] { $n } صور
   *[other] { $n } صورة
    }
left-out-object = { $n ->
    [one] عنصر مضمّن واحد
    [two] عنصران مضمّنان
    [few] { $n } عناصر مضمّنة
   *[other] { $n } عنصرًا مضمّنًا
    }
left-out-media = { $n ->
    [one] مقطع صوتي أو مرئي واحد
    [two] مقطعان صوتيان أو مرئيان
    [few] { $n } مقاطع صوتية أو مرئية
   *[other] { $n } مقطعًا صوتيًا أو مرئيًا
    }
left-out-formula = { $n ->
    [one] معادلة واحدة
    [two] معادلتان
    [few] { $n } معادلات
   *[other] { $n } معادلة
    }
left-out-header = { $n ->
    [one] رأس صفحة أو تذييلها
    [two] رأسا صفحات أو تذييلان
    [few] { $n } رؤوس صفحات أو تذييلات
   *[other] { $n } رأس صفحة أو تذييلًا
    }
left-out-hidden = { $n ->
    [one] مقطع مخفي واحد
    [two] مقطعان مخفيان
    [few] { $n } مقاطع مخفية
   *[other] { $n } مقطعًا مخفيًا
    }
left-out-tracked = { $n ->
    [one] مقطع واحد من التغييرات المتعقبة
    [two] مقطعان من التغييرات المتعقبة
    [few] { $n } مقاطع من التغييرات المتعقبة
   *[other] { $n } مقطعًا من التغييرات المتعقبة
    }
left-out-script = { $n ->
    [one] برنامج واحد
    [two] برنامجان
    [few] { $n } برامج
   *[other] { $n } برنامجًا
    }
left-out-field = { $n ->
    [one] حقل نموذج واحد
    [two] حقلا نموذج
    [few] { $n } حقول نموذج
   *[other] { $n } حقل نموذج
    }
left-out-annotation = { $n ->
    [one] تعليق توضيحي واحد
    [two] تعليقان توضيحيان
    [few] { $n } تعليقات توضيحية
   *[other] { $n } تعليقًا توضيحيًا
    }
left-out-page = { $n ->
    [one] صفحة واحدة بلا نص
    [two] صفحتان بلا نص
    [few] { $n } صفحات بلا نص
   *[other] { $n } صفحة بلا نص
    }
left-out-not-chosen = { $n ->
    [one] جزء واحد لم يُختر
    [two] جزآن لم يُختارا
    [few] { $n } أجزاء لم تُختر
   *[other] { $n } جزءًا لم يُختر
    }
left-out-answer = { $n ->
    [one] إجابة فارغة واحدة
    [two] إجابتان فارغتان
    [few] { $n } إجابات فارغة
   *[other] { $n } إجابة فارغة
    }
left-out-damaged = { $n ->
    [one] جزء تالف واحد
    [two] جزآن تالفان
    [few] { $n } أجزاء تالفة
   *[other] { $n } جزءًا تالفًا
    }
left-out-comment = { $n ->
    [one] ملاحظة واحدة في الترجمة
    [two] ملاحظتان في الترجمة
    [few] { $n } ملاحظات في الترجمة
   *[other] { $n } ملاحظة في الترجمة
    }

# القراءة على نحو آخر
import-tracked = التغييرات المتعقبة
import-tracked-accepted = كأنها قُبلت كلها
import-tracked-rejected = كما كان قبلها
import-remarks =
    { $n ->
        [one] إدخال تعليق الملف على المقطع الذي هو عليه
        [two] إدخال تعليقي الملف على المقطعين اللذين هما عليهما
        [few] إدخال { $n } تعليقات من الملف على المقاطع التي هي عليها
       *[other] إدخال { $n } تعليقًا من الملف على المقاطع التي هي عليها
    }
import-views = ما يُعرض
import-view-words = النص والمتحدثون
import-view-tidying = التنظيف

# المتحدثون
import-speakers = المتحدثون
import-speakers-none = لم يُعثر على متحدثين. إن كان النص يسمّيهم بطريقة خاصة، فأرِها.
import-speakers-off = لا أحد يتحدث فيه، كما قلت.
import-speakers-nobody = لا أحد يتحدث فيه
import-speakers-forget = العودة إلى ما عُثر عليه
import-speakers-merge = دمج
import-speaker = { $name } · { $n }
import-speaker-asks = { $name } · { $n } · يسأل
import-role-asks = يطرح الأسئلة
import-role-answers = يجيب
import-same-as = هو نفسه «{ $name }»
import-not-a-speaker = ليس متحدثًا
import-same-initials = قد يكون «{ $one }» الأحرف الأولى من «{ $other }».
import-same-spelling = قد يكون «{ $one }» كتابة أخرى لـ«{ $other }».
import-rename-title = إعادة تسمية «{ $name }»
import-rename-label = الاسم
import-pattern = أرِ كيف يُعلَّم المتحدثون
import-pattern-title = كيف يُعلَّم المتحدثون؟
import-pattern-label = علامة كما هي في أول السطر
import-pattern-hint = برموزها ووقتها، مثل «‎>> ANNA >>‎» أو «س١٢.». ثم يُعثر على العلامات التي من الشكل نفسه.
import-pattern-no-name = ليس في هذه العلامة اسم. انسخ واحدة من النص فيها اسم.
import-use-it = استخدامها

# الجداول
import-table-of = الجدول «{ $name }»
import-table-title = ما الذي في الأعمدة؟
import-table-text = تصير الإجابات نصًا يُرمَّز، وتُحفظ السمات مع حالة كل مجيب.
import-table-make = إنشاء الوثائق
import-table-no-answer = حدّد عمودًا واحدًا على الأقل يحوي إجابة بالكلمات.
import-table-sheet = الورقة
import-not-said =
    { $n ->
        [one] لم تؤخذ قيمة واحدة لأن غيرها معروف: { $case }، { $attribute }: تبقى { $known } لا { $value }.
        [two] لم تؤخذ قيمتان لأن غيرهما معروف: { $case }، { $attribute }: تبقى { $known } لا { $value }، وغيرها.
        [few] لم تؤخذ { $n } قيم لأن غيرها معروف: { $case }، { $attribute }: تبقى { $known } لا { $value }، وغيرها.
       *[other] لم تؤخذ { $n } قيمة لأن غيرها معروف: { $case }، { $attribute }: تبقى { $known } لا { $value }، وغيرها.
    }
import-table-open = لم تُختر أعمدته: اضغط «إنشاء الوثائق» في معاينته.
import-table-per = وثيقة واحدة لـ
import-table-per-respondent = كل مجيب (صف)
import-table-per-question = كل سؤال (عمود)
import-table-per-transcript = الورقة كلها، فهي تفريغ مقابلة
import-table-delimiter = بين الخلايا
import-delimiter-comma = فاصلة
import-delimiter-semicolon = فاصلة منقوطة
import-delimiter-tab = علامة جدولة
import-delimiter-bar = خط عمودي
import-table-header = الصف الأول يسمّي الأعمدة
import-table-column = العمود { $n }
import-table-use = استخدام العمود «{ $column }»
import-table-rows = الصفوف الأولى
import-table-more =
    { $n ->
        [one] وصف آخر
        [two] وصفان آخران
        [few] و{ $n } صفوف أخرى
       *[other] و{ $n } صفًا آخر
    }
import-column-identifier = من يجيب
import-column-answer = إجابة تُرمَّز
import-column-attribute = سمة
import-column-speaker = من يتحدث
import-column-time = متى
import-column-ignore = تجاهل
