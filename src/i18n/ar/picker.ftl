# Messages of this area: picker.
picker-title = ترميز المقطع
picker-field = ابحث عن رمز أو أنشئ رمزًا
picker-apply = تطبيق
picker-apply-named = تطبيق «{ $name }»
picker-applied-already = «{ $name }» مطبَّق من قبل
picker-create-named = إنشاء «{ $name }»
picker-in-vivo = رمز حيّ
picker-close = إغلاق
picker-applied = مطبَّق
picker-recent = حديث
picker-new = جديد
picker-create-name = إنشاء «{ $name }»
picker-create-note = ينشئ رمزًا جديدًا في المستوى الأعلى ويطبّقه فورًا.
picker-no-definition = لا تعريف بعد
picker-empty = لا رموز بعد. اكتب اسمًا لما يتحدث عنه هذا المقطع ثم اضغط Enter.
picker-found =
    { $n ->
        [0] لم يُعثر على رمز
        [zero] لم يُعثر على رمز
        [one] عُثر على رمز واحد
        [two] عُثر على رمزين
        [few] عُثر على { $n } رموز
        [many] عُثر على { $n } رمزًا
       *[other] عُثر على { $n } رمز
    }
