//! Where rulesets come from: built in, and from the files the user names.

use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use cailiang::syntax::MAX_BYTES;
use cailiang::{Diagnostic, Library, Ruleset, Source};

use crate::print::{Message, Screen};
use crate::{Done, Exit, Rules, Stop};

/// Folders in folders are followed this deep; a link to itself would never end.
const DEEPEST: usize = 32;

/// The built-in rulesets and those of `--rules`, or the end of the command.
pub(crate) fn load(rules: &Rules, screen: &mut Screen) -> Done<Library> {
    let mut library = builtin(rules, screen)?;
    for path in &rules.added {
        for file in files(path, is_ruleset, "ruleset", screen)? {
            let source = read(&file, Exit::Ruleset, screen)?;
            if path.is_dir() && is_case_text(&source) {
                continue;
            }
            let (ruleset, diagnostics) = Ruleset::compile(&source);
            let added = match ruleset {
                Some(ruleset) => add(&mut library, ruleset).map_err(|d| vec![*d]),
                None => Err(diagnostics),
            };
            if let Err(found) = added {
                for diagnostic in found.iter().filter(|d| d.is_error()) {
                    screen.say(&Message::diagnostic(diagnostic, Some(&source)))?;
                }
                return Err(Stop::Said(Exit::Ruleset));
            }
        }
    }
    Ok(library)
}

/// The built-in rulesets alone.
pub(crate) fn builtin(rules: &Rules, screen: &mut Screen) -> Done<Library> {
    let mut library = Library::new();
    if rules.no_builtin {
        return Ok(library);
    }
    for text in cailiang_rulesets::RULESETS {
        let source = Source::new(text.path, text.text);
        let (ruleset, found) = Ruleset::compile(&source);
        let added = ruleset.map(|r| library.add(r));
        // A test keeps this from happening in a release.
        if !matches!(added, Some(Ok(()))) {
            for diagnostic in &found {
                screen.say(&Message::diagnostic(diagnostic, Some(&source)))?;
            }
            return Err(Stop::Said(Exit::Ruleset));
        }
    }
    Ok(library)
}

/// Adds a ruleset, unless the very same text is there already.
pub(crate) fn add(library: &mut Library, ruleset: Ruleset) -> Result<(), Box<Diagnostic>> {
    if library.rulesets().any(|r| r.digests() == ruleset.digests()) {
        return Ok(());
    }
    library.add(ruleset).map_err(|diagnostic| {
        let hint = diagnostic.help.clone().unwrap_or_default();
        Box::new(
            diagnostic.help(format!("{hint}; to put this text in the place of a built-in one, add `--no-builtin`")),
        )
    })
}

/// Whether a file is a ruleset by its name.
pub(crate) fn is_ruleset(path: &Path) -> bool {
    has_ending(path, &[".yaml", ".yml", ".json"]) && !is_cases(path)
}

/// Whether a file holds worked cases by its name.
pub(crate) fn is_cases(path: &Path) -> bool {
    let endings = [".cases.yaml", ".cases.yml", ".cases.json", ".case.yaml", ".case.yml", ".case.json"];
    has_ending(path, &endings)
}

/// Whether a text is a case by what it says: a folder may have cases under any name.
fn is_case_text(source: &Source) -> bool {
    let Some(node) = cailiang::syntax::read(source).0 else { return false };
    node.get("cailiang").is_none() && ["offence", "cases", "acts"].iter().any(|key| node.get(key).is_some())
}

fn has_ending(path: &Path, endings: &[&str]) -> bool {
    let name = path.file_name().map(|n| n.to_string_lossy().to_lowercase()).unwrap_or_default();
    endings.iter().any(|ending| name.ends_with(ending))
}

/// The file itself, or what a folder has of the kind, in the order of their names.
pub(crate) fn files(path: &Path, wanted: fn(&Path) -> bool, what: &str, screen: &mut Screen) -> Done<Vec<PathBuf>> {
    if !path.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let mut found = Vec::new();
    if let Err(error) = walk(path, wanted, 0, &mut found) {
        return unreadable(path, &error, screen);
    }
    if found.is_empty() {
        screen.say(
            &Message::error(format!("no {what} in `{}`", path.display()))
                .help("name a file, or the folder that has them"),
        )?;
        return Err(Stop::Said(Exit::Usage));
    }
    Ok(found)
}

fn walk(folder: &Path, wanted: fn(&Path) -> bool, depth: usize, found: &mut Vec<PathBuf>) -> io::Result<()> {
    let mut paths = fs::read_dir(folder)?.map(|entry| entry.map(|e| e.path())).collect::<io::Result<Vec<_>>>()?;
    paths.sort();
    for path in paths {
        let hidden = path.file_name().is_some_and(|n| n.to_string_lossy().starts_with('.'));
        if path.is_dir() && !hidden && depth < DEEPEST {
            walk(&path, wanted, depth.saturating_add(1), found)?;
        } else if path.is_file() && wanted(&path) {
            found.push(path);
        }
    }
    Ok(())
}

/// The text of a file, or of stdin for `-`; `not_text` is how the command ends when it is no UTF-8.
pub(crate) fn read(path: &Path, not_text: Exit, screen: &mut Screen) -> Done<Source> {
    let stdin = path == Path::new("-");
    let name = if stdin { "<stdin>".to_owned() } else { path.display().to_string() };
    let mut bytes = Vec::new();
    // A device never ends; one byte above the limit is enough for the reader to say so.
    let most = u64::try_from(MAX_BYTES).unwrap_or(u64::MAX).saturating_add(1);
    let done = if stdin {
        io::stdin().lock().take(most).read_to_end(&mut bytes)
    } else {
        fs::File::open(path).and_then(|file| file.take(most).read_to_end(&mut bytes))
    };
    if let Err(error) = done {
        return unreadable(path, &error, screen);
    }
    match String::from_utf8(bytes) {
        Ok(text) => Ok(Source::new(name, text)),
        Err(error) => {
            screen.say(&not_utf8(&name, error.as_bytes(), error.utf8_error().valid_up_to()))?;
            Err(Stop::Said(not_text))
        }
    }
}

fn unreadable<T>(path: &Path, error: &io::Error, screen: &mut Screen) -> Done<T> {
    let (text, help) = match error.kind() {
        io::ErrorKind::NotFound => {
            (format!("there is no file `{}`", path.display()), "look at the spelling of the path")
        }
        _ if path.is_dir() => (format!("`{}` is a folder, expected a file", path.display()), "name a file in it"),
        _ => (format!("`{}` cannot be read: {error}", path.display()), "look at the permissions of the file"),
    };
    screen.say(&Message::error(text).help(help))?;
    Err(Stop::Said(Exit::Usage))
}

fn not_utf8(name: &str, bytes: &[u8], valid: usize) -> Message<'static> {
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return Message::error(format!("`{name}` is UTF-16 text, expected UTF-8"))
            .help("save it as UTF-8 without byte order mark");
    }
    let line = bytes.iter().take(valid).filter(|b| **b == b'\n').count().saturating_add(1);
    Message::error(format!("`{name}` is not UTF-8 text: line {line} has other bytes"))
        .help("save it as UTF-8; a file of an older Chinese program is often GBK (GB 18030)")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_tell_rulesets_from_cases() {
        for (name, ruleset, cases) in [
            ("2024-03-01.yaml", true, false),
            ("2024-03-01.YML", true, false),
            ("2024-03-01.json", true, false),
            ("2024-03-01.cases.yaml", false, true),
            ("SOURCE.md", false, false),
        ] {
            assert_eq!((is_ruleset(Path::new(name)), is_cases(Path::new(name))), (ruleset, cases), "{name}");
        }
    }

    #[test]
    fn the_built_in_rulesets_fit_together() {
        let mut library = Library::new();
        for text in cailiang_rulesets::RULESETS {
            let (ruleset, found) = Ruleset::compile(&Source::new(text.path, text.text));
            add(&mut library, ruleset.unwrap_or_else(|| panic!("{}: {found:?}", text.path))).unwrap();
        }
        assert_eq!(library.rulesets().count(), cailiang_rulesets::RULESETS.len());
    }
}
