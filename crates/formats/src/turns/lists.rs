//! Words that tell labels from other words, folded as [`emic_core::fold`] does it: small letters, no accents, one form of
//! alef. They are what was met in transcripts, articles and poems; a label that is none of them is judged by its form.

/// What those are called who ask.
#[rustfmt::skip]
pub const ASKING: &[&str] = &[
    "i", "int", "interviewer", "interviewers", "interv", "iv", "ivr", "q", "question", "researcher", "res",
    "moderator", "mod", "facilitator", "fac", "host", "anchor", "fieldworker", "investigator", "enumerator",
    // German, Dutch
    "interviewerin", "interviewende", "interviewende person", "befrager", "befragerin", "forscher", "forscherin",
    "fragende", "frage", "moderatorin", "moderation", "onderzoeker",
    // French
    "enqueteur", "enquetrice", "enqueteuse", "intervieweur", "intervieweuse", "chercheur", "chercheuse", "animateur",
    "animatrice", "moderateur", "moderatrice",
    // Spanish, Portuguese, Italian
    "entrevistador", "entrevistadora", "ent", "investigador", "investigadora", "moderador", "moderadora",
    "pesquisador", "pesquisadora", "pregunta", "pergunta", "intervistatore", "intervistatrice", "ricercatore",
    "ricercatrice", "domanda",
    // Turkish, Russian, Ukrainian
    "gorusmeci", "arastirmaci", "soru", "интервьюер", "исследователь", "исследовательница", "вопрос", "модератор",
    "интервюер", "дослідник", "дослідниця",
    // Arabic, Persian
    "الباحث", "الباحثه", "باحث", "باحثه", "المحاور", "المحاوره", "محاور", "محاوره", "المقابل", "المقابله",
    "مجري المقابله", "السايل", "السايله", "المذيع", "المذيعه", "الميسر", "الميسره", "سوال", "مصاحبه گر", "مصاحبهگر",
    "پژوهشگر", "محقق", "پرسشگر", "پرسش",
    // Hebrew
    "מראיין", "מראיינת", "המראיין", "המראיינת", "חוקר", "חוקרת", "החוקר", "החוקרת", "מנחה", "המנחה", "שאלה",
    // Chinese, Japanese, Korean
    "记者", "記者", "采访者", "採訪者", "访谈者", "访问者", "问", "問", "聞き手", "インタヒュアー", "면담자", "질문자", "연구자",
];

/// What heads a remark, a field of a form or a part of an article, and is nobody.
#[rustfmt::skip]
pub const NOT_NAMES: &[&str] = &[
    "http", "https", "www", "mailto", "ftp", "doi", "isbn", "issn", "url", "email", "e-mail", "mail", "tel", "phone",
    "fax", "address", "nb", "n.b", "ps", "p.s", "note", "notes", "remark", "remarks", "warning", "important",
    "attention", "example", "examples", "e.g", "i.e", "eg", "ie", "viz", "cf", "etc", "date", "time", "day", "place",
    "location", "venue", "setting", "duration", "length", "start", "end", "begin", "from", "to", "cc", "bcc", "re",
    "subject", "sent", "received", "title", "name", "names", "age", "sex", "gender", "occupation", "profession",
    "education", "nationality", "language", "pseudonym", "project", "study", "interview", "interview date",
    "interview no", "interview number", "date of interview", "recording", "recorded", "recording date", "transcript",
    "transcription", "transcribed", "transcriber", "transcribed by", "transcript by", "translated", "translator",
    "translated by", "file", "filename", "file name", "version", "status", "id", "number", "no", "code", "codes",
    "consent", "present", "participants", "speakers", "attendees", "apologies", "agenda", "minutes", "topic",
    "topics", "theme", "themes", "keywords", "key words", "abstract", "introduction", "background", "objective",
    "objectives", "aim", "aims", "design", "method", "methods", "participants and methods", "patients", "result",
    "results", "finding", "findings", "discussion", "conclusion", "conclusions", "references", "source", "sources",
    "funding", "acknowledgements", "copyright", "summary", "contents", "yes", "ok", "okay", "well", "and", "but",
    "so", "then", "now", "first", "second", "third", "secondly", "firstly", "finally", "lastly", "also", "however",
    "pros", "cons", "todo", "update", "edit", "warnings", "limitations", "strengths", "conflict of interest",
    "competing interests", "ethics approval", "contributors", "correspondence",
    // German, French, Spanish, Portuguese, Italian
    "datum", "ort", "zeit", "dauer", "hinweis", "anmerkung", "beispiel", "titel", "thema", "quelle", "projekt",
    "aufnahme", "alter", "beruf", "teilnehmer", "transkription", "lieu", "duree", "remarque", "exemple", "titre",
    "sujet", "projet", "fecha", "lugar", "hora", "duracion", "nota", "ejemplo", "titulo", "tema", "fuente",
    "proyecto", "edad", "nombre", "data", "duracao", "exemplo", "fonte", "luogo", "durata", "esempio", "дата",
    "место", "время", "примечание", "тема",
    // Arabic and Persian
    "التاريخ", "تاريخ", "تاريخ المقابله", "الوقت", "المكان", "مكان المقابله", "المده", "مده المقابله", "ملاحظه",
    "ملاحظات", "مثال", "مثلا", "العنوان", "الموضوع", "المصدر", "الاسم", "العمر", "الجنس", "المهنه", "الجنسيه",
    "اللغه", "المشروع", "الحضور", "المشاركون", "الخلاصه", "المقدمه", "النتايج", "المنهجيه", "الاهداف",
    "الكلمات المفتاحيه", "نعم", "لا", "طيب", "يعني", "اولا", "ثانيا", "ثالثا", "اخيرا", "رقم المقابله", "توضيح",
    "تنبيه", "زمان", "نكته", "توجه", "يادداشت",
    // Hebrew
    "תאריך", "מקום", "שעה", "נושא", "הערה", "הערות", "נכחו", "מוזמנים", "סדר היום", "חברי הוועדה", "חברי הכנסת",
    "ייעוץ משפטי", "יועץ משפטי", "מנהל הוועדה", "מנהלת הוועדה", "רישום פרלמנטרי", "לדוגמה", "דוגמה", "כן", "לא",
    "מקור", "שם", "גיל", "פרוטוקול",
];

/// What begins the names of things that are numbered: "figure 3", "Step 1".
#[rustfmt::skip]
pub const OPENING: &[&str] = &[
    "figure", "fig", "table", "box", "chapter", "section", "part", "step", "appendix", "article", "page", "line",
    "note", "chart", "image", "photo", "picture", "video", "item", "objective", "hypothesis", "phase", "week",
    "month", "year", "day", "theme", "topic", "abbildung", "tabelle", "kapitel", "abschnitt", "tableau", "chapitre",
    "tabla", "figura", "capitulo", "شكل", "الشكل", "جدول", "الجدول", "الفصل", "القسم", "الجزء", "صفحه", "الصفحه",
    "السطر", "المحور", "الخطوه",
];

/// Words that stand in sentences, and in no name of several words; a name does not begin with them either.
#[rustfmt::skip]
pub const IN_SENTENCES: &[&str] = &[
    "a", "an", "the", "this", "that", "these", "those", "there", "here", "he", "she", "it", "we", "they", "you",
    "him", "her", "them", "us", "me", "my", "your", "his", "our", "their", "its", "and", "or", "but", "so", "as",
    "if", "when", "where", "why", "how", "what", "which", "who", "then", "than", "because", "while", "with",
    "without", "in", "on", "at", "by", "for", "of", "from", "to", "into", "about", "is", "are", "was", "were", "be",
    "been", "am", "do", "does", "did", "has", "have", "had", "can", "could", "would", "should", "might", "must",
    "not", "said", "says", "say", "saying", "asked", "asks", "asking", "told", "tell", "tells", "replied", "replies",
    "answered", "answers", "added", "adds", "wrote", "writes", "thought", "thinks", "shouted", "cried", "cries",
    "whispered", "explained", "explains", "recalled", "continued", "following", "including", "namely", "i'm", "it's",
    "that's", "don't", "let", "just", "only", "very", "after", "before", "until", "during", "available", "accessed",
    "some", "every", "another", "again", "maybe", "perhaps", "o", "oh", "ah",
    // German, French, Spanish
    "der", "die", "das", "ein", "eine", "er", "sie", "es", "wir", "ich", "und", "oder", "aber", "sagte", "sagt",
    "fragte", "antwortete", "ist", "war", "mit", "zu", "auf", "dann", "le", "la", "un", "une", "il", "elle", "nous",
    "je", "et", "mais", "dit", "repondit", "est", "avec", "dans", "pour", "una", "ella", "yo", "y", "pero", "dijo",
    "pregunto", "respondio", "con", "por", "para", "que",
    // Arabic
    "قال", "قالت", "قالوا", "قلت", "وقال", "وقالت", "فقال", "فقالت", "وقالوا", "يقول", "تقول", "ويقول", "وتقول",
    "يقولون", "اضاف", "اضافت", "واضاف", "واضافت", "اوضح", "اوضحت", "واوضح", "واوضحت", "تابع", "تابعت", "وتابع",
    "وتابعت", "اكد", "اكدت", "واكد", "واكدت", "اشار", "اشارت", "واشار", "واشارت", "سال", "سالت", "سالني", "سالته",
    "سالتها", "وسال", "اجاب", "اجابت", "اجبت", "فاجاب", "ذكر", "ذكرت", "وذكر", "كتب", "كتبت", "يقال", "هو", "هي",
    "هم", "انا", "نحن", "انت", "كان", "كانت", "وكان", "وكانت", "في", "من", "الي", "عن", "مع", "ان", "او", "ثم", "لكن",
    "هذا", "هذه", "ذلك", "تلك", "التي", "الذي", "كما", "ما", "ماذا", "لماذا", "كيف", "متي", "اين", "هل", "لان", "حين",
    "عندما", "بعد", "قبل", "كل", "يا",
    // Persian
    "گفت", "گفتم", "گفتند", "ميگويد", "گويد", "پرسيد", "است", "بود", "كه", "از", "به", "در", "با",
    // Hebrew
    "אמר", "אמרה", "אמרתי", "אמרו", "אומר", "אומרת", "שאל", "שאלה", "שאלתי", "ענה", "ענתה", "הוא", "היא", "הם", "אני",
    "אנחנו", "של", "את", "על", "עם", "זה", "זאת", "זו", "אבל", "או", "כי", "אם", "היה", "היתה", "הייתה", "לא",
];
