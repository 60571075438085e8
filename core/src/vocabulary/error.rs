//! Why there is no outcome: at which stage, and what is wrong with the request, the texts, the facts or a number.

vocabulary! {
    /// At which stage it is found that there is no outcome.
    Stage("出错的环节", "stage of an error") {
        Request = "request" {
            "请求有误": "请求本身读不懂或者不完整：文本不是 JSON 或者 YAML，键写错，或者缺少必需的键。请按 `path` 所指的位置改正请求。",
            "the request is wrong": "The request cannot be read or is none: it is not JSON or YAML, a key is \
                misspelt, or one is missing. Mend it at the place that `path` names.",
        }
        Ruleset = "ruleset" {
            "规则集文本有误": "规则集的文本有错误，不能使用。`details` 逐条列出，每条有位置和改法。",
            "the ruleset text is wrong": "The text of a ruleset has errors, so that it cannot be used. `details` \
                lists all of them, each with its place and what to do.",
        }
        Link = "link" {
            "没有可适用的文本": "所写的规则集、违法行为或者许可不存在，或者在那一天没有施行。请核对名称和日期。",
            "no text governs": "The ruleset, offence or licence does not exist, or is not in force on that day. \
                Look at the id and the day.",
        }
        Facts = "facts" {
            "案情有误": "案情中有写错的事实：名称、类型、单位不对，或者日期互相矛盾。缺少事实不是错误，结果会说明还需要哪些。",
            "the facts are wrong": "A fact is misspelt, has the wrong type or unit, or days contradict each other. \
                A fact that is missing is no mistake: the outcome says which are still needed.",
        }
        Evaluation = "evaluation" {
            "计算不能完成": "文本和案情都没有错，但是算不出结果，例如除数为零。请核对案情中的数目和日期。",
            "the evaluation cannot finish": "Text and facts are well formed, and yet no result can be computed, as \
                where a divisor is zero. Look at the numbers and days of the case.",
        }
    }
}

vocabulary! {
    /// Whether a diagnostic stops the text from being used.
    Severity("严重程度", "severity") {
        Error = "error" {
            "错误": "文本不能使用，必须改正。",
            "error": "The text cannot be used until this is mended.",
        }
        Warning = "warning" {
            "警告": "文本可以使用，但此处应当有人核对。",
            "warning": "The text can be used, but someone should look.",
        }
    }
}

vocabulary! {
    /// The kind of a mistake in the facts or the request of a case; stable.
    FactCode("案情和请求的错误", "mistake in a case") {
        Unreadable = "unreadable" {
            "无法读取": "案情是一段文本，但既不是 YAML 也不是 JSON。请在所指的位置改正。",
            "cannot be read": "The facts are given as a text that is neither YAML nor JSON. Mend the text at the \
                place named.",
        }
        UnknownFact = "unknown-fact" {
            "没有这项事实": "案情写了一项事实，而本案适用的规则集都没有声明它。请改正写法，或者删去。没有写的事实不算错误，只是尚不知道；结果会说明它是否有影响。",
            "unknown fact": "The case gives a fact that no ruleset of the case declares. Mend the spelling, or \
                leave it out. A fact that is left out is not wrong: it is missing, and the outcome says whether \
                it matters.",
        }
        OtherOffence = "fact-of-another-offence" {
            "另一违法行为的事实": "这项事实属于规则集中的另一违法行为，在这里不会被读取；不加说明地忽略它，可能使人误解结果。请删去，或者改为评价它所属的违法行为。",
            "fact of another offence": "The fact is declared, but for another offence of the ruleset. It would not \
                be read here, and an answer that ignored it could mislead. Leave it out, or evaluate the offence \
                it belongs to.",
        }
        WrongType = "wrong-type" {
            "类型不符": "所写的值与声明的类型不符：该写数的写了文字，该写是否的写了数，或者写了没有的档次。是和否写 `true`、`false`，不加引号。",
            "wrong type": "The value is of another type than the fact: text for a number, a number for true or \
                false, a level that the fact does not have. Write true and false without quotes.",
        }
        WrongUnit = "wrong-unit" {
            "单位不符": "所写的单位与声明的不同。系统不自行换算：声明为千克而写 3吨，多半是笔误。请按声明的单位写数。",
            "wrong unit": "The value is written in another unit than the fact is declared in. Units are never \
                converted in silence: 3吨 for a fact in 千克 is more often a slip than meant. Write the number in \
                the declared unit.",
        }
        OutOfDomain = "out-of-domain" {
            "超出取值范围": "所写的值在这项事实可能的范围之外：金额小于零，比例大于 100%，次数小于最小值。请核对。",
            "out of domain": "The value lies outside what the fact can be: money below zero, a share above 100%, a \
                count below its least value.",
        }
        TooManyDecimals = "too-many-decimals" {
            "小数位过多": "金额最多写到分，即两位小数。请按财务规定舍入后填写。",
            "too many decimals": "Money has at most two decimals (分). Round it as your rules on accounting say, \
                and write the result.",
        }
        BadNumber = "bad-number" {
            "数不能准确读取": "这个数无法准确保存：太大，位数太多，或者是超过 ±(2⁵³ − 1) 或用指数写法的 JSON 数，别的程序可能已经将它舍入。请写成带引号的文字：\
                \"9007199254740993\"。",
            "bad number": "The number cannot be taken exactly: it is too large or has too many digits, or it is a \
                JSON number beyond ±(2⁵³ − 1) or in exponent form, which other programs may already have rounded. \
                Write it as a string: \"9007199254740993\".",
        }
        BadDate = "bad-date" {
            "日期有误": "所写的不是日期，或者没有这一天。日期写作 2024-03-01。",
            "bad date": "The text is no date, or there is no such day. Dates are written 2024-03-01.",
        }
        NotUnascertainable = "not-unascertainable" {
            "不能写无法查明": "这项事实声明为总能查明，不能写“无法查明”。请填写查明的值；尚不知道的，不要写。",
            "cannot be unascertainable": "The fact is declared as one that can always be found out, so 无法查明 is no \
                answer to it. Give its value, or leave it out while it is not known.",
        }
        Filled = "filled-fact" {
            "由系统填写的事实": "案情写了一项由系统从计算结果或者拟作决定中取得的事实，如拟罚款、拟没收、拟处罚种类；另写一个值可能与结果矛盾。请删去；要问某一决定需要什么程序，在 `planned` 中写拟作的决\
                定。",
            "filled in by the engine": "The case gives a fact that the procedure takes from what is computed or \
                proposed: 拟罚款, 拟没收, 拟处罚种类 and the like. A value of its own could contradict the outcome. Leave it \
                out; to ask what a decision needs, give the decision as `planned`.",
        }
        UnknownKey = "unknown-key" {
            "没有这个键": "案情或者请求没有这个键。可能写错了，或者层次不对：事实要写在 `facts` 之下。",
            "unknown key": "A case or request has no such key. It may be misspelt, or stand at the wrong depth: \
                facts belong under `facts`.",
        }
        MissingKey = "missing-key" {
            "缺少必需的键": "案情或者请求缺少这个键。`ruleset` 和 `offence` 说明评价什么；违法行为日（连续行为另有行为终了日）决定适用哪一版本，日期不知道的写 `on`（行政处罚法 第三十七条）。",
            "missing key": "A case or request needs this key. `ruleset` and `offence` say what to evaluate. The \
                fact 违法行为日 (行为终了日 of a continuing act), or `on` while the day is not known, says which versions \
                govern (行政处罚法 第三十七条).",
        }
        EndBeforeBegin = "end-before-begin" {
            "终了早于开始": "行为终了日早于违法行为日。行为最早在开始的当天终了；请核对两个日期。",
            "ends before it begins": "行为终了日 lies before 违法行为日. The end of an act is its first day or a later one; \
                look at both.",
        }
        DiscoveryBeforeAct = "discovery-before-act" {
            "发现早于行为": "发现日早于违法行为日。行为开始之前不可能发现；行为还在继续时可以发现。请核对。",
            "discovered before the act": "发现日 lies before 违法行为日. An act cannot be discovered before it begins; \
                discovery before its end is possible, while it goes on.",
        }
        FilingBeforeDiscovery = "filing-before-discovery" {
            "立案早于发现": "立案日早于违法行为日或者发现日。请核对违法行为日、发现日和立案日。",
            "filed before discovery": "立案日 lies before the act or before its discovery. Look at 违法行为日, 发现日 and 立案日.",
        }
        DecisionBeforeFiling = "decision-before-filing" {
            "决定早于立案": "决定日早于发现日或者立案日。请核对发现日、立案日和决定日。",
            "decided before filing": "决定日 lies before the case was filed or the act discovered. Look at 发现日, 立案日 \
                and 决定日.",
        }
        DecisionBeforeAct = "decision-before-act" {
            "决定早于行为": "决定日早于违法行为日。行为发生之前不可能作出决定；请核对两个日期。",
            "decided before the act": "决定日 lies before 违法行为日. Nothing is decided before it happens; look at both.",
        }
        ActAfterDecision = "act-after-decision" {
            "行为在决定后仍继续": "行为终了日晚于决定日。行为仍在继续的，不写终了日，写 `continuing: true`；决定之后的行为是另一个行为。",
            "goes on after the decision": "行为终了日 lies after 决定日. Of an act that still goes on leave the end out \
                and write `continuing: true`; what happens after the decision is another act.",
        }
        UnknownAct = "unknown-act" {
            "没有这个行为": "`same_act` 写了案件中没有的行为，或者把不同当事人的行为写成同一行为。这里按组列出 `acts` 中的 id。",
            "unknown act": "`same_act` names an act that the case does not have, or joins acts of different \
                parties. It lists ids of `acts`, group by group.",
        }
        DuplicateAct = "duplicate-act" {
            "行为重复": "两个行为用了同一个 id，或者一个行为在 `same_act` 中出现两次。请给每个行为各自的 id；一个行为违反几项规定的，写在同一组。",
            "duplicate act": "Two acts have one id, or an act stands in `same_act` twice. Give each act an id of \
                its own, and write all provisions that one act violates in one group.",
        }
        DuplicateApplicant = "duplicate-applicant" {
            "申请人重复": "`applicants` 中有两个申请人用了同一个 id。结果靠它区分申请人，请各给一个。",
            "duplicate applicant": "Two of `applicants` have one id. The answer tells them apart by it: give each \
                a name of its own.",
        }
        NotLoaded = "not-loaded" {
            "第二模块未加载": "npm 包分为两个模块。第一个回答关于一项违法行为的请求；整个案件、程序、核对拟作决定、许可、回执、阶次和最接近的事实由第二个回答，浏览器用 `await more()` 加载。\
                Node 会自动读取，命令行全部具备。",
            "not loaded": "The npm package is two modules. The first answers what is asked of one offence; whole \
                cases, procedure, reviews, licences, receipts, tiers and nearest facts are answered by the \
                second, which a browser loads with `await more()`. Node reads it by itself; the command line has \
                all of it.",
        }
    }
}

vocabulary! {
    /// Why no text governs; stable.
    LinkCode("没有可适用文本的原因", "why no text governs") {
        NoRuleset = "no-ruleset" {
            "没有这一规则集": "内置的和用 `--rules` 添加的规则集中，都没有这个 id。`cailiang list` 列出现有的 id。",
            "no such ruleset": "No ruleset with this id is built in or was added with `--rules`. `cailiang list` \
                shows the ids there are.",
        }
        NotInForce = "not-in-force" {
            "当日没有施行的版本": "行为当日，这一规则集没有施行的版本。系统不会改用最接近的版本：适用哪一文本是法律问题。请用 `--rules` 添加那一版本的文件，或者核对日期。",
            "not in force": "The ruleset has no version in force on the day of the act. The nearest one is never \
                taken instead: which text governs is a question of law. Add the file of that version with \
                `--rules`, or look at the date.",
        }
        NoOffence = "no-offence" {
            "没有这一违法行为": "施行的版本中没有这个 id 的违法行为。`cailiang list` 列出各项违法行为。",
            "no such offence": "The version in force has no offence with this id. `cailiang list` shows the \
                offences.",
        }
        OffenceNotInForce = "offence-not-in-force" {
            "该事项已经挂起或者废止": "文件仍然施行，但其中这一事项已经挂起或者废止，不再据以处罚；请找取代它的事项。",
            "offence not in force": "The document is in force, but this item of it is suspended (挂起) or repealed (废\
                止). It punishes nothing; look for the item that takes its place.",
        }
        NoLicence = "no-licence" {
            "没有这一许可": "施行的版本中没有这个 id 的许可。`cailiang list` 列出各项许可。",
            "no such licence": "The version in force has no licence with this id. `cailiang list` shows the \
                licences.",
        }
    }
}

vocabulary! {
    /// Why an evaluation cannot finish; stable.
    EvaluationCode("计算不能完成的原因", "why an evaluation cannot finish") {
        Overflow = "overflow" {
            "数过大": "某个数太大，无法准确计算。系统不给出舍入的结果；请核对案情中的数目。",
            "number too large": "A number became too large to be computed exactly. No result is given rather than \
                a rounded one; look at the facts.",
        }
        DivisionByZero = "division-by-zero" {
            "除数为零": "规则集的算式在本案中以零为除数。规则集应当写明此时如何处理。",
            "division by zero": "A formula of the ruleset divides by a value that is zero in this case. The \
                ruleset must say what holds then.",
        }
        DateOutOfRange = "date-out-of-range" {
            "日期超出范围": "由案情推算出的日期超出系统所能表示的年份。请核对案情中的日期。",
            "date out of range": "A date computed from the facts lies outside the years that dates can have. Look \
                at the dates given.",
        }
        NoRow = "no-row" {
            "没有对应的一行": "规则集的某个表没有一行与案情对应，而结果离不开它。规则集应当补上这种情形，或者案情有误。",
            "no row": "A table of the ruleset has no row for these facts, and the result cannot do without one. \
                The ruleset must add the row, or a fact is wrong.",
        }
        NoCalendarYear = "no-calendar-year" {
            "当年工作日未知": "以工作日计算的期限延续到了放假安排尚不知道的年份：尚未公布，或者在 `as_of` 当日尚未公布。系统不推测工作日。请改问较晚的日期，或者用 `--rules` 添加那一年的日历。",
            "no calendar of that year": "A time limit in working days runs into a year whose holidays are not \
                known: not announced yet, or not yet on the day `as_of`. Its working days are never guessed. Ask \
                as of a later day, or add the calendar of that year with `--rules`.",
        }
    }
}

vocabulary! {
    /// Why an engine that is held by another program gives no answer; said by that program, not by the engine.
    HostCode("宿主程序的错误", "error of a host") {
        Freed = "freed" {
            "句柄已经释放": "npm 包的 `Rules` 在 `free()` 之后又被使用。请用 `new Rules()` 重新建立，并添加文本。",
            "freed": "A handle of the npm package was used after `free()`. Make a new one with `new Rules()`, and \
                add the texts again.",
        }
        Internal = "internal" {
            "引擎已经停止": "引擎因内部错误或者内存、堆栈用尽而停止，其内存不可再用，此后的请求都得到同一错误。请用 `load()` 重新加载；如能重现，请报告所用的请求。",
            "the engine stopped": "The engine stopped at an internal error, or where memory or stack ran out. Its \
                memory cannot be used any more: every later answer is this error. Load it again with `load()`, \
                and report the request if it happens again.",
        }
    }
}
