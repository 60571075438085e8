//! Builds the npm package of cailiang: `cargo run -p cailiang-wasm-build`.
//!
//! The engine becomes two modules with their bindings, the second for what goes beyond one offence ([`split`]); the
//! rulesets, the schemas and the hand-written part of the package are put beside them in `wasm/npm/dist`. The sizes are
//! printed and held against budgets. Two builds of the same sources by the same toolchain give the same bytes:
//! `--check` builds once more from nothing and compares; `--codes` writes only the words, into a package that was built
//! before: whoever changes a name need not wait for the modules.

mod codes;
mod hot;
mod order;
mod package;
mod route;
mod sizes;
mod split;

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use route::Route;
use wasm_bindgen_cli_support::Bindgen;

/// What may go wrong ends the build with its message.
type Result<T> = std::result::Result<T, Box<dyn Error>>;

fn main() -> ExitCode {
    let asked = |flag: &str| std::env::args().any(|argument| argument == flag);
    let done = if asked("--codes") { codes() } else { build(asked("--check")) };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Writes the words anew into the package that is there.
fn codes() -> Result<()> {
    let dist = Path::new(env!("CARGO_MANIFEST_DIR")).join("../npm/dist");
    codes::write(&|name, text| Ok(fs::write(dist.join(name), text)?))
}

fn build(check: bool) -> Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize()?;
    let npm = root.join("wasm/npm");
    let route = Route::find()?;
    println!("route: {}", route.name());
    let target = target_folder(&root);
    let built = module(&route, &root, &target, &npm)?;
    package::write(&root, &npm, &built)?;
    println!("written: wasm/npm/dist");
    // A module that is too large is still compared: the two say different things.
    let sizes = sizes::report(&built);
    if check {
        let again = target.join("again");
        if again.exists() {
            fs::remove_dir_all(&again)?;
        }
        let second = module(&route, &root, &again, &npm)?;
        if second.first.wasm != built.first.wasm || second.more.wasm != built.more.wasm || second.glue != built.glue {
            return Err("a second build gave other bytes".into());
        }
        println!("a second build from nothing gave the same bytes");
    }
    sizes
}

/// The modules and what goes with them.
struct Built {
    /// What every host loads.
    first: Shipped,
    /// What a host loads that asks for more than one offence.
    more: Shipped,
    /// The bindings that wasm-bindgen wrote: a script that ends in a value `wasm_bindgen`.
    glue: String,
}

/// A module.
struct Shipped {
    /// As it is shipped.
    wasm: Vec<u8>,
    /// The same with the names of its functions, for the sizes by part.
    named: Vec<u8>,
}

/// A folder of its own, so that the other toolchain of route 2 does not rebuild what cargo built.
fn target_folder(root: &Path) -> PathBuf {
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), PathBuf::from);
    target.join("module")
}

fn module(route: &Route, root: &Path, target: &Path, npm: &Path) -> Result<Built> {
    // Twice: what is to be quick is told by symbols, which are known once it was compiled.
    let in_folder = |folder: &Path| folder.join("wasm32-unknown-unknown/wasm/cailiang_wasm.wasm");
    let small = target.join("small");
    run(&mut route.cargo(root, &small, &[]))?;
    run(&mut route.cargo(root, target, &hot::options(&fs::read(in_folder(&small))?)?))?;
    let compiled = in_folder(target);
    let mut bindgen = Bindgen::new();
    // One script for ESM and CommonJS: `package` wraps it for both, so there is one module and not one for each.
    bindgen.input_path(&compiled).out_name("cailiang").no_modules(true)?;
    bindgen.omit_default_module_path(true).typescript(false).keep_debug(false).demangle(false);
    let folder = target.join("bindings");
    bindgen.generate(&folder)?;
    let glue = fs::read_to_string(folder.join("cailiang.js"))?;
    let bound = folder.join("cailiang_bg.wasm");
    let optimised = folder.join("optimised.wasm");
    wasm_opt(npm, &bound, &optimised, &[&OPTIMISE[..], &["--debuginfo"]].concat())?;
    let halves = split::halves(&fs::read(&optimised)?)?;
    let first = shipped(npm, &folder, "cailiang", &halves.first)?;
    let more = shipped(npm, &folder, "cailiang-more", &halves.more)?;
    Ok(Built { first, more, glue })
}

/// A module as it is shipped: its functions in order, without their names. What is shipped is what is measured: the
/// names are taken off at the end.
fn shipped(npm: &Path, folder: &Path, name: &str, module: &[u8]) -> Result<Shipped> {
    let [numbered, named, wasm] =
        ["-numbered.wasm", "-named.wasm", ".wasm"].map(|end| folder.join(format!("{name}{end}")));
    fs::write(&numbered, order::numbered(module)?)?;
    wasm_opt(npm, &numbered, &named, &["--reorder-functions-by-name", "--debuginfo"])?;
    wasm_opt(npm, &named, &wasm, &["--strip-debug", "--strip-producers"])?;
    Ok(Shipped { wasm: fs::read(wasm)?, named: fs::read(named)? })
}

/// Only what Node 20 and every browser since 2022 load; `--all-features` gives modules that they do not.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// What makes the module small once it is gzipped, which is not what makes it small: functions inlined where they are
/// called once cost some 20 KB (each has more locals, and repeats less), so only the small ones are. Their order is a
/// step of its own, [`order`].
const OPTIMISE: [&str; 4] = ["-O2", "--converge", "--one-caller-inline-max-function-size", "10"];

fn wasm_opt(npm: &Path, from: &Path, to: &Path, options: &[&str]) -> Result<()> {
    let tool = npm.join("node_modules/binaryen/bin/wasm-opt");
    if !tool.exists() {
        return Err("wasm-opt is not there: run `npm ci` in wasm/npm".into());
    }
    let mut command = Command::new("node");
    command.arg(tool).args(options).args(FEATURES).arg(from).arg("-o").arg(to);
    run(&mut command)
}

fn run(command: &mut Command) -> Result<()> {
    let shown = command.get_program().to_string_lossy().into_owned();
    let status = command.status().map_err(|error| format!("{shown}: {error}"))?;
    if status.success() { Ok(()) } else { Err(format!("{shown} ended with {status}").into()) }
}
