//! No file of core uses one that uses it back, in one step or in several: what two files share stands in a file below
//! both. Read from `use` lines and from paths in code.

use std::collections::{BTreeMap, BTreeSet};

use super::{core_sources, none};
use cailiang_tests::{read, root};

/// Circles that stay, by one path that all their files begin with, each with its reason.
const EXCUSED: &[(&str, &str)] = &[
    ("evaluate", "the evaluator is about to be replaced"),
    ("expr", "the checker calls itself for what stands within an expression, and is three files long"),
    ("link", "a row copies itself by what the importer does, and the importer copies rows"),
    ("value", "the two forms of a number become each other"),
];

type Path = Vec<String>;

/// The files of core as modules: their text without comments and unit tests, what they import, what they pass on.
#[derive(Default)]
struct Modules {
    texts: BTreeMap<Path, String>,
    /// By module and name, the path that a `pub use` gives it.
    passed_on: BTreeMap<(Path, String), Path>,
}

impl Modules {
    fn of(files: impl IntoIterator<Item = (Path, String)>) -> Self {
        let mut all = Self { texts: files.into_iter().collect(), passed_on: BTreeMap::new() };
        let mut found = BTreeMap::new();
        for (module, text) in &all.texts {
            for (public, path, name) in imports(text) {
                if let Some(path) = all.absolute(module, &path).filter(|_| public) {
                    found.insert((module.clone(), name), path);
                }
            }
        }
        all.passed_on = found;
        all
    }

    /// A path as it is written in a module, from the root; none for one that leads out of core.
    fn absolute(&self, module: &[String], path: &[String]) -> Option<Path> {
        let first = path.first()?;
        let supers = path.iter().take_while(|part| *part == "super").count();
        match first.as_str() {
            "crate" => Some(path[1..].to_vec()),
            "self" => Some([module, &path[1..]].concat()),
            "super" => Some([&module[..module.len().checked_sub(supers)?], &path[supers..]].concat()),
            _ => {
                let child = [module, &path[..1]].concat();
                self.texts.contains_key(&child).then(|| [module, path].concat())
            }
        }
    }

    /// The module whose file declares what a path from the root names: what a module only passes on is followed.
    fn declared_in(&self, path: &[String], steps: usize) -> Option<Path> {
        let mut module = Path::new();
        for (part, at) in path.iter().zip(0..) {
            let below = [module.as_slice(), std::slice::from_ref(part)].concat();
            if self.texts.contains_key(&below) {
                module = below;
                continue;
            }
            return match self.passed_on.get(&(module.clone(), part.clone())) {
                Some(to) if steps > 0 => self.declared_in(&[to, &path[at + 1..]].concat(), steps - 1),
                _ => Some(module),
            };
        }
        Some(module)
    }

    /// The modules of the same folder that a module uses. A module that passes on what is below it does not use that.
    fn used_by(&self, module: &[String]) -> BTreeSet<Path> {
        let text = &self.texts[module];
        let mut paths: Vec<Path> = Vec::new();
        for (public, path, _) in imports(text) {
            let Some(path) = self.absolute(module, &path) else { continue };
            if !(public && path.starts_with(module)) {
                paths.push(path);
            }
        }
        let code: String = statements(text).into_iter().filter(|one| import(one).is_none()).collect();
        paths.extend(written_paths(&code).iter().filter_map(|path| self.absolute(module, path)));
        let declared = paths.iter().filter_map(|path| self.declared_in(path, 9));
        declared.filter(|other| other.first() == module.first() && other != module).collect()
    }

    /// Every largest set of modules that use one another, in one step or in several.
    fn circles(&self) -> Vec<BTreeSet<Path>> {
        let uses: BTreeMap<&Path, BTreeSet<Path>> = self.texts.keys().map(|m| (m, self.used_by(m))).collect();
        let reached = |from: &Path| {
            let (mut seen, mut next) = (BTreeSet::new(), vec![from.clone()]);
            while let Some(module) = next.pop() {
                let new: Vec<&Path> = uses[&module].iter().filter(|other| seen.insert((*other).clone())).collect();
                next.extend(new.into_iter().cloned());
            }
            seen
        };
        let reached: BTreeMap<&Path, BTreeSet<Path>> = self.texts.keys().map(|m| (m, reached(m))).collect();
        let mut found: Vec<BTreeSet<Path>> = Vec::new();
        for (module, all) in reached.iter().filter(|(module, all)| all.contains(**module)) {
            let circle = all.iter().filter(|other| reached[other].contains(*module)).cloned().collect();
            if !found.contains(&circle) {
                found.push(circle);
            }
        }
        found
    }
}

/// A text cut behind each `;`, `{` and `}` that is not within the braces of an import.
fn statements(text: &str) -> Vec<String> {
    let (mut all, mut one, mut depth) = (Vec::new(), String::new(), 0usize);
    for sign in text.chars() {
        one.push(sign);
        let importing = import(&one).is_some();
        match sign {
            '{' if importing => depth += 1,
            '}' if importing => depth = depth.saturating_sub(1),
            ';' | '{' | '}' if depth == 0 => all.push(std::mem::take(&mut one)),
            _ => {}
        }
    }
    all.push(one);
    all
}

/// Whether a statement is an import: whether it is public, and its tree.
fn import(statement: &str) -> Option<(bool, &str)> {
    let statement = statement.trim_start();
    let public = statement.starts_with("pub");
    let rest = if public { statement.split_once(' ').map_or("", |(_, rest)| rest) } else { statement };
    rest.strip_prefix("use ").map(|tree| (public, tree.trim_end().trim_end_matches(';')))
}

/// Every import of a text: whether it is public, its path, and the name it has here.
fn imports(text: &str) -> Vec<(bool, Path, String)> {
    let mut found = Vec::new();
    for statement in statements(text) {
        let Some((public, tree)) = import(&statement) else { continue };
        for (path, name) in expanded(tree) {
            let mut path: Path = path.split("::").map(|part| part.trim().to_owned()).collect();
            if path.len() > 1 && path.last().is_some_and(|last| last == "self") {
                path.pop();
            }
            let name = name.or_else(|| path.last().cloned()).unwrap_or_default();
            found.push((public, path, name));
        }
    }
    found
}

/// `a::{b, c::d as e}` is `a::b` and `a::c::d`, the second by the name `e`.
fn expanded(tree: &str) -> Vec<(String, Option<String>)> {
    let tree = tree.trim();
    let Some((before, group)) = tree.split_once('{') else {
        return match tree.split_once(" as ") {
            Some((path, name)) => vec![(path.to_owned(), Some(name.trim().to_owned()))],
            None => vec![(tree.to_owned(), None)],
        };
    };
    let group = group.trim_end().strip_suffix('}').unwrap_or(group);
    let (mut depth, mut parts) = (0usize, vec![String::new()]);
    for sign in group.chars() {
        match sign {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        match parts.last_mut() {
            Some(last) if !(sign == ',' && depth == 0) => last.push(sign),
            _ => parts.push(String::new()),
        }
    }
    let parts = parts.iter().filter(|part| !part.trim().is_empty());
    parts.flat_map(|part| expanded(part)).map(|(path, name)| (format!("{before}{path}"), name)).collect()
}

/// Every path of code: words that `::` joins.
fn written_paths(code: &str) -> Vec<Path> {
    let words = code.split(|c: char| !c.is_alphanumeric() && c != '_' && c != ':');
    let paths = words.filter(|word| word.contains("::") && !word.starts_with(':'));
    paths.map(|word| word.trim_end_matches(':').split("::").map(str::to_owned).collect()).collect()
}

/// A text without comments and unit tests.
fn code(text: &str) -> String {
    super::code(text).flat_map(|(_, line)| [line, "\n"]).collect()
}

fn modules_of_core() -> Modules {
    let folder = root().join("core/src");
    let files = core_sources().into_iter().filter_map(|path| {
        let inside = path.strip_prefix(&folder).ok()?.with_extension("");
        let mut module: Path = inside.iter().map(|part| part.to_string_lossy().into_owned()).collect();
        if module.last().is_some_and(|last| last == "mod") {
            module.pop();
        }
        let test = module.iter().any(|part| part == "tests") || module == ["lib"];
        (!test).then(|| (module, code(&read(&path))))
    });
    Modules::of(files)
}

fn shown(circle: &BTreeSet<Path>) -> String {
    circle.iter().map(|module| module.join("/")).collect::<Vec<_>>().join(", ")
}

#[test]
fn no_file_of_core_uses_one_that_uses_it_back() {
    let circles = modules_of_core().circles();
    let excused = |circle: &BTreeSet<Path>| {
        let folder = circle.iter().find_map(|module| module.first());
        EXCUSED.iter().position(|(excused, _)| folder.is_some_and(|folder| folder == excused))
    };
    let open: Vec<String> = circles.iter().filter(|circle| excused(circle).is_none()).map(shown).collect();
    none(&open);
    let needed: BTreeSet<usize> = circles.iter().filter_map(excused).collect();
    let idle = EXCUSED.iter().enumerate().filter(|(number, _)| !needed.contains(number));
    none(&idle.map(|(_, (folder, _))| format!("`{folder}` has no circle now and needs no excuse")).collect::<Vec<_>>());
}

fn made(files: &[(&str, &str)]) -> Vec<String> {
    let files = files.iter().map(|(module, text)| (module.split('/').map(str::to_owned).collect(), (*text).to_owned()));
    Modules::of(files).circles().iter().map(shown).collect()
}

#[test]
fn circles_are_found_through_imports_paths_and_what_a_module_passes_on() {
    let parent = ("a", "mod b;\nmod c;\npub use b::B;\npub(crate) use c::{self, C as D};\n");
    assert_eq!(made(&[parent, ("a/b", "use super::{x::Y, c::C};"), ("a/c", "fn f(b: &super::B) {}")]), ["a/b, a/c"]);
    assert_eq!(made(&[parent, ("a/b", "use crate::a::D;\n"), ("a/c", "use super::b;")]), ["a/b, a/c"]);
    // To pass on what is below is no use of it; to take from the parent what is declared there is one.
    assert_eq!(made(&[parent, ("a/b", "use super::c::C;"), ("a/c", "use crate::z::B;")]), [""; 0]);
    let own = ("a", "mod b;\nuse b::B;\npub struct A;\nfn f() -> B { b::g() }\n");
    assert_eq!(made(&[own, ("a/b", "use super::A;")]), ["a, a/b"]);
    assert_eq!(made(&[own, ("a/b", "use std::fmt;")]), [""; 0]);
    // Of several steps, and only within one folder.
    let three = [("a/x", "use super::y::Y;"), ("a/y", "use super::z::Z;"), ("a/z", "fn f() { super::x::g(); }")];
    assert_eq!(made(&[&[("a", "mod x; mod y; mod z;")], &three[..]].concat()), ["a/x, a/y, a/z"]);
    assert_eq!(made(&[("a", "use crate::b::B;"), ("b", "use crate::a::A;")]), [""; 0]);
}
