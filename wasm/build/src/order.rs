//! The order of functions in the module: what reads alike stands close together, because gzip finds what it has seen
//! only in the 32 KB before.
//!
//! First come the functions that are called the most, so that their numbers are short. Then greedy: after each function
//! comes the one of which the last 32 KB already hold the most. It is some 3% of the module, gzipped, and changes
//! nothing but the numbers of functions. wasm-opt does the moving: the functions are named
//! by their place, and it is asked to sort them by name.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap, VecDeque};
use std::ops::Range;

use wasm_encoder::{Module, NameMap, NameSection, RawSection, SectionId};
use wasmparser::{KnownCustom, Name, Operator, Parser, Payload};

use crate::Result;
use crate::hot::shown;

/// How far back gzip sees.
const WINDOW: usize = 32_768;
/// The length of what two functions are compared by: as much as two or three instructions.
const PIECE: usize = 8;
/// How many come first because they are called the most: a number below 128 is one byte. More of them gain nothing, as
/// they do not read alike.
const SHORT: usize = 60;
/// A piece that stands in more functions than this says nothing about any of them.
const COMMON: usize = 400;

/// The functions of a module, as they stand in it.
#[derive(Default)]
pub(crate) struct Functions {
    /// How many are imported: the first of its own has this number.
    pub(crate) imported: u32,
    /// The code of each, by its place in the module.
    pub(crate) bodies: Vec<Range<usize>>,
    /// What they are called, by number.
    pub(crate) names: BTreeMap<u32, String>,
    /// What the code generator calls them.
    pub(crate) symbols: Vec<String>,
    /// How often each is called by its number.
    calls: BTreeMap<u32, usize>,
    /// The bytes of the data.
    pub(crate) data: usize,
}

impl Functions {
    pub(crate) fn read(wasm: &[u8]) -> Result<Self> {
        let mut found = Self::default();
        for payload in Parser::new(0).parse_all(wasm) {
            match payload? {
                Payload::ImportSection(section) => {
                    for import in section.into_imports() {
                        found.imported += u32::from(matches!(import?.ty, wasmparser::TypeRef::Func(_)));
                    }
                }
                Payload::CodeSectionEntry(body) => {
                    found.bodies.push(body.range());
                    let mut reader = body.get_operators_reader()?;
                    while !reader.eof() {
                        if let Operator::Call { function_index } = reader.read()? {
                            *found.calls.entry(function_index).or_default() += 1;
                        }
                    }
                }
                Payload::DataSection(section) => found.data = section.range().len(),
                Payload::CustomSection(section) => {
                    let KnownCustom::Name(names) = section.as_known() else { continue };
                    for name in names {
                        let Name::Function(map) = name? else { continue };
                        for naming in map {
                            let naming = naming?;
                            found.names.insert(naming.index, shown(naming.name));
                            found.symbols.push(naming.name.to_owned());
                        }
                    }
                }
                _ => {}
            }
        }
        Ok(found)
    }

    /// The places of those that are called the most.
    fn often(&self) -> Vec<usize> {
        let own = |(index, calls): (&u32, &usize)| Some((Reverse(*calls), index.checked_sub(self.imported)? as usize));
        let mut often: Vec<_> = self.calls.iter().filter_map(own).collect();
        often.sort_unstable();
        often.into_iter().take(SHORT).map(|(_, at)| at).collect()
    }
}

/// The module with each function named `00042 name`: by the place it should have.
pub(crate) fn numbered(wasm: &[u8]) -> Result<Vec<u8>> {
    let functions = Functions::read(wasm)?;
    let bodies: Vec<&[u8]> = functions.bodies.iter().filter_map(|range| wasm.get(range.clone())).collect();
    let often = functions.often();
    let mut names = functions.names;
    for (place, at) in close_together(&bodies, often).into_iter().enumerate() {
        let name = names.entry(functions.imported + u32::try_from(at)?).or_default();
        *name = format!("{place:05} {name}");
    }
    let mut module = Module::new();
    for payload in Parser::new(0).parse_all(wasm) {
        // The old names are the only section that is not one of the format's own: it goes.
        if let Some((id, range)) = payload?.as_section()
            && id != SectionId::Custom as u8
        {
            module.section(&RawSection { id, data: wasm.get(range).unwrap_or_default() });
        }
    }
    module.section(&name_section(names.iter().map(|(index, name)| (*index, name.as_str()))));
    Ok(module.finish())
}

/// The names of functions, by number, lowest first.
pub(crate) fn name_section<'n>(names: impl IntoIterator<Item = (u32, &'n str)>) -> NameSection {
    let mut map = NameMap::new();
    for (number, name) in names {
        map.append(number, name);
    }
    let mut section = NameSection::new();
    section.functions(&map);
    section
}

/// The name that [`numbered`] found.
pub(crate) fn plain(name: &str) -> &str {
    name.split_once(' ').filter(|(place, _)| place.parse::<u32>().is_ok()).map_or(name, |(_, plain)| plain)
}

/// The order: places in `bodies`, `first` at the beginning.
fn close_together(bodies: &[&[u8]], first: Vec<usize>) -> Vec<usize> {
    let pieces = pieces(bodies);
    let mut holders: Vec<Vec<usize>> = Vec::new();
    for (at, own) in pieces.iter().enumerate() {
        for piece in own {
            if holders.len() <= *piece {
                holders.resize(*piece + 1, Vec::new());
            }
            holders[*piece].push(at);
        }
    }
    // How often each piece stands in the window; how many pieces of each function do.
    let (mut seen, mut known) = (vec![0usize; holders.len()], vec![0usize; bodies.len()]);
    let (mut window, mut width) = (VecDeque::new(), 0);
    let mut left: Vec<usize> = (0..bodies.len()).filter(|at| !first.contains(at)).collect();
    let mut order = first;
    while !left.is_empty() {
        // (known / length)⁴ × length: a long function that is known in part goes before a short one that is.
        // The largest begins.
        let begins = window.is_empty();
        let weight = |at: usize| {
            let (known, length) = (known[at] as u128, bodies[at].len() as u128 + 40);
            if begins { length } else { (known.pow(4) << 40) / length.pow(3) }
        };
        let next = left.iter().enumerate().max_by_key(|(_, at)| (weight(**at), Reverse(**at))).map(|(place, _)| place);
        let Some(place) = next else { break };
        let at = left.swap_remove(place);
        order.push(at);
        window.push_back(at);
        width += bodies[at].len();
        for piece in &pieces[at] {
            seen[*piece] += 1;
            if seen[*piece] == 1 {
                holders[*piece].iter().for_each(|holder| known[*holder] += 1);
            }
        }
        while width > WINDOW && window.len() > 1 {
            let Some(gone) = window.pop_front() else { break };
            width -= bodies[gone].len();
            for piece in &pieces[gone] {
                seen[*piece] -= 1;
                if seen[*piece] == 0 {
                    holders[*piece].iter().for_each(|holder| known[*holder] -= 1);
                }
            }
        }
    }
    order
}

/// The pieces of each function that others have too, each piece as a number.
fn pieces<'b>(bodies: &[&'b [u8]]) -> Vec<Vec<usize>> {
    let of = |body: &&'b [u8]| {
        let mut own: Vec<&'b [u8]> = body.windows(PIECE).collect();
        own.sort_unstable();
        own.dedup();
        own
    };
    let mut holders: HashMap<&[u8], usize> = HashMap::new();
    for body in bodies {
        for piece in of(body) {
            *holders.entry(piece).or_default() += 1;
        }
    }
    let mut numbers: HashMap<&[u8], usize> = HashMap::new();
    let shared = |piece: &&[u8]| holders.get(piece).is_some_and(|count| (2..=COMMON).contains(count));
    let numbered = bodies.iter().map(|body| {
        let mut own = Vec::new();
        for piece in of(body).into_iter().filter(shared) {
            let fresh = numbers.len();
            own.push(*numbers.entry(piece).or_insert(fresh));
        }
        own
    });
    numbered.collect()
}
