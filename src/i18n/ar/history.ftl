# Messages of this area: history.
history-note = السجل جزء من المشروع: يُحفظ معه ويُصدَّر معه. يبيّن من فعل ماذا ومتى، ويذكر أسماء الوثائق والرموز والأشخاص، ولا يكرر أي كلمة من أي نص إلا ما صار اسم رمز.
history-filter = تصفية بما حدث أو باسم
history-everyone = الجميع
history-shown = { $n } من { $total ->
        [zero] { $total } خطوة
        [one] خطوة واحدة
        [two] خطوتين
        [few] { $total } خطوات
        [many] { $total } خطوة
       *[other] { $total } خطوة
    }
history-none-text = لا خطوة بهذه الكلمات أو لهذا المُرمِّز.
history-show-all = عرض كل الخطوات
history-older = عرض خطوات أقدم
history-more =
    { $n ->
        [zero] لا مزيد
        [one] وواحد آخر
        [two] واثنان آخران
        [few] و{ $n } أخرى
        [many] و{ $n } أخرى
       *[other] و{ $n } أخرى
    }
history-today = اليوم، { $date }
history-yesterday = أمس، { $date }
history-taken-back = تُراجِع عنها
history-undo = تراجع
history-redo = إعادة
history-empty-title = لم يحدث شيء بعد
history-empty-text = أضف نصًا أو رمّز مقطعًا: تُسجَّل هنا كل خطوة تغيّر المشروع، مع وقتها ومُرمِّزها.

# One message for every sort of action
history-unknown = أمر تعرفه نسخة أحدث من Emic: { $kind }
history-project-renamed = تغيّر اسم المشروع من «{ $old }» إلى «{ $new }»
history-coder-added = انضم المُرمِّز { $coder } إلى المشروع
history-coder-renamed = تغيّر اسم المُرمِّز من { $old } إلى { $new }
history-folder-added = أُنشئ المجلد «{ $folder }»
history-folder-renamed = تغيّر اسم المجلد من «{ $old }» إلى «{ $new }»
history-folder-moved =
    { $place ->
        [top] نُقل المجلد «{ $folder }» إلى المستوى الأعلى
       *[inside] نُقل المجلد «{ $folder }» إلى «{ $into }»
    }
history-folder-deleted = حُذف المجلد «{ $folder }»
history-document-added = أُضيفت الوثيقة «{ $document }»
history-document-renamed = تغيّر عنوان الوثيقة من «{ $old }» إلى «{ $new }»
history-document-kind-set = حُدِّد نوع «{ $document }»: { $kind }
history-original-removed = أُزيل الملف الأصلي للوثيقة «{ $document }»
history-document-moved =
    { $place ->
        [top] نُقلت الوثيقة «{ $document }»، خارج المجلدات
       *[inside] نُقلت الوثيقة «{ $document }» في «{ $into }» أو إليه
    }
history-document-deleted =
    { $quotations ->
        [0] حُذفت الوثيقة «{ $document }»
        [zero] حُذفت الوثيقة «{ $document }»
        [one] حُذفت الوثيقة «{ $document }» مع اقتباس واحد
        [two] حُذفت الوثيقة «{ $document }» مع اقتباسين
        [few] حُذفت الوثيقة «{ $document }» مع { $quotations } اقتباسات
        [many] حُذفت الوثيقة «{ $document }» مع { $quotations } اقتباسًا
       *[other] حُذفت الوثيقة «{ $document }» مع { $quotations } اقتباس
    }
history-text-edited =
    صُحِّح نص «{ $document }» في { $places ->
        [one] موضع واحد
        [two] موضعين
        [few] { $places } مواضع
        [many] { $places } موضعًا
       *[other] { $places } موضع
    }{ $quotations ->
        [0] {""}
        [one] ، وزال اقتباس واحد مع كلماته
        [two] ، وزال اقتباسان مع كلماتهما
        [few] ، وزالت { $quotations } اقتباسات مع كلماتها
        [many] ، وزال { $quotations } اقتباسًا مع كلماتها
       *[other] ، وزال { $quotations } اقتباس مع كلماتها
    }{ $explained ->
        [yes] : { $why }
       *[no] {""}
    }
history-document-case-set = حُدِّدت حالة الوثيقة «{ $document }»
history-parts-set = أُسندت أجزاء من «{ $document }» إلى حالات
history-turns-set = حُدِّد المتحدثون وأدوارهم في «{ $document }»
history-speaker-renamed = تغيّر اسم المتحدث من «{ $old }» إلى «{ $new }» في «{ $document }»
history-speaker-role-set = حُدِّد دور المتحدث «{ $speaker }» في الحوار
history-speaker-case-set = حُدِّدت حالة المتحدث «{ $speaker }»
history-speakers-merged = دُمج المتحدث «{ $old }» في «{ $new }»
history-turns-matched = حُدِّد ما يُسأل في «{ $document }»، الأدوار: { $turns }
history-case-added = أُنشئت الحالة «{ $case }»
history-case-renamed = تغيّر اسم الحالة من «{ $old }» إلى «{ $new }»
history-case-moved = نُقلت الحالة «{ $case }»
history-case-deleted = حُذفت الحالة «{ $case }»
history-attribute-added = أُنشئت السمة «{ $attribute }»
history-case-value-set = حُدِّدت قيمة «{ $attribute }» للحالة «{ $case }»
history-case-values-set =
    { $values ->
        [zero] لم تُحدَّد قيمة
        [one] حُدِّدت قيمة واحدة
        [two] حُدِّدت قيمتان
        [few] حُدِّدت { $values } قيم
        [many] حُدِّدت { $values } قيمة
       *[other] حُدِّدت { $values } قيمة
    } { $cases ->
        [zero] بلا حالات
        [one] لحالة واحدة
        [two] لحالتين
        [few] لـ{ $cases } حالات
        [many] لـ{ $cases } حالة
       *[other] لـ{ $cases } حالة
    }
history-attribute-renamed = أُعيدت تسمية السمة من «{ $old }» إلى «{ $new }»
history-attribute-changed = تغيّر نوع السمة «{ $attribute }» أو خياراتها
history-attribute-moved = نُقلت السمة «{ $attribute }» إلى موضع آخر
history-attribute-deleted =
    { $values ->
        [zero] حُذفت السمة «{ $attribute }»
        [one] حُذفت السمة «{ $attribute }» ومعها قيمة واحدة
        [two] حُذفت السمة «{ $attribute }» ومعها قيمتان
        [few] حُذفت السمة «{ $attribute }» ومعها { $values } قيم
        [many] حُذفت السمة «{ $attribute }» ومعها { $values } قيمة
       *[other] حُذفت السمة «{ $attribute }» ومعها { $values } قيمة
    }
history-consent-set =
    { $consent ->
       *[quote] يجوز اقتباس كلام «{ $case }»
        [paraphrase] لا يجوز إلا نقل كلام «{ $case }» بالمعنى
        [off-record] كلام «{ $case }» ليس للنشر
        [withdrawn] انسحبت الحالة «{ $case }»
    }
history-referrer-set =
    { $referred ->
        [no] لم يعد أحد مُحيلًا إلى «{ $case }»
       *[yes] أُحيلت «{ $case }» عن طريق «{ $old }»
    }
history-passage-consent-set =
    { $consent ->
       *[quote] يجوز اقتباس مقطع من «{ $document }»
        [paraphrase] لا يجوز إلا نقل مقطع من «{ $document }» بالمعنى
        [off-record] مقطع من «{ $document }» ليس للنشر
        [withdrawn] سُحب مقطع من «{ $document }»
    }
history-question-added = أُضيف سؤال إلى دليل المقابلة: «{ $question }»
history-question-reworded = تغيّرت صياغة سؤال الدليل من «{ $old }» إلى «{ $new }»
history-question-moved = نُقل سؤال في الدليل: «{ $question }»
history-question-deleted = أُزيل سؤال من الدليل: «{ $question }»
history-code-added = أُنشئ الرمز «{ $code }»
history-code-renamed = تغيّر اسم الرمز من «{ $old }» إلى «{ $new }»
history-code-recoloured = تغيّر لون الرمز «{ $code }»
history-code-defined = تغيّر تعريف الرمز «{ $code }»
history-code-moved =
    { $place ->
        [top] نُقل الرمز «{ $code }» إلى المستوى الأعلى
       *[inside] نُقل الرمز «{ $code }» إلى ما تحت «{ $into }»
    }
history-code-deleted =
    { $codings ->
        [0] حُذف الرمز «{ $code }»
        [zero] حُذف الرمز «{ $code }»
        [one] حُذف الرمز «{ $code }» ونُزع عن اقتباس واحد
        [two] حُذف الرمز «{ $code }» ونُزع عن اقتباسين
        [few] حُذف الرمز «{ $code }» ونُزع عن { $codings } اقتباسات
        [many] حُذف الرمز «{ $code }» ونُزع عن { $codings } اقتباسًا
       *[other] حُذف الرمز «{ $code }» ونُزع عن { $codings } اقتباس
    }
history-quotation-marked = عُلِّم مقطع في «{ $document }»
history-quotation-resized = تغيّرت حدود اقتباس في «{ $document }»
history-quotation-commented = تغيّر تعليق على اقتباس في «{ $document }»
history-quotation-deleted = حُذف اقتباس من «{ $document }»
history-code-applied = وُضع الرمز «{ $code }» في «{ $document }»
history-coding-removed = نُزع الرمز «{ $code }» عن اقتباس في «{ $document }»
history-coding-commented = تغيّر التعليق على الرمز «{ $code }» لاقتباس في «{ $document }»
history-memo-added = كُتبت المذكّرة «{ $memo }»
history-memo-renamed = تغيّر عنوان المذكّرة من «{ $old }» إلى «{ $new }»
history-memo-changed = تغيّر نوع المذكّرة «{ $memo }» أو موضوعها
history-memo-written = تغيّر نص المذكّرة «{ $memo }»
history-memo-deleted = حُذفت المذكّرة «{ $memo }»
history-quotations-linked = رُبط اقتباس في «{ $document }» باقتباس آخر
history-link-relation-set = تغيّرت علاقة اقتباس في «{ $document }» باقتباس آخر
history-link-deleted = أُزيل رابط اقتباس في «{ $document }»
history-project-restored =
    { $named ->
        [yes] أُعيد المشروع إلى ما كان عليه عند نقطة الاستعادة «{ $point }» ({ $at })
       *[no] أُعيد المشروع إلى ما كان عليه في { $at }
    }
history-material-purged = أُزيل نهائيًّا ما كان قد حُذف
history-code-field-set =
    { $field ->
        [definition] تغيّر تعريف الرمز «{ $code }»
        [full] تغيّر التعريف الكامل للرمز «{ $code }»
        [use_when] تغيّر متى يُستعمل الرمز «{ $code }»
        [not_when] تغيّر متى لا يُستعمل الرمز «{ $code }»
        [former] تغيّرت الصياغات السابقة للرمز «{ $code }»
        [examples] تغيّرت أمثلة الرمز «{ $code }»
        [origin] تغيّر مصدر الرمز «{ $code }»
        [status] تغيّرت حالة الرمز «{ $code }»
        [key] تغيّر مفتاح الرمز «{ $code }»
        [level] تغيّر مستوى الرمز «{ $code }»
       *[also_under] تغيّرت مجموعات الرمز «{ $code }»
    }
history-codes-merged =
    { $codes ->
        [zero] دُمجت رموز في «{ $code }»
        [one] دُمج الرمز «{ $first }» في «{ $code }»
        [two] دُمج رمزان في «{ $code }»، منهما «{ $first }»
        [few] دُمجت { $codes } رموز في «{ $code }»، منها «{ $first }»
        [many] دُمج { $codes } رمزًا في «{ $code }»، منها «{ $first }»
       *[other] دُمج { $codes } رمز في «{ $code }»، منها «{ $first }»
    }
history-codings-moved =
    { $codings ->
        [zero] لم يُفرز أي اقتباس من «{ $old }» إلى «{ $new }»
        [one] فُرز اقتباس من «{ $old }» إلى «{ $new }»
        [two] فُرز اقتباسان من «{ $old }» إلى «{ $new }»
        [few] فُرزت { $codings } اقتباسات من «{ $old }» إلى «{ $new }»
        [many] فُرز { $codings } اقتباسًا من «{ $old }» إلى «{ $new }»
       *[other] فُرز { $codings } اقتباس من «{ $old }» إلى «{ $new }»
    }
history-levels-set = حُدِّدت مستويات الرموز
history-version-kept = حُفظت نسخة من دليل الرموز: «{ $version }»
history-version-renamed = تغيّر اسم نسخة من دليل الرموز من «{ $old }» إلى «{ $new }»
history-version-removed = حُذفت نسخة من دليل الرموز: «{ $version }»
history-quotation-field-set =
    { $field ->
        [condensed] تغيّرت الصياغة المكثفة لاقتباس في «{ $document }»
       *[interpretation] تغيّر تفسير اقتباس في «{ $document }»
    }
history-coding-weighed = تغيّر وزن «{ $code }» لاقتباس في «{ $document }»
history-print-set = تغيّرت الصياغة المطبوعة لاقتباس في «{ $document }»
history-print-cleared = يُطبع اقتباس في «{ $document }» بحرفه من جديد
history-attribution-set = تغيّر عزو الاقتباسات ({ $language })
history-theme-added = أُنشئ المحور «{ $theme }»
history-theme-renamed = تغيّر اسم المحور من «{ $old }» إلى «{ $new }»
history-theme-changed =
    { $field ->
        [idea] تغيّرت الفكرة المركزية للمحور «{ $theme }»
        [boundary] تغيّرت حدود المحور «{ $theme }»
        [story] تغيّرت حكاية المحور «{ $theme }»
       *[codes] تغيّرت الرموز تحت المحور «{ $theme }»
    }
history-theme-moved = نُقل المحور «{ $theme }»
history-theme-deleted = حُذف المحور «{ $theme }»
history-quotation-chosen = اختير اقتباس من «{ $document }» للمحور «{ $theme }»
history-quotation-unchosen = رُفع اقتباس من «{ $document }» من قائمة المحور «{ $theme }»
history-chosen-moved = نُقل اقتباس من «{ $document }» في قائمة المحور «{ $theme }»
history-used-in-paper = وُسم اقتباس من «{ $document }» للنشر، تحت «{ $theme }»
history-not-used-in-paper = لم يعد اقتباس من «{ $document }» موسومًا للنشر، تحت «{ $theme }»
