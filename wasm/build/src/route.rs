//! Which toolchain compiles for `wasm32-unknown-unknown`. Nothing is ever fetched here: what is missing is said.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::Result;

const TARGET: &str = "wasm32-unknown-unknown";
/// Where Debian puts its own toolchain.
const DEBIAN: &str = "/usr/bin";

/// Nobody can read what a module says when it panics: a trap says as much. Some 8 KB of the module, gzipped; only a
/// compiler that takes unstable flags can leave the words out.
const NO_WORDS: [&str; 4] =
    ["-Zunstable-options", "-Cpanic=immediate-abort", "-Zlocation-detail=none", "-Zfmt-debug=none"];

/// What the code generator leaves as it is written.
const PLAIN: [&str; 3] = [
    // Taking an address apart into steps for each turn of a loop has many locals: 7 KB of the module, gzipped.
    "-disable-lsr",
    // Expressions moved up to where only some ways need them: 1 KB.
    "-enable-pre=0",
    // A function that needs memory of its own stays one, though it is called once. A host compiles a function when it
    // is first called, and all of it: rules and first outcome came a third sooner when what a ruleset does not have
    // stopped being a part of what every ruleset needs.
    "-inline-max-stacksize=64",
];

/// A way to compile the module.
pub(crate) enum Route {
    /// The target is installed (`rustup target add wasm32-unknown-unknown`): plain cargo.
    Installed,
    /// Debian's toolchain (`rustc-web` and what goes with it) builds the standard library as well.
    Debian,
}

impl Route {
    pub(crate) fn find() -> Result<Self> {
        if library(Path::new(&sysroot("rustc")?)).is_dir() {
            return Ok(Self::Installed);
        }
        let debian = |file: &str| Path::new(DEBIAN).join(file).exists();
        let mut missing = Vec::new();
        for (file, package) in [("rustc", "rustc-web"), ("cargo", "cargo-web"), ("rust-lld", "rust-web-llvm")] {
            if !debian(file) {
                missing.push(package.to_owned());
            }
        }
        if debian("rustc") {
            let std = PathBuf::from(sysroot("/usr/bin/rustc")?).join("lib/rustlib/src/rust/library");
            if !std.exists() {
                missing.push("rust-web-src".to_owned());
            }
        }
        // `rust-lld` is a link to the linker of one LLVM version, which is a package of its own.
        if let Ok(linker) = std::fs::read_link("/usr/bin/rust-lld")
            && let Some(name) = linker.file_name().map(|name| name.to_string_lossy().into_owned())
            && !debian(&name)
        {
            missing.push(name);
        }
        if missing.is_empty() {
            return Ok(Self::Debian);
        }
        Err(format!(
            "no toolchain for {TARGET}. Either `rustup target add {TARGET}`, or on Debian:\n  \
             apt-get install -y --no-install-recommends {}",
            missing.join(" ")
        )
        .into())
    }

    pub(crate) fn name(&self) -> &'static str {
        match self {
            Self::Installed => "the installed target wasm32-unknown-unknown",
            Self::Debian => "Debian's rustc-web, with its own standard library",
        }
    }

    /// The command that compiles the module into `target`, with options of the code generator for some functions.
    pub(crate) fn cargo(&self, root: &Path, target: &Path, options: &[String]) -> Command {
        let (cargo, rustc) = match self {
            Self::Installed => ("cargo", "rustc"),
            Self::Debian => ("/usr/bin/cargo", "/usr/bin/rustc"),
        };
        let mut command = Command::new(cargo);
        command.current_dir(root).args(["build", "--locked", "--profile", "wasm", "-p", "cailiang-wasm"]);
        command.args(["--target", TARGET]).arg("--target-dir").arg(target);
        if matches!(self, Self::Debian) {
            // The small sorts and searches of the standard library: some 35 KB of the module, gzipped.
            command.args(["-Zbuild-std=std,panic_abort", "-Zbuild-std-features=optimize_for_size"]);
            command.env("RUSTC_BOOTSTRAP", "1").env("RUSTC", rustc);
            let path = std::env::var("PATH").unwrap_or_default();
            command.env("PATH", format!("{DEBIAN}:{path}"));
        }
        // cargo run hands its own toolchain down; the other one must not inherit it.
        command.env_remove("RUSTUP_TOOLCHAIN").env_remove("CARGO").env_remove("RUSTFLAGS");
        let mut flags = remaps(root, rustc);
        // Digests are of a few kilobytes, on request: the loop is quick enough, unrolled it is six times as large.
        flags.extend(["--cfg".to_owned(), "sha2_backend_soft=\"compact\"".to_owned()]);
        flags.extend(PLAIN.map(|option| format!("-Cllvm-args={option}")));
        flags.extend(options.iter().map(|option| format!("-Cllvm-args={option}")));
        // The symbols, for `hot`.
        flags.push("-Clink-arg=--no-demangle".to_owned());
        if matches!(self, Self::Debian) {
            flags.extend(NO_WORDS.map(str::to_owned));
        }
        command.env("CARGO_ENCODED_RUSTFLAGS", flags.join("\u{1f}"));
        command
    }
}

/// Where panics happen is part of the module; the folders of this machine must not be.
fn remaps(root: &Path, rustc: &str) -> Vec<String> {
    let home = std::env::var_os("HOME").map(PathBuf::from).unwrap_or_default();
    let cargo = std::env::var_os("CARGO_HOME").map_or_else(|| home.join(".cargo"), PathBuf::from);
    let registry = cargo.join("registry/src");
    let mut folders = vec![(root.to_path_buf(), String::new()), (cargo, "/cargo".to_owned())];
    // The folder of a registry is named after its host.
    for entry in std::fs::read_dir(registry).into_iter().flatten().flatten() {
        folders.push((entry.path(), "/crates".to_owned()));
    }
    if let Ok(sysroot) = sysroot(rustc) {
        folders.push((sysroot.into(), "/rust".to_owned()));
    }
    folders.into_iter().map(|(from, to)| format!("--remap-path-prefix={}={to}", from.display())).collect()
}

fn library(sysroot: &Path) -> PathBuf {
    sysroot.join("lib/rustlib").join(TARGET).join("lib")
}

fn sysroot(rustc: &str) -> Result<String> {
    let output = Command::new(rustc).args(["--print", "sysroot"]).output().map_err(|e| format!("{rustc}: {e}"))?;
    Ok(String::from_utf8(output.stdout)?.trim().to_owned())
}
