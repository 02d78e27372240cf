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
retrieve-empty-code-text = ضع هذا الرمز على مقطع أثناء القراءة، فيُدرَج هنا.
retrieve-empty-below-text = لا مقطع عليه هذا الرمز نفسه. وتحته رموز يمكن ضم اقتباساتها.
retrieve-empty-scoped = لا اقتباسات فيما تنظر فيه
retrieve-empty-scoped-text = أنت تنظر في جزء من المشروع فقط، وقد يكون بعضها في بقيته.
retrieve-empty-without = لكل اقتباس رمز
retrieve-empty-without-text = لو وُجد مقطع مُعلَّم بلا رمز لأُدرج هنا ليُرمَّز لاحقًا.
retrieve-code-gone = لم يعد هذا الرمز موجودًا
retrieve-code-gone-text = ربما حُذف. اختر رمزًا آخر.
retrieve-code-gone-undo = ويعيده التراجع.

# ملفًا
quotations-export = تصدير هذه الاقتباسات
quotations-as-html = صفحة للطباعة أو للصق في Word ‏(HTML)
quotations-as-csv = جدول لبرنامج Excel ‏(CSV)
quotations-as-csv-plain = جدول لبرامج أخرى (CSV)
quotations-as-markdown = نص بعناوين (Markdown)
quotations-exported-without =
    { $n ->
        [one] صُدّرت باسم { $name }. تعذّرت قراءة نص وثيقة واحدة: اقتباساتها موجودة من دون النص المحيط بها.
        [two] صُدّرت باسم { $name }. تعذّرت قراءة نصّي وثيقتين: اقتباساتهما موجودة من دون النص المحيط بها.
       *[other] صُدّرت باسم { $name }. تعذّرت قراءة نصوص { $n } من الوثائق: اقتباساتها موجودة من دون النص المحيط بها.
    }
quotations-label-code = الرمز
quotations-label-quotation = الاقتباس
quotations-label-before = النص قبله
quotations-label-after = النص بعده
quotations-label-document = الوثيقة
quotations-label-paragraph = الفقرة
quotations-label-speaker = المتحدث
quotations-label-time = الوقت
quotations-label-page = الصفحة
quotations-label-comment = التعليق على الاقتباس
quotations-label-coding-comment = التعليق على الترميز
quotations-label-coder = المرمّز
quotations-label-date = التاريخ
quotations-label-other-codes = رموز أخرى
quotations-label-nothing = لا اقتباسات
