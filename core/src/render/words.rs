//! The words themselves, side by side in each language.

use crate::value::{Base, Dimension};
pub(super) use crate::vocabulary::Lang;
use crate::vocabulary::{Form, Markup};

/// Language, form and markup together; Chinese, brief and text unless said otherwise.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Style {
    /// The language.
    pub lang: Lang,
    /// How much is told.
    pub form: Form,
    /// How it is laid out.
    pub markup: Markup,
}

/// One of two texts, of which only the one that is wanted is made: `pick!(lang, format!("…"), format!("…"))`.
macro_rules! pick {
    ($lang:expr, $zh:expr, $en:expr $(,)?) => {
        match $lang {
            $crate::vocabulary::Lang::Zh => $zh,
            $crate::vocabulary::Lang::En => $en,
        }
    };
}

/// What is so for some completions only says that first.
pub(super) fn depending(text: String, certain: bool, lang: Lang) -> String {
    match certain {
        true => text,
        false => pick!(lang, format!("视查明情况：{text}"), format!("depending on the facts: {text}")),
    }
}

/// A unit of a quantity; empty for a plain number.
pub(super) fn unit(dimension: &Dimension) -> String {
    if dimension.is_none() { String::new() } else { dimension.to_string() }
}

/// The English of a unit, singular and plural; a unit without one stays as it is.
pub(super) fn unit_en(name: &str) -> Option<(&'static str, &'static str)> {
    Some(match name {
        "日" | "天" => ("day", "days"),
        "个月" | "月" => ("month", "months"),
        "个工作日" | "工作日" => ("working day", "working days"),
        "年" => ("year", "years"),
        "小时" => ("hour", "hours"),
        "分" => ("point", "points"),
        "次" | "倍" => ("time", "times"),
        "人" | "名" => ("person", "persons"),
        "个" | "处" | "项" | "件" | "份" | "家" | "户" | "起" => ("item", "items"),
        "千克" | "公斤" => ("kg", "kg"),
        "吨" => ("t", "t"),
        "米" => ("m", "m"),
        "平方米" => ("m²", "m²"),
        "立方米" => ("m³", "m³"),
        _ => return None,
    })
}

pub(super) fn is_money(dimension: &Dimension) -> bool {
    *dimension == Dimension::of(Base::Money)
}
