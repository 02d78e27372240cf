use std::time::{Duration, Instant};

use emic_core::project::BlockKind::{self, Heading, ListItem, Quote, TableRow};
use emic_core::project::Style;
use emic_formats::source::{Extract, LeftOut, Outcome};

use super::extract;
use crate::check::sound;
use crate::hostile::{read_plainly, survives};

fn read(page: &str) -> Extract {
    let extract = extract(page).unwrap();
    sound(&extract);
    extract
}

fn words(page: &str) -> String {
    read(page).text
}

/// The words of each paragraph that is not plain, and what it is.
fn blocks(extract: &Extract) -> Vec<(String, BlockKind)> {
    let chars: Vec<char> = extract.text.chars().collect();
    let words = |start: u32, end: u32| chars[start as usize..end as usize].iter().collect();
    extract.structure.blocks.iter().map(|b| (words(b.span.start.0, b.span.end.0), b.kind)).collect()
}

fn styled(extract: &Extract, style: Style) -> Vec<String> {
    let chars: Vec<char> = extract.text.chars().collect();
    let of = extract.structure.styles.iter().filter(|styled| styled.style == style);
    of.map(|s| chars[s.span.start.0 as usize..s.span.end.0 as usize].iter().collect()).collect()
}

#[test]
fn paragraphs_and_white_space() {
    for (page, expected) in [
        ("<p>They came\n   at <b>night</b> .</p>\n<p>I was\tafraid.", "They came at night .\nI was afraid."),
        ("<div>One<div>two</div>three</div>four", "One\ntwo\nthree\nfour"),
        ("One<br>two<br/>three", "One\ntwo\nthree"),
        ("<p>One<br></p><p>two</p>", "One\ntwo"),
        ("<div>One</div><div><br></div><div>two</div>", "One\n\ntwo"),
        ("<p>One<br><br>two", "One\n\ntwo"),
        ("<p>One</p><br><p>two", "One\n\ntwo"),
        ("<p>One</p><p></p><p>two", "One\ntwo"),
        ("<p>One</p><p>&nbsp;</p><p>two", "One\n\ntwo"),
        ("<p>One<hr>two", "One\n\ntwo"),
        ("x<pre>\n\n  a\n</pre><pre>b</pre>", "x\n\n  a\nb"),
        ("<pre>\n  a\tb\n\n  c\n</pre>d", "  a\tb\n\n  c\nd"),
        ("<p style='white-space:pre-wrap'>a  b\nc</p>", "a  b\nc"),
        ("a <span> b</span> <i> c </i>d", "a b c d"),
        ("جاؤوا&nbsp;في الليل<sup>2</sup> H<sub>2</sub>O", "جاؤوا\u{a0}في الليل2 H2O"),
        ("<q>Why <q>now</q>?</q> &lt;she asked&gt;", "“Why ‘now’?” <she asked>"),
        ("a < b && c </ d>e<3", "a < b && c e<3"),
        ("<html><head><title>x</title></head><body><p>y</body></html> z", "y z"),
        ("One&#13;&#7;&#xfffe;two", "One two"),
        ("", ""),
        ("<p", ""),
    ] {
        assert_eq!(words(page), expected, "{page}");
    }
}

#[test]
fn headings_quotations_and_lists() {
    let page = read(
        "<h1>Interview <br>1</h1><blockquote><p>They came.</p></blockquote><ul><li>One<li>Two<ol type=i start=3><li>a</li>\
         <li value=9><p>b</p><p>c</p></ol><li></ul><ol reversed><li>x<li>y<ul><li>z</ul></ol><h6>End</h7>",
    );
    assert_eq!(page.text, "Interview\n1\nThey came.\n• One\n• Two\niii. a\nix. b\nc\n2. x\n1. y\n• z\nEnd");
    let kinds: Vec<_> = blocks(&page).into_iter().map(|block| block.1).collect();
    assert_eq!(blocks(&page)[0].0, "Interview\n1");
    assert_eq!(kinds[..2], [Heading(1), Quote]);
    assert!(kinds[2..kinds.len() - 1].iter().all(|kind| *kind == ListItem));
    assert_eq!(kinds.last(), Some(&Heading(6)));
}

#[test]
fn tables() {
    let page = read(
        "<p>Before<table><caption>Who</caption><tr><th>Name<th>Words<tbody><tr><td><p>Anna</p></td><td><p>They came.</p>\
         <p>At night.</p></td><td></td></tr><tr><td></td><td>none</td><td>x</table>After\
         <table><tr><td><h2>Page</h2><p>in one cell</td></tr></table>",
    );
    assert_eq!(page.text, "Before\nWho\nName\tWords\nAnna\tThey came.\nAt night.\n\tnone\tx\nAfter\nPage\nin one cell");
    let rows: Vec<_> = blocks(&page);
    assert_eq!(rows.iter().filter(|row| row.1 == TableRow).count(), 4);
    assert_eq!(rows.last().unwrap(), &("Page".into(), Heading(2)));
    let nested = read("<table><tr><td>a<td><table><tr><td>b<td>c</table>d<tr><td>e<td>f</table>");
    assert_eq!(nested.text, "a\nb\tc\nd\ne\tf");
}

#[test]
fn bold_and_italic() {
    let page = read(
        "<b>Anna:</b> one <strong>two</strong><em> three</em> <i>fo<b>ur</i> five</b> <span style='font-weight:700; \
         FONT-STYLE: italic'>six</span><b style=font-weight:normal> seven <cite>eight</cite></b><p><b>nine</p><p>ten",
    );
    assert_eq!(page.text, "Anna: one two three four five six seven eight\nnine\nten");
    assert_eq!(styled(&page, Style::Bold), ["Anna:", "two", "ur five", "six", "nine", "ten"]);
    assert_eq!(styled(&page, Style::Italic), [" three", "four", "six", "eight"]);
}

#[test]
fn what_is_left_out() {
    let page = read(
        "<title> The\n study &amp; more </title><style>p{}</style><script>if(a<b)'<p>no'</script><noscript>no</noscript>\
         <template><p>no</template><p hidden>no<p>yes <span style='display:none'>no <b>no</b></span><div hidden> </div>\
         <img src=x alt=no><svg><title>no</title><text>no</text></svg><math><mi>x</mi></math><video>no</video>\
         <iframe><p>no</iframe><input type=hidden><input><select><option>no</select><button>no</button>\
         <textarea>\nkept  so</textarea><object>no</object><nav>end</nav><!-- no --><? no ><svg><p>all",
    );
    assert_eq!(page.title.as_deref(), Some("The study & more"));
    assert_eq!(page.text, "yes\nkept  so\nend\nall");
    assert_eq!(
        page.left_out,
        [
            (LeftOut::Picture, 3),
            (LeftOut::Object, 2),
            (LeftOut::Media, 1),
            (LeftOut::Formula, 1),
            (LeftOut::Hidden, 2),
            (LeftOut::Script, 1),
            (LeftOut::FormField, 3)
        ]
    );
}

#[test]
fn pages_that_word_writes() {
    let page = read(
        "<html xmlns:o=\"urn:schemas-microsoft-com:office:office\" xmlns=\"http://www.w3.org/TR/REC-html40\"><head>\
         <!--[if gte mso 9]><xml><o:OfficeDocumentSettings></xml><![endif]--><style><!-- p.MsoNormal {} --></style></head>\
         <body lang=EN-GB><div class=WordSection1>\r\n<p class=MsoNormal><b>Anna:<o:p></o:p></b></p>\r\n\
         <p class=MsoNormal><span lang=EN-GB>They came\r\nat night.<o:p></o:p></span></p><p class=MsoNormal><o:p>&nbsp;</o:p></p>\
         <p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]>\
         <span style='mso-list:Ignore'>1.<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;&nbsp; </span></span>\
         <![endif]>First<o:p></o:p></p><p style='mso-list:l1 level1 lfo2'><span style='font-family:Symbol'>\
         <span style='mso-list:Ignore'>·<span>&nbsp; </span></span></span>Second</p>\
         <p>a<span style='mso-tab-count:1'>&nbsp;&nbsp; </span>b</p></div></body></html>",
    );
    assert_eq!(page.text, "Anna:\nThey came at night.\n\n1. First\n• Second\na\tb");
    assert_eq!(blocks(&page), [("1. First".into(), ListItem), ("• Second".into(), ListItem)]);
}

#[test]
fn transcripts_with_anchors() {
    let page = read(
        "<p><a name=\"ts_1010_5320_S00\" >S00: They came.</a></p>\n<p><a name=\"ts_5400_8000_S01\">S01: When?</a></p>",
    );
    assert_eq!(page.text, "S00: They came.\nS01: When?");
    let times: Vec<_> = page.structure.times.iter().map(|time| (time.at.0, time.ms)).collect();
    assert_eq!(times, [(0, 1010), (16, 5400)]);
}

#[test]
fn elements_of_xml_may_end_at_once() {
    let page = "<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title/><script src=\"x\"/></head>\
                <body><p><a id=\"x\"/>One <i/>two<![CDATA[ <3]]></p><div hidden=\"\"/>three</body></html>";
    let page = read(page);
    assert_eq!((page.text.as_str(), page.structure.styles.len()), ("One two <3\nthree", 0));
    assert_eq!(words("<div/>One<p/>two"), "One\ntwo");
}

#[test]
fn pages_made_to_harm_are_read_all_the_same() {
    let n = 100_000;
    for page in [
        "<div>".repeat(n) + "words",
        "<b>".repeat(n) + "words",
        "<table><tr><td>".repeat(n) + "words",
        "<table><tr><td>x<td>".repeat(n) + "words",
        "<ul><li>".repeat(n) + "words",
        "<ol reversed>".repeat(n) + "words",
        "<span>".repeat(n) + &"</b>".repeat(n) + "words",
        "<i>".repeat(n) + &"</p></b>".repeat(n) + "words",
        (0..n).map(|i| format!("<font size={i}>")).collect::<String>() + &"<p>x".repeat(n) + "words",
        format!("<p {}>words", (0..n).map(|i| format!("a{i}=1 ")).collect::<String>()),
        "<!--".repeat(n) + "-->words",
        "< ".repeat(n) + "words",
        "<svg><p>".repeat(n) + "words",
        "&".repeat(n) + "words",
        "<p><span>".repeat(n) + &"</span></p>".repeat(n) + "words",
        "<q>".repeat(n) + "words",
        format!("<div>{}{}words", "<x>".repeat(n * 3), "</x>".repeat(n * 3)),
        "<script>words</script".repeat(n) + "></script>words",
    ] {
        let began = Instant::now();
        let extract = read(&page);
        assert!(extract.text.contains("words"), "{}", &page[..40]);
        // A second of work at most; minutes if it grew with the square. Machines that are busy take longer.
        assert!(began.elapsed() < Duration::from_secs(30), "{} {:?}", &page[..40], began.elapsed());
    }
}

#[test]
fn damaged_pages_are_read_or_refused() {
    let page = include_str!("../../fixtures/interview.html");
    let Ok(Outcome::Texts(texts)) = read_plainly("interview.html", page.as_bytes()) else { panic!("it is read") };
    assert_eq!(blocks(&texts[0]).len(), 8, "{:?}", texts[0]);
    survives("interview.html", page.as_bytes(), 300);
}
