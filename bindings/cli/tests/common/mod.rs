//! Running the built binary on files of its own folder.
#![allow(dead_code)]

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// What a run said and how it ended.
pub(crate) struct Run {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Run {
    /// Both streams, for words that may stand in either.
    pub(crate) fn said(&self) -> String {
        format!("{}{}", self.out, self.err)
    }
}

/// An empty folder of this name, made anew.
pub(crate) fn folder(name: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&path);
    fs::create_dir_all(&path).expect("a folder for the test");
    path
}

/// Writes a file into a folder.
pub(crate) fn file(folder: &Path, name: &str, text: impl AsRef<[u8]>) {
    let path = folder.join(name);
    fs::create_dir_all(path.parent().expect("a file stands in a folder")).expect("a folder for the file");
    fs::write(path, text).expect("a file for the test");
}

/// Runs `cailiang` in a folder.
pub(crate) fn run(folder: &Path, arguments: &[&str], input: &[u8]) -> Run {
    let mut child = Command::new(env!("CARGO_BIN_EXE_cailiang"))
        .args(arguments)
        .current_dir(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the binary starts");
    let mut stdin = child.stdin.take().expect("stdin is piped");
    let input = input.to_owned();
    let writer = std::thread::spawn(move || stdin.write_all(&input));
    let output = child.wait_with_output().expect("the binary ends");
    // A command that does not read stdin may have closed it.
    let _ = writer.join().expect("the writer ends");
    let run = Run {
        code: output.status.code().expect("no signal ended it"),
        out: String::from_utf8(output.stdout).expect("stdout is UTF-8"),
        err: String::from_utf8(output.stderr).expect("stderr is UTF-8"),
    };
    assert!(!run.err.contains("panicked"), "{arguments:?}: {}", run.err);
    assert!(!run.said().contains('\u{1b}'), "{arguments:?}: colours into a pipe");
    run
}

/// A small benchmark with two offences.
pub(crate) const WASTE: &str = "\
cailiang: 1
ruleset: cn.demo.waste
title: 示例废物裁量基准
issuer: 示例市生态环境局
in_force: {from: 2024-03-01}
status: in_force
laws:
  示例条例: {title: 示例市废物管理条例}
tiers: [轻微, 一般]
offences:
  - id: dump
    name: 随意倾倒
    facts:
      倾倒数量: {type: number, unit: 千克, min: 0, ask: 倾倒了多少？}
      违法所得: {type: money}
    statute:
      basis: 示例条例 第十条
      sanctions:
        - {id: 没收违法所得, kind: confiscate, when: 违法所得 > 0元, amount: 违法所得}
        - {id: 罚款, kind: fine, range: 1万元以上5万元以下}
    benchmark:
      tiers:
        - {tier: 轻微, when: 倾倒数量 < 100千克, 罚款: {part: 0%..30%}}
        - {tier: 一般, when: 倾倒数量 >= 100千克, 罚款: {part: 30%..100%}}
  - id: burn
    name: 露天焚烧
    facts:
      焚烧面积: {type: number, unit: ㎡}
    statute:
      basis: 示例条例 第十一条
      sanctions:
        - {id: 罚款, kind: fine, range: 1千元以上5千元以下}
    benchmark:
      tiers:
        - {tier: 一般, when: 焚烧面积 >= 0㎡, 罚款: {part: 0%..100%}}
";

/// The head of a case of [`WASTE`]; facts follow.
pub(crate) const DUMP: &str = "ruleset: cn.demo.waste\noffence: dump\nfacts:\n  违法行为日: 2024-05-01\n";

/// Asserts the exit code and that all the words were said.
pub(crate) fn expect(what: &str, run: &Run, code: i32, words: &[&str]) {
    assert_eq!(run.code, code, "{what}\n{}", run.said());
    for word in words {
        assert!(run.said().contains(word), "{what}: no `{word}` in\n{}", run.said());
    }
}
