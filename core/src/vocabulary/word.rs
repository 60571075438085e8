//! What a public word is, and the macro that makes the enums of them.

use std::fmt::Debug;

use super::request::Lang;

/// Words of which one stands at a place of an answer, a request or a ruleset.
#[derive(Debug)]
pub struct Family {
    /// The name of the type in Rust, JSON Schema and TypeScript: `SanctionKind`.
    pub id: &'static str,
    /// Its Chinese name: `处罚种类`.
    pub zh: &'static str,
    /// Its English name: `kind of sanction`.
    pub en: &'static str,
    /// Its words, in order.
    pub words: &'static [Word],
}

/// A word with what is said of it.
#[derive(Debug)]
pub struct Word {
    /// As it stands in JSON and YAML.
    pub slug: &'static str,
    /// In Chinese.
    pub zh: Said,
    /// In English.
    pub en: Said,
}

/// What is said of a word in one language.
#[derive(Clone, Copy, Debug)]
pub struct Said {
    /// Its name, in a few words.
    pub name: &'static str,
    /// Its page in Markdown: what it means, what to do, an example where one helps.
    pub page: &'static str,
}

impl Word {
    /// What is said of it in a language.
    pub fn said(&self, lang: Lang) -> Said {
        lang.pick(self.zh, self.en)
    }
}

impl Family {
    /// Its name in a language.
    pub fn name(&self, lang: Lang) -> &'static str {
        lang.pick(self.zh, self.en)
    }
}

/// An enum of public words: made by `vocabulary!` alone.
pub trait Vocabulary: Copy + Eq + Ord + Debug + 'static {
    /// The words with their names and pages.
    const FAMILY: &'static Family;
    /// All of them, in order.
    const ALL: &'static [Self];
    /// As it stands in JSON and YAML.
    fn as_str(self) -> &'static str;
    /// Reads a word, as it stands there.
    fn parse(word: &str) -> Option<Self>;
}

/// Makes an enum of public words: `Variant = "slug" { "中文名": "中文页", "english name": "english page" }`.
///
/// What belongs to a word (the measure of a kind of sanction) stands in brackets behind the slug, and the method that
/// gives it in the head: `SanctionKind("处罚种类", "kind of sanction") bears: Bears { Fine = "fine" [Bears::Money] {…} }`.
macro_rules! vocabulary {
    (
        $(#[$doc:meta])*
        $name:ident($family_zh:literal, $family_en:literal) $(#[$method_doc:meta])* $method:ident: $extra:ty {
            $($variant:ident = $slug:literal [$value:expr] {
                $zh:literal: $zh_page:literal, $en:literal: $en_page:literal $(,)?
            })+
        }
    ) => {
        vocabulary! {
            $(#[$doc])*
            $name($family_zh, $family_en) {
                $($variant = $slug { $zh: $zh_page, $en: $en_page })+
            }
        }

        impl $name {
            $(#[$method_doc])*
            #[must_use]
            pub fn $method(self) -> $extra {
                match self { $(Self::$variant => $value),+ }
            }
        }
    };
    (
        $(#[$doc:meta])*
        $name:ident($family_zh:literal, $family_en:literal) {
            $($variant:ident = $slug:literal {
                $zh:literal: $zh_page:literal, $en:literal: $en_page:literal $(,)?
            })+
        }
    ) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $(#[doc = $en_page] $variant),+ }

        impl $name {
            /// All of them, in order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];
            /// As they stand in JSON and YAML, in the same order.
            pub const WORDS: &'static [&'static str] = &[$($slug),+];
            /// The words with their names and pages.
            pub const FAMILY: &'static $crate::vocabulary::Family = &$crate::vocabulary::Family {
                id: stringify!($name),
                zh: $family_zh,
                en: $family_en,
                words: &[$($crate::vocabulary::Word {
                    slug: $slug,
                    zh: $crate::vocabulary::Said { name: $zh, page: $zh_page },
                    en: $crate::vocabulary::Said { name: $en, page: $en_page },
                }),+],
            };

            /// As it stands in JSON and YAML.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $slug),+ }
            }

            /// Reads a word as it stands there: letter for letter.
            #[must_use]
            pub fn parse(word: &str) -> Option<Self> {
                match word { $($slug => Some(Self::$variant),)+ _ => None }
            }

            /// Its page in Markdown: what it means, what to do, an example where one helps.
            #[must_use]
            pub fn explain(self, lang: $crate::vocabulary::Lang) -> &'static str {
                match lang {
                    $crate::vocabulary::Lang::Zh => match self { $(Self::$variant => $zh_page),+ },
                    $crate::vocabulary::Lang::En => match self { $(Self::$variant => $en_page),+ },
                }
            }

            /// Its name, in a few words.
            #[must_use]
            pub fn name(self, lang: $crate::vocabulary::Lang) -> &'static str {
                match lang {
                    $crate::vocabulary::Lang::Zh => match self { $(Self::$variant => $zh),+ },
                    $crate::vocabulary::Lang::En => match self { $(Self::$variant => $en),+ },
                }
            }
        }

        impl $crate::vocabulary::Vocabulary for $name {
            const FAMILY: &'static $crate::vocabulary::Family = Self::FAMILY;
            const ALL: &'static [Self] = Self::ALL;
            fn as_str(self) -> &'static str {
                self.as_str()
            }
            fn parse(word: &str) -> Option<Self> {
                Self::parse(word)
            }
        }
    };
}
