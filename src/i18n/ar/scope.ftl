# الجزء الذي تدور عليه القوائم والأعداد والبحث والتصدير.
scope-everything = المعروض: الكل
scope-part = المعروض: جزء
scope-only = فقط
scope-clear = إظهار الكل
scope-remove = إلغاء الاقتصار على { $what }
scope-title = ما تريد النظر فيه
scope-text = ضع علامة على ما تريد النظر فيه، فتقتصر عليه الاقتباسات والأعداد والبحث والتصدير. القائمة التي لا علامة فيها لا تضيّق شيئًا.
scope-nothing = لا شيء تختار منه بعد. حين تكون في المشروع وثائق أو رموز يمكنك أن تنظر في بعضها وحده.
scope-apply = النظر في هذا
scope-choose-documents = الوثائق
scope-choose-codes = الرموز
scope-choose-coders = المرمّزون
scope-choose-speakers = المتحدثون
scope-leave-out-asked = استبعاد كلام المحاورين
scope-leave-out-asked-text = من الاقتباسات والأعداد والبحث والتصدير وعدد الكلمات. ومن يسأل يُحدَّد في قائمة المتحدثين في كل وثيقة.
scope-folder = { $name } (مجلد)
scope-filter = تصفية: { $what }
scope-documents = { $names }
scope-folders = { $names } (مجلد)
scope-codes = { $names } (رمز)
scope-coders = { $names } (مرمّز)
scope-speakers = { $names } (متحدث)
scope-without-asked = دون كلام المحاورين
scope-and-more =
    { $n ->
        [one] { $names } وواحد آخر
        [two] { $names } واثنان آخران
        [few] { $names } و{ $n } أخرى
       *[other] { $names } و{ $n } أخرى
    }
list-separator = ،{" "}
scope-choose-cases = الحالات
scope-choose-values = الحالات حسب { $column }
scope-cases = الحالات: { $names }
scope-values = { $column }: { $names }
