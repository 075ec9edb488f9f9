//! The words of the traces: few of them, so that what different people say shares some.

use super::Maker;

const VERBS: [&str; 8] = ["open", "keep", "count", "hand over", "close", "watch", "list", "return"];
const THINGS: [&str; 8] =
    ["the river road", "the mill line", "the north gate", "list C", "the ferry", "the seven names", "the lamp hours", "the ford"];
const ARABIC: [&str; 4] = ["الطريق إلى النهر", "قائمة الأسماء", "البوابة الشمالية", "ساعات العبور"];
const HEBREW: [&str; 4] = ["הדרך אל הנהר", "רשימת השמות", "השער הצפוני", "שעות המעבר"];

impl Maker<'_> {
    pub(crate) fn text(&mut self, lang: &str) -> String {
        let rng = &mut *self.rng;
        let mut out = match lang {
            "ar" => (*rng.pick(&ARABIC)).to_owned(),
            "he" => (*rng.pick(&HEBREW)).to_owned(),
            _ => format!("{} {}", rng.pick(&VERBS), rng.pick(&THINGS)),
        };
        if rng.once_in(2) {
            out.push_str(" and ");
            out.push_str(*rng.pick(&THINGS));
        }
        out.push_str(" {mark}");
        out
    }

    pub(super) fn lang(&mut self) -> &'static str {
        *self.rng.pick(&["en", "en", "en", "ar", "he"])
    }
}
