//! `cailiang`: check rulesets, evaluate cases, ask what is still open, review decisions, run worked cases, serve hosts.
//!
//! Nothing here knows a rule of law: a command reads files, calls the engine, and writes what it says.

mod ask;
mod cases;
mod check;
mod decide;
mod eval;
mod explain;
mod failure;
mod library;
mod list;
mod parting;
mod print;
mod procedure;
mod replay;
mod review;
mod serve;
mod test;
mod types;
mod written;

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand, ValueEnum};

use cailiang::vocabulary::Lang;
use print::Screen;

const EXIT_CODES: &str = "\
Exit codes:
  0  done; the result is determined
  2  the command line is wrong, or a file cannot be read
  3  a ruleset is invalid, or rulesets do not fit together
  4  the result is not determined: a fact that matters is missing
  5  a worked case failed
  6  the case is wrong: its text, its facts, its offence, its day or its decision
  7  a decision deviates from what the outcome allows, or a replay differs from its receipt

Built-in rulesets are found by id (`cailiang list`); --rules adds others.";

/// Computes sanction ranges from discretion benchmarks (裁量基准), with the reasons.
#[derive(Parser)]
#[command(name = "cailiang", version, after_help = EXIT_CODES, max_term_width = 100)]
struct Cli {
    #[command(flatten)]
    rules: Rules,
    #[command(subcommand)]
    command: Command,
}

/// Which rulesets there are.
#[derive(Args)]
pub(crate) struct Rules {
    /// Adds a ruleset, or all *.yaml and *.json rulesets below a folder (cases are passed over)
    #[arg(long = "rules", value_name = "DIR", global = true)]
    added: Vec<PathBuf>,
    /// Leaves the built-in rulesets out, to try another text of one of them
    #[arg(long, global = true)]
    no_builtin: bool,
}

#[derive(Subcommand)]
enum Command {
    /// Says all that is wrong with rulesets, with the place and what to do
    Check(check::Arguments),
    /// Evaluates the cases of a file: the sanction range with its reasons
    Eval(eval::Arguments),
    /// Decides whole cases: the law that governs each act, limitation, several acts together
    Decide(decide::Arguments),
    /// Says which facts still matter, best next question first
    Ask(ask::Arguments),
    /// Holds a decision, proposed or made, against the outcome of its case
    Review(review::Arguments),
    /// Says what must or may be done before, with and after a decision: hearing, review, time limits
    Procedure(procedure::Arguments),
    /// Computes a stored case again and says whether it is what its receipt says
    Replay(replay::Arguments),
    /// Runs worked cases: what is not stated under `expect` is not checked
    Test(test::Arguments),
    /// Says what a word means: a code in brackets, a kind of sanction, a step, by slug or by name
    Explain(explain::Arguments),
    /// Prints a JSON Schema
    Schema(list::SchemaArguments),
    /// Lists the rulesets with their versions and offences
    List(list::Arguments),
    /// Prints TypeScript types of the facts of a ruleset, by offence
    Types(types::Arguments),
    /// Answers one request a line with one answer a line
    Serve(serve::Arguments),
}

/// How a command ends; see [`EXIT_CODES`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Exit {
    Determined,
    Usage,
    Ruleset,
    NotDetermined,
    CaseFailed,
    Facts,
    Deviates,
}

impl Exit {
    fn code(self) -> u8 {
        match self {
            Self::Determined => 0,
            Self::Usage => 2,
            Self::Ruleset => 3,
            Self::NotDetermined => 4,
            Self::CaseFailed => 5,
            Self::Facts => 6,
            Self::Deviates => 7,
        }
    }

    /// Of several cases the gravest: a wrong ruleset, a wrong case, a deviation, an open result.
    pub(crate) fn or_graver(self, other: Self) -> Self {
        let grave = |exit| match exit {
            Self::Determined => 0u8,
            Self::NotDetermined => 1,
            Self::Deviates | Self::CaseFailed => 2,
            Self::Facts => 3,
            Self::Ruleset => 4,
            Self::Usage => 5,
        };
        if grave(other) > grave(self) { other } else { self }
    }
}

/// Why a command stops early: it has already said why, or its output cannot be written.
pub(crate) enum Stop {
    Said(Exit),
    Output(io::Error),
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

pub(crate) type Done<T = Exit> = Result<T, Stop>;

/// The language of an explanation.
#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum Language {
    /// Chinese
    Zh,
    /// English
    En,
}

impl From<Language> for Lang {
    fn from(language: Language) -> Self {
        match language {
            Language::Zh => Self::Zh,
            Language::En => Self::En,
        }
    }
}

fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => {
            // `--help` and `--version` come this way too, with exit code 0.
            let _ = error.print();
            return ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(Exit::Usage.code()));
        }
    };
    let mut screen = Screen::new();
    let rules = &cli.rules;
    let done = match cli.command {
        Command::Check(arguments) => check::run(&arguments, rules, &mut screen),
        Command::Eval(arguments) => eval::run(&arguments, rules, &mut screen),
        Command::Decide(arguments) => decide::run(&arguments, rules, &mut screen),
        Command::Ask(arguments) => ask::run(&arguments, rules, &mut screen),
        Command::Review(arguments) => review::run(&arguments, rules, &mut screen),
        Command::Procedure(arguments) => procedure::run(&arguments, rules, &mut screen),
        Command::Replay(arguments) => replay::run(&arguments, rules, &mut screen),
        Command::Test(arguments) => test::run(&arguments, rules, &mut screen),
        Command::Explain(arguments) => explain::run(&arguments, &mut screen),
        Command::Schema(arguments) => list::schema(&arguments, &mut screen),
        Command::List(arguments) => list::run(&arguments, rules, &mut screen),
        Command::Types(arguments) => types::run(&arguments, rules, &mut screen),
        Command::Serve(_) => serve::run(rules, &mut screen),
    };
    let flushed = screen.flush();
    match done {
        Ok(exit) if flushed.is_ok() => ExitCode::from(exit.code()),
        Err(Stop::Said(exit)) => ExitCode::from(exit.code()),
        Err(Stop::Output(error)) => unwritten(&mut screen, &error),
        Ok(_) => flushed.err().map_or(ExitCode::SUCCESS, |error| unwritten(&mut screen, &error)),
    }
}

/// The output cannot be written; a reader that has gone on purpose, as `head` does, is not told.
fn unwritten(screen: &mut Screen, error: &io::Error) -> ExitCode {
    if error.kind() != io::ErrorKind::BrokenPipe {
        let _ = writeln!(screen.err, "error: the output cannot be written: {error}");
    }
    ExitCode::from(Exit::Usage.code())
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory as _;

    #[test]
    fn the_command_line_is_well_formed() {
        Cli::command().debug_assert();
        // Arguments of one name in a command and among the global ones would be one argument.
        let mut command = Cli::command();
        command.build();
        for sub in command.get_subcommands() {
            let mut ids: Vec<_> = sub.get_arguments().map(clap::Arg::get_id).collect();
            ids.sort();
            ids.dedup();
            assert_eq!(ids.len(), sub.get_arguments().count(), "{}", sub.get_name());
        }
    }
}
