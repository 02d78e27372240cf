# قراءة وثيقة وترميزها.
reader-empty-title = لا شيء للقراءة بعد
reader-empty-touch = أحضر نص مقابلة أو ملاحظات ميدانية أو مقالًا، ثم المس كلمة مطوّلًا لتحديد مقطع، واختر «ترميز…» بجانبه.
reader-empty-text = أحضر نص مقابلة أو ملاحظات ميدانية أو مقالًا، ثم حدِّد مقطعًا واضغط { $keys } لترميزه.
reader-empty-import = إضافة نصوص
reader-text-failed = تتعذّر قراءة هذا النص من التخزين
reader-text-label = نص { $title }. مفاتيح الأسهم للتنقل، وShift للتحديد، وC للترميز.
reader-view = طريقة عرض النص
reader-no-code = بلا رمز بعد
reader-stripes-more =
    { $n ->
        [zero] لا اقتباسات أخرى هنا
        [one] اقتباس آخر هنا
        [two] اقتباسان آخران هنا
        [few] { $n } اقتباسات أخرى هنا
        [many] { $n } اقتباسًا آخر هنا
       *[other] { $n } اقتباس آخر هنا
    }
reader-bar = ترميز المحدَّد
reader-code = ترميز…
reader-in-vivo = رمز حيّ
reader-again = { $code }
reader-mark = اقتباس فقط
reader-no-last-code = لم يُطبَّق أي رمز بعد
reader-drop-needs-selection = حدِّد مقطعًا أولًا، أو أفلت الرمز على اقتباس.
reader-said-coded =
    { $n ->
        [zero] طُبِّق { $code }
        [one] طُبِّق { $code } على كلمة واحدة
        [two] طُبِّق { $code } على كلمتين
        [few] طُبِّق { $code } على { $n } كلمات
        [many] طُبِّق { $code } على { $n } كلمة
       *[other] طُبِّق { $code } على { $n } كلمة
    }
reader-said-coded-already = { $code } موجود هنا من قبل
reader-said-marked =
    { $n ->
        [zero] عُلِّم اقتباس
        [one] عُلِّم اقتباس من كلمة واحدة
        [two] عُلِّم اقتباس من كلمتين
        [few] عُلِّم اقتباس من { $n } كلمات
        [many] عُلِّم اقتباس من { $n } كلمة
       *[other] عُلِّم اقتباس من { $n } كلمة
    }
reader-said-resized = غُيِّرت حدود الاقتباس
reader-said-deleted = حُذف الاقتباس
reader-said-quotation = { $codes }: { $words }
reader-said-no-more-quotations = لا اقتباسات أخرى في هذا الاتجاه
reader-said-nothing-selected = لا شيء محدَّد

# مفاتيح النص
keys-where = تعمل الأقسام الثلاثة الأولى حين يكون التركيز في النص: انقر فيه أو انتقل إليه بمفتاح Tab. وتعمل البقية حيث لا تُكتب كلمات.
keys-move = التنقل والتحديد
keys-code = الترميز
keys-quotations = الاقتباسات
keys-character = حرف إلى الأمام أو الخلف
keys-word = كلمة واحدة
keys-line = سطر إلى أعلى أو أسفل
keys-line-end = بداية السطر أو نهايته
keys-paragraph = بداية هذه الفقرة، أو التي تليها
keys-document = بداية الوثيقة أو نهايتها
keys-extend = مع الضغط المستمر وأيٍّ مما سبق: التحديد
keys-select = تحديد الكلمة أو الجملة أو الفقرة
keys-select-more = كلمة أو جملة أو فقرة أخرى
keys-clear = ترك التحديد
# The way back to a list, and the sheet of a chosen quotation where there is little room
reader-back = العودة إلى قائمة الاقتباسات
reader-back-code = العودة إلى اقتباسات «{ $code }»
reader-foot = الاقتباس المختار
reader-foot-delete = حذف الاقتباس
reader-foot-close = ترك الاقتباس

# وثيقتان جنبًا إلى جنب
open-beside = فتح إلى جانبه
panes = الوثائق المعروضة
pane-first = الوثيقة الأولى: { $title }
pane-second = الوثيقة الثانية: { $title }
pane-choose = { $title }: إظهار وثيقة أخرى هنا
pane-choose-tip = إظهار وثيقة أخرى هنا
pane-close = إغلاق { $title }
pane-nothing = لا وثيقة
pane-gone = لم تعد هذه الوثيقة موجودة.
pane-only-one = لا توجد إلا وثيقة واحدة مفتوحة
reader-outside = هذه الوثيقة خارج ما تنظر فيه.

# تصحيح النص بعد ترميزه
edit-title = تحرير النص.
edit-hint = انقر فقرة، أو اضغط Enter عند المؤشر، لتصحيح كلماتها. يبقى الترميز على كلماته.
edit-words = { $n ->
        [0] كلمات الفقرة الفارغة
       *[other] كلمات الفقرة { $n }
    }
edit-keys = يبدأ Enter فقرة جديدة، ويصل Backspace في أول الفقرة بينها وبين ما قبلها. يحفظ Control مع Enter، ويترك Escape كل شيء كما كان.
edit-places =
    { $n ->
        [zero] لا تغييرات.
        [one] تغيير واحد.
        [two] تغييران.
        [few] { $n } تغييرات.
        [many] { $n } تغييرًا.
       *[other] { $n } تغيير.
    }
edit-edges =
    { $n ->
        [zero] لا يمس حدود أي اقتباس.
        [one] يمس حدود اقتباس واحد:
        [two] يمس حدود اقتباسين:
        [few] يمس حدود { $n } اقتباسات:
        [many] يمس حدود { $n } اقتباسًا:
       *[other] يمس حدود { $n } اقتباس:
    }
edit-labels =
    { $n ->
        [zero] تذكر كل الأدوار من يتحدث.
        [one] لم يعد دور واحد يذكر من يتحدث.
        [two] لم يعد دوران يذكران من يتحدث.
        [few] لم تعد { $n } أدوار تذكر من يتحدث.
        [many] لم يعد { $n } دورًا يذكر من يتحدث.
       *[other] لم يعد { $n } دور يذكر من يتحدث.
    }
edit-turns =
    { $n ->
        [zero] لا يزول أي دور.
        [one] يزول دور واحد مع كلماته.
        [two] يزول دوران مع كلماتهما.
        [few] تزول { $n } أدوار مع كلماتها.
        [many] يزول { $n } دورًا مع كلماتها.
       *[other] يزول { $n } دور مع كلماتها.
    }
edit-emptied =
    { $n ->
        [zero] لا يترك أي اقتباس بلا كلمات.
        [one] سيترك اقتباسًا واحدًا بلا أي كلمة:
        [two] سيترك اقتباسين بلا أي كلمة:
        [few] سيترك { $n } اقتباسات بلا أي كلمة:
        [many] سيترك { $n } اقتباسًا بلا أي كلمة:
       *[other] سيترك { $n } اقتباس بلا أي كلمة:
    }
edit-let-go =
    { $n ->
        [zero] لا شيء يُحذف
        [one] حذفه مع رموزه وتعليقاته
        [two] حذفهما مع رموزهما وتعليقاتهما
        [few] حذفها مع رموزها وتعليقاتها
        [many] حذفها مع رموزها وتعليقاتها
       *[other] حذفها مع رموزها وتعليقاتها
    }
edit-stays = «{ $words }» يبقى كما هو
edit-becomes = «{ $before }» يصير «{ $after }»
edit-quotation = «{ $words }»
edit-why = السبب (اختياري)
edit-why-example = سمع خاطئ، حذف اسم…
edit-kept = التصحيح الذي بدأته غير محفوظ. يبقى ما دامت هذه الصفحة مفتوحة: افتح تلك الفقرة من جديد لتتابع.
edit-unsaved = احفظ الفقرة التي تصححها أو ألغِ تصحيحها أولًا.
edit-saved = صُحِّح النص
edit-saved-gone =
    { $n ->
        [zero] صُحِّح النص
        [one] صُحِّح النص، وحُذف اقتباس واحد
        [two] صُحِّح النص، وحُذف اقتباسان
        [few] صُحِّح النص، وحُذفت { $n } اقتباسات
        [many] صُحِّح النص، وحُذف { $n } اقتباسًا
       *[other] صُحِّح النص، وحُذف { $n } اقتباس
    }
edit-not-now = ليس أثناء تحرير النص
# الهامش: من يتحدث، ومتى، وفي أي صفحة
reader-view-menu = الأسطر والهامش
reader-show-speakers = من يتحدث
reader-show-times = الأوقات
reader-show-pages = الصفحات
reader-page = ص { $page }
reader-turn-hidden = دور { $name } مخفي. إظهاره

# المتحدثون
speakers = المتحدثون
speakers-close = إغلاق قائمة المتحدثين
speakers-none = لا يُعرف متحدث في هذا النص.
speakers-show-all = إظهارهم جميعًا
speakers-turns =
    { $n ->
        [zero] لا أدوار
        [one] دور واحد
        [two] دوران
        [few] { $n } أدوار
        [many] { $n } دورًا
       *[other] { $n } دور
    }
speakers-share = { $share }٪
speakers-asks = يسأل
speakers-dimmed = باهت
speakers-hidden = مخفي
speakers-only = هذا المتحدث وحده
speakers-dim-others = تبهيت الآخرين
speakers-dim = تبهيت
speakers-hide = إخفاء
speakers-code = ترميز كل أدواره…
speakers-coded =
    { $n ->
        [zero] لم يُطبَّق { $code } على أي دور
        [one] طُبِّق { $code } على دور واحد
        [two] طُبِّق { $code } على دورين
        [few] طُبِّق { $code } على { $n } أدوار
        [many] طُبِّق { $code } على { $n } دورًا
       *[other] طُبِّق { $code } على { $n } دور
    }
speakers-renamed = اسم المتحدث الآن { $name }
speakers-now-asks = { $name } يطرح الأسئلة
speakers-now-answers = { $name } يجيب
speakers-merged = { $one } و{ $other } متحدث واحد الآن
speakers-find = البحث عن المتحدثين
speakers-find-again = البحث عن المتحدثين من جديد
speakers-looking = يجري البحث عن المتحدثين
speakers-none-found = لم يُعثر على متحدثين. أرِ كيف يُعلَّمون في هذا النص.
speakers-found =
    { $n ->
        [zero] لم يُعثر على متحدثين
        [one] عُثر على متحدث واحد
        [two] عُثر على متحدثَين
        [few] عُثر على { $n } متحدثين
        [many] عُثر على { $n } متحدثًا
       *[other] عُثر على { $n } متحدث
    }
words-without-asked =
    { $n ->
        [zero] لا كلمات سوى كلمات المحاورين
        [one] كلمة واحدة دون كلمات المحاورين
        [two] كلمتان دون كلمات المحاورين
        [few] { $n } كلمات دون كلمات المحاورين
        [many] { $n } كلمة دون كلمات المحاورين
       *[other] { $n } كلمة دون كلمات المحاورين
    }
