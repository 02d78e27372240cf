use emic_core::project::BlockKind;
use emic_core::text::Span;
use emic_formats::source::{Aspect, Bound, Damage, Extract, LeftOut, Outcome, Refusal, TrackedChanges, Wishes};

use crate::archive::packing::zipped;
use crate::hostile::survives;
use crate::read::Task;

const NAMES: &str = r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships""#;

const STYLES: &str = r#"
<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Mine"><w:name w:val="My section"/><w:basedOn w:val="1"/></w:style>
<w:style w:type="paragraph" w:styleId="Frage"><w:name w:val="Frage"/><w:rPr><w:b/><w:bCs/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Gone"><w:name w:val="Gone"/><w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Loop"><w:basedOn w:val="Loop"/></w:style>"#;

const NUMBERING: &str = r#"
<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="-"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>"#;

/// A document of this body, with further parts.
fn document(body: &str, more: &[(&str, &str)]) -> Vec<u8> {
    let main =
        format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document {NAMES}><w:body>{body}</w:body></w:document>");
    let styles = format!("<w:styles {NAMES}>{STYLES}</w:styles>");
    let numbering = format!("<w:numbering {NAMES}>{NUMBERING}</w:numbering>");
    let mut parts = vec![
        ("[Content_Types].xml", "<Types/>"),
        ("word/document.xml", main.as_str()),
        ("word/styles.xml", styles.as_str()),
        ("word/numbering.xml", numbering.as_str()),
    ];
    parts.extend(more);
    zipped(&parts)
}

fn read_as(bytes: &[u8], tracked: TrackedChanges) -> Result<Extract, Refusal> {
    let wishes = Wishes { tracked, ..Wishes::default() };
    let outcome = crate::read(&Task { name: "interview.docx", bytes, wishes: &wishes, progress: &|_| () })?;
    let Outcome::Texts(mut texts) = outcome else { panic!("{outcome:?}") };
    let extract = texts.remove(0);
    crate::check::sound(&extract);
    Ok(extract)
}

fn read(body: &str) -> Extract {
    read_as(&document(body, &[]), TrackedChanges::Accepted).unwrap()
}

fn part(extract: &Extract, span: Span) -> String {
    extract.text.chars().skip(span.start.0 as usize).take(span.len() as usize).collect()
}

fn blocks(extract: &Extract) -> Vec<(BlockKind, String)> {
    extract.structure.blocks.iter().map(|block| (block.kind, part(extract, block.span))).collect()
}

fn set_off(extract: &Extract) -> Vec<String> {
    extract.structure.styles.iter().map(|styled| part(extract, styled.span)).collect()
}

fn p(words: &str) -> String {
    format!("<w:p><w:r><w:t xml:space=\"preserve\">{words}</w:t></w:r></w:p>")
}

#[test]
fn paragraphs_breaks_and_odd_characters() {
    let extract = read(
        "<w:p><w:r><w:t>One</w:t><w:tab/><w:t>two</w:t><w:br/><w:t>three</w:t></w:r></w:p><w:p/>\
         <w:p><w:r><w:t>self</w:t><w:noBreakHyphen/><w:t>made</w:t><w:softHyphen/><w:t>ly</w:t><w:br w:type='page'/></w:r>\
         <w:r><w:lastRenderedPageBreak/><w:t>next</w:t></w:r><w:r><w:br w:type='page'/></w:r></w:p>\
         <w:p><w:r><w:sym w:font='Wingdings' w:char='F0E0'/><w:sym w:font='Webdings' w:char='F021'/><w:t> so</w:t></w:r></w:p>\
         <w:p><w:hyperlink><w:r><w:t>a link</w:t></w:r></w:hyperlink><w:smartTag><w:r><w:t> to it</w:t></w:r></w:smartTag></w:p>",
    );
    assert_eq!(extract.text, "One\ttwo\nthree\n\nself\u{2011}madely\nnext\n→ so\na link to it");
}

#[test]
fn bold_and_italic_by_themselves_and_through_styles() {
    let run =
        |look: &str, words: &str| format!("<w:r><w:rPr>{look}</w:rPr><w:t xml:space='preserve'>{words}</w:t></w:r>");
    let extract = read(&format!(
        "<w:p>{}{}{}{}</w:p><w:p><w:pPr><w:pStyle w:val='Frage'/></w:pPr>{}{}</w:p><w:p>{}{}</w:p>",
        run("<w:b/>", "Anna"),
        run("<w:b w:val='1'/><w:i/>", ":"),
        run("<w:b w:val='0'/>", " no "),
        run("<w:rStyle w:val='Strong'/>", "yes"),
        run("", "Why "),
        run("<w:rStyle w:val='Strong'/>", "now"),
        run("<w:rtl/><w:bCs/>", "أمل"),
        run("<w:rtl/><w:b/>", "لا"),
    ));
    assert_eq!(extract.text, "Anna: no yes\nWhy now\nأمللا");
    assert_eq!(set_off(&extract), ["Anna:", ":", "yes", "Why ", "أمل"]);
}

#[test]
fn headings_quotes_and_lists() {
    let extract = read(&format!(
        "<w:p><w:pPr><w:pStyle w:val='1'/></w:pPr><w:r><w:t>The road</w:t></w:r></w:p>\
         <w:p><w:pPr><w:pStyle w:val='Mine'/></w:pPr><w:r><w:t>North</w:t></w:r></w:p>\
         <w:p><w:pPr><w:outlineLvl w:val='2'/></w:pPr><w:r><w:t>By night</w:t></w:r></w:p>\
         <w:p><w:pPr><w:pStyle w:val='1'/><w:outlineLvl w:val='9'/></w:pPr><w:r><w:t>No heading</w:t></w:r></w:p>\
         <w:p><w:pPr><w:pStyle w:val='Loop'/></w:pPr><w:r><w:t>Plain</w:t></w:r></w:p>{0}{0}{1}{2}{0}",
        "<w:p><w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr></w:pPr><w:r><w:t>خبز</w:t></w:r></w:p>",
        "<w:p><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:p>",
        "<w:p><w:pPr><w:numPr><w:numId w:val='2'/></w:numPr></w:pPr><w:r><w:t>rope</w:t></w:r></w:p>",
    ));
    assert_eq!(extract.text, "The road\nNorth\nBy night\nNo heading\nPlain\n1. خبز\n2. خبز\n\n• rope\n4. خبز");
    let expected = [
        (BlockKind::Heading(1), "The road"),
        (BlockKind::Heading(1), "North"),
        (BlockKind::Heading(3), "By night"),
        (BlockKind::ListItem, "1. خبز"),
        (BlockKind::ListItem, "2. خبز"),
        (BlockKind::ListItem, "• rope"),
        (BlockKind::ListItem, "4. خبز"),
    ];
    assert_eq!(blocks(&extract), expected.map(|(kind, words)| (kind, words.to_owned())));
    // A heading is not set off once more; what only has its style is.
    assert_eq!(set_off(&extract), ["No heading"]);
}

#[test]
fn tables_are_rows_of_cells() {
    let cell = |words: &str| format!("<w:tc>{}</w:tc>", p(words));
    let extract = read(&format!(
        "{}<w:tbl><w:tr>{}{}</w:tr><w:tr>{}<w:tc>{}{}</w:tc></w:tr><w:sdt><w:sdtContent><w:tr>{}</w:tr></w:sdtContent></w:sdt></w:tbl>{}",
        p("Before"),
        cell("Day"),
        cell("Place"),
        cell("One"),
        p("River"),
        p("Bridge"),
        cell("x"),
        p("After"),
    ));
    assert_eq!(extract.text, "Before\nDay\tPlace\nOne\tRiver\nBridge\nx\nAfter");
    assert!(blocks(&extract).iter().all(|(kind, _)| *kind == BlockKind::TableRow));
    assert_eq!(extract.structure.blocks.len(), 4);
}

#[test]
fn notes_stand_at_the_end_with_their_marks() {
    let note = |kind: &str, id: u8, words: &str| {
        format!(
            "<w:{kind} w:id='{id}'><w:p><w:r><w:{kind}Ref/></w:r><w:r><w:t xml:space='preserve'> {words}</w:t></w:r></w:p></w:{kind}>"
        )
    };
    let foot = format!(
        "<w:footnotes {NAMES}><w:footnote w:type='separator' w:id='0'><w:p><w:r><w:separator/></w:r></w:p></w:footnote>{}{}</w:footnotes>",
        note("footnote", 1, "First note."),
        note("footnote", 2, "Never marked."),
    );
    let end = format!("<w:endnotes {NAMES}>{}</w:endnotes>", note("endnote", 1, "Last note."));
    let body = "<w:p><w:r><w:t>We left</w:t></w:r><w:r><w:endnoteReference w:id='1'/></w:r><w:r><w:t>then</w:t></w:r>\
                <w:r><w:footnoteReference w:id='1'/></w:r><w:r><w:footnoteReference w:id='1'/></w:r><w:r><w:t>.</w:t></w:r></w:p>";
    let bytes = document(body, &[("word/footnotes.xml", &foot), ("word/endnotes.xml", &end)]);
    let extract = read_as(&bytes, TrackedChanges::Accepted).unwrap();
    assert_eq!(extract.text, "We left[i]then[1].\n\n[1] First note.\n[i] Last note.");
    assert!(blocks(&extract).iter().all(|(kind, _)| *kind == BlockKind::Note));
}

#[test]
fn tracked_changes_are_taken_or_not() {
    let body = "<w:p><w:r><w:t xml:space='preserve'>It was </w:t></w:r><w:del w:id='1'><w:r><w:delText>cold</w:delText></w:r></w:del>\
                <w:ins w:id='2'><w:r><w:t>dark</w:t></w:r></w:ins><w:r><w:t>.</w:t></w:r></w:p>\
                <w:p><w:pPr><w:rPr><w:del w:id='3'/></w:rPr></w:pPr><w:del w:id='4'><w:r><w:delText>Gone.</w:delText></w:r></w:del></w:p>\
                <w:p><w:pPr><w:rPr><w:ins w:id='5'/></w:rPr></w:pPr><w:r><w:t xml:space='preserve'>Split </w:t></w:r></w:p><w:p><w:r><w:t>here.</w:t></w:r></w:p>\
                <w:tbl><w:tr><w:trPr><w:del w:id='6'/></w:trPr><w:tc><w:p><w:r><w:t>row</w:t></w:r></w:p></w:tc></w:tr></w:tbl>";
    let bytes = document(body, &[]);
    let accepted = read_as(&bytes, TrackedChanges::Accepted).unwrap();
    assert_eq!(accepted.text, "It was dark.\nSplit \nhere.");
    assert_eq!(accepted.left_out, [(LeftOut::TrackedChange, 3)]);
    let rejected = read_as(&bytes, TrackedChanges::Rejected).unwrap();
    assert_eq!(rejected.text, "It was cold.\nGone.\nSplit here.\nrow");
    assert_eq!(rejected.left_out, [(LeftOut::TrackedChange, 1)]);
    assert_eq!(accepted.aspects, [Aspect::TrackedChanges]);
    assert_eq!(read(&p("none")).aspects, []);
}

#[test]
fn comments_stand_on_their_words() {
    let comments = format!(
        "<w:comments {NAMES}><w:comment w:id='0' w:author='Mona'>{}{}</w:comment><w:comment w:id='1' w:author=' '>{}</w:comment>\
         <w:comment w:id='2'>{}</w:comment></w:comments>",
        p("Check this."),
        p("And that."),
        p("On a place."),
        p("Lost."),
    );
    let body = "<w:p><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr><w:commentRangeStart w:id='0'/><w:r><w:t>We went</w:t></w:r></w:p>\
                <w:p><w:r><w:t xml:space='preserve'>north </w:t></w:r><w:commentRangeEnd w:id='0'/><w:r><w:commentReference w:id='0'/></w:r>\
                <w:r><w:t>by night.</w:t><w:commentReference w:id='1'/></w:r></w:p>";
    let bytes = document(body, &[("word/comments.xml", &comments)]);
    let extract = read_as(&bytes, TrackedChanges::Accepted).unwrap();
    assert_eq!(extract.text, "1. We went\nnorth by night.");
    let remarks: Vec<_> = extract
        .remarks
        .iter()
        .map(|remark| (part(&extract, remark.span), remark.words.as_str(), remark.author.as_deref()))
        .collect();
    assert_eq!(
        remarks,
        [
            ("We went\nnorth".into(), "Check this.\nAnd that.", Some("Mona")),
            ("north by night.".into(), "On a place.", None),
        ]
    );
    assert_eq!(extract.left_out, [(LeftOut::Comment, 1)]);
}

#[test]
fn fields_show_their_results() {
    let field = |kind: &str| format!("<w:r><w:fldChar w:fldCharType='{kind}'/></w:r>");
    let (begin, separate, end) = (field("begin"), field("separate"), field("end"));
    let body = format!(
        "<w:p><w:r><w:t xml:space='preserve'>On </w:t></w:r>{begin}<w:r><w:instrText>IF </w:instrText></w:r>{begin}<w:r><w:instrText>DATE</w:instrText></w:r>\
         {separate}<w:r><w:t>inner</w:t></w:r>{end}{separate}<w:r><w:t>Monday</w:t></w:r>{end}<w:r><w:t>.</w:t></w:r>\
         <w:fldSimple w:instr='PAGE'><w:r><w:t>7</w:t></w:r></w:fldSimple>\
         <w:r><w:fldChar w:fldCharType='begin'><w:ffData><w:checkBox><w:default w:val='1'/></w:checkBox></w:ffData></w:fldChar></w:r>\
         <w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r>{end}</w:p>"
    );
    assert_eq!(read(&body).text, "On Monday.7☒");
    // A field that never ends hides nothing.
    assert_eq!(read(&format!("<w:p>{begin}<w:r><w:t>kept</w:t></w:r></w:p>")).text, "kept");
}

#[test]
fn boxes_are_told_once_and_pictures_are_counted() {
    let content = format!("<w:txbxContent>{}</w:txbxContent>", p("In a box"));
    let body = format!(
        "<w:p><w:r><w:t>Around</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>{content}</wps:txbx></w:drawing></mc:Choice>\
         <mc:Fallback><w:pict><v:textbox>{content}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>\
         <w:r><w:drawing><a:graphic><pic:pic/></a:graphic></w:drawing></w:r><w:r><w:object><v:shape><v:imagedata/></v:shape></w:object></w:r>\
         <m:oMathPara><m:oMath><m:r><m:t>x</m:t></m:r></m:oMath></m:oMathPara>\
         <w:r><w:rPr><w:rStyle w:val='Gone'/></w:rPr><w:t>secret</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r></w:p>{}\
         <w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>",
        p("After"),
        p("Click here"),
    );
    let extract = read(&body);
    assert_eq!(extract.text, "Around\nIn a box\nAfter");
    let expected = [(LeftOut::Picture, 2), (LeftOut::Formula, 1), (LeftOut::Hidden, 1), (LeftOut::FormField, 1)];
    assert_eq!(extract.left_out, expected);
}

#[test]
fn parts_are_found_by_their_relationships() {
    let main = "<document xmlns='http://purl.oclc.org/ooxml/wordprocessingml/main'><body><p><r><t>Strict words</t></r></p></body></document>";
    let top = "<Relationships><Relationship Type='http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument' Target='/word/document2.xml'/>\
               <Relationship Type='x/core-properties' Target='docProps/core.xml'/></Relationships>";
    let more = "<Relationships><Relationship Type='x/header' Target='header1.xml'/><Relationship Type='x/footer' Target='footer1.xml'/></Relationships>";
    let bytes = zipped(&[
        ("[Content_Types].xml", "<Types/>"),
        ("_rels/.rels", top),
        ("WORD/document2.xml", main),
        ("word/_rels/document2.xml.rels", more),
        ("word/header1.xml", "<hdr><p><r><t>Confidential</t></r></p></hdr>"),
        ("word/footer1.xml", "<ftr><p/></ftr>"),
        (
            "docProps/core.xml",
            "<c:coreProperties xmlns:c='c' xmlns:dc='d'><dc:title>Interview with Amal</dc:title></c:coreProperties>",
        ),
    ]);
    let extract = read_as(&bytes, TrackedChanges::Accepted).unwrap();
    assert_eq!((extract.text.as_str(), extract.title.as_deref()), ("Strict words", Some("Interview with Amal")));
    assert_eq!(extract.left_out, [(LeftOut::HeaderOrFooter, 1)]);
}

#[test]
fn hostile_and_damaged_documents_are_refused() {
    let refusal = |bytes: &[u8]| read_as(bytes, TrackedChanges::Accepted).unwrap_err();
    let main = |xml: &str| zipped(&[("[Content_Types].xml", "<Types/>"), ("word/document.xml", xml)]);
    let bomb = "<!DOCTYPE a [<!ENTITY b 'bbbb'><!ENTITY c '&b;&b;&b;'>]><a>&c;</a>";
    assert_eq!(refusal(&main(bomb)), Refusal::Damaged(Damage::Part("word/document.xml".into())));
    let deep = "<p>".repeat(100_000);
    assert_eq!(refusal(&main(&deep)), Refusal::Excessive(Bound::Depth));
    let tables = [
        "<document><body>",
        &"<tbl><tr><tc>".repeat(80),
        "<p><r><t>deep</t></r></p>",
        &"</tc></tr></tbl>".repeat(80),
        "</body></document>",
    ];
    assert_eq!(read_as(&main(&tables.concat()), TrackedChanges::Accepted).unwrap().text, "deep");
    assert_eq!(refusal(&document("", &[])), Refusal::Empty);
    assert_eq!(refusal(&main("<a")), Refusal::Damaged(Damage::Part("word/document.xml".into())));
}

#[test]
fn damaged_documents_are_survived() {
    let comments =
        format!("<w:comments {NAMES}><w:comment w:id='0' w:author='M'>{}</w:comment></w:comments>", p("Why?"));
    let body = format!(
        "{}<w:tbl><w:tr><w:tc>{}</w:tc></w:tr></w:tbl><w:p><w:commentRangeStart w:id='0'/><w:r><w:t>أمل</w:t></w:r><w:commentRangeEnd w:id='0'/></w:p>",
        p("They came."),
        p("cell")
    );
    survives("interview.docx", &document(&body, &[("word/comments.xml", &comments)]), 300);
}
