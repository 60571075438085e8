//! `types`: TypeScript types of the facts of a ruleset, one for each offence, so that a front-end that misspells a
//! level or a unit does not compile.

use std::fmt::Write as _;
use std::sync::Arc;

use cailiang::Failure;
use cailiang::answer::Json;
use cailiang::compile::DATES;
use cailiang::expr::Type;
use cailiang::ruleset::FactDecl;
use cailiang::value::Date;
use cailiang::{Library, LinkError, Program, Ruleset};
use clap::Args;

use crate::print::{Message, Screen};
use crate::{Done, Exit, Rules, Stop, library};

/// Of which ruleset.
#[derive(Args)]
pub(crate) struct Arguments {
    /// The id of a ruleset, built in or added with --rules
    #[arg(value_name = "RULESET")]
    ruleset: String,
    /// A day on which the version is in force; needed where there are several versions
    #[arg(long, value_name = "DAY", value_parser = |text: &str| Date::parse(text).map_err(|error| error.to_string()))]
    on: Option<Date>,
}

pub(crate) fn run(arguments: &Arguments, rules: &Rules, screen: &mut Screen) -> Done {
    let library = library::load(rules, screen)?;
    let day = day(arguments, &library, screen)?;
    let linked = library.version(&arguments.ruleset, day).map(Arc::clone).and_then(|ruleset| {
        let link =
            |o: &cailiang::ruleset::Offence| library.link(&arguments.ruleset, &o.id, day).map(|p| (o.clone(), p));
        let offences: Result<Vec<_>, LinkError> = ruleset.offences().iter().map(link).collect();
        offences.map(|offences| (ruleset, offences))
    });
    match linked {
        Ok((ruleset, offences)) => {
            let programs: Vec<(&str, &str, &Program)> =
                offences.iter().map(|(o, program)| (&*o.id, &*o.name, program)).collect();
            screen.line(typescript(&ruleset, &programs).trim_end())?;
            Ok(Exit::Determined)
        }
        Err(error) => {
            let failure = Failure::Link(error);
            let help = "`--on` names the day; `cailiang list` shows the rulesets with theirs, `--rules DIR` adds those \
                        of a folder";
            screen.say(&Message::error(failure.message()).help(help))?;
            Err(Stop::Said(crate::failure::exit(&failure)))
        }
    }
}

/// The day asked for; else, where there is one version only, its first. Of several versions none is picked.
fn day(arguments: &Arguments, library: &Library, screen: &mut Screen) -> Done<Date> {
    if let Some(day) = arguments.on {
        return Ok(day);
    }
    let mut days: Vec<Date> =
        library.rulesets().filter(|r| *r.head().id == *arguments.ruleset).map(|r| r.head().from).collect();
    days.dedup();
    match days[..] {
        [day] => return Ok(day),
        [] => {
            let similar = library.rulesets().map(|r| &*r.head().id);
            let help = match cailiang::syntax::suggest(&arguments.ruleset, similar) {
                Some(similar) => format!("did you mean `{similar}`?"),
                None => "`cailiang list` shows the ids; `--rules DIR` adds the rulesets of a folder".to_owned(),
            };
            screen.say(&Message::error(format!("no ruleset has the id `{}`", arguments.ruleset)).help(help))?;
        }
        _ => {
            let days = days.iter().map(Date::to_string).collect::<Vec<_>>().join(", ");
            let message = format!("`{}` has several versions, in force from {days}", arguments.ruleset);
            screen
                .say(&Message::error(message).help("name a day on which the version is in force: `--on 2024-05-01`"))?;
        }
    }
    Err(Stop::Said(Exit::Usage))
}

/// The module: `Facts` by offence, `Offence`, and `RequestOf` an offence.
fn typescript(ruleset: &Ruleset, offences: &[(&str, &str, &Program)]) -> String {
    let head = ruleset.head();
    let mut out = format!(
        "// The facts of {} ({}), the version in force from {}, for TypeScript.\n\
         // Made by `cailiang types` from the text with SHA-256 {}.\n\
         import type {{ Request }} from \"cailiang\";\n\n\
         /** A day: \"2024-03-01\". */\n\
         export type Day = `${{number}}-${{number}}-${{number}}`;\n\
         /** A decimal as text, which nothing rounds, with its unit or without: \"9600.50\", \"9600.50元\". */\n\
         export type Decimal<Unit extends string = \"\"> = `${{number}}` | `${{number}}${{Unit}}`;\n\
         /** A whole number; one beyond 2\u{2075}\u{b3} \u{2212} 1 as text or bigint. */\n\
         export type Whole<Unit extends string = \"\"> = number | bigint | Decimal<Unit>;\n\
         /** Asked, and cannot be proved. */\n\
         export type Unascertainable = \"无法查明\";\n\n\
         /** What each offence reads. Left out or null: not known yet. */\n\
         export interface Facts {{\n",
        one_line(&head.id),
        one_line(&head.title),
        head.from,
        ruleset.digests().sha256,
    );
    for (id, name, program) in offences {
        let _ = writeln!(out, "  /** {} */\n  {}: {{", comment(name), quoted(id));
        for (_, fact) in program.facts() {
            put_fact(&mut out, fact);
        }
        for name in DATES.iter().filter(|name| program.fact(name).is_none()) {
            let _ = writeln!(out, "    {}?: Day | Unascertainable | null;", quoted(name));
        }
        out.push_str("  };\n");
    }
    let _ = write!(
        out,
        "}}\n\nexport type Offence = keyof Facts;\n\n\
         /** A request about one offence, its facts checked. */\n\
         export type RequestOf<O extends Offence> = Omit<Request, \"ruleset\" | \"offence\" | \"facts\"> & {{\n  \
         ruleset: {};\n  offence: O;\n  facts?: Facts[O];\n}};\n",
        quoted(&head.id)
    );
    out
}

fn put_fact(out: &mut String, fact: &FactDecl) {
    let mut said: Vec<String> = fact.ask.iter().map(|ask| comment(ask)).collect();
    if let Some(unit) = fact.unit.as_ref().filter(|unit| !unit.name.is_empty()) {
        said.push(format!("in {}", comment(&unit.name)));
    }
    if fact.money {
        said.push("at most two decimals".to_owned());
    }
    if !said.is_empty() {
        let _ = writeln!(out, "    /** {} */", said.join("; "));
    }
    let cannot = if fact.can_be_unascertainable { " | Unascertainable" } else { "" };
    let _ = writeln!(out, "    {}?: {}{cannot} | null;", quoted(&fact.name), type_of(fact));
}

fn type_of(fact: &FactDecl) -> String {
    let unit = fact.unit.as_ref().map(|unit| &*unit.name).filter(|name| !name.is_empty());
    let unit = unit.map(|name| format!("<{}>", quoted(name))).unwrap_or_default();
    match &fact.ty {
        Type::Number(_) if fact.integer => format!("Whole{unit}"),
        Type::Number(_) => format!("Decimal{unit}"),
        Type::List(inner) if matches!(**inner, Type::Number(_)) => {
            format!("readonly {}{unit}[]", if fact.integer { "Whole" } else { "Decimal" })
        }
        other => plain(other),
    }
}

/// A type that has no unit of its own, as the parts of records have none: they are given in the base unit.
fn plain(ty: &Type) -> String {
    match ty {
        Type::Truth => "boolean".to_owned(),
        Type::Number(_) => "Decimal | number".to_owned(),
        Type::Date => "Day".to_owned(),
        Type::Levels(levels) => levels.names.iter().map(|name| quoted(name)).collect::<Vec<_>>().join(" | "),
        Type::Text => "string".to_owned(),
        Type::List(inner) => format!("readonly ({})[]", plain(inner)),
        Type::Record(fields) => {
            let field =
                |(name, ty): &(Arc<str>, Type)| format!("{}?: {} | Unascertainable | null", quoted(name), plain(ty));
            format!("{{ {} }}", fields.iter().map(field).collect::<Vec<_>>().join("; "))
        }
    }
}

/// A string literal; what JSON escapes, TypeScript reads.
fn quoted(text: &str) -> String {
    Json::from(text.to_owned()).write()
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text that cannot end the comment it stands in.
fn comment(text: &str) -> String {
    one_line(text).replace("*/", "*\u{200b}/")
}
