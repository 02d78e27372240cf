# رسائل هذا القسم: المذكّرات والروابط بين الاقتباسات.
memos = المذكّرات
memos-new = مذكّرة جديدة
memos-first = اكتب أول مذكّرة
memos-none = لا مذكّرات بعد
memos-none-text = المذكّرة هي ما تفكّر فيه وأنت تقرأ: معنى رمز، وسبب قرار، وما جرى في زيارة ميدانية، وما فاجأك. اكتبها هنا، أو بزر «مذكّرة» عند اقتباس أو وثيقة أو رمز أو حالة. واكتب فيها @ لتربطها بأيٍّ من هذه.
memos-views = طرق العرض
memos-list = قائمة
memos-journal = يوميات
memos-search = البحث في المذكّرات
memos-kind = النوع
memos-about = الموضوع
memos-coder = المُرمِّز
memos-order = الترتيب
memos-words = النص
memos-written = كُتبت
memos-changed = تغيّرت
memos-any-kind = كل الأنواع
memos-any-about = أي موضوع
memos-any-coder = الجميع
memos-by-changed = الأحدث تغييرًا
memos-by-created = الأحدث كتابةً
memos-by-title = حسب العنوان
memos-kind-theoretical = نظرية
memos-kind-methodological = منهجية
memos-kind-reflexive = تأملية
memos-kind-field-note = ملاحظة ميدانية
memos-own = نوع آخر…
memos-own-kind = اسم النوع
memos-about-free = لا شيء بعينه
memos-about-project = المشروع كله
memos-about-gone = شيء أُزيل
memos-about-was = { $name } (أُزيل)
memos-about-withdrawn = مسحوب
memos-quoted-withdrawn = { $document }: مقطع مسحوب
memos-exported-without =
    { $n ->
        [zero] حُفظ «{ $name }».
        [one] حُفظ «{ $name }». استُبعدت مذكّرة واحدة لأن موضوعها مسحوب.
        [two] حُفظ «{ $name }». استُبعدت مذكّرتان لأن موضوعهما مسحوب.
        [few] حُفظ «{ $name }». استُبعدت { $n } مذكّرات لأن موضوعها مسحوب.
        [many] حُفظ «{ $name }». استُبعدت { $n } مذكّرة لأن موضوعها مسحوب.
       *[other] حُفظ «{ $name }». استُبعدت { $n } مذكّرة لأن موضوعها مسحوب.
    }
memos-only-about = المذكّرات عن { $name } فقط
memos-show-all = إظهار كل المذكّرات
memos-title-on = عن { $name }
memos-title-free = مذكّرة { $date }
memos-added = أُنشئت المذكّرة
memos-kept = حُفظت المذكّرة
memos-button = مذكّرة
memos-button-some = المذكّرات: { $n }
memos-back = كل المذكّرات
memos-missing = لم تعد هذه المذكّرة موجودة. قد يعيدها التراجع.
memos-preview = معاينة
memos-link = إدراج رابط
memos-delete = حذف المذكّرة
memos-deleted = حُذفت المذكّرة «{ $memo }»
memos-words-hint = Markdown: ‏# عنوان، ‏**مهم**، ‏*تشديد*، ‏- قائمة، ‏> اقتباس. اكتب @ لإدراج رابط.
memos-no-words = لم يُكتب شيء بعد.
memos-choose = اختيار…
memos-choose-about = موضوع المذكّرة
memos-make-free = بلا موضوع بعينه
memos-made = كتبها { $coder } في { $when }
memos-last = آخر تغيير في { $when }، { $coder }
memos-versions = نسخ سابقة
memos-before = قبل
memos-after = بعد
memos-export = تصدير المذكّرات
memos-as-markdown = نص بعناوين (Markdown)
memos-as-csv = جدول (CSV)
memos-pick-field = رمز أو وثيقة أو حالة أو كلمات من اقتباس
memos-pick-quotation = كلمات من الاقتباس أو وثيقته

links = الروابط
links-none = لا روابط بين الاقتباسات بعد
links-none-text = قد يفسّر اقتباسٌ اقتباسًا آخر أو يناقضه، أو تكون بينهما علاقة تسمّيها أنت. اختر اقتباسًا في القارئ واضغط «ربط باقتباس آخر».
links-explains = يفسّر
links-contradicts = يناقض
links-supports = يؤيّد
links-continues = يتابع
links-to = { $relation } ←
links-from = → { $relation } هذا الاقتباس:
links-add = ربط باقتباس آخر
links-later = الذهاب إليه في النص
links-go = اختر الآن الاقتباس الآخر في نص. يُنشأ الرابط من لوحته.
links-waits = { $words } { $relation } هذا الاقتباس؟
links-here = الربط بهذا الاقتباس
links-relation = هذا الاقتباس …
links-own = علاقته بالآخر
links-added = رُبط الاقتباسان
links-remove = إزالة هذا الرابط
links-removed = أُزيل الرابط
