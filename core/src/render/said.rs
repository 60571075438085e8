//! What a condition says, in words: its subject, what is asked of it, what the case has.

use crate::gather::Gather as _;
use crate::vocabulary::Lang;

/// A test in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct SaidCondition {
    /// What it is about: `持续天数`.
    pub(super) subject: String,
    /// What it asks of it: `超过 30 日`.
    pub(super) asks: String,
    /// What the case has, where that is one value: `20 日`.
    pub(super) has: Option<String>,
    /// Whether the value alone says that the test holds (`危害后果为轻微`).
    pub(super) plain: bool,
    /// The name of a yes-no thing that is asked to be so.
    pub(super) yes: Option<String>,
}

impl SaidCondition {
    /// What is asked: `持续天数超过 30 日`.
    pub(super) fn asked(&self, lang: Lang) -> String {
        match lang {
            _ if self.subject.is_empty() => self.asks.clone(),
            Lang::Zh => format!("{}{}{}", self.subject, self.after(), self.asks),
            Lang::En => format!("{}: {}", self.subject, self.asks),
        }
    }

    /// What was found: `持续天数 20 日（不超过 30 日）`.
    pub(super) fn found(&self, lang: Lang) -> String {
        // That it cannot be ascertained is asked for, and is so: said once.
        match (self.has.as_ref().filter(|has| **has != self.asks), lang) {
            (None, _) => self.asked(lang),
            (Some(has), Lang::Zh) if self.plain => format!("{}{}为{}{has}", self.subject, self.after(), gap(has)),
            (Some(has), Lang::En) if self.plain => format!("{}: {has}", self.subject),
            (Some(has), Lang::Zh) => format!("{}{}{has}（{}）", self.subject, self.between(has), self.asks),
            (Some(has), Lang::En) => format!("{}: {has} ({})", self.subject, self.asks),
        }
    }

    /// A space between a name that ends in a Latin letter or digit and the Chinese that follows.
    fn after(&self) -> &'static str {
        if self.subject.ends_with(|c: char| c.is_ascii_alphanumeric()) { " " } else { "" }
    }

    fn between(&self, has: &str) -> &'static str {
        if gap(has).is_empty() { "：" } else { " " }
    }

    /// One of several ways, none of which the case has, each with all that it lacks: `违法次数不低于 3、受罚后再犯`;
    /// `违法次数 1，其余均无`.
    pub(super) fn one_of(mut ways: Vec<Vec<Self>>, lang: Lang) -> Option<Self> {
        if ways.len() < 2 && ways.iter().all(|way| way.len() < 2) {
            return ways.pop()?.pop();
        }
        let of_one = |s: &Self| s.yes.clone().unwrap_or_else(|| s.asked(lang));
        let of_way = |way: &Vec<Self>| {
            let asks: Vec<String> = Self::together(way.clone(), lang).iter().map(of_one).gather();
            asks.join(lang.pick("且", " and "))
        };
        let asks: Vec<String> = ways.iter().map(of_way).gather();
        let mut all: Vec<&Self> = Vec::new();
        for said in ways.iter().flatten() {
            if !all.contains(&said) {
                all.push(said);
            }
        }
        let mut has: Vec<String> = Vec::new();
        for value in all.iter().filter(|s| s.yes.is_none()).filter_map(|s| s.value(lang)) {
            if !has.contains(&value) {
                has.push(value);
            }
        }
        let count = all.iter().filter(|s| s.yes.is_some()).count();
        if count > 0 {
            let (others, none) = lang.pick(("其余均无", "均无"), ("none of the others", "none of them"));
            has.push(if has.is_empty() { none } else { others }.to_owned());
        }
        let before = if asks.len() > 1 { lang.pick("有下列之一：", "one of: ") } else { "" };
        Some(Self {
            subject: String::new(),
            asks: format!("{before}{}", asks.join(lang.pick("、", ", "))),
            has: (!has.is_empty()).then(|| has.join(lang.pick("，", ", "))),
            plain: false,
            yes: None,
        })
    }

    /// What the case has, with its name: `持续天数 20 日`.
    fn value(&self, lang: Lang) -> Option<String> {
        let has = self.has.as_ref()?;
        Some(match lang {
            _ if self.subject.is_empty() => has.clone(),
            Lang::Zh if self.plain => format!("{}{}为{}{has}", self.subject, self.after(), gap(has)),
            Lang::Zh => format!("{}{}{has}", self.subject, self.between(has)),
            Lang::En => format!("{}: {has}", self.subject),
        })
    }

    /// Tests of the same thing as one: `超过 30 日且不超过 90 日`.
    pub(super) fn together(all: Vec<Self>, lang: Lang) -> Vec<Self> {
        let mut joined: Vec<Self> = Vec::new();
        for said in all {
            if joined.contains(&said) {
                continue;
            }
            match joined.iter_mut().find(|s| s.subject == said.subject && s.has == said.has && !s.plain && !said.plain)
            {
                Some(known) if known.asks == said.asks => {}
                Some(known) => {
                    known.asks.push_str(lang.pick("且", " and "));
                    known.asks.push_str(&said.asks);
                }
                None => joined.push(said),
            }
        }
        joined
    }
}

/// A space before a number that follows a Chinese character.
pub(super) fn gap(text: &str) -> &'static str {
    if text.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '-') { " " } else { "" }
}
