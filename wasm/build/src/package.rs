//! The files of the package around the module: `wasm/npm/dist`, made anew by every build.

use std::fs;
use std::path::{Path, PathBuf};

use cailiang::answer::Json;
use cailiang::{Ruleset, Source};
use cailiang_contract::{REQUEST_SCHEMA, SCHEMA};
use cailiang_rulesets::RULESETS;

use crate::{Built, Result, codes};

/// The last line of the hand-written files that both module systems have; the only line that differs.
const EXPORT: &str = "export {";

pub(crate) fn write(root: &Path, npm: &Path, built: &Built) -> Result<()> {
    same_version(npm)?;
    let (source, dist) = (npm.join("src"), npm.join("dist"));
    if dist.exists() {
        fs::remove_dir_all(&dist)?;
    }
    fs::create_dir_all(&dist)?;
    let put = |name: &str, text: &str| -> Result<()> {
        let path = dist.join(name);
        fs::create_dir_all(path.parent().unwrap_or(&dist))?;
        Ok(fs::write(path, text)?)
    };
    fs::write(dist.join("cailiang.wasm"), &built.first.wasm)?;
    fs::write(dist.join("cailiang-more.wasm"), &built.more.wasm)?;
    both(&put, "glue", &glue(&built.glue))?;
    let [first, more] = [&built.first, &built.more].map(|module| base64(&module.wasm));
    let text = format!("const base64 = {{\n  first: \"{first}\",\n  more: \"{more}\",\n}};\n\nexport {{ base64 }};\n");
    both(&put, "base64", &text)?;
    for name in ["api", "inline"] {
        both(&put, name, &fs::read_to_string(source.join(format!("{name}.js")))?)?;
    }
    put("browser.js", &fs::read_to_string(source.join("browser.js"))?)?;
    for end in ["js", "cjs"] {
        let parts = [dist.join("glue"), dist.join("api"), source.join("node")].map(|path| path.with_extension(end));
        put(&format!("node.{end}"), &whole(&parts)?)?;
    }
    for name in ["index", "contract"] {
        let types = fs::read_to_string(source.join(format!("{name}.d.ts")))?;
        put(&format!("{name}.d.ts"), &types)?;
        put(&format!("{name}.d.cts"), &types.replace("./contract.js", "./contract.cjs"))?;
    }
    put("schema/answer.schema.json", SCHEMA)?;
    put("schema/request.schema.json", REQUEST_SCHEMA)?;
    put("schema/ruleset.schema.json", &cailiang::compile::json_schema())?;
    rulesets(&put)?;
    codes::write(&put)?;
    for licence in ["LICENSE-APACHE", "LICENSE-MIT"] {
        fs::copy(root.join(licence), npm.join(licence))?;
    }
    Ok(())
}

/// The package and the engine are one version.
fn same_version(npm: &Path) -> Result<()> {
    let source = Source::new("package.json", fs::read_to_string(npm.join("package.json"))?);
    let (node, _) = cailiang::syntax::read_json(&source);
    let json = node.as_ref().map_or(Json::Null, Json::from);
    let version = json.get("version").and_then(Json::as_str).unwrap_or_default();
    if version != env!("CARGO_PKG_VERSION") {
        return Err(format!("package.json has version `{version}`, the engine {}", env!("CARGO_PKG_VERSION")).into());
    }
    Ok(())
}

/// The bindings as a function, so that every call gives an instance of its own and nothing is global.
fn glue(script: &str) -> String {
    format!("function glue() {{\n{script}\nreturn wasm_bindgen;\n}}\n\nexport {{ glue }};\n")
}

/// One file as ESM (`.js`) and CommonJS (`.cjs`): imports and the line of exports are rewritten, nothing else.
pub(crate) fn both(put: &impl Fn(&str, &str) -> Result<()>, name: &str, esm: &str) -> Result<()> {
    let mut cjs = String::from("\"use strict\";\n");
    for line in esm.lines() {
        let import = line.strip_prefix("import ").and_then(|rest| rest.strip_suffix(".js\";"));
        if let Some((names, from)) = import.and_then(|rest| rest.split_once(" from \"")) {
            cjs.push_str(&format!("const {names} = require(\"{from}.cjs\");\n"));
        } else if let Some(names) = line.strip_prefix(EXPORT) {
            cjs.push_str(&format!("module.exports = {{{names}\n"));
        } else {
            cjs.push_str(line);
            cjs.push('\n');
        }
    }
    put(&format!("{name}.js"), esm)?;
    put(&format!("{name}.cjs"), &cjs)
}

/// Files that use each other as one: a process of Node that begins reads one file in milliseconds less than three. The
/// last one exports.
fn whole(parts: &[PathBuf]) -> Result<String> {
    let mut out = String::new();
    for (part, last) in parts.iter().zip((0..parts.len()).rev().map(|left| left == 0)) {
        for line in fs::read_to_string(part)?.lines() {
            let own = line.starts_with("import ") && line.contains(" from \"./") || line.contains(" = require(\"./");
            let exports = line.starts_with(EXPORT) || line.starts_with("module.exports = ");
            let strict = line == "\"use strict\";" && !out.is_empty();
            if !own && !strict && (last || !exports) {
                out.push_str(line);
                out.push('\n');
            }
        }
    }
    Ok(out)
}

/// Every ruleset as its text and as a module that any bundler makes a chunk of; an index that loads them when asked.
fn rulesets(put: &impl Fn(&str, &str) -> Result<()>) -> Result<()> {
    let mut index = String::from("/** The built-in rulesets; `load()` gives the text of one. */\nconst rulesets = [\n");
    for text in RULESETS {
        let (ruleset, _) = Ruleset::compile(&Source::new(text.path, text.text));
        let ruleset = ruleset.ok_or_else(|| format!("{} does not compile", text.path))?;
        let head = ruleset.head();
        let module = text.path.replace(".yaml", ".js");
        let quoted = |text: String| Json::from(text).write();
        put(&format!("rulesets/{}", text.path), text.text)?;
        put(&format!("rulesets/{module}"), &format!("export default {};\n", quoted(text.text.to_owned())))?;
        index.push_str(&format!(
            "  {{ name: {}, id: {}, title: {}, from: \"{}\", \
             load: async () => (await import(\"./{module}\")).default }},\n",
            quoted(text.path.to_owned()),
            quoted(head.id.to_string()),
            quoted(head.title.to_string()),
            head.from,
        ));
    }
    index.push_str("];\n\nexport { rulesets };\n");
    put("rulesets/index.js", &index)?;
    put(
        "rulesets/index.d.ts",
        "/** A built-in ruleset; `from` is its first day in force, `load` gives its text. */\n\
         export interface BuiltIn { name: string; id: string; title: string; from: string; load(): Promise<string> }\n\
         export declare const rulesets: readonly BuiltIn[];\n",
    )
}

fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let at = |position: usize| u32::from(chunk.get(position).copied().unwrap_or(0));
        let word = at(0) << 16 | at(1) << 8 | at(2);
        for digit in 0..4 {
            let six = (word >> (18 - 6 * digit)) & 63;
            out.push(if digit > chunk.len() { '=' } else { char::from(DIGITS[six as usize]) });
        }
    }
    out
}
