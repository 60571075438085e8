//! Normal forms of Unicode, as far as names need them: NFC, in which names are compared, and NFKC, which tells what a
//! deceptive character stands for.
//!
//! The crate `unicode-normalization` does the same. Its tables are made for speed and were the largest part of the
//! WASM module (57 KB of it, gzipped); these are looked at for the rare character only, and have 10. The tests make
//! them from the tables of that crate and hold every character that changes, and random texts, against it.

#[cfg(test)]
mod tests;

use crate::gather::Gather as _;

/// Blocks of 256 characters: number, with [`HAS_PAIRS`], and offset into [`DECOMPOSITIONS`], two bytes each, sorted.
const BLOCKS: &[u8] = include_bytes!("blocks.bin");
/// What characters are made of, as records: see [`Record`].
const DECOMPOSITIONS: &[u8] = include_bytes!("decompositions.bin");
/// Combining classes as ranges: how far from the last one, how many characters, the class.
const CLASSES: &[u8] = include_bytes!("classes.bin");
/// Some character of the block is composed of two others; the blocks of compatibility characters have none.
const HAS_PAIRS: u16 = 0x8000;
/// Stands in the table for a character of class 0 that composes with the one before it.
const FOLLOWS: u8 = 255;

/// Which decompositions count.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Form {
    /// Only those that are another way to write the same character: NFC.
    Canonical,
    /// Those too that lose something of its looks: NFKC.
    Compatible,
}

/// A text in NFC or NFKC.
pub(super) fn normal(text: impl Iterator<Item = char>, form: Form) -> String {
    composed(decomposed(text, form))
}

/// Whether the character stands for others only by its looks: its NFKC is not its NFC.
pub(super) fn is_compatible(character: char) -> bool {
    let of = |form| decomposed(std::iter::once(character), form);
    of(Form::Compatible) != of(Form::Canonical)
}

/// Whether the character belongs to the one before it.
pub(super) fn is_mark(character: char) -> bool {
    table_class(character) != 0
}

/// The text taken apart, marks in their canonical order, each with its class.
fn decomposed(text: impl Iterator<Item = char>, form: Form) -> Vec<(u8, char)> {
    let mut apart = Vec::new();
    for character in text {
        take_apart(character, form, &mut apart);
    }
    // The order of marks of one class matters, that of others does not: a stable sort between the starters.
    for marks in apart.split_mut(|(class, _)| *class == 0).filter(|marks| marks.len() > 1) {
        marks.sort_by_key(|(class, _)| *class);
    }
    apart
}

fn take_apart(character: char, form: Form, out: &mut Vec<(u8, char)>) {
    if let Some(parts) = hangul::decomposed(character) {
        out.extend(parts.map(|part| (0, part)));
        return;
    }
    match record(character).filter(|r| r.kind != Kind::Looks || form == Form::Compatible) {
        Some(record) => record.parts().for_each(|part| take_apart(part, form, out)),
        None => out.push((class(character), character)),
    }
}

fn composed(apart: Vec<(u8, char)>) -> String {
    let mut out: Vec<char> = Vec::with_capacity(apart.len());
    let mut starter: Option<usize> = None;
    // The class of the last character after the starter; none while there is none.
    let mut last: Option<u8> = None;
    for (class, character) in apart {
        let before = starter.and_then(|at| out.get_mut(at)).filter(|_| last.is_none_or(|last| last < class));
        if let Some(before) = before
            && let Some(both) = compose(*before, character)
        {
            *before = both;
            continue;
        }
        last = Some(class);
        if class == 0 {
            (starter, last) = (Some(out.len()), None);
        }
        out.push(character);
    }
    out.into_iter().gather()
}

/// The one character that the two are another way to write of.
fn compose(first: char, second: char) -> Option<char> {
    if let Some(syllable) = hangul::composed(first, second) {
        return Some(syllable);
    }
    if !is_mark(second) {
        return None;
    }
    let blocks = blocks().filter(|block| block.has_pairs);
    let mut pairs = blocks.flat_map(|block| block.records()).filter(|r| r.kind == Kind::Pair);
    let found = pairs.find(|r| r.parts().eq([first, second]))?;
    char::from_u32(found.first)
}

/// What a character, or each of a run of them, is made of.
struct Record {
    /// The first of the run.
    first: u32,
    /// How many more there are. The one part of each is one more than that of the character before it.
    more: u32,
    kind: Kind,
    /// The parts, and nothing after them.
    parts: [Option<char>; MOST],
}

/// The most parts that a character has (U+FDFA).
const MOST: usize = 18;

impl Record {
    fn parts(&self) -> impl Iterator<Item = char> {
        self.parts.into_iter().map_while(|part| part)
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Kind {
    /// The two parts compose to the character.
    Pair,
    /// Another way to write it, which is not composed again.
    Other,
    /// The same but for its looks.
    Looks,
}

/// Reads the records of one block. Numbers are in groups of seven bits, low ones first. A record begins with a byte of
/// kind (2 bits), number of parts less one (4, all ones: a number follows), whether a gap stands before it, whether
/// it is a run; then gap, number of parts, run; then each part as the difference to the part that stood in its place
/// before, sign in the lowest bit.
struct Records {
    bytes: std::slice::Iter<'static, u8>,
    /// The character after the last record.
    next: u32,
    /// The first part of the record before, and the part that came last of all others.
    before: [u32; 2],
}

const MANY: u8 = 15;

impl Iterator for Records {
    type Item = Record;

    fn next(&mut self) -> Option<Record> {
        let head = *self.bytes.next()?;
        let kind = match head & 3 {
            0 => Kind::Pair,
            1 => Kind::Other,
            _ => Kind::Looks,
        };
        let few = (head >> 2) & 15;
        let first = self.next.wrapping_add(if head & 64 == 0 { 0 } else { number(&mut self.bytes) });
        let count = if few == MANY { number(&mut self.bytes) } else { u32::from(few) };
        let more = if head & 128 == 0 { 0 } else { number(&mut self.bytes) };
        let mut parts = [None; MOST];
        for (at, part) in (0..=count).zip(&mut parts) {
            let difference = number(&mut self.bytes);
            let size = difference >> 1;
            let [one, others] = &mut self.before;
            let before = if at == 0 { one } else { others };
            *before = before.wrapping_add(if difference & 1 == 0 { size } else { size.wrapping_neg() });
            *part = char::from_u32(*before);
        }
        let [one, _] = &mut self.before;
        *one = one.wrapping_add(more);
        self.next = first.wrapping_add(more).wrapping_add(1);
        Some(Record { first, more, kind, parts })
    }
}

fn number(bytes: &mut std::slice::Iter<'_, u8>) -> u32 {
    let (mut value, mut shift) = (0, 0);
    for byte in bytes {
        value |= u32::from(byte & 127).wrapping_shl(shift);
        shift = shift.wrapping_add(7);
        if *byte < 128 {
            break;
        }
    }
    value
}

/// 256 characters of one high byte, as far as they are made of others.
struct Block {
    number: u16,
    has_pairs: bool,
    bytes: &'static [u8],
}

impl Block {
    fn records(&self) -> Records {
        let next = u32::from(self.number).wrapping_shl(8);
        Records { bytes: self.bytes.iter(), next, before: [0, 0x300] }
    }
}

fn blocks() -> impl Iterator<Item = Block> {
    let entry = |entry: &[u8]| {
        let [low, high, from, to] = *entry else { return None };
        Some((u16::from_le_bytes([low, high]), usize::from(u16::from_le_bytes([from, to]))))
    };
    let ends = BLOCKS.chunks_exact(4).skip(1).filter_map(entry).map(|(_, from)| from).chain([DECOMPOSITIONS.len()]);
    let starts = BLOCKS.chunks_exact(4).filter_map(entry);
    starts.zip(ends).map(|((number, from), to)| Block {
        number: number & !HAS_PAIRS,
        has_pairs: number & HAS_PAIRS != 0,
        bytes: DECOMPOSITIONS.get(from..to).unwrap_or_default(),
    })
}

/// The record of one character, its parts those of that very character.
fn record(character: char) -> Option<Record> {
    let code = u32::from(character);
    let block = blocks().find(|block| u32::from(block.number) == code >> 8)?;
    let mut records = block.records();
    let mut found = records.find(|r| code <= r.first.wrapping_add(r.more)).filter(|r| r.first <= code)?;
    if let [Some(part), None, ..] = &mut found.parts {
        *part = char::from_u32(u32::from(*part).wrapping_add(code.wrapping_sub(found.first)))?;
    }
    Some(found)
}

/// The canonical combining class; 0 of most.
fn class(character: char) -> u8 {
    match table_class(character) {
        FOLLOWS => 0,
        class => class,
    }
}

fn table_class(character: char) -> u8 {
    let code = u32::from(character);
    let mut bytes = CLASSES.iter();
    let mut start = 0u32;
    while !bytes.as_slice().is_empty() {
        start = start.wrapping_add(number(&mut bytes));
        let end = start.wrapping_add(number(&mut bytes));
        let class = bytes.next().copied().unwrap_or_default();
        if code < end {
            return if code < start { 0 } else { class };
        }
        start = end;
    }
    0
}

/// Syllables of Hangul are made by arithmetic (The Unicode Standard, 3.12).
mod hangul {
    const SYLLABLES: u32 = 0xac00;
    const LEADING: u32 = 0x1100;
    const VOWELS: u32 = 0x1161;
    const TRAILING: u32 = 0x11a7;
    /// How many there are; of trailing ones, with "none".
    const COUNT: [u32; 3] = [19, 21, 28];

    pub(super) fn decomposed(character: char) -> Option<impl Iterator<Item = char>> {
        let [leading, vowels, trailing] = COUNT;
        let number = u32::from(character).checked_sub(SYLLABLES)?;
        let (rest, last) = (number.checked_div(trailing)?, number.checked_rem(trailing)?);
        let (first, vowel) = (rest.checked_div(vowels)?, rest.checked_rem(vowels)?);
        let part = |base: u32, number: u32| char::from_u32(base.wrapping_add(number));
        let parts = [part(LEADING, first), part(VOWELS, vowel), part(TRAILING, last).filter(|_| last > 0)];
        (first < leading).then(|| parts.into_iter().flatten())
    }

    pub(super) fn composed(first: char, second: char) -> Option<char> {
        let [leading, vowels, trailing] = COUNT;
        let (first, second) = (u32::from(first), u32::from(second));
        if let (Some(l), Some(v)) = (first.checked_sub(LEADING), second.checked_sub(VOWELS))
            && l < leading
            && v < vowels
        {
            let number = l.wrapping_mul(vowels).wrapping_add(v).wrapping_mul(trailing);
            return char::from_u32(SYLLABLES.wrapping_add(number));
        }
        let syllable = first.checked_sub(SYLLABLES)?;
        let last = second.checked_sub(TRAILING)?;
        let open =
            syllable.checked_rem(trailing)? == 0 && syllable < leading.wrapping_mul(vowels).wrapping_mul(trailing);
        if open && last > 0 && last < trailing { char::from_u32(first.wrapping_add(last)) } else { None }
    }
}
