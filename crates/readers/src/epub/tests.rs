use emic_core::project::BlockKind;
use emic_formats::source::{Damage, Extract, LeftOut, Outcome, Refusal};

use crate::archive::packing::zipped;
use crate::hostile::{read_plainly, survives};

const CONTAINER: &str = "<?xml version='1.0'?><container xmlns='urn:oasis:names:tc:opendocument:xmlns:container'><rootfiles><rootfile full-path='OEBPS/content.opf'/></rootfiles></container>";
const PACKAGE: &str = "<?xml version='1.0'?><!DOCTYPE package PUBLIC 'a' 'b'><package xmlns='http://www.idpf.org/2007/opf'><metadata xmlns:dc='http://purl.org/dc/elements/1.1/'><dc:title>Roads north</dc:title></metadata>\
    <manifest><item id='one' href='Text/ch%201.xhtml' media-type='application/xhtml+xml'/><item id='two' href='Text/two.xhtml' media-type='application/xhtml+xml'/><item id='font' href='a.otf' media-type='font/otf'/><item id='gone' href='gone.xhtml' media-type='application/xhtml+xml'/></manifest>\
    <spine><itemref idref='two'/><itemref idref='one'/><itemref idref='font'/><itemref idref='nobody'/></spine></package>";
const ONE: &str = "<?xml version='1.0' encoding='UTF-8'?><html xmlns='http://www.w3.org/1999/xhtml'><head><title/></head><body><h1>The river</h1><p>We <b>left</b>.</p></body></html>";
const TWO: &str = "<html xmlns='http://www.w3.org/1999/xhtml'><body><h2>أمل</h2><p>ذهبنا في الليل.</p></body></html>";

fn book(package: &str, more: &[(&str, &str)]) -> Vec<u8> {
    let mut parts = vec![
        ("mimetype", "application/epub+zip"),
        ("META-INF/container.xml", CONTAINER),
        ("OEBPS/content.opf", package),
        ("OEBPS/Text/ch 1.xhtml", ONE),
        ("OEBPS/Text/two.xhtml", TWO),
    ];
    parts.extend(more);
    zipped(&parts)
}

fn read(bytes: &[u8]) -> Result<Extract, Refusal> {
    let outcome = read_plainly("book.epub", bytes)?;
    let Outcome::Texts(mut texts) = outcome else { panic!("{outcome:?}") };
    let extract = texts.remove(0);
    crate::check::sound(&extract);
    Ok(extract)
}

fn locked(algorithm: &str, path: &str) -> String {
    format!(
        "<encryption xmlns:e='e'><e:EncryptedData><e:EncryptionMethod Algorithm='{algorithm}'/><e:CipherData><e:CipherReference URI='{path}'/></e:CipherData></e:EncryptedData></encryption>"
    )
}

#[test]
fn chapters_stand_in_the_order_of_reading() {
    let extract = read(&book(PACKAGE, &[])).unwrap();
    assert_eq!(extract.text, "أمل\nذهبنا في الليل.\n\nThe river\nWe left.");
    assert_eq!(extract.title.as_deref(), Some("Roads north"));
    let kinds: Vec<_> = extract.structure.blocks.iter().map(|block| (block.kind, block.span.start.0)).collect();
    assert_eq!(kinds, [(BlockKind::Heading(2), 0), (BlockKind::Heading(1), 21)]);
    let bold: Vec<_> = extract.structure.styles.iter().map(|styled| styled.span.start.0).collect();
    assert_eq!(bold, [34]);
}

#[test]
fn fonts_may_be_obfuscated_but_words_may_not_be_encrypted() {
    let fonts = locked("http://www.idpf.org/2008/embedding", "OEBPS/a.otf");
    assert!(read(&book(PACKAGE, &[("META-INF/encryption.xml", &fonts)])).is_ok());
    let words = locked("http://www.w3.org/2001/04/xmlenc#aes128-cbc", "OEBPS/Text/ch%201.xhtml");
    assert_eq!(read(&book(PACKAGE, &[("META-INF/encryption.xml", &words)])), Err(Refusal::Encrypted));
}

#[test]
fn missing_chapters_are_said() {
    let package = PACKAGE.replace("<itemref idref='nobody'/>", "<itemref idref='gone'/>");
    assert_eq!(read(&book(&package, &[])).unwrap().left_out, [(LeftOut::NotChosen, 1)]);
    let only = PACKAGE.replace("idref='two'", "idref='gone'").replace("idref='one'", "idref='x'");
    assert_eq!(read(&book(&only, &[])), Err(Refusal::Damaged(Damage::Part("OEBPS/gone.xhtml".into()))));
    let none = PACKAGE.replace("itemref", "nothing");
    assert_eq!(read(&book(&none, &[])), Err(Refusal::Damaged(Damage::Part("OEBPS/content.opf".into()))));
}

#[test]
fn damaged_books_are_survived() {
    survives("book.epub", &book(PACKAGE, &[]), 300);
}
