# Messages of this area: quotation.
quotation-previous = الاقتباس السابق
quotation-next = الاقتباس التالي
quotation-list = كل اقتباسات الوثيقة
quotation-now = الاقتباس { $n } من { $total }
quotation-more = إظهار النص كاملًا
quotation-less = إظهار أقل
quotation-paragraph = ¶ { $n }
quotation-comment = تعليق
quotation-comment-placeholder = ما الذي يلفت نظرك هنا؟
quotation-comment-kept = حُفظ التعليق
quotation-copy = نسخ الكلمات
quotation-copied = نُسخت الكلمات إلى الحافظة
quotation-delete = حذف
quotation-deleted = حُذف الاقتباس مع رموزه وتعليقاته

# Its codes
quotation-add-code = إضافة رمز
quotation-uncoded = بلا رمز
quotation-uncoded-hint = لا رمز لهذا الاقتباس بعد.
quotation-remove-code = إزالة «{ $name }»
quotation-code-removed = أُزيل «{ $name }»
quotation-why = لماذا «{ $name }»؟
quotation-why-write = دوّن سبب وضع «{ $name }» هنا
quotation-why-read = تعديل الملاحظة على «{ $name }»

# Its bounds
quotation-bounds = أين يبدأ وأين ينتهي
quotation-bounds-hint = بالكلمات، ومع Shift بالمحارف.
quotation-start = البداية
quotation-end = النهاية
quotation-start-earlier = بداية أبكر
quotation-start-later = بداية أبعد
quotation-end-earlier = نهاية أبكر
quotation-end-later = نهاية أبعد
quotation-no-further = لا يمكن الذهاب أبعد من ذلك
quotation-begins = يبدأ الآن بـ: { $words }
quotation-ends = ينتهي الآن بـ: { $words }

# The list
quotation-filter = تصفية الاقتباسات
quotation-no-document = افتح وثيقة لترى اقتباساتها.
quotation-none = لا اقتباسات بعد
quotation-none-touch = حدّد مقطعًا في النص بلمس كلمة مطوّلًا؛ ثم اختر «ترميز…» بجانبه لترميزه.
quotation-none-text = حدّد مقطعًا في النص واضغط { $code } لترميزه، أو { $mark } لتعليمه بلا رمز.
# A passage that is selected and not coded yet
quotation-fresh = مقطع جديد
quotation-fresh-code = ترميز
quotation-fresh-in-vivo = رمز حيّ
quotation-fresh-mark = اقتباس فقط

# What is written, where it cannot be changed
note-empty = لم يُكتب شيء

passage-consent = هذا الكلام
passage-consent-stricter = الحكم الساري أشد: { $what }
passage-withdrawn = سُحب المقطع وأُخفي في كل مكان
passages-withdrawn =
    { $n ->
        [zero] لا مقاطع مسحوبة
        [one] مقطع مسحوب واحد
        [two] مقطعان مسحوبان
        [few] { $n } مقاطع مسحوبة
        [many] { $n } مقطعًا مسحوبًا
       *[other] { $n } مقطع مسحوب
    }
passage-back = إعادة
passage-back-done = عاد المقطع، وهو خارج التسجيل إلى أن تحدِّد غير ذلك.
passage-remove = إزالة نهائية…
passage-remove-title = أتزيل المقطع نهائيًا؟
passage-remove-text = يُحذف كلامه من النص، ومعه الاقتباسات التي لا كلام فيها غيره، ومن كل ما يحفظه هذا المتصفح من المشروع. ويزول أيضًا الملف الذي جاءت منه الوثيقة إن كان محفوظًا.
blocked-not-copied = لا يجوز اقتباس هذا الكلام، فلم يُنسخ.
quotations-left-out =
    { $n ->
        [zero] لم يُستبعد أي اقتباس.
        [one] استُبعد اقتباس واحد لأن كلامه لا يجوز اقتباسه: { $why }.
        [two] استُبعد اقتباسان لأن كلامهما لا يجوز اقتباسه: { $why }.
        [few] استُبعدت { $n } اقتباسات لأن كلامها لا يجوز اقتباسه: { $why }.
        [many] استُبعد { $n } اقتباسًا لأن كلامها لا يجوز اقتباسه: { $why }.
       *[other] استُبعد { $n } اقتباس لأن كلامها لا يجوز اقتباسه: { $why }.
    }
quotations-left-out-part = { $why } ({ $n })
quotations-exported-blocked =
    { $n ->
        [zero] حُفظ «{ $name }».
        [one] حُفظ «{ $name }». استُبعد اقتباس واحد لأن كلامه لا يجوز اقتباسه.
        [two] حُفظ «{ $name }». استُبعد اقتباسان لأن كلامهما لا يجوز اقتباسه.
        [few] حُفظ «{ $name }». استُبعدت { $n } اقتباسات لأن كلامها لا يجوز اقتباسه.
        [many] حُفظ «{ $name }». استُبعد { $n } اقتباسًا لأن كلامها لا يجوز اقتباسه.
       *[other] حُفظ «{ $name }». استُبعد { $n } اقتباس لأن كلامها لا يجوز اقتباسه.
    }
reader-withdrawn = سحبه المشارك
reader-withdrawn-text = من يُسمع في هذا النص قد انسحب، فهو مخفي في كل مكان. يمكن من شاشة الحالات إلغاء الانسحاب أو إزالة النص نهائيًا.
