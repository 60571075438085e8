//! A decision held against an outcome, in sentences.

use super::line::Line;
use super::number::{Counted, amount, digits, quantity};
use super::teller::Teller;
use crate::decide::{Finding, Justification, OffenceReview, Reason, Review, Subject};
use crate::gather::Gather as _;
use crate::outcome::Measure;
use crate::value::{Dimension, Rational};
use crate::vocabulary::{FindingCode, Force, Lang, ReviewResult, SanctionKind, Section, Stands, Target};

/// The line on the whole: what the review says of it, and how many parts deviate or are open; `benchmark` = one speaks
/// of the case.
pub(super) fn verdict(result: ReviewResult, benchmark: bool, off: usize, open: usize, lang: Lang) -> Line {
    let count = |number: usize| pick!(lang, format!("，{number} 项"), format!(": {number}"));
    let name = result.name(lang);
    let text = match result {
        ReviewResult::Conforms if benchmark => lang.pick("符合裁量基准", "conforms").to_owned(),
        ReviewResult::Conforms => lang.pick("符合法律规定", "conforms to the law").to_owned(),
        ReviewResult::WithinStatute | ReviewResult::Departs => name.to_owned(),
        ReviewResult::NotShown | ReviewResult::Undetermined => format!("{name}{}", count(open)),
        ReviewResult::Deviates if open == 0 => format!("{name}{}", count(off)),
        ReviewResult::Deviates => {
            let other = ReviewResult::Undetermined.name(lang);
            format!("{name}{}{}{other}{}", count(off), lang.pick("；", "; "), count(open))
        }
    };
    Line::new(Section::Result, lang.pick("拟处理", "Decision"), text)
}

impl Teller<'_> {
    /// The head, the verdict on the whole, a line for each finding, and what each needs.
    pub(super) fn compared(&self, of: &OffenceReview) -> Vec<Line> {
        let review = &of.review;
        let mut lines = vec![self.head()];
        let count = |wanted: fn(FindingCode) -> bool| review.findings.iter().filter(|f| wanted(f.code)).count();
        let (off, open) = (count(FindingCode::is_deviation), count(FindingCode::is_open));
        lines.push(verdict(review.result(), review.benchmark, off, open, self.lang));
        lines.extend(self.findings(review));
        lines.extend(self.not_known(&of.open));
        lines
    }

    /// What is not known and may lead to another result.
    fn not_known(&self, names: &[std::sync::Arc<str>]) -> Option<Line> {
        let told = names.join(self.pick("、", ", "));
        let text = pick!(
            self.lang,
            format!("下列事实没有给出，本结论以其不影响结果为前提：{told}"),
            format!("these facts are not given, and the result stands as far as they do not change it: {told}"),
        );
        (!names.is_empty()).then(|| Line::new(Section::Findings, self.pick("前提", "Provided"), text))
    }

    /// A line for each finding, and what each needs.
    pub(super) fn findings(&self, review: &Review) -> Vec<Line> {
        let mut lines = Vec::new();
        for finding in &review.findings {
            let standing = finding.code.name(self.lang);
            lines.push(Line::new(Section::Findings, standing, self.finding(finding)));
            lines.extend(self.asked(finding));
            lines.extend(self.justified(finding));
        }
        lines
    }

    /// What a finding needs, each with the provision that asks for it.
    fn asked(&self, finding: &Finding) -> Vec<Line> {
        let line = |need: &crate::vocabulary::Need| {
            let ground = finding.grounds.iter().find(|g| g.need == *need);
            let unverified = ground.is_some_and(|g| g.marks.unverified.is_some());
            let unverified = unverified.then(|| self.pick("原文未核实", "the text is not verified").to_owned());
            let mark = unverified.or(ground.and_then(|g| Some(g.marks.reading.as_ref()?.to_string())));
            let mark = mark.map(|m| pick!(self.lang, format!("（{m}）"), format!(" ({m})"))).unwrap_or_default();
            let text = format!("{}{}{mark}", self.pick("须", "needs "), need.name(self.lang));
            Line::new(Section::Findings, "", text).basis(ground.and_then(|g| self.basis(Some(&g.basis), false)))
        };
        finding.needs.iter().map(line).gather()
    }

    /// The circumstances that would justify it: those found, those still open, or all that there are.
    fn justified(&self, finding: &Finding) -> Vec<Line> {
        let mut lines: Vec<Line> = Vec::new();
        for stands in [Stands::Found, Stands::Open, Stands::No] {
            let of: Vec<&Justification> = finding.justified_by.iter().filter(|j| j.stands == stands).gather();
            if of.is_empty() {
                continue;
            }
            let told: Vec<String> = of.iter().map(|j| self.justification(j)).gather();
            let told = told.join(self.pick("、", ", "));
            let (zh, en) = match stands {
                Stands::Found => ("已认定，可作为理由", "found, a ground for it"),
                Stands::Open => ("查明后可能作为理由", "a ground if it is found"),
                Stands::No => ("须具备以下情形之一，本案均未认定", "one of these is needed, none is found"),
            };
            let text = pick!(self.lang, format!("{zh}：{told}"), format!("{en}: {told}"));
            let circumstance = of.first().and_then(|j| self.program.circumstances.get(j.circumstance));
            lines.push(
                Line::new(Section::Findings, "", text)
                    .basis(circumstance.and_then(|c| self.basis(Some(&c.basis), false))),
            );
        }
        lines
    }

    fn justification(&self, one: &Justification) -> String {
        let Some(circumstance) = self.program.circumstances.get(one.circumstance) else { return String::new() };
        let direction = one.direction.name(self.lang);
        let beyond = match one.reaches {
            Some(false) => self.pick("，但不及此数", ", but not so far"),
            _ => "",
        };
        pick!(
            self.lang,
            format!("{}（{direction}{beyond}）", circumstance.id),
            format!("{} ({direction}{beyond})", circumstance.id),
        )
    }

    /// What a finding says.
    pub(super) fn finding(&self, finding: &Finding) -> String {
        let name = self.subject(finding);
        let whose = match finding.target {
            None | Some(Target::Unit) => String::new(),
            Some(target) => {
                let name = target.name(self.lang);
                pick!(self.lang, format!("{name}："), format!("{name}: "))
            }
        };
        format!("{whose}{}", self.sentence(finding, &name))
    }

    fn sentence(&self, finding: &Finding, name: &str) -> String {
        let proposed = self.proposed(finding, name);
        match (finding.code, finding.reason) {
            (FindingCode::Undetermined, Reason::Opposed) => self.pick(
                "从轻、减轻的情节与从重的情节并存：不相抵销，须综合衡量并说明理由".to_owned(),
                "circumstances for a lighter and for a heavier penalty stand together: they are weighed, not netted, \
                 with reasons"
                    .to_owned(),
            ),
            (FindingCode::Undetermined, Reason::LawsApart) => self.pick(
                "可能适用的新旧法不能比较轻重，本处理只合其中之一：须说明适用哪一部的理由".to_owned(),
                "the laws that may govern cannot be compared, and the decision lies in what one of them allows only: \
                 say why that one applies"
                    .to_owned(),
            ),
            (FindingCode::Undetermined, Reason::LeftOpen) if finding.subject == Subject::Whole => self.pick(
                "法律和所据文本没有规定到何程度，整个处理是否体现应有的从轻、减轻或者从重，须认定并说明理由".to_owned(),
                "no text says how far: whether the decision as a whole shows what the law calls for is to be found, \
                 with reasons"
                    .to_owned(),
            ),
            (FindingCode::Undetermined, _) if finding.subject == Subject::Whole => self.pick(
                "是否有须从轻、减轻、不予或者从重处罚的情节，视未查明的事实而定".to_owned(),
                "whether a circumstance makes the penalty lighter, heavier or none depends on facts not known yet"
                    .to_owned(),
            ),
            (FindingCode::Undetermined, reason) => self.open(finding, reason, &proposed),
            (FindingCode::DutyMissed | FindingCode::NotShown, _) if finding.subject == Subject::Whole => {
                self.called_for(finding)
            }
            (FindingCode::NotShown, _) => self.lower(finding, name, &proposed),
            (FindingCode::Referral, _) => {
                let whom = self.authority_of(finding);
                pick!(
                    self.lang,
                    format!("{name}由{whom}作出：移送其处理，不是本机关的遗漏"),
                    format!("{name} is imposed by {whom}: to be referred there, nothing is missing here"),
                )
            }
            (FindingCode::Inside, Reason::MayWaive) => self.pick(
                "不予处罚：裁量基准允许，由执法机关决定".to_owned(),
                "no penalty: the benchmark allows it; it is for the authority to decide".to_owned(),
            ),
            (FindingCode::Inside, Reason::NoPenalty) => {
                self.pick("不予处罚：与结论一致".to_owned(), "no penalty: as the outcome has it".to_owned())
            }
            (FindingCode::Inside, _) if finding.subject == Subject::Verdict => {
                self.pick("不予处罚：没有应当科处的处罚".to_owned(), "no penalty: nothing must be imposed".to_owned())
            }
            (FindingCode::Inside, Reason::ToTheFen) => {
                let range = self.range(finding.allowed.as_ref(), finding).unwrap_or_default();
                pick!(
                    self.lang,
                    format!("{proposed}，与结论{}{range}相符：不足一分的零数无从缴付", gap(&range)),
                    format!("{proposed}, as computed ({range}): no part of a 分 can be paid"),
                )
            }
            (FindingCode::Inside, _) => {
                let point = finding.allowed.as_ref().and_then(Measure::range).is_some_and(|r| r.as_point().is_some());
                match self.range(finding.allowed.as_ref(), finding) {
                    Some(range) if point => {
                        pick!(
                            self.lang,
                            format!("{name} {range}，与结论一致"),
                            format!("{name} of {range}, as computed")
                        )
                    }
                    Some(range) => pick!(
                        self.lang,
                        format!("{proposed}，在{}{range}之内", gap(&range)),
                        format!("{proposed}, within {range}"),
                    ),
                    None => proposed,
                }
            }
            (FindingCode::NotAllowed, _) => self.not_allowed(finding, &proposed),
            (FindingCode::Missing, Reason::NoGround) => self.pick(
                "不予处罚：裁量基准没有这一情形；清单未列不等于不可以，须另有法定情形".to_owned(),
                "no penalty: the benchmark has no ground for it; that a list does not name one does not rule it out, \
                 but the law must"
                    .to_owned(),
            ),
            (FindingCode::Missing, _) => match self.range(finding.allowed.as_ref(), finding) {
                Some(range) => pick!(
                    self.lang,
                    format!("{name}应当科处，拟处理没有（{range}）"),
                    format!("{name} must be imposed and is not ({range})"),
                ),
                None => pick!(
                    self.lang,
                    format!("{name}应当科处，拟处理没有"),
                    format!("{name} must be imposed and is not")
                ),
            },
            (FindingCode::Choice, Reason::NoneChosen) => {
                pick!(self.lang, format!("{name}：一项也没有选"), format!("{name}: none was chosen"))
            }
            (FindingCode::Choice, _) => self
                .pick(format!("{name}：选得过多或者不完整"), format!("{name}: too many were chosen, or one in part")),
            _ => self.beyond(finding, &proposed),
        }
    }

    /// What the law calls for, and whether the decision shows it.
    fn called_for(&self, finding: &Finding) -> String {
        let of = finding.missed.iter().filter_map(|c| self.program.circumstances.get(*c));
        let names = of.clone().map(|c| &*c.id).gather::<Vec<_>>().join(self.pick("、", ", "));
        let mut called: Vec<&str> = Vec::new();
        for effect in of.clone().flat_map(|c| &c.effects) {
            let name = self.program.direction_of(effect).map_or(&**effect, |d| d.name(self.lang));
            if !called.contains(&name) {
                called.push(name);
            }
        }
        let called = called.join(self.pick("或者", " or "));
        let must = of.clone().any(|c| c.force == Force::Must);
        let (zh_force, en_force) = if must { ("应当", "calls for") } else { ("可以", "allows") };
        match (finding.code, finding.reason) {
            (_, Reason::LeftOpen) => pick!(
                self.lang,
                format!("{names}：{zh_force}{called}，而条文的处罚没有轻重之分，没有余地；须说明理由"),
                format!("{names}: the law {en_force} {called}, and the clause leaves no room for it; reasons are due"),
            ),
            (FindingCode::NotShown, Reason::FactsMissing) => pick!(
                self.lang,
                format!("{names}尚未查明；成立的，{zh_force}{called}，所据文本没有规定幅度：须说明理由"),
                format!(
                    "{names} is not known yet; if it holds, the law {en_force} {called}, and no text says how far: \
                     give reasons"
                ),
            ),
            (FindingCode::DutyMissed, _) => pick!(
                self.lang,
                format!("{names}：{zh_force}{called}，拟处理没有体现"),
                format!("{names}: the law {en_force} {called}, and nothing of the decision shows it"),
            ),
            _ => pick!(
                self.lang,
                format!("{names}：{zh_force}{called}；所据文本没有规定幅度，未见偏离，须说明理由"),
                format!(
                    "{names}: the law {en_force} {called}; no text says how far: not shown to deviate, give reasons"
                ),
            ),
        }
    }

    /// Who imposes the sanction of a finding, as the clause has it.
    fn authority_of(&self, finding: &Finding) -> String {
        let known = self.outcome.into_iter().flat_map(|o| &o.targets).flat_map(|t| &t.sanctions);
        let of = known.filter(|s| matches!(&finding.subject, Subject::Sanction(id, _) if *id == s.id));
        of.flat_map(|s| &s.authority).map(|a| &**a).gather::<Vec<_>>().join(self.pick("或者", " or "))
    }

    /// An amount beyond what the table gives, in the direction the law calls for or allows.
    fn lower(&self, finding: &Finding, name: &str, proposed: &str) -> String {
        let range = self.range(finding.allowed.as_ref(), finding).unwrap_or_default();
        let of = if range.is_empty() {
            String::new()
        } else {
            pick!(self.lang, format!("（{range}）"), format!(" ({range})"))
        };
        match finding.proposed {
            None => pick!(
                self.lang,
                format!("{name}没有科处{of}：属减轻处罚，所据文本没有规定到何程度，须说明理由"),
                format!("{name} is not imposed{of}: a mitigated penalty; no text says how far, give reasons"),
            ),
            Some(_) => pick!(
                self.lang,
                format!(
                    "{proposed}，在{}{range}之外；所据文本没有规定从轻、减轻、从重的幅度，未见偏离，须说明理由",
                    gap(&range)
                ),
                format!(
                    "{proposed}, outside {range}; no text says how far it goes: not shown to deviate, give reasons"
                ),
            ),
        }
    }

    /// `罚款 60,000 元，高于基准上限 55,000 元，多 5,000 元（9.09…%）；在法定幅度 … 之内`
    fn beyond(&self, finding: &Finding, proposed: &str) -> String {
        let below = matches!(finding.code, FindingCode::BelowBenchmark | FindingCode::BelowStatute);
        let statute = matches!(finding.code, FindingCode::BelowStatute | FindingCode::AboveStatute);
        let range = self.range(finding.allowed.as_ref(), finding).unwrap_or_default();
        let law = self.range(finding.statutory.as_ref(), finding).unwrap_or_default();
        let by = finding.by.unwrap_or(Rational::ZERO);
        let share = finding.share.and_then(|s| s.mul(Rational::HUNDRED).ok()).filter(|_| !by.is_zero());
        let share = share.map(|s| self.percent(s));
        let share_zh = share.as_ref().map(|s| format!("（{s}）")).unwrap_or_default();
        let share_en = share.map(|s| format!(" ({s})")).unwrap_or_default();
        let far = quantity(by, &Counted::of(&self.measured(finding), &[by]), self.lang);
        let (zh, en) = match by.is_zero() {
            true => (
                format!("{}端点本身不在幅度之内", if below { "下限" } else { "上限" }),
                format!("the {} itself is out", if below { "lower end" } else { "upper end" }),
            ),
            false => (
                format!("{} {far}{share_zh}", if below { "少" } else { "多" }),
                format!("{far} too {}{share_en}", if below { "low" } else { "high" }),
            ),
        };
        let (zh_range, en_range) = match statute {
            true => (format!("法定幅度 {law}"), format!("the statute has {law}")),
            false => {
                (format!("基准 {range}；在法定幅度 {law}之内"), format!("benchmark {range}; inside the statute, {law}"))
            }
        };
        let (zh_end, en_end) = match (statute, below) {
            (true, true) => ("；只有减轻处罚才能低于法定下限", "; only mitigation goes below the statutory minimum"),
            (true, false) => ("；任何情形都不能高于法定上限", "; nothing justifies going above the statutory maximum"),
            (false, _) => ("", ""),
        };
        pick!(
            self.lang,
            format!("{proposed}，{zh}；{zh_range}{zh_end}"),
            format!("{proposed}, {en}; {en_range}{en_end}")
        )
    }

    /// A share in percent; cut after three places, a smaller one would be told as nothing: `0.000…%`.
    fn percent(&self, share: Rational) -> String {
        match Rational::new(1, 1000) {
            Ok(least) if share < least => self.pick("不足 0.001%", "less than 0.001%").to_owned(),
            _ => format!("{}%", digits(share)),
        }
    }

    fn not_allowed(&self, finding: &Finding, proposed: &str) -> String {
        let (zh, en) = match finding.reason {
            Reason::Apart => {
                return self.pick(
                    "各项分别可以，但没有一种情形同时容许它们".to_owned(),
                    "each part fits some possibility, but none has them all".to_owned(),
                );
            }
            Reason::NoPenalty => ("本案不予处罚".to_owned(), "there is no penalty in this case".to_owned()),
            Reason::Elsewhere(target) => {
                let (zh, en) = (target.name(Lang::Zh), target.name(Lang::En));
                (format!("本案只对{zh}有这一处罚"), format!("this case has it for the {en} only"))
            }
            Reason::NotInClause => {
                let basis = &self.program.clause.basis;
                let known = self.outcome.into_iter().flat_map(|o| &o.targets).flat_map(|t| &t.sanctions);
                let known: Vec<&str> = known.map(|s| &*s.id).gather();
                let known = known.join(self.pick("、", ", "));
                (format!("{basis}没有规定，本案有{known}"), format!("{basis} does not provide it; there is {known}"))
            }
            _ => ("罚则有此处罚，但不适用于本案".to_owned(), "the clause has it, but not in this case".to_owned()),
        };
        pick!(self.lang, format!("{proposed}：{zh}"), format!("{proposed}: {en}"))
    }

    fn open(&self, finding: &Finding, reason: Reason, proposed: &str) -> String {
        // What fits all possibilities needs no list of them.
        let sanctions = self.outcome.into_iter().flat_map(|o| &o.targets).flat_map(|t| &t.sanctions);
        let fitting = |way: &crate::outcome::Way| finding.fits.contains(way);
        let all = sanctions.flat_map(|s| &s.possible).all(|p| fitting(&p.way));
        let ways: Vec<String> = finding.fits.iter().map(|w| self.way(*w)).gather();
        let ways = ways.join(self.pick("、", ", "));
        let (zh_fits, en_fits) = match (all, ways.is_empty()) {
            (true, _) => (String::new(), String::new()),
            (false, false) => (format!("；与“{ways}”相合"), format!("; it fits {ways}")),
            (false, true) => ("；没有相合的情形".to_owned(), "; it fits none of them".to_owned()),
        };
        let range = self.range(finding.allowed.as_ref(), finding);
        let range_zh = range.as_ref().map(|r| format!("（{r}）")).unwrap_or_default();
        let range_en = range.as_ref().map(|r| format!(" ({r})")).unwrap_or_default();
        let none = finding.proposed.is_none() && finding.subject != Subject::Verdict;
        let (zh, en) = match reason {
            Reason::NoAmount => (format!("没有写明数额{range_zh}"), format!("no amount is stated{range_en}")),
            Reason::Incomputable => {
                ("结论无法计罚，没有可比的数额".to_owned(), "the outcome has no number to compare with".to_owned())
            }
            Reason::LeftOpen => (
                format!("几种情形都可能，须认定适用哪一种{zh_fits}"),
                format!("several possibilities are open; find which one applies{en_fits}"),
            ),
            _ if none => (
                format!("视未查明的事实，可能应当科处{zh_fits}"),
                format!("may have to be imposed, depending on facts not known yet{en_fits}"),
            ),
            _ => (format!("视未查明的事实而定{zh_fits}"), format!("depends on facts not known yet{en_fits}")),
        };
        pick!(self.lang, format!("{proposed}：{zh}"), format!("{proposed}: {en}"))
    }

    /// The name of what it is about, and what was proposed of it.
    fn proposed(&self, finding: &Finding, name: &str) -> String {
        match finding.proposed.as_ref().and_then(|p| p.amount) {
            Some(amount) => {
                let text = quantity(amount, &Counted::of(&self.measured(finding), &[amount]), self.lang);
                pick!(self.lang, format!("{name} {text}"), format!("{name} of {text}"))
            }
            None => name.to_owned(),
        }
    }

    fn subject(&self, finding: &Finding) -> String {
        match &finding.subject {
            Subject::Verdict => self.pick("不予处罚", "no penalty").to_owned(),
            Subject::Whole => String::new(),
            Subject::Sanction(id, None) => self.sanction_name(id, SanctionKind::Other),
            Subject::Sanction(_, Some(instance)) => self.sanction(*instance),
            Subject::Order(order) => {
                self.program.clause.orders.get(*order).map_or_else(String::new, |o| o.id.to_string())
            }
            Subject::Choice(choice) => {
                let Some(choice) = self.program.clause.choices.get(*choice) else { return String::new() };
                let groups = choice.of.iter().map(|g| g.iter().map(|id| &**id).gather::<Vec<_>>().join("、"));
                let groups: Vec<String> = groups.gather();
                let pick = choice.pick.name(self.lang);
                pick!(
                    self.lang,
                    format!("{}（{pick}）", groups.join("或者")),
                    format!("{} ({pick})", groups.join(" or "))
                )
            }
        }
    }

    fn range(&self, measure: Option<&Measure>, finding: &Finding) -> Option<String> {
        measure.map(|m| amount(m, &self.measured(finding), self.lang))
    }

    fn measured(&self, finding: &Finding) -> Dimension {
        match finding.subject {
            Subject::Sanction(_, Some(instance)) => self.dimension(instance),
            _ => Dimension::none(),
        }
    }
}

/// A space before a number.
fn gap(text: &str) -> &'static str {
    super::said::gap(text)
}
