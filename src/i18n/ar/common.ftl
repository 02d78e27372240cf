# كلمات تُستعمل في كل الشاشات.
app-tagline = ترميز نوعي داخل متصفحك

# Actions
ok = موافق
cancel = إلغاء
close = إغلاق
save = حفظ
apply = تطبيق
add = إضافة
create = إنشاء
rename = إعادة تسمية
delete = حذف
remove = إزالة
duplicate = نسخة مطابقة
move = نقل
open = فتح
back = رجوع
done = تم
retry = إعادة المحاولة
clear = مسح
copy = نسخ
paste = لصق
undo = تراجع
redo = إعادة
undo-later = أُجريت تغييرات أخرى منذ ذلك الحين. استعمل «تراجع» في الشريط العلوي خطوة خطوة.
not-copied = لا يسمح المتصفح بالنسخ هنا. حدّد الكلمات وانسخها بنفسك.
search = بحث
filter = تصفية
import = استيراد
choose-files = اختيار ملفات
more-actions-for = إجراءات أخرى على { $name }
show-more = إظهار المزيد
select = تحديد
select-none = إلغاء التحديد
dismiss = إخفاء التنبيه
details = التفاصيل
keyboard-shortcuts = اختصارات لوحة المفاتيح

# States
loading = جارٍ التحميل…
working = جارٍ العمل…
read-only = للقراءة فقط
locked = مقفل
none = لا شيء
all = الكل
unknown = غير معروف
required = مطلوب
yes = نعم
no = لا
off = معطّل
untitled = بلا عنوان
nothing-found = لم يُعثر على شيء
empty-read-only = المشروع مفتوح للكتابة في علامة تبويب أخرى. ما يُنجَز هناك يظهر هنا؛ ولتتابع أنت هنا تولَّه.
nothing-leaves = لا شيء يغادر هذا المتصفح
undone = تم التراجع: { $what }
redone = تمت الإعادة: { $what }
n-selected =
    { $n ->
        [0] لم يُحدَّد شيء
        [zero] لم يُحدَّد شيء
        [one] حُدِّد عنصر واحد
        [two] حُدِّد عنصران
        [few] حُدِّدت { $n } عناصر
        [many] حُدِّد { $n } عنصرًا
       *[other] حُدِّد { $n } عنصر
    }
n-of-total = { $n } من { $total }

# Counts in the field's terms
projects-count =
    { $n ->
        [zero] لا مشاريع
        [one] مشروع واحد
        [two] مشروعان
        [few] { $n } مشاريع
        [many] { $n } مشروعًا
       *[other] { $n } مشروع
    }
documents-count =
    { $n ->
        [zero] لا وثائق
        [one] وثيقة واحدة
        [two] وثيقتان
        [few] { $n } وثائق
        [many] { $n } وثيقة
       *[other] { $n } وثيقة
    }
quotations-count =
    { $n ->
        [zero] لا اقتباسات
        [one] اقتباس واحد
        [two] اقتباسان
        [few] { $n } اقتباسات
        [many] { $n } اقتباسًا
       *[other] { $n } اقتباس
    }
codes-count =
    { $n ->
        [zero] لا رموز
        [one] رمز واحد
        [two] رمزان
        [few] { $n } رموز
        [many] { $n } رمزًا
       *[other] { $n } رمز
    }
words-count =
    { $n ->
        [zero] لا كلمات
        [one] كلمة واحدة
        [two] كلمتان
        [few] { $n } كلمات
        [many] { $n } كلمة
       *[other] { $n } كلمة
    }

# Names of things
project = مشروع
projects = المشاريع
document = وثيقة
documents = الوثائق
folder = مجلد
quotation = اقتباس
quotations = الاقتباسات
code = رمز
codes = الرموز
codebook = دليل الرموز
coding = ترميز
codings = الترميزات
theme = محور
coder = مُرمِّز
history = السجل
name = الاسم
title = العنوان
definition = التعريف
colour = اللون

# Navigation and landmarks
skip-to-content = الانتقال إلى المحتوى
nav-project = المشروع
nav-start = كل المشاريع
nav-read = قراءة وترميز
nav-codebook = دليل الرموز
nav-history = السجل
open-navigation = فتح قائمة التنقل
open-details = فتح التفاصيل
resize-panes = تغيير حجم الأجزاء
notifications = التنبيهات

# Preferences
appearance = المظهر
theme-auto = وفق النظام
theme-light = فاتح
theme-dark = داكن
theme-contrast = تباين عالٍ
colour-theme = نمط الألوان
text-smaller = نص أصغر
text-larger = نص أكبر
text-size-percent = حجم النص { NUMBER($share, style: "percent", maximumFractionDigits: 0) }
measure-narrow = أسطر قصيرة
measure-normal = أسطر متوسطة
measure-wide = أسطر طويلة
language = اللغة

# The eight colours of codes
hue-1 = أزرق
hue-2 = برتقالي
hue-3 = أخضر
hue-4 = أرجواني
hue-5 = أصفر ترابي
hue-6 = رمادي مزرق
hue-7 = أحمر
hue-8 = نيلي
choose-colour = اختيار لون

# The tree
tree-moved-before = نُقل { $name } إلى ما قبل { $target }
tree-moved-inside = نُقل { $name } إلى داخل { $target }
tree-moved-after = نُقل { $name } إلى ما بعد { $target }
tree-cannot-move = لا يمكن نقل { $name } أبعد من ذلك

# إصدار أحدث من البرنامج
update-label = إصدار جديد
update-ready = إصدار جديد من Emic جاهز. يُحفظ عملك قبل أن يبدأ.
update-now = حدّث الآن
update-later = لاحقًا
