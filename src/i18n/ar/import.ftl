# Messages of this area: import.
import-heading = إضافة نصوص
import-drop-here = أفلت الملفات هنا
import-formats = نص عادي أو Markdown ‏(‎.txt و‎.text و‎.md و‎.markdown) بأي ترميز شائع. لا شيء يغادر هذا المتصفح.
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
import-not-pdf = هذا ملف PDF، وستُقبل ملفات PDF في إصدار لاحق. أما الآن فافتحه وحدد الكل وانسخه ثم الصق النص هنا: يمكن في المعاينة تنسيق الأسطر المقطوعة ورؤوس الصفحات.
import-not-word = هذا مستند Word، وستُقبل مستنداته في إصدار لاحق. أما الآن فاحفظه نصًا عاديًا (‎.txt) أو انسخ نصه والصقه هنا.
import-not-open-document = هذا مستند OpenDocument، وستُقبل مستنداته في إصدار لاحق. أما الآن فاحفظه نصًا عاديًا (‎.txt) أو انسخ نصه والصقه هنا.
import-not-rich-text = هذا نص منسّق (RTF)، وسيُقبل في إصدار لاحق. أما الآن فاحفظه نصًا عاديًا (‎.txt) أو انسخ نصه والصقه هنا.
import-not-spreadsheet = هذا جدول بيانات، وستُقبل الجداول في إصدار لاحق. أما الآن فانسخ الخلايا التي تحتاج إليها والصقها هنا.
import-not-zip = هذا ملف مضغوط، وقد يكون مشروعًا من أداة أخرى. ستُقبل مثل هذه الملفات في إصدار لاحق؛ أما الآن فصدّر الوثائق من تلك الأداة نصًا عاديًا.
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
import-tidy = تنسيق نص منسوخ من ملف PDF
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
import-skipped = تُركت باختيارك
import-give-up-title = أتغادر من دون إضافة شيء؟
import-give-up = مغادرة
import-give-up-text = يضيع ما اخترته ولصقته وضبطته هنا. أما الملفات نفسها فتبقى كما هي.
