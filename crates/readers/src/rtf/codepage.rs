//! Code pages, as rich text names them.

use encoding_rs as rs;

/// The upper halves of the code pages of DOS, which no browser knows.
const DOS_437: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{a0}";
const DOS_850: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{ad}±‗¾¶§÷¸°¨·¹³²■\u{a0}";
const DOS_852: &str = "ÇüéâäůćçłëŐőîŹÄĆÉĹĺôöĽľŚśÖÜŤťŁ×čáíóúĄąŽžĘę¬źČş«»░▒▓│┤ÁÂĚŞ╣║╗╝Żż┐└┴┬├─┼Ăă╚╔╩╦╠═╬¤đĐĎËďŇÍÎě┘┌█▄ŢŮ▀ÓßÔŃńňŠšŔÚŕŰýÝţ´\u{ad}˝˛ˇ˘§÷¸°¨˙űŘř■\u{a0}";

/// The number of the code page of Western European.
pub(super) const WESTERN: u32 = 1252;

/// The code page of a font's `\fcharset`; `None` if it is the document's.
pub(super) fn of_charset(charset: i32) -> Option<u32> {
    Some(match charset {
        0 | 2 => WESTERN,
        77 => 10000,
        128 => 932,
        129 | 130 => 949,
        134 => 936,
        136 => 950,
        161 => 1253,
        162 => 1254,
        163 => 1258,
        177 | 181 => 1255,
        178..=180 => 1256,
        186 => 1257,
        204 => 1251,
        222 => 874,
        238 => 1250,
        254 => 437,
        255 => 850,
        _ => return None,
    })
}

/// The words of bytes of a code page. One that is not known is read as Western European.
pub(super) fn decode(bytes: &[u8], page: u32, out: &mut String) {
    let upper = match page {
        437 => DOS_437,
        850 | 858 => DOS_850,
        852 => DOS_852,
        _ => {
            let (words, _) = codec(page).decode_without_bom_handling(bytes);
            out.push_str(&words);
            return;
        }
    };
    for &byte in bytes {
        let known = byte.checked_sub(128).and_then(|place| upper.chars().nth(usize::from(place)));
        out.push(known.unwrap_or(char::from(byte)));
    }
}

fn codec(page: u32) -> &'static rs::Encoding {
    match page {
        874 => rs::WINDOWS_874,
        866 => rs::IBM866,
        932 => rs::SHIFT_JIS,
        936 => rs::GBK,
        949 | 1361 => rs::EUC_KR,
        950 => rs::BIG5,
        1250 => rs::WINDOWS_1250,
        1251 => rs::WINDOWS_1251,
        1253 => rs::WINDOWS_1253,
        1254 => rs::WINDOWS_1254,
        1255 => rs::WINDOWS_1255,
        1256 => rs::WINDOWS_1256,
        1257 => rs::WINDOWS_1257,
        1258 => rs::WINDOWS_1258,
        10000 => rs::MACINTOSH,
        10007 => rs::X_MAC_CYRILLIC,
        20866 => rs::KOI8_R,
        21866 => rs::KOI8_U,
        28592 => rs::ISO_8859_2,
        28594 => rs::ISO_8859_4,
        28595 => rs::ISO_8859_5,
        28596 => rs::ISO_8859_6,
        28597 => rs::ISO_8859_7,
        28598 => rs::ISO_8859_8,
        51932 => rs::EUC_JP,
        54936 => rs::GB18030,
        65001 => rs::UTF_8,
        _ => rs::WINDOWS_1252,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_pages() {
        for (bytes, page, expected) in [
            (&b"\xe9\x93"[..], 1252, "é“"),
            (b"\xc7\xe1", 1256, "ال"),
            (b"\x93\xfaA", 932, "日A"),
            (b"\x8e", 10000, "é"),
            (b"a\x82\xff", 437, "aé\u{a0}"),
            (b"\x85", 850, "à"),
            (b"\x9f", 852, "č"),
            (b"\xe9", 4711, "é"),
        ] {
            let mut out = String::new();
            decode(bytes, page, &mut out);
            assert_eq!(out, expected, "{page}");
        }
        assert_eq!([DOS_437, DOS_850, DOS_852].map(|upper| upper.chars().count()), [128; 3]);
    }
}
