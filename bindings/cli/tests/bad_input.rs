//! Bad input: each has its exit code, its place, and words that say what was expected and what to do.
// A test stops at the first broken expectation.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod common;

use common::{DUMP, WASTE, expect, file, folder, run};

/// What the run must say.
type Words = &'static [&'static str];
/// What is wrong, the file, its text, the exit code, the words.
type BadCase = (&'static str, &'static str, Vec<u8>, i32, Words);
/// What is wrong, the files with their texts, the words.
type BadRules = (&'static str, Vec<(&'static str, String)>, Words);

#[test]
fn cases_that_are_wrong() {
    let dump = |facts: &str| format!("{DUMP}{facts}").into_bytes();
    let with_bom = [b"\xef\xbb\xbf".as_slice(), &dump("  倾倒数量: 3吨\n")].concat();
    let in_gbk = [DUMP.as_bytes(), b"  \xb5\xb9: 1\n"].concat();
    let crlf = String::from_utf8(dump("  倾倒数量: 3吨\n")).unwrap().replace('\n', "\r\n").into_bytes();
    let json = |facts: &str| format!(r#"{{"ruleset":"cn.demo.waste","offence":"dump","facts":{facts}}}"#).into_bytes();
    let of = |ruleset: &str, offence: &str, day: &str| {
        format!("ruleset: {ruleset}\noffence: {offence}\nfacts: {{违法行为日: {day}}}\n").into_bytes()
    };
    let table: Vec<BadCase> = vec![
        (
            "duplicate key",
            "c.yaml",
            dump("  倾倒数量: 5\n  倾倒数量: 6\n"),
            6,
            &["error[duplicate-key]", "c.yaml:6:3", "first here", "remove one"],
        ),
        (
            "unknown fact",
            "c.yaml",
            dump("  倾到数量: 5\n"),
            6,
            &["error[unknown-fact]", "c.yaml:5:3", "/facts/倾到数量", "did you mean `倾倒数量`?"],
        ),
        (
            "a fact of another offence",
            "c.yaml",
            dump("  焚烧面积: 5\n"),
            6,
            &["error[fact-of-another-offence]", "c.yaml:5:3", "`burn`", "leave it out"],
        ),
        (
            "tons for kilograms",
            "c.yaml",
            dump("  倾倒数量: 3吨\n"),
            6,
            &["error[wrong-unit]", "c.yaml:5:9", "expected `千克`, found `吨`", "write 3000"],
        ),
        (
            "negative money",
            "c.yaml",
            dump("  违法所得: -5\n"),
            6,
            &["error[out-of-domain]", "c.yaml:5:9", "`-5` is negative", "0元 or more"],
        ),
        (
            "three decimals",
            "c.yaml",
            dump("  违法所得: 5.123\n"),
            6,
            &["error[too-many-decimals]", "c.yaml:5:9", "two decimals (分)"],
        ),
        (
            "a JSON number beyond 2^53",
            "c.json",
            json(r#"{"违法行为日":"2024-05-01","违法所得":9007199254740993}"#),
            6,
            &["error[bad-number]", "c.json:1:82", "/facts/违法所得", "9007199254740993"],
        ),
        (
            "no such day",
            "c.yaml",
            of("cn.demo.waste", "dump", "2024-02-30"),
            6,
            &["error[bad-date]", "c.yaml:3:16", "no such day", "2024-03-01"],
        ),
        (
            "a list for a day",
            "c.yaml",
            of("cn.demo.waste", "dump", "[2024-05-01]"),
            6,
            &["error[bad-date]", "c.yaml:3:16", "a list", "write a day of the calendar"],
        ),
        (
            "a ruleset for a case",
            "c.yaml",
            WASTE.as_bytes().to_vec(),
            6,
            &["error[unknown-key]", "c.yaml:1:11", "this is a ruleset, not a case", "names it under `ruleset`"],
        ),
        (
            "an unknown word",
            "c.yaml",
            b"do: evalute\nruleset: cn.demo.waste\noffence: dump\n".to_vec(),
            6,
            &["error[wrong-type]", "c.yaml:1:5", "found `evalute`", "did you mean `evaluate`?"],
        ),
        (
            "an unknown offence",
            "c.yaml",
            of("cn.demo.waste", "dumb", "2024-05-01"),
            6,
            &["error[no-offence]", "c.yaml:2:10", "did you mean `dump`?"],
        ),
        (
            "an unknown ruleset",
            "c.yaml",
            of("cn.demo.wast", "dump", "2024-05-01"),
            6,
            &["error[no-ruleset]", "c.yaml:1:10", "did you mean `cn.demo.waste`?", "--rules"],
        ),
        (
            "before the first day",
            "c.yaml",
            of("cn.demo.waste", "dump", "2024-02-29"),
            6,
            &["error[not-in-force]", "c.yaml:3:16", "2024-03-01 to open"],
        ),
        (
            "no day at all",
            "c.yaml",
            b"ruleset: cn.demo.waste\noffence: dump\n".to_vec(),
            6,
            &["error[missing-key]", "c.yaml:1:1", "give the fact 违法行为日"],
        ),
        (
            "a misspelt key",
            "c.yaml",
            b"ruleset: cn.demo.waste\noffnce: dump\n".to_vec(),
            6,
            &["error[unknown-key]", "c.yaml:2:1", "did you mean `offence`?", "needs `offence`"],
        ),
        (
            "text for a number",
            "c.yaml",
            dump("  倾倒数量: 很多\n"),
            6,
            &["error[wrong-type]", "c.yaml:5:9", "expected a number of 千克, found `很多`"],
        ),
        (
            "a number in Chinese numerals",
            "c.yaml",
            dump("  倾倒数量: 三十\n"),
            6,
            &["error[wrong-type]", "c.yaml:5:9", "write it in digits: 30"],
        ),
        (
            "a multiple of ten thousand",
            "c.yaml",
            dump("  违法所得: 3.5万元\n"),
            6,
            &["error[wrong-unit]", "c.yaml:5:9", "write 35000"],
        ),
        (
            "full-width digits",
            "c.yaml",
            dump("  倾倒数量: ３０\n"),
            6,
            &["error[wrong-type]", "c.yaml:5:9", "ordinary digits: 30"],
        ),
        (
            "an exponent",
            "c.yaml",
            dump("  倾倒数量: 1e3\n"),
            6,
            &["error[bad-number]", "c.yaml:5:9", "`1e3` has an exponent", "such as 1000"],
        ),
        (
            "an empty file",
            "c.yaml",
            Vec::new(),
            6,
            &["error[empty-file]", "c.yaml:1:1", "a case begins with `ruleset: …`"],
        ),
        ("a tab", "c.yaml", b"facts:\n\ta: 1\n".to_vec(), 6, &["error[tab-indent]", "c.yaml:2:1", "spaces"]),
        ("an anchor", "c.yaml", dump("  倾倒数量: &x 5\n"), 6, &["error[anchor-or-alias]", "c.yaml:5:9"]),
        ("JSON that ends early", "c.json", b"{\"ruleset\": \"a\"".to_vec(), 6, &["error[syntax-error]", "c.json:1:"]),
        (
            "rulesets that are no list",
            "c.yaml",
            b"ruleset: a\noffence: b\nrulesets: {a: b}\n".to_vec(),
            6,
            &["error[wrong-type]", "c.yaml:3:11", "/rulesets", "expected a list of `{name, text}`"],
        ),
        (
            "facts that are no mapping",
            "c.yaml",
            b"ruleset: cn.demo.waste\noffence: dump\non: 2024-05-01\nfacts: 5\n".to_vec(),
            6,
            &["error[wrong-type]", "c.yaml:4:8", "/facts", "expected a mapping of names to values"],
        ),
        (
            "a list for a mapping",
            "c.yaml",
            b"- a\n".to_vec(),
            6,
            &["expected a mapping with `ruleset`, `offence` and `facts`"],
        ),
        ("no cases", "c.yaml", b"ruleset: cn.demo.waste\ncases: []\n".to_vec(), 6, &["has no cases"]),
        ("GBK", "c.yaml", in_gbk, 6, &["`c.yaml` is not UTF-8 text: line 5", "GBK"]),
        ("UTF-16", "c.yaml", b"\xff\xfea\x00".to_vec(), 6, &["`c.yaml` is UTF-16 text, expected UTF-8"]),
        ("BOM: columns as without it", "c.yaml", with_bom, 6, &["error[wrong-unit]", "c.yaml:5:9"]),
        ("CRLF: lines as without it", "c.yaml", crlf, 6, &["error[wrong-unit]", "c.yaml:5:9"]),
    ];
    let place = folder("bad-cases");
    file(&place, "rules/waste.yaml", WASTE);
    for (what, name, text, code, words) in table {
        file(&place, name, text);
        let shown = run(&place, &["eval", name, "--rules", "rules", "--no-builtin"], b"");
        expect(what, &shown, code, words);
        assert!(shown.out.is_empty(), "{what}: a mistake goes to stderr, not among results\n{}", shown.out);
        expect(what, &run(&place, &["ask", name, "--rules", "rules", "--no-builtin"], b""), code, words);
        // The same as data: one line that is JSON, unless the file is no text at all.
        let json = run(&place, &["eval", name, "--rules", "rules", "--no-builtin", "--format", "json"], b"");
        assert_eq!(json.code, code, "{what}");
        for line in json.out.lines() {
            let answer: serde_json::Value = serde_json::from_str(line).expect(what);
            assert_eq!(answer["kind"], "error", "{what}");
        }
    }
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_change_no_result() {
    let place = folder("bom-and-crlf");
    file(&place, "rules/waste.yaml", WASTE);
    let case = format!("{DUMP}  倾倒数量: 50\n  违法所得: 0\n");
    let mut said = Vec::new();
    for text in [case.clone(), format!("\u{feff}{case}"), case.replace('\n', "\r\n")] {
        file(&place, "c.yaml", text);
        let run = run(&place, &["eval", "c.yaml", "--rules", "rules", "--no-builtin", "--format", "json"], b"");
        expect("the case", &run, 0, &[r#""value":"10000""#, r#""value":"22000""#]);
        said.push(run.out);
    }
    assert!(said.windows(2).all(|two| two[0] == two[1]));
}

#[test]
fn rulesets_that_do_not_fit_together() {
    let waste = |from: &str, to: &str| WASTE.replace(from, to);
    let uses = |id: &str| waste("laws:", &format!("uses: [{id}]\nlaws:"));
    let other =
        |text: &str, uses: &str| text.replace("cn.demo.waste", "cn.demo.law").replace("laws:", &format!("{uses}laws:"));
    let ended = other(WASTE, "").replace("{from: 2024-03-01}", "{from: 2020-01-01, through: 2024-02-29}");
    let table: Vec<BadRules> = vec![
        (
            "uses a ruleset that is not there",
            vec![("a.yaml", uses("gov.example"))],
            &["error[uses-missing]", "a.yaml:7:8", "`gov.example`", "load the file"],
        ),
        (
            "uses in a circle",
            vec![("a.yaml", uses("cn.demo.law")), ("b.yaml", other(WASTE, "uses: [cn.demo.waste]\n"))],
            &["error[uses-circular]", "cn.demo.waste → cn.demo.law → cn.demo.waste"],
        ),
        (
            "uses what is not in force",
            vec![("a.yaml", uses("cn.demo.law")), ("b.yaml", ended)],
            &["error[uses-not-in-force]", "a.yaml:7:8", "not in force on 2024-03-01", "2020-01-01 to 2024-02-29"],
        ),
        (
            "one id twice for the same days",
            vec![("a.yaml", WASTE.to_owned()), ("b.yaml", waste("2024-03-01", "2024-06-01"))],
            &["error[duplicate-ruleset]", "b.yaml", "there twice for the same days", "`through`", "--no-builtin"],
        ),
        ("an empty ruleset", vec![("a.yaml", String::new())], &["error[empty-file]", "a.yaml:1:1", "`cailiang: 1`"]),
        (
            "an unknown name in a wide text",
            vec![("a.yaml", waste("when: 倾倒数量 < 100千克", "when: 倾倒数 < 100千克"))],
            &["error[unknown-name]", "a.yaml:23:28", "did you mean `倾倒数量`?"],
        ),
    ];
    for (what, files, words) in table {
        let place = folder("bad-rules");
        for (name, text) in &files {
            file(&place, &format!("rules/{name}"), text);
        }
        let checked = run(&place, &["check", "rules", "--no-builtin"], b"");
        expect(what, &checked, 3, words);
        assert!(checked.out.contains("checked:"), "{what}: a summary comes last\n{}", checked.out);
        let json = run(&place, &["check", "rules", "--no-builtin", "--format", "json"], b"");
        let answer: serde_json::Value = serde_json::from_str(&json.out).expect(what);
        assert_eq!((json.code, &answer["valid"], &answer["kind"]), (3, &false.into(), &"diagnostics".into()), "{what}");
        file(&place, "c.yaml", DUMP.replace("2024-05-01", "2024-03-01"));
        let evaluated = run(&place, &["eval", "c.yaml", "--rules", "rules", "--no-builtin"], b"");
        let code = words[0].split(['[', ']']).nth(1).unwrap();
        expect(what, &evaluated, 3, &[code]);
    }
}

#[test]
fn files_and_arguments_that_are_not_there() {
    let place = folder("nothing");
    file(&place, "c.yaml", "cases: [{name: 甲, ruleset: a, offence: b}]\n");
    let none = folder("nothing-at-all");
    let none = none.to_string_lossy();
    let table: [(&[&str], &[&str]); 12] = [
        (&["eval", "no.yaml"], &["there is no file `no.yaml`"]),
        (&["ask", "no.yaml"], &["there is no file `no.yaml`"]),
        (&["check", "no.yaml"], &["there is no file `no.yaml`"]),
        (&["test", "no.yaml"], &["there is no file `no.yaml`"]),
        (&["list", "--rules", "no"], &["there is no file `no`"]),
        (&["eval", "."], &["`.` is a folder, expected a file"]),
        (&["check", &none], &["no ruleset in"]),
        (&["test", &none], &["no file of worked cases"]),
        (&["eval", "c.yaml", "--case", "乙"], &["`c.yaml` has no case `乙`"]),
        (&["explain", "cut-scaler"], &["there is no word `cut-scaler`", "did you mean `cut-scalar`?"]),
        (&["serve"], &["--stdio"]),
        (&["evaluate"], &["unrecognized subcommand"]),
    ];
    for (arguments, words) in table {
        expect(&arguments.join(" "), &run(&place, arguments, b""), 2, words);
    }
}
