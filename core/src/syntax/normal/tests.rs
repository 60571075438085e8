//! The tables are made from those of `unicode-normalization`, and every character is held against it.
#![expect(clippy::arithmetic_side_effects, clippy::as_conversions, reason = "numbers of characters, far from any end")]

use super::*;
use std::path::Path;
use unicode_normalization::char::{canonical_combining_class, compose as library_compose};
use unicode_normalization::{UnicodeNormalization, is_nfc};

fn every() -> impl Iterator<Item = char> {
    ('\0'..=char::MAX).filter(|c| hangul::decomposed(*c).is_none())
}

/// What a character is made of: its kind and parts.
fn apart(character: char) -> Option<(u8, Vec<char>)> {
    let one = || std::iter::once(character);
    let (canonical, compatible): (Vec<char>, Vec<char>) = (one().nfd().collect(), one().nfkd().collect());
    if compatible == [character] {
        return None;
    }
    if canonical == [character] {
        return Some((2, compatible));
    }
    // A pair of which the first may itself be composed; those that are not composed again are whole.
    let (last, rest) = canonical.split_last().unwrap();
    let first: Vec<char> = rest.iter().copied().nfc().collect();
    match first[..] {
        [first] if library_compose(first, *last) == Some(character) => Some((0, vec![first, *last])),
        _ => Some((1, canonical)),
    }
}

fn put(mut number: u32, out: &mut Vec<u8>) {
    while number > 127 {
        out.push((number & 127 | 128) as u8);
        number >>= 7;
    }
    out.push(number as u8);
}

fn put_difference(from: u32, to: u32, out: &mut Vec<u8>) {
    put(if to >= from { (to - from) << 1 } else { (from - to) << 1 | 1 }, out);
}

/// `blocks.bin` and `decompositions.bin`.
fn decompositions() -> (Vec<u8>, Vec<u8>) {
    let all: Vec<(u32, u8, Vec<char>)> =
        every().filter_map(|c| apart(c).map(|(kind, parts)| (u32::from(c), kind, parts))).collect();
    let (mut blocks, mut out) = (Vec::new(), Vec::new());
    let (mut block, mut next, mut before) = (u32::MAX, 0, [0; 2]);
    let mut at = 0;
    while let Some((first, kind, parts)) = all.get(at) {
        if first >> 8 != block {
            block = first >> 8;
            (next, before) = (block << 8, [0, 0x300]);
            let has_pairs = all.iter().any(|(code, kind, _)| code >> 8 == block && *kind == 0);
            blocks.extend((block as u16 | if has_pairs { HAS_PAIRS } else { 0 }).to_le_bytes());
            blocks.extend(u16::try_from(out.len()).unwrap().to_le_bytes());
        }
        let mut more = 0u32;
        while let [one] = parts[..]
            && let Some((code, other, next)) = all.get(at + 1 + more as usize)
            && (*code, other) == (first + more + 1, kind)
            && code >> 8 == block
            && next[..] == [char::from_u32(u32::from(one) + more + 1).unwrap()]
        {
            more += 1;
        }
        let gap = first - next;
        let few = u8::try_from(parts.len() - 1).unwrap().min(MANY);
        out.push(kind | few << 2 | u8::from(gap > 0) << 6 | u8::from(more > 0) << 7);
        if gap > 0 {
            put(gap, &mut out);
        }
        if few == MANY {
            put(parts.len() as u32 - 1, &mut out);
        }
        if more > 0 {
            put(more, &mut out);
        }
        for (position, part) in parts.iter().enumerate() {
            let place = &mut before[position.min(1)];
            put_difference(*place, u32::from(*part), &mut out);
            *place = u32::from(*part);
        }
        before[0] += more;
        next = first + more + 1;
        at += 1 + more as usize;
    }
    (blocks, out)
}

/// `classes.bin`.
fn classes() -> Vec<u8> {
    let pairs = every().filter_map(apart).filter(|(kind, _)| *kind == 0);
    let seconds: std::collections::BTreeSet<char> = pairs.map(|(_, parts)| parts[1]).collect();
    let class = |c: char| match canonical_combining_class(c) {
        0 if seconds.contains(&c) => FOLLOWS,
        class => class,
    };
    let (mut out, mut end) = (Vec::new(), 0u32);
    let mut range: Option<(u32, u32, u8)> = None;
    let mut close = |range: Option<(u32, u32, u8)>| {
        let Some((start, past, class)) = range else { return };
        put(start - end, &mut out);
        put(past - start, &mut out);
        out.push(class);
        end = past;
    };
    for character in '\0'..=char::MAX {
        let (code, class) = (u32::from(character), class(character));
        match &mut range {
            Some((_, past, of)) if *past == code && *of == class => *past += 1,
            _ if class != 0 => close(range.replace((code, code + 1, class))),
            _ => close(range.take()),
        }
    }
    close(range);
    out
}

/// With `CAILIANG_UPDATE` set, writes the tables of the crate's version of Unicode instead.
#[test]
fn the_tables_are_those_of_the_library() {
    let (blocks, decompositions) = decompositions();
    let made = [
        ("blocks", blocks, BLOCKS),
        ("decompositions", decompositions, DECOMPOSITIONS),
        ("classes", classes(), CLASSES),
    ];
    if std::env::var_os("CAILIANG_UPDATE").is_some() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/syntax/normal");
        for (name, made, _) in &made {
            std::fs::write(folder.join(format!("{name}.bin")), made).unwrap();
        }
    }
    for (name, made, here) in made {
        assert!(made == here, "{name}: {} bytes made, {} here", made.len(), here.len());
    }
}

#[test]
fn every_character_is_what_the_library_says() {
    for character in '\0'..=char::MAX {
        let one = || std::iter::once(character);
        // Nearly all are what they are, to both: of those, and of the syllables of Hangul, some.
        if one().nfkd().eq(one()) && canonical_combining_class(character) == 0 {
            if u32::from(character) % 61 != 0 {
                continue;
            }
            assert!(record(character).is_none() && hangul::decomposed(character).is_none(), "{character:?}");
            assert!(matches!(table_class(character), 0 | FOLLOWS), "{character:?}");
            continue;
        }
        if hangul::decomposed(character).is_some() && u32::from(character) % 61 != 0 {
            continue;
        }
        assert_eq!(normal(one(), Form::Canonical), one().nfc().collect::<String>(), "{character:?}");
        assert_eq!(normal(one(), Form::Compatible), one().nfkc().collect::<String>(), "{character:?}");
        assert_eq!(is_compatible(character), one().nfkc().ne(one().nfc()), "{character:?}");
        assert_eq!(class(character), canonical_combining_class(character), "{character:?}");
    }
}

#[test]
fn texts_are_what_the_library_says() {
    // Marks, letters, jamo and characters that compose, decompose or do neither, in an order that is none.
    let letters: Vec<char> = every()
        .filter(|c| apart(*c).is_some() || table_class(*c) != 0)
        .chain("aeiouAEIOUx用罚ᄀ가각ᅡᆨᄒ\u{ac00}\u{d7a3}".chars())
        .chain((0..40).flat_map(|n| char::from_u32(0x300 + n)))
        .collect();
    let mut state = 20_240_301u64;
    let mut next = |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % below
    };
    let mut changed = 0;
    for round in 0..2_000 {
        // Half of the texts from the common letters and marks at the end, so that much composes.
        let from = if round % 2 == 0 { 0 } else { letters.len() - 60 };
        let text: String = (0..1 + next(6)).map(|_| letters[from + next(letters.len() - from)]).collect();
        let composed = normal(text.chars(), Form::Canonical);
        assert_eq!(composed, text.nfc().collect::<String>(), "{:?}", text.escape_unicode().to_string());
        assert_eq!(normal(text.chars(), Form::Compatible), text.nfkc().collect::<String>(), "{text:?}");
        assert_eq!(composed == text, is_nfc(&text), "{text:?}");
        changed += usize::from(composed != text);
    }
    assert!(changed > 500, "{changed}");
}
