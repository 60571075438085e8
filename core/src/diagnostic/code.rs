//! The stable codes of diagnostics: this table is the only list of them.

use std::fmt;

/// One line here is one code: variant, slug, and the text that `explain` shows.
macro_rules! codes {
    ($($variant:ident $slug:literal $explain:literal)+) => {
        /// What kind of thing is wrong; the slug never changes once released.
        ///
        /// ```
        /// # use cailiang::diagnostic::Code;
        /// assert_eq!(Code::parse("cut-scalar"), Some(Code::CutScalar));
        /// assert_eq!(Code::CutScalar.as_str(), "cut-scalar");
        /// assert_eq!(Code::parse("Cut-Scalar"), None);
        /// ```
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
        pub enum Code {
            $(#[doc = $explain] $variant,)+
        }

        impl Code {
            /// Every code, in the order of the table.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The slug, in kebab case.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $slug,)+ }
            }

            /// What it means, a wrong text and the right one, in Markdown.
            #[must_use]
            pub fn explain(self) -> &'static str {
                match self { $(Self::$variant => $explain,)+ }
            }
        }
    };
}

impl Code {
    /// The code with this slug.
    #[must_use]
    pub fn parse(slug: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|code| code.as_str() == slug)
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

codes! {
// The text: what YAML and JSON themselves allow.

SyntaxError "syntax-error"
"The text is not valid YAML or JSON, so nothing after this place could be read. Common causes: a full-width
colon `：` instead of `: `, an indentation that fits no line above, a bracket that is never closed, text that
holds `: ` without quotes. One file holds one document.

```yaml
# wrong
title：示例裁量基准
# right
title: 示例裁量基准
```"

CutScalar "cut-scalar"
"YAML ended a text earlier than you meant. Inside `{…}` and `[…]` a comma starts the next entry, and ` #`
starts a comment anywhere; what is left has an open bracket, or is a key without a value. Write `，` or `;`
between arguments, or put the whole text in quotes.

```yaml
# wrong
- {when: round(x, 1) > 2, 罚款: 5元}
# right
- {when: round(x，1) > 2, 罚款: 5元}
```"

TabIndent "tab-indent"
"A line is indented with a tab. YAML counts spaces only, and a tab has a different width in every editor.
Replace the tabs by spaces, two for each level; most editors do it with one command.

```yaml
# wrong
laws:
\t食品安全法: {title: 中华人民共和国食品安全法}
# right
laws:
  食品安全法: {title: 中华人民共和国食品安全法}
```"

ByteOrderMark "byte-order-mark"
"The file begins with a byte order mark, as Windows Notepad writes it. It is skipped, but it changes the
digest of the file, and two files that look the same then differ. Save the file as UTF-8 without BOM. A mark
inside the text is an error.

```yaml
# wrong: U+FEFF stands before the first key
\u{feff}cailiang: 1
# right
cailiang: 1
```"

EmptyFile "empty-file"
"The file holds nothing, or only comments. A ruleset starts with the version of the format and its id.

```yaml
# wrong
# to be written
# right
cailiang: 1
ruleset: cn.demo.food
```"

AnchorOrAlias "anchor-or-alias"
"YAML anchors (`&x`), aliases (`*x`) and tags (`!x`) are not part of the format: a reviewer reads a row next
to the gazette and must see all of it. Write the value out, or name it under `define`. A `*` that means *any
level* in a matrix needs quotes.

```yaml
# wrong
cells: [[侵占损毁, *, 罚款: 5万元]]
# right
cells: [[侵占损毁, \"*\", 罚款: 5万元]]
```"

DuplicateKey "duplicate-key"
"A mapping has the same key twice. Most readers would silently keep one of the two. Remove one, or rename it.

```yaml
# wrong
- {tier: 一般, 罚款: 1万元, 罚款: 2万元}
# right
- {tier: 一般, 罚款: 1万元..2万元}
```"

LimitExceeded "limit-exceeded"
"The text is larger or nested deeper than the reader allows (64 levels, 2,000,000 values, 64 MiB;
32 definitions inside one another). The limits
keep a hostile file from exhausting the host; no real document comes near them. Split the file, or nest less.

```yaml
# wrong
when: {any: [{all: [{any: [{all: [违法]}]}]}]}   # and 60 levels more
# right
when: {any: [违法]}
```"

// The shape: keys, values, names.

UnknownKey "unknown-key"
"The format has no such key here. It may be misspelt, or indented under the wrong parent.

```yaml
# wrong
in_forse: {from: 2024-03-01}
# right
in_force: {from: 2024-03-01}
```"

MissingKey "missing-key"
"A key that must be there is not.

```yaml
# wrong
offences:
  - {name: 未经许可从事餐饮服务}
# right
offences:
  - {id: unlicensed-catering, name: 未经许可从事餐饮服务}
```"

WrongShape "wrong-shape"
"The value has the wrong shape: a list where a mapping is expected, text where a list is, nothing where
something is.

```yaml
# wrong
tiers: 轻微、一般、严重
# right
tiers: [轻微, 一般, 严重]
```"

UnknownName "unknown-name"
"An expression or a key refers to a name that is declared nowhere in this ruleset or the ones it uses.
Declare it under `facts`, `define` or `factors`, or mend the spelling.

```yaml
# wrong
facts: {货值金额: {type: money}}
define: {大额: 货值 >= 10000元}
# right
facts: {货值金额: {type: money}}
define: {大额: 货值金额 >= 10000元}
```"

DuplicateName "duplicate-name"
"Two things have one name, so that an expression could mean either. Facts, definitions and factors share
their names; ids of rows, sanctions and offences must differ where they stand side by side, and so must a
condition, a document and a step of which a route waives one.

```yaml
# wrong
facts: {次数: {type: integer}}
define: {次数: count(处罚记录)}
# right
facts: {处罚记录: {type: list of date}}
define: {次数: count(处罚记录)}
```"

ReservedName "reserved-name"
"The name belongs to the language: an operator (`and`, `或`), a function (`round`, `sum`), a date of every
case (`违法行为日`, `决定日`), or `statute`, `tier`, `score`. Choose another.

```yaml
# wrong
facts: {sum: {type: money}}
# right
facts: {合计金额: {type: money}}
```"

CompatibilityCharacter "compatibility-character"
"A name holds a character that looks like another one: a radical (⽤) for the ideograph (用), or a full-width
digit or letter (１, Ａ). Such characters come out of PDF and Word files, and two names that look the same
then differ. Type the ordinary character.

```yaml
# wrong
facts: {⽤⼯人数: {type: integer}}
# right
facts: {用工人数: {type: integer}}
```"

InvisibleCharacter "invisible-character"
"A name holds a character that nobody can see: zero-width space or joiner, direction mark, soft hyphen,
control character. Delete it; retyping the name is the surest way.

```yaml
# wrong: U+200B stands between 货值 and 金额
facts: {\"货值\u{200b}金额\": {type: money}}
# right
facts: {货值金额: {type: money}}
```"

NotNfc "not-nfc"
"A name is not in Unicode normalization form C: it holds a combining mark or a compatibility ideograph for
which there is one ordinary character. Names are compared in NFC. Type the name anew.

```yaml
# wrong: e followed by U+0301
facts: {\"cafe\u{301}\": {type: yes-no}}
# right
facts: {café: {type: yes-no}}
```"

BadId "bad-id"
"An id has characters that ids must not have. Ruleset ids are lower-case words joined by dots and hyphens, so
that they can stand in file names and addresses; other ids are one word without spaces.

```yaml
# wrong
ruleset: CN Demo/Food
# right
ruleset: cn.demo.food
```"

BadDate "bad-date"
"Not a date of the calendar, or not written as year-month-day with four, two and two digits; or a period that
ends before it begins.

```yaml
# wrong
in_force: {from: 2024-2-30}
# right
in_force: {from: 2024-02-29}
```"

BadNumber "bad-number"
"Not a number, or one with more digits than can be kept exactly. Write digits with an optional `.`, and `万`
or `亿` where the document does; no full-width digits, no exponent.

```yaml
# wrong
罚款: １.5e4元
# right
罚款: 1.5万元
```"

BadUnit "bad-unit"
"Not a unit the engine knows, or none where one is needed. Money is in 元, 角 or 分, time in 日, 工作日, 月 or 年,
ratios in %, multiples in 倍; others are declared with the fact.

```yaml
# wrong
facts: {持续天数: {type: integer, unit: 元/日/日}}
# right
facts: {持续天数: {type: integer, unit: 日}}
```"

BadPhrase "bad-phrase"
"A legal phrase for a range could not be read. Known are amounts with 以上, 以下, 不满, 超过 and the like, in
Chinese or Arabic numerals.

```yaml
# wrong
range: 五万元至于十万元左右
# right
range: 五万元以上十万元以下
```"

BadRange "bad-range"
"A range whose ends cannot stand together: the lower above the upper, or an end that is missing. `..` has
both ends in; `<` beside it marks the end that is out. The window of a renewal is one too: it opens before it closes.

```yaml
# wrong
罚款: {part: 40%..10%}
# right
罚款: {part: 10%<..40%}
```"

BadExpression "bad-expression"
"The text is not an expression of the language: a bracket without its partner, two values without an operator
between them, an operator the language does not have.

```yaml
# wrong
when: 货值金额 => 10000元
# right
when: 货值金额 >= 10000元
```"

// The meaning: types, values, references.

TypeMismatch "type-mismatch"
"A value of one type stands where another is needed: a condition that is not yes or no, text compared with
money, a date added to a date.

```yaml
# wrong
when: 货值金额
# right
when: 货值金额 > 0元
```"

UnitMismatch "unit-mismatch"
"Two values of different units are added or compared. 日 are not 月, 元 are not 倍; nothing is converted
silently.

```yaml
# wrong
define: {合计: 3元 + 2月}
# right
define: {合计: 3元 + 2元}
```"

DivisionByZero "division-by-zero"
"The divisor is 0, or is 0 for a value the fact may have. Guard it with a row, or give the fact a `min`.

```yaml
# wrong
define: {人均: 总额 / 0}
# right
define: {人均: [{when: 人数 > 0, is: 总额 / 人数}, {otherwise: true, is: 0元}]}
```"

AlwaysTrue "always-true"
"The condition holds whatever the facts are, so that it chooses nothing. Often `or` stands where `and` was
meant.

```yaml
# wrong
when: 持续天数 > 30日 or 持续天数 <= 90日
# right
when: 持续天数 > 30日 and 持续天数 <= 90日
```"

AlwaysFalse "always-false"
"The condition holds for no facts at all, so that its row never applies. Often `and` stands where `or` was
meant, or two ends are the wrong way round.

```yaml
# wrong
when: 持续天数 > 90日 and 持续天数 <= 30日
# right
when: 30日 < 持续天数 <= 90日
```"

CyclicDefinition "cyclic-definition"
"A definition needs its own value, directly or by way of others, so that it has none.

```yaml
# wrong
define: {甲: 乙 + 1, 乙: 甲 + 1}
# right
define: {甲: 乙 + 1, 乙: count(处罚记录)}
```"

MisplacedName "misplaced-name"
"`statute.min`, `statute.max`, `statute.has_min`, `tier.min` and `tier.max` mean the range that is being
narrowed, so they exist only where a row narrows a sanction, not in conditions or definitions.

```yaml
# wrong
define: {起点: statute.max * 7%}
# right
罚款: {start: 7%, times: statute.max}
```"

StatuteInverted "statute-inverted"
"The lower end of a statutory range is above its upper end, for some facts at least. Either the transcription
is wrong, or the row applies to facts it should not.

```yaml
# wrong
range: 10万元以上5万元以下
# right
range: 5万元以上10万元以下
```"

PartOutOfBounds "part-out-of-bounds"
"A `part` is a position in a range: 0% is its lower end, 100% its upper end, and there is nothing outside.

```yaml
# wrong
罚款: {part: 70%..120%}
# right
罚款: {part: 70%..100%}
```"

OutsideStatute "outside-statute"
"A tier gives amounts outside the statutory range. A benchmark may narrow what the law allows, never widen
it; below the minimum leads only 减轻. The outcome would carry a review point in each such case. Check the
transcription; if the document really says so, keep it.

```yaml
# wrong: the law says 5万元以上10万元以下
- {tier: 轻微, when: 初犯, 罚款: 3万元以上6万元以下}
# right
- {tier: 轻微, when: 初犯, 罚款: 5万元以上6万元以下}
```"

WeightsFall "weights-fall"
"The weights of a score fall where the levels of the factor rise: a graver case would score less. Check the
transcription, and the order in which the levels are declared (light to heavy).

```yaml
# wrong
weights: {持续时间: {短: 8%, 中: 2%, 长: 0%}}
# right
weights: {持续时间: {短: 0%, 中: 2%, 长: 8%}}
```"

KindNotInStatute "kind-not-in-statute"
"A row names a sanction that the penalty clause does not have. A benchmark cannot add a kind of penalty; it
would be dropped, with a review point. Name one of the clause's sanctions, or add it there if the law has it.

```yaml
# wrong: the clause has only a sanction 罚款
- {tier: 严重, when: 再犯, 吊销许可证: {}}
# right
- {tier: 严重, when: 再犯, 罚款: {part: 70%..100%}}
```"

MissingCells "missing-cells"
"A matrix has no cell for some combination of levels, so that a case of this kind gets the whole statutory
range. Add the cells; `\"*\"` stands for any level, `—` says that the combination does not exist.

```yaml
# wrong: nothing for 侵占损毁 in 敏感区内
cells: [[移动改变, \"*\", 罚款: 2万元], [侵占损毁, 敏感区外, 罚款: 10万元]]
# right
cells: [[移动改变, \"*\", 罚款: 2万元], [侵占损毁, \"*\", 罚款: 10万元]]
```"

DuplicateCell "duplicate-cell"
"Two cells of a matrix stand for the same combination of levels.

```yaml
# wrong
cells: [[移动改变, 敏感区外, 罚款: 2万元], [移动改变, 敏感区外, 罚款: 5万元]]
# right
cells: [[移动改变, 敏感区外, 罚款: 2万元], [移动改变, 敏感区内, 罚款: 5万元]]
```"

TierOrder "tier-order"
"A heavier tier gives less than a lighter one. Either two rows were exchanged, or `tiers` is not in the order
light to heavy.

```yaml
# wrong
- {tier: 一般, when: 初犯, 罚款: {part: 40%..70%}}
- {tier: 严重, when: 再犯, 罚款: {part: 10%..40%}}
# right
- {tier: 一般, when: 初犯, 罚款: {part: 10%..40%}}
- {tier: 严重, when: 再犯, 罚款: {part: 40%..70%}}
```"

MissingLevel "missing-level"
"A score or a matrix leaves out a level of its factor, so that a case of that level has no weight.

```yaml
# wrong: the factor has 短, 中 and 长
weights: {持续时间: {短: 0%, 长: 8%}}
# right
weights: {持续时间: {短: 0%, 中: 2%, 长: 8%}}
```"

LevelsOverlap "levels-overlap"
"Two levels of a factor hold for the same facts while the factor says `hit: unique`. Make one end exclusive,
or write `hit: heaviest` where the document says that the heaviest counts.

```yaml
# wrong
levels: {短: 持续天数 <= 30日, 长: 持续天数 >= 30日}
# right
levels: {短: 持续天数 <= 30日, 长: 持续天数 > 30日}
```"

MissingBasis "missing-basis"
"A citation begins with no law of `laws`. Every number in an outcome must trace to an article that can be
looked up, and the phrases of a range are read as that law defines them. Declare the law under its short name,
or cite the document itself as `本基准`. A short name ends at a space, at 第 or at the end: `食品安全法实施条例 第三条`
is of another document than `食品安全法 第三条`. (A clause without any `basis` is `missing-key`.)

```yaml
# wrong: 食安法 is not declared
laws: {食品安全法: {title: 中华人民共和国食品安全法}}
statute: {basis: 食安法 第一百二十二条第一款}
# right
laws: {食品安全法: {title: 中华人民共和国食品安全法}}
statute: {basis: 食品安全法 第一百二十二条第一款}
```"

UnknownPhrase "unknown-phrase"
"A word marks the end of a range, or stands under `phrases`, that the engine does not know as such. Known are
以上 以下 以内 以外 不满 不足 未满 超过 高于 低于 多于 少于 大于 小于 逾. Whether they include their number is
民法典 第一千二百五十九条, unless `phrases` of the document says otherwise; another word is never guessed. Use the
known word that means the same, and write under `reading` how you read it.

```yaml
# wrong
range: 5万元以上未达10万元
# right
range: 5万元以上不满10万元
```"

TooManyLevels "too-many-levels"
"A factor or a matrix has more levels or combinations than can be checked one by one. Split the factor, or
use rows with conditions.

```yaml
# wrong: twelve factors of ten levels each
by: [一, 二, 三, 四, 五, 六, 七, 八, 九, 十, 十一, 十二]
# right
by: [行为, 位置]
```"

LicenceRank "licence-rank"
"A condition, a bar or a document of a licence rests on a norm that may not set one. Laws, regulations, decisions of
the State Council and local regulations may; a rule of a provincial government for one year; rules of departments
and other documents only make concrete what a law asks (行政许可法 第十四条 to 第十七条). Name that law under `under`,
or leave out what no law asks for.

```yaml
# wrong: 某局通知 has `rank: document`
documents: [{id: 人事档案存放证明, for: [申请], basis: 某局通知 第三条}]
# right
documents: [{id: 身份证明, for: [申请], basis: 律师法 第六条第一款第三项}]
```"

NeedlessDocument "needless-document"
"A licence asks for a document that shows none of its conditions. Say under `for` which condition it shows;
`申请` stands for the application itself (the form, who applies). What shows nothing may not be asked for.

```yaml
# wrong
documents: [{id: 户籍证明, basis: 律师法 第六条}]
# right
documents: [{id: 实习考核合格材料, for: [实习], basis: 律师法 第六条第一款第二项}]
```"

PromiseTooLong "promise-too-long"
"The time an authority promises is longer than the statutory one in the same unit. It may promise less time than
the law gives it, never more.

```yaml
# wrong
- {what: 审查, within: 20工作日, promised: 30工作日, from: 受理日}
# right
- {what: 审查, within: 20工作日, promised: 10工作日, from: 受理日}
```"

RoutesOverlap "routes-overlap"
"Two routes to a licence may both be taken for the same facts, and nothing says which goes first, so that what is
asked for would be a matter of luck. Make their conditions exclude each other, or name one in `before` of the other.

```yaml
# wrong
routes: [{id: 告知承诺, when: 选择承诺}, {id: 容缺受理, when: 选择容缺}]
# right
routes: [{id: 告知承诺, when: 选择承诺, before: [容缺受理]}, {id: 容缺受理, when: 选择容缺}]
```"

NeverGranted "never-granted"
"What a licence asks of everybody can never be met: a condition or a group that no facts meet, two that contradict
each other, or a condition that a bar forbids. Nobody would get the licence.

```yaml
# wrong
conditions: [{id: 面积, require: 面积 >= 200平方米}, {id: 小型, require: 面积 < 100平方米}]
# right
conditions: [{id: 面积, require: 面积 >= 200平方米}]
```"

CalendarMissing "calendar-missing"
"A licence counts in working days, or moves a last day off days of rest, and no ruleset under `uses` is a calendar.
Which days are worked is never guessed: name the calendar.

```yaml
# wrong: no calendar
uses: []
# right
uses: [cn.state-council.working-days]
```"

CalendarDay "calendar-day"
"A day or a year of a `calendar` cannot be right: a make-up day that is no Saturday or Sunday, a day that is off
and worked, a day of another year, a holiday that ends before it begins. Every deadline in working days rests
on these days: compare them with the notice.

```yaml
# wrong: 2024-02-19 is a Monday and worked anyway
2024: {off: {春节: 2024-02-10..2024-02-17}, work: [2024-02-19]}
# right
2024: {off: {春节: 2024-02-10..2024-02-17}, work: [2024-02-18]}
```"

// Several rulesets together.

UsesMissing "uses-missing"
"A ruleset named under `uses` was not given to the linker. Give its file as well, or mend the id.

```yaml
# wrong
uses: [cn.npc.administrative-penalty]
# right
uses: [cn.npc.administrative-penalty-law]
```"

UsesCircular "uses-circular"
"Rulesets use each other in a circle, so that none can be linked first. Move what they share into a third.

```yaml
# wrong: cn.demo.b itself has `uses: [cn.demo.a]`
ruleset: cn.demo.a
uses: [cn.demo.b]
# right
ruleset: cn.demo.a
uses: [cn.demo.shared]
```"

UsesNotInForce "uses-not-in-force"
"The ruleset named under `uses` is there, but no version of it is in force on the day asked for. Add the
version of that day, or check `in_force` and `status`.

```yaml
# wrong: asked for 2024-06-01
ruleset: cn.npc.demo-law
in_force: {from: 2025-01-01}
# right
ruleset: cn.npc.demo-law
in_force: {from: 2021-07-15}
```"

DuplicateRuleset "duplicate-ruleset"
"Two files are versions of one ruleset and are in force on the same days, so that neither can be chosen. End
the older one on the day before the newer begins.

```yaml
# wrong: the next version begins on 2026-01-01
in_force: {from: 2024-03-01, through: 2026-01-01}
# right
in_force: {from: 2024-03-01, through: 2025-12-31}
```"

UnknownOffence "unknown-offence"
"No linked ruleset has an offence or a licence with this id.

```yaml
# wrong
offence: unlicenced-catering
# right
offence: unlicensed-catering
```"

ClauseMissing "clause-missing"
"An offence refers to a penalty clause by its id, and no ruleset it uses has that clause. Name the law's
ruleset under `uses`, mend the id, or write the clause inline.

```yaml
# wrong
statute: food-safety-law.221
# right
statute: food-safety-law.122
```"

FactConflict "fact-conflict"
"Two rulesets that are linked together declare one fact in different ways, so that one answer could not serve
both. Make type, unit and domain agree, or rename one of the two.

```yaml
# wrong: the other ruleset says {type: integer, unit: 日}
facts: {持续天数: {type: number, unit: 月}}
# right
facts: {持续天数: {type: integer, unit: 日}}
```"

UnusedDeclaration "unused-declaration"
"A fact, a definition, a factor or a law is declared and nothing uses it. Harmless, but often the sign of a
row that was forgotten. It is judged only when nothing else is wrong: a row that could not be read may use it.

```yaml
# wrong: no row reads 天气
facts: {货值金额: {type: money}, 天气: {type: text}}
# right
facts: {货值金额: {type: money}}
```"

UnknownBranch "unknown-branch"
"A tier row chooses a branch that the penalty clause does not have.

```yaml
# wrong: the branches are 基本 and 情节严重
- {tier: 严重, when: 再犯, branch: 严重情节}
# right
- {tier: 严重, when: 再犯, branch: 情节严重}
```"

UnknownSanction "unknown-sanction"
"A choice, a cap or an effect refers to a sanction id that the clause does not have.

```yaml
# wrong: the sanctions are 警告 and 罚款
choices: [{pick: one, of: [[警告], [罚金]]}]
# right
choices: [{pick: one, of: [[警告], [罚款]]}]
```"

UnroundedDuration "unrounded-duration"
"A part of a range of days or months rarely comes out whole (30% of 3 to 12 months is 5.7), and the law knows
no tenth of a month. Say how to round.

```yaml
# wrong
停止执业: {part: 0%..30%}
# right
停止执业: {part: 0%..30%, round: {to: 1月, mode: down}}
```"
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn slugs_are_unique_kebab_case_and_found_again() {
        let slugs: BTreeSet<_> = Code::ALL.iter().map(|code| code.as_str()).collect();
        assert_eq!(slugs.len(), Code::ALL.len());
        for code in Code::ALL {
            let slug = code.as_str();
            assert!(slug.split('-').all(|word| !word.is_empty()), "{slug}");
            assert!(slug.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-'), "{slug}");
            assert_eq!(Code::parse(slug), Some(*code));
            // the variant is the slug in camel case
            let camel: String = format!("{code:?}").to_lowercase();
            assert_eq!(camel, slug.replace('-', ""));
        }
    }

    #[test]
    fn every_explanation_shows_a_wrong_and_a_right_text() {
        for code in Code::ALL {
            let text = code.explain();
            let (before, right) = text.split_once("\n# right\n").unwrap();
            assert!(before.contains("\n\n```yaml\n# wrong"), "{code}");
            assert!(right.ends_with("\n```") && right.len() > 6, "{code}");
        }
    }
}
