//! What can be wrong with the text of a ruleset: a dictionary, to be looked up in.

vocabulary! {
    /// What kind of thing is wrong with the text of a ruleset; the slug never changes once released.
    ///
    /// Every page shows a wrong text and the right one.
    ///
    /// ```
    /// use cailiang::{Lang, diagnostic::Code};
    ///
    /// assert_eq!(Code::parse("cut-scalar"), Some(Code::CutScalar));
    /// assert_eq!(Code::CutScalar.as_str(), "cut-scalar");
    /// assert_eq!(Code::parse("Cut-Scalar"), None);
    /// assert!(Code::CutScalar.explain(Lang::Zh).contains("# 错"));
    /// assert!(Code::CutScalar.explain(Lang::En).contains("# wrong"));
    /// ```
    Code("规则集文本的问题", "diagnostic of a ruleset") {
        // The text: what YAML and JSON themselves allow.
        SyntaxError = "syntax-error" {
            "文本格式错误": "文本不是正确的 YAML 或者 JSON，从这里往后都没有读到。常见原因：冒号用了全角的 `：`，应当写半角冒号加空格 `: `；缩进与上面各行都对不齐；括号没有配对；文字里有 `: \
                ` 而没有加引号。一个文件只写一份文本。

```yaml
# 错
title：示例裁量基准
# 对
title: 示例裁量基准
```",
            "syntax error": "The text is not valid YAML or JSON, so nothing after this place could be read. Common \
                causes: a full-width colon `：` instead of `: `, an indentation that fits no line above, a bracket \
                that is never closed, text that holds `: ` without quotes. One file holds one document.

```yaml
# wrong
title：示例裁量基准
# right
title: 示例裁量基准
```",
        }
        CutScalar = "cut-scalar" {
            "文字被截断": "YAML 在比预想更早的地方结束了这段文字。在 `{…}` 和 `[…]` 里面，半角逗号表示下一项开始；任何地方的 ` #`（空格加井号）都表示后面是注释。截断后剩下的部分，不是括号没\
                有配对，就是只有键没有值。函数的各个参数之间请用 `，` 或者 `;`，或者给整段文字加上引号。

```yaml
# 错
- {when: round(x, 1) > 2, 罚款: 5元}
# 对
- {when: round(x，1) > 2, 罚款: 5元}
```",
            "text cut short": "YAML ended a text earlier than you meant. Inside `{…}` and `[…]` a comma starts the \
                next entry, and ` #` starts a comment anywhere; what is left has an open bracket, or is a key \
                without a value. Write `，` or `;` between arguments, or put the whole text in quotes.

```yaml
# wrong
- {when: round(x, 1) > 2, 罚款: 5元}
# right
- {when: round(x，1) > 2, 罚款: 5元}
```",
        }
        TabIndent = "tab-indent" {
            "用制表符缩进": "这一行用制表符（Tab）缩进。YAML 只认空格，而且制表符在不同编辑器里宽度不同。请把制表符换成空格，每层两个；多数编辑器可以一次全部替换。

```yaml
# 错
laws:
\t食品安全法: {title: 中华人民共和国食品安全法}
# 对
laws:
  食品安全法: {title: 中华人民共和国食品安全法}
```",
            "indented with a tab": "A line is indented with a tab. YAML counts spaces only, and a tab has a \
                different width in every editor. Replace the tabs by spaces, two for each level; most editors do \
                it with one command.

```yaml
# wrong
laws:
\t食品安全法: {title: 中华人民共和国食品安全法}
# right
laws:
  食品安全法: {title: 中华人民共和国食品安全法}
```",
        }
        ByteOrderMark = "byte-order-mark" {
            "字节顺序标记": "文件开头有一个看不见的字节顺序标记（BOM），Windows 记事本常会加上。读取时会跳过它，但它会改变文件的摘要值，两个看上去一样的文件就成了不同的文件。请另存为“UTF-8（不带 \
                BOM）”。这个标记出现在文本中间的，是错误。

```yaml
# 错：第一个键前面有 U+FEFF
\u{feff}cailiang: 1
# 对
cailiang: 1
```",
            "byte order mark": "The file begins with a byte order mark, as Windows Notepad writes it. It is \
                skipped, but it changes the digest of the file, and two files that look the same then differ. \
                Save the file as UTF-8 without BOM. A mark inside the text is an error.

```yaml
# wrong: U+FEFF stands before the first key
\u{feff}cailiang: 1
# right
cailiang: 1
```",
        }
        EmptyFile = "empty-file" {
            "空文件": "文件里什么也没有，或者只有注释。规则集的开头要写格式版本和它的 id。

```yaml
# 错
# 待写
# 对
cailiang: 1
ruleset: cn.demo.food
```",
            "empty file": "The file holds nothing, or only comments. A ruleset starts with the version of the \
                format and its id.

```yaml
# wrong
# to be written
# right
cailiang: 1
ruleset: cn.demo.food
```",
        }
        AnchorOrAlias = "anchor-or-alias" {
            "锚点、别名和标签": "YAML 的锚点（`&x`）、别名（`*x`）和标签（`!x`）在这里不能使用：核对的人要对照公报逐行阅读，每一行都应当完整可见。请把值直接写出来，或者在 `define` 中给它\
                取名。矩阵中表示*任何一档*的 `*` 要加引号。

```yaml
# 错
cells: [[侵占损毁, *, 罚款: 5万元]]
# 对
cells: [[侵占损毁, \"*\", 罚款: 5万元]]
```",
            "anchor or alias": "YAML anchors (`&x`), aliases (`*x`) and tags (`!x`) are not part of the format: a \
                reviewer reads a row next to the gazette and must see all of it. Write the value out, or name it \
                under `define`. A `*` that means *any level* in a matrix needs quotes.

```yaml
# wrong
cells: [[侵占损毁, *, 罚款: 5万元]]
# right
cells: [[侵占损毁, \"*\", 罚款: 5万元]]
```",
        }
        DuplicateKey = "duplicate-key" {
            "键重复": "同一组里有两个相同的键。多数程序会不加提示地只留一个。请删去一个，或者改名。

```yaml
# 错
- {tier: 一般, 罚款: 1万元, 罚款: 2万元}
# 对
- {tier: 一般, 罚款: 1万元..2万元}
```",
            "duplicate key": "A mapping has the same key twice. Most readers would silently keep one of the two. \
                Remove one, or rename it.

```yaml
# wrong
- {tier: 一般, 罚款: 1万元, 罚款: 2万元}
# right
- {tier: 一般, 罚款: 1万元..2万元}
```",
        }
        LimitExceeded = "limit-exceeded" {
            "超过限度": "文本太大或者嵌套太深，超过了读取的限度（64 层，2,000,000 个值，64 MiB；定义互相套用最多 32 层）。限度是为了防止恶意文件耗尽计算机的资源，真实的文件远远达不到。请把文\
                件分开，或者减少嵌套。

```yaml
# 错
when: {any: [{all: [{any: [{all: [违法]}]}]}]}   # 下面还有 60 层
# 对
when: {any: [违法]}
```",
            "limit exceeded": "The text is larger or nested deeper than the reader allows (64 levels, 2,000,000 \
                values, 64 MiB; 32 definitions inside one another). The limits keep a hostile file from \
                exhausting the host; no real document comes near them. Split the file, or nest less.

```yaml
# wrong
when: {any: [{all: [{any: [{all: [违法]}]}]}]}   # and 60 levels more
# right
when: {any: [违法]}
```",
        }

        // The shape: keys, values, names.
        UnknownKey = "unknown-key" {
            "没有这个键": "格式中这个位置没有这样的键。可能是拼写有误，也可能是缩进错位，写到了别的键下面。

```yaml
# 错
in_forse: {from: 2024-03-01}
# 对
in_force: {from: 2024-03-01}
```",
            "unknown key": "The format has no such key here. It may be misspelt, or indented under the wrong \
                parent.

```yaml
# wrong
in_forse: {from: 2024-03-01}
# right
in_force: {from: 2024-03-01}
```",
        }
        MissingKey = "missing-key" {
            "缺少必需的键": "这里必须有的一个键没有写。

```yaml
# 错
offences:
  - {name: 未经许可从事餐饮服务}
# 对
offences:
  - {id: unlicensed-catering, name: 未经许可从事餐饮服务}
```",
            "missing key": "A key that must be there is not.

```yaml
# wrong
offences:
  - {name: 未经许可从事餐饮服务}
# right
offences:
  - {id: unlicensed-catering, name: 未经许可从事餐饮服务}
```",
        }
        WrongShape = "wrong-shape" {
            "写法不对": "值的写法不对：应当写成列表的写成了一段文字，应当写“键: 值”的写成了列表，或者应当有内容的地方空着。

```yaml
# 错
tiers: 轻微、一般、严重
# 对
tiers: [轻微, 一般, 严重]
```",
            "wrong shape": "The value has the wrong shape: a list where a mapping is expected, text where a list \
                is, nothing where something is.

```yaml
# wrong
tiers: 轻微、一般、严重
# right
tiers: [轻微, 一般, 严重]
```",
        }
        UnknownName = "unknown-name" {
            "没有声明的名称": "表达式或者键用到了一个名称，而本规则集和它所引用的规则集都没有声明。请在 `facts`、`define` 或者 `factors` 中声明，或者改正写法。

```yaml
# 错
facts: {货值金额: {type: money}}
define: {大额: 货值 >= 10000元}
# 对
facts: {货值金额: {type: money}}
define: {大额: 货值金额 >= 10000元}
```",
            "unknown name": "An expression or a key refers to a name that is declared nowhere in this ruleset or \
                the ones it uses. Declare it under `facts`, `define` or `factors`, or mend the spelling.

```yaml
# wrong
facts: {货值金额: {type: money}}
define: {大额: 货值 >= 10000元}
# right
facts: {货值金额: {type: money}}
define: {大额: 货值金额 >= 10000元}
```",
        }
        DuplicateName = "duplicate-name" {
            "名称重复": "两样东西用了同一个名称，表达式中分不清指哪一个。事实、定义和因素的名称不能相同；同一处的各行、各项处罚、各违法行为的 id 要各不相同；办理方式所免除的条件、材料和程序，也要各有不同的名称。

```yaml
# 错
facts: {次数: {type: integer}}
define: {次数: count(处罚记录)}
# 对
facts: {处罚记录: {type: list of date}}
define: {次数: count(处罚记录)}
```",
            "duplicate name": "Two things have one name, so that an expression could mean either. Facts, \
                definitions and factors share their names; ids of rows, sanctions and offences must differ where \
                they stand side by side, and so must a condition, a document and a step of which a route waives \
                one.

```yaml
# wrong
facts: {次数: {type: integer}}
define: {次数: count(处罚记录)}
# right
facts: {处罚记录: {type: list of date}}
define: {次数: count(处罚记录)}
```",
        }
        ReservedName = "reserved-name" {
            "保留的名称": "这个名称已经另有用途：运算（`and`、`或`）、函数（`round`、`sum`）、每个案件都有的日期（`违法行为日`、`决定日`），或者 `statute`、`tier`、\
                `score`。请换一个名称。

```yaml
# 错
facts: {sum: {type: money}}
# 对
facts: {合计金额: {type: money}}
```",
            "reserved name": "The name belongs to the language: an operator (`and`, `或`), a function (`round`, \
                `sum`), a date of every case (`违法行为日`, `决定日`), or `statute`, `tier`, `score`. Choose another.

```yaml
# wrong
facts: {sum: {type: money}}
# right
facts: {合计金额: {type: money}}
```",
        }
        CompatibilityCharacter = "compatibility-character" {
            "形似的字符": "名称中有一个与常用字形似的字符：部首（⽤）冒充汉字（用），或者全角的数字、字母（１、Ａ）。它们多半来自 PDF 和 Word 文件，会使看上去相同的两个名称其实不同。请重新输入通常的字。

```yaml
# 错
facts: {⽤⼯人数: {type: integer}}
# 对
facts: {用工人数: {type: integer}}
```",
            "look-alike character": "A name holds a character that looks like another one: a radical (⽤) for the \
                ideograph (用), or a full-width digit or letter (１, Ａ). Such characters come out of PDF and Word \
                files, and two names that look the same then differ. Type the ordinary character.

```yaml
# wrong
facts: {⽤⼯人数: {type: integer}}
# right
facts: {用工人数: {type: integer}}
```",
        }
        InvisibleCharacter = "invisible-character" {
            "看不见的字符": "名称中有一个看不见的字符：零宽空格、零宽连接符、方向标记、软连字符或者控制字符。请把它删去；最稳妥的办法是把名称重新输入一遍。

```yaml
# 错：“货值”与“金额”之间有 U+200B
facts: {\"货值\u{200b}金额\": {type: money}}
# 对
facts: {货值金额: {type: money}}
```",
            "invisible character": "A name holds a character that nobody can see: zero-width space or joiner, \
                direction mark, soft hyphen, control character. Delete it; retyping the name is the surest way.

```yaml
# wrong: U+200B stands between 货值 and 金额
facts: {\"货值\u{200b}金额\": {type: money}}
# right
facts: {货值金额: {type: money}}
```",
        }
        NotNfc = "not-nfc" {
            "字符写法不统一": "名称中的字符不是统一码规范形式 C（NFC）：用了组合附加符号，或者用了另有通常写法的兼容汉字。名称按 NFC 比较。请重新输入这个名称。

```yaml
# 错：e 后面是 U+0301
facts: {\"cafe\u{301}\": {type: yes-no}}
# 对
facts: {café: {type: yes-no}}
```",
            "not in normal form": "A name is not in Unicode normalization form C: it holds a combining mark or a \
                compatibility ideograph for which there is one ordinary character. Names are compared in NFC. \
                Type the name anew.

```yaml
# wrong: e followed by U+0301
facts: {\"cafe\u{301}\": {type: yes-no}}
# right
facts: {café: {type: yes-no}}
```",
        }
        BadId = "bad-id" {
            "id 的写法不对": "id 中有不允许的字符。规则集的 id 用小写字母写成，中间用点和连字符，因为它要用在文件名和网址里；其他 id 是一个不含空格的词。

```yaml
# 错
ruleset: CN Demo/Food
# 对
ruleset: cn.demo.food
```",
            "malformed id": "An id has characters that ids must not have. Ruleset ids are lower-case words joined \
                by dots and hyphens, so that they can stand in file names and addresses; other ids are one word \
                without spaces.

```yaml
# wrong
ruleset: CN Demo/Food
# right
ruleset: cn.demo.food
```",
        }
        BadDate = "bad-date" {
            "日期有误": "日历上没有这一天，或者没有按“年-月-日”写成四位、两位、两位数字；也可能是一段期间的终了早于开始。

```yaml
# 错
in_force: {from: 2024-2-30}
# 对
in_force: {from: 2024-02-29}
```",
            "bad date": "Not a date of the calendar, or not written as year-month-day with four, two and two \
                digits; or a period that ends before it begins.

```yaml
# wrong
in_force: {from: 2024-2-30}
# right
in_force: {from: 2024-02-29}
```",
        }
        BadNumber = "bad-number" {
            "数的写法不对": "这不是数，或者位数太多，无法准确保存。请用半角数字，可以带小数点 `.`；文件写“万”“亿”的，照写 `万`、`亿`。不要用全角数字，也不要用指数写法。

```yaml
# 错
罚款: １.5e4元
# 对
罚款: 1.5万元
```",
            "bad number": "Not a number, or one with more digits than can be kept exactly. Write digits with an \
                optional `.`, and `万` or `亿` where the document does; no full-width digits, no exponent.

```yaml
# wrong
罚款: １.5e4元
# right
罚款: 1.5万元
```",
        }
        BadUnit = "bad-unit" {
            "单位有误": "没有这个单位，或者需要单位而没有写。金额用元、角、分；时间用日、工作日、月、年；比例用 %，倍数用倍；其他单位随事实一起声明。

```yaml
# 错
facts: {持续天数: {type: integer, unit: 元/日/日}}
# 对
facts: {持续天数: {type: integer, unit: 日}}
```",
            "bad unit": "Not a unit the engine knows, or none where one is needed. Money is in 元, 角 or 分, time in 日, \
                工作日, 月 or 年, ratios in %, multiples in 倍; others are declared with the fact.

```yaml
# wrong
facts: {持续天数: {type: integer, unit: 元/日/日}}
# right
facts: {持续天数: {type: integer, unit: 日}}
```",
        }
        BadPhrase = "bad-phrase" {
            "幅度用语读不懂": "表示幅度的用语读不懂。可以写数额加“以上”“以下”“不满”“超过”等，数字用中文或者阿拉伯数字都可以。

```yaml
# 错
range: 五万元至于十万元左右
# 对
range: 五万元以上十万元以下
```",
            "range not understood": "A legal phrase for a range could not be read. Known are amounts with 以上, 以下, 不\
                满, 超过 and the like, in Chinese or Arabic numerals.

```yaml
# wrong
range: 五万元至于十万元左右
# right
range: 五万元以上十万元以下
```",
        }
        BadRange = "bad-range" {
            "幅度有误": "幅度的两端不能成立：下限高于上限，或者缺了一端。`..` 表示两端都包括在内，旁边加 `<` 的一端不包括。申请延续的期间也一样：开始申请的日子要早于截止的日子。

```yaml
# 错
罚款: {part: 40%..10%}
# 对
罚款: {part: 10%<..40%}
```",
            "bad range": "A range whose ends cannot stand together: the lower above the upper, or an end that is \
                missing. `..` has both ends in; `<` beside it marks the end that is out. The window of a renewal \
                is one too: it opens before it closes.

```yaml
# wrong
罚款: {part: 40%..10%}
# right
罚款: {part: 10%<..40%}
```",
        }
        BadExpression = "bad-expression" {
            "表达式读不懂": "这段文字不是正确的表达式：括号没有配对，两个值之间缺少运算符，或者用了没有的运算符。

```yaml
# 错
when: 货值金额 => 10000元
# 对
when: 货值金额 >= 10000元
```",
            "bad expression": "The text is not an expression of the language: a bracket without its partner, two \
                values without an operator between them, an operator the language does not have.

```yaml
# wrong
when: 货值金额 => 10000元
# right
when: 货值金额 >= 10000元
```",
        }

        // The meaning: types, values, references.
        TypeMismatch = "type-mismatch" {
            "类型不符": "一种类型的值用在了需要另一种类型的地方：条件不是“是或者否”，文字与金额相比较，或者两个日期相加。

```yaml
# 错
when: 货值金额
# 对
when: 货值金额 > 0元
```",
            "type mismatch": "A value of one type stands where another is needed: a condition that is not yes or \
                no, text compared with money, a date added to a date.

```yaml
# wrong
when: 货值金额
# right
when: 货值金额 > 0元
```",
        }
        UnitMismatch = "unit-mismatch" {
            "单位不符": "把单位不同的两个值相加或者比较。日不是月，元不是倍；系统不会自行换算。

```yaml
# 错
define: {合计: 3元 + 2月}
# 对
define: {合计: 3元 + 2元}
```",
            "unit mismatch": "Two values of different units are added or compared. 日 are not 月, 元 are not 倍; \
                nothing is converted silently.

```yaml
# wrong
define: {合计: 3元 + 2月}
# right
define: {合计: 3元 + 2元}
```",
        }
        DivisionByZero = "division-by-zero" {
            "除数为零": "除数是 0，或者这项事实取某个值时除数是 0。请加一行把这种情形分开，或者用 `min` 给事实规定最小值。

```yaml
# 错
define: {人均: 总额 / 0}
# 对
define: {人均: [{when: 人数 > 0, is: 总额 / 人数}, {otherwise: true, is: 0元}]}
```",
            "division by zero": "The divisor is 0, or is 0 for a value the fact may have. Guard it with a row, or \
                give the fact a `min`.

```yaml
# wrong
define: {人均: 总额 / 0}
# right
define: {人均: [{when: 人数 > 0, is: 总额 / 人数}, {otherwise: true, is: 0元}]}
```",
        }
        AlwaysTrue = "always-true" {
            "条件总是成立": "无论案情如何，这个条件都成立，因此起不到区分的作用。往往是该写“且”（`and`）的地方写成了“或”（`or`）。

```yaml
# 错
when: 持续天数 > 30日 or 持续天数 <= 90日
# 对
when: 持续天数 > 30日 and 持续天数 <= 90日
```",
            "always true": "The condition holds whatever the facts are, so that it chooses nothing. Often `or` \
                stands where `and` was meant.

```yaml
# wrong
when: 持续天数 > 30日 or 持续天数 <= 90日
# right
when: 持续天数 > 30日 and 持续天数 <= 90日
```",
        }
        AlwaysFalse = "always-false" {
            "条件从不成立": "无论案情如何，这个条件都不成立，这一行永远用不上。往往是该写“或”（`or`）的地方写成了“且”（`and`），或者两端的数写反了。

```yaml
# 错
when: 持续天数 > 90日 and 持续天数 <= 30日
# 对
when: 30日 < 持续天数 <= 90日
```",
            "always false": "The condition holds for no facts at all, so that its row never applies. Often `and` \
                stands where `or` was meant, or two ends are the wrong way round.

```yaml
# wrong
when: 持续天数 > 90日 and 持续天数 <= 30日
# right
when: 30日 < 持续天数 <= 90日
```",
        }
        CyclicDefinition = "cyclic-definition" {
            "循环定义": "一个定义直接或者经过其他定义又用到了自己，因此得不出值。

```yaml
# 错
define: {甲: 乙 + 1, 乙: 甲 + 1}
# 对
define: {甲: 乙 + 1, 乙: count(处罚记录)}
```",
            "circular definition": "A definition needs its own value, directly or by way of others, so that it has \
                none.

```yaml
# wrong
define: {甲: 乙 + 1, 乙: 甲 + 1}
# right
define: {甲: 乙 + 1, 乙: count(处罚记录)}
```",
        }
        MisplacedName = "misplaced-name" {
            "名称用错了地方": "`statute.min`、`statute.max`、`statute.has_min`、`tier.min` 和 `tier.max` 指正在细化的幅度的两端，只能写在细化某项处\
                罚的那一行，不能写在条件和定义里。

```yaml
# 错
define: {起点: statute.max * 7%}
# 对
罚款: {start: 7%, times: statute.max}
```",
            "name out of place": "`statute.min`, `statute.max`, `statute.has_min`, `tier.min` and `tier.max` mean \
                the range that is being narrowed, so they exist only where a row narrows a sanction, not in \
                conditions or definitions.

```yaml
# wrong
define: {起点: statute.max * 7%}
# right
罚款: {start: 7%, times: statute.max}
```",
        }
        StatuteInverted = "statute-inverted" {
            "法定幅度颠倒": "法定幅度的下限高于上限，至少对某些案情是这样。要么是抄录有误，要么是这一行用在了不该用的案情上。

```yaml
# 错
range: 10万元以上5万元以下
# 对
range: 5万元以上10万元以下
```",
            "statutory range inverted": "The lower end of a statutory range is above its upper end, for some facts \
                at least. Either the transcription is wrong, or the row applies to facts it should not.

```yaml
# wrong
range: 10万元以上5万元以下
# right
range: 5万元以上10万元以下
```",
        }
        PartOutOfBounds = "part-out-of-bounds" {
            "比例超出幅度": "`part` 是在幅度中所处的位置：0% 是下限，100% 是上限，此外没有别的位置。

```yaml
# 错
罚款: {part: 70%..120%}
# 对
罚款: {part: 70%..100%}
```",
            "part out of bounds": "A `part` is a position in a range: 0% is its lower end, 100% its upper end, and \
                there is nothing outside.

```yaml
# wrong
罚款: {part: 70%..120%}
# right
罚款: {part: 70%..100%}
```",
        }
        OutsideStatute = "outside-statute" {
            "超出法定幅度": "这一阶次的数额超出了法定幅度。裁量基准只能细化法律规定的幅度，不能突破；低于法定下限的只有减轻处罚。这样的案件，结果中每次都会列出复核要点。请核对抄录是否有误；文件确实这样写的，照原文\
                保留。

```yaml
# 错：法律规定 5万元以上10万元以下
- {tier: 轻微, when: 初犯, 罚款: 3万元以上6万元以下}
# 对
- {tier: 轻微, when: 初犯, 罚款: 5万元以上6万元以下}
```",
            "outside the statute": "A tier gives amounts outside the statutory range. A benchmark may narrow what \
                the law allows, never widen it; below the minimum leads only 减轻. The outcome would carry a review \
                point in each such case. Check the transcription; if the document really says so, keep it.

```yaml
# wrong: the law says 5万元以上10万元以下
- {tier: 轻微, when: 初犯, 罚款: 3万元以上6万元以下}
# right
- {tier: 轻微, when: 初犯, 罚款: 5万元以上6万元以下}
```",
        }
        WeightsFall = "weights-fall" {
            "权重不升反降": "因素的档越重，权重反而越低，也就是情节更重的案件得分更低。请核对抄录，并核对各档是不是按由轻到重的次序声明的。

```yaml
# 错
weights: {持续时间: {短: 8%, 中: 2%, 长: 0%}}
# 对
weights: {持续时间: {短: 0%, 中: 2%, 长: 8%}}
```",
            "weights fall": "The weights of a score fall where the levels of the factor rise: a graver case would \
                score less. Check the transcription, and the order in which the levels are declared (light to \
                heavy).

```yaml
# wrong
weights: {持续时间: {短: 8%, 中: 2%, 长: 0%}}
# right
weights: {持续时间: {短: 0%, 中: 2%, 长: 8%}}
```",
        }
        KindNotInStatute = "kind-not-in-statute" {
            "罚则没有这项处罚": "这一行写了罚则没有的处罚。裁量基准不能增设处罚种类；结果中不会计入它，并会列出复核要点。请改写为罚则已有的处罚；法律确有规定的，在罚则中补上。

```yaml
# 错：罚则只有罚款
- {tier: 严重, when: 再犯, 吊销许可证: {}}
# 对
- {tier: 严重, when: 再犯, 罚款: {part: 70%..100%}}
```",
            "not in the penalty clause": "A row names a sanction that the penalty clause does not have. A \
                benchmark cannot add a kind of penalty; it would be dropped, with a review point. Name one of the \
                clause's sanctions, or add it there if the law has it.

```yaml
# wrong: the clause has only a sanction 罚款
- {tier: 严重, when: 再犯, 吊销许可证: {}}
# right
- {tier: 严重, when: 再犯, 罚款: {part: 70%..100%}}
```",
        }
        MissingCells = "missing-cells" {
            "矩阵有空缺": "矩阵中某种档的组合没有对应的格，遇到这种案情就只能给出整个法定幅度。请补上缺少的格：`\"*\"` 表示任何一档，`—` 表示没有这种组合。

```yaml
# 错：没有敏感区内侵占损毁的一格
cells: [[移动改变, \"*\", 罚款: 2万元], [侵占损毁, 敏感区外, 罚款: 10万元]]
# 对
cells: [[移动改变, \"*\", 罚款: 2万元], [侵占损毁, \"*\", 罚款: 10万元]]
```",
            "missing cells": "A matrix has no cell for some combination of levels, so that a case of this kind \
                gets the whole statutory range. Add the cells; `\"*\"` stands for any level, `—` says that the \
                combination does not exist.

```yaml
# wrong: nothing for 侵占损毁 in 敏感区内
cells: [[移动改变, \"*\", 罚款: 2万元], [侵占损毁, 敏感区外, 罚款: 10万元]]
# right
cells: [[移动改变, \"*\", 罚款: 2万元], [侵占损毁, \"*\", 罚款: 10万元]]
```",
        }
        DuplicateCell = "duplicate-cell" {
            "矩阵的格重复": "矩阵中有两格对应同一个档的组合。

```yaml
# 错
cells: [[移动改变, 敏感区外, 罚款: 2万元], [移动改变, 敏感区外, 罚款: 5万元]]
# 对
cells: [[移动改变, 敏感区外, 罚款: 2万元], [移动改变, 敏感区内, 罚款: 5万元]]
```",
            "duplicate cell": "Two cells of a matrix stand for the same combination of levels.

```yaml
# wrong
cells: [[移动改变, 敏感区外, 罚款: 2万元], [移动改变, 敏感区外, 罚款: 5万元]]
# right
cells: [[移动改变, 敏感区外, 罚款: 2万元], [移动改变, 敏感区内, 罚款: 5万元]]
```",
        }
        TierOrder = "tier-order" {
            "阶次轻重颠倒": "较重的阶次反而罚得较轻。要么两行写反了，要么 `tiers` 没有按由轻到重排列。

```yaml
# 错
- {tier: 一般, when: 初犯, 罚款: {part: 40%..70%}}
- {tier: 严重, when: 再犯, 罚款: {part: 10%..40%}}
# 对
- {tier: 一般, when: 初犯, 罚款: {part: 10%..40%}}
- {tier: 严重, when: 再犯, 罚款: {part: 40%..70%}}
```",
            "tiers out of order": "A heavier tier gives less than a lighter one. Either two rows were exchanged, \
                or `tiers` is not in the order light to heavy.

```yaml
# wrong
- {tier: 一般, when: 初犯, 罚款: {part: 40%..70%}}
- {tier: 严重, when: 再犯, 罚款: {part: 10%..40%}}
# right
- {tier: 一般, when: 初犯, 罚款: {part: 10%..40%}}
- {tier: 严重, when: 再犯, 罚款: {part: 40%..70%}}
```",
        }
        MissingLevel = "missing-level" {
            "缺少一档": "评分表或者矩阵漏了因素的一档，这一档的案件就没有权重。

```yaml
# 错：这个因素有短、中、长三档
weights: {持续时间: {短: 0%, 长: 8%}}
# 对
weights: {持续时间: {短: 0%, 中: 2%, 长: 8%}}
```",
            "missing level": "A score or a matrix leaves out a level of its factor, so that a case of that level \
                has no weight.

```yaml
# wrong: the factor has 短, 中 and 长
weights: {持续时间: {短: 0%, 长: 8%}}
# right
weights: {持续时间: {短: 0%, 中: 2%, 长: 8%}}
```",
        }
        LevelsOverlap = "levels-overlap" {
            "档与档重叠": "因素的两档对同一案情同时成立，而因素写的是 `hit: unique`（只能符合一档）。请把其中一端改为不包括；文件规定以最重的一档为准的，写 `hit: heaviest`。

```yaml
# 错
levels: {短: 持续天数 <= 30日, 长: 持续天数 >= 30日}
# 对
levels: {短: 持续天数 <= 30日, 长: 持续天数 > 30日}
```",
            "levels overlap": "Two levels of a factor hold for the same facts while the factor says `hit: unique`. \
                Make one end exclusive, or write `hit: heaviest` where the document says that the heaviest counts.

```yaml
# wrong
levels: {短: 持续天数 <= 30日, 长: 持续天数 >= 30日}
# right
levels: {短: 持续天数 <= 30日, 长: 持续天数 > 30日}
```",
        }
        MissingBasis = "missing-basis" {
            "引用的法律没有声明": "引用的开头不是 `laws` 中声明的法律。结果中的每个数都要能追溯到可以查对的条文，幅度用语也按该法的规定解读。请在 `laws` 中以简称声明这部法律；引用本文件的，写 `本\
                基准`。简称到空格、到“第”字或者到末尾为止：`食品安全法实施条例 第三条` 与 `食品安全法 第三条` 引用的是两个文件。（罚则完全没有写 `basis` 的，报 `missing-key`。）

```yaml
# 错：没有声明“食安法”
laws: {食品安全法: {title: 中华人民共和国食品安全法}}
statute: {basis: 食安法 第一百二十二条第一款}
# 对
laws: {食品安全法: {title: 中华人民共和国食品安全法}}
statute: {basis: 食品安全法 第一百二十二条第一款}
```",
            "law not declared": "A citation begins with no law of `laws`. Every number in an outcome must trace to \
                an article that can be looked up, and the phrases of a range are read as that law defines them. \
                Declare the law under its short name, or cite the document itself as `本基准`. A short name ends at \
                a space, at 第 or at the end: `食品安全法实施条例 第三条` is of another document than `食品安全法 第三条`. (A clause \
                without any `basis` is `missing-key`.)

```yaml
# wrong: 食安法 is not declared
laws: {食品安全法: {title: 中华人民共和国食品安全法}}
statute: {basis: 食安法 第一百二十二条第一款}
# right
laws: {食品安全法: {title: 中华人民共和国食品安全法}}
statute: {basis: 食品安全法 第一百二十二条第一款}
```",
        }
        UnknownPhrase = "unknown-phrase" {
            "不认识的幅度用语": "标明幅度一端的用语，或者 `phrases` 中所写的用语，系统不认识。认识的有：以上 以下 以内 以外 不满 不足 未满 超过 高于 低于 多于 少于 大于 小于 逾。是否包括本\
                数，依民法典 第一千二百五十九条；文件在 `phrases` 中另有规定的除外。不认识的用语，系统不猜测含义。请改用意思相同的用语，并在 `reading` 中写明如何理解原文。

```yaml
# 错
range: 5万元以上未达10万元
# 对
range: 5万元以上不满10万元
```",
            "unknown phrase": "A word marks the end of a range, or stands under `phrases`, that the engine does \
                not know as such. Known are 以上 以下 以内 以外 不满 不足 未满 超过 高于 低于 多于 少于 大于 小于 逾. Whether they include \
                their number is 民法典 第一千二百五十九条, unless `phrases` of the document says otherwise; another word is \
                never guessed. Use the known word that means the same, and write under `reading` how you read it.

```yaml
# wrong
range: 5万元以上未达10万元
# right
range: 5万元以上不满10万元
```",
        }
        TooManyLevels = "too-many-levels" {
            "档或者组合过多": "因素的档或者矩阵的组合太多，无法逐一检查。请把因素分开，或者改用按条件书写的行。

```yaml
# 错：十二个因素，每个十档
by: [一, 二, 三, 四, 五, 六, 七, 八, 九, 十, 十一, 十二]
# 对
by: [行为, 位置]
```",
            "too many levels": "A factor or a matrix has more levels or combinations than can be checked one by \
                one. Split the factor, or use rows with conditions.

```yaml
# wrong: twelve factors of ten levels each
by: [一, 二, 三, 四, 五, 六, 七, 八, 九, 十, 十一, 十二]
# right
by: [行为, 位置]
```",
        }
        LicenceRank = "licence-rank" {
            "无权设定许可的规范": "许可的条件、不予许可的情形或者材料，所依据的规范无权设定。法律、行政法规、国务院决定、地方性法规可以设定；省级政府规章可以设定一年以内的临时性许可；部门规章和其他文件只能对上位法\
                的规定作出具体规定（行政许可法 第十四条至第十七条）。请在 `under` 中写明上位法；没有上位法依据的，应当删去。

```yaml
# 错：某局通知写的是 `rank: document`
documents: [{id: 人事档案存放证明, for: [申请], basis: 某局通知 第三条}]
# 对
documents: [{id: 身份证明, for: [申请], basis: 律师法 第六条第一款第三项}]
```",
            "norm may not set it": "A condition, a bar or a document of a licence rests on a norm that may not set \
                one. Laws, regulations, decisions of the State Council and local regulations may; a rule of a \
                provincial government for one year; rules of departments and other documents only make concrete \
                what a law asks (行政许可法 第十四条 to 第十七条). Name that law under `under`, or leave out what no law asks \
                for.

```yaml
# wrong: 某局通知 has `rank: document`
documents: [{id: 人事档案存放证明, for: [申请], basis: 某局通知 第三条}]
# right
documents: [{id: 身份证明, for: [申请], basis: 律师法 第六条第一款第三项}]
```",
        }
        NeedlessDocument = "needless-document" {
            "没有依据的材料": "许可要求的一份材料，不能证明任何一项条件。请在 `for` 中写明它证明哪一项；`申请` 指申请本身（申请书、申请人身份）。什么都不证明的材料，不得要求提交。

```yaml
# 错
documents: [{id: 户籍证明, basis: 律师法 第六条}]
# 对
documents: [{id: 实习考核合格材料, for: [实习], basis: 律师法 第六条第一款第二项}]
```",
            "needless document": "A licence asks for a document that shows none of its conditions. Say under `for` \
                which condition it shows; `申请` stands for the application itself (the form, who applies). What \
                shows nothing may not be asked for.

```yaml
# wrong
documents: [{id: 户籍证明, basis: 律师法 第六条}]
# right
documents: [{id: 实习考核合格材料, for: [实习], basis: 律师法 第六条第一款第二项}]
```",
        }
        PromiseTooLong = "promise-too-long" {
            "承诺时限过长": "机关承诺的时限长于同一单位的法定时限。承诺可以短于法定时限，不能更长。

```yaml
# 错
- {what: 审查, within: 20工作日, promised: 30工作日, from: 受理日}
# 对
- {what: 审查, within: 20工作日, promised: 10工作日, from: 受理日}
```",
            "promise too long": "The time an authority promises is longer than the statutory one in the same unit. \
                It may promise less time than the law gives it, never more.

```yaml
# wrong
- {what: 审查, within: 20工作日, promised: 30工作日, from: 受理日}
# right
- {what: 审查, within: 20工作日, promised: 10工作日, from: 受理日}
```",
        }
        RoutesOverlap = "routes-overlap" {
            "办理方式重叠": "同一案情可以适用两种办理方式，而没有写明哪一种优先，要求什么就没有定准。请使两者的条件互相排斥，或者在其中一种的 `before` 中写上另一种。

```yaml
# 错
routes: [{id: 告知承诺, when: 选择承诺}, {id: 容缺受理, when: 选择容缺}]
# 对
routes: [{id: 告知承诺, when: 选择承诺, before: [容缺受理]}, {id: 容缺受理, when: 选择容缺}]
```",
            "routes overlap": "Two routes to a licence may both be taken for the same facts, and nothing says \
                which goes first, so that what is asked for would be a matter of luck. Make their conditions \
                exclude each other, or name one in `before` of the other.

```yaml
# wrong
routes: [{id: 告知承诺, when: 选择承诺}, {id: 容缺受理, when: 选择容缺}]
# right
routes: [{id: 告知承诺, when: 选择承诺, before: [容缺受理]}, {id: 容缺受理, when: 选择容缺}]
```",
        }
        NeverGranted = "never-granted" {
            "永远不能准予": "许可对所有申请人提出的要求永远不可能满足：某项或者某组条件任何案情都不符合，两项条件互相矛盾，或者一项条件恰好是不予许可的情形。没有人能取得这项许可。

```yaml
# 错
conditions: [{id: 面积, require: 面积 >= 200平方米}, {id: 小型, require: 面积 < 100平方米}]
# 对
conditions: [{id: 面积, require: 面积 >= 200平方米}]
```",
            "never granted": "What a licence asks of everybody can never be met: a condition or a group that no \
                facts meet, two that contradict each other, or a condition that a bar forbids. Nobody would get \
                the licence.

```yaml
# wrong
conditions: [{id: 面积, require: 面积 >= 200平方米}, {id: 小型, require: 面积 < 100平方米}]
# right
conditions: [{id: 面积, require: 面积 >= 200平方米}]
```",
        }
        CalendarMissing = "calendar-missing" {
            "没有日历": "许可的期限以工作日计算，或者末日遇休息日顺延，而 `uses` 中没有一个规则集是日历。系统不推测哪天是工作日：请写明所用的日历。

```yaml
# 错：没有日历
uses: []
# 对
uses: [cn.state-council.working-days]
```",
            "calendar missing": "A licence counts in working days, or moves a last day off days of rest, and no \
                ruleset under `uses` is a calendar. Which days are worked is never guessed: name the calendar.

```yaml
# wrong: no calendar
uses: []
# right
uses: [cn.state-council.working-days]
```",
        }
        CalendarDay = "calendar-day" {
            "日历有误": "`calendar` 中的某一天或者某一年不可能是对的：调休上班的日子不是星期六、星期日，同一天既放假又上班，日子不在所写的年份，或者假期的终了早于开始。以工作日计算的每个期限都以它为准：\
                请对照放假通知核对。

```yaml
# 错：2024-02-19 是星期一，本来就上班
2024: {off: {春节: 2024-02-10..2024-02-17}, work: [2024-02-19]}
# 对
2024: {off: {春节: 2024-02-10..2024-02-17}, work: [2024-02-18]}
```",
            "wrong calendar day": "A day or a year of a `calendar` cannot be right: a make-up day that is no \
                Saturday or Sunday, a day that is off and worked, a day of another year, a holiday that ends \
                before it begins. Every deadline in working days rests on these days: compare them with the \
                notice.

```yaml
# wrong: 2024-02-19 is a Monday and worked anyway
2024: {off: {春节: 2024-02-10..2024-02-17}, work: [2024-02-19]}
# right
2024: {off: {春节: 2024-02-10..2024-02-17}, work: [2024-02-18]}
```",
        }

        // Several rulesets together.
        UsesMissing = "uses-missing" {
            "缺少所引用的规则集": "`uses` 中写的规则集没有提供。请一并提供它的文件，或者改正 id。

```yaml
# 错
uses: [cn.npc.administrative-penalty]
# 对
uses: [cn.npc.administrative-penalty-law]
```",
            "ruleset missing": "A ruleset named under `uses` was not given to the linker. Give its file as well, \
                or mend the id.

```yaml
# wrong
uses: [cn.npc.administrative-penalty]
# right
uses: [cn.npc.administrative-penalty-law]
```",
        }
        UsesCircular = "uses-circular" {
            "循环引用": "几个规则集互相引用成了一圈，没有一个可以先读。请把共用的部分移到另一个规则集。

```yaml
# 错：cn.demo.b 自己写着 `uses: [cn.demo.a]`
ruleset: cn.demo.a
uses: [cn.demo.b]
# 对
ruleset: cn.demo.a
uses: [cn.demo.shared]
```",
            "circular use": "Rulesets use each other in a circle, so that none can be linked first. Move what they \
                share into a third.

```yaml
# wrong: cn.demo.b itself has `uses: [cn.demo.a]`
ruleset: cn.demo.a
uses: [cn.demo.b]
# right
ruleset: cn.demo.a
uses: [cn.demo.shared]
```",
        }
        UsesNotInForce = "uses-not-in-force" {
            "所引用的规则集未施行": "`uses` 中写的规则集有，但在所问的那一天没有施行的版本。请补上那一天的版本，或者核对 `in_force` 和 `status`。

```yaml
# 错：问的是 2024-06-01
ruleset: cn.npc.demo-law
in_force: {from: 2025-01-01}
# 对
ruleset: cn.npc.demo-law
in_force: {from: 2021-07-15}
```",
            "ruleset not in force": "The ruleset named under `uses` is there, but no version of it is in force on \
                the day asked for. Add the version of that day, or check `in_force` and `status`.

```yaml
# wrong: asked for 2024-06-01
ruleset: cn.npc.demo-law
in_force: {from: 2025-01-01}
# right
ruleset: cn.npc.demo-law
in_force: {from: 2021-07-15}
```",
        }
        DuplicateRuleset = "duplicate-ruleset" {
            "版本的施行期间重叠": "同一规则集的两个文件在同样的日子都施行，无法确定用哪一个。请把旧版本的终了日写为新版本施行的前一天。

```yaml
# 错：下一版本自 2026-01-01 起施行
in_force: {from: 2024-03-01, through: 2026-01-01}
# 对
in_force: {from: 2024-03-01, through: 2025-12-31}
```",
            "versions overlap": "Two files are versions of one ruleset and are in force on the same days, so that \
                neither can be chosen. End the older one on the day before the newer begins.

```yaml
# wrong: the next version begins on 2026-01-01
in_force: {from: 2024-03-01, through: 2026-01-01}
# right
in_force: {from: 2024-03-01, through: 2025-12-31}
```",
        }
        UnknownOffence = "unknown-offence" {
            "没有这一违法行为或者许可": "所用的规则集中，没有这个 id 的违法行为或者许可。

```yaml
# 错
offence: unlicenced-catering
# 对
offence: unlicensed-catering
```",
            "unknown offence": "No linked ruleset has an offence or a licence with this id.

```yaml
# wrong
offence: unlicenced-catering
# right
offence: unlicensed-catering
```",
        }
        ClauseMissing = "clause-missing" {
            "没有这一罚则": "违法行为按 id 引用了一项罚则，而所引用的规则集都没有它。请把该法的规则集写进 `uses`，改正 id，或者把罚则直接写在这里。

```yaml
# 错
statute: food-safety-law.221
# 对
statute: food-safety-law.122
```",
            "clause missing": "An offence refers to a penalty clause by its id, and no ruleset it uses has that \
                clause. Name the law's ruleset under `uses`, mend the id, or write the clause inline.

```yaml
# wrong
statute: food-safety-law.221
# right
statute: food-safety-law.122
```",
        }
        FactConflict = "fact-conflict" {
            "事实的声明互相冲突": "一起使用的两个规则集，对同一项事实作了不同的声明，一个答案不能两用。请使类型、单位和取值范围一致，或者将其中一个改名。

```yaml
# 错：另一规则集写的是 {type: integer, unit: 日}
facts: {持续天数: {type: number, unit: 月}}
# 对
facts: {持续天数: {type: integer, unit: 日}}
```",
            "facts conflict": "Two rulesets that are linked together declare one fact in different ways, so that \
                one answer could not serve both. Make type, unit and domain agree, or rename one of the two.

```yaml
# wrong: the other ruleset says {type: integer, unit: 日}
facts: {持续天数: {type: number, unit: 月}}
# right
facts: {持续天数: {type: integer, unit: 日}}
```",
        }
        UnusedDeclaration = "unused-declaration" {
            "声明了而没有使用": "声明了一项事实、定义、因素或者法律，却没有用到。这没有害处，但往往说明漏写了一行。只在没有其他错误时才检查：没能读懂的那一行可能用到它。

```yaml
# 错：没有一行用到天气
facts: {货值金额: {type: money}, 天气: {type: text}}
# 对
facts: {货值金额: {type: money}}
```",
            "unused declaration": "A fact, a definition, a factor or a law is declared and nothing uses it. \
                Harmless, but often the sign of a row that was forgotten. It is judged only when nothing else is \
                wrong: a row that could not be read may use it.

```yaml
# wrong: no row reads 天气
facts: {货值金额: {type: money}, 天气: {type: text}}
# right
facts: {货值金额: {type: money}}
```",
        }
        UnknownBranch = "unknown-branch" {
            "没有这一分支": "阶次的一行选了罚则没有的分支。

```yaml
# 错：分支是“基本”和“情节严重”
- {tier: 严重, when: 再犯, branch: 严重情节}
# 对
- {tier: 严重, when: 再犯, branch: 情节严重}
```",
            "unknown branch": "A tier row chooses a branch that the penalty clause does not have.

```yaml
# wrong: the branches are 基本 and 情节严重
- {tier: 严重, when: 再犯, branch: 严重情节}
# right
- {tier: 严重, when: 再犯, branch: 情节严重}
```",
        }
        UnknownSanction = "unknown-sanction" {
            "没有这项处罚": "择一、封顶或者情节的处理，用到了罚则没有的处罚 id。

```yaml
# 错：处罚是“警告”和“罚款”
choices: [{pick: one, of: [[警告], [罚金]]}]
# 对
choices: [{pick: one, of: [[警告], [罚款]]}]
```",
            "unknown sanction": "A choice, a cap or an effect refers to a sanction id that the clause does not \
                have.

```yaml
# wrong: the sanctions are 警告 and 罚款
choices: [{pick: one, of: [[警告], [罚金]]}]
# right
choices: [{pick: one, of: [[警告], [罚款]]}]
```",
        }
        UnroundedDuration = "unrounded-duration" {
            "期间没有写明取整": "取日数或者月数幅度中的一段，很少正好是整数（3 至 12 个月的 30% 处是 5.7 个月），而法律上没有零点几个月。请写明如何取整。

```yaml
# 错
停止执业: {part: 0%..30%}
# 对
停止执业: {part: 0%..30%, round: {to: 1月, mode: down}}
```",
            "duration not rounded": "A part of a range of days or months rarely comes out whole (30% of 3 to 12 \
                months is 5.7), and the law knows no tenth of a month. Say how to round.

```yaml
# wrong
停止执业: {part: 0%..30%}
# right
停止执业: {part: 0%..30%, round: {to: 1月, mode: down}}
```",
        }
    }
}
