# كلمات تُستعمل في كل الشاشات.
app-name = Emic
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
edit = تحرير
delete = حذف
delete-for-good = حذف نهائي
remove = إزالة
duplicate = نسخة مطابقة
move = نقل
move-up = نقل إلى أعلى
move-down = نقل إلى أسفل
merge = دمج
split = تقسيم
open = فتح
back = رجوع
next = التالي
previous = السابق
done = تم
continue = متابعة
retry = إعادة المحاولة
reset = إعادة الضبط
clear = مسح
copy = نسخ
paste = لصق
undo = تراجع
undo-later = أُجريت تغييرات أخرى منذ ذلك الحين. استعمل «تراجع» في الشريط العلوي خطوة خطوة.
not-copied = لا يسمح المتصفح بالنسخ هنا. حدّد الكلمات وانسخها بنفسك.
redo = إعادة
undo-what = تراجع: { $what }
redo-what = إعادة: { $what }
search = بحث
filter = تصفية
sort = ترتيب
sort-by = ترتيب حسب
import = استيراد
export = تصدير
download = تنزيل
choose-file = اختيار ملف
choose-files = اختيار ملفات
more-actions = إجراءات أخرى
more-actions-for = إجراءات أخرى على { $name }
show = إظهار
hide = إخفاء
show-all = إظهار الكل
show-more = إظهار المزيد
expand = توسيع
collapse = طي
expand-all = توسيع الكل
collapse-all = طي الكل
select = تحديد
select-all = تحديد الكل
select-none = إلغاء التحديد
dismiss = إخفاء التنبيه
help = مساعدة
details = التفاصيل
settings = الإعدادات
keyboard-shortcuts = اختصارات لوحة المفاتيح
print = طباعة

# States
loading = جارٍ التحميل…
working = جارٍ العمل…
saving = جارٍ الحفظ…
saved = محفوظ
saved-in-browser = محفوظ في هذا المتصفح فقط
not-saved = غير محفوظ
read-only = للقراءة فقط
locked = مقفل
never = أبدًا
none = لا شيء
all = الكل
unknown = غير معروف
optional = اختياري
required = مطلوب
yes = نعم
no = لا
on = مفعّل
off = معطّل
untitled = بلا عنوان
nothing-found = لم يُعثر على شيء
nothing-leaves = لا شيء يغادر هذا المتصفح
undone = تم التراجع: { $what }
redone = تمت الإعادة: { $what }
progress-percent = { NUMBER($share, style: "percent", maximumFractionDigits: 0) }
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
n-results =
    { $n ->
        [0] لا نتائج
        [zero] لا نتائج
        [one] نتيجة واحدة
        [two] نتيجتان
        [few] { $n } نتائج
        [many] { $n } نتيجة
       *[other] { $n } نتيجة
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
folders-count =
    { $n ->
        [zero] لا مجلدات
        [one] مجلد واحد
        [two] مجلدان
        [few] { $n } مجلدات
        [many] { $n } مجلدًا
       *[other] { $n } مجلد
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
codings-count =
    { $n ->
        [zero] لا ترميزات
        [one] ترميز واحد
        [two] ترميزان
        [few] { $n } ترميزات
        [many] { $n } ترميزًا
       *[other] { $n } ترميز
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
memos-count =
    { $n ->
        [zero] لا مذكرات
        [one] مذكرة واحدة
        [two] مذكرتان
        [few] { $n } مذكرات
        [many] { $n } مذكرة
       *[other] { $n } مذكرة
    }
coders-count =
    { $n ->
        [zero] لا مُرمِّزين
        [one] مُرمِّز واحد
        [two] مُرمِّزان
        [few] { $n } مُرمِّزين
        [many] { $n } مُرمِّزًا
       *[other] { $n } مُرمِّز
    }
cases-count =
    { $n ->
        [zero] لا حالات
        [one] حالة واحدة
        [two] حالتان
        [few] { $n } حالات
        [many] { $n } حالة
       *[other] { $n } حالة
    }
paragraphs-count =
    { $n ->
        [zero] لا فقرات
        [one] فقرة واحدة
        [two] فقرتان
        [few] { $n } فقرات
        [many] { $n } فقرة
       *[other] { $n } فقرة
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
characters-count =
    { $n ->
        [zero] لا محارف
        [one] محرف واحد
        [two] محرفان
        [few] { $n } محارف
        [many] { $n } محرفًا
       *[other] { $n } محرف
    }
comments-count =
    { $n ->
        [zero] لا تعليقات
        [one] تعليق واحد
        [two] تعليقان
        [few] { $n } تعليقات
        [many] { $n } تعليقًا
       *[other] { $n } تعليق
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
category = فئة
subcategory = فئة فرعية
theme = محور
memo = مذكرة
comment = تعليق
coder = مُرمِّز
case = حالة
cases = الحالات
history = السجل
name = الاسم
title = العنوان
description = الوصف
definition = التعريف
date = التاريخ
colour = اللون
level = المستوى

# Navigation and landmarks
skip-to-content = الانتقال إلى المحتوى
nav-project = المشروع
nav-start = كل المشاريع
nav-read = قراءة وترميز
nav-codebook = دليل الرموز
nav-retrieve = استرجاع
nav-history = السجل
open-navigation = فتح قائمة التنقل
close-navigation = إغلاق قائمة التنقل
open-details = فتح التفاصيل
close-details = إغلاق التفاصيل
resize-panes = تغيير حجم الأجزاء
notifications = التنبيهات

# Preferences
appearance = المظهر
theme-auto = وفق النظام
theme-light = فاتح
theme-dark = داكن
theme-contrast = تباين عالٍ
colour-theme = نمط الألوان
colour-theme-is = نمط الألوان: { $theme }
text-size = حجم النص
text-smaller = نص أصغر
text-larger = نص أكبر
text-size-percent = حجم النص { NUMBER($share, style: "percent", maximumFractionDigits: 0) }
measure = طول السطر
measure-narrow = أسطر قصيرة
measure-normal = أسطر متوسطة
measure-wide = أسطر طويلة
language = اللغة
language-is = اللغة: { $language }

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
colour-is = اللون: { $name }

# The tree
tree-dragging = يجري نقل { $name }. أفلته قبل عنصر آخر أو داخله أو بعده.
tree-moved-before = نُقل { $name } إلى ما قبل { $target }
tree-moved-inside = نُقل { $name } إلى داخل { $target }
tree-moved-after = نُقل { $name } إلى ما بعد { $target }
tree-cannot-move = لا يمكن نقل { $name } أبعد من ذلك
tree-move-cancelled = أُلغي النقل
