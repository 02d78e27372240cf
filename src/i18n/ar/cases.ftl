# الحالات وأجزاء الوثائق التي تتبعها.
case = الحالة
cases = الحالات
cases-none = لا حالات بعد
cases-none-text = الحالة هي من يُدرس أو ما يُدرس: مشارك أو أسرة أو عيادة. قد تتبعها وثائق أو أجزاء منها أو متحدثون.
cases-new-name = اسم حالة جديدة
cases-add = إضافة حالة
cases-added = أُضيفت الحالة «{ $case }»
cases-rename = إعادة تسمية «{ $case }»
cases-renamed = صار اسم الحالة «{ $case }»
cases-delete = حذف «{ $case }»
cases-delete-title = أتُحذف الحالة «{ $case }»؟
cases-delete-text = ما يتبعها لن يتبع أي حالة، ولا يُفقد نص ولا اقتباس. يمكنك التراجع عن ذلك.
cases-deleted = حُذفت الحالة «{ $case }»
cases-name-needed = تحتاج الحالة إلى اسم.
cases-speakers = المتحدثون
cases-speakers-without = متحدثون بلا حالة
cases-of-speaker = حالة { $speaker } في { $document }
cases-new-of = حالة جديدة «{ $name }»
cases-no-case = بلا حالة
cases-speaker-given = حُدِّدت حالة «{ $speaker }»
cases-document-given = حُدِّدت حالة الوثيقة
cases-choose-document = اختر وثيقة
cases-give-document = إلحاق وثيقة كاملة بها
cases-whole = وثيقة كاملة
cases-part = جزء
cases-speaker = المتحدث { $speaker }
cases-take-document = إخراج «{ $document }» منها
cases-take-speaker = إخراج { $speaker } منها
cases-taken = لم يعد يتبع أي حالة
cases-nothing = لا شيء يتبعها بعد. ألحق بها وثيقة هنا، أو مقطعًا من داخل النص.
cases-more-quotations =
    { $n ->
        [zero] ولا غيرها
        [one] وواحد غيرها
        [two] واثنان غيرها
        [few] و{ $n } غيرها
        [many] و{ $n } غيرها
       *[other] و{ $n } غيرها
    }

parts = الأجزاء
parts-of = الحالات في «{ $document }»
parts-whole = الوثيقة كلها تتبع
parts-whole-hint = إلا الأجزاء والمتحدثين الذين لهم حالة خاصة.
parts-none = لا مقطع له حالة خاصة. حدّد كلمات في النص لإلحاقها بحالة، أو قسّم النص عند عناوينه.
parts-remove = إزالة جزء { $case }
parts-removed = أُزيل الجزء
parts-give = الإلحاق بحالة
parts-give-short = إلحاق بحالة…
parts-give-do = إلحاق
parts-give-hint = إحدى حالاتك، أو اسم حالة جديدة. وما يغطيه من أجزاء أقدم يُفسح له.
parts-given = أُلحق بالحالة «{ $case }»
parts-select-first = حدّد الكلمات أولًا
parts-split = التقسيم عند العناوين
parts-split-hint = يصير كل قسم جزءًا من الحالة المسماة معه. استبعد ما لا يتبع أي حالة.
parts-split-nothing = لا شيء في هذا النص يشبه عنوانًا. حدّد مقطعًا وألحقه بحالة بدلًا من ذلك.
parts-split-do = تقسيم
parts-split-done =
    { $n ->
        [zero] لم يُصنع جزء
        [one] صُنع جزء واحد
        [two] صُنع جزآن
        [few] صُنعت { $n } أجزاء
        [many] صُنع { $n } جزءًا
       *[other] صُنع { $n } جزء
    }
parts-section = { $n }. { $heading }
parts-section-case = حالة القسم { $n }
parts-bracket = جزء من { $case }
cases-actions = إجراءات
