//! stub
#![allow(missing_docs)]
use crate::{expr::FactId, facts::Facts, link::Program, outcome::{Outcome, ReviewPoint, Rule}};
#[derive(Clone, Copy, Debug, PartialEq, Eq)] pub enum Lang { Zh, En }
#[derive(Clone, Copy, Debug, PartialEq, Eq)] pub enum Form { Brief, Full }
#[derive(Clone, Copy, Debug, PartialEq, Eq)] pub enum Markup { Text, Markdown }
#[derive(Clone, Copy, Debug, PartialEq, Eq)] pub struct Style { pub lang: Lang, pub form: Form, pub markup: Markup }
pub struct Failed { pub condition: String, pub expected: String, pub actual: String }
pub fn render(_: &Program, _: &Facts, _: &Outcome, _: Style) -> String { String::new() }
pub fn rule_name(_: &Program, r: Rule) -> String { format!("{r:?}") }
pub fn review_message(_: &Program, _: &Facts, _: &ReviewPoint, _: Lang) -> String { String::new() }
pub fn question(_: &Program, _: FactId, _: Lang) -> String { String::new() }
pub fn element_text(_: &Program, _: usize) -> String { String::new() }
pub fn why_not(_: &Program, _: &Facts, _: &Outcome, _: usize) -> Vec<Failed> { Vec::new() }
