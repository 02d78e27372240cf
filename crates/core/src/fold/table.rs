//! Which letters and signs are one, by table.

/// The plain letters for U+00E0..=U+024F, by Unicode's canonical decompositions and, for letters with a stroke, by what
/// they look like; a full stop where a letter stands for itself.
const LATIN: &[u8] = b"\
    aaaaaa.ceeeeiiii.nooooo.ouuuuy.yaaaaaaccccccccdd.deeeeeeeeeegggggggghh.hiiiiiiiiii..jjkk.llllll.\
    l.lnnnnnn...oooooo..rrrrrrsssssssstttt.tuuuuuuuuuuuuwwyyyzzzzzz.b..b....c...d.....f......kl...n.\
    oo...p.....t.t.uu...y.z......................aaiioouuuuuuuuuu.aaaa...gggkkoooo..j...gg..nnaa....\
    aaaaeeeeiiiioooorrrruuuusstt..hh.....zaaeeooooooooyy...................e.j...r.y";

/// The same for U+1E00..=U+1EFF.
const LATIN_ADDITIONAL: &[u8] = b"\
    aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrr\
    ssssssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwy......aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee\
    eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......";

/// The letters that the shaped forms U+FE80..=U+FEFC stand for, as PDF files have them.
const SHAPED: &str = "\
    ء آ آ أ أ ؤ ؤ إ إ ئ ئ ئ ئ ا ا ب ب ب ب ة ة ت ت ت ت ث ث ث ث ج ج ج ج ح ح ح ح خ خ خ خ د د ذ ذ ر ر ز ز س س س س \
    ش ش ش ش ص ص ص ص ض ض ض ض ط ط ط ط ظ ظ ظ ظ ع ع ع ع غ غ غ غ ف ف ف ف ق ق ق ق ك ك ك ك ل ل ل ل م م م م ن ن ن ن \
    ه ه ه ه و و ى ى ي ي ي ي لآ لآ لأ لأ لإ لإ لا لا";

/// The letters that a ligature or a shaped form stands for.
pub(super) fn spelled(c: char) -> Option<&'static str> {
    Some(match c {
        'ﬀ' => "ff",
        'ﬁ' => "fi",
        'ﬂ' => "fl",
        'ﬃ' => "ffi",
        'ﬄ' => "ffl",
        'ﬅ' | 'ﬆ' => "st",
        '\u{fe80}'..='\u{fefc}' => SHAPED.split(' ').nth(c as usize - 0xfe80)?,
        _ => return None,
    })
}

/// The two letters that a lower-case letter is made of.
pub(super) fn both_letters(c: char) -> Option<&'static str> {
    Some(match c {
        'ß' => "ss",
        'æ' | 'ǽ' | 'ǣ' => "ae",
        'œ' => "oe",
        'þ' => "th",
        'ĳ' => "ij",
        _ => return None,
    })
}

/// Quotation marks, apostrophes, dashes and digits as those of ASCII.
pub(super) fn sign(c: char) -> Option<char> {
    Some(match c {
        '‘' | '’' | '‚' | '‛' | '‹' | '›' | '′' | 'ʼ' => '\'',
        '“' | '”' | '„' | '‟' | '«' | '»' | '″' => '"',
        '‐'..='―' | '−' => '-',
        '٠'..='٩' => digit(c as u32 - '٠' as u32),
        '۰'..='۹' => digit(c as u32 - '۰' as u32),
        _ => return None,
    })
}

fn digit(value: u32) -> char {
    char::from_digit(value, 10).unwrap_or('0')
}

/// The letter without marks and strokes, of letters that are written alike the usual one.
pub(super) fn plain(c: char) -> char {
    match c {
        'à'..='ɏ' => latin(LATIN, c as u32 - 0xe0, c),
        '\u{1e00}'..='\u{1eff}' => latin(LATIN_ADDITIONAL, c as u32 - 0x1e00, c),
        'آ' | 'أ' | 'إ' | 'ٱ' => 'ا',
        'ى' | 'ئ' | 'ی' => 'ي',
        'ؤ' => 'و',
        'ة' => 'ه',
        'ک' => 'ك',
        'ς' => 'σ',
        '\u{620}'..='\u{64a}' | '\u{4e00}'..='\u{9fff}' => c,
        '\u{a0}'..='\u{52f}' | '\u{671}'..='\u{6ff}' | '\u{1f00}'..='\u{1fff}' | '\u{fb1d}'..='\u{fb4f}' => bare(c),
        _ => c,
    }
}

fn latin(table: &[u8], index: u32, c: char) -> char {
    table.get(index as usize).filter(|plain| **plain != b'.').map_or_else(|| bare(c), |plain| char::from(*plain))
}

/// Without marks first, and what is left as a letter of its own: ǿ is ø is o.
fn bare(c: char) -> char {
    let bare = super::decompose::bare(c);
    if bare == c { c } else { plain(bare) }
}
