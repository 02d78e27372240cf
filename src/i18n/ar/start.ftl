# صفحة البداية: المشاريع في هذا المتصفح.
start-title = مشاريعك
start-new = مشروع جديد
start-import = استيراد ملف مشروع
start-language-switch = اللغة: { $language }

# لمن يفتح التطبيق أول مرة
start-welcome-title = اقرأ بتمعّن، ورمّز بعناية.
start-welcome-text = هنا تعمل على المقابلات والملاحظات الميدانية والوثائق: حدّد المقاطع، وأعطها رموزًا، وابنِ دليل رموزك، ثم ارجع إلى كل اقتباس في موضعه.
start-welcome-private = يعمل كله داخل هذا المتصفح، بلا حساب وبلا خادم: لا شيء مما تستورده يغادر هذا الحاسوب.
start-steps = كيف تبدأ
start-step-create = أنشئ مشروعًا
start-step-create-text = أعطه عنوانًا، واذكر من يرمّز: اسمًا أو أحرفًا أولى.
start-step-bring = أدخل نصوصك
start-step-bring-text = مقابلات أو ملاحظات ميدانية أو مقالات، ملفاتٍ نصية أو Markdown، أو لصقًا.
start-step-code = اقرأ ورمّز
start-step-code-text = حدّد مقطعًا، واضغط مفتاحًا، واكتب الرمز. كل تغيير يُحفظ لحظة إجرائه.
start-welcome-import = ألديك ملف مشروع من Emic؟ استورده، أو أفلته في أي مكان من هذه الصفحة.
start-drop = أفلت ملف المشروع لاستيراده
start-drop-many = ملف مشروع واحد في كل مرة: يُستورد { $name } فقط.

# مشروع في القائمة
start-list = المشاريع في هذا المتصفح
start-sorted = الأحدث تغييرًا أولًا
start-changed = آخر تغيير: { $when }
start-exported = آخر تصدير: { $when }
start-exported-stale = آخر تصدير: { $when }، وتغيّر بعده
start-never-exported = لم يُصدَّر قط
start-open-project = فتح { $title }
start-damaged = تعذّرت قراءة أجزاء منه. افتحه لترى ما يمكن إنقاذه.

# الحوارات
create-title = مشروع جديد
create-name = عنوان المشروع
create-name-hint = الاسم الذي تسمّي به دراستك. يمكن تغييره في أي وقت.
create-name-example = الرحيل عن وادي النخيل
create-coder = من يرمّز؟
create-coder-hint = اسمك أو الأحرف الأولى منه. يحمله كل اقتباس ورمز وتعليق.
create-coder-missing = أدخل اسمًا أو أحرفًا أولى.
create-do = إنشاء المشروع
rename-project = إعادة تسمية المشروع
duplicate-project = نسخ المشروع
duplicate-hint = النسخة قائمة بذاتها: ما يتغيّر في إحداهما لا يتغيّر في الأخرى.
duplicate-name = { $title } (نسخة)
delete-project = حذف «{ $title }»؟
delete-loses = سيُزال من هذا المتصفح: { $documents }، { $quotations }، مع الرموز والتعليقات والسجل. لا يمكن التراجع عن ذلك.
delete-loses-empty = المشروع فارغ: لا وثائق فيه ولا اقتباسات. لا يمكن التراجع عن الحذف.
delete-never-exported = لم يُصدَّر قط: لا نسخة منه في مكان آخر ما لم تكن قد صنعتها بنفسك.
delete-stale = آخر تصدير له في { $date } وتغيّر بعده: ما جرى بعد ذلك موجود هنا فقط.
delete-current = صُدِّر في { $date } ولم يتغيّر بعده. احتفظ بذلك الملف إن كنت قد تحتاج إليه.
delete-do = حذف المشروع
delete-export-first = تصدير أولًا
deleted = حُذف «{ $title }»
created = أُنشئ «{ $title }»
renamed = صار اسم المشروع «{ $title }»
duplicated = أُنشئت نسخة باسم «{ $title }»

# التصدير
export-project = تصدير المشروع (JSON)
export-working = جارٍ تصدير «{ $title }»…
exported-as = صُدِّر باسم { $name }. تجده بين التنزيلات.
export-failed = تعذّر تصدير «{ $title }»
export-text-missing =
    { $n ->
        [zero] لا نص مفقود: { $titles }
        [one] نص وثيقة واحدة غير موجود في تخزين هذا المتصفح: { $titles }. في الملف كل اقتباساتها وترميزاتها وتعليقاتها، أما النص فليس فيه منه إلا ما تحفظه الاقتباسات.
        [two] نصّا وثيقتين غير موجودين في تخزين هذا المتصفح: { $titles }. في الملف كل اقتباساتهما وترميزاتهما وتعليقاتهما، أما النصّان فليس فيه منهما إلا ما تحفظه الاقتباسات.
        [few] نصوص { $n } وثائق غير موجودة في تخزين هذا المتصفح: { $titles }. في الملف كل اقتباساتها وترميزاتها وتعليقاتها، أما النصوص فليس فيه منها إلا ما تحفظه الاقتباسات.
        [many] نصوص { $n } وثيقة غير موجودة في تخزين هذا المتصفح: { $titles }. في الملف كل اقتباساتها وترميزاتها وتعليقاتها، أما النصوص فليس فيه منها إلا ما تحفظه الاقتباسات.
       *[other] نصوص { $n } وثيقة غير موجودة في تخزين هذا المتصفح: { $titles }. في الملف كل اقتباساتها وترميزاتها وتعليقاتها، أما النصوص فليس فيه منها إلا ما تحفظه الاقتباسات.
    }
export-original-missing =
    { $n ->
        [zero] لا نص أصلي مفقود: { $titles }
        [one] وثيقة واحدة في الملف كما هي الآن، أما نصها كما استُورد فلم يعد موجودًا: { $titles }.
        [two] وثيقتان في الملف كما هما الآن، أما نصّاهما كما استُوردا فلم يعودا موجودين: { $titles }.
        [few] { $n } وثائق في الملف كما هي الآن، أما نصوصها كما استُوردت فلم تعد موجودة: { $titles }.
        [many] { $n } وثيقة في الملف كما هي الآن، أما نصوصها كما استُوردت فلم تعد موجودة: { $titles }.
       *[other] { $n } وثيقة في الملف كما هي الآن، أما نصوصها كما استُوردت فلم تعد موجودة: { $titles }.
    }
export-unwritable = تعذّرت كتابة الملف ({ $cause }).

# استيراد ملف مشروع
project-file-working = جارٍ قراءة { $name }…
project-file-saving = جارٍ حفظ «{ $title }»…
project-file-failed = تعذّر استيراد { $name }
project-file-conflict = «{ $title }» موجود لديك
project-file-conflict-text = في الملف نسخة من مشروع موجود في هذا المتصفح. ماذا تريد؟
project-file-here = في هذا المتصفح
project-file-in-file = في الملف
project-file-replace = استبدال ما لديّ بالملف
project-file-replace-text = يُحذف ما في هذا المتصفح الآن. لا يمكن التراجع عن ذلك.
project-file-keep-both = الاحتفاظ بكليهما
project-file-keep-both-text = يصير الملف مشروعًا مستقلًا، ويبقى مشروعك كما هو.
project-file-done = استُورد «{ $title }»
project-file-repaired = استُورد «{ $title }» وأُصلح فيه { $n ->
        [zero] لا شيء
        [one] أمر واحد
        [two] أمران
        [few] { $n } أمور
        [many] { $n } أمرًا
       *[other] { $n } أمر
    }
project-file-repaired-text = كان في الملف ما لا يتوافق بعضه مع بعض. هذا ما جرى بشأنه؛ أما الملف نفسه فلم يتغيّر.
project-file-open = فتح المشروع

# ما تعذّر
create-failed = تعذّر إنشاء المشروع
rename-failed = تعذّرت إعادة تسمية «{ $title }»
duplicate-failed = تعذّر نسخ «{ $title }»
delete-failed = تعذّر حذف «{ $title }»
