//! Destinations: where the words of a group go, and what is made of them when it ends.

use emic_formats::source::LeftOut;

use super::annotations::name;
use super::reader::Reader;
use super::state::To;

impl Reader {
    /// Whether the word says where the words of its group go.
    pub fn destination(&mut self, word: &[u8], star: bool) -> bool {
        if word == b"ud" {
            self.state.to = self.state.unicode_form;
            return true;
        }
        if word == b"formfield" {
            self.pen.leave_out(LeftOut::FormField);
        }
        if self.state.to == To::Nothing {
            return star;
        }
        let to = match word {
            b"fonttbl" => To::Fonts,
            b"stylesheet" => To::Styles,
            b"info" => To::Info,
            b"title" if self.state.to == To::Info => To::Title,
            b"listtext" | b"pntext" if self.state.to == To::Text => To::Number,
            b"pict" => self.count(LeftOut::Picture),
            b"object" => self.count(LeftOut::Object),
            b"mmath" => self.count(LeftOut::Formula),
            b"header" | b"headerl" | b"headerr" | b"headerf" | b"footer" | b"footerl" | b"footerr" | b"footerf" => {
                self.count(LeftOut::HeaderOrFooter)
            }
            b"footnote" if matches!(self.state.to, To::Text | To::Box) => {
                self.note();
                To::Note
            }
            b"shp" | b"do" => To::Shape,
            b"shptxt" | b"dptxbxtext" if self.state.to == To::Shape => {
                self.state.plain(self.first_font);
                self.state.paragraph();
                To::Box
            }
            // What these hold is told of in their other forms, or is not words.
            b"nonshppict" | b"shprslt" | b"dprslt" | b"nonesttables" | b"colortbl" | b"fldinst" | b"xe" | b"tc"
            | b"tcn" | b"rxe" | b"private" | b"footnotesep" | b"ftnsep" | b"ftnsepc" | b"ftncn" | b"aftnsep"
            | b"aftnsepc" | b"aftncn" | b"filetbl" | b"objdata" => To::Nothing,
            b"annotation" => {
                self.annotation.clear();
                self.annotation_id = None;
                self.state.plain(self.first_font);
                To::Annotation
            }
            b"atnauthor" => self.aside(To::AnnotationAuthor),
            b"atnid" => self.aside(To::AnnotationInitials),
            b"atnref" => self.aside(To::AnnotationId),
            b"atrfstart" => self.aside(To::RangeStart),
            b"atrfend" => self.aside(To::RangeEnd),
            b"upr" => {
                self.state.unicode_form = self.state.to;
                To::Nothing
            }
            b"shpinst" | b"shppict" | b"nesttableprops" | b"fldrslt" | b"shpgrp" => return true,
            _ if star => To::Nothing,
            _ => return false,
        };
        if matches!(to, To::Title | To::Number | To::Styles) {
            self.aside.clear();
        }
        self.state.to = to;
        true
    }

    fn count(&mut self, what: LeftOut) -> To {
        self.leave_out(what);
        To::Nothing
    }

    fn leave_out(&mut self, what: LeftOut) {
        if !matches!(self.state.to, To::Nothing) {
            self.pen.leave_out(what);
        }
    }

    fn aside(&mut self, to: To) -> To {
        self.aside.clear();
        to
    }

    /// The group ends.
    pub fn close(&mut self) {
        let ended = self.state;
        let Some(around) = self.groups.pop() else { return };
        self.state = around;
        if ended.to == around.to || around.to == To::Nothing {
            return;
        }
        let number = |aside: &str| aside.trim().parse::<i32>().ok();
        match ended.to {
            To::Title => {
                let title: String = self.aside.chars().filter(|c| crate::pen::belongs(*c)).collect();
                self.title = Some(title.trim().to_owned()).filter(|title| !title.is_empty());
            }
            To::Number => self.number(),
            To::Box => self.boxes.0.push(Default::default()),
            To::AnnotationAuthor => self.author = name(&self.aside),
            To::AnnotationInitials => self.initials = name(&self.aside),
            To::AnnotationId => self.annotation_id = number(&self.aside),
            To::RangeStart => {
                if let Some(id) = number(&self.aside) {
                    self.starts.insert(id, self.pen.length());
                }
            }
            To::RangeEnd => {
                if let Some(id) = number(&self.aside) {
                    self.ends.insert(id, self.pen.length());
                }
            }
            To::Annotation => self.remark(),
            _ => {}
        }
    }
}
