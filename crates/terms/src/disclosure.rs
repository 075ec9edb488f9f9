//! What may cross from one side to the other, and how: the four questions of conveying.
//!
//! The order of the variants of [`Form`] and [`Standing`] is the order of their weight, and
//! comparisons rely on it: a permission for a form or a standing covers the lighter ones before it.
//! Among the uses in which words are said at all, the later ones bind the words more closely.
//! [`Source`] has no such order: see [`Source::covers`].

use serde::{Deserialize, Serialize};

/// A closed list of words, each with the key under which the screens name it.
#[macro_export]
macro_rules! ladder {
    ($(#[$doc:meta])* $name:ident, $prefix:literal { $($(#[$vdoc:meta])* $variant:ident = $key:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "kebab-case")]
        pub enum $name { $($(#[$vdoc])* $variant,)+ }

        impl $name {
            /// Every one of them, in order.
            pub const ALL: &'static [$name] = &[$($name::$variant),+];

            /// The word as it stands in addresses and forms.
            #[must_use]
            pub fn code(self) -> &'static str {
                match self { $($name::$variant => $key,)+ }
            }

            /// The key of its words on the screen.
            #[must_use]
            pub fn key(self) -> &'static str {
                match self { $($name::$variant => concat!($prefix, "-", $key),)+ }
            }

            /// The one with this code.
            #[must_use]
            pub fn from_code(code: &str) -> Option<$name> {
                $name::ALL.iter().copied().find(|v| v.code() == code)
            }
        }
    };
}

ladder! {
    /// The first question: what the owner lets the mediators do with the words.
    Use, "use" {
        /// For these mediators' ears only. The default.
        EarsOnly = "ears-only",
        /// May guide them, not be said.
        Guide = "guide",
        /// At their discretion, within stated limits, until a stated time.
        Discretion = "discretion",
        /// In words read back first.
        ReadBack = "read-back",
        /// Word for word.
        WordForWord = "word-for-word",
    }
}

ladder! {
    /// The second question: whose words they are, as the other side hears it.
    Source, "source" {
        /// None: the mediators' own idea.
        OwnIdea = "own-idea",
        /// None, put as a question ("what if").
        WhatIf = "what-if",
        /// "The other side".
        OtherSide = "other-side",
        /// In the side's name.
        Named = "named",
    }
}

ladder! {
    /// The third question: what is left behind.
    Form, "form" {
        /// Said only.
        Said = "said",
        /// Read out, nothing left.
        ReadOut = "read-out",
        /// Shown and taken back.
        Shown = "shown",
        /// A non-paper is left.
        NonPaper = "non-paper",
        /// A formal written message.
        Formal = "formal",
    }
}

ladder! {
    /// The fourth question: how far the words bind. Never above the speaker's mandate.
    Standing, "standing" {
        /// A delegate's personal thinking.
        Personal = "personal",
        /// Exploratory, without prejudice.
        Exploratory = "exploratory",
        /// Ad referendum: subject to the capital.
        AdReferendum = "ad-referendum",
        /// On instructions.
        Instructed = "instructed",
        /// Agreed, subject to the whole.
        Agreed = "agreed",
    }
}

ladder! {
    /// How a permission was given. Shown wherever it is relied on.
    PermissionForm, "permission-form" {
        /// By the person's proof over these bytes.
        Proof = "proof",
        /// By signed paper, scanned.
        Paper = "paper",
        /// Spoken, read back, heard by two.
        SpokenTwo = "spoken-two",
        /// Spoken, heard by one.
        SpokenOne = "spoken-one",
        /// Standing, within limits.
        StandingLimits = "standing-limits",
    }
}

impl Source {
    /// Whether leave for this source lets the words go as coming from `asked`.
    ///
    /// Sources are no ladder. A question attributes nothing, so any leave to say the words covers
    /// it; a side that may be named may be called "the other side". That the mediators claim the
    /// idea as their own says something else than any of these, and needs its own leave.
    #[must_use]
    pub fn covers(self, asked: Source) -> bool {
        asked == self || asked == Source::WhatIf || (self == Source::Named && asked == Source::OtherSide)
    }
}

impl PermissionForm {
    /// Whether it can carry words word for word in a side's name: the first three can.
    #[must_use]
    pub fn carries_a_name(self) -> bool {
        matches!(self, PermissionForm::Proof | PermissionForm::Paper | PermissionForm::SpokenTwo)
    }
}

ladder! {
    /// How one language version stands to the others.
    VersionState, "version" {
        /// The words as first given.
        Original = "original",
        /// A working translation, by whom.
        Working = "working",
        /// Checked by a second person.
        Checked = "checked",
        /// Agreed by the side whose words they are.
        Agreed = "agreed",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ladders_climb_in_the_order_of_the_house() {
        assert!(Standing::Personal < Standing::Exploratory && Standing::Instructed < Standing::Agreed);
        assert!(Form::Said < Form::NonPaper && Form::NonPaper < Form::Formal);
    }

    #[test]
    fn leave_for_the_mediators_own_idea_never_names_a_side() {
        let covered = |given: Source| Source::ALL.iter().copied().filter(|asked| given.covers(*asked)).collect::<Vec<_>>();
        assert_eq!(covered(Source::OwnIdea), [Source::OwnIdea, Source::WhatIf]);
        assert_eq!(covered(Source::WhatIf), [Source::WhatIf]);
        assert_eq!(covered(Source::OtherSide), [Source::WhatIf, Source::OtherSide]);
        assert_eq!(covered(Source::Named), [Source::WhatIf, Source::OtherSide, Source::Named]);
    }

    #[test]
    fn only_proof_paper_and_two_hearers_carry_a_name() {
        let able: Vec<_> = PermissionForm::ALL.iter().filter(|f| f.carries_a_name()).collect();
        assert_eq!(able, [&PermissionForm::Proof, &PermissionForm::Paper, &PermissionForm::SpokenTwo]);
    }

    #[test]
    fn codes_read_back() {
        for u in Use::ALL {
            assert_eq!(Use::from_code(u.code()), Some(*u));
        }
    }
}
