//! The persons responsible for an act beside its party: `responsible: [{id: 张某, facts: {…}}]`. Each is an entry of its
//! own with circumstances of its own; the sanctions of the party stand once.

use std::sync::Arc;

use crate::decide::{ActCase, ActShare, Decision};
use crate::facts::{FactCode, FactError};
use crate::gather::Gather as _;
use crate::syntax::{Entry, Key, Node, NodeKind};

const KEYS: [&str; 3] = ["id", "facts", "note"];

/// A person responsible, as the case names it.
pub(super) struct Person {
    id: Arc<str>,
    facts: Option<Node>,
    path: String,
}

/// Where the entries of an act stand: that of the party, and those of the persons by their ids.
struct ActPlace {
    act: usize,
    persons: Vec<(Arc<str>, usize)>,
}

/// Reads the persons of an act; none where the key is not there.
pub(super) fn read_persons(act: &Node, path: &str, problems: &mut Vec<FactError>) -> Vec<Person> {
    let mut found: Vec<Person> = Vec::new();
    let Some(list) = act.get("responsible").filter(|n| !n.is_null()) else { return found };
    let wanted = "a list of persons: `[{id: 张某, facts: {…}}]`";
    let wrong =
        |path: &str, node: &Node| FactError::new(FactCode::WrongType, path, wanted, node.span).found(node.shown());
    let path = format!("{path}/responsible");
    if !matches!(list.kind, NodeKind::Sequence(_)) {
        problems.push(wrong(&path, list));
    }
    for (item, number) in list.items().iter().zip(0usize..) {
        let path = format!("{path}/{number}");
        let id = item.get("id").and_then(Node::as_str).filter(|id| !id.is_empty());
        let facts = item.get("facts").filter(|n| !n.is_null());
        let unknown = item.entries().iter().any(|e| !KEYS.contains(&e.key.text.as_str()));
        let shape = facts.is_none_or(|f| matches!(f.kind, NodeKind::Mapping(_)));
        match id {
            Some(id) if !unknown && shape => {
                if found.iter().any(|person| *person.id == *id) {
                    let error =
                        FactError::new(FactCode::DuplicateAct, &format!("{path}/id"), "an id of its own", item.span);
                    problems.push(error.says(format!("two persons have the id `{id}`")).help("name each person once"));
                }
                found.push(Person { id: id.into(), facts: facts.cloned(), path });
            }
            _ => problems.push(wrong(&path, item).help("a person has `id` and `facts`")),
        }
    }
    found
}

/// The acts with an entry for each person behind the act, and the groups of what is one act: of the parties, and of
/// each person who is responsible for several entries of a group.
pub(super) fn shared_out(
    acts: Vec<ActCase>,
    persons: Vec<Vec<Person>>,
    same_act: &[Vec<usize>],
) -> (Vec<ActCase>, Vec<Vec<usize>>) {
    let mut found: Vec<ActCase> = Vec::new();
    let mut places: Vec<ActPlace> = Vec::new();
    for (mut act, persons) in acts.into_iter().zip(persons) {
        let place = found.len();
        let mut own = Vec::new();
        if !persons.is_empty() {
            act.share = ActShare::Party;
        }
        let base = act.clone();
        found.push(act);
        for person in persons {
            own.push((person.id.clone(), found.len()));
            found.push(ActCase {
                id: format!("{}·{}", base.id, person.id).into(),
                party: Some(person.id),
                share: ActShare::Person(base.id.clone()),
                facts: over(base.facts.as_ref(), person.facts),
                path: person.path,
                ..base.clone()
            });
        }
        places.push(ActPlace { act: place, persons: own });
    }
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for group in same_act {
        let of: Vec<&ActPlace> = group.iter().filter_map(|act| places.get(*act)).gather();
        groups.push(of.iter().map(|place| place.act).gather());
        let mut named: Vec<&Arc<str>> = of.iter().flat_map(|place| &place.persons).map(|(id, _)| id).gather();
        named.sort_unstable();
        named.dedup();
        for id in named {
            let all = of.iter().flat_map(|place| &place.persons).filter(|(own, _)| own == id);
            let group: Vec<usize> = all.map(|(_, place)| *place).gather();
            if group.len() > 1 {
                groups.push(group);
            }
        }
    }
    (found, groups)
}

/// The facts of a person over those of the act.
fn over(act: Option<&Node>, person: Option<Node>) -> Option<Node> {
    let Some(person) = person else { return act.cloned() };
    let mut entries: Vec<Entry> = person.entries().to_vec();
    let known = |entry: &&Entry| person.get(&entry.key.text).is_none();
    entries.extend(act.into_iter().flat_map(|act| act.entries().iter().filter(known).cloned()).gather::<Vec<_>>());
    Some(Node { span: person.span, kind: NodeKind::Mapping(entries) })
}

/// A decision with the persons of `responsible` moved to the entries of their own:
/// `{unit: …, responsible: {张某: {罚款: 2000}}}` becomes `{行为: {unit: …}, 行为·张某: {responsible: {罚款: 2000}}}`.
pub(super) fn by_entry(decision: &Decision, node: &Node) -> Node {
    let shares = || decision.acts.iter().filter(|act| act.share == ActShare::Party);
    if shares().next().is_none() {
        return node.clone();
    }
    let bases = decision.acts.iter().filter(|act| !matches!(act.share, ActShare::Person(_))).count();
    let named = |id: &str| decision.acts.iter().any(|act| *act.id == *id);
    let alone = bases == 1 && !node.entries().iter().any(|entry| named(&entry.key.text));
    let mapping = |entries: Vec<Entry>, of: &Node| Node { span: of.span, kind: NodeKind::Mapping(entries) };
    let key = |text: String, of: &Node| Key { text, span: of.span };
    let mut all: Vec<Entry> = match (alone, shares().next()) {
        (true, Some(act)) => vec![Entry { key: key(act.id.to_string(), node), value: node.clone() }],
        _ => node.entries().to_vec(),
    };
    let mut moved: Vec<Entry> = Vec::new();
    for entry in &mut all {
        let Some(act) = shares().find(|act| *act.id == *entry.key.text) else { continue };
        let mut kept: Vec<Entry> = Vec::new();
        for part in entry.value.entries() {
            let persons = part.value.entries();
            let person = |id: &str| named(&format!("{}·{id}", act.id));
            if part.key.text != "responsible" || !persons.iter().any(|p| person(&p.key.text)) {
                kept.push(part.clone());
                continue;
            }
            for one in persons {
                let verdict = one.value.get("verdict").is_some();
                let value = match verdict {
                    true => one.value.clone(),
                    false => {
                        let part = Entry { key: part.key.clone(), value: one.value.clone() };
                        mapping(vec![part], &one.value)
                    }
                };
                moved.push(Entry { key: key(format!("{}·{}", act.id, one.key.text), &one.value), value });
            }
        }
        entry.value = mapping(kept, &entry.value);
    }
    all.extend(moved);
    mapping(all, node)
}
