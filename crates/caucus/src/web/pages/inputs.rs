//! The fields of forms: each with its label, its hint where the words have one, and an id of its own.

use super::super::page::Page;
use crate::words::form_moment;
use maud::{Markup, html};
use terms::id::RoomCode;
use terms::language::{Language, Words};
use terms::time::Stamp;

/// The values of a closed list: each with its code and the key of its words.
pub(crate) type Options = Vec<(&'static str, &'static str)>;

/// The values of a ladder.
pub(crate) fn ladder<T: Copy>(all: &[T], code: fn(T) -> &'static str, key: fn(T) -> &'static str) -> Options {
    all.iter().map(|v| (code(*v), key(*v))).collect()
}

/// A form of a page; `id` keeps its fields apart from those of other forms.
pub(crate) struct Inputs<'p, 'a> {
    pub(crate) page: &'p Page<'a>,
    pub(crate) id: &'p str,
}

impl<'p, 'a> Inputs<'p, 'a> {
    /// The fields of a form.
    pub(crate) fn of(page: &'p Page<'a>, id: &'p str) -> Self {
        Self { page, id }
    }

    fn at(&self, name: &str) -> String {
        [self.id, "-", name].concat()
    }

    fn label(&self, name: &str) -> String {
        self.page.t(&["field-", name].concat())
    }

    fn hint(&self, name: &str) -> Option<String> {
        let key = ["field-", name, "-hint"].concat();
        self.page.s.has(&key).then(|| self.page.t(&key))
    }

    fn wrapped(&self, name: &str, label: &str, input: &Markup) -> Markup {
        html! {
            div.field {
                label for=(self.at(name)) { (label) }
                @if let Some(hint) = self.hint(name) { p.hint id=(self.at(&[name, "-h"].concat())) { (hint) } }
                (input)
            }
        }
    }

    fn described(&self, name: &str) -> Option<String> {
        self.hint(name).map(|_| self.at(&[name, "-h"].concat()))
    }

    /// One line of text.
    pub(crate) fn line(&self, name: &str, value: &str) -> Markup {
        let input = html! { input id=(self.at(name)) name=(name) value=(value) dir="auto" aria-describedby=[self.described(name)]; };
        self.wrapped(name, &self.label(name), &input)
    }

    /// One line that must be given.
    pub(crate) fn required(&self, name: &str, value: &str) -> Markup {
        let input =
            html! { input id=(self.at(name)) name=(name) value=(value) dir="auto" required aria-describedby=[self.described(name)]; };
        self.wrapped(name, &self.label(name), &input)
    }

    /// A whole number.
    pub(crate) fn number(&self, name: &str, value: &str) -> Markup {
        let input =
            html! { input id=(self.at(name)) name=(name) value=(value) inputmode="numeric" aria-describedby=[self.described(name)]; };
        self.wrapped(name, &self.label(name), &input)
    }

    /// Several lines of text.
    pub(crate) fn area(&self, name: &str, value: &str, rows: u32) -> Markup {
        let input =
            html! { textarea id=(self.at(name)) name=(name) rows=(rows) dir="auto" aria-describedby=[self.described(name)] { (value) } };
        self.wrapped(name, &self.label(name), &input)
    }

    /// The words themselves, which must be given.
    pub(crate) fn words(&self, name: &str, label: &str, value: &str, rows: u32, first: bool) -> Markup {
        let input = html! { textarea id=(self.at(name)) name=(name) rows=(rows) dir="auto" required autofocus[first] { (value) } };
        self.wrapped(name, &self.page.t(label), &input)
    }

    /// A moment in the talks' zone.
    pub(crate) fn moment(&self, name: &str, value: Option<Stamp>) -> Markup {
        let text = value.map_or_else(String::new, |v| form_moment(v, &self.page.frame.zone));
        let input =
            html! { input id=(self.at(name)) name=(name) type="datetime-local" value=(text) aria-describedby=[self.described(name)]; };
        let label = self.page.ta(
            "field-in-zone",
            &[("field", crate::words::Value::Text(&self.label(name))), ("zone", crate::words::Value::Text(&self.page.frame.zone_name))],
        );
        self.wrapped(name, &label, &input)
    }

    /// One of a list, with an empty choice first where `blank` names it.
    pub(crate) fn select(&self, name: &str, options: &Options, selected: Option<&str>, blank: Option<&str>) -> Markup {
        let all: Vec<(String, String)> = options.iter().map(|(code, key)| ((*code).to_owned(), self.page.t(key))).collect();
        self.select_text(name, &all, selected, blank)
    }

    /// One of a list whose words are names.
    pub(crate) fn select_text(&self, name: &str, options: &[(String, String)], selected: Option<&str>, blank: Option<&str>) -> Markup {
        // No hint: those say how to type what is here chosen.
        html! {
            div.field {
                label for=(self.at(name)) { (self.label(name)) }
                select id=(self.at(name)) name=(name) {
                    @if let Some(blank) = blank { option value="" { (self.page.t(blank)) } }
                    @for (code, text) in options { option value=(code) selected[selected == Some(code.as_str())] { (text) } }
                }
            }
        }
    }

    /// The language of what is written.
    pub(crate) fn language(&self, name: &str, selected: Language) -> Markup {
        let options = Language::ALL.iter().map(|l| (l.tag(), talks::conveyance::language_key(*l))).collect();
        self.select(name, &options, Some(selected.tag()), None)
    }

    /// One question with its answers laid open; none is ticked unless `selected` says so.
    pub(crate) fn radios(&self, name: &str, legend: &str, options: &Options, selected: Option<&str>) -> Markup {
        html! {
            fieldset {
                legend { (self.page.t(legend)) }
                @for (code, key) in options {
                    label.opt {
                        input type="radio" name=(name) value=(code) required checked[selected == Some(*code)];
                        span {
                            (self.page.t(key))
                            @let hint = [key, "-hint"].concat();
                            @if self.page.s.has(&hint) { small { (self.page.t(&hint)) } }
                        }
                    }
                }
            }
        }
    }

    /// One thing that may be ticked.
    pub(crate) fn tick(&self, name: &str, key: &str, ticked: bool) -> Markup {
        self.tick_text(name, &self.page.t(key), ticked)
    }

    /// One thing that may be ticked, by its name.
    pub(crate) fn tick_text(&self, name: &str, text: &str, ticked: bool) -> Markup {
        html! { label.opt { input type="checkbox" name=(name) value="1" checked[ticked]; span { (text) } } }
    }

    /// A hidden value.
    pub(crate) fn hidden(&self, name: &str, value: &str) -> Markup {
        html! { input type="hidden" name=(name) value=(value); }
    }

    /// The form for a use in a room; `back` is where the person is taken afterwards.
    pub(crate) fn form(&self, room: &RoomCode, used: &str, back: Option<&str>, body: &Markup) -> Markup {
        html! {
            form.form method="post" action=(self.page.in_room(room, used)) {
                (self.page.form_key(self.id, back))
                (body)
            }
        }
    }

    /// A form that is nothing but a button.
    pub(crate) fn button(
        &self,
        room: &RoomCode,
        used: &str,
        key: &str,
        class: &str,
        hidden: &[(&str, &str)],
        back: Option<&str>,
    ) -> Markup {
        html! {
            form.act method="post" action=(self.page.in_room(room, used)) {
                (self.page.form_key(self.id, back))
                @for (name, value) in hidden { (self.hidden(name, value)) }
                button class=(class) { (self.page.t(key)) }
            }
        }
    }
}

/// Hidden fields of language versions, as the form of a permission sends them back word for word.
pub(crate) fn hidden_wording(wording: &[talks::permission::Version]) -> Markup {
    let hidden = |part: &str, lang: Language, value: &str| {
        html! { @if !value.is_empty() { input type="hidden" name=([part, "-", lang.tag()].concat()) value=(value); } }
    };
    html! {
        @for v in wording {
            @let lang = v.words.lang;
            (hidden("text", lang, &v.words.text))
            (hidden("state", lang, v.state.code()))
            (hidden("by", lang, v.by.as_deref().unwrap_or("")))
            (hidden("checked", lang, v.checked_by.as_deref().unwrap_or("")))
            @if let Some(back) = &v.back {
                (hidden("back", lang, &back.text))
                input type="hidden" name=(["back-", lang.tag(), "-lang"].concat()) value=(back.lang.tag());
            }
        }
    }
}

/// The words of a text that may be shortened for a link.
pub(crate) fn short(words: &Words, most: usize) -> String {
    let mut text: String = words.text.chars().take(most).collect();
    if words.text.chars().count() > most {
        text.push('…');
    }
    text
}
