# Messages of this area: retrieve.
retrieve-all = كل الاقتباسات
retrieve-without = بلا رمز
retrieve-choose = اختر رمزًا
retrieve-find-code = ابحث عن رمز
retrieve-subcodes = مع الرموز التي تحته
retrieve-no-codes = لا رموز بعد. تأتي الرموز مع الترميز أو من دليل الرموز.
retrieve-count =
    { $n ->
        [zero] لا اقتباسات
        [one] اقتباس واحد
        [two] اقتباسان
        [few] { $n } اقتباسات
        [many] { $n } اقتباسًا
       *[other] { $n } اقتباس
    } في { $documents ->
        [zero] أي وثيقة
        [one] وثيقة واحدة
        [two] وثيقتين
        [few] { $documents } وثائق
        [many] { $documents } وثيقة
       *[other] { $documents } وثيقة
    }
retrieve-card = اقتباس من { $document }
retrieve-card-at = اقتباس من { $document }، الفقرة { $n }
retrieve-open = فتح في موضعه
retrieve-open-at = فتح عند الفقرة { $n }
retrieve-copy = نسخ مع المصدر
retrieve-copied = نُسخ الاقتباس مع مصدره
retrieve-cited = «{ $words }» ({ $document }، ترميز { $coder })
retrieve-cited-at = «{ $words }» ({ $document }، الفقرة { $n }، ترميز { $coder })
retrieve-empty-title = لم يُرمَّز شيء بعد
retrieve-empty-text = حدِّد مقطعًا في وثيقة وأعطه رمزًا، فتُدرَج هنا كل مقاطع الرمز مع ما يحيط بها.
retrieve-empty-code = لا اقتباسات هنا بعد
retrieve-empty-code-text = ضع هذا الرمز على مقطع أثناء القراءة، أو أضِف الرموز التي تحته.
retrieve-empty-without = لكل اقتباس رمز
retrieve-empty-without-text = لو وُجد مقطع مُعلَّم بلا رمز لأُدرج هنا ليُرمَّز لاحقًا.
retrieve-code-gone = لم يعد هذا الرمز موجودًا
retrieve-code-gone-text = ربما حُذف. اختر رمزًا آخر أو تراجع.
