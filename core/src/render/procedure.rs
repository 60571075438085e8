//! The procedure of a decision in words: each step with its ground, its time limit, its sum; and what to look at.

use super::cite;
use super::layout;
use super::line::Line;
use super::number::{Counted, num, quantity};
use super::period;
use super::question::ask;
use super::words::{Style, depending};
use crate::decide::{
    DutyOutcome, PartyProcedure, ProcedureGround, ProcedureOutcome, ProcedurePoint, Procedures, StandardOutcome,
    SumOutcome,
};
use crate::expr::Num;
use crate::gather::Gather as _;
use crate::link::ProcedureProgram;
use crate::value::Truth;
use crate::vocabulary::{Form, Lang, Prevails, ProcedureCode, Section, Target};

/// The procedure of a case as a person reads it.
pub fn render_procedures(found: &Procedures, style: Style) -> String {
    let mut lines = steps(found, style.lang, style.form, &|_| true);
    for (fact, number) in found.needed().into_iter().zip(1usize..) {
        let mut line = Line::new(Section::Ask, &*fact.name, ask(fact, style.lang));
        line.number = Some(number);
        lines.push(line);
    }
    lines.extend(reviews(found, style.lang, &|_| true));
    layout::lay_out(&lines, style.lang, style.markup)
}

/// Which steps are told.
pub(super) type WhichShown<'a> = &'a dyn Fn(&DutyOutcome) -> bool;

/// What a person reads before the decision: what comes after it only where it is sure.
pub(super) fn before_decision(step: &DutyOutcome) -> bool {
    step.certain || !step.duty.step().follows_decision
}

/// The steps of each party, led by its name where there are several.
pub(super) fn steps(found: &Procedures, lang: Lang, form: Form, shown: WhichShown<'_>) -> Vec<Line> {
    of_parties(found, |party| {
        let told = ToldDuties { programs: &found.programs, outcome: &party.outcome, lang };
        party.outcome.duties.iter().filter(|step| shown(step)).flat_map(|duty| told.duty(duty, form)).gather()
    })
}

/// Where a person must look at the steps that are told.
pub(super) fn reviews(found: &Procedures, lang: Lang, shown: WhichShown<'_>) -> Vec<Line> {
    of_parties(found, |party| {
        let told = |point: &&ProcedurePoint| {
            let steps = &party.outcome.duties;
            point.duty.is_none_or(|duty| steps.iter().any(|step| step.duty == duty && shown(step)))
        };
        let one = |point: &ProcedurePoint| {
            let heading = point.duty.map_or("", |duty| duty.name(lang));
            Line::new(Section::Review, heading, procedure_message(&found.programs, point, lang))
        };
        // Several targets, or several rows of one document, may have the same said of them.
        let mut lines: Vec<Line> = Vec::new();
        for line in party.outcome.points.iter().filter(told).map(one) {
            if !lines.iter().any(|known| known.reads_as(&line)) {
                lines.push(line);
            }
        }
        lines
    })
}

/// The grounds to name: those that surely hold; else all, of which together one may be sure to hold.
fn grounds(step: &DutyOutcome) -> Vec<&ProcedureGround> {
    let sure: Vec<&ProcedureGround> = step.grounds.iter().filter(|ground| ground.certain).gather();
    if sure.is_empty() { step.grounds.iter().gather() } else { sure }
}

/// Whether a step is sure and no ground of it is: some ground holds in each case, and none in all of them.
pub(super) fn depends(step: &DutyOutcome) -> bool {
    step.certain && !step.grounds.iter().any(|ground| ground.certain)
}

/// A step with the provision it rests on: `听证（处罚法 第六十三条第一款第一项）`.
pub(super) fn cited(found: &Procedures, party: &PartyProcedure, step: &DutyOutcome) -> String {
    let told = ToldDuties { programs: &found.programs, outcome: &party.outcome, lang: Lang::Zh };
    let mut bases: Vec<String> = grounds(step).into_iter().filter_map(|ground| told.basis(ground)).gather();
    bases.dedup();
    // Of alternatives, none may be read as the provision that holds.
    format!("{}（{}）", told.name(step), bases.join(if depends(step) { "或者" } else { "、" }))
}

fn of_parties(found: &Procedures, lines: impl Fn(&PartyProcedure) -> Vec<Line>) -> Vec<Line> {
    let several = found.parties.len() > 1;
    let of = |party: &PartyProcedure| {
        let mut lines = lines(party);
        if let Some(name) = party.party.as_ref().filter(|_| several) {
            for line in &mut lines {
                line.heading = format!("{name} {}", line.heading).trim_end().to_owned();
            }
        }
        lines
    };
    found.parties.iter().flat_map(of).gather()
}

/// What a review point about the procedure says, in one sentence.
pub fn procedure_message(programs: &[ProcedureProgram], point: &ProcedurePoint, lang: Lang) -> String {
    let named: Vec<String> = point
        .programs
        .iter()
        .filter_map(|p| programs.get(*p))
        .map(|p| pick!(lang, format!("《{}》", p.title()), format!("“{}”", p.title())))
        .gather();
    let titles = named.join(lang.pick("、", ", "));
    let about = point.about.as_deref().unwrap_or("");
    let text = match point.code {
        ProcedureCode::Renvoi => pick!(
            lang,
            format!("“{about}”：{titles}互相让位，何者优先无据可查；按较低的标准处理"),
            format!("“{about}”: {titles} yield to each other; the lower figure counts"),
        ),
        ProcedureCode::MayFollow => pick!(
            lang,
            format!("“{about}”：{titles}的标准均可适用（可以从其规定），须由本机关明确适用何者"),
            format!("“{about}”: the figures of {titles} may both apply; the authority must say which it follows"),
        ),
        ProcedureCode::StandardConflict => pick!(
            lang,
            format!("“{about}”：{titles}的标准不同，均未规定让位，须由有权机关明确"),
            format!("“{about}”: {titles} have figures of their own and neither yields; who prevails must be settled"),
        ),
        ProcedureCode::NoFigure => pick!(
            lang,
            format!("“{about}”：没有可用的数额标准，须由本机关说明"),
            format!("“{about}”: no document has a figure; the authority must say it"),
        ),
        ProcedureCode::UnknownBody => pick!(
            lang,
            format!("没有收录执法系统“{about}”的程序规定，请核对名称"),
            format!("no procedure is known for the enforcement body “{about}”: check the name"),
        ),
        ProcedureCode::RestDay => pick!(
            lang,
            format!("{titles}：期限的最后一日是休息日，没有规定是否顺延，须认定并说明理由"),
            format!("{titles}: the last day of the period is a day of rest, and nothing says whether it moves"),
        ),
        ProcedureCode::DeadlineMissed => pick!(
            lang,
            format!("{titles}：{about}在期限届满之后；有无别的延长或者不计入的时间，须核对并说明"),
            format!("{titles}: {about} is after the last day; whether more time was granted must be looked at"),
        ),
        ProcedureCode::Marked => {
            let mark = point.mark.as_deref().unwrap_or("");
            pick!(lang, format!("{titles}：{mark}"), format!("{titles}: {mark}"))
        }
    };
    // What is marked is marked, whether or not the row is used.
    depending(text, point.certain || point.code == ProcedureCode::Marked, lang)
}

/// The most grounds of a step that is not certain, and figures of a standard, that are named in a line.
const BRIEF: usize = 3;

struct ToldDuties<'a> {
    programs: &'a [ProcedureProgram],
    outcome: &'a ProcedureOutcome,
    lang: Lang,
}

impl ToldDuties<'_> {
    fn pick<T>(&self, zh: T, en: T) -> T {
        self.lang.pick(zh, en)
    }

    /// The step and for whom: `听证（责任人员）`.
    fn name(&self, step: &DutyOutcome) -> String {
        let name = step.duty.name(self.lang);
        // Beside a step of the whole case, that of the party says whose it is.
        let of_case = |other: &DutyOutcome| other.duty == step.duty && other.target.is_none();
        let plain = !self.outcome.duties.iter().any(of_case);
        match step.target {
            None => name.to_owned(),
            Some(Target::Unit) if plain => name.to_owned(),
            Some(target) => {
                let target = target.name(self.lang);
                pick!(self.lang, format!("{name}（{target}）"), format!("{name} ({target})"))
            }
        }
    }

    fn duty(&self, step: &DutyOutcome, form: Form) -> Vec<Line> {
        let name = self.name(step);
        let force = match (step.certain, step.must) {
            (true, true) => self.pick("应当", "must"),
            (true, false) => self.pick("可以", "may"),
            (false, true) => self.pick("尚不能确定是否应当", "not certain whether it must"),
            (false, false) => self.pick("尚不能确定是否可以", "not certain whether it may"),
        };
        if depends(step) {
            return self.alternatives(step, name, force, form);
        }
        let mut grounds = if form == Form::Full { step.grounds.iter().gather() } else { grounds(step) };
        grounds.sort_by_key(|ground| !ground.certain);
        // Two rows of one provision that say the same are one ground to a reader.
        let mut told: Vec<(bool, Vec<String>, Option<String>)> = Vec::new();
        for ground in grounds {
            let (said, basis) = (self.ground(ground), self.in_form(ground, form));
            if !told.iter().any(|(_, known, at)| *known == said && *at == basis) {
                told.push((ground.certain, said, basis));
            }
        }
        let (count, mut lines) = (told.len(), Vec::new());
        let most = if form == Form::Brief && !step.certain { BRIEF.min(count) } else { count };
        for ((certain, said, basis), number) in told.into_iter().take(most).zip(0usize..) {
            let heading = if number == 0 { name.clone() } else { String::new() };
            let force = match (number, step.certain, certain) {
                (0, ..) => force,
                (_, true, true) => self.pick("亦因", "also"),
                (_, true, false) => self.pick("可能亦因", "perhaps also"),
                (_, false, _) => self.pick("或者", "or"),
            };
            let mut text = self.led(force, said);
            if number.saturating_add(1) == most && count > most {
                text.push_str(&pick!(
                    self.lang,
                    format!("（共 {count} 项依据）"),
                    format!(" ({count} grounds in all)")
                ));
            }
            lines.push(Line::new(Section::Procedure, heading, text).basis(basis));
        }
        lines
    }

    /// A step that is due on one of several grounds, no matter which: that it is due, then each ground as one of them.
    /// In brief, grounds that say the same are one line.
    fn alternatives(&self, step: &DutyOutcome, name: String, force: &str, form: Form) -> Vec<Line> {
        let timed = step.grounds.iter().any(|ground| ground.limit.is_some());
        let (zh, en) = if timed { ("、期限多长", ", and for how long,") } else { ("", "") };
        let head = pick!(
            self.lang,
            format!("{force}；适用下列哪一项{zh}，视未查明的事实而定"),
            format!("{force}; which of these applies{en} depends on facts not known yet"),
        );
        let mut told: Vec<(Vec<String>, Vec<String>)> = Vec::new();
        for ground in &step.grounds {
            let said = self.ground(ground);
            match told.iter_mut().find(|(one, _)| form == Form::Brief && *one == said) {
                Some((_, bases)) => {
                    let more = self.in_form(ground, form).filter(|b| !bases.contains(b));
                    bases.extend(more);
                }
                None => told.push((said, self.in_form(ground, form).into_iter().gather())),
            }
        }
        let mut lines = vec![Line::new(Section::Procedure, name, head)];
        for ((said, bases), number) in told.into_iter().zip(0usize..) {
            let text = self.led(self.pick("或者", if number == 0 { "either" } else { "or" }), said);
            let bases = (!bases.is_empty()).then(|| bases.join(self.pick("、", ", ")));
            lines.push(Line::new(Section::Procedure, "", text).basis(bases));
        }
        lines
    }

    /// What a ground says, after a word on how it stands to the others.
    fn led(&self, word: &str, said: Vec<String>) -> String {
        [word.to_owned()].into_iter().chain(said).gather::<Vec<_>>().join(self.pick("；", "; "))
    }

    fn basis(&self, ground: &ProcedureGround) -> Option<String> {
        let run = self.outcome.runs.get(ground.run)?;
        let row = self.programs.get(run.program)?.procedure.duties.get(ground.row)?;
        Some(row.basis.to_string())
    }

    fn in_form(&self, ground: &ProcedureGround, form: Form) -> Option<String> {
        self.basis(ground).map(|b| if form == Form::Full { b } else { cite::short(&b) })
    }

    fn ground(&self, ground: &ProcedureGround) -> Vec<String> {
        let mut said = Vec::new();
        said.extend(ground.standard.as_ref().map(|s| self.standard(s)));
        said.extend(ground.limit.as_ref().map(|l| period::told(l, self.lang)));
        said.extend(ground.sum.as_ref().map(|s| self.sum(s)));
        said
    }

    /// `较大数额罚款：达到（市场监管听证办法 5）`
    fn standard(&self, standard: &StandardOutcome) -> String {
        let met = match standard.met {
            Truth::True => self.pick("达到", "met"),
            Truth::False => self.pick("未达到", "not met"),
            Truth::Unknown => self.pick("尚不知是否达到", "not known whether met"),
        };
        let mut voices = Vec::new();
        for voice in standard.voices.iter().filter(|v| v.counts != Truth::False) {
            let program = self.outcome.runs.get(voice.run).and_then(|r| self.programs.get(r.program));
            let row = program.and_then(|p| p.procedure.standards.get(*voice.rows.first()?));
            voices.extend(row.map(|r| cite::short(&r.basis)));
        }
        let by = match (standard.how, voices.is_empty()) {
            (Some(Prevails::Nobody), _) | (_, true) => String::new(),
            _ => {
                let count = voices.len();
                voices.truncate(BRIEF);
                let named = voices.join(self.pick("、", ", "));
                match count > BRIEF {
                    true => {
                        pick!(
                            self.lang,
                            format!("（{named}等 {count} 件）"),
                            format!(" ({named} and others, {count} in all)")
                        )
                    }
                    false => pick!(self.lang, format!("（{named}）"), format!(" ({named})")),
                }
            }
        };
        pick!(self.lang, format!("{}：{met}{by}", standard.name), format!("{}: {met}{by}", standard.name))
    }

    /// `870 元 × 40 = 34,800 元，以 29,000 元为限`
    fn sum(&self, sum: &SumOutcome) -> String {
        let money = Counted::named("元");
        let shown = |n| num(n, &money, self.lang);
        let whole = sum.before.unwrap_or(sum.sum);
        let known = sum.count.is_none_or(|count| count.point().is_some());
        let mut text = match sum.count.map(|count| count.point()) {
            Some(Some(n)) => {
                format!("{} × {} = {}", shown(sum.one), quantity(n, &Counted::plain(), self.lang), shown(whole))
            }
            Some(None) => format!("{} × {}", shown(sum.one), self.pick("尚不知", "not known yet")),
            None => shown(whole),
        };
        if sum.before.is_some() {
            // While the count is open, the cap is the most that it can come to.
            let most = sum.sum.greatest().value().map(Num::Point).filter(|_| !known);
            let capped = shown(most.unwrap_or(sum.sum));
            text.push_str(&pick!(self.lang, format!("，以 {capped}为限"), format!(", capped at {capped}")));
        }
        text
    }
}
