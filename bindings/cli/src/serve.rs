//! `serve --stdio`: one request a line, one answer a line, in order, until the input ends.

use std::io::{self, BufRead, Read, Write};

use cailiang::serve::Session;
use cailiang::syntax::MAX_BYTES;
use clap::Args;

use crate::print::Screen;
use crate::{Done, Exit, Rules, library};

/// How the host speaks to it.
#[derive(Args)]
pub(crate) struct Arguments {
    /// Over stdin and stdout
    #[arg(long, required = true)]
    stdio: bool,
}

pub(crate) fn run(rules: &Rules, screen: &mut Screen) -> Done {
    let mut session = Session::new(library::load(rules, screen)?);
    answer_all(&mut session, &mut io::stdin().lock(), &mut screen.out)?;
    Ok(Exit::Determined)
}

/// Answers until the input ends. Every line has its answer, an empty one and one that is no text too, so that a
/// host that counts lines never waits for one that does not come.
fn answer_all(session: &mut Session, input: &mut impl BufRead, output: &mut impl Write) -> io::Result<()> {
    let mut line = Vec::new();
    while read_line(input, &mut line)? {
        let request = String::from_utf8_lossy(&line);
        output.write_all(session.handle(&request).as_bytes())?;
        output.write_all(b"\n")?;
        output.flush()?;
    }
    Ok(())
}

/// Reads a line without its end; false at the end of the input. Of a line that is longer than any request may be
/// only so much is kept that the answer says so: it must not fill the memory of the host.
fn read_line(input: &mut impl BufRead, line: &mut Vec<u8>) -> io::Result<bool> {
    line.clear();
    let most = u64::try_from(MAX_BYTES).unwrap_or(u64::MAX).saturating_add(2);
    if input.by_ref().take(most).read_until(b'\n', line)? == 0 {
        return Ok(false);
    }
    if line.last() == Some(&b'\n') {
        line.pop();
        if line.last() == Some(&b'\r') {
            line.pop();
        }
    } else {
        skip_line(input)?;
    }
    Ok(true)
}

fn skip_line(input: &mut impl BufRead) -> io::Result<()> {
    loop {
        let buffer = input.fill_buf()?;
        let (used, ended) = match buffer.iter().position(|b| *b == b'\n') {
            Some(at) => (at.saturating_add(1), true),
            None => (buffer.len(), buffer.is_empty()),
        };
        input.consume(used);
        if ended {
            return Ok(());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answers(input: &[u8]) -> Vec<String> {
        let mut output = Vec::new();
        answer_all(&mut Session::default(), &mut &*input, &mut output).unwrap();
        String::from_utf8(output).unwrap().lines().map(str::to_owned).collect()
    }

    #[test]
    fn every_line_has_one_answer() {
        let found = answers(b"{}\n\nnot json\r\n\xff\xfe\n{\"do\": \"check\", \"rulesets\": []}");
        assert_eq!(found.len(), 5);
        assert!(found.iter().all(|a| a.starts_with(r#"{"contract":1,"kind":""#)), "{found:#?}");
        assert!(found[4].contains(r#""kind":"diagnostics","valid":true"#));
        assert!(answers(b"").is_empty());
    }

    #[test]
    fn a_line_that_is_too_long_is_refused_and_the_next_one_answered() {
        let mut input = vec![b' '; MAX_BYTES + 100];
        input.extend(b"\n{}\n");
        let found = answers(&input);
        assert_eq!(found.len(), 2);
        assert!(found[0].contains("limit-exceeded"), "{}", found[0]);
        assert!(found[1].contains("missing-key"), "{}", found[1]);
    }
}
