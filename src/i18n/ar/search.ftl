# البحث في المشروع كله وفي وثيقة واحدة.
nav-search = البحث
search-heading = البحث
search-field = ابحث في الوثائق والتعليقات والرموز
search-switches = كيف تُقارَن الكلمات
search-exact-case = مطابقة حالة الأحرف اللاتينية
search-whole-words = كلمات كاملة
search-exact-marks = مطابقة التشكيل وعلامات الأحرف
search-found = نتائج البحث
search-count =
    { $n ->
        [one] نتيجة واحدة
        [two] نتيجتان
        [few] { $n } نتائج
        [many] { $n } نتيجة
       *[other] { $n } نتيجة
    } { $documents ->
        [0] في دليل الرموز والمذكّرات
        [one] في وثيقة واحدة
        [two] في وثيقتين
        [few] في { $documents } وثائق
       *[other] في { $documents } وثيقة
    }
search-count-both =
    { $n ->
        [two] نتيجتان
        [few] { $n } نتائج
       *[other] { $n } نتيجة
    }: { $here } { $documents ->
        [one] في وثيقة واحدة
        [two] في وثيقتين
        [few] في { $documents } وثائق
       *[other] في { $documents } وثيقة
    }، و{ $codes } في دليل الرموز
search-under-way =
    { $n ->
        [0] جارٍ البحث…
        [one] جارٍ البحث… نتيجة واحدة حتى الآن
        [two] جارٍ البحث… نتيجتان حتى الآن
        [few] جارٍ البحث… { $n } نتائج حتى الآن
       *[other] جارٍ البحث… { $n } نتيجة حتى الآن
    }
search-stop = إيقاف
search-stopped =
    { $n ->
        [0] أوقف البحث قبل العثور على شيء. غيّر الكلمات لتبحث من جديد.
        [one] أوقف البحث؛ نتيجة واحدة حتى الآن. غيّر الكلمات لتبحث من جديد.
        [two] أوقف البحث؛ نتيجتان حتى الآن. غيّر الكلمات لتبحث من جديد.
        [few] أوقف البحث؛ { $n } نتائج حتى الآن. غيّر الكلمات لتبحث من جديد.
       *[other] أوقف البحث؛ { $n } نتيجة حتى الآن. غيّر الكلمات لتبحث من جديد.
    }
search-empty-title = لا شيء يُبحث فيه بعد
search-empty-text = أضف نصًا أولًا. بعدها تجد هنا كل كلمة فيه وأنت تكتب.
search-loosely = البحث بصرامة أقل
search-idle-title = اعثر على أي كلمات من جديد
search-idle-text = اكتب كلمة أو عبارة. يُبحث في الوثائق والتعليقات والمذكّرات ودليل الترميز أثناء الكتابة، هنا في متصفحك. لا يُفرَّق بين الأحرف بتشكيلها أو تطويلها أو حالتها إلا إذا طلبت ذلك.
search-none-title = لا نتائج عن «{ $words }»
search-none-text = جرّب أحرفًا أقل أو جزءًا من العبارة، أو أطفئ ما يجعل البحث أكثر صرامة.
search-failed-title = فشل البحث
search-failed = تعذّر البحث في المشروع ({ $cause }). غيّر الكلمات لتحاول من جديد، وإن فشل ثانيةً فأعد تحميل الصفحة.
search-without-text = تعذّرت قراءة نص هذه الوثيقة: لم يُبحث إلا في عنوانها وتعليقاتها.
search-more =
    { $n ->
        [one] إظهار نتيجة أخرى
        [two] إظهار نتيجتين أخريين
        [few] إظهار { $n } نتائج أخرى
       *[other] إظهار { $n } نتيجة أخرى
    }
search-reading = تُجلب المقاطع…
search-beyond =
    { $n ->
        [one] ونتيجة أخرى: افتح الوثيقة لتمرّ عليها كلها
        [two] ونتيجتان أخريان: افتح الوثيقة لتمرّ عليها كلها
        [few] و{ $n } نتائج أخرى: افتح الوثيقة لتمرّ عليها كلها
       *[other] و{ $n } نتيجة أخرى: افتح الوثيقة لتمرّ عليها كلها
    }
search-in-title = العنوان
search-in-comment = تعليق
search-in-coding-comment = تعليق على رمز
search-in-name = رمز
search-in-definition = تعريف
search-paragraph = ¶ { $n }

# في وثيقة واحدة
find-label = البحث في هذه الوثيقة
find-field = ابحث في هذه الوثيقة
find-next = النتيجة التالية
find-previous = النتيجة السابقة
find-place = { $n } من { $all }
find-none = لا نتائج
find-in-all = البحث في كل الوثائق
find-failed = لم يُبحث
search-none-scoped = أنت تنظر في جزء من المشروع فقط، وقد تكون الكلمات في غيره.
search-everything = ابحث في المشروع كله
search-in-memo-title = في عنوان مذكّرة
search-in-memo = في مذكّرة
search-codes-and-memos = دليل الرموز والمذكّرات
