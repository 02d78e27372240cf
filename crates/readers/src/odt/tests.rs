use emic_core::project::BlockKind;
use emic_core::text::Span;
use emic_formats::source::{Aspect, Bound, Damage, Extract, LeftOut, Outcome, Refusal, TrackedChanges, Wishes};

use crate::archive::packing::zipped;
use crate::hostile::survives;
use crate::read::Task;

const NAMES: &str = r#"xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/""#;

const DIRECT: &str = r#"
<style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold" style:font-weight-complex="700"/></style:style>
<style:style style:name="I" style:family="text" style:parent-style-name="Emphasis"/>
<style:style style:name="X" style:family="text"><style:text-properties text:display="none"/></style:style>
<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Heading_20_3"/>
<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-suffix="." style:num-format="1"/><text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")" text:display-levels="2"/><text:list-level-style-bullet text:level="3" text:bullet-char="-"/></text:list-style>"#;

const COMMON: &str = r#"
<style:style style:name="Emphasis" style:family="text"><style:text-properties fo:font-style="italic"/></style:style>
<style:style style:name="Heading_20_3" style:family="paragraph"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="Loop" style:family="paragraph" style:parent-style-name="Loop"/>
<text:outline-style><text:outline-level-style text:level="1" style:num-format="I" style:num-suffix="."/><text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/></text:outline-style>"#;

fn document(body: &str, more: &[(&str, &str)]) -> Vec<u8> {
    let content = format!(
        "<office:document-content {NAMES}><office:automatic-styles>{DIRECT}</office:automatic-styles><office:body><office:text>{body}</office:text></office:body></office:document-content>"
    );
    let styles = format!(
        "<office:document-styles {NAMES}><office:styles>{COMMON}</office:styles><office:master-styles><style:master-page><style:header><text:p>Confidential</text:p></style:header><style:footer><text:p/></style:footer></style:master-page></office:master-styles></office:document-styles>"
    );
    let mut parts = vec![
        ("mimetype", "application/vnd.oasis.opendocument.text"),
        ("content.xml", content.as_str()),
        ("styles.xml", styles.as_str()),
    ];
    parts.extend(more);
    zipped(&parts)
}

fn read_as(bytes: &[u8], tracked: TrackedChanges) -> Result<Extract, Refusal> {
    let wishes = Wishes { tracked, ..Wishes::default() };
    let outcome = crate::read(&Task { name: "interview.odt", bytes, wishes: &wishes, progress: &|_| () })?;
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

#[test]
fn white_space_is_what_the_standard_says() {
    let extract = read(
        "<text:p>\n  They <text:span> came</text:span>\n at<text:s text:c=\"2\"/>night<text:tab/>late<text:line-break/>and left.  </text:p>\
         <text:p/><text:p><text:s/>Then <text:a>we</text:a><text:soft-page-break/> too.</text:p>",
    );
    assert_eq!(extract.text, "They came at  night\tlate\nand left.\n\n Then we too.");
}

#[test]
fn headings_lists_and_their_numbers() {
    let item = |words: &str| format!("<text:list-item><text:p>{words}</text:p></text:list-item>");
    let extract = read(&format!(
        "<text:h text:outline-level=\"1\">The road</text:h><text:h text:outline-level=\"2\">North</text:h>\
         <text:p text:style-name=\"P1\">By night</text:p><text:p text:style-name=\"Loop\">Plain</text:p>\
         <text:list xml:id=\"one\" text:style-name=\"L1\"><text:list-item><text:p>خبز</text:p><text:list>{}{}</text:list><text:p>more</text:p></text:list-item>\
         <text:list-header><text:p>aside</text:p></text:list-header>{}</text:list>\
         <text:list text:style-name=\"L1\">{}</text:list><text:list text:continue-list=\"one\" text:style-name=\"L1\">{}</text:list>\
         <text:list text:style-name=\"L1\"><text:list-item text:start-value=\"7\"><text:p>seven</text:p></text:list-item><text:list-item><text:list><text:list-item><text:list>{}</text:list></text:list-item></text:list></text:list-item></text:list>",
        item("flat"),
        item("dry"),
        item("water"),
        item("anew"),
        item("on"),
        item("deep"),
    ));
    assert_eq!(
        extract.text,
        "I. The road\nI.1 North\nBy night\nPlain\n1. خبز\n1.a) flat\n1.b) dry\nmore\naside\n2. water\n1. anew\n3. on\n7. seven\n• deep"
    );
    let kinds: Vec<_> = blocks(&extract).into_iter().map(|(kind, _)| kind).collect();
    assert_eq!(kinds[..3], [BlockKind::Heading(1), BlockKind::Heading(2), BlockKind::Heading(3)]);
    assert!(kinds[3..].iter().all(|kind| *kind == BlockKind::ListItem) && kinds.len() == 13);
    // A heading is not set off once more.
    assert_eq!(extract.structure.styles, []);
}

#[test]
fn looks_depend_on_the_script() {
    let extract = read(
        "<text:p><text:span text:style-name=\"B\">Anna: </text:span><text:span text:style-name=\"B\">أمل</text:span> \
         <text:span text:style-name=\"I\">so</text:span><text:span text:style-name=\"I\">هكذا</text:span><text:span text:style-name=\"X\">secret</text:span></text:p>",
    );
    assert_eq!(extract.text, "Anna: أمل soهكذا");
    let set_off: Vec<_> = extract.structure.styles.iter().map(|styled| part(&extract, styled.span)).collect();
    assert_eq!(set_off, ["Anna: أمل", "so"]);
    assert_eq!(extract.left_out, [(LeftOut::HeaderOrFooter, 1), (LeftOut::Hidden, 1)]);
}

#[test]
fn tables_notes_and_boxes() {
    let extract = read(
        "<table:table><table:table-header-rows><table:table-row><table:table-cell><text:p>Day</text:p></table:table-cell><table:table-cell><text:p>Place</text:p></table:table-cell></table:table-row></table:table-header-rows>\
         <table:table-row><table:covered-table-cell/><table:table-cell><text:p>River</text:p><text:p>Bridge</text:p></table:table-cell></table:table-row></table:table>\
         <text:p>We left<text:note text:note-class=\"endnote\"><text:note-citation>i</text:note-citation><text:note-body><text:p><text:s/>Late.</text:p></text:note-body></text:note>\
         then<text:note text:note-class=\"footnote\"><text:note-citation>1</text:note-citation><text:note-body><text:p>First.</text:p></text:note-body></text:note>.\
         <draw:frame><draw:text-box><text:p>In a box</text:p></draw:text-box></draw:frame><draw:frame><draw:image/></draw:frame>\
         <draw:frame><draw:object xlink:href=\"./Object 1\"/><draw:image/></draw:frame></text:p><draw:custom-shape><text:p>On a shape</text:p></draw:custom-shape>",
    );
    assert_eq!(
        extract.text,
        "Day\tPlace\n\tRiver\nBridge\nWe left[i]then[1].\nIn a box\nOn a shape\n\n[1] First.\n[i] Late."
    );
    assert_eq!(extract.left_out, [(LeftOut::Picture, 1), (LeftOut::Object, 1), (LeftOut::HeaderOrFooter, 1)]);
    let notes = blocks(&extract).into_iter().filter(|(kind, _)| *kind == BlockKind::Note).count();
    assert_eq!(notes, 2);
}

#[test]
fn tracked_changes_are_taken_or_not() {
    let region =
        |id: &str, change: &str| format!("<text:changed-region text:id=\"{id}\">{change}</text:changed-region>");
    let body = format!(
        "<text:tracked-changes>{}{}{}</text:tracked-changes>\
         <text:p>It was <text:change text:change-id=\"d\"/><text:change-start text:change-id=\"a\"/>dark<text:change-end text:change-id=\"a\"/>.</text:p>\
         <text:p>They <text:change-start text:change-id=\"b\"/>said.</text:p><text:p>And <text:change-end text:change-id=\"b\"/>left.</text:p>",
        region("a", "<text:insertion/>"),
        region("b", "<text:insertion/>"),
        region(
            "d",
            "<text:deletion><office:change-info><dc:creator>M</dc:creator></office:change-info><text:p>cold</text:p><text:p>and wet</text:p></text:deletion>"
        ),
    );
    let bytes = document(&body, &[]);
    let accepted = read_as(&bytes, TrackedChanges::Accepted).unwrap();
    assert_eq!(accepted.text, "It was dark.\nThey said.\nAnd left.");
    assert_eq!(accepted.left_out, [(LeftOut::HeaderOrFooter, 1), (LeftOut::TrackedChange, 1)]);
    let rejected = read_as(&bytes, TrackedChanges::Rejected).unwrap();
    assert_eq!(rejected.text, "It was cold\nand wet.\nThey left.");
    assert_eq!(rejected.left_out, [(LeftOut::HeaderOrFooter, 1), (LeftOut::TrackedChange, 2)]);
    assert_eq!(accepted.aspects, [Aspect::TrackedChanges]);
}

#[test]
fn comments_stand_on_their_words() {
    let extract = read(
        "<text:list text:style-name=\"L1\"><text:list-item><text:p><office:annotation office:name=\"c\"><dc:creator>Mona</dc:creator><text:p>Check <text:span>this</text:span>.</text:p><text:p>Soon.</text:p></office:annotation>We went</text:p></text:list-item></text:list>\
         <text:p>north <office:annotation-end office:name=\"c\"/>by night.<office:annotation><text:p>On a place.</text:p></office:annotation></text:p>",
    );
    assert_eq!(extract.text, "1. We went\nnorth by night.");
    let remarks: Vec<_> =
        extract.remarks.iter().map(|r| (part(&extract, r.span), r.words.as_str(), r.author.as_deref())).collect();
    assert_eq!(
        remarks,
        [
            ("We went\nnorth".to_owned(), "Check this.\nSoon.", Some("Mona")),
            ("north by night.".to_owned(), "On a place.", None)
        ]
    );
}

#[test]
fn what_cannot_be_read_is_refused() {
    let refusal = |bytes: &[u8]| read_as(bytes, TrackedChanges::Accepted).unwrap_err();
    let manifest = "<manifest:manifest xmlns:manifest='m'><manifest:file-entry manifest:full-path='content.xml'><manifest:encryption-data/></manifest:file-entry></manifest:manifest>";
    assert_eq!(refusal(&document("<text:p>x</text:p>", &[("META-INF/manifest.xml", manifest)])), Refusal::Encrypted);
    assert_eq!(refusal(&document("<text:p/>", &[])), Refusal::Empty);
    let kind = ("mimetype", "application/vnd.oasis.opendocument.text");
    let deep = "<text:p>".repeat(100_000);
    assert_eq!(refusal(&zipped(&[kind, ("content.xml", &deep)])), Refusal::Excessive(Bound::Depth));
    let damaged = Refusal::Damaged(Damage::Part("content.xml".into()));
    assert_eq!(refusal(&zipped(&[kind, ("content.xml", "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>")])), damaged);
    assert_eq!(refusal(&zipped(&[kind, ("content.xml", "<a/>")])), damaged);
}

#[test]
fn damaged_documents_are_survived() {
    let body = "<text:tracked-changes><text:changed-region text:id='d'><text:deletion><text:p>cold</text:p></text:deletion></text:changed-region></text:tracked-changes>\
                <text:h>The road</text:h><text:list text:style-name='L1'><text:list-item><text:p>خبز</text:p></text:list-item></text:list>\
                <table:table><table:table-row><table:table-cell><text:p>x</text:p></table:table-cell></table:table-row></table:table>";
    survives("interview.odt", &document(body, &[]), 300);
}
