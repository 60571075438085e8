//! The vocabulary as data of the package: `cailiang/codes` with names and pages, `cailiang/names` with names alone.
//!
//! Neither is in the modules: pages are long and rarely read, and a page that shows an answer needs the names only.

use cailiang::answer::Json;
use cailiang::vocabulary::{FAMILIES, Family, Said, Word};

use crate::Result;
use crate::package::both;

const WORD: &str = "\
/** The word that is written so, with its names and pages; undefined if the family has none. */
const word = (family, slug) => families.find(({ id }) => id === family)?.words.find((one) => one.slug === slug);

export { families, word };
";

const NAME: &str = "\
/** The name of a word in a language; undefined if there is no such word. */
const nameOf = (family, slug, lang) => names[family]?.[slug]?.[lang];

export { names, nameOf };
";

const CODES_TYPES: &str = "
/** What is said of a word in one language: its name, and what it means and what to do, in Markdown. */
export interface Said { readonly name: string; readonly page: string }
/** A word as it stands in JSON, with what is said of it. */
export interface Word<Slug extends string = string> { readonly slug: Slug; readonly zh: Said; readonly en: Said }
/** Words of which one stands at a place of an answer, a request or a ruleset. */
export interface Family {
  readonly id: keyof Families;
  readonly zh: string;
  readonly en: string;
  readonly words: readonly Word[];
}

/** Every family, in the order of the reference pages. */
export declare const families: readonly Family[];
/** The word that is written so; `undefined` for one that this version does not know. */
export declare function word<Id extends keyof Families>(family: Id, slug: Families[Id]): Word<Families[Id]>;
export declare function word<Id extends keyof Families>(family: Id, slug: string): Word<Families[Id]> | undefined;
";

const NAMES_TYPES: &str = "\
import type { Families } from \"./codes.js\";

type Lang = \"zh\" | \"en\";

/** The names of every word, by family and slug. */
export declare const names: {
  readonly [Id in keyof Families]: { readonly [Slug in Families[Id]]: { readonly zh: string; readonly en: string } };
};
/** The name of a word in a language; `undefined` for one that this version does not know. */
export declare function nameOf<Id extends keyof Families>(family: Id, slug: Families[Id], lang: Lang): string;
export declare function nameOf<Id extends keyof Families>(family: Id, slug: string, lang: Lang): string | undefined;
";

pub(crate) fn write(put: &impl Fn(&str, &str) -> Result<()>) -> Result<()> {
    let families = Json::array(FAMILIES.iter().map(|family| whole(family))).write_pretty();
    both(put, "codes", &format!("const families = {families};\n\n{WORD}"))?;
    let names: Vec<_> = FAMILIES.iter().map(|family| (family.id, names(family))).collect();
    both(put, "names", &format!("const names = {};\n\n{NAME}", Json::object(names).write()))?;
    let types = types();
    for (end, own) in [("ts", "./codes.js"), ("cts", "./codes.cjs")] {
        put(&format!("codes.d.{end}"), &types)?;
        put(&format!("names.d.{end}"), &NAMES_TYPES.replace("./codes.js", own))?;
    }
    Ok(())
}

fn whole(family: &Family) -> Json {
    let said = |said: Said| Json::object([("name", said.name.into()), ("page", said.page.into())]);
    let word = |word: &Word| Json::object([("slug", word.slug.into()), ("zh", said(word.zh)), ("en", said(word.en))]);
    let words = Json::array(family.words.iter().map(word));
    Json::object([("id", family.id.into()), ("zh", family.zh.into()), ("en", family.en.into()), ("words", words)])
}

fn names(family: &Family) -> Json {
    let both = |word: &Word| Json::object([("zh", word.zh.name.into()), ("en", word.en.name.into())]);
    Json::object(family.words.iter().map(|word| (word.slug, both(word))).collect::<Vec<_>>())
}

/// A union for each family, and the families by name.
fn types() -> String {
    let mut types = String::from("// Made from the vocabulary of the engine by the build.\n\n");
    for family in FAMILIES {
        let words: Vec<String> = family.words.iter().map(|word| format!("\"{}\"", word.slug)).collect();
        types.push_str(&format!("/** {} · {} */\n", family.zh, family.en));
        types.push_str(&format!("export type {} = {};\n", family.id, words.join(" | ")));
    }
    types.push_str("\n/** The words of each family, by its name. */\nexport interface Families {\n");
    for family in FAMILIES {
        types.push_str(&format!("  {0}: {0};\n", family.id));
    }
    types.push_str("}\n");
    types.push_str(CODES_TYPES);
    types
}
