//! One module becomes two: what every host loads, and what a host loads once it asks for more than one offence.
//!
//! The second takes memory, table and globals from the first and brings none of its own, so nothing is there twice. Its
//! functions are those that can only be reached through the gate ([`GATE`]). The two call each other through slots at
//! the end of the table: those of the second are empty until it is there. (Exports would do as well, but an engine
//! makes an object of each when it loads the module: 5 ms for the thousand that the second calls.) What stands in the
//! table already (functions behind pointers) stays in the first, whoever calls it: a call is sound, or it meets an
//! empty slot.

use std::collections::BTreeMap;

use wasm_encoder::reencode::{Error, Reencode, RoundtripReencoder};
use wasm_encoder::{
    CodeSection, ConstExpr, ElementSection, Elements, EntityType, ExportKind, ExportSection, Function, FunctionSection,
    ImportSection, Instruction, Module, NameSection, RawSection, SectionId, TableSection,
};
use wasmparser::{ElementItems, ElementKind, ExternalKind, FunctionBody, Operator, Parser, Payload, TypeRef};

use crate::Result;
use crate::order::{Functions, name_section, plain};

/// The function of this path is the gate: what can only be reached through it belongs to the second module.
const GATE: &str = "::serve::more::answer";

/// Whether a symbol is that of the gate; older compilers put a hash behind the path.
fn is_gate(symbol: &str) -> bool {
    symbol.ends_with(GATE)
}

/// Where the second module finds what the first exports.
const FIRST: &str = "first";

/// The two modules, with the names of their functions.
pub(crate) struct Halves {
    pub(crate) first: Vec<u8>,
    pub(crate) more: Vec<u8>,
}

/// What a module consists of, as far as the split needs it.
struct Parts<'w> {
    functions: Functions,
    /// The type of each function, the imported ones first.
    types: Vec<u32>,
    bodies: Vec<FunctionBody<'w>>,
    /// Whole sections that are copied as they are.
    raw: BTreeMap<u8, &'w [u8]>,
    exports: Vec<wasmparser::Export<'w>>,
    tables: Vec<wasmparser::TableType>,
    globals: Vec<wasmparser::GlobalType>,
    /// The segments of the table: where each begins, and its functions.
    elements: Vec<(ConstExpr, Vec<u32>)>,
}

impl<'w> Parts<'w> {
    fn read(wasm: &'w [u8]) -> Result<Self> {
        let mut parts = Self {
            functions: Functions::read(wasm)?,
            types: Vec::new(),
            bodies: Vec::new(),
            raw: BTreeMap::new(),
            exports: Vec::new(),
            tables: Vec::new(),
            globals: Vec::new(),
            elements: Vec::new(),
        };
        for payload in Parser::new(0).parse_all(wasm) {
            let payload = payload?;
            if let Some((id, range)) = payload.as_section() {
                parts.raw.insert(id, wasm.get(range).unwrap_or_default());
            }
            match payload {
                Payload::ImportSection(section) => {
                    for import in section.into_imports() {
                        match import?.ty {
                            TypeRef::Func(ty) => parts.types.push(ty),
                            _ => return Err("the module imports something besides functions".into()),
                        }
                    }
                }
                Payload::FunctionSection(section) => {
                    for ty in section {
                        parts.types.push(ty?);
                    }
                }
                Payload::TableSection(section) => {
                    for table in section {
                        parts.tables.push(table?.ty);
                    }
                }
                Payload::GlobalSection(section) => {
                    for global in section {
                        parts.globals.push(global?.ty);
                    }
                }
                Payload::ExportSection(section) => {
                    parts.exports = section.into_iter().collect::<std::result::Result<_, _>>()?
                }
                Payload::ElementSection(section) => {
                    for element in section {
                        let element = element?;
                        let (ElementKind::Active { offset_expr, .. }, ElementItems::Functions(items)) =
                            (element.kind, element.items)
                        else {
                            return Err("the table is filled in a way that the split does not know".into());
                        };
                        let items = items.into_iter().collect::<std::result::Result<_, _>>()?;
                        parts.elements.push((RoundtripReencoder.const_expr(offset_expr)?, items));
                    }
                }
                Payload::CodeSectionEntry(body) => parts.bodies.push(body),
                Payload::StartSection { .. } => return Err("the module has a start function".into()),
                _ => {}
            }
        }
        Ok(parts)
    }

    /// The table of functions, and its number.
    fn table(&self) -> Result<(u32, wasmparser::TableType)> {
        let found = (0..).zip(&self.tables).find(|(_, table)| table.element_type == wasmparser::RefType::FUNCREF);
        found.map(|(at, table)| (at, *table)).ok_or_else(|| "the module has no table of functions".into())
    }

    fn imported(&self) -> usize {
        self.functions.imported as usize
    }

    /// The functions that a function calls by their number.
    fn calls(&self, function: usize) -> Result<Vec<usize>> {
        let mut calls = Vec::new();
        let Some(body) = function.checked_sub(self.imported()).and_then(|at| self.bodies.get(at)) else {
            return Ok(calls);
        };
        let mut reader = body.get_operators_reader()?;
        while !reader.eof() {
            match reader.read()? {
                Operator::Call { function_index } => calls.push(function_index as usize),
                Operator::RefFunc { .. } => return Err("a function is taken by reference".into()),
                _ => {}
            }
        }
        Ok(calls)
    }

    /// Which functions the first module keeps: those it reaches without passing a gate.
    fn kept(&self) -> Result<Vec<bool>> {
        let count = self.types.len();
        let mut open: Vec<usize> = (0..self.imported()).collect();
        open.extend(self.exports.iter().filter(|e| e.kind == ExternalKind::Func).map(|e| e.index as usize));
        open.extend(self.elements.iter().flat_map(|(_, items)| items).map(|item| *item as usize));
        let mut kept = vec![false; count];
        let mut gates = 0;
        while let Some(function) = open.pop() {
            let name = u32::try_from(function).ok().and_then(|index| self.functions.names.get(&index));
            if name.is_some_and(|name| is_gate(plain(name))) {
                gates += 1;
            } else if let Some(seen) = kept.get_mut(function).filter(|seen| !**seen) {
                *seen = true;
                open.extend(self.calls(function)?);
            }
        }
        if gates == 0 {
            Err(format!("no function is called {GATE}: the module cannot be split").into())
        } else {
            Ok(kept)
        }
    }
}

/// One of the two modules being written: the numbers that its functions have in it.
struct Half {
    numbers: BTreeMap<u32, u32>,
    /// Of the functions it calls and does not have: their slot in the table, and their type.
    slots: BTreeMap<u32, (i32, u32)>,
    /// The number that the table of functions had, and has.
    table: (u32, u32),
}

impl Reencode for Half {
    type Error = std::convert::Infallible;

    fn function_index(&mut self, function: u32) -> std::result::Result<u32, Error> {
        // A function without a number is one that has a slot: `body` writes its calls.
        Ok(self.numbers.get(&function).copied().unwrap_or(u32::MAX))
    }

    fn table_index(&mut self, table: u32) -> std::result::Result<u32, Error> {
        Ok(if table == self.table.0 { self.table.1 } else { table })
    }
}

impl Half {
    fn body(&mut self, body: &FunctionBody<'_>) -> Result<Function> {
        let mut function = self.new_function_with_parsed_locals(body)?;
        let mut reader = body.get_operators_reader()?;
        while !reader.eof() {
            let operator = reader.read()?;
            if let Operator::Call { function_index } = operator
                && let Some((slot, type_index)) = self.slots.get(&function_index).copied()
            {
                function.instruction(&Instruction::I32Const(slot));
                function.instruction(&Instruction::CallIndirect { type_index, table_index: self.table.1 });
            } else {
                function.instruction(&self.instruction(operator)?);
            }
        }
        Ok(function)
    }

    fn code(&mut self, parts: &Parts<'_>, own: &[u32]) -> Result<(FunctionSection, CodeSection)> {
        let (mut functions, mut code) = (FunctionSection::new(), CodeSection::new());
        for function in own {
            let at = *function as usize;
            let (Some(ty), Some(body)) = (parts.types.get(at), parts.bodies.get(at - parts.imported())) else {
                continue;
            };
            functions.function(*ty);
            code.function(&self.body(body)?);
        }
        Ok((functions, code))
    }

    fn names(&self, parts: &Parts<'_>) -> NameSection {
        let by_number: BTreeMap<u32, u32> = self.numbers.iter().map(|(old, new)| (*new, *old)).collect();
        name_section(by_number.iter().filter_map(|(new, old)| Some((*new, parts.functions.names.get(old)?.as_str()))))
    }
}

/// Splits a module that has the names of its functions.
pub(crate) fn halves(wasm: &[u8]) -> Result<Halves> {
    let parts = Parts::read(wasm)?;
    let kept = parts.kept()?;
    let of = |wanted: bool| -> Vec<u32> {
        let own = kept.iter().enumerate().skip(parts.imported()).filter(|(_, kept)| **kept == wanted);
        own.filter_map(|(at, _)| u32::try_from(at).ok()).collect()
    };
    let (first, more) = (of(true), of(false));
    let is_kept = |function: u32| kept.get(function as usize).copied().unwrap_or(false);
    // What each half calls of the other: the gates, and whatever the second needs of the first.
    let (mut gates, mut shared) = (Vec::new(), Vec::new());
    for function in first.iter().chain(&more) {
        for called in parts.calls(*function as usize)? {
            let called = u32::try_from(called)?;
            match (is_kept(*function), is_kept(called)) {
                (true, false) => gates.push(called),
                (false, true) => shared.push(called),
                _ => {}
            }
        }
    }
    let (_, table) = parts.table()?;
    let shared = Slots::new(shared, i32::try_from(table.initial)?, &parts)?;
    let gates = Slots::new(gates, shared.end, &parts)?;
    Ok(Halves {
        first: write_first(&parts, &first, &gates, &shared)?,
        more: write_more(&parts, &more, &gates, &shared)?,
    })
}

/// Slots at the end of the table: functions of one module that the other calls.
struct Slots {
    /// Of each function its slot and its type.
    of: BTreeMap<u32, (i32, u32)>,
    /// Where they begin, and the slot after the last one.
    start: i32,
    end: i32,
}

impl Slots {
    fn new(mut functions: Vec<u32>, start: i32, parts: &Parts<'_>) -> Result<Self> {
        functions.sort_unstable();
        functions.dedup();
        let mut slots = Self { of: BTreeMap::new(), start, end: start };
        for function in functions {
            let ty = parts.types.get(function as usize).copied().ok_or("a function without a type")?;
            slots.of.insert(function, (slots.end, ty));
            slots.end += 1;
        }
        Ok(slots)
    }

    /// The segment that fills them.
    fn fill(&self, half: &mut Half, table: u32, elements: &mut ElementSection) -> Result<()> {
        let functions: Vec<u32> =
            self.of.keys().map(|function| half.function_index(*function)).collect::<std::result::Result<_, _>>()?;
        let table = (table > 0).then_some(table);
        elements.active(table, &ConstExpr::i32_const(self.start), Elements::Functions(functions.into()));
        Ok(())
    }
}

fn write_first(parts: &Parts<'_>, own: &[u32], gates: &Slots, shared: &Slots) -> Result<Vec<u8>> {
    let imported = parts.functions.imported;
    let numbers = (0..imported).chain(own.iter().copied()).zip(0..).collect();
    let (at, _) = parts.table()?;
    let mut half = Half { numbers, slots: gates.of.clone(), table: (at, at) };
    let (functions, code) = half.code(parts, own)?;
    let mut tables = TableSection::new();
    for (number, table) in (0..).zip(&parts.tables) {
        tables.table(half.table_type(if number == at { grown(parts, gates)? } else { *table })?);
    }
    let mut exports = ExportSection::new();
    for export in &parts.exports {
        half.parse_export(&mut exports, *export)?;
    }
    for (name, kind, index) in lent(parts)? {
        exports.export(&name, kind, index);
    }
    let mut elements = ElementSection::new();
    for (offset, items) in &parts.elements {
        let items: Vec<u32> =
            items.iter().map(|item| half.function_index(*item)).collect::<std::result::Result<_, _>>()?;
        elements.active((at > 0).then_some(at), offset, Elements::Functions(items.into()));
    }
    shared.fill(&mut half, at, &mut elements)?;
    let mut module = Module::new();
    let copy = |module: &mut Module, id: SectionId| {
        let id = id as u8;
        if let Some(data) = parts.raw.get(&id) {
            module.section(&RawSection { id, data });
        }
    };
    copy(&mut module, SectionId::Type);
    copy(&mut module, SectionId::Import);
    module.section(&functions).section(&tables);
    copy(&mut module, SectionId::Memory);
    copy(&mut module, SectionId::Global);
    module.section(&exports).section(&elements);
    copy(&mut module, SectionId::DataCount);
    module.section(&code);
    copy(&mut module, SectionId::Data);
    module.section(&half.names(parts));
    Ok(module.finish())
}

fn write_more(parts: &Parts<'_>, own: &[u32], gates: &Slots, shared: &Slots) -> Result<Vec<u8>> {
    let numbers = own.iter().copied().zip(0..).collect();
    let mut half = Half { numbers, slots: shared.of.clone(), table: (parts.table()?.0, 0) };
    let (functions, code) = half.code(parts, own)?;
    let mut imports = ImportSection::new();
    for (name, kind, index) in lent(parts)? {
        let ty = match kind {
            ExportKind::Global => {
                let global = parts.globals.get(index as usize).ok_or("a global without a type")?;
                EntityType::Global(half.global_type(*global)?)
            }
            _ => EntityType::Table(half.table_type(grown(parts, gates)?)?),
        };
        imports.import(FIRST, &name, ty);
    }
    let memory = parts.raw.get(&(SectionId::Memory as u8)).ok_or("the module has no memory")?;
    for memory in wasmparser::MemorySectionReader::new(wasmparser::BinaryReader::new(memory, 0))? {
        imports.import(FIRST, "memory", EntityType::Memory(half.memory_type(memory?)?));
    }
    let mut elements = ElementSection::new();
    gates.fill(&mut half, 0, &mut elements)?;
    let mut module = Module::new();
    let types = parts.raw.get(&(SectionId::Type as u8)).copied().unwrap_or_default();
    module.section(&RawSection { id: SectionId::Type as u8, data: types });
    module.section(&imports).section(&functions).section(&elements).section(&code).section(&half.names(parts));
    Ok(module.finish())
}

/// What the first module lends to the second, beside its memory: the table of functions and the globals.
fn lent(parts: &Parts<'_>) -> Result<Vec<(String, ExportKind, u32)>> {
    let mut lent = vec![("t".to_owned(), ExportKind::Table, parts.table()?.0)];
    lent.extend((0u32..).zip(&parts.globals).map(|(at, _)| (format!("g{at}"), ExportKind::Global, at)));
    Ok(lent)
}

/// The table with all slots at its end.
fn grown(parts: &Parts<'_>, gates: &Slots) -> Result<wasmparser::TableType> {
    let (_, mut table) = parts.table()?;
    let more = u64::try_from(gates.end)?.saturating_sub(table.initial);
    table.initial += more;
    table.maximum = table.maximum.map(|most| most + more);
    Ok(table)
}
