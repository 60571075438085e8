//! Circumstances and what each effect would make of the penalty, in words.

use super::line::Line;
use super::teller::Teller;
use crate::decide::{Circumstances, Judged, Opt};
use crate::gather::Gather as _;
use crate::vocabulary::{Direction, Need, Section};

impl Teller<'_> {
    /// One line for each effect: what it comes to, and the circumstances that call for it.
    pub(super) fn options(&self, general: &Circumstances, full: bool) -> Vec<Line> {
        if full {
            return general.options.iter().map(|option| self.option(general, option, full)).gather();
        }
        // In the brief form what only may be is one line: it waits for what is asked.
        let (certain, open): (Vec<&Opt>, Vec<&Opt>) = general.options.iter().partition(|option| option.certain);
        let mut lines: Vec<Line> = certain.into_iter().map(|option| self.option(general, option, full)).gather();
        let mut names: Vec<&str> = Vec::new();
        for name in open.iter().map(|option| self.effect_name(&option.effect, option.direction)) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        if !names.is_empty() {
            let names = names.join(self.pick("、", ", "));
            let heading = self.pick("视查明情况", "Depending on the facts");
            lines.push(Line::new(
                Section::Options,
                heading,
                pick!(self.lang, format!("可能{names}"), format!("possibly {names}")),
            ));
        }
        lines
    }

    /// What comes with a way, led by a semicolon: `；同时须责令监护人管教`. Empty where nothing does.
    pub(super) fn needed(&self, needs: &[Need]) -> String {
        if needs.is_empty() {
            return String::new();
        }
        let names = needs.iter().map(|need| need.name(self.lang)).gather::<Vec<_>>().join(self.pick("、", ", "));
        pick!(self.lang, format!("；同时须{names}"), format!("; with it: {names}"))
    }

    /// What comes with 不予处罚 where a circumstance makes it mandatory.
    pub(super) fn needed_without_penalty(&self, judged: Judged, general: Option<&Circumstances>) -> String {
        let option = judged.ground.and_then(|ground| general?.exempting(ground));
        option.map(|option| self.needed(&option.needs)).unwrap_or_default()
    }

    fn option(&self, general: &Circumstances, option: &Opt, full: bool) -> Line {
        let name = self.effect_name(&option.effect, option.direction);
        let force = option.force.name(self.lang);
        let heading = match option.certain {
            true => pick!(self.lang, format!("{name}（{force}）"), format!("{name} ({force})")),
            false => pick!(self.lang, format!("可能{name}（{force}）"), format!("possibly {name} ({force})")),
        };
        let many = option.targets.len() > 1;
        let told = option.targets.iter().map(|target| {
            let whose = if many { target.target.name(self.lang) } else { "" };
            let colon = if many { self.pick("：", ": ") } else { "" };
            format!("{whose}{colon}{}", self.sanctions(target, false))
        });
        let mut text = told.gather::<Vec<_>>().join(self.pick("；", "; "));
        if text.is_empty() {
            text = Direction::NoPenalty.name(self.lang).to_owned();
        }
        if option.open && option.direction != Direction::NoPenalty {
            text = self.pick("所据文本未规定幅度", "no document says how far").to_owned();
        }
        // What only may hold adds nothing to what is sure; of what only may be it is named in the full form.
        let told = option.because.iter().filter(|c| full && !option.certain || general.surely(**c));
        let because = told.filter_map(|c| self.program.circumstances.get(*c));
        let ids: Vec<String> = because.clone().map(|c| c.id.to_string()).gather();
        let ids = ids.join(self.pick("、", ", "));
        text.push_str(&pick!(self.lang, format!("（{ids}）"), format!(" ({ids})")));
        if !option.or.is_empty() {
            let others = option.or.iter().map(|o| {
                let direction = Direction::parse(o).unwrap_or(option.direction);
                self.effect_name(o, direction)
            });
            let others = others.gather::<Vec<_>>().join(self.pick("、", ", "));
            text.push_str(&pick!(self.lang, format!("；或者{others}，择一"), format!("; or {others}: one of them")));
        }
        text.push_str(&self.needed(&option.needs));
        let basis = because.filter_map(|c| self.basis(Some(&c.basis), full)).gather::<Vec<_>>();
        Line::new(Section::Options, heading, text).basis(Some(basis.join(self.pick("、", ", "))))
    }
}
