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
